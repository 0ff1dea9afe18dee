/** The place to write: a draft that outlives everything, an answer, or other words for an own message. */
import type { JSX } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import { MESSAGE_LIMIT, type Message, type Quote } from "../contract.ts";
import { TypingLine } from "../presence/lines.tsx";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Icon } from "../ui/icon.tsx";
import { CalledContext } from "./called.ts";
import { nameOf } from "./group.tsx";
import { firstName } from "./names.ts";
import { countText, isBlank } from "./length.ts";
import { Words } from "./markup.tsx";
import { toStored, toWritten } from "./mentions.ts";
import { extras } from "./parts.ts";
import { quotedWords, type Range } from "./quotes.ts";
import type { Room } from "./room.ts";
import type { Held } from "./things/led/pace.ts";

/** `text` is as it is stored, with marks for the people that it names. */
export type Writing =
  | { is: "new"; text?: string }
  | { is: "reply"; message: Message; part?: Range }
  | { is: "edit"; message: Message };

interface ComposerProps {
  room: Room;
  writing: Writing;
  onWriting: (writing: Writing) => void;
  onEditLast: () => void;
  /** My words stand at the end of the talk: whoever was elsewhere goes there. */
  onSaid: () => void;
}

/** From here on the count is shown. */
const NEAR_LIMIT = MESSAGE_LIMIT - 500;

export function Composer({ room, writing, onWriting, onEditLast, onSaid }: ComposerProps): JSX.Element {
  const { studio, me } = useStudio();
  const field = useRef<HTMLTextAreaElement>(null);
  const called = useContext(CalledContext);
  const draft = useDraft(room, writing, called);
  const [full, setFull] = useState(false);
  const { text } = draft;
  const stored = toStored(text, called);
  const length = countText(stored);
  const everybody = room.card.value.people.filter(({ id }) => id !== me.id);
  const Extras = extras.value;
  const [held, setHeld] = useState<Held>(null);
  const sendable = !isBlank(text) && length <= MESSAGE_LIMIT && held === null;

  useLayoutEffect(() => grow(field.current), [text]);
  useEffect(() => {
    if (writing.is !== "new" || writing.text !== undefined) field.current?.focus();
  }, [writing]);

  async function submit(): Promise<void> {
    if (!sendable) return;
    const before = writing;
    const said = say();
    onWriting({ is: "new" });
    setFull(false);
    try {
      await said;
    } catch {
      // Only a full outbox refuses: the words come back to where they were written.
      onWriting(before);
      draft.write(text);
      setFull(true);
    }
  }

  async function say(): Promise<void> {
    if (writing.is === "edit") {
      const { id, text: old } = writing.message;
      if (stored !== old) await studio.say(room.id, "room.edit", { message: id, text: stored });
      return;
    }
    draft.clear();
    onSaid();
    await studio.say(room.id, "room.post", { text: stored, ...answered(writing) });
  }

  const write = (words: string): void => {
    draft.write(words);
    if (!isBlank(words)) studio.presence.write(room.id);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !isTouch()) {
      event.preventDefault();
      void submit();
    } else if (event.key === "Escape" && writing.is !== "new") {
      event.preventDefault();
      onWriting({ is: "new" });
    } else if (event.key === "ArrowUp" && text === "" && writing.is === "new") {
      event.preventDefault();
      onEditLast();
    }
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
        field.current?.focus();
      }}
    >
      <div class="composer-column">
        <TypingLine room={room} />
        {writing.is !== "new" && <About room={room} writing={writing} onCancel={() => onWriting({ is: "new" })} />}
        {Extras && <Extras.Naming field={field} people={everybody} onWrite={draft.write} />}
        <div class="composer-line">
          <label class="unseen" for="words">
            {t("write-here")}
          </label>
          <textarea
            ref={field} id="words" rows={1} dir="auto" placeholder={t("write-here")} value={text} enterkeyhint="enter"
            aria-describedby="words-limit words-pace" aria-invalid={length > MESSAGE_LIMIT} aria-autocomplete="list"
            disabled={held === "all"}
            onInput={(event) => write(event.currentTarget.value)} onKeyDown={onKeyDown}
          />
          {Extras && <Extras.Bring room={room} />}
          <button type="submit" class="main send" disabled={!sendable}>
            <Icon name="send" /> <span class="unseen">{writing.is === "edit" ? t("save") : t("send")}</span>
          </button>
        </div>
        <p id="words-limit" class={length > MESSAGE_LIMIT ? "limit over" : "limit"} role="status">
          {full ? t("outbox-full") : limitWords(length)}
        </p>
        {Extras && <Extras.Pace room={room} edits={writing.is === "edit"} onHeld={setHeld} />}
      </div>
    </form>
  );
}

function answered(writing: Writing): { reply_to?: number; quote?: Quote } {
  if (writing.is !== "reply") return {};
  const { message, part } = writing;
  return { reply_to: message.id, ...(part ? { quote: { version: message.last, ...part } } : {}) };
}

function limitWords(length: number): string {
  if (length > MESSAGE_LIMIT) return t("too-many-letters", { count: length - MESSAGE_LIMIT });
  return length > NEAR_LIMIT ? t("letters-left", { count: MESSAGE_LIMIT - length }) : "";
}

function About({ room, writing, onCancel }: { room: Room; writing: Exclude<Writing, { is: "new" }>; onCancel: () => void }) {
  return (
    <p class="about">
      <Icon name={writing.is === "edit" ? "edit" : writing.part ? "quote" : "reply"} />
      <span class="about-words">
        {writing.is === "edit" ? (
          t("editing")
        ) : (
          <>
            <b>
              <Bdi text={firstName(nameOf(room, writing.message.author))} />
            </b>{" "}
            <Words text={aboutWords(writing)} />
          </>
        )}
      </span>
      <button type="button" class="quiet round" onClick={onCancel} aria-label={t("cancel")}>
        <Icon name="close" />
      </button>
    </p>
  );
}

const aboutWords = ({ message, part }: { message: Message; part?: Range }): string =>
  (part ? quotedWords({ version: message.last, ...part }, message) : message.text) ?? "";

interface Draft {
  text: string;
  write: (text: string) => void;
  clear: () => void;
}

/** New words are a draft, kept with every letter; other words for an old message live only as long as they are written. */
function useDraft(room: Room, writing: Writing, called: ReadonlyMap<string, string>): Draft {
  const { studio } = useStudio();
  const [text, setText] = useState(() => toWritten(studio.drafts.read(room.id, ""), called));
  const [changed, setChanged] = useState<{ of: Writing; text: string } | null>(null);
  const touched = useRef(false);
  const snapshot = room.snapshot.value;
  const known = snapshot !== null && !room.stale.value;

  useEffect(() => {
    // The server's draft comes with the snapshot; who has begun to write meanwhile keeps their own words.
    if (known && !touched.current) setText(toWritten(studio.drafts.read(room.id, snapshot.draft), called));
  }, [known]);
  useLayoutEffect(() => {
    if (writing.is === "new" && writing.text !== undefined) write(toWritten(writing.text, called));
  }, [writing]);

  function write(next: string): void {
    touched.current = true;
    setText(next);
    studio.drafts.write(room.id, toStored(next, called));
  }
  if (writing.is === "edit") {
    const change = (next: string): void => setChanged({ of: writing, text: next });
    const words = changed?.of === writing ? changed.text : toWritten(writing.message.text ?? "", called);
    return { text: words, write: change, clear: () => change("") };
  }
  return { text, write, clear: () => write("") };
}

const isTouch = (): boolean => matchMedia("(pointer: coarse)").matches;

/** For browsers that do not size a field by its content themselves. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
