/** What the programme and its year are called, from when to when, how much is the least; who takes part in leading it. */
import type { JSX } from "preact";

import { inYear } from "../mine/days.ts";
import { zoneName } from "../text/dates.ts";
import { language, t } from "../text/fluent.ts";
import { Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { EditForm } from "./edit_form.tsx";
import { DayFields } from "./founding.tsx";
import { EndingPart } from "./ending_part.tsx";
import { Facts } from "./facts.tsx";
import { useProgrammes } from "./known.ts";
import { LinesField } from "./lines_field.tsx";
import { linesInWords, linesOf, wordsOf } from "./lines.ts";
import { ZoneChoice } from "./organisation_fields.tsx";
import { PartnersPart } from "./partners_part.tsx";
import { NextStep, type SectionProps } from "./run_page.tsx";
import { changed } from "./whole.ts";

export function AboutSection({ run, page }: SectionProps): JSX.Element {
  return (
    <>
      <ProgrammeNames run={run} page={page} />
      <YearPart run={run} page={page} />
      <PartnersPart run={run} page={page} />
      <EndingPart run={run} page={page} />
    </>
  );
}

function ProgrammeNames({ run, page }: SectionProps): JSX.Element | null {
  const { programmes } = useProgrammes();
  const programme = programmes.mine.value?.programmes.find(({ id }) => id === page.programme);
  if (!programme || !page.lead) return null;
  const reread = async (): Promise<number> => {
    await programmes.load();
    return programmes.mine.value?.programmes.find(({ id }) => id === page.programme)?.version ?? programme.version;
  };
  return (
    <Part title={t("the-programme")}>
      <EditForm
        newest={{ names: linesOf(programme.names, language.value) }} version={programme.version} reread={reread}
        save={async ({ names }, version) => {
          await programmes.rename(programme.id, { version, names: wordsOf(names) });
          await run.load();
        }}
        inWords={({ names }) => [[t("programme-names"), linesInWords(names)]]}
      >
        {({ names }, set) => (
          <LinesField
            label={t("programme-names")} help={t("names-help")} name="programme" required lines={names}
            onLines={(lines) => set({ names: lines })}
          />
        )}
      </EditForm>
    </Part>
  );
}

function YearPart({ run, page }: SectionProps): JSX.Element {
  const newest = {
    names: linesOf(page.names, language.value),
    start: page.start,
    end: page.end,
    zone: page.home_zone,
    meetings: String(page.least_meetings),
    gatherings: String(page.least_gatherings),
  };
  type Form = typeof newest;
  if (!page.lead || page.state === "ended") {
    return (
      <Part title={t("the-year")}>
        <Facts
          facts={[
            [t("first-day"), inYear(page.start)],
            [t("last-day"), inYear(page.end)],
            [t("home-zone"), zoneName(page.home_zone)],
            [t("least-meetings"), page.least_meetings],
            [t("least-gatherings"), page.least_gatherings],
          ]}
        />
      </Part>
    );
  }
  const save = (typed: Form, version: number): Promise<void> => {
    const { names, start, end, zone, meetings, gatherings } = typed;
    const least = { least_meetings: Number(meetings) || 0, least_gatherings: Number(gatherings) || 0 };
    return run.change(changed(page, version, { names: wordsOf(names), start, end, home_zone: zone, ...least }));
  };
  const inWords = ({ names, start, end, zone, meetings, gatherings }: Form): [string, string][] => [
    [t("year-names"), linesInWords(names)],
    [t("first-day"), start && inYear(start)],
    [t("last-day"), end && inYear(end)],
    [t("home-zone"), zone],
    [t("least-meetings"), meetings],
    [t("least-gatherings"), gatherings],
  ];
  return (
    <Part title={t("the-year")}>
      <EditForm
        newest={newest} version={page.version} save={save} inWords={inWords} next={<NextStep page={page} />}
        reread={() => rereadRun(run)}
      >
        {(form, set) => (
          <>
            <DayFields start={form.start} end={form.end} set={set} />
            <LinesField
              label={t("year-names")} help={t("year-names-help")} name="year" lines={form.names}
              onLines={(names) => set({ names })}
            />
            <ZoneChoice label={t("home-zone")} zone={form.zone} onChoose={(zone) => set({ zone })} />
            <div class="side-by-side">
              <Field
                label={t("least-meetings")} help={t("least-help")} type="number" min={0} max={1000} inputMode="numeric"
                name="meetings" required value={form.meetings}
                onInput={(event) => set({ meetings: event.currentTarget.value })}
              />
              <Field
                label={t("least-gatherings")} help={t("least-help")} type="number" min={0} max={1000}
                inputMode="numeric" name="gatherings" required value={form.gatherings}
                onInput={(event) => set({ gatherings: event.currentTarget.value })}
              />
            </div>
          </>
        )}
      </EditForm>
    </Part>
  );
}

/** For who was told that somebody else was quicker. */
export async function rereadRun(run: SectionProps["run"]): Promise<number> {
  await run.load();
  return run.page.value?.version ?? 1;
}
