/** What another answer changed for whom. */
import type { MatchedPair, PairMove, Person } from "../contract.ts";

/** Mentees who have somebody else now, or nobody, or somebody at last; in the order of the pairs, then of who lost one. */
export function differences(before: readonly MatchedPair[], after: readonly MatchedPair[]): PairMove[] {
  const [had, has] = [byMentee(before), byMentee(after)];
  const everybody = new Map<string, Person>([...after, ...before].map(({ mentee }) => [mentee.id, mentee]));
  return [...everybody.values()]
    .filter(({ id }) => had.get(id)?.id !== has.get(id)?.id)
    .map((mentee) => ({ mentee, before: had.get(mentee.id) ?? null, after: has.get(mentee.id) ?? null }));
}

const byMentee = (pairs: readonly MatchedPair[]): Map<string, Person> =>
  new Map(pairs.map(({ mentee, mentor }) => [mentee.id, mentor]));
