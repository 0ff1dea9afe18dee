import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import type { Entry } from "../../src/contract.ts";
import { evolve, type Talk } from "../../src/live/evolve.ts";

interface Case {
  name: string;
  state: Talk;
  entries: { offset: number; entry: Entry }[];
  expected: Talk;
}

const GOLDEN = fileURLToPath(new URL("../../../tests/golden/evolve.json", import.meta.url));
const cases = JSON.parse(readFileSync(GOLDEN, "utf8")) as Case[];

/** Members are a set: the order in which they are told means nothing. */
function normal({ members, ...rest }: Talk): Talk {
  return { closed: null, emptied: false, things: {}, ...rest, members: [...members].sort((a, b) => (a.person < b.person ? -1 : 1)) };
}

describe("the golden cases, which the server reads too", () => {
  test("there are some", () => expect(cases.length).toBeGreaterThanOrEqual(8));

  test.each(cases.map((golden) => [golden.name, golden] as const))("%s", (_name, { state, entries, expected }) => {
    const after = entries.reduce((now, { offset, entry }) => evolve(now, offset, entry), state);
    expect(normal(after)).toEqual(normal(expected));
  });

  test.each(cases.map((golden) => [golden.name, golden] as const))("applied twice: %s", (_name, golden) => {
    const { state, entries, expected } = golden;
    const after = [...entries, ...entries].reduce((now, { offset, entry }) => evolve(now, offset, entry), state);
    expect(normal(after)).toEqual(normal(expected));
  });
});

const state: Talk = {
  offset: 2, talk: 1, members: [{ person: "ana", name: "Ana", role: "mentee" }],
  messages: [{ id: 2, number: 1, author: "ana", at: 1, last: 2, text: "a" }],
};

test("an entry of a kind that is not known yet counts and changes nothing", () => {
  const entry = { kind: "note_opened", at: 3, actor: "ana", body: { note: "n" } } as unknown as Entry;
  expect(evolve(state, 3, entry)).toEqual({ ...state, offset: 3 });
});

test("the state before stays as it was", () => {
  const before = structuredClone(state);
  evolve(state, 3, { kind: "message_edited", at: 3, actor: "ana", body: { message: 2, text: "b" } });
  expect(state).toEqual(before);
});
