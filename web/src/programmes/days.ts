/** Calendar days of a year of a programme, as 2026-11-20: they are the same day in every zone. */

/** A year later, for who copies the last one; the end of February stays in February. */
export function yearLater(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + 1, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}

/** 2026, or 2026/27. */
export function yearsOf(start: string, end: string): string {
  const [first, last] = [start.slice(0, 4), end.slice(0, 4)];
  return first === last ? first : `${first}/${last.slice(2)}`;
}
