/** The notes of a room: those that everybody in it writes together, and my own that nobody else reads. */
import "./notes.css";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { Note } from "../../../contract.ts";
import { briefly } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { part } from "../../../ui/part.ts";
import { useAct } from "../../places/act.ts";
import { Menu } from "../../places/menu.tsx";
import type { Room } from "../../room.ts";
import { nameIn } from "../people.ts";
import { PinThing } from "../shelf/pin_form.tsx";
import { nameOf, wantedNote, type NoteItem } from "./names.ts";
import { PrivateNotes } from "./private_notes.tsx";

/** With the library that joins what several people write: whoever opens no note does without it. */
export const editor = part(() => import("./editor.tsx"));

export function Notes({ room }: { room: Room }): JSX.Element {
  const { me } = useStudio();
  const [open, setOpen] = useState<number | null>(null);
  const [form, setForm] = useState<NoteItem | "new" | null>(null);
  const [pinned, setPinned] = useState<NoteItem | null>(null);
  const { act, fault } = useAct(room);
  const snapshot = room.snapshot.value;
  const notes = snapshot?.things?.notes ?? [];
  const closed = snapshot?.closed != null;
  const newestFirst = [...notes].sort((one, other) => other.id - one.id);
  useEffect(() => void (open !== null && editor.load()), [open]);
  const wanted = wantedNote.value;
  useEffect(() => {
    if (wanted?.room !== room.id || !notes.some(({ id }) => id === wanted.item)) return;
    wantedNote.value = null;
    setOpen(wanted.item);
    requestAnimationFrame(() => document.getElementById(`note-${wanted.item}`)?.scrollIntoView({ block: "start" }));
  }, [wanted, notes]);
  const Editor = editor.value?.Editor;
  const row = (note: NoteItem): JSX.Element => (
    <li key={note.id} class="note" id={`note-${note.id}`}>
      <div class="thing-row">
        <button
          type="button" class="note-open thing-words" aria-expanded={open === note.id}
          onClick={() => setOpen(open === note.id ? null : note.id)}
        >
          <span class="thing-name" dir="auto">
            {nameOf(note)}
            {note.body.state === "closed" && <span class="chip">{t("note-closed")}</span>}
          </span>
          <span class="soft">
            {t("note-by", { name: nameIn(room, note.by), when: briefly(note.at, Date.now(), locale.value, me.zone) })}
          </span>
        </button>
        <Menu
          label={t("note-more", { name: nameOf(note) })}
          items={[
            { icon: "pin", label: t("put-on-shelf"), act: closed ? null : () => setPinned(note) },
            { icon: "edit", label: t("note-rename"), act: closed ? null : () => setForm(note) },
            note.body.state === "open"
              ? { icon: "check", label: t("note-close"), act: closed ? null : state(note, "closed") }
              : { icon: "undo", label: t("note-open-again"), act: closed ? null : state(note, "open") },
            { icon: "close", label: t("note-remove"), act: note.by === me.id ? () => void remove(note) : null },
          ]}
        />
      </div>
      {open === note.id &&
        (Editor ? <Editor key={note.id} room={room} note={note} name={nameOf(note)} /> : <p class="soft">{t("one-moment")}</p>)}
    </li>
  );
  const state = (note: NoteItem, next: Note["state"]) => (): void =>
    void act("room.change_note", { item: note.id, state: next });
  const remove = async (note: NoteItem): Promise<void> => {
    if (!window.confirm(t("note-remove-sure"))) return;
    if (await act("room.remove_note", { item: note.id })) setOpen(null);
  };
  return (
    <>
      <section class="thing" aria-labelledby="notes-title">
        <header class="thing-head">
          <h2 id="notes-title">{t("our-notes")}</h2>
          {!closed && notes.length > 0 && (
            <button type="button" class="quiet" onClick={() => setForm("new")}>
              {t("note-begin")}
            </button>
          )}
        </header>
        {notes.length === 0 && (
          <div class="offer-card">
            <p class="soft">{t("notes-empty")}</p>
            {!closed && (
              <button type="button" onClick={() => setForm("new")}>
                {t("note-begin")}
              </button>
            )}
          </div>
        )}
        <ul class="things">{newestFirst.map(row)}</ul>
        <Fault words={fault} />
        {pinned && <PinThing room={room} what="shared" id={pinned.id} onClose={() => setPinned(null)} />}
        {form && (
          <NoteForm
            room={room} note={form === "new" ? null : form} onClose={() => setForm(null)} onBegun={setOpen}
          />
        )}
      </section>
      <PrivateNotes room={room} />
    </>
  );
}

interface NoteFormProps {
  room: Room;
  note: NoteItem | null;
  onClose: () => void;
  onBegun: (item: number) => void;
}

function NoteForm({ room, note, onClose, onBegun }: NoteFormProps): JSX.Element {
  const [title, setTitle] = useState(note?.body.title ?? "");
  const [day, setDay] = useState(note ? (note.body.day ?? "") : today());
  const { act, busy, fault } = useAct(room);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const said = { title, ...(day ? { day } : {}) };
    const before = new Set((room.snapshot.peek()?.things?.notes ?? []).map(({ id }) => id));
    const done = note
      ? await act("room.change_note", { item: note.id, ...said })
      : await act("room.open_note", said);
    if (!done) return;
    onClose();
    if (!note) whenBegun(room, before, onBegun);
  };
  return (
    <Dialog title={t(note ? "note-rename" : "note-begin")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <Field
          label={t("note-title")} maxLength={200} value={title} dir="auto"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <Field label={t("note-day")} type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t(note ? "note-save" : "note-begin")}
        </button>
      </form>
    </Dialog>
  );
}

/** The entry comes by the live connection, a moment after the answer. */
function whenBegun(room: Room, before: ReadonlySet<number>, onBegun: (item: number) => void): void {
  const stop = room.snapshot.subscribe((now) => {
    const begun = now?.things?.notes?.find(({ id }) => !before.has(id));
    if (!begun) return;
    onBegun(begun.id);
    queueMicrotask(() => stop());
  });
}

const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
};
