/** Words in several languages while somebody types them: lines in their order, empty ones among them. */
import { LANGUAGES, OWN_NAMES, type Language } from "../text/languages.ts";

export type Lines = readonly (readonly [language: string, words: string])[];

/** How languages call themselves: those of the screens, and others that people here write names and credits in. */
const LANGUAGE_NAMES: Record<string, string> = {
  ...OWN_NAMES,
  sq: "Shqip",
  bs: "Bosanski",
  bg: "Български",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  hu: "Magyar",
  it: "Italiano",
  pt: "Português",
  ro: "Română",
  tr: "Türkçe",
};

export const languageName = (tag: string): string => LANGUAGE_NAMES[tag] ?? tag;

/** Those that can be added, and the one that a line has already. */
export function languagesFor(lines: Lines, own: string): string[] {
  const taken = new Set(lines.map(([language]) => language));
  return [...new Set([own, ...LANGUAGES, ...Object.keys(LANGUAGE_NAMES)])].filter((tag) => tag === own || !taken.has(tag));
}

export function linesOf(words: Readonly<Record<string, string>>, reader: Language): Lines {
  const lines = Object.entries(words);
  return lines.length > 0 ? lines : [[reader, ""]];
}

export function wordsOf(lines: Lines): Record<string, string> {
  return Object.fromEntries(lines.map(([tag, words]) => [tag, words.trim()]).filter(([, words]) => words !== ""));
}

/** For who compares two states of it. */
export const linesInWords = (lines: Lines): string =>
  lines.filter(([, words]) => words.trim()).map(([, words]) => words.trim()).join(" · ");
