/** The words of a date that stand in several places. */
import type { Earlier, Me, MeetingDate, RoomMeetings } from "../../../contract.ts";
import { firstName } from "../../names.ts";
import { dayOf, timeOfDay, whenWeMeet } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { listOfNames } from "../../../text/order.ts";
import { aheadOf } from "../../../text/wall_clock.ts";
import { serverNow } from "../meeting/server_clock.ts";

/** Somebody whose clock I know. */
export interface Fellow {
  name: string;
  zone: string;
}

export const when = (at: number, me: Me): string => whenWeMeet(at, serverNow(), locale.value, me.zone);

/** Those of the others whose clocks do not show mine's time at that moment. */
export const elsewhere = (at: number, fellows: readonly Fellow[], me: Me): Fellow[] =>
  fellows.filter(({ zone }) => aheadOf(at, zone) !== aheadOf(at, me.zone));

/** Blagica: 20:00 there; with the day where theirs is another one. People whose clocks say the same are named together. */
export function wallsThere(at: number, fellows: readonly Fellow[], me: Me): string[] {
  const timeThere = (zone: string): string =>
    dayOf(at, zone) === dayOf(at, me.zone)
      ? timeOfDay(at, locale.value, zone)
      : whenWeMeet(at, serverNow(), locale.value, zone);
  return together(elsewhere(at, fellows, me), ({ zone }) => ({ time: timeThere(zone) })).map((said) => t("date-there", said));
}

/** Where clocks are changed before that day in one of two places only: what the others' will show, and what they would. */
export function clockNotes(at: number, fellows: readonly Fellow[], me: Me, now = serverNow()): string[] {
  const shift = (zone: string): number =>
    aheadOf(at, zone) - aheadOf(at, me.zone) - (aheadOf(now, zone) - aheadOf(now, me.zone));
  const shown = (moment: number, zone: string): string => timeOfDay(moment, locale.value, zone);
  return together(
    fellows.filter(({ zone }) => shift(zone) !== 0),
    ({ zone }) => ({ time: shown(at, zone), usual: shown(at - shift(zone) * 60_000, zone) }),
  ).map((said) => t("date-clocks", said));
}

/** Of whom the same is said, by first names. */
function together<Said extends Record<string, string>>(
  fellows: readonly Fellow[], say: (fellow: Fellow) => Said,
): (Said & { name: string })[] {
  const groups = new Map<string, { said: Said; names: string[] }>();
  for (const fellow of fellows) {
    const said = say(fellow);
    const key = JSON.stringify(said);
    const group = groups.get(key) ?? { said, names: [] };
    group.names.push(firstName(fellow.name));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ said, names }) => ({ ...said, name: listOfNames(names, locale.value) }));
}

/**
 * Where clocks were changed since the date before of the same series: whose wall clock shows another time than before, while
 * somebody's shows the same. A date that was moved shows everybody another one.
 */
export function seriesNotes(at: number, before: number, fellows: readonly Fellow[], me: Me): string[] {
  const moved = (zone: string): boolean => timeOfDay(at, locale.value, zone) !== timeOfDay(before, locale.value, zone);
  const away = fellows.filter(({ zone }) => moved(zone));
  const mine = moved(me.zone);
  if (mine && away.length === fellows.length) return [];
  const said = (zone: string): { time: string; usual: string } => ({
    time: timeOfDay(at, locale.value, zone), usual: timeOfDay(before, locale.value, zone),
  });
  return [
    ...(mine ? [t("date-clocks-mine", said(me.zone))] : []),
    ...together(away, ({ zone }) => said(zone)).map((group) => t("date-clocks", group)),
  ];
}

export const fellowsOf = (ours: RoomMeetings | undefined): Fellow[] =>
  (ours?.people ?? []).flatMap(({ id, name }) => (ours?.zones[id] ? [{ name, zone: ours.zones[id] }] : []));

/** What was done with a date, as far as what stood there before tells it. */
export function whatWasDone({ was }: Earlier, me: Me): string {
  const before = was as Partial<MeetingDate>;
  if (before.state !== undefined && "offers" in before && !("at" in before)) return t("date-was-cancelled");
  if (typeof before.at === "number") return t("date-was-moved", { when: when(before.at, me) });
  if ("at" in before) return t("date-was-agreed");
  return t((before.offers ?? []).length > 0 ? "date-was-answered" : "date-was-proposed");
}
