/** What the team sees of me: found by the same question as its own screen, so that nothing is left out. */
import type { JSX } from "preact";

import { useStudio } from "../context.ts";
import type { MyPart, Pair, SeenOfMe, SeenPart } from "../contract.ts";
import { language, locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { Page, Part } from "../ui/page.tsx";
import { Worded } from "../ui/worded.tsx";
import { useAsked } from "./asked.ts";
import { Awaited } from "./awaited.tsx";
import { inYear, momentDay, momentWhen, nearby } from "./days.ts";
import { LEVELS } from "./levels.ts";
import { MATTERS } from "./matters.ts";
import { PULSE } from "./pulse_words.ts";
import { ROLES, STATES } from "./roles.ts";
import "../accounts/pages.css";
import "./mine.css";

const ARRIVALS: Record<SeenPart["arrival"], string> = {
  unopened: "seen-arrival-unopened",
  opened: "seen-arrival-opened",
  lapsed: "seen-arrival-lapsed",
  here: "seen-arrival-here",
  gone: "seen-arrival-gone",
};

export function SeenPage(): JSX.Element {
  const { studio } = useStudio();
  const parts = studio.programmes.parts.value ?? [];
  const keepers = [...new Set(parts.map(({ organisation_names }) => worded(organisation_names, language.value)))];
  return (
    <Page title={t("team-sees")}>
      <div class="part">
        <p>{t("seen-lead")}</p>
      </div>
      {parts.map((part) => (
        <SeenInRun key={part.cohort.id} part={part} />
      ))}
      <Part title={t("never-seen")}>
        <ul class="plain-list">
          <li>{t("never-words")}</li>
          <li>{t("never-when")}</li>
          <li>{t("never-read")}</li>
          <li>{t("never-answers")}</li>
          <li>{t("never-care")}</li>
        </ul>
        {keepers.map((organisation) => (
          <p key={organisation} class="soft">
            {t("readers-keeper-for", { organisation })}
          </p>
        ))}
        <p>
          <Link href="/changes">{t("changes-title")}</Link> · <Link href="/shown">{t("shown-title")}</Link>
        </p>
      </Part>
    </Page>
  );
}

function SeenInRun({ part }: { part: MyPart }): JSX.Element {
  const { me } = useStudio();
  const asked = useAsked<SeenOfMe>(`/cohorts/${encodeURIComponent(part.cohort.id)}/seen`);
  const seen = asked.value;
  if (!seen) return <Awaited asked={asked} />;
  const names = (people: readonly { name: string }[]): string => listOfNames(people.map(({ name }) => name), locale.value);
  return (
    <Part
      title={worded(part.programme_names, language.value)}
      state={
        <p class="soft">
          {t("seen-by")} <Bdi text={names(seen.team)} />
        </p>
      }
    >
      <dl class="seen">
        {seen.parts.map((one) => (
          <Row key={one.role} title={t("seen-part")}>
            {t(ROLES[one.role])}
            {Object.keys(one.organisation_names).length > 0 && <> · <Worded names={one.organisation_names} /></>}
            {" · "}
            {t(ARRIVALS[one.arrival])}
          </Row>
        ))}
        {seen.pairs.map((pair) => (
          <Row key={pair.id} title={t("seen-mentoring")}>
            <PairLine pair={pair} />
          </Row>
        ))}
        {seen.pairs_team.length > 0 && (
          <Row title={t("seen-mentoring-also")}>
            <Bdi text={names(seen.pairs_team)} />
          </Row>
        )}
        {seen.pairs.length > 0 && (
          <Row title={t("pulse-title")}>{seen.pulse === null ? t("seen-no-word") : t(PULSE[seen.pulse])}</Row>
        )}
        {(seen.least_meetings > 0 || seen.least_gatherings > 0 || seen.came > 0) && (
          <Row title={t("seen-minimums")}>
            {t("seen-counts", { came: seen.came, gatherings: seen.least_gatherings, meetings: seen.least_meetings })}
          </Row>
        )}
        {seen.talks.map((talk) => (
          <Row key={talk.id} title={t("seen-talk")}>
            {t(MATTERS[talk.matter])} · {momentDay(talk.asked_at, me)}
            <span class="soft only"> {t("seen-talk-only", { name: (talk.taken_by ?? talk.to).name })}</span>
          </Row>
        ))}
        {seen.given.map((given) => (
          <Row key={given.id} title={t(LEVELS[given.level])}>
            <Bdi text={given.words} /> <span class="soft">· {inYear(given.day)} · <Bdi text={given.by.name} /></span>
          </Row>
        ))}
        {seen.wishes.map((level) => (
          <Row key={level} title={t("seen-wish")}>{t(LEVELS[level])}</Row>
        ))}
        {part.mentorships.length > 0 && (
          <Row title={t("quiet-foreseen")}>{part.silence_days ? silence(part.silence_days) : t("seen-no-silence")}</Row>
        )}
      </dl>
    </Part>
  );
}

function PairLine({ pair }: { pair: Pair }): JSX.Element {
  const { me } = useStudio();
  const others = pair.people.filter(({ person }) => person.id !== me.id).map(({ person }) => person.name);
  return (
    <>
      <Bdi text={listOfNames(others, locale.value)} /> · {t(STATES[pair.state])} · {t("since-day", { day: momentDay(pair.since, me) })}
      {" · "}
      {pair.last_met === null ? t("seen-not-met") : t("seen-last-met", { day: nearby(pair.last_met, me), met: pair.met })}
      {pair.next_date !== null && <> · {t("seen-next-date", { when: momentWhen(pair.next_date, me) })}</>}
      {pair.quiet && <> · {t("seen-quiet")}</>}
    </>
  );
}

const silence = ([one, all, team]: readonly [number, number, number]): string => t("seen-silence-days", { one, all, team });

const Row = ({ title, children }: { title: string; children: JSX.Element["props"]["children"] }): JSX.Element => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
);
