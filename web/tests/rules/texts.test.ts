import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import { latin } from "../../tools/latin.ts";
import { bySources, findFaults, LANGUAGES, readMails, readShapes, readTexts } from "../../tools/texts.ts";
import { LANGUAGES as SHOWN } from "../../src/text/languages.ts";

const REFUSALS = fileURLToPath(new URL("../../../server/contract/refusals.py", import.meta.url));

const small = (en: string, sl: string): Map<(typeof LANGUAGES)[number], string> => new Map([["en", en], ["sl", sl]]);
const none = new Map<string, string[]>();

/** A thousand messages in six languages, on a machine that is busy. */
const READING_MS = 30_000;

test("the texts are whole in every language", { timeout: READING_MS }, () => {
  expect(findFaults()).toEqual([]);
});

test("the words of mails are whole in every language, and none of them is the client's", () => {
  expect(findFaults(bySources(readMails))).toEqual([]);
  const mails = readShapes(readMails("en")).shapes;
  expect(mails.size).toBeGreaterThan(10);
  expect([...readShapes(readTexts("en")).shapes.keys()].filter((id) => mails.has(id))).toEqual([]);
});

test("the languages on offer are those that have texts", () => {
  expect(SHOWN).toEqual(LANGUAGES);
});

test("every refusal of the server has words, and no other", () => {
  const codes = [...readFileSync(REFUSALS, "utf8").matchAll(/^ {4}"(\w+)": Refusal\(/gm)].map((found) => found[1]);
  const said = [...readShapes(readTexts("en")).shapes.keys()].filter((id) => id.startsWith("refused-"));
  expect(codes.length).toBeGreaterThan(20);
  expect(said.map((id) => id.slice("refused-".length)).sort()).toEqual(codes.sort());
});

describe("the build stops at", () => {
  test("a missing message", () => {
    expect(findFaults(small("a = A\nb = B", "a = A"), none)).toEqual(["sl: b: is missing"]);
  });

  test("a missing plural form", () => {
    const en = "a = { $count ->\n [one] 1\n *[other] n\n }";
    const sl = "a = { $count ->\n [one] 1\n [few] 3\n *[other] n\n }";
    expect(findFaults(small(en, sl), none)).toEqual(["sl: a: the plural form [two] of $count is missing"]);
  });

  test("a number without plural forms", () => {
    const en = "a = { $count ->\n [one] 1\n *[other] n\n }";
    expect(findFaults(small(en, "a = { $count } stvari"), none)).toEqual(["sl: a: has no plural forms of $count"]);
  });

  test("a part of a mail that is missing", () => {
    const faults = findFaults(small("a =\n .lead = A\n .note = B", "a =\n .lead = A"), none);
    expect(faults).toEqual(["sl: a: has other parts: lead"]);
  });

  test("a variable that nobody gives", () => {
    expect(findFaults(small("a = { $name }", "a = { $ime }"), none)).toEqual(["sl: a: $ime is given by nobody"]);
  });

  test("a text that can't be read", () => {
    expect(findFaults(small("a = A", "a = { $"), none)).toContain("sl: a: is missing");
  });

  test("a word of the code", () => {
    const faults = findFaults(small("a = the log of it", "a = dialog"), new Map([["all", ["log", "L0"]]]));
    expect(faults).toEqual(["en: a: shows the word “log”"]);
  });
});

describe("Serbian Latin is made from Cyrillic", () => {
  test.each([
    ["ЏУНГЛА", "DŽUNGLA"],
    ["Џемал", "Džemal"],
    ["ЉУБИЦА", "LJUBICA"],
    ["Љубица", "Ljubica"],
    ["Њ", "Nj"],
    ["КОЊ", "KONJ"],
    ["Коњ", "Konj"],
    ["ЊЕГОШ и Његош", "NJEGOŠ i Njegoš"],
    ["Ђорђе Љубинковић, Ћуприја", "Đorđe Ljubinković, Ćuprija"],
    ["инјекција, конјункција, надживети", "injekcija, konjunkcija, nadživeti"],
    ["a { $name } остаје", "a { $name } ostaje"],
  ])("%s → %s", (cyrillic, expected) => {
    expect(latin(cyrillic)).toBe(expected);
  });

  test("no Cyrillic letter stays", () => {
    expect(readTexts("sr-Latn")).not.toMatch(/\p{Script=Cyrillic}/u);
  });
});
