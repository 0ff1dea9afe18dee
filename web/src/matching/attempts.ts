/** Things that may follow each other fast, each with its refusal in the reader's words; the newest stands. */
import { useState } from "preact/hooks";

import { Refused } from "../http.ts";
import { needTexts, refusalWords, t } from "../text/fluent.ts";

export interface Attempts {
  fault: string | null;
  attempt: (work: () => Promise<unknown>) => void;
}

export function useAttempts(): Attempts {
  const [error, setError] = useState<unknown>(null);
  const attempt = (work: () => Promise<unknown>): void => {
    setError(null);
    work().catch(async (caught: unknown) => {
      if (caught instanceof Refused) await needTexts("refusals").catch(() => undefined);
      setError(caught);
    });
  };
  return { fault: error === null ? null : error instanceof Refused ? refusalWords(error.problem) : t("no-answer"), attempt };
}
