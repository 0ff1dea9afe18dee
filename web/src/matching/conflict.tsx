/** Demands that cannot hold together, and what to let go of so that the others can. */
import type { JSX } from "preact";

import type { ConflictDemand, Round } from "../contract.ts";
import { callCountries } from "../programmes/countries.ts";
import { locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { allowing, leaving } from "./places.ts";
import type { Shared } from "./shared.ts";
import { ruleWords } from "./words.ts";

export function Conflict({ shared }: { shared: Shared }): JSX.Element | null {
  const round = shared.choosing.round.value!;
  const conflict = round.result?.conflict;
  if (!conflict || round.stale || shared.choosing.working.value) return null;
  const people = listOfNames(conflict.people.map(({ name }) => name), locale.value);
  return (
    <section class="part-faults" aria-label={t("conflict-title")}>
      <div class="ask">
        <h3>{t("conflict-title")}</h3>
        <p>{t("conflict-lead")}</p>
        <ul class="rows">
          {conflict.demands.map((demand, at) => (
            <li key={at} class="entry">
              <span class="entry-words">
                <Bdi text={demandWords(demand, round)} />
              </span>
              <LetGo shared={shared} demand={demand} />
            </li>
          ))}
        </ul>
        {people && (
          <p>
            <Bdi text={t("conflict-people", { names: people })} />
          </p>
        )}
        <p>{t("conflict-matched", { count: conflict.matched, all: round.mentees })}</p>
      </div>
    </section>
  );
}

function demandWords({ kind, mentee, mentor, quota, rule }: ConflictDemand, round: Round): string {
  const names = { mentee: mentee?.name ?? "", mentor: mentor?.name ?? "" };
  if (kind === "rule") return t("demand-rule", { rule: ruleWords(rule ?? "") });
  if (kind !== "quota" || !quota) return t(`demand-${kind}`, names);
  const country = round.settings.quotas?.[quota.quota]?.country;
  const numbers = { wanted: quota.wanted, reached: quota.reached };
  if (!country) return t("demand-quota-all", numbers);
  return t("demand-quota", { ...numbers, country: callCountries(locale.value)(country) });
}

/** Then it is tried once more. */
function LetGo({ shared, demand }: { shared: Shared; demand: ConflictDemand }): JSX.Element | null {
  const { choosing, attempt } = shared;
  const { kind, mentee, mentor, quota } = demand;
  const button = (letGo: () => Promise<void>): JSX.Element => (
    <button
      type="button"
      onClick={() =>
        attempt(async () => {
          await letGo();
          if (!choosing.working.peek()) await choosing.start();
        })
      }
    >
      {t("conflict-let-go")}
    </button>
  );
  if ((kind === "pin" || kind === "chosen") && mentee) return button(() => choosing.say(mentee.id, leaving));
  if (kind === "forbid" && mentee && mentor) return button(() => choosing.say(mentee.id, (so) => allowing(so, mentor.id)));
  if (kind === "quota" && quota) {
    return button(() => choosing.set("quotas", (choosing.round.value!.settings.quotas ?? []).filter((_, at) => at !== quota.quota)));
  }
  return null;
}
