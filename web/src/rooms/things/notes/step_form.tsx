/** A line of a note becomes a next step: who, and until when. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice, Field } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";

const WHAT_LIMIT = 500;

interface StepFormProps {
  room: Room;
  /** Where the line stands. */
  note: number;
  line: string;
  onClose: () => void;
  onMade: (what: string) => void;
}

export function StepForm({ room, note, line, onClose, onMade }: StepFormProps): JSX.Element {
  const [what, setWhat] = useState([...line].slice(0, WHAT_LIMIT).join(""));
  const [who, setWho] = useState("");
  const [until, setUntil] = useState("");
  const { act, busy, fault } = useAct(room);
  const members = (room.snapshot.value?.members ?? []).filter(({ left }) => !left);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const said = { what, ...(who ? { who } : {}), ...(until ? { until } : {}), note: `${room.id}-${note}` };
    if (!(await act("room.add_step", said))) return;
    onMade(what);
    onClose();
  };
  return (
    <Dialog title={t("note-step")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <Field
          label={t("note-step-what")} required maxLength={WHAT_LIMIT} value={what} dir="auto"
          onInput={(event) => setWhat(event.currentTarget.value)}
        />
        <Choice
          label={t("note-step-who")} value={who} onChoose={setWho}
          options={[{ value: "", label: t("note-step-all") }, ...members.map(({ person, name }) => ({ value: person, label: name }))]}
        />
        <Field label={t("note-step-until")} type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("note-step")}
        </button>
      </form>
    </Dialog>
  );
}
