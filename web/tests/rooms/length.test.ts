import { expect, test } from "vitest";

import { countText, isBlank } from "../../src/rooms/length.ts";

test.each([
  ["abc", 3],
  ["Ђорђе", 5],
  ["ж\u030C", 2],
  ["c\u030C", 1],
  ["😀".repeat(8_000), 8_000],
  ["👩🏽‍🎨", 4],
  ["", 0],
])("%j counts as the server counts", (text, expected) => {
  expect(countText(text)).toBe(expected);
});

test.each(["", "  \n\t", "\u200B\u200D\uFEFF", "\u2800\u3164", "\u202E"])("%j is nothing to read", (text) => {
  expect(isBlank(text)).toBe(true);
});

test.each([".", "👍", "a\u200B", "ћ"])("%j is something to read", (text) => {
  expect(isBlank(text)).toBe(false);
});
