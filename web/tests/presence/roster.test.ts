import { describe, expect, test } from "vitest";

import {
  came, counted, faded, loaded, nextFading, NOBODY, spoke, turned, typed, TYPING_MS, went, type Roster,
} from "../../src/presence/roster.ts";

const two = loaded(NOBODY, [{ person: "ana", mark: "here" }, { person: "bor", mark: "away" }]);
const people = (roster: Roster): Record<string, string> => Object.fromEntries(roster.people);
const crowdOf = (size: number): Roster =>
  loaded(NOBODY, Array.from({ length: size }, (_, n) => ({ person: `p${n}`, mark: "here" as const })));

test("people come, turn away and go", () => {
  let roster = came(two, "iva", "here");
  roster = turned(turned(roster, "iva", "away"), "bor", "here");
  expect(people(roster)).toEqual({ ana: "here", bor: "here", iva: "away" });
  expect(people(went(roster, "ana"))).toEqual({ bor: "here", iva: "away" });
  expect(people(went(roster, "nobody"))).toEqual(people(roster));
  expect(people(came(roster, "ana", "here"))).toEqual(people(roster));
});

test("news of somebody who is not known does not bring them in", () => {
  expect(turned(two, "iva", "here")).toBe(two);
});

test("the whole replaces what was known", () => {
  const writing = typed(typed(two, "ana", 0), "bor", 0);
  const fresh = loaded(writing, [{ person: "ana", mark: "away" }]);
  expect(people(fresh)).toEqual({ ana: "away" });
  expect([...fresh.typing.keys()]).toEqual(["ana"]);
});

describe("writing", () => {
  test("fades after six seconds at the latest", () => {
    const writing = typed(two, "ana", 1_000);
    expect(nextFading(writing)).toBe(7_000);
    expect(TYPING_MS).toBe(6_000);
    expect(faded(writing, 6_999)).toBe(writing);
    expect(faded(writing, 7_000).typing.size).toBe(0);
  });

  test("goes on as long as it is told anew", () => {
    const writing = typed(typed(two, "ana", 0), "ana", 3_000);
    expect(faded(writing, 8_999).typing.has("ana")).toBe(true);
    expect(faded(writing, 9_000).typing.has("ana")).toBe(false);
  });

  test("ends with the words, and with who wrote them", () => {
    const writing = typed(typed(two, "ana", 0), "bor", 0);
    expect([...spoke(writing, "ana").typing.keys()]).toEqual(["bor"]);
    expect(spoke(two, "ana")).toBe(two);
    expect([...went(writing, "bor").typing.keys()]).toEqual(["ana"]);
    expect(nextFading(two)).toBeNull();
  });
});

describe("a crowd", () => {
  test("is a number from the fifty-first on", () => {
    expect(crowdOf(50).crowd).toBeNull();
    expect(crowdOf(51).crowd).toBe(51);
  });

  test("is counted, and asked for as a whole once it is none", () => {
    const many = counted(typed(crowdOf(51), "p1", 0), { kind: "count", people: 60 });
    expect(many).toMatchObject({ roster: { crowd: 60 }, whole: false });
    expect(many.roster.typing.size).toBe(0);
    expect(counted(many.roster, { kind: "count", people: 50 })).toMatchObject({ roster: { crowd: null }, whole: true });
  });
});
