/** How people and rooms are called on the screen. */
import type { Kind } from "../contract.ts";

/** First names of the region stand first; a mononym is itself. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

export function monogram(name: string, locale: string): string {
  const [letter = "·"] = new Intl.Segmenter(locale, { granularity: "grapheme" }).segment(name.trim());
  return (typeof letter === "string" ? letter : letter.segment).toLocaleUpperCase(locale);
}

/** Rooms of two or a few are called by their people; a circle has so many that its kind says more. */
export const isCalledByPeople = (kind: Kind, others: number): boolean =>
  others > 0 && (kind === "pair" || kind === "team" || others <= 3);

/** First names where they tell the people of a room apart, else whole ones. */
export function talkName(name: string, all: readonly string[]): string {
  const first = firstName(name);
  return all.filter((other) => firstName(other) === first).length > 1 ? name : first;
}
