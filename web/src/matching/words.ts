/** Why, why not and at what price, in short phrases. */
import type { PairCost, PairMove, PairReason, Term } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { reasonWords as ofTwo, type Terms } from "./reason_words.ts";

export interface Names {
  mentee: string;
  mentor: string;
}

/** The names of the run's own lists, by key. */
export const termsByKey = (terms: readonly Term[]): Terms => Object.fromEntries(terms.map(({ key, names }) => [key, names]));

/** Codes of what keeps two apart as a whole, and of what would change it: told here without points. */
const OF_THE_WHOLE = new Set([
  "forbidden", "pinned", "lower_score", "seat_worth_more", "equally_good", "declined", "quota", "not_scored",
]);

export function reasonWords(reason: PairReason, names: Names, terms: Terms): string {
  const { code, parameters } = reason;
  if (!code.startsWith("change_") && !OF_THE_WHOLE.has(code)) return ofTwo(reason, "team", terms);
  return t(`matching-${code}`, { ...names, ...numbers(parameters) });
}

/** One after the other. */
export const sentence = (reasons: readonly PairReason[], names: Names, terms: Terms): string =>
  reasons.map((reason) => reasonWords(reason, names, terms)).join(" ");

const numbers = (parameters: PairReason["parameters"]): Record<string, number> =>
  Object.fromEntries(Object.entries(parameters).filter((pair): pair is [string, number] => typeof pair[1] === "number"));

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
