/** A shared note while it is open: four sections, each a text that all members write at once. */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type * as Y from "yjs";

import { Fault } from "../../../accounts/form.tsx";
import { useHttp, useStudio } from "../../../context.ts";
import { createCommandIds } from "../../../live/command_id.ts";
import { refusalWords, t } from "../../../text/fluent.ts";
import type { Room } from "../../room.ts";
import { nameIn } from "../people.ts";
import { download, markdownOf, print, type Words } from "./copies.ts";
import { isFromElsewhere, openNote, SECTIONS, type NoteDoc, type Section } from "./note.ts";
import type { NoteItem } from "./names.ts";
import { StepForm } from "./step_form.tsx";
import { changeBetween, lineAt, placeAfter, type Delta } from "./writing.ts";

export { updateWith } from "./note.ts";

const newId = createCommandIds();

const NAMES: Record<Section, string> = {
  talked: "note-section-talked", decided: "note-section-decided", next: "note-section-next", open: "note-section-open",
};

const sectionName = (section: Section): string => t(NAMES[section]);

export function Editor({ room, note, name }: { room: Room; note: NoteItem; name: string }): JSX.Element {
  const { studio } = useStudio();
  const http = useHttp();
  const doc = useMemo(
    () =>
      openNote({
        me: studio.me, room: room.id, item: note.id, http, connection: studio.connection, keep: studio.keep, newId,
        shown: () => studio.presence.on(room.id).peek(),
      }),
    [],
  );
  useEffect(() => doc.close, []);
  const [told, setTold] = useState("");
  const readOnly = note.body.state === "closed" || room.snapshot.value?.closed != null;
  const words = (): Words => ({ title: name, sections: SECTIONS.map((one) => [sectionName(one), doc.text(one).toString()]) });
  const [line, setLine] = useState<string | null>(null);
  const fault = doc.fault.value;
  return (
    <div class="note-editor">
      <p class="soft note-state" role="status">
        {!doc.here.value ? t("one-moment") : doc.unsent.value ? t(studio.network.value === "online" ? "note-sending" : "note-unsent") : t("note-kept")}
      </p>
      <Fault words={fault && refusalWords(fault)} />
      {SECTIONS.map((section) => (
        <SectionField
          key={section} doc={doc} section={section} room={room} readOnly={readOnly || !doc.here.value}
          onStep={setLine}
        />
      ))}
      <p class="soft" role="status">{told}</p>
      {line !== null && (
        <StepForm
          room={room} note={note.id} line={line} onClose={() => setLine(null)}
          onMade={(what) => setTold(t("note-step-made", { line: what }))}
        />
      )}
      <div class="note-tools">
        <button type="button" class="quiet" onClick={() => download(`${name}.md`, markdownOf(words()))}>
          {t("note-markdown")}
        </button>
        <button type="button" class="quiet" onClick={() => print(words())}>
          {t("note-print")}
        </button>
      </div>
    </div>
  );
}

interface SectionFieldProps {
  doc: NoteDoc;
  section: Section;
  room: Room;
  readOnly: boolean;
  onStep: (line: string) => void;
}

function SectionField({ doc, section, room, readOnly, onStep }: SectionFieldProps): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = doc.text(section);
  const bound = useRef<Bound | null>(null);
  useLayoutEffect(() => {
    const one = bind(field.current!, text);
    bound.current = one;
    return one.release;
  }, [text]);
  const id = `note-${section}`;
  const here = [...doc.writers.value].filter(([, where]) => where === section).map(([person]) => nameIn(room, person));
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }): void => {
    if (readOnly || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const line = lineAt(event.currentTarget.value, event.currentTarget.selectionStart);
    if (line) onStep(line);
  };
  return (
    <div class="field note-section">
      <label for={id}>{sectionName(section)}</label>
      <p class="note-writers soft" role="status">
        {here.length > 0 && t("note-writes-here", { names: here.join(", ") })}
      </p>
      <textarea
        id={id} ref={field} rows={3} dir="auto" readOnly={readOnly} aria-describedby="note-step-help"
        onInput={() => {
          bound.current?.write();
          doc.at(section);
        }}
        onFocus={() => !readOnly && doc.at(section)} onKeyDown={onKeyDown}
      />
      {section === "talked" && <p class="soft note-help" id="note-step-help">{t("note-step-help")}</p>}
    </div>
  );
}

interface Bound {
  write: () => void;
  release: () => void;
}

/** Keeps a field and a text the same. While letters are being composed, what others write waits outside of the field. */
function bind(field: HTMLTextAreaElement, text: Y.Text): Bound {
  let shown = text.toString();
  let composing = false;
  let meanwhile: Delta[] = [];
  field.value = shown;
  grow(field);

  function write(): void {
    if (composing) return;
    const change = changeBetween(shown, field.value);
    shown = field.value;
    grow(field);
    const late = meanwhile;
    meanwhile = [];
    if (change) {
      const at = late.reduce(placeAfter, change.at);
      const end = late.reduce(placeAfter, change.at + change.removed);
      text.doc?.transact(() => {
        if (end > at) text.delete(at, end - at);
        if (change.added) text.insert(at, change.added);
      });
    }
    if (late.length > 0) show([]);
  }

  function show(delta: Delta): void {
    const { selectionStart, selectionEnd, selectionDirection } = field;
    const hadFocus = document.activeElement === field;
    shown = text.toString();
    field.value = shown;
    if (hadFocus) field.setSelectionRange(placeAfter(selectionStart, delta), placeAfter(selectionEnd, delta), selectionDirection);
    grow(field);
  }

  const observer = (event: Y.YTextEvent, { origin }: Y.Transaction): void => {
    const own = !isFromElsewhere(origin);
    if (own && text.toString() === field.value) return void (shown = field.value);
    if (composing) meanwhile.push(event.delta as Delta);
    else show(event.delta as Delta);
  };
  const begin = (): void => void (composing = true);
  const end = (): void => {
    composing = false;
    write();
  };
  text.observe(observer);
  field.addEventListener("compositionstart", begin);
  field.addEventListener("compositionend", end);
  return {
    write,
    release() {
      text.unobserve(observer);
      field.removeEventListener("compositionstart", begin);
      field.removeEventListener("compositionend", end);
    },
  };
}

/** As tall as its words: a note is read more often than it is written. */
function grow(field: HTMLTextAreaElement): void {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}
