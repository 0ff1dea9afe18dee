import { describe, expect, test } from "vitest";

import { dateKey } from "../../src/programmes/date_words.tsx";
import { yearLater, yearsOf } from "../../src/programmes/days.ts";
import { inBase64 } from "../../src/programmes/file.ts";
import { languagesFor, linesOf, wordsOf } from "../../src/programmes/lines.ts";
import { officePlace, runPath } from "../../src/programmes/place.ts";
import { finds } from "../../src/programmes/search.ts";
import { chooseWords, worded } from "../../src/text/worded.ts";

describe("a person is found", () => {
  test.each([
    ["djordje", "Ђорђе"], ["đorđe", "Djordje"], ["Ђорђе", "Đorđe Ćirić"], ["ljubica", "Љубица"], ["zgajnar", "Žgajnar"],
    ["ниш", "Niš"], ["dzemal", "Џемал"], ["vesna ni", "Vesna Nikolić"], ["", "Nika"],
  ])("%s → %s", (wanted, name) => expect(finds(wanted, name)).toBe(true));

  test("and nobody else", () => expect(finds("maja", "Nika", "nika@example.org", null)).toBe(false));
});

test("a name is read in one's own language, else in the nearest", () => {
  const names = { en: "House", "sr-Latn": "Kuća" };
  expect(chooseWords(names, "sr-Cyrl")).toEqual({ language: "sr-Latn", words: "Kuća" });
  expect(worded(names, "en")).toBe("House");
  expect(worded({ sq: "Shtëpia" }, "sl")).toBe("Shtëpia");
  expect(worded({}, "sl")).toBe("");
});

test("lines become words without the empty ones, in their order", () => {
  expect(linesOf({}, "sl")).toEqual([["sl", ""]]);
  expect(Object.entries(wordsOf([["hr", " Kuća "], ["sl", " "], ["en", "House"]]))).toEqual([["hr", "Kuća"], ["en", "House"]]);
  expect(languagesFor([["hr", ""], ["en", ""]], "hr")).toContain("hr");
  expect(languagesFor([["hr", ""], ["en", ""]], "hr")).not.toContain("en");
});

test("days", () => {
  expect(yearLater("2028-02-29")).toBe("2029-02-28");
  expect(yearLater("2026-10-01")).toBe("2027-10-01");
  expect([yearsOf("2026-10-01", "2027-06-30"), yearsOf("2026-01-01", "2026-12-31")]).toEqual(["2026/27", "2026"]);
});

test("addresses lead to their pages and back", () => {
  expect(officePlace("/programmes")).toEqual({ at: "list" });
  expect(officePlace("/programmes/new")).toEqual({ at: "founding" });
  expect(officePlace("/programmes/new/p1")).toEqual({ at: "copying", programme: "p1" });
  expect(officePlace(runPath("c1", "people"))).toEqual({ at: "run", run: "c1", section: "people" });
  expect(officePlace("/programmes/c1/elsewhere")).toEqual({ at: "run", run: "c1", section: null });
});

test("a file goes as its bytes, large ones too", async () => {
  expect(await inBase64(new Blob([new Uint8Array([0xff, 0xfe, 0x41])]))).toBe("//5B");
  expect((await inBase64(new Blob(["a".repeat(300_000)]))).length).toBe(400_000);
});

test("planned dates of one kind at one time, each for others, are told apart", () => {
  const workshop = { kind: "workshop", day: "2026-12-01", time: "18:00" } as const;
  expect(dateKey({ ...workshop, whom: "mentors" })).not.toBe(dateKey({ ...workshop, whom: "mentees" }));
});
