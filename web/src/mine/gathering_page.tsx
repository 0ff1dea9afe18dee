/** One gathering for who leads it and for the team: its door, who comes, who came, and what people need there. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type {
  GatheringGuest, GatheringNeeds, GatheringPage as Gathering, Me, MyCalendar, MyDate, SetAttendance,
} from "../contract.ts";
import { useNow } from "../rooms/things/dates/now.ts";
import { path } from "../router.ts";
import { fullMoment } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames, listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field, Tick } from "../ui/field.tsx";
import { Page, Part } from "../ui/page.tsx";
import { ticked } from "../ui/ticked.ts";
import { Worded } from "../ui/worded.tsx";
import { useAsked } from "./asked.ts";
import { Awaited } from "./awaited.tsx";
import { dateName, FOR } from "./date_words.ts";
import { inYear, momentWhen } from "./days.ts";
import { GatheringPart } from "./gathering_part.tsx";
import "../accounts/pages.css";
import "../programmes/office.css";
import "./mine.css";

/** ms before the start, from which on who leads it may open the door. */
const EARLIEST = 30 * 60_000;
const LOBBY = 15 * 60_000;

export function GatheringPage(): JSX.Element {
  const id = /^\/gatherings\/([A-Za-z0-9_-]{1,64})$/.exec(path.value)?.[1] ?? "";
  const mine = useAsked<MyCalendar>("/me/calendar");
  if (!mine.value) {
    return (
      <Page title={t("gathering")}>
        <Awaited asked={mine} />
      </Page>
    );
  }
  const date = mine.value.dates.find(({ gathering }) => gathering === id);
  if (date && !date.sees) return <MyGathering date={date} onChanged={mine.load} />;
  return <TeamGathering id={id} />;
}

function TeamGathering({ id }: { id: string }): JSX.Element {
  const door = `/gatherings/${id}`;
  const asked = useAsked<Gathering>(door);
  const now = useNow();
  const { value } = asked;
  if (!value) {
    return (
      <Page title={t("gathering")}>
        <Awaited asked={asked} />
      </Page>
    );
  }
  const begun = now >= value.at - LOBBY;
  const title = dateName(value.names, value.kind);
  return (
    <Page title={title}>
      <div class="office gathering-page">
        <Facts gathering={value} title={title}>
          {value.holds && <Door gathering={value} door={door} now={now} onChanged={asked.load} />}
        </Facts>
        {value.holds && begun && value.door !== "off" && (
          <Attendance key={value.confirmed_at} gathering={value} door={door} onSaved={asked.put} />
        )}
        <Guests gathering={value} />
        {value.reads_needs && <AllNeeds door={door} />}
      </div>
    </Page>
  );
}

/** For who is invited, and has nothing to do with holding it. */
function MyGathering({ date, onChanged }: { date: MyDate; onChanged: () => Promise<void> }): JSX.Element {
  const { me } = useStudio();
  const title = dateName(date.names, date.kind);
  return (
    <Page title={title}>
      <Part title={title} state={date.at !== null && <MyTime at={date.at} minutes={date.minutes} me={me} />}>
        {date.whom !== "all" && <p class="soft">{t(FOR[date.whom])}</p>}
        <GatheringPart date={date} onChanged={onChanged} />
      </Part>
    </Page>
  );
}

const MyTime = ({ at, minutes, me }: { at: number; minutes: number; me: Me }): JSX.Element => (
  <p class="soft">
    {momentWhen(at, me)} · {t("gathering-minutes", { minutes })}
  </p>
);

function Facts({ gathering, title, children }: { gathering: Gathering; title: string; children: ComponentChildren }): JSX.Element {
  const { me } = useStudio();
  const leaders = listOfNames(gathering.led_by.map(({ name }) => name), locale.value);
  return (
    <Part title={title} state={<p class="soft">{momentWhen(gathering.at, me)} · {t("gathering-minutes", { minutes: gathering.minutes })}</p>}>
      {gathering.whom !== "all" && <p class="soft">{t(FOR[gathering.whom])}</p>}
      {gathering.address && (
        <p>
          <Bdi text={gathering.address} />
        </p>
      )}
      {leaders && <p>{t("gathering-led-by", { names: leaders })}</p>}
      {children}
    </Part>
  );
}

const DOOR_WORDS = {
  closed: "gathering-door-when", lobby: "gathering-lobby", open: "gathering-open", over: "gathering-over", off: "gathering-off",
} as const;

interface DoorProps {
  gathering: Gathering;
  door: string;
  now: number;
  onChanged: () => Promise<void>;
}

function Door({ gathering, door, now, onChanged }: DoorProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const opens = (gathering.door === "closed" || gathering.door === "lobby") && now >= gathering.at - EARLIEST;
  const open = (): void =>
    void run(async () => {
      await http("POST", `${door}/open`);
      await onChanged();
    });
  return (
    <>
      <p class="soft" role="status">{t(DOOR_WORDS[gathering.door])}</p>
      {opens && (
        <p class="row">
          <button type="button" class="main" disabled={busy} onClick={open}>
            {busy ? t("one-moment") : t("gathering-open-door")}
          </button>
        </p>
      )}
      <Fault words={fault} />
    </>
  );
}

