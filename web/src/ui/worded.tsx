/** A name that somebody wrote in several languages, in the one that its reader reads, and marked as that one. */
import type { JSX } from "preact";

import { language } from "../text/fluent.ts";
import { chooseWords } from "../text/worded.ts";

export function Worded({ names }: { names: Readonly<Record<string, string>> }): JSX.Element {
  const chosen = chooseWords(names, language.value);
  return (
    <bdi dir="auto" lang={chosen.language}>
      {chosen.words}
    </bdi>
  );
}
