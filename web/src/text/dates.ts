/** Days and times as the reader's language writes them, in the reader's zone. */
import { macedonianDate, macedonianDayAgo, needsMacedonian, type DateParts } from "./macedonian.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, and the same few are asked for with every message. */
function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

/** The calendar day in a zone, as 2026-11-20: equal for all moments of that day, sorts like the days. */
export function dayOf(at: number, zone: string): string {
  return format("en-CA", zone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** Days from one moment to another as calendars count: clock changes and hours play no part. */
export function daysBetween(from: number, to: number, zone: string): number {
  return Math.round((Date.parse(dayOf(to, zone)) - Date.parse(dayOf(from, zone))) / 86_400_000);
}

export function timeOfDay(at: number, locale: string, zone: string): string {
  return format(locale, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** When people meet: today, tomorrow or the weekday with its date, and the time. */
export const whenWeMeet = (at: number, now: number, locale: string, zone: string): string =>
  `${dayName(at, now, locale, zone)}, ${timeOfDay(at, locale, zone)}`;

/** Today, yesterday and tomorrow in words, then the weekday with the date, then the date with its year. */
export function dayName(at: number, now: number, locale: string, zone: string): string {
  return capitalised(dayInSentence(at, now, locale, zone), locale);
}

/** The same for the middle of a sentence. */
export function dayInSentence(at: number, now: number, locale: string, zone: string): string {
  const ago = daysBetween(at, now, zone);
  if (ago === 0 || ago === 1 || ago === -1) return dayAgo(ago, locale);
  return write(at, locale, zone, { weekday: true, date: true, year: !sameYear(at, now, zone) });
}

/** Short, for a list: the time today, else the day. */
export function briefly(at: number, now: number, locale: string, zone: string): string {
  const ago = daysBetween(at, now, zone);
  if (ago === 0) return timeOfDay(at, locale, zone);
  if (ago === 1) return capitalised(dayAgo(1, locale), locale);
  if (ago > 1 && ago < 7) return capitalised(write(at, locale, zone, { weekday: true }), locale);
  return write(at, locale, zone, { date: true, year: !sameYear(at, now, zone) });
}

export function fullMoment(at: number, locale: string, zone: string): string {
  return `${write(at, locale, zone, { weekday: true, date: true, year: true })}, ${timeOfDay(at, locale, zone)}`;
}

/** A calendar day with its year: 20 November 2026. `at`: noon of that day in UTC. */
export const dayInYear = (at: number, locale: string): string => write(at, locale, "UTC", { date: true, year: true });

/** Monday; `day`: 0 for Monday. `short`: Mon. */
export function weekdayName(day: number, locale: string, short = false): string {
  // A Monday at noon.
  const at = Date.UTC(2026, 0, 5 + day, 12);
  if (!short) return capitalised(write(at, locale, "UTC", { weekday: true }), locale);
  const name = needsMacedonian(locale) ? write(at, locale, "UTC", { weekday: true }).slice(0, 3)
    : format(locale, "UTC", { weekday: "short" }).format(at);
  return capitalised(name, locale);
}

/** The part of the day for a greeting: morning from 4, day from 11, evening from 18. */
export function partOfDay(at: number, zone: string): "morning" | "day" | "evening" {
  const hour = Number(format("en-GB", zone, { hour: "2-digit", hourCycle: "h23" }).format(at));
  if (hour >= 4 && hour < 11) return "morning";
  return hour >= 11 && hour < 18 ? "day" : "evening";
}

function write(at: number, locale: string, zone: string, parts: DateParts): string {
  if (needsMacedonian(locale)) return macedonianDate(dayOf(at, zone), parts);
  return format(locale, zone, {
    ...(parts.weekday && { weekday: "long" }),
    ...(parts.date && { day: "numeric", month: "long" }),
    ...(parts.year && { year: "numeric" }),
  }).format(at);
}

function dayAgo(days: -1 | 0 | 1, locale: string): string {
  if (needsMacedonian(locale)) return macedonianDayAgo(days);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
}

const sameYear = (at: number, now: number, zone: string): boolean =>
  dayOf(at, zone).slice(0, 4) === dayOf(now, zone).slice(0, 4);

function capitalised(text: string, locale: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join("");
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** As people write it: America/New York. */
export const zoneName = (zone: string): string => zone.replaceAll("_", " ");

export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
