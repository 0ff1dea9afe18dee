import { signal } from "@preact/signals";
import { expect, test } from "vitest";

import type { LedAct } from "../../src/contract.ts";
import type { Room } from "../../src/rooms/room.ts";
import { hiding, paceOf } from "../../src/rooms/things/led/pace.ts";

const NOW = Date.parse("2026-11-30T09:00Z");

const act = (body: Partial<LedAct>): object => ({ id: 9, by: "vesna", at: NOW, last: 9, body: { state: "stands", ...body } });

function group(acts: object[], said: { author: string; at: number }[] = []): Room {
  const members = [{ person: "vesna", role: "facilitator" }, { person: "ana", role: "mentor" }];
  return { snapshot: signal({ kind: "mentors", members, messages: said, things: { led: acts } }) } as unknown as Room;
}

test("who does not lead waits from their own last words on, and for nobody else's", () => {
  const room = group([act({ what: "pace", slow: 60, paused: false })], [
    { author: "ana", at: NOW - 20_000 }, { author: "vesna", at: NOW - 1_000 },
  ]);
  expect(paceOf(room, "ana", NOW)).toEqual({ paused: false, seconds: 40 });
  expect(paceOf(room, "ana", NOW + 40_000).seconds).toBe(0);
  expect(paceOf(room, "vesna", NOW)).toEqual({ paused: false, seconds: 0 });
});

test("a clock that is behind makes nobody wait longer than the pace", () => {
  const room = group([act({ what: "pace", slow: 30, paused: false })], [{ author: "ana", at: NOW }]);
  expect(paceOf(room, "ana", NOW - 3_600_000).seconds).toBe(30);
});

test("a pause holds for all but those who lead", () => {
  const room = group([act({ what: "pace", slow: 0, paused: true })]);
  expect([paceOf(room, "ana", NOW).paused, paceOf(room, "vesna", NOW).paused]).toEqual([true, false]);
});

test("words are hidden as long as the act stands", () => {
  const room = group([
    act({ what: "hidden", message: 3 }), act({ what: "hidden", message: 4, state: "over" }), act({ what: "hidden", message: 5, state: "dropped" }),
  ]);
  expect([3, 4, 5].map((id) => hiding(room, id)?.by)).toEqual(["vesna", undefined, undefined]);
});
