import { expect, test } from "vitest";

import {
  compareMacedonian, macedonianDate, macedonianDayAgo, macedonianList, macedonianPlural, teachMacedonianPlurals,
} from "../../src/text/macedonian.ts";

const DAY_MS = 86_400_000;

test("where the runtime knows Macedonian, ours is the same", () => {
  const known = new Intl.DateTimeFormat("mk-MK", {
    weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
  for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += DAY_MS) {
    const written = macedonianDate(new Date(day).toISOString().slice(0, 10), { weekday: true, date: true, year: true });
    expect(written).toBe(known.format(day));
  }
  const relative = new Intl.RelativeTimeFormat("mk", { numeric: "auto" });
  expect([macedonianDayAgo(0), macedonianDayAgo(1)]).toEqual([relative.format(0, "day"), relative.format(-1, "day")]);
  const list = new Intl.ListFormat("mk");
  for (const names of [[], ["а"], ["а", "б"], ["а", "б", "в"]]) expect(macedonianList(names)).toBe(list.format(names));
  const rules = new Intl.PluralRules("mk");
  for (let count = 0; count < 1_000; count += 1) expect(macedonianPlural(count)).toBe(rules.select(count));
});

test("names stand in the order of the alphabet", () => {
  const names = [
    "Горан", "Дафина", "Ѓорѓи", "Елена", "Зоран", "Ѕвезда", "Ивана", "Кирил", "Ленче", "Љупка", "Тома", "Ќамил",
    "Џемо", "Шенол", "Anže", "Žužić",
  ];
  expect([...names].reverse().sort(compareMacedonian)).toEqual(names);
  expect([...names].reverse().sort(new Intl.Collator("mk").compare)).toEqual(names);
  expect(["Ѓорѓи".normalize("NFD"), "Дафина"].sort(compareMacedonian)).toEqual(["Дафина", "Ѓорѓи".normalize("NFD")]);
});

test("a browser without Macedonian counts 21 as one and 11 as many", () => {
  class Poor extends Intl.PluralRules {
    static override supportedLocalesOf(): string[] {
      return [];
    }
  }
  const scope = { PluralRules: Poor as unknown as typeof Intl.PluralRules };
  teachMacedonianPlurals(scope);
  const rules = new scope.PluralRules(["mk-MK", "en"]);
  expect([1, 21, 31, 101, 2, 11, 100].map((count) => rules.select(count))).toEqual([
    "one", "one", "one", "one", "other", "other", "other",
  ]);
  expect(new scope.PluralRules("sl").select(2)).toBe("two");
});
