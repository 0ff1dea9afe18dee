/** Calendar days as the server tells them, 2026-11-20, in the reader's words. */
import type { Me } from "../contract.ts";
import { dayInSentence, dayInYear, dayOf, timeOfDay } from "../text/dates.ts";
import { locale } from "../text/fluent.ts";

/** In UTC: there noon is the same day for every reader, however far away. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** 20 November 2026 */
export const inYear = (day: string): string => dayInYear(noonOf(day), locale.value);

/** today, or Friday, 20 November */
export const nearby = (day: string, me: Me): string =>
  dayInSentence(noonOf(day), noonOf(dayOf(Date.now(), me.zone)), locale.value, "UTC");

/** The same of a moment in ms. */
export const momentDay = (at: number, me: Me): string => dayInSentence(at, Date.now(), locale.value, me.zone);

/** With its time: tomorrow, 18:00 */
export const momentWhen = (at: number, me: Me): string => `${momentDay(at, me)}, ${timeOfDay(at, locale.value, me.zone)}`;
