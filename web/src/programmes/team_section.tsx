/** Who leads the year: coordination, who leads gatherings, who is there for safety, who takes over. */
import type { JSX } from "preact";

import { t } from "../text/fluent.ts";
import { Inviting } from "./inviting.tsx";
import { PeopleList } from "./people_list.tsx";
import { TEAM } from "./people.ts";
import { NextStep, type SectionProps } from "./run_page.tsx";

export function TeamSection({ run, page }: SectionProps): JSX.Element {
  const team = page.people.filter(({ role }) => TEAM.includes(role));
  const done = page.steps.some(({ name, state }) => name === "team" && state === "done");
  const goesOn = done && page.state === "draft";
  return (
    <Inviting run={run} page={page} roles={TEAM} lead={t("team-lead")} aside={goesOn}>
      <PeopleList run={run} page={page} people={team} title={t("team-title")} empty={t("people-none")} />
      <section class="part">
        <dl class="explained">
          {TEAM.map((role) => (
            <div key={role}>
              <dt>{t(`role-${role}`)}</dt>
              <dd class="soft">{t(`role-${role}-what`)}</dd>
            </div>
          ))}
        </dl>
        {goesOn && (
          <p class="row">
            <NextStep page={page} />
          </p>
        )}
      </section>
    </Inviting>
  );
}
