import { expect, test } from "vitest";

import { shown, untilNext } from "../../src/rooms/things/meeting/clock.tsx";
import { aboutMinutes } from "../../src/rooms/things/meeting/held_form.tsx";
import { offsetOf } from "../../src/rooms/things/meeting/server_clock.ts";
import { knownLimit } from "../../src/rooms/things/meeting/services.ts";

test("the quickest answer tells the server's time, and is wrong by half of its way at most", () => {
  // The server is at 10 000 when this device counts 100. One answer is slow on its way back, one nearly immediate.
  const slow = { asked: 100, answered: 900, server: 10_010 };
  const quick = { asked: 1_000, answered: 1_020, server: 10_915 };
  const offset = offsetOf([slow, quick, { asked: 2_000, answered: 2_400, server: 11_920 }])!;
  expect(offset).toBe(9_905);
  expect(Math.abs(offset - 9_900)).toBeLessThanOrEqual(10);
  expect(offsetOf([])).toBeNull();
});

test("a clock shows whole seconds, changes exactly between them, and counts up once it is over", () => {
  expect([600_000, 599_001, 599_000, 1, 0, -999, -1_000, -61_500].map(shown)).toEqual([
    "10:00", "10:00", "09:59", "00:01", "+00:00", "+00:00", "+00:01", "+01:01",
  ]);
  for (const left of [600_000, 599_500, 1_001, 1_000, 1, 0, -1, -999, -1_000, -1_001]) {
    const next = untilNext(left);
    expect(next).toBeGreaterThan(0);
    expect(next).toBeLessThanOrEqual(1_000);
    expect(shown(left - next - 1)).not.toBe(shown(left));
    if (next > 1) expect(shown(left - next + 1)).toBe(shown(left));
  }
});

test("services that are known to cut free calls are warned of, for as many people as they cut", () => {
  expect([2, 3].map((people) => knownLimit("us02web.zoom.us", people))).toEqual([40, 40]);
  expect([2, 3].map((people) => knownLimit("meet.google.com", people))).toEqual([null, 60]);
  expect(["meet.example.org", "notzoom.us", "zoom.us.example.org", ""].map((host) => knownLimit(host, 9))).toEqual([
    null, null, null, null,
  ]);
});

test("how long an open meeting went on is said as people say it", () => {
  const minute = 60_000;
  expect([1, 12, 43, 58, 121, 1_000].map((minutes) => aboutMinutes(0, minutes * minute))).toEqual([60, 10, 45, 60, 120, 60]);
});
