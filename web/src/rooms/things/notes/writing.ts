/** What somebody typed in a field as the smallest change of a text, and where a place of a text is after a change. */

export interface Change {
  at: number;
  removed: number;
  added: string;
}

/** Null where nothing changed. Places are counted as the browser counts; no character is cut in two. */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  if (same > 0 && isLow(before.charCodeAt(before.length - same))) same -= 1;
  return { at: start, removed: before.length - start - same, added: after.slice(start, after.length - same) };
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/** What is written exactly at the place comes behind it: who writes there stays in front of others' words. */
export function placeAfter(place: number, delta: Delta): number {
  let seen = 0;
  let moved = place;
  for (const { retain = 0, insert, delete: gone = 0 } of delta) {
    if (typeof insert === "string") {
      if (seen < moved) moved += insert.length;
      seen += insert.length;
    } else if (gone > 0) {
      moved -= Math.max(0, Math.min(gone, moved - seen));
    } else {
      seen += retain;
    }
    if (seen > moved) break;
  }
  return moved;
}

/** The line of a text in which a place lies. */
export function lineAt(text: string, place: number): string {
  const start = text.lastIndexOf("\n", place - 1) + 1;
  const end = text.indexOf("\n", place);
  return text.slice(start, end < 0 ? text.length : end).trim();
}
