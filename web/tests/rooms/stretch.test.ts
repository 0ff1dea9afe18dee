import { expect, test } from "vitest";

import type { Message } from "../../src/contract.ts";
import { join, type Stretch } from "../../src/rooms/stretch.ts";

const words = (number: number, last = number + 1): Message => ({
  id: number + 1, number, author: "bor", at: number, last, text: `words ${last}`,
});
const stretch = (from: number, to: number, changes: Partial<Stretch> = {}): Stretch => ({
  messages: Array.from({ length: to - from + 1 }, (_, step) => words(from + step)), earlier: true, later: true, ...changes,
});
const numbers = (joined: Stretch | null): number[] | undefined => joined?.messages.map(({ number }) => number);

test("stretches that touch are one", () => {
  expect(numbers(join(stretch(1, 2), stretch(3, 4)))).toEqual([1, 2, 3, 4]);
});

test("stretches that overlap are one, each message once", () => {
  expect(numbers(join(stretch(1, 3), stretch(2, 4)))).toEqual([1, 2, 3, 4]);
  expect(numbers(join(stretch(2, 3), stretch(1, 5)))).toEqual([1, 2, 3, 4, 5]);
});

test("where something lies between they stay two", () => {
  expect(join(stretch(1, 2), stretch(4, 5))).toBeNull();
});

test("also where a file stands between them, if it is known that nothing else does", () => {
  expect(numbers(join(stretch(1, 2), stretch(4, 5), true))).toEqual([1, 2, 4, 5]);
});

test("what is beyond the ends stays known", () => {
  const joined = join(stretch(1, 3, { earlier: false }), stretch(3, 5, { later: false }));
  expect(joined).toMatchObject({ earlier: false, later: false });
  expect(join(stretch(3, 4, { earlier: false }), stretch(1, 9))).toMatchObject({ earlier: true, later: true });
});

test("of two of the same message the one that was changed later stands", () => {
  const changed: Stretch = { messages: [words(2, 9)], earlier: true, later: true };
  for (const joined of [join(changed, stretch(1, 3)), join(stretch(1, 3), changed)]) {
    expect(joined?.messages.find(({ number }) => number === 2)?.text).toBe("words 9");
  }
});
