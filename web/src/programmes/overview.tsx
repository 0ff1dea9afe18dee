/** The team's first screen of a year that goes on: what needs somebody, what comes next, the pairs, and how it stands. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useStudio } from "../context.ts";
import type { Calendar, CohortPage, Me, Need, Pair, TeamOverview } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { inYear, momentDay, momentWhen, nearby } from "../mine/days.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";
import { Part } from "../ui/page.tsx";
import { Unseen } from "./checklist.tsx";
import { dateKey, PlannedRow, todayIn } from "./date_words.tsx";
import { organisationOptions } from "./inviting.tsx";
import { runPath, type Section } from "./place.ts";
import type { SectionProps } from "./run_page.tsx";

const AT_FIRST = 3;
const ALL = "";

export function Overview({ page }: SectionProps): JSX.Element {
  const asked = useAsked<TeamOverview>(`/cohorts/${encodeURIComponent(page.id)}/overview`);
  const { value } = asked;
  if (!value) return <Awaited asked={asked} />;
  return (
    <>
      <Needs page={page} needs={value.needs} />
      <NextDates page={page} />
      <Pairs page={page} pairs={value.pairs} />
      <NumbersSoFar overview={value} />
      <Unseen />
    </>
  );
}

function Needs({ page, needs }: { page: CohortPage; needs: readonly Need[] }): JSX.Element {
  return (
    <Part
      title={needs.length > 0 ? t("needs-title", { count: needs.length }) : t("needs-none-title")}
      actions={
        <Link href={runPath(page.id, "letters")} class="button quiet">
          {t("write-to-everyone")}
        </Link>
      }
    >
      {needs.length === 0 && <p class="soft">{t("needs-none")}</p>}
      <ul class="rows needs">
        {needs.map((need, at) => (
          <li key={`${need.kind} ${need.id ?? at}`} class="entry">
            <p class="entry-words">
              <NeedWords need={need} />
            </p>
            <Link
              href={runPath(page.id, need.kind === "step" ? stepPlace(need) : PLACES[need.kind])}
              class={at === 0 ? "button main" : "button"}
            >
              {t(`need-${need.kind}-do`)}
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

const PLACES: Record<Exclude<Need["kind"], "step">, Section> = {
  talk: "talks", silence: "rooms", no_date: "rooms", unopened: "people", pulse: "rooms", wish: "support", question: "proposals",
  matching: "matching",
};

const stepPlace = ({ step }: Need): Section | undefined => (step && step !== "start" ? step : undefined);

function NeedWords({ need }: { need: Need }): JSX.Element {
  const names = listOfNames((need.people ?? []).map(({ name }) => name), locale.value);
  const late = need.due != null && need.due < todayIn();
  return (
    <>
      {names && (
        <>
          <strong>
            <Bdi text={names} />
          </strong>{" "}
        </>
      )}
      {need.kind === "talk" && t("need-talk")}
      {need.kind === "silence" && t("need-silence")}
      {need.kind === "no_date" && t("need-no_date", { count: need.count ?? 0 })}
      {need.kind === "unopened" && t("need-unopened", { count: need.count ?? 0 })}
      {need.kind === "pulse" && t("need-pulse", { word: need.word ? t(`pulse-${need.word}`) : "" })}
      {need.kind === "wish" && t("need-wish", { level: need.level ? t(`level-${need.level}`) : "" })}
      {need.kind === "question" && t("need-question")}
      {need.kind === "matching" && t("need-matching")}
      {need.kind === "step" && need.step && t("need-step", { step: t(`step-${need.step}`) })}
      {need.due != null && (
        <span class={late ? "soft block late" : "soft block"}>
          {t(late ? "answer-was-due" : "answer-due", { day: inYear(need.due) })}
        </span>
      )}
    </>
  );
}

function NextDates({ page }: { page: CohortPage }): JSX.Element {
  const { value } = useAsked<Calendar>(`/cohorts/${encodeURIComponent(page.id)}/calendar`);
  const today = todayIn(page.home_zone);
  const next = (value?.dates ?? []).filter(({ day }) => day >= today).slice(0, AT_FIRST);
  return (
    <Part
      title={t("next-dates")}
      state={value && next.length === 0 ? <p class="soft">{t("no-next-dates")}</p> : undefined}
      actions={
        <Link href={runPath(page.id, "dates")} class="button quiet">
          {t("all-dates")}
        </Link>
      }
    >
      <ul class="rows">
        {next.map((date) => (
          <PlannedRow key={dateKey(date)} date={date} begun={page.state !== "draft"} />
        ))}
      </ul>
    </Part>
  );
}

function Pairs({ page, pairs }: { page: CohortPage; pairs: readonly Pair[] }): JSX.Element {
  const [organisation, setOrganisation] = useState(ALL);
  const partners = organisationOptions(page).filter(({ value }) => value !== ALL);
  const shown = pairs.filter(({ people }) => organisation === ALL || people.some((one) => one.organisation === organisation));
  return (
    <Part
      title={t("pairs-title")} state={pairs.length === 0 ? <p class="soft">{t("pairs-none")}</p> : undefined}
      actions={
        <Link href={runPath(page.id, "rooms")} class="button quiet">
          {t("pairs-change")}
        </Link>
      }
    >
      {partners.length > 1 && pairs.length > 0 && (
        <div class="filters">
          <Choice
            label={t("organisation")} value={organisation} onChoose={setOrganisation}
            options={[{ value: ALL, label: t("all-organisations") }, ...partners]}
          />
        </div>
      )}
      {pairs.length > 0 && shown.length === 0 && <p>{t("nobody-found")}</p>}
      <ul class="rows">
        {shown.map((pair) => (
          <PairLine key={pair.id} pair={pair} least={page.least_meetings} />
        ))}
      </ul>
    </Part>
  );
}

const isGoing = ({ state }: Pair): boolean => state === "active" || state === "paused";

/** When they meet next, as the team may know it. */
export const nextDate = ({ next_date }: Pair, me: Me): string =>
  next_date === null ? t("pair-no-next-date") : t("pair-next-date", { when: momentWhen(next_date, me) });

