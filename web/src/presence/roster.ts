/** Who is here in one room, as this browser has been told: folded from the whole and from what came after it. */
import type { CountNotice } from "../contract.ts";

export type Mark = "here" | "away";

export interface Row {
  person: string;
  mark: Mark;
}

export interface Roster {
  readonly people: ReadonlyMap<string, Mark>;
  /** More than can be named: only how many. */
  readonly crowd: number | null;
  /** Who writes, and until when that is believed, in ms. */
  readonly typing: ReadonlyMap<string, number>;
}

/** Server and client agree: above it joins and leaves are counted, no longer told. */
const CROWD = 50;
/** Nobody says that they stopped. */
export const TYPING_MS = 6_000;

export const NOBODY: Roster = { people: new Map(), crowd: null, typing: new Map() };

export function loaded(roster: Roster, rows: readonly Row[]): Roster {
  const people = new Map(rows.map(({ person, mark }) => [person, mark]));
  const typing = new Map([...roster.typing].filter(([person]) => people.has(person)));
  return { people, crowd: people.size > CROWD ? people.size : null, typing };
}

export function came(roster: Roster, person: string, mark: Mark): Roster {
  return { ...roster, people: new Map(roster.people).set(person, mark) };
}

export function went(roster: Roster, person: string): Roster {
  return { ...roster, people: without(roster.people, person), typing: without(roster.typing, person) };
}

/** Only of who is known: news may overtake the whole. */
export function turned(roster: Roster, person: string, mark: Mark): Roster {
  return roster.people.has(person) ? came(roster, person, mark) : roster;
}

/** `whole`: no crowd any more, so that the whole has to be asked for. */
export function counted(roster: Roster, { people }: CountNotice): { roster: Roster; whole: boolean } {
  const crowd = people > CROWD ? people : null;
  return { roster: { ...roster, crowd, typing: new Map() }, whole: crowd === null };
}

export function typed(roster: Roster, person: string, now: number): Roster {
  return { ...roster, typing: new Map(roster.typing).set(person, now + TYPING_MS) };
}

/** What they wrote has arrived. */
export function spoke(roster: Roster, person: string): Roster {
  return roster.typing.has(person) ? { ...roster, typing: without(roster.typing, person) } : roster;
}

export function faded(roster: Roster, now: number): Roster {
  const typing = new Map([...roster.typing].filter(([, until]) => until > now));
  return typing.size === roster.typing.size ? roster : { ...roster, typing };
}

/** When the next one fades, in ms. */
export const nextFading = ({ typing }: Roster): number | null => (typing.size ? Math.min(...typing.values()) : null);

function without<V>(all: ReadonlyMap<string, V>, person: string): Map<string, V> {
  const rest = new Map(all);
  rest.delete(person);
  return rest;
}
