/** Shows written words. The part that knows Markdown comes after the talk is on the screen; until then they are plain. */
import { signal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";

interface Markdown {
  renderMarkdown: (text: string) => ComponentChildren;
  plainWords: (text: string) => string;
}

const markdown = signal<Markdown | null>(null);

export async function loadMarkdown(): Promise<void> {
  if (markdown.value) return;
  try {
    markdown.value = await import("./markdown.tsx");
  } catch {
    // Without a network the words stay plain; opening the next room asks again.
  }
}

export function Markup({ text }: { text: string }): JSX.Element {
  const shown = markdown.value;
  const rendered = useMemo(() => shown?.renderMarkdown(text), [shown, text]);
  if (rendered === undefined) {
    return (
      <p class="plain">
        <bdi dir="auto">{text}</bdi>
      </p>
    );
  }
  return <>{rendered}</>;
}

/** The same in one line, for a quotation. */
export function Words({ text }: { text: string }): JSX.Element {
  const shown = markdown.value;
  const words = useMemo(() => shown?.plainWords(text) ?? text, [shown, text]);
  return <bdi dir="auto">{words}</bdi>;
}
