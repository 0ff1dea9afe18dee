/** Before anybody is chosen: what is still missing, and the way to begin; what was asked before. */
import type { JSX } from "preact";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { CohortPage, CohortProfiles, NewRound, Person, Round, RoundCard, Rounds } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { useCommand } from "../mine/command.ts";
import { momentDay } from "../mine/days.ts";
import { runPath } from "../programmes/place.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { Part } from "../ui/page.tsx";

interface BeginningProps {
  page: CohortPage;
  rounds: Rounds;
  onBegun: (round: string) => void;
}

export function Beginning({ page, rounds, onBegun }: BeginningProps): JSX.Element {
  const asked = useAsked<CohortProfiles>(`/cohorts/${encodeURIComponent(page.id)}/profiles`);
  const profiles = asked.value?.profiles ?? [];
  const mentees = page.people.filter(({ role, arrival }) => role === "mentee" && arrival !== "gone").length;
  const mentors = page.people.filter(({ role, arrival }) => role === "mentor" && arrival !== "gone").length;
  const told = profiles.filter(({ said_at }) => said_at > 0);
  const silent = profiles.filter(({ said_at }) => said_at === 0).map(({ person }) => person);
  const nobodyToldYet = asked.value !== null && profiles.length > 0 && told.length === 0;
  const ready = mentees > 0 && mentors > 0 && !nobodyToldYet && page.lead && page.state !== "ended";
  return (
    <>
      <Part title={t("begin-title")} state={<p class="soft">{t("begin-lead")}</p>}>
        {mentees === 0 && <Missing words={t("begin-no-mentees")} page={page} />}
        {mentees > 0 && mentors === 0 && <Missing words={t("begin-no-mentors")} page={page} />}
        {nobodyToldYet && <p class="why">{t("begin-nobody-told")}</p>}
        {!page.lead && <p>{t("begin-lead-begins")}</p>}
        {ready && <Begin page={page} onBegun={onBegun} />}
        <Silent page={page} people={silent} first={nobodyToldYet} />
      </Part>
      <Earlier rounds={rounds.rounds} />
    </>
  );
}

const Missing = ({ words, page }: { words: string; page: CohortPage }): JSX.Element => (
  <div class="ask">
    <p>{words}</p>
    <p class="row">
      <Link href={runPath(page.id, "people")} class="button main">
        {t("begin-invite")}
      </Link>
    </p>
  </div>
);

function Begin({ page, onBegun }: { page: CohortPage; onBegun: (round: string) => void }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const command = useCommand();
  const begin = (): void =>
    void run(async () => {
      const door = `/cohorts/${encodeURIComponent(page.id)}/rounds`;
      const made = await command({}, (wanted: NewRound) => http<Round>("POST", door, wanted));
      onBegun(made.id);
    });
  return (
    <>
      <Fault words={fault} />
      <p class="row">
        <button type="button" class="main" disabled={busy} onClick={begin}>
          {busy ? t("one-moment") : t("begin")}
        </button>
      </p>
    </>
  );
}

/** Who has told nothing of themselves yet: they can be chosen once they have. */
export function Silent({ page, people, first = false }: { page: CohortPage; people: readonly Person[]; first?: boolean }): JSX.Element | null {
  if (people.length === 0) return null;
  const compare = compareNames(locale.value);
  const names = people.map(({ name }) => name).sort(compare);
  return (
    <div class="silent">
      <p>
        <Bdi text={t("silent", { count: people.length, names: listOfNames(names, locale.value) })} />
      </p>
      <p class="row">
        <Link href={runPath(page.id, "letters")} class={first ? "button main" : "button quiet"}>
          {t("silent-write")}
        </Link>
      </p>
    </div>
  );
}

function Earlier({ rounds }: { rounds: readonly RoundCard[] }): JSX.Element | null {
  const { me } = useStudio();
  const over = rounds.filter(({ state }) => state !== "open");
  if (over.length === 0) return null;
  return (
    <Part title={t("earlier-title")}>
      <ul class="rows">
        {over.map(({ id, made_at, made_by, released }) => (
          <li key={id} class="entry">
            <span class="entry-words">{t("earlier-asked", { count: released })}</span>
            <span class="soft">
              {momentDay(made_at, me)} · <Bdi text={made_by.name} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
