/** Notes of my own about a room. Nobody else reads them; what is typed is kept here until the server has it. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useHttp, useStudio } from "../../../context.ts";
import type { PrivateNote, PrivateNotes as Mine } from "../../../contract.ts";
import { isRefused, Refused } from "../../../http.ts";
import { createCommandIds } from "../../../live/command_id.ts";
import { briefly } from "../../../text/dates.ts";
import { locale, refusalWords, t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { editor } from "./notes.tsx";

const SAVE_MS = 800;
const RETRY_MS = 5_000;
const newId = createCommandIds();

const STATES = { saved: "private-saved", waiting: "private-waiting", unsaved: "private-unsaved" };

export function PrivateNotes({ room }: { room: Room }): JSX.Element {
  const http = useHttp();
  const { studio } = useStudio();
  const key = `private notes ${studio.me} ${room.id}`;
  const [notes, setNotes] = useState<readonly PrivateNote[] | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void (async () => {
      const unsaved = (await studio.keep.get<PrivateNote[]>("cache", key).catch(() => undefined)) ?? [];
      const mine = await http<Mine>("GET", "/me/notes").then(({ notes: all }) => all.filter((one) => one.room === room.id), () => []);
      const typed = new Map(unsaved.map((one) => [one.id, one]));
      const others = mine.filter(({ id }) => !typed.has(id));
      if (!gone) setNotes([...unsaved, ...others]);
    })();
    return () => void (gone = true);
  }, []);
  const closed = room.snapshot.value?.closed != null;
  const begin = (): void => {
    const id = newId();
    setNotes([{ id, room: room.id, text: "", made_at: Date.now(), changed_at: 0 }, ...(notes ?? [])]);
    setOpen(id);
  };
  const replace = (id: string, note: PrivateNote | null): void =>
    setNotes((before) => (before ?? []).flatMap((one) => (one.id === id ? (note ? [note] : []) : [one])));
  return (
    <section class="thing" aria-labelledby="private-title">
      <header class="thing-head">
        <h2 id="private-title">{t("private-notes")}</h2>
        {!closed && notes !== null && (
          <button type="button" class="quiet" onClick={begin}>
            {t("private-begin")}
          </button>
        )}
      </header>
      <p class="soft">{t("private-help")}</p>
      <ul class="things">
        {(notes ?? []).map((note) => (
          <PrivateRow
            key={note.id} note={note} room={room} closed={closed} open={open === note.id}
            onOpen={() => setOpen(open === note.id ? null : note.id)} onChange={(next) => replace(note.id, next)}
            keepTyped={(typed) => void keepTyped(studio.keep, key, note.id, typed)}
          />
        ))}
      </ul>
    </section>
  );
}

/** Beside each other: those that the server does not have as they are typed. */
async function keepTyped(
  keep: ReturnType<typeof useStudio>["studio"]["keep"], key: string, id: string, typed: PrivateNote | null,
): Promise<void> {
  const before = (await keep.get<PrivateNote[]>("cache", key).catch(() => undefined)) ?? [];
  const others = before.filter((one) => one.id !== id);
  await keep.put("cache", key, typed ? [typed, ...others] : others).catch(() => undefined);
}

interface PrivateRowProps {
  note: PrivateNote;
  room: Room;
  closed: boolean;
  open: boolean;
  onOpen: () => void;
  /** null: it is no more. */
  onChange: (note: PrivateNote | null) => void;
  keepTyped: (typed: PrivateNote | null) => void;
}

