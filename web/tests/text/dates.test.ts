import { describe, expect, test } from "vitest";

import { briefly, dayName, dayOf, daysBetween, fullMoment, partOfDay, timeOfDay } from "../../src/text/dates.ts";
import { LOCALES, chooseLanguage, type Language } from "../../src/text/languages.ts";
import { aheadOf, daysLater, momentAt } from "../../src/text/wall_clock.ts";

const at = (text: string): number => Date.parse(text);
const NOW = at("2026-11-25T11:00Z");

test.each<[Language, string]>([
  ["sr-Cyrl", "Петак, 20. новембар"],
  ["sr-Latn", "Petak, 20. novembar"],
  ["hr", "Petak, 20. studenoga"],
  ["mk", "Петок, 20 ноември"],
  ["sl", "Petek, 20. november"],
  ["en", "Friday 20 November"],
])("a day in %s is %s", (language, expected) => {
  expect(dayName(at("2026-11-20T11:00Z"), NOW, LOCALES[language], "Europe/Belgrade").replace("Friday,", "Friday")).toBe(expected);
});

test.each<[Language, string, string]>([
  ["sr-Cyrl", "Данас", "Јуче"],
  ["sr-Latn", "Danas", "Juče"],
  ["hr", "Danas", "Jučer"],
  ["mk", "Денес", "Вчера"],
  ["sl", "Danes", "Včeraj"],
  ["en", "Today", "Yesterday"],
])("today and yesterday in %s", (language, today, yesterday) => {
  expect(dayName(NOW, NOW, LOCALES[language], "UTC")).toBe(today);
  expect(dayName(NOW - 86_400_000, NOW, LOCALES[language], "UTC")).toBe(yesterday);
});

test.each<[Language, string]>([
  ["sr-Cyrl", "Сутра"], ["sr-Latn", "Sutra"], ["hr", "Sutra"], ["mk", "Утре"], ["sl", "Jutri"], ["en", "Tomorrow"],
])("tomorrow in %s", (language, tomorrow) => {
  expect(dayName(NOW + 86_400_000, NOW, LOCALES[language], "UTC")).toBe(tomorrow);
});

test("another year is said", () => {
  expect(dayName(at("2025-11-20T11:00Z"), NOW, "sl-SI", "UTC")).toContain("2025");
});

describe("days are counted as calendars count", () => {
  test("over the night in which the clock goes back", () => {
    expect(daysBetween(at("2026-10-24T22:01Z"), at("2026-10-25T22:59Z"), "Europe/Belgrade")).toBe(0);
    expect(daysBetween(at("2026-10-24T21:59Z"), at("2026-10-25T23:01Z"), "Europe/Belgrade")).toBe(2);
  });

  test("over the night in which it goes forward", () => {
    expect(daysBetween(at("2027-03-27T22:59Z"), at("2027-03-28T22:01Z"), "Europe/Belgrade")).toBe(2);
  });

  test("by the reader's zone, one minute apart", () => {
    expect(daysBetween(at("2026-11-20T21:30Z"), at("2026-11-20T22:30Z"), "Europe/Belgrade")).toBe(0);
    expect(daysBetween(at("2026-11-20T20:30Z"), at("2026-11-20T21:30Z"), "Europe/Istanbul")).toBe(1);
  });
});

test("17:00 in Belgrade is 18:00 in Istanbul before the clocks change and 19:00 after", () => {
  const before = at("2026-10-22T15:00Z");
  const after = at("2026-10-29T16:00Z");
  expect([before, after].map((moment) => timeOfDay(moment, "sr-Latn-RS", "Europe/Belgrade"))).toEqual(["17:00", "17:00"]);
  expect([before, after].map((moment) => timeOfDay(moment, "en-GB", "Europe/Istanbul"))).toEqual(["18:00", "19:00"]);
});

test("midnight is 00, not 24", () => {
  expect(timeOfDay(at("2026-11-20T23:00Z"), "en-GB", "Europe/Belgrade")).toBe("00:00");
});

test("a list says the time today, then the day, then the date", () => {
  expect(briefly(NOW - 60_000, NOW, "hr-HR", "UTC")).toBe("10:59");
  expect(briefly(NOW - 86_400_000, NOW, "hr-HR", "UTC")).toBe("Jučer");
  expect(briefly(NOW - 3 * 86_400_000, NOW, "hr-HR", "UTC")).toBe("Nedjelja");
  expect(briefly(NOW - 10 * 86_400_000, NOW, "hr-HR", "UTC")).toBe("15. studenoga");
});

