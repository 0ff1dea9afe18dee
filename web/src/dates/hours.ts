/**
 * My hours while they are being changed: as they are typed, "17:00" to "20:00", where a field may be empty for a moment.
 * A day ends at 24:00. On the week they are half hours, 48 a day.
 */
import type { MyHours, SetHours } from "../contract.ts";
import { daysLater } from "../text/wall_clock.ts";

export type Row = [from: string, to: string];
export type Day = readonly Row[];

/** Days in a row that have these times instead of the usual ones; none is no time. */
export interface Other {
  first: string;
  last: string;
  day: Day;
}

export interface Draft {
  zone: string;
  country: string;
  /** Seven days from Monday on. */
  weekly: readonly Day[];
  others: readonly Other[];
}

/** A part of the week: half hours and days, both ends included. */
export interface Area {
  days: readonly [number, number];
  halves: readonly [number, number];
}

export const DAYS = 7;
export const HALVES = 48;
/** Of a day; days that are unlike the others. As the server has them. */
export const ROWS = 12;
export const OTHERS = 400;

export const timeOf = (half: number): string => clock(half * 30);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What lies before today is not asked for any more, and goes when the rest is saved. */
export function draftOf({ zone, country, weekly, exceptions }: MyHours, today: string): Draft {
  const others = Object.entries(exceptions).filter(([day]) => day >= today);
  return { zone, country: country ?? "", weekly, others: inRows(others) };
}

export function wireOf({ zone, country, weekly, others }: Draft, version: number): SetHours {
  return { version, zone, weekly: weekly.map((day) => [...day]), exceptions: byDay(others), country: country || null };
}

function byDay(others: readonly Other[]): Record<string, Row[]> {
  return Object.fromEntries(others.flatMap(({ first, last, day }) => daysFrom(first, last).map((one) => [one, [...day]])));
}

export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last && days.length <= OTHERS; day = daysLater(day, 1)) days.push(day);
  return days;
}

/** Days that follow each other and are alike as one. */
function inRows(days: readonly (readonly [string, Day])[]): Other[] {
  const found: Other[] = [];
  for (const [one, day] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = found.at(-1);
    if (before && daysLater(before.last, 1) === one && String(before.day) === String(day)) before.last = one;
    else found.push({ first: one, last: one, day });
  }
  return found;
}

/** What was said of these days before is replaced. */
export const withOther = (others: readonly Other[], added: Other): Other[] =>
  inRows(Object.entries({ ...byDay(others), ...byDay([added]) }));

// ── typed ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type RowFault = "lacking" | "reversed";

export function faultOf([from, to]: Row): RowFault | null {
  if (from === "" || to === "") return "lacking";
  return minutesOf(from) >= minutesOf(to) ? "reversed" : null;
}

/** The next times after those that a day has, for a row that is added. */
export function nextRow(day: Day): Row {
  const end = Math.max(0, ...day.filter((row) => faultOf(row) === null).map(([, to]) => minutesOf(to)));
  const from = end === 0 ? 17 * 60 : end + 60;
  return from + 60 > 24 * 60 ? ["", ""] : [clock(from), clock(Math.min(from + 180, 24 * 60))];
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export const copyDay = (weekly: readonly Day[], from: number, to: readonly number[]): Day[] =>
  weekly.map((day, place) => (to.includes(place) ? weekly[from]! : day));

// ── drawn ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How much of each half hour is mine. */
export function halvesOf(day: Day): ("free" | "part" | "")[] {
  const spans = merged(day);
  return Array.from({ length: HALVES }, (_, half) => {
    const [begin, end] = [half * 30, half * 30 + 30];
    if (spans.some(([from, to]) => from <= begin && end <= to)) return "free";
    return spans.some(([from, to]) => from < end && begin < to) ? "part" : "";
  });
}

/** Adds or takes away an area; what is not touched stays to the minute. */
export function paint(weekly: readonly Day[], { days, halves }: Area, add: boolean): Day[] {
  const [begin, end] = [halves[0] * 30, halves[1] * 30 + 30];
  return weekly.map((day, place) => {
    if (place < days[0] || place > days[1]) return day;
    const rest = merged(day).flatMap(([from, to]): [number, number][] => [
      [from, Math.min(to, begin)], [Math.max(from, end), to],
    ]);
    return rowsOf(add ? [...rest, [begin, end]] : rest);
  });
}

export const areaOf = (a: Cell, b: Cell): Area => ({
  days: [Math.min(a.day, b.day), Math.max(a.day, b.day)],
  halves: [Math.min(a.half, b.half), Math.max(a.half, b.half)],
});

export interface Cell {
  day: number;
  half: number;
}

export const isIn = ({ days, halves }: Area, { day, half }: Cell): boolean =>
  days[0] <= day && day <= days[1] && halves[0] <= half && half <= halves[1];

const rowsOf = (spans: readonly [number, number][]): Row[] => join(spans).map(([from, to]) => [clock(from), clock(to)]);

const merged = (day: Day): [number, number][] =>
  join(day.filter((row) => faultOf(row) === null).map(([from, to]) => [minutesOf(from), minutesOf(to)]));

/** In order; what overlaps or touches is one. */
function join(spans: readonly [number, number][]): [number, number][] {
  const found: [number, number][] = [];
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    if (from >= to) continue;
    const before = found.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else found.push([from, to]);
  }
  return found;
}
