/** The words of a meeting that stand in several of its parts. */
import type { Earlier, Item, Meeting, Me } from "../../../contract.ts";
import { inYear, nearby } from "../../../mine/days.ts";
import { t } from "../../../text/fluent.ts";

export type MeetingItem = Item<Meeting>;
export type Manner = NonNullable<Meeting["manner"]>;

export const MANNERS: Record<Manner, string> = {
  call: "met-by-call", telephone: "met-by-telephone", in_person: "met-in-person",
};
export const PLACES: Record<Meeting["place"], string> = {
  call: "where-call", telephone: "where-telephone", address: "where-address",
};
export const MANNER_OF: Record<Meeting["place"], Manner> = { call: "call", telephone: "telephone", address: "in_person" };

export const options = <K extends string>(of: Record<K, string>): { value: K; label: string }[] =>
  (Object.keys(of) as K[]).map((value) => ({ value, label: t(of[value]) }));

/** today, about 60 min, by call */
export const whatWasHeld = ({ day, minutes, manner }: Meeting, me: Me): string =>
  t("met-line", { day: day ? nearby(day, me) : "", minutes: minutes ?? 0, how: manner ? t(MANNERS[manner]) : "" });

/** What stood there before a correction: only what was another. */
export function whatItWas({ was }: Earlier): string {
  const said = was as Partial<Meeting>;
  const words = [
    said.day ? inYear(said.day) : null,
    said.minutes != null ? t("minutes-short", { minutes: said.minutes }) : null,
    said.manner ? t(MANNERS[said.manner]) : null,
  ];
  return words.filter((word) => word !== null).join(", ");
}

export const DAY_MS = 86_400_000;
export const CORRECTED_DAYS = 14;

export const correctableUntil = ({ held_at }: Meeting): number => (held_at ?? 0) + CORRECTED_DAYS * DAY_MS;
