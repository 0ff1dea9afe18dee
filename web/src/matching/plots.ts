/** The numbers of the plots, as their tables have them too. */
import type { KeepPoint, MentorLoad, PersonShare, RoundMeasures } from "../contract.ts";
import { points } from "./words.ts";

export interface ShareRow {
  id: string;
  name: string;
  /** Points; null where nobody could be had. */
  got: number | null;
  best: number | null;
}

/** Whose pair is the farthest from the best that they could have had stands first. */
export function shareRows(shares: readonly PersonShare[], unit: number): ShareRow[] {
  return shares
    .map(({ person, score, best }) => ({
      id: person.id,
      name: person.name,
      got: score === null ? null : points(score, unit),
      best: best === null ? null : points(best, unit),
    }))
    .sort((a, b) => behind(b) - behind(a));
}

const behind = ({ got, best }: ShareRow): number => (best ?? 0) - (got ?? 0);

export interface CountRow {
  id: string;
  count: number;
}

/** The most first. */
export const languageRows = ({ languages }: RoundMeasures): CountRow[] =>
  Object.entries(languages).map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);

export interface LoadRow {
  id: string;
  name: string;
  mentees: number;
  capacity: number;
}

/** Who takes the most first; of equal ones who has the fewest seats left. */
export const loadRows = (loads: readonly MentorLoad[]): LoadRow[] =>
  loads
    .map(({ person, mentees, capacity }) => ({ id: person.id, name: person.name, mentees, capacity }))
    .sort((a, b) => b.mentees - a.mentees || a.capacity - b.capacity);

/** Whole percent of the pairs that are of two countries; 0 without pairs. */
export const crossShare = ({ cross_country, matched }: RoundMeasures): number =>
  matched === 0 ? 0 : Math.round((100 * cross_country) / matched);

export interface CurvePoint {
  keep: number;
  kept: number;
  /** Points of the sum that keeping costs, against keeping nothing; of answers with as many pairs. */
  lost: number;
  fewer: number;
}

export function curvePoints(curve: readonly KeepPoint[], unit: number): CurvePoint[] {
  const most = Math.max(0, ...curve.map(({ matched }) => matched));
  const best = Math.max(0, ...curve.filter(({ matched }) => matched === most).map(({ total }) => total));
  return curve
    .toSorted((a, b) => a.keep - b.keep)
    .map(({ keep, kept, matched, total }) => ({ keep, kept, lost: Math.max(0, points(best - total, unit)), fewer: most - matched }));
}

/** Percent of the widest. */
export const part = (value: number, most: number): number => (most <= 0 ? 0 : Math.round((1_000 * Math.max(0, value)) / most) / 10);
