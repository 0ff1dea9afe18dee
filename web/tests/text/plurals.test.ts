import { describe, expect, test } from "vitest";

import { bundleOf } from "../../src/text/fluent.ts";
import type { Language } from "../../src/text/languages.ts";
import { compile, readTexts } from "../../tools/texts.ts";

/** Without the invisible marks that keep a number's direction apart from the words around it. */
function say(language: Language, id: string, count: number): string {
  const bundle = bundleOf(language, compile(readTexts(language)));
  const pattern = bundle.getMessage(id)?.value;
  return bundle.formatPattern(pattern!, { count }).replace(/[\u2068\u2069]/g, "");
}

describe.each<[Language, Record<string, number[]>]>([
  ["sl", {
    "neprebrano sporočilo": [1, 101, 201],
    "neprebrani sporočili": [2, 102],
    "neprebrana sporočila": [3, 4, 103, 104],
    "neprebranih sporočil": [5, 0, 100, 11, 12, 13, 14],
  }],
  ["sr-Latn", {
    "nepročitana poruka": [1, 21, 101],
    "nepročitane poruke": [2, 3, 4, 22],
    "nepročitanih poruka": [5, 20, 0, 11, 12, 13, 14, 100, 111],
  }],
  ["sr-Cyrl", { "непрочитана порука": [1, 21], "непрочитане поруке": [2, 34], "непрочитаних порука": [0, 11, 12] }],
  ["hr", { "nepročitana poruka": [1, 21, 101], "nepročitane poruke": [2, 22], "nepročitanih poruka": [5, 0, 11] }],
  ["mk", { "непрочитана порака": [1, 21, 31], "непрочитани пораки": [2, 11, 100] }],
  ["en", { "unread message": [1], "unread messages": [0, 2, 21] }],
])("unread messages in %s", (language, forms) => {
  test.each(Object.entries(forms).flatMap(([words, counts]) => counts.map((count) => [count, words] as const)))(
    "%i %s",
    (count, words) => expect(say(language, "greeting-new", count)).toBe(`${count} ${words}`),
  );
});
