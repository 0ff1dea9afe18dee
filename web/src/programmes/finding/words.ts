/** Who could come at a time, in a sentence of short phrases. */
import type { FoundTime, Poll } from "../../contract.ts";
import { timeOfDay, whenWeMeet } from "../../text/dates.ts";
import { locale, t } from "../../text/fluent.ts";
import { compareNames, listOfNames } from "../../text/order.ts";

export type GuestPart = Poll["guests"][number]["part"];

export const PARTS: Record<GuestPart, string> = {
  needed: "finding-part-needed",
  one_of: "finding-part-one-of",
  welcome: "finding-part-welcome",
};

const CAN = ["free", "outside", "busy", "unknown"] as const;
export type Can = (typeof CAN)[number];

export const CAN_WORDS: Record<Can, string> = {
  free: "finding-who-free",
  outside: "finding-who-outside",
  busy: "finding-who-busy",
  unknown: "finding-who-unknown",
};

const NEEDED_WORDS: Record<Can, string> = {
  free: "finding-needed-free",
  outside: "finding-needed-outside",
  busy: "finding-needed-busy",
  unknown: "finding-needed-unknown",
};

const FEW = 4;

/** By the wall of the place that the year is at home in. */
export function spanInWords(start: number, { minutes, zone }: Poll): string {
  const until = timeOfDay(start + minutes * 60_000, locale.value, zone);
  return `${whenWeMeet(start, Date.now(), locale.value, zone)}–${until}`;
}

/** Of everybody who is asked, in the order of names. Of whom nothing is known is neither free nor in the way. */
export function whoCan(time: FoundTime, { guests }: Poll): Record<Can, Poll["guests"]> {
  const known = { free: new Set(time.free), outside: new Set(time.outside), busy: new Set(time.busy) };
  const compare = compareNames(locale.value);
  const found: Record<Can, Poll["guests"]> = { free: [], outside: [], busy: [], unknown: [] };
  for (const guest of guests.toSorted((a, b) => compare(a.name, b.name))) {
    const can = (["free", "outside", "busy"] as const).find((one) => known[one].has(guest.id)) ?? "unknown";
    found[can].push(guest);
  }
  return found;
}

/** 11 of 14 can, 2 outside their hours, 1 cannot */
export function countsInWords(who: Record<Can, Poll["guests"]>): string {
  const all = Object.values(who).reduce((sum, guests) => sum + guests.length, 0);
  const rest = (["outside", "busy", "unknown"] as const).filter((can) => who[can].length > 0);
  const words: Record<(typeof rest)[number], string> = {
    outside: "finding-outside", busy: "finding-busy", unknown: "finding-unknown",
  };
  return [
    t("finding-free", { count: who.free.length, all }),
    ...rest.map((can) => t(words[can], { count: who[can].length })),
  ].join(", ");
}

/** How it is for those who have to be there, and for those of whom one has to. */
export function neededInWords(who: Record<Can, Poll["guests"]>): string[] {
  const of = (can: Can, part: GuestPart): string[] => who[can].filter((guest) => guest.part === part).map(({ name }) => name);
  const needed = CAN.filter((can) => of(can, "needed").length > 0).map((can) =>
    t(NEEDED_WORDS[can], { names: named(of(can, "needed")) }),
  );
  const oneOf = of("free", "one_of");
  if (oneOf.length > 0) return [...needed, t("finding-one-of-free", { names: named(oneOf) })];
  return CAN.some((can) => of(can, "one_of").length > 0) ? [...needed, t("finding-one-of-none")] : needed;
}

/** All of a few; of many the first, and how many more. */
export function named(names: readonly string[]): string {
  if (names.length <= FEW) return listOfNames(names, locale.value);
  return t("finding-and-more", { names: names.slice(0, FEW - 1).join(", "), count: names.length - FEW + 1 });
}
