import { expect, test } from "vitest";

import type { RoundMeasures } from "../../src/contract.ts";
import { differences } from "../../src/matching/differences.ts";
import { crossShare, curvePoints, languageRows, loadRows, part, shareRows } from "../../src/matching/plots.ts";
import { matched, person } from "./rounds.ts";

const MEASURES: RoundMeasures = {
  matched: 3, mentees: 4, mentors: 3, seats: 4, total: 15_000, smallest: 4_000, fifth_percentile: 4_000, blocking_pairs: 1,
  cross_country: 2, languages: { hr: 1, en: 2 },
};

test("whoever is farthest from their best stands first, in points", () => {
  const rows = shareRows(
    [
      { person: person("a"), score: 8_000, best: 8_050, choices: 3 },
      { person: person("b"), score: 2_000, best: 9_000, choices: 2 },
      { person: person("c"), score: null, best: null, choices: 0 },
      { person: person("d"), score: null, best: 3_000, choices: 1 },
    ],
    100,
  );
  expect(rows.map(({ id, got, best }) => [id, got, best])).toEqual([
    ["b", 20, 90], ["d", null, 30], ["a", 80, 80.5], ["c", null, null],
  ]);
});

test("languages stand by how many pairs speak them, mentors by how many they take", () => {
  expect(languageRows(MEASURES)).toEqual([{ id: "en", count: 2 }, { id: "hr", count: 1 }]);
  const loads = [
    { person: person("m"), mentees: 1, capacity: 3 }, { person: person("n"), mentees: 2, capacity: 2 },
    { person: person("o"), mentees: 1, capacity: 1 },
  ];
  expect(loadRows(loads).map(({ id }) => id)).toEqual(["n", "o", "m"]);
});

test("the share of pairs of two countries is of those that there are", () => {
  expect(crossShare(MEASURES)).toBe(67);
  expect(crossShare({ ...MEASURES, matched: 0, cross_country: 0 })).toBe(0);
});

test("the curve says what keeping costs against keeping nothing, and never less than nothing", () => {
  const curve = [
    { keep: 100, kept: 5, matched: 5, total: 48_000 }, { keep: 0, kept: 2, matched: 6, total: 60_000 },
    { keep: 10, kept: 4, matched: 6, total: 59_700 },
  ];
  expect(curvePoints(curve, 100)).toEqual([
    { keep: 0, kept: 2, lost: 0, fewer: 0 }, { keep: 10, kept: 4, lost: 3, fewer: 0 }, { keep: 100, kept: 5, lost: 120, fewer: 1 },
  ]);
  expect(curvePoints([], 100)).toEqual([]);
});

test("a bar is a part of the widest one", () => {
  expect([part(1, 3), part(3, 3), part(-1, 3), part(1, 0)]).toEqual([33.3, 100, 0, 0]);
});

test("of two answers it is said who has somebody else, nobody any more, or somebody at last", () => {
  const before = [matched("a", "m"), matched("b", "n"), matched("c", "k")];
  const after = [matched("a", "m"), matched("b", "k"), matched("d", "n")];
  expect(differences(before, after).map((move) => [move.mentee.id, move.before?.id ?? null, move.after?.id ?? null])).toEqual([
    ["b", "n", "k"], ["d", null, "n"], ["c", "k", null],
  ]);
  expect(differences(before, before)).toEqual([]);
});
