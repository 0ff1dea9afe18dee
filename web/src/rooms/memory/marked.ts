/** Words with what was found in them: cut at the marks, which count code points, and at the people who are named, and
 * without the marks of Markdown. */
import { markupMarks } from "./markup_marks.ts";

export type Part = { words: string; found: boolean } | { person: string; found: boolean };

const MENTION = /@\[([A-Za-z0-9_-]{1,64})\]/g;

export function partsOf(text: string, marks: readonly (readonly [number, number])[]): Part[] {
  const written = markupMarks(text);
  const letters = [...text].map((letter, at) => (written.has(at) ? "" : letter));
  const parts: Part[] = [];
  let end = 0;
  const take = (from: number, to: number, found: boolean): void => {
    if (to > from) parts.push(...withPeople(letters.slice(from, to).join(""), found));
  };
  for (const [from, to] of marks) {
    take(end, from, false);
    take(Math.max(end, from), to, true);
    end = Math.max(end, to);
  }
  take(end, letters.length, false);
  return parts;
}

function withPeople(words: string, found: boolean): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const one of words.matchAll(MENTION)) {
    parts.push({ words: words.slice(end, one.index), found }, { person: one[1]!, found });
    end = one.index + one[0].length;
  }
  parts.push({ words: words.slice(end), found });
  return parts.filter((part) => "person" in part || part.words !== "");
}
