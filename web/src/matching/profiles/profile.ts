/** What somebody looks for or can give, as a form has it. */
import type { Profile, Term } from "../../contract.ts";
import type { Language } from "../../text/languages.ts";
import { worded } from "../../text/worded.ts";

export type Role = "mentee" | "mentor";
export type Draft = Required<Profile> & { excludes: string[]; ranking: string[][] };
export type Chosen = "skills" | "back" | "disciplines" | "traits" | "requires";

export const WORDS_LIMIT = 2_000;
export const TEAM_WORDS_LIMIT = 1_000;
export const CHOSEN_LIMIT = 20;
export const CAPACITY = 10;

export const KIND_OF: Record<Chosen, Term["kind"]> = {
  skills: "skill", back: "skill", disciplines: "discipline", traits: "trait", requires: "trait",
};

/** What a new line offers first, as most people here speak these. */
export const LANGUAGES = [
  "sr", "hr", "bs", "cnr", "mk", "sl", "sq", "en", "de", "fr", "it", "es", "pt", "hu", "ro", "bg", "el", "tr", "rom", "ru", "uk",
  "pl", "cs", "sk", "sv", "nl",
];
export const LEVELS = [1, 2, 3, 4, 5, 6] as const;

export const draftOf = (
  profile: Profile, excludes: readonly { id: string }[], ranking: readonly (readonly string[])[] = [],
): Draft => ({
  need: profile.need ?? "", goals: profile.goals ?? "", skills: profile.skills ?? [], back: profile.back ?? [],
  disciplines: profile.disciplines ?? [], traits: profile.traits ?? [], requires: profile.requires ?? [],
  languages: profile.languages ?? {}, country: profile.country ?? null, capacity: profile.capacity ?? 1,
  for_team: profile.for_team ?? "", excludes: excludes.map(({ id }) => id), ranking: ranking.map((equals) => [...equals]),
});

export function profileOf({ excludes: _excludes, ranking: _ranking, ...profile }: Draft): Profile {
  return profile;
}

export const ticked = (chosen: readonly string[], key: string, on: boolean): string[] =>
  on ? [...chosen.filter((other) => other !== key), key] : chosen.filter((other) => other !== key);

/** By their names, in the order of the list. */
export const termNames = (terms: readonly Term[], keys: readonly string[], reader: Language): string[] =>
  terms.filter(({ key }) => keys.includes(key)).map(({ names }) => worded(names, reader));
