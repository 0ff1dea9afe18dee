/** When we meet next, or whose move it is, in words; and the one thing to do for it. */
import type { JSX } from "preact";

import { useStudio } from "../context.ts";
import type { Me, MyMentorship, RoomMeetings } from "../contract.ts";
import { firstName } from "../rooms/names.ts";
import { useNow } from "../rooms/things/dates/now.ts";
import { isNear } from "../rooms/things/dates/near.ts";
import { proposing } from "../rooms/things/dates/wanted.ts";
import { go, roomPath } from "../router.ts";
import { whenWeMeet } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { useMeetings } from "./use_meetings.ts";

interface NextDateProps {
  mentorship: MyMentorship;
  /** Of all my open moves this is the one that is to come first. */
  first: boolean;
  /** Whether it says with whom. */
  named?: boolean;
}

export function NextDate({ mentorship, first, named = false }: NextDateProps): JSX.Element | null {
  const { me } = useStudio();
  const now = useNow();
  const ours = useMeetings().find(({ room }) => room === mentorship.room);
  if (!ours) return named ? <p class="soft">{t("one-moment")}</p> : null;
  const { next } = ours;
  const names = listOfNames(ours.people.map(({ name }) => firstName(name)), locale.value);
  const absent = (next?.absent ?? []).filter((person) => person !== me.id);
  return (
    <div class="next-date">
      <p class="next-when">
        {next?.at != null ? (
          <time dateTime={new Date(next.at).toISOString()}>{whenWeMeet(next.at, now, locale.value, me.zone)}</time>
        ) : (
          t(ours.people.length === 1 ? "next-none-two" : "next-none")
        )}
      </p>
      {named && (
        <p class="soft">
          <Bdi text={t("next-with", { names })} />
        </p>
      )}
      {absent.length > 0 && (
        <p class="soft">{t("next-absent", { names: namesOf(ours, absent) })}</p>
      )}
      <WhoseMove ours={ours} me={me} />
      <p class="row">
        <Buttons ours={ours} me={me} now={now} first={first} rests={mentorship.state === "paused"} />
      </p>
    </div>
  );
}

const namesOf = ({ people }: RoomMeetings, some: readonly string[]): string =>
  listOfNames(people.filter(({ id }) => some.includes(id)).map(({ name }) => firstName(name)), locale.value);

function WhoseMove({ ours, me }: { ours: RoomMeetings; me: Me }): JSX.Element | null {
  const theirs = ours.asked.find(({ asked_by }) => asked_by !== me.id);
  if (theirs) return <p>{t("next-proposes", { name: namesOf(ours, [theirs.asked_by ?? ""]) })}</p>;
  if (ours.asked.length === 0) return null;
  return <p class="soft">{t("next-waits", { names: listOfNames(ours.people.map(({ name }) => firstName(name)), locale.value) })}</p>;
}

interface ButtonsProps {
  ours: RoomMeetings;
  me: Me;
  now: number;
  first: boolean;
  /** The mentoring pauses: nobody is asked for anything. */
  rests: boolean;
}

function Buttons({ ours, me, now, first, rests }: ButtonsProps): JSX.Element {
  const { room, next, call, asked } = ours;
  const meeting = roomPath(room, "meeting");
  const theirs = asked.some(({ asked_by }) => asked_by !== me.id);
  const propose = (item: number | null): void => {
    proposing.value = { room, item };
    go(meeting);
  };
  return (
    <>
      {next?.place === "call" && call && (
        <a class={isNear(next, now) ? "button main" : "button"} href={call} target="_blank" rel="noopener noreferrer nofollow">
          {t("next-join")}
        </a>
      )}
      {theirs && (
        <Link href={meeting} class={first ? "button main" : "button"}>
          {t("next-choose")}
        </Link>
      )}
      {!next && asked.length === 0 && !rests && (
        <button type="button" class={first ? "main" : ""} onClick={() => propose(null)}>{t("next-propose")}</button>
      )}
      {next && !theirs && (
        <button type="button" onClick={() => propose(next.item)}>{t("next-move")}</button>
      )}
    </>
  );
}

/** The room of my earliest open move: where a time waits for me, the soonest first; else where there is no date. Not while a
 * meeting is about to begin: then there is something better to do. */
export function useFirstMove(): string | null {
  const { me } = useStudio();
  const now = useNow();
  const all = useMeetings();
  if (all.some(({ next }) => next && isNear(next, now))) return null;
  const earliest = ({ asked }: RoomMeetings): number =>
    Math.min(...asked.filter(({ asked_by }) => asked_by !== me.id).flatMap(({ offers }) => offers));
  const waiting = all.filter((ours) => Number.isFinite(earliest(ours))).toSorted((a, b) => earliest(a) - earliest(b));
  return waiting[0]?.room ?? all.find(({ next, asked }) => !next && asked.length === 0)?.room ?? null;
}
