/** Two people: why this, why not that, and what it would cost; what can be said of the two. */
import type { ComponentChildren, JSX } from "preact";

import type { PairCost, PairPage, PairReason, Person } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { allowing, choosing as chosen, forbidding, keeping, leaving, saidOf } from "./places.ts";
import type { Shared } from "./shared.ts";
import { costWords, moveWords, points, reasonWords, type Names } from "./words.ts";

interface PairPanelProps {
  shared: Shared;
  mentee: Person;
  mentor: Person;
}

export function PairPanel({ shared, mentee, mentor }: PairPanelProps): JSX.Element {
  const { choosing } = shared;
  const round = choosing.round.value!;
  const pair = `/rounds/${encodeURIComponent(round.id)}/pairs/${encodeURIComponent(mentee.id)}/${encodeURIComponent(mentor.id)}`;
  // What is asked depends on all that was said so far: anew with every version.
  return <Asked key={round.version} shared={shared} path={pair} mentee={mentee} mentor={mentor} />;
}

function Asked({ shared, path, mentee, mentor }: PairPanelProps & { path: string }): JSX.Element {
  const asked = useAsked<PairPage>(path);
  const names = { mentee: mentee.name, mentor: mentor.name };
  const page = asked.value;
  if (!page) return <Awaited asked={asked} />;
  return (
    <div class="pair-panel">
      <p>
        <strong>{t(`pair-state-${page.state}`)}</strong>
      </p>
      <Reasons shared={shared} title={t("pair-why")} reasons={page.why} names={names} />
      <Reasons shared={shared} title={t("pair-caveats")} reasons={page.caveats} names={names} />
      <Reasons shared={shared} title={t("pair-why-not")} reasons={page.why_not} names={names} />
      <Reasons shared={shared} title={t("pair-change")} reasons={page.change} names={names} />
      {page.force && <Cost title={t("pair-force", names)} cost={page.force} mentee={mentee.id} />}
      {page.forbid && <Cost title={t("pair-forbid", names)} cost={page.forbid} mentee={mentee.id} />}
      <Acts shared={shared} page={page} />
      <InNumbers page={page} />
    </div>
  );
}

interface ReasonsProps {
  shared: Shared;
  title: string;
  reasons: readonly PairReason[];
  names: Names;
}

const Reasons = ({ shared, title, reasons, names }: ReasonsProps): JSX.Element | null =>
  reasons.length === 0 ? null : (
    <Told title={title}>
      {reasons.map((reason) => (
        <li key={reason.code}>
          <Bdi text={reasonWords(reason, names, shared.terms)} />
        </li>
      ))}
    </Told>
  );

const Told = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <div>
    <h4>{title}</h4>
    <ul class="dotted">{children}</ul>
  </div>
);

/** The first move is that of the two themselves. */
function Cost({ title, cost, mentee }: { title: string; cost: PairCost; mentee: string }): JSX.Element {
  const others = cost.moves.filter((move) => move.mentee.id !== mentee);
  return (
    <Told title={title}>
      {costWords(cost, mentee).map((words) => (
        <li key={words}>{words}</li>
      ))}
      {others.map((move) => (
        <li key={move.mentee.id}>
          <Bdi text={moveWords(move)} />
        </li>
      ))}
    </Told>
  );
}

function Acts({ shared, page }: { shared: Shared; page: PairPage }): JSX.Element | null {
  const { choosing, say, open } = shared;
  const said = saidOf(choosing.round.value!, page.mentee.id);
  const mentor = page.mentor.id;
  const { state } = page;
  if (!open) return null;
  const button = (words: string, change: Parameters<Shared["say"]>[1], look = ""): JSX.Element => (
    <button type="button" class={look} onClick={() => say(page.mentee.id, change)}>
      {words}
    </button>
  );
  return (
    <p class="row">
      {state === "forbidden" && button(t("pair-allow"), (so) => allowing(so, mentor))}
      {said.chosen !== mentor && state !== "forbidden" && button(t("pair-choose"), (so) => chosen(so, mentor))}
      {state === "round" && button(t("pair-keep"), (so) => keeping(so, mentor))}
      {(state === "hand" || state === "pinned") && button(t("pair-leave"), leaving)}
      {state !== "forbidden" && button(t("pair-never"), (so) => forbidding(so, mentor), "quiet danger")}
    </p>
  );
}

function InNumbers({ page }: { page: PairPage }): JSX.Element | null {
  const { score, best, unit, parts } = page;
  if (score === null) return null;
  return (
    <details>
      <summary>{t("numbers-for")}</summary>
      <dl class="figures">
        <div>
          <dt>{t("numbers-score")}</dt>
          <dd>{points(score, unit)}</dd>
        </div>
        {best !== null && (
          <div>
            <dt>{t("numbers-best-for", { mentee: page.mentee.name })}</dt>
            <dd>{points(best, unit)}</dd>
          </div>
        )}
        {page.force && <CostNumber words={t("numbers-force")} parts={page.force.points} unit={unit} />}
        {page.forbid && <CostNumber words={t("numbers-forbid")} parts={page.forbid.points} unit={unit} />}
        {Object.entries(parts).map(([name, thousandths]) => (
          <div key={name}>
            <dt>{t(`weight-${name}`)}</dt>
            <dd>{t("numbers-percent", { percent: Math.round(thousandths / 10) })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const CostNumber = ({ words, parts, unit }: { words: string; parts: number; unit: number }): JSX.Element => (
  <div>
    <dt>{words}</dt>
    <dd>{points(parts, unit)}</dd>
  </div>
);
