/** Calendar days and months in words. */
import { dayInYear } from "../../text/dates.ts";
import { macedonianDate, needsMacedonian } from "../../text/macedonian.ts";

/** `day`: as 2026-11-20. */
export const dayWords = (day: string, locale: string): string => dayInYear(Date.parse(`${day}T12:00:00Z`), locale);

/** `month`: as 2026-11. */
export function monthWords(month: string, locale: string): string {
  // Its first day without the day.
  if (needsMacedonian(locale)) return macedonianDate(`${month}-01`, { date: true, year: true }).replace(/^1 /, "");
  const at = Date.parse(`${month}-15T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(at);
}
