/**
 * What is selected on the screen has lost its marks and shows names: it is found again in the stored words, character by
 * character.
 */
import type { Range } from "./quotes.ts";

/** A character as it is shown, and where it comes from, in code points. `soft`: it may be there to mark, not to be read. */
interface Shown {
  character: string;
  start: number;
  end: number;
  soft: boolean;
}

const MENTION = /^@\[([A-Za-z0-9_-]{1,64})\]/;
/** What Markdown takes out of the words: where a link goes, a list's number, a fence. */
const TAKEN_OUT = /^(?:\]\([^)\s]*\)|```[^\n]*(?=\n|$))/;
const NUMBER = /^\s*\d+[.)](?=\s)/;
const MARK = /[\s*_`~>#\-+[\]()<>\\]/;

/** Where `selected` stands in the stored words; `before` is what is shown in front of it. Null when it is not found. */
export function locate(
  stored: string, selected: string, before: string, called: ReadonlyMap<string, string>,
): Range | null {
  const wanted = withoutBlanks(selected);
  if (wanted.length === 0) return null;
  const shown = showAll(stored, called);
  let skip = countIn(withoutBlanks(before), wanted);
  let found: Range | null = null;
  for (let place = 0; place < shown.length; place += 1) {
    const here = shown[place]?.character === wanted[0] ? match(shown, place, wanted) : null;
    if (!here) continue;
    found = here;
    if (skip === 0) break;
    skip -= 1;
  }
  return found;
}

const withoutBlanks = (text: string): string[] => [...text.normalize("NFC").replace(/\s+/gu, "")];

function countIn(before: readonly string[], wanted: readonly string[]): number {
  const whole = [...before, ...wanted];
  let count = 0;
  for (let place = 0; place < before.length; place += 1) {
    if (wanted.every((character, step) => whole[place + step] === character)) count += 1;
  }
  return count;
}

function match(shown: readonly Shown[], from: number, wanted: readonly string[]): Range | null {
  let matched = 0;
  for (let place = from; place < shown.length; place += 1) {
    const one = shown[place]!;
    if (one.character === wanted[matched]) matched += 1;
    else if (!one.soft) return null;
    if (matched === wanted.length) return { start: shown[from]!.start, end: one.end };
  }
  return null;
}

function showAll(stored: string, called: ReadonlyMap<string, string>): Shown[] {
  const points = [...stored];
  const shown: Shown[] = [];
  let place = 0;
  const take = (characters: readonly string[], soft: boolean): void => {
    for (const character of characters) shown.push({ character, start: place, end: place + 1, soft: soft || MARK.test(character) });
    place += characters.length;
  };
  while (place < points.length) {
    const point = points[place]!;
    const begins = place === 0 || points[place - 1] === "\n";
    const rest = begins || "@]`".includes(point) ? points.slice(place).join("") : "";
    const mention = MENTION.exec(rest);
    const name = mention && called.get(mention[1]!);
    const out = TAKEN_OUT.exec(rest) ?? (begins ? NUMBER.exec(rest) : null);
    if (mention && name) {
      const end = place + mention[0].length;
      for (const character of withoutBlanks(`@${name}`)) shown.push({ character, start: place, end, soft: false });
      place = end;
    } else if (out) take([...out[0]], true);
    else take([point], false);
  }
  return shown;
}
