/** Everybody who takes part: how they came, who is still awaited; inviting one or a whole list. */
import type { JSX } from "preact";

import { t } from "../text/fluent.ts";
import { Inviting } from "./inviting.tsx";
import { PeopleList } from "./people_list.tsx";
import { TAKING_PART, TEAM } from "./people.ts";
import type { SectionProps } from "./run_page.tsx";

export function PeopleSection({ run, page }: SectionProps): JSX.Element {
  return (
    <Inviting run={run} page={page} roles={[...TAKING_PART, ...TEAM]} lead={t("people-lead")} lists>
      <PeopleList run={run} page={page} people={page.people} title={t("people-title")} empty={t("people-none")} />
    </Inviting>
  );
}