// ── who comes, and who came ───────────────────────────────────────────────────────────────────────────────────────────

const inOrder = (guests: readonly GatheringGuest[]): GatheringGuest[] => {
  const compare = compareNames(locale.value);
  return [...guests].sort((a, b) => compare(a.person.name, b.person.name));
};

/** On paper, where nothing is today any more, it is the list for signatures. */
function Guests({ gathering }: { gathering: Gathering }): JSX.Element {
  const { guests, others } = gathering;
  const coming = guests.filter((one) => one.coming === true).length;
  return (
    <section class="part signatures">
      <div class="part-head">
        <div>
          <h2>{t("gathering-who-comes")}</h2>
          <p class="soft">{t("gathering-coming", { coming, all: guests.length })}</p>
        </div>
        <div class="part-actions">
          <button type="button" class="quiet" onClick={() => print()}>
            {t("gathering-print")}
          </button>
        </div>
      </div>
      <table class="guest-list">
        <caption>
          {t("gathering-list")} · {dateName(gathering.names, gathering.kind)} · {fullMoment(gathering.at, locale.value, gathering.zone)}
          {gathering.address && ` · ${gathering.address}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("gathering-list-name")}</th>
            <th scope="col">{t("gathering-list-organisation")}</th>
            <th scope="col" class="on-screen">{t("gathering-who-comes")}</th>
            <th scope="col" class="on-paper">{t("gathering-list-signature")}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(guests).map((guest) => (
            <tr key={guest.person.id}>
              <th scope="row">
                <Bdi text={guest.person.name} />
              </th>
              <td>{Object.keys(guest.organisation_names).length > 0 && <Worded names={guest.organisation_names} />}</td>
              <td class="on-screen">{t(answerOf(guest))}</td>
              <td class="on-paper" />
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && <p class="soft">{t("gathering-others", { count: others })}</p>}
    </section>
  );
}

const answerOf = ({ came, coming }: GatheringGuest): string => {
  if (came === true) return "gathering-came";
  if (coming === null) return "gathering-unsaid";
  return coming ? "gathering-comes" : "gathering-cannot";
};

interface AttendanceProps {
  gathering: Gathering;
  door: string;
  onSaved: (gathering: Gathering) => void;
}

function Attendance({ gathering, door, onSaved }: AttendanceProps): JSX.Element {
  const http = useHttp();
  const { me } = useStudio();
  const { busy, fault, run } = useDoing();
  const [came, setCame] = useState<ReadonlySet<string>>(() => new Set(gathering.guests.filter((one) => one.came).map(({ person }) => person.id)));
  const [minutes, setMinutes] = useState(String(gathering.took ?? gathering.minutes));
  const tap = (person: string, on: boolean): void => setCame((now) => ticked(now, person, on));
  const save = (event: Event): void => {
    event.preventDefault();
    const people = gathering.guests.map(({ person }) => ({ person: person.id, came: came.has(person.id) }));
    const form: SetAttendance = { people, minutes: Number(minutes) };
    void run(async () => onSaved(await http<Gathering>("PUT", `${door}/attendance`, form)));
  };
  const { confirmed_by: by, confirmed_at: at } = gathering;
  return (
    <Part
      title={t("gathering-attendance")}
      state={<p class="soft">{by && at !== null ? t("gathering-confirmed", { name: by.name, when: momentWhen(at, me) }) : t("gathering-attendance-lead")}</p>}
    >
      <form class="part-form" onSubmit={save}>
        <p class="row">
          <button type="button" class="quiet" onClick={() => setCame(new Set(gathering.guests.map(({ person }) => person.id)))}>
            {t("gathering-all-came")}
          </button>
        </p>
        {inOrder(gathering.guests).map(({ person }) => (
          <Tick
            key={person.id} label={person.name} name={`came-${person.id}`} checked={came.has(person.id)}
            onTick={(on) => tap(person.id, on)}
          />
        ))}
        <Field
          label={t("gathering-took")} type="number" name="minutes" min={1} max={1440} required value={minutes}
          onInput={(event) => setMinutes(event.currentTarget.value)}
        />
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>
            {busy ? t("one-moment") : t("gathering-save-attendance")}
          </button>
        </p>
      </form>
    </Part>
  );
}

function AllNeeds({ door }: { door: string }): JSX.Element {
  const asked = useAsked<GatheringNeeds>(`${door}/needs`);
  const { value } = asked;
  if (!value) return <Awaited asked={asked} />;
  return (
    <Part
      title={t("gathering-all-needs")}
      state={<p class="soft">{t("gathering-all-needs-lead", { day: inYear(value.forgotten_on) })}</p>}
    >
      {value.needs.length === 0 && <p>{t("gathering-all-needs-none")}</p>}
      <ul class="rows">
        {value.needs.map(({ person, need }) => (
          <li key={person.id} class="entry">
            <p class="entry-words">
              <strong>
                <Bdi text={person.name} />
              </strong>
              <span class="block">
                <Bdi text={need} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
