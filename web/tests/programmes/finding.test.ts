// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest";

import type { FoundTime, Poll } from "../../src/contract.ts";
import { countsInWords, named, neededInWords, spanInWords, whoCan, type GuestPart } from "../../src/programmes/finding/words.ts";
import { needTexts, setLanguage } from "../../src/text/fluent.ts";

const guest = (name: string, part: GuestPart = "welcome"): Poll["guests"][number] => ({
  id: name.toLowerCase(), name, part, account: true, said: {},
});
const poll = (...guests: Poll["guests"]): Poll => ({ guests, zone: "Europe/Belgrade", minutes: 60 }) as unknown as Poll;
const time = (found: Partial<FoundTime>): FoundTime => ({
  start: Date.UTC(2026, 11, 3, 17), missing: 0, free: [], outside: [], busy: [], strain: 0, ...found,
});
/** Without the marks that keep directions apart. */
const bare = (words: string): string => words.replace(/[⁨⁩]/g, "");

beforeAll(async () => {
  await needTexts("programmes");
  await setLanguage("en");
});

test("who could come is counted in words, and nobody twice", () => {
  const many = poll(guest("Ana", "needed"), guest("Blaž"), guest("Ceca"), guest("Đorđe"), guest("Ema"));
  const who = whoCan(time({ free: ["ana", "blaž"], outside: ["ceca"], busy: ["đorđe"] }), many);
  expect(bare(countsInWords(who))).toBe("2 of 5 can, 1 outside their hours, 1 cannot, not known of 1");
  expect(neededInWords(who).map(bare)).toEqual(["has to be there and can: Ana"]);
  expect(bare(countsInWords(whoCan(time({ free: ["ana"] }), poll(guest("Ana")))))).toBe("1 of 1 can");
});

test("of those who have to be there nothing is passed over", () => {
  const many = poll(guest("Ana", "needed"), guest("Blaž", "needed"), guest("Ceca", "one_of"), guest("Đorđe", "one_of"));
  expect(neededInWords(whoCan(time({ busy: ["ana"], outside: ["ceca"] }), many)).map(bare)).toEqual([
    "has to be there and cannot: Ana", "has to be there, and nothing is known: Blaž",
    "one of several has to be there, and none is sure",
  ]);
  expect(neededInWords(whoCan(time({ free: ["đorđe", "ana", "blaž"] }), many)).map(bare)).toEqual([
    "has to be there and can: Ana and Blaž", "one has to be there and can: Đorđe",
  ]);
});

test("of many names the first stand there, and how many more", () => {
  expect(bare(named(["A", "B", "C", "D"]))).toBe("A, B, C and D");
  expect(bare(named(["A", "B", "C", "D", "E", "F"]))).toBe("A, B, C and 3 more");
});

test("times stand by the wall of the year’s home", () => {
  expect(spanInWords(Date.UTC(2026, 11, 3, 17), poll(guest("Ana")))).toMatch(/, 18:00–19:00$/);
});
