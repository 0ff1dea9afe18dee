/** How it stands with one mentee. */
import type { MenteeNeed } from "../contract.ts";
import { nameOf } from "../programmes/people.ts";
import { t } from "../text/fluent.ts";
import { hasBySaying, saidOf } from "./places.ts";
import type { Shared } from "./shared.ts";

/** Whom they have now: as it was said last, or as it was found. */
export function mentorOf(shared: Shared, { mentee, mentor, how }: MenteeNeed): { id: string; how: "hand" | "round" } | null {
  const said = hasBySaying(saidOf(shared.choosing.round.value!, mentee.id));
  if (said !== null) return { id: said, how: "hand" };
  return how === "round" && mentor ? { id: mentor.id, how } : null;
}

/** Whether a mentor has to be found elsewhere, as far as that is known: not while demands contradict each other. */
export const isToFind = (shared: Shared, { to_find }: MenteeNeed): boolean =>
  to_find !== null && (to_find !== "without" || !shared.choosing.round.value!.result?.conflict);

/** How it stands, in a word or two. */
export function standing(shared: Shared, need: MenteeNeed): string {
  const has = mentorOf(shared, need);
  if (!has) return t(isToFind(shared, need) ? "need-to-find" : "need-nobody");
  const mentor = nameOf(shared.page, has.id);
  return t(`need-has-${has.how}`, { mentor });
}
