/** The five levels of support. */
import type { RunSupport } from "../contract.ts";

export type Level = RunSupport["wishes"][number];

export const LEVELS: Record<Level, string> = {
  mentoring: "level-mentoring",
  education: "level-education",
  networking: "level-networking",
  promotion: "level-promotion",
  team: "level-team",
};
