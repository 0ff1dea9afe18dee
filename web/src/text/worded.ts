/** What somebody named in several languages: which of its names a reader is shown. */
import type { Language } from "./languages.ts";

/** Where a name in the reader's own language is missing: what they read with least effort, the best first. */
const NEIGHBOURS: Record<Language, readonly string[]> = {
  "sr-Cyrl": ["sr-Latn", "bs", "hr", "mk", "en"],
  "sr-Latn": ["sr-Cyrl", "bs", "hr", "en"],
  hr: ["bs", "sr-Latn", "en"],
  mk: ["sr-Cyrl", "bg", "en"],
  sl: ["hr", "sr-Latn", "en"],
  en: [],
};

export interface Worded {
  language: string;
  words: string;
}

/** Without any name the words are empty. */
export function chooseWords(names: Readonly<Record<string, string>>, reader: Language): Worded {
  for (const language of [reader, ...NEIGHBOURS[reader], ...Object.keys(names)]) {
    const words = names[language];
    if (words) return { language, words };
  }
  return { language: reader, words: "" };
}

export const worded = (names: Readonly<Record<string, string>>, reader: Language): string =>
  chooseWords(names, reader).words;
