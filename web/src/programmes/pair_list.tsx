/** The pairs as one plain list; what can be done for one of them stands behind its names. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useStudio } from "../context.ts";
import type { CohortPage, Mentorship, MentorshipMember, Pair, TeamOverview } from "../contract.ts";
import { beginWith } from "../matching/begin.ts";
import { useAsked } from "../mine/asked.ts";
import { useCommand } from "../mine/command.ts";
import { momentDay, nearby } from "../mine/days.ts";
import { go } from "../router.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice, Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { organisationOptions } from "./inviting.tsx";
import { Ask } from "./people_list.tsx";
import { nextDate } from "./overview.tsx";
import { inMentorship, nameOf } from "./people.ts";
import { runPath } from "./place.ts";
import type { SectionProps } from "./run_page.tsx";
import { finds } from "./search.ts";

const FEW = 8;
const ALL = "";

export function PairList({ run, page }: SectionProps): JSX.Element {
  const [wanted, setWanted] = useState({ words: "", organisation: ALL });
  const [opened, setOpened] = useState<string | null>(null);
  const overview = useAsked<TeamOverview>(`/cohorts/${encodeURIComponent(page.id)}/overview`);
  const compare = compareNames(locale.value);
  const organisations = organisationOptions(page).filter(({ value }) => value !== ALL);
  const shown = page.mentorships
    .map((one) => ({ one, names: pairNames(page, one) }))
    .filter(({ one, names }) => finds(wanted.words, names) && isOf(page, one, wanted.organisation))
    .sort((a, b) => order(a.one) - order(b.one) || compare(a.names, b.names));
  const going = page.mentorships.filter(isGoing).length;
  return (
    <Part
      title={t("pairs-title")}
      state={<p class="soft">{page.mentorships.length === 0 ? t("pairs-none") : t("pairs-count", { count: going })}</p>}
    >
      {page.mentorships.length > FEW && (
        <div class="filters">
          <Field
            label={t("find-person")} type="search" name="find-pair" autocomplete="off" value={wanted.words}
            onInput={(event) => {
              const words = event.currentTarget.value;
              setWanted((now) => ({ ...now, words }));
            }}
          />
          {organisations.length > 1 && (
            <Choice
              label={t("organisation")} value={wanted.organisation}
              options={[{ value: ALL, label: t("all-organisations") }, ...organisations]}
              onChoose={(organisation) => setWanted((now) => ({ ...now, organisation }))}
            />
          )}
        </div>
      )}
      {page.mentorships.length > 0 && shown.length === 0 && <p>{t("nobody-found")}</p>}
      <ul class="rows">
        {shown.map(({ one, names }) => (
          <PairRow
            key={one.id} run={run} page={page} one={one} names={names} open={opened === one.id}
            pair={overview.value?.pairs.find(({ id }) => id === one.id)}
            onToggle={() => setOpened(opened === one.id ? null : one.id)}
          />
        ))}
      </ul>
    </Part>
  );
}

const isGoing = ({ state }: Mentorship): boolean => state === "active" || state === "paused";

/** Those that go on first. */
const order = (one: Mentorship): number => (isGoing(one) ? 0 : 1);

/** Mentors first, as they were chosen. */
export function pairNames(page: CohortPage, { people }: Mentorship): string {
  const sorted = [...people].sort((a, b) => Number(a.role === "mentee") - Number(b.role === "mentee"));
  return listOfNames(sorted.map(({ person }) => nameOf(page, person)), locale.value);
}

/** Somebody of this organisation is in it. */
const isOf = (page: CohortPage, { people }: Mentorship, organisation: string): boolean =>
  organisation === ALL ||
  people.some(({ person }) => page.people.some((part) => part.person.id === person && part.organisation === organisation));

type PairRowProps = SectionProps & {
  one: Mentorship;
  names: string;
  /** How it stands; where it is known. */
  pair: Pair | undefined;
  open: boolean;
  onToggle: () => void;
};

function PairRow({ run, page, one, names, pair, open, onToggle }: PairRowProps): JSX.Element {
  const { me } = useStudio();
  const since = momentDay(one.since, me);
  return (
    <li class="entry-block">
      <button type="button" class="entry-button" aria-expanded={open} onClick={onToggle}>
        <span class="entry-words">
          <strong>
            <Bdi text={names} />
          </strong>
          {pair && isGoing(one) && (
            <span class="soft block">
              {pair.last_met === null ? t("pair-not-met") : t("pair-last-met", { day: nearby(pair.last_met, me) })} · {nextDate(pair, me)}
            </span>
          )}
        </span>
        <span class={one.state === "active" ? "arrival" : "arrival awaited"}>{t(`pair-${one.state}`, { day: since })}</span>
      </button>
      {open && <PairActs run={run} page={page} one={one} names={names} />}
    </li>
  );
}

