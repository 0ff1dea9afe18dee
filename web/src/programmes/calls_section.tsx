/** Open calls of a year: fetched with their words when somebody goes there. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { useDoing } from "../accounts/form.tsx";
import { openCalls } from "../matching/calls/later.ts";
import { Awaited } from "../mine/awaited.tsx";
import type { SectionProps } from "./run_page.tsx";

/** Without a network it can be asked for again. */
async function load(): Promise<void> {
  await openCalls.load();
  if (openCalls.value === null) throw new Error("not fetched");
}

export function CallsSection(props: SectionProps): JSX.Element {
  const doing = useDoing();
  useEffect(() => void doing.run(load), []);
  const { value } = openCalls;
  return value ? <value.Calls {...props} /> : <Awaited asked={{ ...doing, load }} />;
}
