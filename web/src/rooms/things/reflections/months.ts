/** Months as 2026-11, and which of one's own come back. */
import { dayOf } from "../../../text/dates.ts";

export const monthOf = (at: number, zone: string): string => dayOf(at, zone).slice(0, 7);

export function monthsBefore(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** Own words come back after so many months. */
export const RETURNS = [3, 6, 12] as const;

export function returning(pages: Iterable<string>, month: string): { page: string; months: (typeof RETURNS)[number] }[] {
  const written = new Set(pages);
  return RETURNS.map((months) => ({ page: monthsBefore(month, months), months })).filter(({ page }) => written.has(page));
}
