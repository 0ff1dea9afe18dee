/** What every part of the screen has to do with: who goes with whom, the words of the run's lists, and saying something. */
import type { CohortPage } from "../contract.ts";
import type { Run } from "../programmes/run.ts";
import type { Choosing } from "./choosing.ts";
import type { Said } from "./places.ts";
import type { Terms } from "./reason_words.ts";

export interface Shared {
  run: Run;
  page: CohortPage;
  choosing: Choosing;
  terms: Terms;
  /** It goes on, so that something can be said. */
  open: boolean;
  say: (mentee: string, change: (said: Said) => Said) => void;
  attempt: (work: () => Promise<unknown>) => void;
}
