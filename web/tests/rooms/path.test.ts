/** What "Our path" makes of the things of a room: the story of a goal, the time line, own words that come back. */
import { expect, test } from "vitest";

import type { Item, Things } from "../../src/contract.ts";
import { changesOf, firstWording, type GoalItem } from "../../src/rooms/things/goals/story.ts";
import { middleOf } from "../../src/rooms/things/halfway/middle.ts";
import { HALFWAY, MONTHLY } from "../../src/rooms/things/reflections/own_pages.ts";
import { monthOf, monthsBefore, returning } from "../../src/rooms/things/reflections/months.ts";
import { momentsOf } from "../../src/rooms/things/timeline/moments.ts";
import { compile, readTexts } from "../../tools/texts.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-02-01T12:00:00Z");

const item = <Body>(id: number, days: number, body: Body): Item<Body> =>
  ({ id, by: "ana", at: START + days * DAY, last: id, body });

const goal: GoalItem = {
  ...item(2, 0, { term: "long", text: "A group show", why: "", sign: "", whose: null, state: "reached" } as const),
  history: [
    { at: START + 40 * DAY, by: "ana", reason: "Nearer", was: { text: "A show of my own", state: "open" } },
    { at: START + 50 * DAY, by: "bor", reason: "Said better", was: { sign: "" } },
    { at: START + 90 * DAY, by: "bor", reason: "It hangs", was: { state: "changed" } },
  ],
};

test("a goal tells its first wording, and of each change what it was, what it became and why", () => {
  expect(firstWording(goal)).toBe("A show of my own");
  expect(changesOf(goal).map(({ reason, wording, state }) => [reason, wording, state])).toEqual([
    ["Nearer", "A show of my own", "changed"],
    ["Said better", null, null],
    ["It hangs", null, "reached"],
  ]);
  expect(firstWording({ ...goal, history: [] })).toBe("A group show");
});

test("the time line has what happened by its days, with the reason of what changed", () => {
  const step = { what: "Call", who: null, until: null, done_by: "bor", note: null, meeting: null };
  const things: Things = {
    goals: [goal],
    steps: [item(5, 1, { ...step, done_at: START + 45 * DAY }), item(6, 2, { ...step, done_at: null })],
  };
  expect(momentsOf(things, "UTC").map(({ day, kind, words, reason }) => [day, kind, words, reason])).toEqual([
    ["2026-02-01", "goal", "A show of my own", undefined],
    ["2026-03-13", "goal-changed", "A group show", "Nearer"],
    ["2026-03-18", "step", "Call", undefined],
    ["2026-05-02", "goal-reached", "A group show", "It hangs"],
  ]);
  expect(momentsOf(undefined, "UTC")).toEqual([]);
});

test("own words come back after three, six and twelve months, over the turn of a year", () => {
  expect(monthsBefore("2026-02", 3)).toBe("2025-11");
  expect(monthsBefore("2026-12", 12)).toBe("2025-12");
  expect(returning(["2025-11", "2025-12", "2025-02"], "2026-02")).toEqual([
    { page: "2025-11", months: 3 },
    { page: "2025-02", months: 12 },
  ]);
  expect(monthOf(Date.parse("2026-10-31T23:30:00Z"), "Europe/Belgrade")).toBe("2026-11");
});

test("half-way is the day in the middle of a run", () => {
  expect(middleOf("2026-02-01", "2026-07-31")).toBe("2026-05-02");
});

test("Every question that is asked has its words.", () => {
  const words = compile(readTexts("en"));
  const asked = [...MONTHLY.map((question) => `month-${question}`), ...HALFWAY.map((question) => `halfway-${question}`)];
  expect(asked.filter((message) => !words[message])).toEqual([]);
});
