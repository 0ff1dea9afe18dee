/** Hours in words. */
import { inYear } from "../mine/days.ts";
import { weekdayName } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import type { Area, Day, Draft, Other, Row } from "./hours.ts";
import { DAYS, timeOf } from "./hours.ts";

export const WEEK = Array.from({ length: DAYS }, (_, day) => day);

export const weekday = (day: number): string => weekdayName(day, locale.value);

export const times = ([from, to]: Row): string => `${from}–${to}`;

export const dayWords = (day: Day): string => (day.length === 0 ? t("hours-no-time") : day.map(times).join(", "));

export const otherDays = ({ first, last }: Other): string => (first === last ? inYear(first) : `${inYear(first)} – ${inYear(last)}`);

export function areaWords({ days, halves }: Area): string {
  const [first, last] = days;
  const which = first === last ? weekday(first) : `${weekday(first)} – ${weekday(last)}`;
  return `${which}, ${timeOf(halves[0])}–${timeOf(halves[1] + 1)}`;
}

export const inWords = ({ zone, country, weekly, others }: Draft): [string, string][] => [
  ...WEEK.map((day): [string, string] => [weekday(day), dayWords(weekly[day]!)]),
  [t("hours-others"), others.map((other) => `${otherDays(other)}: ${dayWords(other.day)}`).join("\n")],
  [t("hours-holidays"), country],
  [t("zone"), zone],
];
