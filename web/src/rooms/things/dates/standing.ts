/** How it stands with the dates of a room at a moment: which one comes next, what waits for an answer, what was. */
import type { Item, Meeting, MeetingDate } from "../../../contract.ts";
import { dayOf } from "../../../text/dates.ts";
import { endOf } from "./near.ts";
import type { DateItem } from "./wanted.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Earlier nobody knows yet that they will be late. */
const LATE_MS = 60 * MINUTE_MS;
/** After it began it is asked whether it took place, and for so long. */
const ASKED_AFTER_MS = 10 * MINUTE_MS;
const ASKED_FOR_MS = 14 * DAY_MS;

export interface Standing {
  /** The first one that is not over, and those after it. */
  next: DateItem | null;
  later: DateItem[];
  /** Times wait for an answer, and nothing else is agreed on. */
  asked: DateItem[];
  /** The same where all these times are over. */
  lapsed: DateItem[];
  /** It does not take place, as somebody cannot come; they may yet say otherwise. */
  given_up: DateItem[];
  /** It should have begun, and nobody said whether it did. */
  unsaid: DateItem | null;
  /** Over, or called off; the newest first. */
  past: DateItem[];
}

export const mayBeLate = (body: MeetingDate, now: number): boolean =>
  body.at !== null && body.at - LATE_MS <= now && now < endOf(body);

export function standingOf(
  dates: readonly DateItem[], meetings: readonly Item<Meeting>[], now: number, zone: string,
): Standing {
  const agreed = byTime(dates.filter(({ body }) => body.state === "agreed" && body.at !== null));
  const coming = agreed.filter(({ body }) => endOf(body) > now);
  const asked = dates.filter(({ body }) => body.state === "asked");
  const waits = ({ body }: DateItem): boolean => body.offers.some((at) => at > now);
  const called = dates.filter(({ body }) => body.state === "cancelled");
  const isGivenUp = ({ body }: DateItem): boolean => (body.absent ?? []).length > 0 && (body.at ?? 0) > now;
  return {
    next: coming[0] ?? null,
    later: coming.slice(1),
    asked: asked.filter(waits),
    lapsed: asked.filter((item) => !waits(item)),
    given_up: byTime(called.filter(isGivenUp)),
    unsaid: unsaid(agreed, dates, meetings, now, zone),
    past: byTime([
      ...agreed.filter(({ body }) => endOf(body) <= now), ...called.filter((item) => !isGivenUp(item) && item.body.at !== null),
    ]).reverse(),
  };
}

/** Nothing is agreed on, and nothing waits for an answer. */
export const isBlank = ({ next, asked, lapsed, given_up }: Standing): boolean =>
  !next && asked.length === 0 && lapsed.length === 0 && given_up.length === 0;

const byTime = (some: readonly DateItem[]): DateItem[] => [...some].sort((a, b) => (a.body.at ?? 0) - (b.body.at ?? 0));

/** The newest that has begun, unless a meeting of that day stands here, or another time was found for it. */
function unsaid(
  agreed: readonly DateItem[], dates: readonly DateItem[], meetings: readonly Item<Meeting>[], now: number, zone: string,
): DateItem | null {
  const last = agreed.findLast(({ body }) => body.at! + ASKED_AFTER_MS <= now);
  if (!last || last.body.at! + ASKED_FOR_MS < now || last.body.offers.length > 0) return null;
  const at = last.body.at!;
  const met = meetings.some(({ at: said, body }) => body.state === "open" || said >= at || body.day === dayOf(at, zone));
  const another = dates.some((item) => item.at > at && item.id !== last.id);
  return met || another ? null : last;
}
