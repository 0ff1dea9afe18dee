import { expect, test } from "vitest";

import { createCommandIds } from "../../src/live/command_id.ts";

const zeros = (bytes: Uint8Array): Uint8Array => bytes;

test("an id is a UUID of version 7 with the time in front", () => {
  const next = createCommandIds(() => 0x0190_0000_0000);
  expect(next()).toMatch(/^01900000-0000-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("ids sort in the order of their making, within a millisecond too", () => {
  let now = 1_000;
  const next = createCommandIds(() => now, zeros);
  const ids = Array.from({ length: 10_000 }, (_, step) => {
    if (step % 6_000 === 5_999) now += 1;
    return next();
  });
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a clock that goes back does not turn the order around", () => {
  let now = 5_000;
  const next = createCommandIds(() => now, zeros);
  const first = next();
  now = 1_000;
  expect(next() > first).toBe(true);
});
