/** The deck of prompt cards: groups by what they are good for. A newer deck may hold cards that this client lacks. */
import { t } from "../../../text/fluent.ts";

export const DECK: readonly { group: string; cards: readonly string[] }[] = [
  { group: "begin", cards: ["begin-1", "begin-2", "begin-3", "begin-4"] },
  { group: "listen", cards: ["listen-1", "listen-2", "listen-3", "listen-4"] },
  { group: "feedback", cards: ["feedback-1", "feedback-2", "feedback-3"] },
  { group: "bounds", cards: ["bounds-1", "bounds-2", "bounds-3"] },
  { group: "power", cards: ["power-1", "power-2", "power-3"] },
  { group: "end", cards: ["end-1", "end-2", "end-3"] },
];

const GROUPS: Record<string, string> = {
  begin: "cards-begin", listen: "cards-listen", feedback: "cards-feedback", bounds: "cards-bounds", power: "cards-power",
  end: "cards-end",
};

const WORDS: Record<string, string> = {
  "begin-1": "card-begin-1", "begin-2": "card-begin-2", "begin-3": "card-begin-3", "begin-4": "card-begin-4",
  "listen-1": "card-listen-1", "listen-2": "card-listen-2", "listen-3": "card-listen-3", "listen-4": "card-listen-4",
  "feedback-1": "card-feedback-1", "feedback-2": "card-feedback-2", "feedback-3": "card-feedback-3",
  "bounds-1": "card-bounds-1", "bounds-2": "card-bounds-2", "bounds-3": "card-bounds-3",
  "power-1": "card-power-1", "power-2": "card-power-2", "power-3": "card-power-3",
  "end-1": "card-end-1", "end-2": "card-end-2", "end-3": "card-end-3",
};

export const groupName = (group: string): string => t(GROUPS[group] ?? "cards-listen");

export const cardWords = (card: string): string => (WORDS[card] ? t(WORDS[card]) : t("card-unknown"));
