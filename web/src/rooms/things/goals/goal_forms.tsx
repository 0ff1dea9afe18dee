/** Writing down a goal, changing it, saying what became of it: each change with its reason. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import type { Goal } from "../../../contract.ts";
import { TextArea } from "../../../mine/text_area.tsx";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { membersOf } from "../people.ts";
import { TERMS, type GoalItem, type GoalState } from "./story.ts";

const TEXT_LIMIT = 500;
const MORE_LIMIT = 2_000;
const REASON_LIMIT = 1_000;

interface FormProps {
  room: Room;
  onClose: () => void;
}

export function GoalForm({ room, goal, onClose }: FormProps & { goal?: GoalItem }): JSX.Element {
  const [words, setWords] = useState({
    term: goal?.body.term ?? "middle", text: goal?.body.text ?? "", why: goal?.body.why ?? "", sign: goal?.body.sign ?? "",
  });
  const [whose, setWhose] = useState("");
  const [reason, setReason] = useState("");
  const { act, busy, fault } = useAct(room);
  const change = (part: Partial<typeof words>): void => setWords({ ...words, ...part });
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sent = goal
      ? await act("room.change_goal", { item: goal.id, reason, ...words })
      : await act("room.set_goal", { ...words, ...(whose ? { whose } : {}) });
    if (sent) onClose();
  };
  return (
    <Dialog title={t(goal ? "path-change" : "goal-new")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <TextArea label={t("goal-text")} limit={TEXT_LIMIT} rows={2} value={words.text} onWrite={(text) => change({ text })} />
        <Choice
          label={t("goal-term")} value={words.term} onChoose={(term) => change({ term: term as Goal["term"] })}
          options={TERMS.map((term) => ({ value: term, label: t(`goal-term-${term}`) }))}
        />
        {!goal && (
          <Choice
            label={t("goal-of")} value={whose} onChoose={setWhose}
            options={[
              { value: "", label: t("goal-of-all") },
              ...membersOf(room).map(({ person, name }) => ({ value: person, label: name })),
            ]}
          />
        )}
        <TextArea label={t("goal-sign-question")} limit={MORE_LIMIT} rows={2} value={words.sign} onWrite={(sign) => change({ sign })} />
        <TextArea label={t("goal-why-question")} limit={MORE_LIMIT} rows={2} value={words.why} onWrite={(why) => change({ why })} />
        {goal && <TextArea label={t("goal-reason-question")} limit={REASON_LIMIT} rows={2} value={reason} onWrite={setReason} />}
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("path-save")}
        </button>
      </form>
    </Dialog>
  );
}

export function StateForm({ room, goal, state, onClose }: FormProps & { goal: GoalItem; state: GoalState }): JSX.Element {
  const [reason, setReason] = useState("");
  const { act, busy, fault } = useAct(room);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await act("room.change_goal", { item: goal.id, reason, state })) onClose();
  };
  return (
    <Dialog title={t(`goal-to-${state}`)} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <p class="thing-name" dir="auto">
          {goal.body.text}
        </p>
        <TextArea
          label={t(state === "reached" ? "goal-reached-question" : "goal-reason-question")} limit={REASON_LIMIT} rows={3}
          value={reason} onWrite={setReason}
        />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("path-save")}
        </button>
      </form>
    </Dialog>
  );
}

export function RemoveGoal({ room, goal, onClose }: FormProps & { goal: GoalItem }): JSX.Element {
  const { act, busy, fault } = useAct(room);
  const remove = async (): Promise<void> => {
    if (await act("room.remove_goal", { item: goal.id })) onClose();
  };
  return (
    <Dialog title={t("goal-remove")} onClose={onClose}>
      <p class="thing-name" dir="auto">
        {goal.body.text}
      </p>
      <p>{t("goal-remove-help")}</p>
      <Fault words={fault} />
      <button type="button" class="main" disabled={busy} onClick={() => void remove()}>
        {busy ? t("one-moment") : t("goal-remove")}
      </button>
    </Dialog>
  );
}
