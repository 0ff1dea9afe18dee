/** Codes of a selection in words. */
import type { NameReviewer, ReviewCard, ReviewedApplication, SelectionRow } from "../../contract.ts";

export type Tendency = SelectionRow["leanings"][number]["tendency"];
export type Outcome = SelectionRow["outcome"];
export type Reason = ReviewedApplication["conflicts"][number]["reason"];

export const TENDENCIES: Record<Tendency, string> = {
  yes: "selecting-leaning-yes",
  reserve: "selecting-leaning-reserve",
  no: "selecting-leaning-no",
  unsure: "selecting-leaning-unsure",
};

export const OUTCOMES: Record<Outcome, string> = {
  none: "selecting-outcome-none",
  yes: "selecting-outcome-yes",
  reserve: "selecting-outcome-reserve",
  no: "selecting-outcome-no",
};

export const REASONS: Record<Reason, string> = {
  same_organisation: "selecting-conflict-same-organisation",
  worked_together: "selecting-conflict-worked-together",
  close: "selecting-conflict-close",
  other: "selecting-conflict-other",
};

export const READ: Record<ReviewCard["state"], string> = {
  unread: "selecting-review-unread",
  read: "selecting-review-read",
  written: "selecting-review-written",
};

export const INTERVIEWS: Record<NonNullable<SelectionRow["interview"]>["state"], string> = {
  asked: "selecting-interview-asked",
  chosen: "selecting-interview-chosen",
  none_suits: "selecting-interview-none_suits",
};

export const REACHES: Record<NameReviewer["reach"], string> = {
  all: "selecting-reviewers-all-plain",
  own: "selecting-reviewers-own-plain",
};

export const ARRIVALS: Record<NonNullable<SelectionRow["taken_in"]>, string> = {
  waiting: "selecting-taking-in-waiting",
  done: "selecting-taking-in-done",
  refused: "selecting-taking-in-refused",
};

/** How well somebody has a language, from 1 on. */
export const LEVELS = [
  "selecting-level-1", "selecting-level-2", "selecting-level-3", "selecting-level-4", "selecting-level-5", "selecting-level-6",
] as const;
