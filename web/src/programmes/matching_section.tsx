/** Who goes with whom: fetched with its words when somebody goes there. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { useDoing } from "../accounts/form.tsx";
import { matching } from "../matching/later.ts";
import { Awaited } from "../mine/awaited.tsx";
import type { SectionProps } from "./run_page.tsx";

/** Without a network it can be asked for again. */
async function load(): Promise<void> {
  await matching.load();
  if (matching.value === null) throw new Error("not fetched");
}

export function MatchingSection(props: SectionProps): JSX.Element {
  const doing = useDoing();
  useEffect(() => void doing.run(load), []);
  const { value } = matching;
  return value ? <value.Matching {...props} /> : <Awaited asked={{ ...doing, load }} />;
}
