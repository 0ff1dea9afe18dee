/** How far it is, in a line; the button that proposes for all, its progress, and the way to the last look. */
import type { JSX } from "preact";

import type { Round } from "../contract.ts";
import { runPath } from "../programmes/place.ts";
import { t } from "../text/fluent.ts";
import { Link } from "../ui/link.tsx";
import { Part } from "../ui/page.tsx";
import { Silent } from "./beginning.tsx";
import type { Needs } from "./choosing.ts";
import type { Shared } from "./shared.ts";
import { mentorOf } from "./standing_of.ts";
import { points } from "./words.ts";

interface StandingProps {
  shared: Shared;
  needs: Needs;
  onLook: () => void;
}

export function Standing({ shared, needs, onLook }: StandingProps): JSX.Element {
  const { choosing, page, attempt } = shared;
  const round = choosing.round.value!;
  const placed = needs.needs.map((need) => mentorOf(shared, need)).filter((one) => one !== null);
  const byHand = placed.filter(({ how }) => how === "hand").length;
  const found = placed.filter(({ how }) => how === "round").length;
  const all = needs.needs.length;
  const done = all > 0 && placed.length === all && !round.stale;
  const answered = round.result !== null && round.result.conflict === null;
  const toLook = done || (answered && !round.stale);
  return (
    <Part title={t("needs-title-one-by-one")} state={<p class="soft">{t("needs-lead")}</p>}>
      <p role="status">
        <strong>{t("standing", { placed: placed.length, all })}</strong>
        {byHand > 0 && <> · {t("standing-hand", { count: byHand })}</>}
        {found > 0 && <> · {t("standing-found", { count: found })}</>}
      </p>
      {round.released.length > 0 && (
        <p>
          <Link href={runPath(page.id, "proposals")}>{t("standing-asked", { count: round.released.length })}</Link>
        </p>
      )}
      {answered && round.lead && <Proof round={round} />}
      <Work shared={shared} />
      {!choosing.working.value && (
        <p class="row">
          {round.lead && (
            <button type="button" class={toLook ? "" : "main"} onClick={() => attempt(choosing.start)}>
              {t(round.result ? "propose-anew" : byHand > 0 ? "propose-others" : "propose-all")}
            </button>
          )}
          {placed.length > 0 && (
            <button type="button" class={toLook || !round.lead ? "main" : ""} onClick={onLook}>
              {t("look-at-all")}
            </button>
          )}
        </p>
      )}
      <Silent page={page} people={round.silent} />
    </Part>
  );
}

/** Whether something better can exist; and whether it is still the answer to what is asked. */
function Proof({ round }: { round: Round }): JSX.Element | null {
  const { result, stale } = round;
  if (!result) return null;
  const total = result.measures?.total ?? 0;
  const words = result.proved
    ? t("proved")
    : result.bound === null
      ? t("not-proved")
      : t("bound", { percent: Math.max(0.1, Math.round((1_000 * (result.bound - total)) / Math.max(1, total)) / 10), points: points(result.bound - total, result.unit) });
  return (
    <>
      <p class="soft">
        {words}
        {result.could_be_kept > 0 && <> {t("kept", { count: result.kept, all: result.could_be_kept })}</>}
      </p>
      {stale && <p class="why">{t("stale")}</p>}
    </>
  );
}

function Work({ shared }: { shared: Shared }): JSX.Element | null {
  const { choosing, attempt } = shared;
  const { work } = choosing.round.value!;
  if (choosing.working.value) {
    const words = t(`work-${work.stage ?? "waiting"}`);
    const steps = work.steps ?? 0;
    return (
      <div class="work">
        <p role="status">{words}</p>
        <progress
          class="progress" aria-label={words} {...(steps > 0 && work.state === "running" ? { max: steps, value: work.step ?? 0 } : {})}
        />
        <p class="row">
          <button type="button" onClick={() => attempt(choosing.cancel)}>
            {t("work-cancel")}
          </button>
        </p>
      </div>
    );
  }
  if (work.state === "cancelled" || work.state === "interrupted") return <p role="status" class="soft">{t(`work-${work.state}`)}</p>;
  if (work.state === "failed") return <p role="alert" class="why bad">{t(`work-failed-${work.fault ?? "broken"}`)}</p>;
  return null;
}
