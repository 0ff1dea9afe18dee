/**
 * People named in words. What is stored says `@[<person's id>]`, so that a name that changes later is shown as it is
 * then; what is written and read says `@Name`.
 */
import { talkName } from "./names.ts";

export interface Named {
  id: string;
  name: string;
}

/** A piece of stored words: plain, or a person. */
export type Piece = string | { person: string };

const MENTION = /@\[([A-Za-z0-9_-]{1,64})\]/g;
/** Before and after a name in the field stands no letter or digit: `info@nika.org` names nobody. */
export const LETTER = /[\p{L}\p{N}_]/u;

/** `mentions`: who is named; any other `@[…]` is plain words. */
export function splitMentions(text: string, mentions: readonly string[]): Piece[] {
  if (mentions.length === 0) return [text];
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(MENTION)) {
    const person = found[1]!;
    if (!mentions.includes(person)) continue;
    pieces.push(text.slice(end, found.index), { person });
    end = found.index + found[0].length;
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== "");
}

/** How each of these people is called in the field: shortly where that is clear, and nobody like another. */
export function callNames(people: readonly Named[]): Map<string, string> {
  const called = new Map<string, string>();
  const taken = new Map<string, number>();
  const all = people.map(({ name }) => name);
  for (const { id, name } of [...people].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (name === "") continue;
    const short = talkName(name, all);
    const times = (taken.get(short) ?? 0) + 1;
    taken.set(short, times);
    called.set(id, times === 1 ? short : `${short} ${times}`);
  }
  return called;
}

/** From the field to the store: every `@Name` of these people names them. */
export function toStored(written: string, called: ReadonlyMap<string, string>): string {
  const people = [...called].sort(([, a], [, b]) => b.length - a.length);
  let stored = "";
  for (let place = 0; place < written.length; place += 1) {
    const found = written[place] === "@" && !LETTER.test(written[place - 1] ?? "")
      ? people.find(([, name]) => startsWithName(written.slice(place + 1), name))
      : undefined;
    if (!found) stored += written[place];
    else {
      stored += `@[${found[0]}]`;
      place += found[1].length;
    }
  }
  return stored;
}

const startsWithName = (rest: string, name: string): boolean =>
  rest.startsWith(name) && !LETTER.test(rest.slice(name.length)[0] ?? "");

/** From the store to the field, and to every place that shows words without marks. */
export const toWritten = (stored: string, called: ReadonlyMap<string, string>): string =>
  stored.replace(MENTION, (mark, person: string) => (called.has(person) ? `@${called.get(person)}` : mark));