function PairLine({ pair, least }: { pair: Pair; least: number }): JSX.Element {
  const { me } = useStudio();
  const sorted = [...pair.people].sort((a, b) => Number(a.role === "mentee") - Number(b.role === "mentee"));
  const words = sorted.filter(({ pulse }) => pulse != null);
  const since = momentDay(pair.since, me);
  return (
    <li class="entry">
      <p class="entry-words">
        <strong>
          <Bdi text={listOfNames(sorted.map(({ person }) => person.name), locale.value)} />
        </strong>
        <span class="soft block">
          {pair.last_met === null ? t("pair-not-met") : t("pair-last-met", { day: nearby(pair.last_met, me) })}
          {isGoing(pair) && <> · {nextDate(pair, me)}</>}
          {least > 0 && <> · {t("pair-of-least", { met: pair.met, least })}</>}
        </span>
        {words.length > 0 && (
          <span class="soft block">
            {words.map(({ person, pulse }, at) => (
              <span key={person.id}>
                {at > 0 && " · "}
                <Bdi text={person.name} />: {t(`pulse-${pulse!}`)}
              </span>
            ))}
          </span>
        )}
      </p>
      <span class={pair.state === "active" && !pair.quiet ? "arrival" : "arrival awaited"}>
        {pair.quiet && pair.state === "active" ? t("pair-quiet") : t(`pair-${pair.state}`, { day: since })}
      </span>
    </li>
  );
}

const ROLES = ["mentee", "mentor", "coordinator", "facilitator", "safeguarding", "handover", "alumna"] as const;
const STATES = ["active", "paused", "stopped", "ended"] as const;

function NumbersSoFar({ overview }: { overview: TeamOverview }): JSX.Element {
  const { people, mentorships, meetings, minutes } = overview.numbers;
  const compare = compareNames(locale.value);
  const roles = ROLES.filter((role) => people[role]).sort((a, b) => compare(t(`role-${a}`), t(`role-${b}`)));
  return (
    <Part title={t("numbers-title")}>
      <dl class="numbers">
        {roles.map((role) => (
          <div key={role}>
            <dt>{t(`role-${role}`)}</dt>
            <dd>{people[role]}</dd>
          </div>
        ))}
        {STATES.filter((state) => mentorships[state]).map((state) => (
          <div key={state}>
            <dt>{t(`numbers-${state}`)}</dt>
            <dd>{mentorships[state]}</dd>
          </div>
        ))}
        {meetings > 0 && (
          <>
            <div>
              <dt>{t("numbers-meetings")}</dt>
              <dd>{meetings}</dd>
            </div>
            <div>
              <dt>{t("numbers-hours")}</dt>
              <dd>{Math.round(minutes / 60)}</dd>
            </div>
          </>
        )}
      </dl>
    </Part>
  );
}