function PairActs({ run, page, one, names }: SectionProps & { one: Mentorship; names: string }): JSX.Element {
  const { busy, fault, run: doIt } = useDoing();
  const [doing, setDoing] = useState<"ending" | "adding" | "other" | null>(null);
  if (!isGoing(one)) {
    return (
      <div class="entry-acts">
        <p class="soft">{t(`pair-${one.state}-what`)}</p>
        {one.mine && page.state !== "ended" && <SomebodyElse page={page} one={one} />}
      </div>
    );
  }
  if (!one.mine) return <p class="entry-acts soft">{t("pair-not-mine")}</p>;
  const set = (state: "active" | "paused" | "ended"): void => void doIt(() => run.setMentorshipState(one, state));
  const endAndLookOn = (): void =>
    void doIt(async () => {
      await run.setMentorshipState(one, "ended");
      lookFor(page, one.people.filter(({ role }) => role === "mentee"));
    });
  return (
    <div class="entry-acts">
      <Fault words={fault} />
      {(doing === "ending" || doing === "other") && (
        <Ask
          words={t("pair-end-ask", { names })} yes={t("pair-end-now")} busy={busy}
          onYes={doing === "ending" ? () => set("ended") : endAndLookOn} onNo={() => setDoing(null)}
        />
      )}
      {doing === "adding" && <SecondMentor run={run} page={page} one={one} onDone={() => setDoing(null)} />}
      {doing === null && (
        <>
          <p class="row">
            {one.state === "active" ? (
              <button type="button" disabled={busy} onClick={() => set("paused")}>
                {t("pair-pause")}
              </button>
            ) : (
              <button type="button" disabled={busy} onClick={() => set("active")}>
                {t("pair-resume")}
              </button>
            )}
            <button type="button" onClick={() => setDoing("adding")}>
              {t("pair-add-mentor")}
            </button>
            <button type="button" class="quiet" onClick={() => setDoing("other")}>
              {t("pair-other")}
            </button>
            <button type="button" class="quiet danger" onClick={() => setDoing("ending")}>
              {t("pair-end")}
            </button>
          </p>
          <p class="soft">{t("pair-pause-what")}</p>
        </>
      )}
    </div>
  );
}

/** Where people are proposed by hand, these are chosen already. */
function lookFor(page: CohortPage, mentees: readonly MentorshipMember[]): void {
  beginWith.value = mentees;
  go(runPath(page.id, "proposals"));
}

/** Somebody else for its mentees: a proposal by hand, while everything of before stays in its room. */
function SomebodyElse({ page, one }: { page: CohortPage; one: Mentorship }): JSX.Element | null {
  const taken = inMentorship(page);
  const mentees = one.people.filter(({ person, role }) => role === "mentee" && !taken.has(person));
  if (mentees.length === 0) return null;
  const names = listOfNames(mentees.map(({ person }) => nameOf(page, person)), locale.value);
  return (
    <p class="row">
      <button type="button" onClick={() => lookFor(page, mentees)}>
        {t("pair-other-for", { names })}
      </button>
    </p>
  );
}

function SecondMentor({ run, page, one, onDone }: SectionProps & { one: Mentorship; onDone: () => void }): JSX.Element {
  const { busy, fault, run: doIt } = useDoing();
  const command = useCommand();
  const mentors = page.people.filter(
    ({ person, role, arrival }) =>
      role === "mentor" && arrival !== "gone" && !one.people.some((member) => member.person === person.id),
  );
  const [person, setPerson] = useState(mentors[0]?.person.id ?? "");
  if (mentors.length === 0) {
    return (
      <p class="row">
        {t("pair-no-other-mentor")}
        <button type="button" class="quiet" onClick={onDone}>
          {t("cancel")}
        </button>
      </p>
    );
  }
  const add = (): void => {
    void doIt(async () => {
      await command({ version: one.version, person }, (mentor) => run.addMentor(one, mentor));
      onDone();
    });
  };
  return (
    <>
      <Choice
        label={t("pair-add-mentor")} value={person} onChoose={setPerson}
        options={mentors.map((mentor) => ({ value: mentor.person.id, label: mentor.person.name }))}
      />
      <p class="soft">{t("pair-add-mentor-what")}</p>
      <Fault words={fault} />
      <p class="row">
        <button type="button" class="main" disabled={busy} onClick={add}>
          {busy ? t("one-moment") : t("pair-add-now")}
        </button>
        <button type="button" class="quiet" onClick={onDone}>
          {t("cancel")}
        </button>
      </p>
    </>
  );
}
