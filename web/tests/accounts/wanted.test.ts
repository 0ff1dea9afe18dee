import { expect, test } from "vitest";

import { readWanted } from "../../src/accounts/wanted.ts";

const at = (path: unknown, kept = 1_000): string => JSON.stringify({ path, at: kept });

test("what was asked for first is reached", () => {
  expect(readWanted(at("/room/p1"), 2_000)).toBe("/room/p1");
});

test.each(["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "javascript:alert(1)", "", 7, null])(
  "%j is no place of ours",
  (path) => expect(readWanted(at(path), 2_000)).toBeNull(),
);

test("it is forgotten when the link is too old", () => {
  expect(readWanted(at("/me"), 1_000 + 31 * 60_000)).toBeNull();
});

test.each([null, "", "null", "7", "{", '{"path":{}}'])("%j is nothing", (kept) => {
  expect(readWanted(kept, 2_000)).toBeNull();
});
