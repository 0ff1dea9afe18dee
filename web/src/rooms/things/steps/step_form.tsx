/** Writing down a next step, or saying something else of it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import type { Item, NextStep } from "../../../contract.ts";
import { TextArea } from "../../../mine/text_area.tsx";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice, Field } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { membersOf, nameIn } from "../people.ts";

const WHAT_LIMIT = 500;

interface StepFormProps {
  room: Room;
  step?: Item<NextStep>;
  onClose: () => void;
}

export function StepForm({ room, step, onClose }: StepFormProps): JSX.Element {
  const [what, setWhat] = useState(step?.body.what ?? "");
  const [who, setWho] = useState(step?.body.who ?? "");
  const [until, setUntil] = useState(step?.body.until ?? "");
  const { act, busy, fault } = useAct(room);
  const people = membersOf(room).map(({ person, name }) => ({ value: person, label: name }));
  // Who left keeps what is theirs until somebody else takes it.
  const gone = who && !people.some(({ value }) => value === who) ? [{ value: who, label: nameIn(room, who) }] : [];
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const said = { what, who: who || null, until: until || null };
    const sent = step ? await act("room.change_step", { item: step.id, ...said }) : await act("room.add_step", said);
    if (sent) onClose();
  };
  return (
    <Dialog title={t(step ? "path-change" : "step-new")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <TextArea label={t("step-what")} limit={WHAT_LIMIT} rows={2} value={what} onWrite={setWhat} />
        <Choice
          label={t("step-who")} value={who} onChoose={setWho}
          options={[{ value: "", label: t("step-of-all") }, ...people, ...gone]}
        />
        <Field
          label={t("step-until-when")} type="date" value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("path-save")}
        </button>
      </form>
    </Dialog>
  );
}
