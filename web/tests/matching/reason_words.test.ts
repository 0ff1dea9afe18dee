// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";

import { reasonWords, speaksFor, type Reader } from "../../src/matching/reason_words.ts";
import { setLanguage, needTexts } from "../../src/text/fluent.ts";
import { LANGUAGES } from "../../src/text/languages.ts";

const CODES = join(dirname(fileURLToPath(import.meta.url)), "../../../server/matching/reasons.py");
/** What is said of the answer as a whole is for who makes it, in words of its own. */
const codes = [...readFileSync(CODES, "utf8").split("# The answer as a whole")[0]!.matchAll(/^ {4}"(\w+)": \(/gm)].map((found) => found[1]!);
const OWN = ["clocks_apart", "countries_apart", "plain_language"];
const READERS: readonly Reader[] = ["mentee", "mentor", "team"];
const TERMS = { budgets: { en: "Budgets and money", hr: "Proračuni i novac" } };
const PARAMETERS = {
  skills: ["budgets"], disciplines: ["budgets"], traits: ["budgets"], minutes: 90, hours: 1, needed: 60, language: "sh", level: 3, mentee_country: "MK", mentor_country: "SI", points: 4,
  moved: 2, min_cross_pairs: 3, country: "RS",
};

/** On a machine that is busy. */
const READING_MS = 30_000;

beforeEach(async () => {
  await needTexts("matching");
}, READING_MS);

describe.each(LANGUAGES)("in %s", (language) => {
  test("every code of the engine has words, and they are whole", { timeout: READING_MS }, async () => {
    await setLanguage(language);
    expect(codes.length).toBeGreaterThan(12);
    for (const code of [...codes, ...OWN]) {
      for (const reader of READERS) {
        const words = reasonWords({ code, parameters: PARAMETERS }, reader, TERMS);
        expect(words).not.toMatch(/reason-|\{|undefined|NaN/);
        expect(words).toMatch(/[.]$/);
      }
    }
  });
});

test("terms are called as the run calls them, and hours are counted as the language counts", { timeout: READING_MS }, async () => {
  await setLanguage("hr");
  const met = reasonWords({ code: "needs_met", parameters: { skills: ["budgets", "gone"] } }, "mentee", TERMS);
  expect(plain(met)).toBe("Upravo ono što se traži može se dobiti: Proračuni i novac · gone.");
  const hours = (minutes: number): string => plain(reasonWords({ code: "hours_shared", parameters: { minutes } }, "mentor", TERMS));
  expect([60, 121, 300].map(hours)).toEqual([
    "Slobodno vrijeme se poklapa, tjedno: 60 minuta.", "Slobodno vrijeme se poklapa, tjedno: 2 sata.",
    "Slobodno vrijeme se poklapa, tjedno: 5 sati.",
  ]);
});

test("what speaks for a pair is told apart from what is good to know before", () => {
  const speaking = codes.filter((code) => speaksFor({ code, parameters: {} }));
  expect(speaking).toEqual(["needs_met", "disciplines_shared", "hours_shared", "language_shared", "two_countries", "can_learn"]);
});

const plain = (words: string): string => words.replace(/[\u2066-\u2069]/g, "");
