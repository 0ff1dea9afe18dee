/** How it is going, in five words. */
import type { Pulse } from "../contract.ts";

export const PULSE: Record<NonNullable<Pulse["word"]>, string> = {
  flowing: "pulse-flowing",
  fine: "pulse-fine",
  uneven: "pulse-uneven",
  stuck: "pulse-stuck",
  hard: "pulse-hard",
};
