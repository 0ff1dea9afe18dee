/** Times that a thumb can take instead of choosing them: as the last time, and the next evenings. */
import { dayOf, timeOfDay } from "../../../text/dates.ts";
import { daysLater, momentAt } from "../../../text/wall_clock.ts";

const EVENING = "18:00";
const WEEK = 7;
const MANY = 5;
/** Sooner nobody would see it. */
const SOONEST_MS = 3 * 3_600_000;

/** `last`: when the people of the room met last or meet next, ms; `taken`: times that stand there already. */
export function suggestions(now: number, last: number | null, zone: string, taken: readonly number[] = []): number[] {
  const today = dayOf(now, zone);
  const usual = last === null ? EVENING : timeOfDay(last, "en-GB", zone);
  const asLast = last === null ? [] : [1, 2].map((weeks) => momentAt(weekdayFrom(today, dayOf(last, zone), weeks), usual, zone));
  const evenings = [1, 2, 3, 4, 5, 6].map((days) => momentAt(daysLater(today, days), EVENING, zone));
  const possible = [...asLast, ...evenings].filter((at): at is number => at !== null && at > now + SOONEST_MS && !taken.includes(at));
  return [...new Set(possible)].slice(0, MANY).sort((a, b) => a - b);
}

/** The same weekday as `like`, after today; `weeks`: the first such day, the second … */
function weekdayFrom(today: string, like: string, weeks: number): string {
  const apart = Math.round((Date.parse(today) - Date.parse(like)) / 86_400_000);
  const ahead = ((-apart % WEEK) + WEEK) % WEEK || WEEK;
  return daysLater(today, ahead + (weeks - 1) * WEEK);
}
