// @vitest-environment happy-dom
import { expect, test } from "vitest";

import type { Item, Meeting, MeetingDate } from "../../src/contract.ts";
import { isNear } from "../../src/rooms/things/dates/near.ts";
import { isBlank, standingOf } from "../../src/rooms/things/dates/standing.ts";
import { suggestions } from "../../src/rooms/things/dates/suggestions.ts";
import type { DateItem } from "../../src/rooms/things/dates/wanted.ts";
import { clockNotes, seriesNotes, wallsThere } from "../../src/rooms/things/dates/words.ts";
import { timeOfDay } from "../../src/text/dates.ts";
import { needTexts, setLanguage } from "../../src/text/fluent.ts";
import { momentAt } from "../../src/text/wall_clock.ts";
import { NIKA } from "../mine/stage.tsx";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.parse("2026-11-30T09:00Z");
const ZONE = "Europe/Belgrade";

const date = (id: number, body: Partial<MeetingDate>, at = NOW - DAY): DateItem => ({
  id, by: "nika", at, last: id,
  body: { state: "agreed", at: NOW + DAY, minutes: 60, zone: ZONE, place: "call", address: "", words: "", offers: [], ...body },
});
const met = (body: Partial<Meeting>, at = NOW): Item<Meeting> => ({ id: 99, by: "nika", at, last: 99, body: { state: "held", ...body } as Meeting });

const standing = (dates: DateItem[], meetings: Item<Meeting>[] = [], now = NOW): ReturnType<typeof standingOf> =>
  standingOf(dates, meetings, now, ZONE);
const ids = (some: readonly DateItem[]): number[] => some.map(({ id }) => id);

test("the first that is not over comes next, the others after it, and what was is told from the newest", () => {
  const found = standing([
    date(1, { at: NOW + 9 * DAY }), date(2, { at: NOW + 2 * DAY }), date(3, { at: NOW - 59 * MINUTE }),
    date(4, { at: NOW - 9 * DAY }), date(5, { at: NOW - 2 * DAY, state: "cancelled" }),
  ]);
  expect([found.next?.id, ids(found.later), ids(found.past)]).toEqual([3, [2, 1], [5, 4]]);
});

test("times wait for an answer until the last of them is over", () => {
  const found = standing([
    date(1, { state: "asked", at: null, offers: [NOW - 1, NOW + DAY] }), date(2, { state: "asked", at: null, offers: [NOW - 1] }),
  ]);
  expect([ids(found.asked), ids(found.lapsed), isBlank(found)]).toEqual([[1], [2], false]);
  expect(isBlank(standing([]))).toBe(true);
});

test("who cannot come may say otherwise until it would have begun", () => {
  const given = date(1, { state: "cancelled", absent: ["nika"] });
  expect(ids(standing([given]).given_up)).toEqual([1]);
  expect(ids(standing([given], [], NOW + DAY).given_up)).toEqual([]);
  expect(ids(standing([date(1, { state: "cancelled" })]).given_up)).toEqual([]);
});

test("it is asked whether they met, from ten minutes after the start, for two weeks, until somebody says so", () => {
  const one = date(1, { at: NOW });
  const asks = (now: number, meetings: Item<Meeting>[] = [], more: DateItem[] = []): boolean =>
    standing([one, ...more], meetings, now).unsaid !== null;
  expect([9, 10, 90].map((minutes) => asks(NOW + minutes * MINUTE))).toEqual([false, true, true]);
  expect([14, 15].map((days) => asks(NOW + days * DAY))).toEqual([true, false]);
  expect(asks(NOW + DAY, [met({ day: "2026-11-30" }, NOW - DAY)])).toBe(false);
  expect(asks(NOW + DAY, [met({ day: "2026-11-29" }, NOW + 1)])).toBe(false);
  expect(asks(NOW + DAY, [met({ day: "2026-11-29" }, NOW - DAY)])).toBe(true);
  // Another time was found for it.
  expect(asks(NOW + DAY, [], [date(2, { at: null, state: "asked", offers: [NOW + 3 * DAY] }, NOW + 1)])).toBe(false);
});

test("people are let in a quarter of an hour before, until the end", () => {
  const near = (now: number): boolean => isNear({ at: NOW, minutes: 60 }, now);
  expect([-16, -15, 0, 59, 60].map((minutes) => near(NOW + minutes * MINUTE))).toEqual([false, true, true, true, false]);
});

