/** The day in the middle of a run, as 2026-11-20. */
export function middleOf(start: string, end: string): string {
  const [first, last] = [Date.parse(`${start}T12:00:00Z`), Date.parse(`${end}T12:00:00Z`)];
  return new Date((first + last) / 2).toISOString().slice(0, 10);
}
