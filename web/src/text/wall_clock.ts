/** What clocks on the wall show: from a day and a time in a zone to the moment, and how far apart zones are. */
import { dayOf, timeOfDay } from "./dates.ts";

/** How far a zone is ahead of UTC at a moment, in minutes. */
export function aheadOf(at: number, zone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Math.round((Date.parse(`${dayOf(minute, zone)}T${timeOfDay(minute, "en-GB", zone)}:00Z`) - minute) / 60_000);
}

/**
 * When it is that time of that day in a zone, in ms; `day` as 2026-11-20, `time` as 18:00. Of an hour that comes twice the
 * first; what is skipped when clocks are put forward is that much later. null where it is no day or no time.
 */
export function momentAt(day: string, time: string, zone: string): number | null {
  const wall = day === "" || time === "" ? NaN : Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(wall)) return null;
  // The first guess is at most a day off; each side of it has the offset of one side of a change.
  const tries = [wall - 86_400_000, wall + 86_400_000].map((near) => wall - aheadOf(near, zone) * 60_000);
  return tries.find((at) => at + aheadOf(at, zone) * 60_000 === wall) ?? tries[0]!;
}

/** The day so many days later: calendars count, not hours. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
