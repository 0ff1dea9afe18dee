/**
 * Naming somebody while writing: `@` opens the list of who is in the room, and what follows narrows it. The field keeps
 * the focus; arrows choose, Enter or a press takes, Escape closes.
 */
import type { JSX } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { CalledContext } from "./called.ts";
import type { Named } from "./mentions.ts";
import { monogram } from "./names.ts";
import { findTyping, suggest, type Typing } from "./suggestions.ts";

interface NamingProps {
  field: { current: HTMLTextAreaElement | null };
  people: readonly Named[];
  onWrite: (text: string) => void;
}

/** Bound of what is offered at once. */
const OFFERED = 30;
const LIST = "people-to-name";

export function Naming({ field, people: everybody, onWrite }: NamingProps): JSX.Element | null {
  const called = useContext(CalledContext);
  const [typing, setTyping] = useState<Typing | null>(null);
  const [active, setActive] = useState(0);
  /** The `@` whose list was closed by hand. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const found = typing && typing.at !== dismissed ? suggest(typing.query, everybody).slice(0, OFFERED) : [];
  // A name that stands there whole needs no list any more.
  const isWhole = found.length === 1 && called.get(found[0]!.id) === typing?.query.trimEnd();
  const people = isWhole ? [] : found;
  const chosen = people[active]?.id ?? "";

  const look = (): void => {
    const next = readTyping(field.current);
    if (next?.at !== typing?.at || next?.query !== typing?.query) setActive(0);
    if (next === null) setDismissed(null);
    setTyping(next);
  };

  const choose = (person: Named): void => {
    const element = field.current;
    if (!element || !typing) return;
    const begun = `${element.value.slice(0, typing.at)}@${called.get(person.id) ?? person.name} `;
    const rest = element.value.slice(typing.at + 1 + typing.query.length).replace(/^ /, "");
    onWrite(begun + rest);
    setTyping(null);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(begun.length, begun.length);
    });
  };

  const onKey = (event: KeyboardEvent): void => {
    const person = people[active];
    if (!person || event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + people.length) % people.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(person);
    else if (event.key === "Escape") setDismissed(typing?.at ?? null);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  // Whoever was faster than this part has typed already.
  useEffect(look, []);
  useListening(field, look, onKey);
  useDescribing(field.current, chosen);
  if (people.length === 0) return null;
  return (
    <>
      <ul class="mention-list" role="listbox" id={LIST} aria-label={t("people-to-name")}>
        {people.map((person, place) => (
          <li
            key={person.id} role="option" id={optionId(person.id)} aria-selected={place === active}
            onPointerDown={(event) => event.preventDefault()} onClick={() => choose(person)}
          >
            <span class="monogram" aria-hidden="true">
              {monogram(person.name, locale.value)}
            </span>
            <Bdi text={person.name} />
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">
        {t("people-found", { count: people.length })}
      </p>
    </>
  );
}

const optionId = (person: string): string => `name-${person}`;

function readTyping(field: HTMLTextAreaElement | null): Typing | null {
  if (!field || field.selectionStart !== field.selectionEnd) return null;
  return findTyping(field.value, field.selectionStart);
}

/** What moves the caret or changes what stands before it. */
const MOVES = ["input", "keyup", "click"] as const;

/** Hears the field before it hears itself: a key that is for the list is for nothing else. */
function useListening(field: NamingProps["field"], look: () => void, onKey: (event: KeyboardEvent) => void): void {
  const now = useRef({ look, onKey });
  useLayoutEffect(() => void (now.current = { look, onKey }));
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const looked = (): void => now.current.look();
    const pressed = (event: KeyboardEvent): void => now.current.onKey(event);
    for (const kind of MOVES) element.addEventListener(kind, looked);
    element.addEventListener("keydown", pressed, { capture: true });
    return () => {
      for (const kind of MOVES) element.removeEventListener(kind, looked);
      element.removeEventListener("keydown", pressed, { capture: true });
    };
  }, [field.current]);
}

/** Says at the field which person the next Enter takes. */
function useDescribing(field: HTMLTextAreaElement | null, chosen: string): void {
  useEffect(() => {
    if (!field || chosen === "") return;
    field.setAttribute("aria-controls", LIST);
    field.setAttribute("aria-activedescendant", optionId(chosen));
    document.getElementById(optionId(chosen))?.scrollIntoView({ block: "nearest" });
    return () => {
      field.removeAttribute("aria-controls");
      field.removeAttribute("aria-activedescendant");
    };
  }, [field, chosen]);
}
