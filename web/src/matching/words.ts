/** Why, why not and at what price, in short phrases. */
import { callCountries } from "../programmes/countries.ts";
import { language, locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { worded } from "../text/worded.ts";
import type { PairCost, PairMove, Reason, Term } from "./scratch.ts";

/** Of the run's own lists, by key. */
export type Terms = ReadonlyMap<string, Term>;

export interface Names {
  mentee: string;
  mentor: string;
}

export const termsByKey = (terms: readonly Term[]): Terms => new Map(terms.map((term) => [term.key, term]));

/** In the reader's language; a key that is in no list any more as it stands. */
export function termName(terms: Terms, key: string): string {
  const term = terms.get(key);
  return (term && worded(term.names, language.value)) || key;
}

export const termNames = (terms: Terms, keys: readonly string[]): string =>
  listOfNames(keys.map((key) => termName(terms, key)), locale.value);

/** Who speaks one of them understands the others: they have no one name that all of them like. */
const TOGETHER: Record<string, readonly string[]> = { sh: ["bs", "hr", "sr"] };

/** A browser without Macedonian names them as the neighbours do. */
export function languageCalled(tag: string): string {
  const own = locale.value;
  const names = new Intl.DisplayNames(own.startsWith("mk") ? [own, "sr-Cyrl-RS"] : [own], { type: "language" });
  return (TOGETHER[tag] ?? [tag]).map((one) => names.of(one) ?? one).join(" / ");
}

/** Codes that stand beside other ones with the same beginning, and are about the answer as a whole. */
const OF_THE_WHOLE = new Set([
  "forbidden", "pinned", "lower_score", "seat_worth_more", "equally_good", "not_needed", "quota", "not_scored",
]);

export function reasonWords({ code, parameters }: Reason, names: Names, terms: Terms): string {
  const key = code.startsWith("change_") || OF_THE_WHOLE.has(code) ? `matching-${code}` : `reason-${code}`;
  return t(key, { ...names, ...variables(parameters, terms) });
}

/** In a sentence: can give what Nika asks for: budgets · both speak English well · … */
export const sentence = (reasons: readonly Reason[], names: Names, terms: Terms): string =>
  reasons.map((reason) => reasonWords(reason, names, terms)).join(" · ");

function variables(parameters: Reason["parameters"], terms: Terms): Record<string, string | number> {
  const called = callCountries(locale.value);
  const words = (name: string, value: string | number | string[]): string | number => {
    if (Array.isArray(value)) return termNames(terms, value);
    if (typeof value === "number" || value === "") return value;
    if (name === "language") return languageCalled(value);
    if (name === "country" || name.endsWith("_country")) return called(value);
    return value;
  };
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, words(name, value)]));
}

/** What it costs, without a number of points. */
export function costWords({ people, points, moves, proved }: PairCost, mentee: string): string[] {
  const others = moves.filter((move) => move.mentee.id !== mentee);
  const words: string[] = [];
  if (people > 0) words.push(t("cost-people", { count: people }));
  if (people < 0) words.push(t("cost-people-more", { count: -people }));
  if (others.length > 0) words.push(t("cost-moves", { count: others.length }));
  if (people === 0 && others.length === 0 && points <= 0) words.push(t("cost-nothing"));
  if (people === 0 && points > 0) words.push(t(others.length > 0 ? "cost-fits-less-others" : "cost-fits-less"));
  if (!proved) words.push(t("cost-not-proved"));
  return words;
}

/** Nika: Blagica instead of Maja */
export function moveWords({ mentee, before, after }: PairMove): string {
  const names = { mentee: mentee.name, before: before?.name ?? "", after: after?.name ?? "" };
  if (!after) return t("move-nobody", names);
  return t(before ? "move-instead" : "move-now", names);
}

export const ruleWords = (rule: string): string => t(`rule-${rule}`);

/** In whole points, or a tenth where that matters. */
export const points = (parts: number, unit: number): number => Math.round((parts / unit) * 10) / 10;
