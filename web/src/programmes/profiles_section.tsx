/** What people look for and can give: fetched with its words when somebody goes there. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

import { useDoing } from "../accounts/form.tsx";
import { team } from "../matching/profiles/later.ts";
import { Awaited } from "../mine/awaited.tsx";
import type { SectionProps } from "./run_page.tsx";

/** Without a network it can be asked for again. */
async function load(): Promise<void> {
  await team.load();
  if (team.value === null) throw new Error("not fetched");
}

export function ProfilesSection(props: SectionProps): JSX.Element {
  const doing = useDoing();
  useEffect(() => void doing.run(load), []);
  const { value } = team;
  return value ? <value.Team {...props} /> : <Awaited asked={{ ...doing, load }} />;
}