test("first the weekday and time of the last meeting, then evenings, all still to come", () => {
  const last = momentAt("2026-11-12", "19:30", ZONE)!;
  const found = suggestions(NOW, last, ZONE);
  const times = found.map((at) => `${new Date(at).toISOString().slice(5, 10)} ${timeOfDay(at, "en-GB", ZONE)}`);
  expect(times).toEqual(["12-01 18:00", "12-02 18:00", "12-03 18:00", "12-03 19:30", "12-10 19:30"]);
  expect(suggestions(NOW, null, ZONE)).toHaveLength(5);
  // Over a change of clocks it is the same time of the day.
  const spring = suggestions(Date.parse("2027-03-25T09:00Z"), Date.parse("2027-03-22T17:00Z"), ZONE);
  expect(spring.map((at) => timeOfDay(at, "en-GB", ZONE))).toEqual(["18:00", "18:00", "18:00", "18:00", "18:00"]);
});

test("another's clock is named where it shows another time, with its day where that is another", async () => {
  await needTexts("things");
  await setLanguage("en");
  const me = { ...NIKA, zone: ZONE };
  const [blagica, ipek] = [{ name: "Blagica Ilić", zone: "Europe/Skopje" }, { name: "İpek Işık", zone: "Europe/Istanbul" }];
  const at = Date.parse("2026-12-10T17:00Z");
  const there = (moment: number, ...fellows: { name: string; zone: string }[]): string[] =>
    wallsThere(moment, fellows, me).map((words) => words.replace(/[\u2068\u2069]/g, ""));
  expect(there(at, blagica)).toEqual([]);
  expect(there(at, blagica, ipek)).toEqual(["İpek: 20:00 there"]);
  expect(there(Date.parse("2026-12-10T22:00Z"), ipek)[0]).toMatch(/^İpek: Friday,? 11 December, 01:00 there$/);
  const [ana, rui] = ["Ana Reis", "Rui Sá"].map((name) => ({ name, zone: "Europe/Lisbon" })) as [typeof ipek, typeof ipek];
  expect(there(at, ana, ipek, rui)).toEqual(["Ana and Rui: 17:00 there", "İpek: 20:00 there"]);
});

test("where clocks change in one place only before that day, it says what the other's would have shown", async () => {
  await needTexts("things");
  await setLanguage("en");
  const ipek = { name: "İpek", zone: "Europe/Istanbul" };
  const note = (day: string, zone = ZONE): string =>
    clockNotes(Date.parse(day), [ipek], { ...NIKA, zone }, Date.parse("2026-10-20T12:00Z")).join().replace(/[\u2068\u2069]/g, "");
  expect(note("2026-10-24T16:00Z")).toBe("");
  expect(note("2026-10-27T17:00Z")).toContain("İpek will see 20:00, not 19:00 as before");
  expect(note("2026-10-27T17:00Z", "Europe/Istanbul")).toBe("");
});

test("in a series it is said once whose clock shows another time from then on", async () => {
  await needTexts("things");
  await setLanguage("en");
  const [belgrade, istanbul] = [{ name: "Nika", zone: ZONE }, { name: "İpek", zone: "Europe/Istanbul" }];
  const week = (day: string): number => momentAt(day, "18:00", ZONE)!;
  const notes = (day: string, before: string, fellow = istanbul, zone = ZONE): string[] =>
    seriesNotes(week(day), week(before), [fellow], { ...NIKA, zone }).map((note) => note.replace(/[\u2068\u2069]/g, ""));
  expect(notes("2027-03-25", "2027-03-18")).toEqual([]);
  expect(notes("2027-04-01", "2027-03-25")).toEqual(["Clocks are changed before then. İpek will see 19:00, not 20:00 as before."]);
  expect(notes("2027-04-08", "2027-04-01")).toEqual([]);
  // The same, read by the other.
  expect(notes("2027-04-01", "2027-03-25", belgrade, istanbul.zone)).toEqual([
    "Clocks are changed before then. Here it is 19:00, not 20:00 as before.",
  ]);
  // One that was moved.
  expect(seriesNotes(week("2027-03-25") + 60 * MINUTE, week("2027-03-18"), [istanbul], { ...NIKA, zone: ZONE })).toEqual([]);
});
