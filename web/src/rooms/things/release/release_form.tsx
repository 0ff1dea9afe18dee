/** Proposing to let somebody outside read something: these words, for whom, for which use, until when. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import type { Message } from "../../../contract.ts";
import { TextArea } from "../../../mine/text_area.tsx";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";

const WORDS_LIMIT = 8_000;
const DAY_MS = 86_400_000;
const FORTNIGHT = 14;
const YEAR = 366;

interface ReleaseFormProps {
  room: Room;
  /** The message that it is taken from. */
  message?: Message;
  onClose: () => void;
}

const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export function ReleaseForm({ room, message, onClose }: ReleaseFormProps): JSX.Element {
  const [words, setWords] = useState(message?.text ?? "");
  const [reader, setReader] = useState("");
  const [scope, setScope] = useState("");
  const [until, setUntil] = useState(dayFromNow(FORTNIGHT));
  const { act, busy, fault } = useAct(room);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const proposed = { words, reader, scope, until, ...(message ? { message: message.id } : {}) };
    if (await act("room.propose_release", proposed)) onClose();
  };
  return (
    <Dialog title={t("share-outside")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <p class="soft">{t("release-lead")}</p>
        <TextArea label={t("release-words")} limit={WORDS_LIMIT} value={words} rows={5} onWrite={setWords} />
        <Field
          label={t("release-reader")} required maxLength={200} value={reader} dir="auto"
          onInput={(event) => setReader(event.currentTarget.value)}
        />
        <Field
          label={t("release-scope")} help={t("release-scope-help")} required maxLength={200} value={scope} dir="auto"
          onInput={(event) => setScope(event.currentTarget.value)}
        />
        <Field
          label={t("release-until")} type="date" required min={dayFromNow(0)} max={dayFromNow(YEAR)} value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy || words.trim() === ""}>
          {busy ? t("one-moment") : t("release-propose")}
        </button>
      </form>
    </Dialog>
  );
}

export const ReleaseMessage = (props: { room: Room; message: Message; onClose: () => void }): JSX.Element => (
  <ReleaseForm {...props} />
);
