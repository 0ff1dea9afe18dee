/** A year of a programme: its way to the start, then what needs the team; and the places beside. */
import type { JSX } from "preact";

import type { CohortPage, Step } from "../contract.ts";
import { Awaited } from "../mine/awaited.tsx";
import { t } from "../text/fluent.ts";
import { later } from "../ui/later.tsx";
import { Link } from "../ui/link.tsx";
import { AboutSection } from "./about_section.tsx";
import { CallsSection } from "./calls_section.tsx";
import { Checklist } from "./checklist.tsx";
import { CreditsSection } from "./credits_section.tsx";
import { DatesSection } from "./dates_section.tsx";
import { Frame } from "./frame.tsx";
import { HelpSection } from "./help_section.tsx";
import { useRun } from "./known.ts";
import { LibrarySection } from "./library_section.tsx";
import { LettersSection } from "./letters_section.tsx";
import { MatchingSection } from "./matching_section.tsx";
import { Overview } from "./overview.tsx";
import { PairsSection } from "./pairs_section.tsx";
import { PeopleSection } from "./people_section.tsx";
import { runPath, type Section } from "./place.ts";
import { ProfilesSection } from "./profiles_section.tsx";
import { RecordSection } from "./record_section.tsx";
import type { Run } from "./run.ts";
import { SumsSection } from "./sums_section.tsx";
import { SupportSection } from "./support_section.tsx";
import { TalksSection } from "./talks_section.tsx";
import { TeamSection } from "./team_section.tsx";
import { YearLine, YearName } from "./years.tsx";

export interface SectionProps {
  run: Run;
  page: CohortPage;
}

const Proposals = later<SectionProps>(async () => (await import("../matching/proposals_section.tsx")).ProposalsSection, "matching");

const PAGES: Partial<Record<Section, { title: string; Page: (props: SectionProps) => JSX.Element }>> = {
  programme: { title: "step-programme", Page: AboutSection },
  team: { title: "step-team", Page: TeamSection },
  help: { title: "step-help", Page: HelpSection },
  credits: { title: "step-credits", Page: CreditsSection },
  calls: { title: "calls", Page: CallsSection },
  people: { title: "step-people", Page: PeopleSection },
  profiles: { title: "profiles-section", Page: ProfilesSection },
  matching: { title: "matching", Page: MatchingSection },
  rooms: { title: "step-rooms", Page: PairsSection },
  proposals: { title: "proposals-title", Page: Proposals },
  talks: { title: "talks", Page: ({ run }) => <TalksSection run={run.id} /> },
  letters: { title: "letters", Page: LettersSection },
  support: { title: "support", Page: SupportSection },
  dates: { title: "dates", Page: DatesSection },
  sums: { title: "sums", Page: SumsSection },
  library: { title: "library", Page: LibrarySection },
  record: { title: "record", Page: RecordSection },
};
/** For every day, beside the way to the start or the overview. */
const DAILY: readonly Section[] = [
  "calls", "people", "profiles", "matching", "proposals", "rooms", "dates", "sums", "library", "letters", "talks", "support",
];
/** What is settled once; the other places are for every day. */
const SETTLED: readonly Section[] = ["programme", "team", "help", "credits"];

export function RunPage({ id, section }: { id: string; section: Section | null }): JSX.Element {
  const { run, doing } = useRun(id);
  const page = run.page.value;
  if (!page) {
    // Who is asked for a talk need not be one who coordinates.
    const asked = section === "talks" && doing.fault !== null;
    return (
      <Frame title={t(asked ? "talks" : "programmes")} up={{ href: "/programmes", label: t("programmes") }}>
        {asked ? <TalksSection run={id} /> : <Awaited asked={{ ...doing, load: run.load }} />}
      </Frame>
    );
  }
  const shown = section ? PAGES[section] : undefined;
  const called = <YearName year={page} programme={page.programme_names} />;
  if (!section || !shown) {
    const Main = page.state === "draft" ? Checklist : Overview;
    return (
      <Frame
        title={called} line={<YearLine year={page} />} up={{ href: "/programmes", label: t("programmes") }}
        nav={<Places page={page} section={null} />}
      >
        <Main run={run} page={page} />
      </Frame>
    );
  }
  return (
    <Frame
      title={t(shown.title)} line={called} up={{ href: runPath(id), label: t("to-the-year") }}
      nav={<Places page={page} section={section} />}
    >
      <shown.Page run={run} page={page} />
    </Frame>
  );
}

/** On a phone they stand on the first page of the year alone; from there the way up leads back to it. */
function Places({ page, section }: { page: CohortPage; section: Section | null }): JSX.Element {
  const settled = section !== null && SETTLED.includes(section);
  const to = (where: Section | undefined, words: string, here = where === (section ?? undefined)): JSX.Element => (
    <li key={where ?? ""}>
      <Link href={runPath(page.id, where)} class="place" {...(here ? { "aria-current": "page" as const } : {})}>
        {words}
      </Link>
    </li>
  );
  return (
    <>
      <nav class={section === null ? "places" : "places within"} aria-label={t("places")}>
        <ul>
          {to(undefined, t(page.state === "draft" ? "seven-steps" : "overview"))}
          {DAILY.map((one) => to(one, t(PAGES[one]!.title)))}
          {to("programme", t("settings"), settled)}
          {to("record", t("record"))}
        </ul>
      </nav>
      {settled && (
        <nav class="places" aria-label={t("settings")}>
          <ul>{SETTLED.map((one) => to(one, t(PAGES[one]!.title)))}</ul>
        </nav>
      )}
    </>
  );
}

/** The way on after something was settled: the next step, while there is one. */
export function NextStep({ page }: { page: CohortPage }): JSX.Element | null {
  const next = page.steps.find(({ state }) => state === "next");
  if (!next) return null;
  return (
    <Link href={stepPath(page.id, next)} class="button main">
      {t("go-on-to", { step: t(`step-${next.name}`) })}
    </Link>
  );
}

/** Starting is done on the page with the steps itself. */
export const stepPath = (run: string, step: Step): string =>
  runPath(run, step.name === "start" ? undefined : step.name);
