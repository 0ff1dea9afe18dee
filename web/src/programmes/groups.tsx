/** The groups of a year: each has one lasting room, and its members follow from who takes part. */
import type { JSX } from "preact";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useStudio } from "../context.ts";
import type { Circle } from "../contract.ts";
import { roomPath } from "../router.ts";
import { t } from "../text/fluent.ts";
import { Link } from "../ui/link.tsx";
import { Part } from "../ui/page.tsx";
import type { SectionProps } from "./run_page.tsx";

const KINDS: readonly Circle["kind"][] = ["mentors", "mentees", "joint", "staff", "workshop"];

export function Groups({ run, page }: SectionProps): JSX.Element {
  return (
    <Part title={t("groups-title")} state={<p class="soft">{t("groups-lead")}</p>}>
      <ul class="rows">
        {KINDS.map((kind) => (
          <GroupRow key={kind} run={run} page={page} kind={kind} />
        ))}
      </ul>
    </Part>
  );
}

function GroupRow({ run, page, kind }: SectionProps & { kind: Circle["kind"] }): JSX.Element {
  const { studio } = useStudio();
  const { busy, fault, run: doIt } = useDoing();
  const circle = page.circles.find((one) => one.kind === kind);
  const mine = circle && studio.rooms.all.value?.some(({ id }) => id === circle.room);
  const title = t(`kind-${kind}-name`);
  return (
    <li class="entry">
      <div class="entry-words">
        <h3>{title}</h3>
        <p class="soft">{t(`group-${kind}-what`)}</p>
        <Fault words={fault} />
      </div>
      {circle && mine && (
        <Link href={roomPath(circle.room)} class="button quiet" aria-label={t("group-go-to", { group: title })}>
          {t("group-go")}
        </Link>
      )}
      {circle && !mine && <span class="soft">{t("group-is-open")}</span>}
      {!circle && page.lead && page.state !== "ended" && (
        <button
          type="button" disabled={busy} aria-label={t("group-open-which", { group: title })}
          onClick={() => void doIt(async () => void (await run.openCircle(kind)))}
        >
          {busy ? t("one-moment") : t("group-open")}
        </button>
      )}
    </li>
  );
}
