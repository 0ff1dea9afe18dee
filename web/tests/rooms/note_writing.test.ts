import { expect, test } from "vitest";

import { changeBetween, lineAt, placeAfter } from "../../src/rooms/things/notes/writing.ts";

test.each([
  ["abc", "abc", null],
  ["", "a", { at: 0, removed: 0, added: "a" }],
  ["abc", "abXc", { at: 2, removed: 0, added: "X" }],
  ["abc", "c", { at: 0, removed: 2, added: "" }],
  ["aaa", "aa", { at: 2, removed: 1, added: "" }],
  ["one two", "one and two", { at: 4, removed: 0, added: "and " }],
  ["😀", "😁", { at: 0, removed: 2, added: "😁" }],
  ["a😀b", "a😀😀b", { at: 3, removed: 0, added: "😀" }],
])("what was typed is the smallest change: %j to %j", (before, after, change) => {
  expect(changeBetween(before, after)).toEqual(change);
});

test("every change makes of the one text the other, and cuts no character", () => {
  const letters = ["a", "b", "ж", "😀", "😁", "\n"];
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 16807) % 2147483647) % below;
  const some = (): string => Array.from({ length: random(8) }, () => letters[random(letters.length)]).join("");
  for (let round = 0; round < 500; round += 1) {
    const [before, after] = [some(), some()];
    const change = changeBetween(before, after) ?? { at: 0, removed: 0, added: "" };
    expect(before.slice(0, change.at) + change.added + before.slice(change.at + change.removed)).toBe(after);
    expect(change.added).toSatisfy(isWhole);
    expect(before.slice(change.at, change.at + change.removed)).toSatisfy(isWhole);
  }
});

test.each([
  [5, [{ insert: "xy" }], 7],
  [0, [{ insert: "xy" }], 0],
  [5, [{ retain: 5 }, { insert: "xy" }], 5],
  [5, [{ retain: 2 }, { delete: 2 }], 3],
  [5, [{ retain: 3 }, { delete: 9 }], 3],
  [5, [{ retain: 8 }, { delete: 9 }], 5],
  [5, [{ delete: 2 }, { insert: "abc" }, { retain: 1 }, { delete: 1 }], 5],
])("a place %i after %j", (place, delta, expected) => {
  expect(placeAfter(place, delta)).toBe(expected);
});

test("a line is where the caret is", () => {
  expect(lineAt("one\n two \nthree", 6)).toBe("two");
  expect(lineAt("one", 0)).toBe("one");
  expect(lineAt("one\n", 4)).toBe("");
});

/** No character is cut in two: alone, a half of one can't be written in an address. */
function isWhole(text: string): boolean {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
