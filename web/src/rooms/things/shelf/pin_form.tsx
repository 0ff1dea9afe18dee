/** Putting something on the shelf, or saying something else of what is there. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import type { Message, Pin } from "../../../contract.ts";
import { TextArea } from "../../../mine/text_area.tsx";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice, Field, Tick } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import type { PinItem } from "./pins.ts";

type What = Pin["what"];
type Words = Pick<Pin, "title" | "why" | "link" | "note" | "section" | "state">;

const EMPTY: Words = { title: "", why: "", link: "", note: "", section: "", state: "keep" };
const WHY_LIMIT = 1_000;
const NOTE_LIMIT = 4_000;

interface PinFormProps {
  room: Room;
  /** The message that is put on the shelf. */
  message?: Message;
  /** The file or the note that is put there. */
  thing?: { what: "file" | "shared"; id: number };
  /** The pin that is changed. */
  pin?: PinItem;
  onClose: () => void;
}

export function PinForm({ room, message, thing, pin, onClose }: PinFormProps): JSX.Element {
  const [what, setWhat] = useState<What>(pin?.body.what ?? thing?.what ?? (message ? "message" : "link"));
  const [words, setWords] = useState<Words>(pin?.body ?? EMPTY);
  const { act, busy, fault } = useAct(room);
  const change = (part: Partial<Words>): void => setWords({ ...words, ...part });
  const { title, why, link, note, section, state } = words;
  const said = { title, why, section, state, link: link.trim(), note };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sent = pin
      ? await act("room.change_pin", { item: pin.id, ...said })
      : await act("room.pin", {
          what, ...said, ...(message ? { message: message.id } : {}), ...(thing ? { thing: thing.id } : {}),
        });
    if (sent) onClose();
  };
  const sections = [...new Set((room.snapshot.value?.things?.pins ?? []).map((one) => one.body.section).filter(Boolean))];
  return (
    <Dialog title={t(pin ? "pin-change" : "put-on-shelf")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        {!pin && !message && !thing && (
          <Choice
            label={t("pin-what")} value={what} onChoose={(value) => setWhat(value as What)}
            options={[{ value: "link", label: t("pin-is-link") }, { value: "note", label: t("pin-is-note") }]}
          />
        )}
        {what === "link" && (
          <Field
            label={t("pin-link")} help={t("pin-link-help")} type="url" inputMode="url" required value={link} placeholder="https://"
            onInput={(event) => change({ link: event.currentTarget.value })}
          />
        )}
        {what === "note" && (
          <TextArea label={t("pin-note")} limit={NOTE_LIMIT} value={note} rows={4} onWrite={(value) => change({ note: value })} />
        )}
        {what === "message" && <p class="soft">{t("pin-message-help")}</p>}
        {(what === "file" || what === "shared") && <p class="soft">{t("pin-thing-help")}</p>}
        <Field
          label={t("pin-title")} maxLength={200} value={title} dir="auto"
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
        <TextArea label={t("pin-why")} limit={WHY_LIMIT} value={why} rows={2} onWrite={(value) => change({ why: value })} />
        <Field
          label={t("pin-section")} help={t("pin-section-help")} maxLength={60} value={section} dir="auto" list="pin-sections"
          onInput={(event) => change({ section: event.currentTarget.value })}
        />
        <datalist id="pin-sections">
          {sections.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Tick
          name="next" label={t("pin-next")} help={t("pin-next-help")} checked={state === "next"}
          onTick={(checked) => change({ state: checked ? "next" : "keep" })}
        />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t(pin ? "pin-save" : "pin-put")}
        </button>
      </form>
    </Dialog>
  );
}

interface PinThingProps {
  room: Room;
  what: "file" | "shared";
  id: number;
  onClose: () => void;
}

export const PinThing = ({ room, what, id, onClose }: PinThingProps): JSX.Element => (
  <PinForm room={room} thing={{ what, id }} onClose={onClose} />
);

export const PinMessage = (props: { room: Room; message: Message; onClose: () => void }): JSX.Element => <PinForm {...props} />;
