/** Hours while they are changed: drawn, typed, copied, and days unlike the others. */
import { describe, expect, test } from "vitest";

import type { MyHours } from "../../src/contract.ts";
import { areaOf, copyDay, draftOf, faultOf, halvesOf, nextRow, paint, withOther, wireOf, type Day } from "../../src/dates/hours.ts";

const NONE: Day[] = [[], [], [], [], [], [], []];

const hours = (given: Partial<MyHours> = {}): MyHours => ({
  zone: "Europe/Skopje", weekly: NONE.map((day) => [...day]), exceptions: {}, country: null, version: 1, ...given,
});

describe("drawing", () => {
  const evening = areaOf({ day: 2, half: 39 }, { day: 0, half: 34 });

  test("adds an area from any of its corners", () => {
    const week = paint(NONE, evening, true);
    expect(week).toEqual([[["17:00", "20:00"]], [["17:00", "20:00"]], [["17:00", "20:00"]], [], [], [], []]);
  });

  test("joins what touches, and takes away a part of it", () => {
    let week = paint(NONE, evening, true);
    week = paint(week, areaOf({ day: 0, half: 40 }, { day: 0, half: 47 }), true);
    expect(week[0]).toEqual([["17:00", "24:00"]]);
    week = paint(week, areaOf({ day: 0, half: 36 }, { day: 0, half: 37 }), false);
    expect(week[0]).toEqual([["17:00", "18:00"], ["19:00", "24:00"]]);
  });

  test("leaves the minutes of what it does not touch", () => {
    const week = paint([[["09:10", "09:50"], ["14:00", "15:00"]], ...NONE.slice(1)], areaOf({ day: 0, half: 28 }, { day: 0, half: 28 }), false);
    expect(week[0]).toEqual([["09:10", "09:50"], ["14:30", "15:00"]]);
  });

  test("shows half hours that are mine in part", () => {
    const shown = halvesOf([["09:10", "10:00"], ["", "11:00"], ["13:00", "12:00"]]);
    expect([shown[18], shown[19], shown[20], shown[21], shown[25]]).toEqual(["part", "free", "", "", ""]);
  });
});

describe("typing", () => {
  test("a time that lacks or ends before it begins is told of", () => {
    expect(faultOf(["", "10:00"])).toBe("lacking");
    expect(faultOf(["10:00", "10:00"])).toBe("reversed");
    expect(faultOf(["22:00", "24:00"])).toBeNull();
  });

  test("the next times come after those that are there, as long as the day has some", () => {
    expect(nextRow([])).toEqual(["17:00", "20:00"]);
    expect(nextRow([["17:00", "21:00"]])).toEqual(["22:00", "24:00"]);
    expect(nextRow([["17:00", "23:30"]])).toEqual(["", ""]);
  });

  test("a day is copied to those that were chosen", () => {
    const week = copyDay([[["17:00", "20:00"]], ...NONE.slice(1)], 0, [1, 6]);
    expect(week.map((day) => day.length)).toEqual([1, 1, 0, 0, 0, 0, 1]);
  });
});

describe("days unlike the others", () => {
  test("that follow each other and are alike are one line, over the end of a month too", () => {
    const exceptions = { "2026-12-31": [], "2027-01-01": [], "2027-01-02": [["10:00", "11:00"]] as [string, string][] };
    expect(draftOf(hours({ exceptions }), "2026-12-01").others).toEqual([
      { first: "2026-12-31", last: "2027-01-01", day: [] },
      { first: "2027-01-02", last: "2027-01-02", day: [["10:00", "11:00"]] },
    ]);
  });

  test("go back to the server day by day, without those that are over", () => {
    const given = hours({ exceptions: { "2026-11-01": [], "2026-12-31": [], "2027-01-01": [] }, country: "MK" });
    expect(wireOf(draftOf(given, "2026-12-01"), 4)).toEqual({
      version: 4, zone: "Europe/Skopje", weekly: given.weekly, country: "MK",
      exceptions: { "2026-12-31": [], "2027-01-01": [] },
    });
  });

  test("replace what was said of them before", () => {
    const before = [{ first: "2026-12-01", last: "2026-12-05", day: [] }];
    const others = withOther(before, { first: "2026-12-03", last: "2026-12-03", day: [["10:00", "11:00"]] });
    expect(others.map(({ first, last }) => `${first} ${last}`)).toEqual([
      "2026-12-01 2026-12-02", "2026-12-03 2026-12-03", "2026-12-04 2026-12-05",
    ]);
  });
});
