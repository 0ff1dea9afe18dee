/** A screen that is fetched, with its words, when somebody goes there: the first load stays light. */
import { signal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Part } from "virtual:texts";

import { needTexts, t } from "../text/fluent.ts";
import { Mark } from "./icon.tsx";

export interface Later<Props> {
  (props: Props): JSX.Element;
  /** Begins to fetch what will most likely be needed. */
  prepare(): Promise<void>;
}

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, ...parts: Part[]): Later<Props> {
  const found = signal<{ Screen: ComponentType<Props> } | "nothing" | null>(null);

  async function prepare(): Promise<void> {
    if (found.value !== null && found.value !== "nothing") return;
    try {
      const [Screen] = await Promise.all([load(), needTexts(...parts)]);
      found.value = { Screen };
    } catch {
      // Without a network; the screen says so and offers to try again.
      found.value = "nothing";
    }
  }

  function Later(props: Props): JSX.Element {
    useEffect(() => void prepare(), []);
    if (found.value === null) return <Waiting />;
    if (found.value === "nothing") return <NotFetched onAgain={() => void prepare()} />;
    const { Screen } = found.value;
    return <Screen {...props} />;
  }
  return Object.assign(Later, { prepare });
}

export const Waiting = (): JSX.Element => (
  <main class="door" id="main" aria-busy="true">
    <p class="brand">
      <Mark /> <span>Atelje</span>
    </p>
  </main>
);

function NotFetched({ onAgain }: { onAgain: () => void }): JSX.Element {
  return (
    <main class="door" id="main">
      <div class="door-card">
        <h1>{t("out-of-reach-title")}</h1>
        <p class="lead">{t("no-answer")}</p>
        <button type="button" class="main" onClick={onAgain}>
          {t("try-again")}
        </button>
      </div>
    </main>
  );
}
