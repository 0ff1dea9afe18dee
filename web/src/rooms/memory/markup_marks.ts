/**
 * Which letters of a part of a written text are marks of Markdown-lite, so that the part is read without them. It is cut out
 * of a text, so what opens may not close in it: parsing does not help, and what is no sure mark stays.
 */
const ESCAPE = /\\(?=[\\`*_[\]()>+.-])./gu;
const KEPT = /@\[[A-Za-z0-9_-]{1,64}\]|\b(?:https?:\/\/|mailto:)[^\s)\]>]+/gu;
const FENCE = /^[ \t]*```[^\n`]*$/gmu;
const CODE = /(`+)([^`\n]+)\1/gu;
const LINK = /\[([^\][\n]+)\](\([^()\s]*\))/gu;
const BLOCK = /^[ \t]*(?:(?:>|[-*+](?=[ \t]))[ \t]*)+/gmu;
const PAIRS = [
  /(?<![*\p{L}\p{N}])(\*{1,3})(?=[^\s*])([^\n]*?[^\s*])\1(?!\*)/gu,
  /(\*{2})(?=[^\s*])([^\n]*?[^\s*])\1(?!\*)/gu,
  /(?<![_\p{L}\p{N}])(_{1,3})(?=[^\s_])([^\n]*?[^\s_])\1(?![_\p{L}\p{N}])/gu,
];
/** Cut off from the other half. */
const HALF = /(?<=[^\s*])\*\*(?=[\s.,;:!?)]|$)|(?<=^|[\s(])\*\*(?=[^\s*])/gu;
/** Stands for what is settled already: no mark begins or ends with it. */
const SETTLED = "\uFFFC";

/** By place in the text, counted in code points. */
export function markupMarks(text: string): ReadonlySet<number> {
  const gone = new Set<number>();
  let rest = text;
  const settle = (from: number, to: number): void => {
    rest = rest.slice(0, from) + SETTLED.repeat(to - from) + rest.slice(to);
  };
  const drop = (from: number, to: number): void => {
    for (let at = from; at < to; at++) gone.add(at);
    settle(from, to);
  };
  for (const { index } of text.matchAll(ESCAPE)) {
    drop(index, index + 1);
    settle(index + 1, index + 2);
  }
  for (const { index, 0: all } of rest.matchAll(FENCE)) drop(index, index + all.length);
  for (const { index, 0: all, 1: ticks } of rest.matchAll(CODE)) {
    drop(index, index + ticks!.length);
    drop(index + all.length - ticks!.length, index + all.length);
    settle(index, index + all.length);
  }
  for (const { index, 1: words, 2: target } of rest.matchAll(LINK)) {
    if (text[index - 1] === "@") continue;
    drop(index, index + 1);
    drop(index + 1 + words!.length, index + 2 + words!.length + target!.length);
  }
  for (const { index, 0: all } of rest.matchAll(KEPT)) settle(index, index + all.length);
  for (const { index, 0: all } of rest.matchAll(BLOCK)) drop(index, index + all.length);
  for (const pair of PAIRS) {
    // One in another: the outer one first.
    for (let found = [...rest.matchAll(pair)]; found.length > 0; found = [...rest.matchAll(pair)]) {
      for (const { index, 0: all, 1: mark } of found) {
        drop(index, index + mark!.length);
        drop(index + all.length - mark!.length, index + all.length);
      }
    }
  }
  for (const { index, 0: all } of rest.matchAll(HALF)) drop(index, index + all.length);
  return inCodePoints(text, gone);
}

function inCodePoints(text: string, gone: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  let unit = 0;
  [...text].forEach((letter, at) => {
    if (gone.has(unit)) found.add(at);
    unit += letter.length;
  });
  return found;
}
