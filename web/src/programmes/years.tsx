/** How a year of a programme is called: by a name of its own, or as its programme with the years of the calendar. */
import type { JSX } from "preact";

import type { CohortCard } from "../contract.ts";
import { inYear } from "../mine/days.ts";
import { language, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Worded } from "../ui/worded.tsx";
import { yearsOf } from "./days.ts";

type Named = Pick<CohortCard, "names" | "start" | "end">;

const hasName = ({ names }: Named): boolean => Object.keys(names).length > 0;

export const YearName = ({ year, programme }: { year: Named; programme: Record<string, string> }): JSX.Element =>
  hasName(year) ? (
    <Worded names={year.names} />
  ) : (
    <>
      <Worded names={programme} /> {yearsOf(year.start, year.end)}
    </>
  );

export const yearName = (year: Named, programme: Record<string, string>): string =>
  hasName(year)
    ? worded(year.names, language.value)
    : `${worded(programme, language.value)} ${yearsOf(year.start, year.end)}`;

/** In preparation · 1 October 2026 to 30 June 2027. */
export const YearLine = ({ year }: { year: Pick<CohortCard, "start" | "end" | "state"> }): JSX.Element => (
  <>
    {t(`year-${year.state}`)} ·{" "}
    {t("from-to", { from: inYear(year.start), to: inYear(year.end) })}
  </>
);
