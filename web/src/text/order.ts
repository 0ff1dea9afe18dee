/** Names in the order of the reader's alphabet, and names in a row. */
import { compareMacedonian, macedonianList, needsMacedonian } from "./macedonian.ts";

export function compareNames(locale: string): (a: string, b: string) => number {
  return needsMacedonian(locale) ? compareMacedonian : new Intl.Collator(locale).compare;
}

export function listOfNames(names: readonly string[], locale: string): string {
  if (needsMacedonian(locale)) return macedonianList(names);
  return new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(names);
}
