/** How a goal came to be what it is. */
import type { Goal, Item } from "../../../contract.ts";

export type GoalItem = Item<Goal>;
export type GoalState = Goal["state"];

export const TERMS = ["short", "middle", "long"] as const;

/** The words that it began with, as far back as its history is kept. */
export function firstWording(goal: GoalItem): string {
  for (const { was } of goal.history ?? []) if (typeof was["text"] === "string") return was["text"];
  return goal.body.text;
}

export interface GoalChange {
  at: number;
  by: string | null;
  reason: string;
  /** What it was called before; null where the words stayed. */
  wording: string | null;
  /** The state that it came to; null where that stayed. */
  state: GoalState | null;
}

/** The oldest first. */
export function changesOf(goal: GoalItem): GoalChange[] {
  const history = goal.history ?? [];
  return history.map(({ at, by, reason, was }, place) => ({
    at, by, reason,
    wording: typeof was["text"] === "string" ? was["text"] : null,
    state: "state" in was ? stateAfter(goal, place) : null,
  }));
}

/** An earlier form tells what was before it: what came of it stands in the next one, or now. */
function stateAfter(goal: GoalItem, place: number): GoalState {
  const later = (goal.history ?? []).slice(place + 1).find(({ was }) => "state" in was);
  return (later ? later.was["state"] : goal.body.state) as GoalState;
}
