/** What a talk with the team is about: five words, and nothing else is told. */
import type { AskForTalk } from "../contract.ts";

export const MATTERS: Record<AskForTalk["matter"], string> = {
  together: "matter-together",
  time: "matter-time",
  work: "matter-work",
  wellbeing: "matter-wellbeing",
  other: "matter-other",
};
