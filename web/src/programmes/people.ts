/** People of a year: who is in the team, who is not here yet, and how one of them is told of. */
import type { CohortPage, Part } from "../contract.ts";
import { daysBetween } from "../text/dates.ts";
import { t } from "../text/fluent.ts";

export type Role = Part["role"];

export const TEAM: readonly Role[] = ["coordinator", "facilitator", "safeguarding", "handover"];
export const TAKING_PART: readonly Role[] = ["mentee", "mentor", "alumna"];

/** Still to come, by the invitation that they have. */
export const isAwaited = ({ arrival }: Part): boolean =>
  arrival === "unopened" || arrival === "opened" || arrival === "lapsed";

/** Invited 3 days ago, not opened yet. */
export function arrivalInWords({ arrival, invited_at }: Part, now: number, zone: string): string {
  if (!invited_at || arrival === "here" || arrival === "gone") return t(`arrival-${arrival}`);
  return t(`arrival-${arrival}-days`, { days: Math.max(0, daysBetween(invited_at, now, zone)) });
}

/** Those who are in a mentorship that goes on. */
export function inMentorship(page: CohortPage): Set<string> {
  const going = page.mentorships.filter(({ state }) => state === "active" || state === "paused");
  return new Set(going.flatMap(({ people }) => people.map(({ person }) => person)));
}

export const nameOf = (page: CohortPage, person: string): string =>
  page.people.find((part) => part.person.id === person)?.person.name ?? "…";
