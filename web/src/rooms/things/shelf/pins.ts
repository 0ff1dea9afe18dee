/** How pins are ordered, named and grouped. */
import type { Item, Pin, Things } from "../../../contract.ts";
import { t } from "../../../text/fluent.ts";
import { nameOf } from "../notes/names.ts";

export type PinItem = Item<Pin>;

const SORTS = { message: "pin-is-message", link: "pin-is-link", note: "pin-is-note", file: "pin-is-file", shared: "pin-is-shared" } as const;

/** By its title, by what it leads to, or by its first line. */
export function pinName(pin: Pin, things: Things | undefined): string {
  const { title, link, note, what } = pin;
  return title || (link && hostOf(link)) || note.split("\n")[0] || thingName(pin, things) || t(SORTS[what]);
}

/** Null where it leads to nothing that is there. */
export function thingName({ what, thing }: Pin, { files = [], notes = [] }: Things = {}): string | null {
  if (what === "file") return files.find(({ id }) => id === thing)?.body.name ?? null;
  const note = what === "shared" ? notes.find(({ id }) => id === thing) : undefined;
  return note ? nameOf(note) : null;
}

interface Ranked {
  id: number;
  body: { rank: string };
}

export const inOrder = <R extends Ranked>(pins: readonly R[]): R[] =>
  [...pins].sort((a, b) => (a.body.rank < b.body.rank ? -1 : a.body.rank > b.body.rank ? 1 : a.id - b.id));

/** What stands without a section comes first, then the sections in the order of their first pins. */
export function bySection(pins: readonly PinItem[]): [section: string, pins: PinItem[]][] {
  const groups = new Map<string, PinItem[]>([["", []]]);
  for (const pin of inOrder(pins)) groups.set(pin.body.section, [...(groups.get(pin.body.section) ?? []), pin]);
  return [...groups].filter(([, some]) => some.length > 0);
}

/** The host that a link leads to, without what every host has. */
export function hostOf(link: string): string {
  try {
    const { hostname, origin, pathname } = new URL(link);
    // A way on to a call server: its name stands in the address.
    const [, on] = origin === location.origin ? (/^\/call\/([^/]+)\//.exec(pathname) ?? []) : [];
    return on ?? hostname.replace(/^www\./, "");
  } catch {
    return link;
  }
}

/** Behind which pin this one goes to stand one place up or down among those shown; undefined where it can't. */
export function neighbour(shown: readonly Ranked[], pin: Ranked, step: -1 | 1): number | null | undefined {
  const place = shown.findIndex(({ id }) => id === pin.id);
  const next = shown[place + step];
  if (!next) return undefined;
  return step === 1 ? next.id : (shown[place - 2]?.id ?? null);
}
