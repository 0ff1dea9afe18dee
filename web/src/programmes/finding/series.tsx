/** A time for each date of a series, whose turn it is to be outside of their hours, and each date's next best times. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { Poll, PollTimes } from "../../contract.ts";
import { inYear } from "../../mine/days.ts";
import { locale, t } from "../../text/fluent.ts";
import { compareNames } from "../../text/order.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Ask } from "../people_list.tsx";
import { named, spanInWords } from "./words.ts";

type Meeting = NonNullable<PollTimes["series"]>[number];
type Time = Meeting["times"][number];
type Why = Time["beyond"][number]["why"];

const WHY: Record<Why, string> = {
  early: "finding-why-early",
  late: "finding-why-late",
  between: "finding-why-between",
  other_day: "finding-why-other-day",
  if_need_be: "finding-why-if-need-be",
};

const WHY_IN_SHORT: Record<Why, string> = {
  early: "finding-short-early",
  late: "finding-short-late",
  between: "finding-short-between",
  other_day: "finding-short-other-day",
  if_need_be: "finding-short-if-need-be",
};

/** Of those who take turns, as many stand there without a tap. */
const SHOWN = 12;

interface SeriesProps {
  poll: Poll;
  times: PollTimes;
  /** Deciding is the lead's. */
  lead: boolean;
  busy: boolean;
  onAsk: (starts: number[]) => void;
  onDecide: (starts: number[]) => void;
}

export function Series({ poll, times, lead, busy, onAsk, onDecide }: SeriesProps): JSX.Element {
  const [swapped, setSwapped] = useState<ReadonlyMap<number, number>>(new Map());
  const [sure, setSure] = useState(false);
  const series = times.series ?? [];
  // What was swapped stays so while it is offered; the proposed time stands first.
  const taken = series.map(({ times: some }, at) => some.find(({ start }) => start === swapped.get(at)) ?? some[0]);
  const starts = taken.flatMap((time) => (time ? [time.start] : []));
  return (
    <>
      <p>{t("finding-series-lead")}</p>
      <ol class="rows found">
        {series.map((meeting, at) => (
          <OneDate
            key={meeting.day_from} poll={poll} meeting={meeting} taken={taken[at]} name={`${poll.id} ${at}`}
            onTake={(start) => setSwapped(new Map(swapped).set(at, start))}
          />
        ))}
      </ol>
      <Turns poll={poll} taken={taken.filter((time) => time !== undefined)} unknown={times.unknown} />
      {swapped.size === 0 && !times.proved && !times.searching && <p class="soft">{t("finding-series-not-proved")}</p>}
      {sure ? (
        <Ask
          words={t("finding-decide-ask", { when: starts.map((start) => spanInWords(start, poll)).join(" · ") })} busy={busy}
          yes={t("finding-decide")} onYes={() => onDecide(starts)} onNo={() => setSure(false)}
        />
      ) : (
        <p class="row">
          <button type="button" class="main" disabled={busy || starts.length === 0} onClick={() => onAsk(starts)}>
            {busy ? t("one-moment") : t("finding-ask")}
          </button>
          {lead && (
            <button type="button" disabled={busy || starts.length === 0} onClick={() => setSure(true)}>
              {t("finding-decide-now")}
            </button>
          )}
        </p>
      )}
      <p class="soft">{t("finding-ask-help")}</p>
    </>
  );
}

interface DateProps {
  poll: Poll;
  meeting: Meeting;
  taken: Time | undefined;
  /** Of its group of choices. */
  name: string;
  onTake: (start: number) => void;
}

