import { describe, expect, test } from "vitest";

import {
  allowing, choosing, forbidding, hasBySaying, inverse, keeping, leaving, locksOf, saidOf, valueAt, withValue, type Said,
} from "../../src/matching/places.ts";
import { pair, person, round } from "./rounds.ts";

const NOTHING: Said = { chosen: null, pin: [], forbid: [] };

describe("what is said of a mentee", () => {
  test("to choose two takes back what was said against them, and what was fixed before", () => {
    expect(choosing({ chosen: "x", pin: ["y"], forbid: ["m", "n"] }, "m")).toEqual({ chosen: "m", pin: [], forbid: ["n"] });
  });

  test("to keep what was found is no choice by hand", () => {
    expect(keeping({ chosen: "x", pin: [], forbid: [] }, "m")).toEqual({ chosen: null, pin: ["m"], forbid: [] });
    expect(hasBySaying(keeping(NOTHING, "m"))).toBe("m");
  });

  test("who is never to be together is not together any more", () => {
    expect(forbidding({ chosen: "m", pin: [], forbid: ["n"] }, "m", "k")).toEqual({ chosen: null, pin: [], forbid: ["k", "m", "n"] });
    expect(forbidding({ chosen: null, pin: ["m"], forbid: [] }, "m").pin).toEqual([]);
    expect(forbidding({ chosen: "x", pin: [], forbid: [] }, "m").chosen).toBe("x");
  });

  test("what is taken back leaves the rest", () => {
    expect(leaving({ chosen: "m", pin: [], forbid: ["n"] })).toEqual({ chosen: null, pin: [], forbid: ["n"] });
    expect(allowing({ chosen: "m", pin: [], forbid: ["k", "n"] }, "n")).toEqual({ chosen: "m", pin: [], forbid: ["k"] });
  });
});

test("a change of one mentee leaves all others as they are", () => {
  const before = round({ chosen: [pair("a", "m"), pair("b", "n")], forbid: [pair("b", "m")], version: 7 });
  const after = withValue(before, { mentee: "a" }, choosing(saidOf(before, "a"), "k"), person);
  expect(locksOf(after)).toEqual({
    version: 7, pin: [], forbid: [{ mentee: "b", mentor: "m" }],
    chosen: [{ mentee: "b", mentor: "n" }, { mentee: "a", mentor: "k" }],
  });
  expect(locksOf(before).chosen).toHaveLength(2);
  expect(saidOf(after, "b")).toEqual({ chosen: "n", pin: [], forbid: ["m"] });
});

test("a change of one setting leaves all others as they are", () => {
  const after = withValue(round(), { setting: "weights.hours" }, 9, person);
  expect(after.settings.weights).toEqual({ needs: 4, hours: 9 });
  expect(after.settings.rules).toEqual(round().settings.rules);
  expect(valueAt(after, { setting: "weights.hours" })).toBe(9);
  expect(withValue(round(), { setting: "keep" }, 50, person).settings.keep).toBe(50);
});

test("what takes back puts what was before", () => {
  const edit = { place: { mentee: "a" }, before: NOTHING, after: choosing(NOTHING, "m") };
  const there = withValue(round(), edit.place, edit.after, person);
  const back = inverse(edit);
  expect(saidOf(withValue(there, back.place, back.after, person), "a")).toEqual(NOTHING);
});