test("a moment is said in full", () => {
  expect(fullMoment(at("2026-11-20T17:05Z"), "sl-SI", "Europe/Ljubljana")).toBe("petek, 20. november 2026, 18:05");
});

test("the evening begins at six where the reader is", () => {
  expect(partOfDay(at("2026-11-20T16:59Z"), "Europe/Belgrade")).toBe("day");
  expect(partOfDay(at("2026-11-20T17:00Z"), "Europe/Belgrade")).toBe("evening");
  expect(partOfDay(at("2026-11-20T05:00Z"), "Europe/Belgrade")).toBe("morning");
  expect(partOfDay(at("2026-11-20T02:00Z"), "Europe/Belgrade")).toBe("evening");
});

test.each([
  [["sr"], "sr-Cyrl"], [["sr-RS"], "sr-Cyrl"], [["sr-Latn-RS"], "sr-Latn"], [["hr-HR"], "hr"], [["bs-BA"], "hr"],
  [["mk"], "mk"], [["sl-SI"], "sl"], [["sq-AL"], "en"], [["tr"], "en"], [["pt-PT"], "en"], [["de", "sl"], "sl"],
  [["de"], "en"], [[], "en"],
])("who asks for %j reads %s", (wanted, expected) => {
  expect(chooseLanguage(wanted)).toBe(expected);
});

describe("a time of a day in a zone is one moment", () => {
  const moment = (day: string, time: string, zone: string): string => {
    const found = momentAt(day, time, zone);
    return found === null ? "none" : new Date(found).toISOString().slice(0, 16);
  };

  test.each([
    ["2026-11-20", "18:00", "Europe/Belgrade", "2026-11-20T17:00"],
    ["2026-07-20", "18:00", "Europe/Belgrade", "2026-07-20T16:00"],
    ["2026-07-20", "18:00", "Europe/Istanbul", "2026-07-20T15:00"],
    ["2026-07-20", "18:00", "Asia/Kathmandu", "2026-07-20T12:15"],
    ["2026-07-20", "00:30", "Pacific/Kiritimati", "2026-07-19T10:30"],
    ["2026-07-20", "23:30", "Pacific/Pago_Pago", "2026-07-21T10:30"],
    // The hour that is skipped, and both sides of it.
    ["2027-03-28", "01:59", "Europe/Belgrade", "2027-03-28T00:59"],
    ["2027-03-28", "02:30", "Europe/Belgrade", "2027-03-28T01:30"],
    ["2027-03-28", "03:00", "Europe/Belgrade", "2027-03-28T01:00"],
    // The hour that comes twice: the first.
    ["2026-10-25", "02:30", "Europe/Belgrade", "2026-10-25T00:30"],
    ["2026-10-25", "03:00", "Europe/Belgrade", "2026-10-25T02:00"],
  ])("%s %s in %s", (day, time, zone, expected) => {
    expect(moment(day, time, zone)).toBe(expected);
  });

  test("what is not chosen yet is none", () => {
    expect([moment("", "", "UTC"), moment("2026-11-20", "", "UTC"), moment("", "18:00", "UTC")]).toEqual(["none", "none", "none"]);
  });

  test("every hour of a year comes back, and no zone of the region is ahead by anything but whole hours", () => {
    for (const zone of ["Europe/Belgrade", "Europe/Istanbul", "Europe/Lisbon"]) {
      for (let hour = 0; hour < 365 * 24; hour += 5) {
        const moment = at("2026-06-01T00:00Z") + hour * 3_600_000;
        const back = momentAt(dayOf(moment, zone), timeOfDay(moment, "en-GB", zone), zone)!;
        // The second of two equal hours is told as the first.
        expect([0, 3_600_000]).toContain(moment - back);
        expect(aheadOf(moment, zone) % 60).toBe(0);
      }
    }
  });

  test("days are counted by the calendar", () => {
    expect([daysLater("2027-03-27", 1), daysLater("2027-03-27", 2), daysLater("2026-12-31", 1)]).toEqual(["2027-03-28", "2027-03-29", "2027-01-01"]);
  });
});
