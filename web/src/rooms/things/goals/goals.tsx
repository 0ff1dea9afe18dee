/** Goals: soon, on the way, far. What changed stands there with its reason, and never counts as less. */
import "../path.css";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { dayOf } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { useAct } from "../../places/act.ts";
import { Menu } from "../../places/menu.tsx";
import type { Room } from "../../room.ts";
import { dayWords } from "../day_words.ts";
import { nameIn } from "../people.ts";
import { GoalForm, RemoveGoal, StateForm } from "./goal_forms.tsx";
import { changesOf, TERMS, type GoalItem, type GoalState } from "./story.ts";

type Doing =
  | { is: "new" }
  | { is: "change"; goal: GoalItem }
  | { is: "state"; goal: GoalItem; state: GoalState }
  | { is: "remove"; goal: GoalItem };

export function Goals({ room }: { room: Room }): JSX.Element {
  const [doing, setDoing] = useState<Doing | null>(null);
  const acting = useAct(room);
  const snapshot = room.snapshot.value;
  const goals = snapshot?.things?.goals ?? [];
  const closed = snapshot?.closed != null;
  const close = (): void => setDoing(null);
  return (
    <section class="thing" aria-labelledby="goals-title">
      <header class="thing-head">
        <h2 id="goals-title">{t("goals")}</h2>
        {!closed && goals.length > 0 && (
          <button type="button" class="quiet" onClick={() => setDoing({ is: "new" })}>
            {t("goal-new")}
          </button>
        )}
      </header>
      {goals.length === 0 && (
        <div class="offer-card">
          <p class="soft">{t("goals-empty")}</p>
          {!closed && (
            <button type="button" onClick={() => setDoing({ is: "new" })}>
              {t("goal-new")}
            </button>
          )}
        </div>
      )}
      {TERMS.map((term) => {
        const some = goals.filter(({ body }) => body.term === term);
        return some.length > 0 && (
          <div key={term}>
            <h3 class="thing-section">{t(`goal-term-${term}`)}</h3>
            <ul class="things">
              {some.map((goal) => (
                <GoalRow key={goal.id} goal={goal} room={room} closed={closed} onDo={setDoing} />
              ))}
            </ul>
          </div>
        );
      })}
      <Fault words={acting.fault} />
      {doing?.is === "new" && <GoalForm room={room} onClose={close} />}
      {doing?.is === "change" && <GoalForm room={room} goal={doing.goal} onClose={close} />}
      {doing?.is === "state" && <StateForm room={room} goal={doing.goal} state={doing.state} onClose={close} />}
      {doing?.is === "remove" && <RemoveGoal room={room} goal={doing.goal} onClose={close} />}
    </section>
  );
}

interface GoalRowProps {
  goal: GoalItem;
  room: Room;
  closed: boolean;
  onDo: (doing: Doing) => void;
}

function GoalRow({ goal, room, closed, onDo }: GoalRowProps): JSX.Element {
  const { text, why, sign, whose, state } = goal.body;
  const to = (next: GoalState): (() => void) | null =>
    closed || state === next ? null : () => onDo({ is: "state", goal, state: next });
  const on = state === "open" || state === "changed";
  return (
    <li class="thing-row">
      <div class="thing-words">
        <p class="thing-name">
          <span dir="auto">{text}</span>
          {state !== "open" && <span class="chip">{t(`goal-state-${state}`)}</span>}
        </p>
        {whose !== null && <p class="soft">{t("goal-whose", { name: nameIn(room, whose) })}</p>}
        {sign && (
          <p class="thing-text">
            <span class="soft">{t("goal-sign")}</span> <span dir="auto">{sign}</span>
          </p>
        )}
        {why && (
          <p class="thing-text">
            <span class="soft">{t("goal-why")}</span> <span dir="auto">{why}</span>
          </p>
        )}
        <GoalStory goal={goal} room={room} />
      </div>
      <Menu
        label={t("path-more", { name: text })}
        items={[
          { icon: "edit", label: t("path-change"), act: closed ? null : () => onDo({ is: "change", goal }) },
          { icon: "check", label: t("goal-to-reached"), act: to("reached") },
          { icon: "away", label: t("goal-to-no_longer_needed"), act: to("no_longer_needed") },
          { icon: "undo", label: t("goal-to-open"), act: on ? null : to("open") },
          { icon: "close", label: t("goal-remove"), act: () => onDo({ is: "remove", goal }) },
        ]}
      />
    </li>
  );
}

/** What it was called and why it changed. */
export function GoalStory({ goal, room, open = false }: { goal: GoalItem; room: Room; open?: boolean }): JSX.Element | null {
  const { me } = useStudio();
  const changes = changesOf(goal);
  if (changes.length === 0) return null;
  return (
    <details class="done-things" open={open}>
      <summary>{t("goal-story", { count: changes.length })}</summary>
      <ol class="path-line">
        {changes.map(({ at, by, reason, wording, state }, place) => (
          <li key={place}>
            <p class="soft">
              {t("path-by", { name: nameIn(room, by), when: dayWords(dayOf(at, me.zone), locale.value) })}
              {state && <> · {t(`goal-state-${state}`)}</>}
            </p>
            {wording !== null && (
              <p class="thing-text">
                <span class="soft">{t("goal-was")}</span> <span dir="auto">{wording}</span>
              </p>
            )}
            <p class="thing-text">
              <span class="soft">{t("goal-reason")}</span> <span dir="auto">{reason}</span>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
