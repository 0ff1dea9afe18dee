/** The frame of the pages before the door: mark, heading, form, language. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Refused } from "../http.ts";
import { needTexts, refusalWords, t } from "../text/fluent.ts";
import { Icon, Mark } from "../ui/icon.tsx";
import { LanguageChoice } from "./language_choice.tsx";

export interface Doing {
  busy: boolean;
  /** What went wrong, in words. */
  fault: string | null;
  run: (work: () => Promise<void>) => Promise<void>;
}

/** One thing at a time, and its refusal in the reader's words. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function run(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      if (caught instanceof Refused) await needTexts("refusals").catch(() => undefined);
      setError(caught);
    } finally {
      setBusy(false);
    }
  }
  const fault = error === null ? null : error instanceof Refused ? refusalWords(error.problem) : t("no-answer");
  return { busy, fault, run };
}

export const Fault = ({ words }: { words: string | null }): JSX.Element => (
  <div role="alert">
    {words && (
      <p class="fault">
        <Icon name="alert" /> {words}
      </p>
    )}
  </div>
);

interface DoorProps {
  title: string;
  /** Where one step follows another, its first field has the focus, as there is only that to do; else its heading. */
  toField?: boolean;
  children: ComponentChildren;
}

export function Door({ title, toField = false, children }: DoorProps): JSX.Element {
  const card = useRef<HTMLDivElement>(null);
  const shown = useRef(title);
  useEffect(() => {
    if (shown.current === title) return;
    shown.current = title;
    card.current?.querySelector<HTMLElement>(toField ? "input" : "h1")?.focus();
  }, [title]);
  return (
    <main class="door" id="main">
      <div class="door-card" ref={card}>
        <p class="brand">
          <Mark /> <span>Atelje</span>
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
      <div class="door-foot">
        <LanguageChoice />
      </div>
    </main>
  );
}
