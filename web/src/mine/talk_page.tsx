/** I would like a talk with the team: with whom, about what, one press; and how it stands. Nobody in a room learns of it. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { AskForTalk, MyPart, MyTalk, MyTalks, MyTeam, TeamMember } from "../contract.ts";
import { language, locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice } from "../ui/field.tsx";
import { Page, Part } from "../ui/page.tsx";
import { Worded } from "../ui/worded.tsx";
import { useAsked } from "./asked.ts";
import { Awaited } from "./awaited.tsx";
import { useCommand } from "./command.ts";
import { momentDay, nearby } from "./days.ts";
import { Face } from "./face.tsx";
import { MATTERS } from "./matters.ts";
import { usePhotos } from "./photos.ts";
import { Help } from "./programme_card.tsx";
import { ROLES } from "./roles.ts";
import "../accounts/pages.css";
import "./mine.css";

export function TalkPage(): JSX.Element {
  const { studio } = useStudio();
  const parts = (studio.programmes.parts.value ?? []).filter(({ cohort }) => cohort.state !== "ended");
  const talks = useAsked<MyTalks>("/me/talks");
  const [chosen, setChosen] = useState<string | null>(null);
  const part = parts.find(({ cohort }) => cohort.id === chosen) ?? parts[0];
  const open = talks.value?.talks.filter(({ state }) => state !== "over") ?? [];
  const over = talks.value?.talks.filter(({ state }) => state === "over") ?? [];
  if (!part) {
    return (
      <Page title={t("want-talk")}>
        <div class="part">
          <p>{t("talk-no-programme")}</p>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t("want-talk")}>
      {talks.value ? (
        <>
          {open.map((talk) => (
            <Standing key={talk.id} talk={talk} part={parts.find(({ cohort }) => cohort.id === talk.cohort)} onTakenBack={talks.load} />
          ))}
          {parts.length > 1 && (
            <div class="part">
              <Choice
                label={t("in-which-programme")} value={part.cohort.id} onChoose={setChosen}
                options={parts.map(({ cohort, programme_names }) => ({
                  value: cohort.id, label: worded(programme_names, language.value),
                }))}
              />
            </div>
          )}
          {open.length > 0 ? (
            <div class="part">
              <details class="came">
                <summary>{t("talk-another")}</summary>
                <Ask key={part.cohort.id} part={part} again onAsked={talks.load} />
              </details>
            </div>
          ) : (
            <Ask key={part.cohort.id} part={part} again={false} onAsked={talks.load} />
          )}
          {over.length > 0 && <Over talks={over} />}
        </>
      ) : (
        <Awaited asked={talks} />
      )}
    </Page>
  );
}

interface StandingProps {
  talk: MyTalk;
  part: MyPart | undefined;
  onTakenBack: () => Promise<void>;
}

/** One that was asked for: until when it is answered, who steps in, and how to get through today. */
function Standing({ talk, part, onTakenBack }: StandingProps): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const takeBack = (): void =>
    void run(async () => {
      await http("DELETE", `/talks/${encodeURIComponent(talk.id)}`);
      await onTakenBack();
    });
  return (
    <Part title={t("talk-asked")}>
      <div class="good" role="status">
        <p>
          <Bdi text={talk.to.name} /> · {t(MATTERS[talk.matter])}
        </p>
        {talk.nobody_left ? (
          <p>{t("talk-nobody-left")}</p>
        ) : talk.taken_by ? (
          <p>
            {t("talk-taken")} <strong><Bdi text={talk.taken_by.name} /></strong>
          </p>
        ) : (
          <p>
            {t("talk-answer-by")} <strong><time dateTime={talk.answer_by}>{nearby(talk.answer_by, me)}</time></strong>
          </p>
        )}
        {!talk.nobody_left && !talk.taken_by && talk.deputy && talk.deputy_from && (
          <p class="soft">
            {t("talk-deputy", { name: talk.deputy.name })} <time dateTime={talk.deputy_from}>{nearby(talk.deputy_from, me)}</time>
          </p>
        )}
      </div>
      {part?.help && <Help name={part.help.name} phone={part.help.phone} />}
      <Fault words={fault} />
      {(talk.nobody_left || talk.state === "waiting") && (
        <p>
          <button type="button" disabled={busy} onClick={takeBack}>
            {t("talk-take-back")}
          </button>
        </p>
      )}
    </Part>
  );
}

