/** Mentors of earlier years who said that they may be asked again: one tap asks them. */
import type { JSX } from "preact";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { CohortPage, MentorPool, PoolMentor } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { inYear } from "../../mine/days.ts";
import { language, locale, t } from "../../text/fluent.ts";
import { listOfNames } from "../../text/order.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Part } from "../../ui/page.tsx";
import { termNames } from "./profile.ts";

const HOW: Record<NonNullable<PoolMentor["asked"]>, string> = { waiting: "pool-waiting", yes: "pool-yes", no: "pool-no" };

export function Pool({ page, onAsked }: { page: CohortPage; onAsked: () => Promise<void> }): JSX.Element | null {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const door = `/cohorts/${encodeURIComponent(page.id)}/mentor-pool`;
  const asked = useAsked<MentorPool>(door);
  const { value } = asked;
  if (!value) return null;
  const ask = (id: string): void =>
    void run(async () => {
      asked.put(await http<MentorPool>("POST", `${door}/${encodeURIComponent(id)}`));
      await onAsked();
    });
  return (
    <Part title={t("pool-title")} state={<p class="soft">{t("pool-lead")}</p>}>
      {value.mentors.length === 0 && <p>{t("pool-none")}</p>}
      <Fault words={fault} />
      <ul class="rows">
        {value.mentors.map(({ person, until, profile, asked: how }) => (
          <li key={person.id} class="entry">
            <span class="profile-line">
              <strong>
                <Bdi text={person.name} />
              </strong>
              <span class="soft">{t("pool-until", { day: inYear(until) })}</span>
              {(profile.skills ?? []).length > 0 && (
                <span>{listOfNames(termNames(value.terms, profile.skills ?? [], language.value), locale.value)}</span>
              )}
            </span>
            {how ? (
              <span class="soft">{t(HOW[how])}</span>
            ) : (
              value.open && (
                <button type="button" disabled={busy} onClick={() => ask(person.id)}>
                  {t("pool-ask")}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