function OneDate({ poll, meeting, taken, name, onTake }: DateProps): JSX.Element {
  if (!taken) {
    const [from, to] = [inYear(meeting.day_from), inYear(meeting.day_to)];
    return <li class="late">{t("finding-series-none", { from, to })}</li>;
  }
  const when = spanInWords(taken.start, poll);
  return (
    <li>
      <strong class="block">{when}</strong>
      <Bdi text={timeInWords(taken, poll)} />
      {taken !== meeting.times[0] && <span class="block soft">{t("finding-swapped")}</span>}
      {meeting.times.length > 1 && (
        <details>
          <summary aria-label={t("finding-swap-whose", { when })}>{t("finding-swap")}</summary>
          <fieldset class="plain">
            <legend class="unseen">{t("finding-swap-whose", { when })}</legend>
            {meeting.times.map((time, at) => (
              <label key={time.start} class="side-pick">
                <input type="radio" name={name} checked={time === taken} onChange={() => onTake(time.start)} />
                <span>
                  <strong class="block">{spanInWords(time.start, poll)}</strong>
                  {at === 0 && <span class="block soft">{t("finding-proposed")}</span>}
                  <Bdi text={timeInWords(time, poll)} />
                </span>
              </label>
            ))}
          </fieldset>
        </details>
      )}
    </li>
  );
}

/** Outside their hours: Ines Žužić (early); cannot: Tadeja Žgajnar */
function timeInWords({ beyond, busy }: Time, poll: Poll): string {
  const name = namesOf(poll);
  const words = [];
  const outside = beyond.map(({ guest, why }) => t(WHY_IN_SHORT[why], { name: name(guest) }));
  if (outside.length > 0) words.push(t("finding-series-outside", { names: named(outside.sort(compareNames(locale.value))) }));
  if (busy.length > 0) words.push(t("finding-series-busy", { names: named(busy.map(name).sort(compareNames(locale.value))) }));
  return words.length > 0 ? words.join("; ") : t("finding-series-all");
}

const namesOf = ({ guests }: Poll): ((guest: string) => string) => {
  const names = new Map(guests.map(({ id, name }) => [id, name]));
  return (guest) => names.get(guest) ?? "";
};

interface TurnsProps {
  poll: Poll;
  taken: readonly Time[];
  unknown: readonly string[];
}

/** For each person how often it falls outside of their hours, and when they have to get up early or stay up late. */
function Turns({ poll, taken, unknown }: TurnsProps): JSX.Element {
  const compare = compareNames(locale.value);
  const turns = poll.guests
    .map((guest) => ({ name: guest.name, times: taken.filter(({ beyond }) => beyond.some((one) => one.guest === guest.id)), id: guest.id }))
    .filter(({ times }) => times.length > 0)
    .sort((a, b) => b.times.length - a.times.length || compare(a.name, b.name));
  const silent = new Set(unknown);
  const asked = new Set(turns.map(({ id }) => id));
  const never = poll.guests.filter(({ id }) => !asked.has(id) && !silent.has(id)).map(({ name }) => name).sort(compare);
  const line = ({ id, name, times }: (typeof turns)[number]): JSX.Element => (
    <div key={id}>
      <dt>
        <Bdi text={name} />
      </dt>
      <dd>
        <strong class="block">{t("finding-turn", { count: times.length, all: taken.length })}</strong>
        {(Object.keys(WHY) as Why[]).map((why) => {
          const when = times.filter(({ beyond }) => beyond.some((one) => one.guest === id && one.why === why));
          if (when.length === 0) return null;
          return (
            <span key={why} class="block">
              {t(WHY[why], { when: when.map(({ start }) => spanInWords(start, poll)).join(" · ") })}
            </span>
          );
        })}
      </dd>
    </div>
  );
  return (
    <section class="turns" aria-label={t("finding-turns")}>
      <h4>{t("finding-turns")}</h4>
      {turns.length === 0 && never.length > 0 && <p>{t("finding-series-nobody")}</p>}
      {turns.length > 0 && <dl class="explained">{turns.slice(0, SHOWN).map(line)}</dl>}
      {turns.length > SHOWN && (
        <details>
          <summary>{t("finding-turns-more", { count: turns.length - SHOWN })}</summary>
          <dl class="explained">{turns.slice(SHOWN).map(line)}</dl>
        </details>
      )}
      {turns.length > 0 && never.length > 0 && (
        <p class="soft">
          <Bdi text={t("finding-turns-never", { names: named(never) })} />
        </p>
      )}
    </section>
  );
}
