/** Shows written words. The part that knows Markdown comes after the talk is on the screen; until then they are plain. */
import type { JSX } from "preact";
import { useContext, useMemo } from "preact/hooks";

import { CalledContext } from "./called.ts";
import { splitMentions, toWritten } from "./mentions.ts";
import { Mention } from "./mention.tsx";
import { markdown } from "./parts.ts";

const NOBODY: readonly string[] = [];

interface MarkupProps {
  text: string;
  mentions?: readonly string[] | undefined;
}

export function Markup({ text, mentions = NOBODY }: MarkupProps): JSX.Element {
  const shown = markdown.value;
  const rendered = useMemo(() => shown?.renderMarkdown(text, mentions), [shown, text, mentions.join()]);
  return rendered === undefined ? <Plain text={text} mentions={mentions} /> : <>{rendered}</>;
}

const Plain = ({ text, mentions }: { text: string; mentions: readonly string[] }): JSX.Element => (
  <p class="plain">
    <bdi dir="auto">
      {splitMentions(text, mentions).map((piece) =>
        typeof piece === "string" ? piece : <Mention person={piece.person} />,
      )}
    </bdi>
  </p>
);

/** The same in one line, for a quotation. */
export function Words({ text }: { text: string }): JSX.Element {
  const shown = markdown.value;
  const called = useContext(CalledContext);
  const written = toWritten(text, called);
  const words = useMemo(() => shown?.plainWords(written) ?? written, [shown, written]);
  return <bdi dir="auto">{words}</bdi>;
}