interface AskProps {
  part: MyPart;
  /** One waits already: what follows is for another one. */
  again: boolean;
  onAsked: () => Promise<void>;
}

function Ask({ part, again, onAsked }: AskProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const door = `/cohorts/${encodeURIComponent(part.cohort.id)}`;
  const team = useAsked<MyTeam>(`${door}/team`);
  const photos = usePhotos();
  const command = useCommand();
  const place = useRef<HTMLFormElement>(null);
  const [to, setTo] = useState<string | null>(null);
  const [matter, setMatter] = useState<AskForTalk["matter"] | null>(null);
  const people = team.value?.people ?? [];
  useEffect(() => {
    // Where there is one alone, there is nothing to choose.
    if (people.length === 1) setTo(people[0]!.person.id);
  }, [people.length]);
  if (!team.value) return <Awaited asked={team} />;
  const ask = (event: Event): void => {
    event.preventDefault();
    if (to === null || matter === null) return;
    void run(async () => {
      await command({ to, matter }, (talk) => http<MyTalk>("POST", `${door}/talks`, talk));
      setMatter(null);
      await onAsked();
      place.current?.closest(".page-body")?.scrollTo({ top: 0 });
    });
  };
  return (
    <Part title={t("talk-title")} state={<p>{t("talk-lead")}</p>}>
      {people.length === 0 ? (
        <p>{t("talk-nobody")}</p>
      ) : (
        <form class="talk-form" ref={place} onSubmit={ask}>
          <fieldset class="choices">
            <legend>{t("talk-with-whom")}</legend>
            {people.map((one) => (
              <Member key={one.person.id} member={one} mark={one.photo ?? photos[one.person.id]} chosen={one.person.id === to} onChoose={setTo} />
            ))}
          </fieldset>
          <fieldset class="choices">
            <legend>{t("talk-about")}</legend>
            {(Object.keys(MATTERS) as AskForTalk["matter"][]).map((one) => (
              <label key={one} class="pick">
                <input type="radio" name="matter" checked={one === matter} onChange={() => setMatter(one)} />
                <span>{t(MATTERS[one])}</span>
              </label>
            ))}
          </fieldset>
          <p class="soft">{t("talk-what-is-told")}</p>
          <Fault words={fault} />
          <p class="row">
            <button type="submit" class="main" disabled={busy || to === null || matter === null}>
              {busy ? t("one-moment") : t("talk-ask")}
            </button>
          </p>
        </form>
      )}
      {!again && team.value.help && <Help name={team.value.help.name} phone={team.value.help.phone} />}
    </Part>
  );
}

interface MemberProps {
  member: TeamMember;
  mark: string | null | undefined;
  chosen: boolean;
  onChoose: (person: string) => void;
}

const Member = ({ member, mark, chosen, onChoose }: MemberProps): JSX.Element => (
  <label class="pick">
    <input type="radio" name="to" checked={chosen} onChange={() => onChoose(member.person.id)} />
    <Face person={member.person} mark={mark} />
    <span>
      <strong>
        <Bdi text={member.person.name} />
      </strong>
      <span class="soft">
        {listOfNames(member.roles.map((role) => t(ROLES[role])), locale.value)}
        {Object.keys(member.organisation_names).length > 0 && (
          <>
            {" · "}
            <Worded names={member.organisation_names} />
          </>
        )}
      </span>
    </span>
  </label>
);

function Over({ talks }: { talks: readonly MyTalk[] }): JSX.Element {
  const { me } = useStudio();
  return (
    <div class="part">
      <details class="came">
        <summary>{t("talks-before", { count: talks.length })}</summary>
        <ul>
          {talks.map((talk) => (
            <li key={talk.id}>
              {momentDay(talk.asked_at, me)} · <Bdi text={talk.taken_by?.name ?? talk.to.name} /> · {t(MATTERS[talk.matter])}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
