/** The settings of a year as one form asks for a part of them: what it does not ask for stays as it is. */
import type { ChangeCohort, CohortPage } from "../contract.ts";

export function changed(page: CohortPage, version: number, change: Partial<Omit<ChangeCohort, "version">>): ChangeCohort {
  const { names, start, end, home_zone, least_meetings, least_gatherings, help, silence_days, first_words } = page;
  const settings = { names, start, end, home_zone, least_meetings, least_gatherings, help, silence_days, first_words };
  return { ...settings, ...change, version };
}