function PrivateRow({ note, room, closed, open, onOpen, onChange, keepTyped }: PrivateRowProps): JSX.Element {
  const http = useHttp();
  const { me } = useStudio();
  const [text, setText] = useState(note.text);
  const [state, setState] = useState<keyof typeof STATES>(note.changed_at === 0 ? "waiting" : "saved");
  const [fault, setFault] = useState<string | null>(null);
  const [sharing, setSharing] = useState(false);
  const known = useRef(note.changed_at);
  const newest = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<void> | null>(null);

  async function save(): Promise<void> {
    const sent = newest.current;
    try {
      const body = { room: room.id, text: sent, changed_at: known.current };
      const stored = await http<PrivateNote>("PUT", `/me/notes/${note.id}`, body);
      known.current = stored.changed_at;
      setFault(null);
      if (newest.current !== sent) return later(SAVE_MS);
      setState("saved");
      keepTyped(null);
    } catch (error) {
      setState("unsaved");
      if (isRefused(error, "changed_meanwhile")) {
        // Nothing is lost on either side: what stands there comes above what was typed here.
        const now = (error as Refused).problem.now as unknown as PrivateNote;
        known.current = now.changed_at;
        write(`${now.text}\n\n${newest.current}`);
      } else if (error instanceof Refused) setFault(refusalWords(error.problem));
      else later(RETRY_MS);
    }
  }
  function later(ms: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      saving.current = (saving.current ?? Promise.resolve()).then(save);
    }, ms);
  }
  function write(words: string): void {
    newest.current = words;
    setText(words);
    setState("waiting");
    keepTyped({ ...note, text: words, changed_at: known.current });
    later(SAVE_MS);
  }
  useEffect(() => {
    if (note.changed_at === 0 && note.text) later(SAVE_MS);
    // Leaving the page saves what was just typed, instead of waiting for its time.
    return () => {
      clearTimeout(timer.current);
      if (newest.current !== note.text || known.current !== note.changed_at) void save();
    };
  }, []);
  const remove = async (): Promise<void> => {
    clearTimeout(timer.current);
    newest.current = note.text;
    keepTyped(null);
    try {
      await http("DELETE", `/me/notes/${note.id}`);
      onChange(null);
    } catch {
      setFault(t("no-answer"));
    }
  };
  const firstLine = text.trim().split("\n")[0] || t("private-new");
  return (
    <li class="private-note">
      <button type="button" class="note-open thing-words" aria-expanded={open} onClick={onOpen}>
        <span class="thing-name" dir="auto">
          {firstLine}
          <span class="chip">{t("only-me")}</span>
        </span>
        <span class="soft">{briefly(note.made_at, Date.now(), locale.value, me.zone)}</span>
      </button>
      {open && (
        <div class="note-editor">
          <textarea
            rows={4} dir="auto" value={text} readOnly={closed} aria-label={t("private-words")}
            onInput={(event) => write(event.currentTarget.value)}
          />
          <p class="soft" role="status">{t(STATES[state])}</p>
          <Fault words={fault} />
          <div class="note-tools">
            {!closed && text.trim() && (
              <button type="button" class="quiet" onClick={() => setSharing(true)}>
                {t("private-share")}
              </button>
            )}
            <button type="button" class="quiet" onClick={() => void remove()}>
              {t("private-remove")}
            </button>
          </div>
          {sharing && <Share room={room} text={text} onClose={() => setSharing(false)} />}
        </div>
      )}
    </li>
  );
}

/** A shared note that begins with these words. The private one stays until its author removes it. */
function Share({ room, text, onClose }: { room: Room; text: string; onClose: () => void }): JSX.Element {
  const http = useHttp();
  const { act, busy, fault } = useAct(room);
  const [title = ""] = text.trim().split("\n");
  useEffect(() => void editor.load(), []);
  const share = async (): Promise<void> => {
    const before = new Set((room.snapshot.peek()?.things?.notes ?? []).map(({ id }) => id));
    if (!(await act("room.open_note", { title: [...title].slice(0, 200).join("") }))) return;
    const item = (await room.refresh(), room.snapshot.peek()?.things?.notes?.find(({ id }) => !before.has(id))?.id);
    const made = editor.value;
    if (item === undefined || !made) return;
    await http("POST", "/rpc/room.write_note", {
      room: room.id, command_id: newId(), item, update: made.updateWith("talked", text),
    });
    onClose();
  };
  return (
    <Dialog title={t("private-share")} onClose={onClose}>
      <p>{t("private-share-sure")}</p>
      <Fault words={fault} />
      <button type="button" class="main" disabled={busy || !editor.value} onClick={() => void share()}>
        {t("private-share-do")}
      </button>
    </Dialog>
  );
}
