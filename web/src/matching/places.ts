/**
 * What can be changed of who goes with whom, a place at a time: what was said of one mentee, or one setting. Two people
 * who change different places at the same time keep both; of the same place the later one is shown what is there.
 */
import type {
  LockedPair, Person, Round, RoundPair, RoundRules, RoundSettings, RoundWeights, SetRoundLocks,
} from "../contract.ts";

/** What was said of one mentee: whom they have by hand, with whom they are kept, with whom they never go. By id. */
export interface Said {
  chosen: string | null;
  pin: readonly string[];
  forbid: readonly string[];
}

export type SettingPath =
  | "objective" | "stability_loss" | "keep" | "quotas"
  | `rules.${keyof RoundRules}` | `weights.${keyof RoundWeights}`;

export type Place = { mentee: string } | { setting: SettingPath };
export type Value = Said | RoundSettings[keyof RoundSettings] | number | boolean;

export interface Edit {
  place: Place;
  before: Value;
  after: Value;
}

export const inverse = ({ place, before, after }: Edit): Edit => ({ place, before: after, after: before });

export const same = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other);

export const isOfMentee = (place: Place): place is { mentee: string } => "mentee" in place;

export function valueAt(round: Round, place: Place): Value {
  if (isOfMentee(place)) return saidOf(round, place.mentee);
  const [field, inner] = place.setting.split(".") as [keyof RoundSettings, string | undefined];
  const value = round.settings[field];
  return inner === undefined ? value : (value as Record<string, Value>)[inner];
}

export function saidOf(round: Round, mentee: string): Said {
  const mentors = (pairs: readonly LockedPair[]): string[] =>
    pairs.filter((pair) => pair.mentee.id === mentee).map(({ mentor }) => mentor.id).sort();
  return { chosen: mentors(round.chosen)[0] ?? null, pin: mentors(round.pin), forbid: mentors(round.forbid) };
}

/** As it will be, before the server has said so. */
export function withValue(round: Round, place: Place, value: Value, named: (id: string) => Person): Round {
  if (isOfMentee(place)) return withSaid(round, place.mentee, value as Said, named);
  const [field, inner] = place.setting.split(".") as [keyof RoundSettings, string | undefined];
  const changed = inner === undefined ? value : { ...(round.settings[field] as object), [inner]: value };
  return { ...round, settings: { ...round.settings, [field]: changed } };
}

function withSaid(round: Round, mentee: string, said: Said, named: (id: string) => Person): Round {
  const put = (pairs: readonly LockedPair[], mentors: readonly string[]): LockedPair[] => [
    ...pairs.filter((pair) => pair.mentee.id !== mentee),
    ...mentors.map((mentor) => ({ mentee: named(mentee), mentor: named(mentor) })),
  ];
  return {
    ...round,
    chosen: put(round.chosen, said.chosen === null ? [] : [said.chosen]),
    pin: put(round.pin, said.pin),
    forbid: put(round.forbid, said.forbid),
  };
}

export function locksOf(round: Round): SetRoundLocks {
  const pairs = (locked: readonly LockedPair[]): RoundPair[] =>
    locked.map(({ mentee, mentor }) => ({ mentee: mentee.id, mentor: mentor.id }));
  return { version: round.version, chosen: pairs(round.chosen), pin: pairs(round.pin), forbid: pairs(round.forbid) };
}

// ── what is said of a mentee ────────────────────────────────────────────────────────────────────────────────────────

const without = (mentors: readonly string[], mentor: string): string[] => mentors.filter((one) => one !== mentor);

/** By hand; whatever was said against the two before is over. */
export const choosing = (said: Said, mentor: string): Said => ({
  chosen: mentor, pin: [], forbid: without(said.forbid, mentor),
});

export const leaving = (said: Said): Said => ({ ...said, chosen: null, pin: [] });

export const keeping = (said: Said, mentor: string): Said => ({
  chosen: null, pin: [mentor], forbid: without(said.forbid, mentor),
});

/** Never these. */
export const forbidding = (said: Said, ...mentors: string[]): Said => ({
  chosen: said.chosen !== null && mentors.includes(said.chosen) ? null : said.chosen,
  pin: said.pin.filter((one) => !mentors.includes(one)),
  forbid: [...new Set([...said.forbid, ...mentors])].sort(),
});

export const allowing = (said: Said, mentor: string): Said => ({ ...said, forbid: without(said.forbid, mentor) });

/** Whom they have, as it was said. */
export const hasBySaying = ({ chosen, pin }: Said): string | null => chosen ?? pin[0] ?? null;
