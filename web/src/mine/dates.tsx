/** What is planned for me, the next first. */
import type { JSX } from "preact";

import { useStudio } from "../context.ts";
import type { MyCalendar, MyDate } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Worded } from "../ui/worded.tsx";
import { useAsked } from "./asked.ts";
import { FOR, KINDS } from "./date_words.ts";
import { momentWhen, nearby } from "./days.ts";
import { GatheringPart } from "./gathering_part.tsx";

/** The rest is behind one word. */
const AT_FIRST = 3;

export function Dates(): JSX.Element | null {
  const { value, load } = useAsked<MyCalendar>("/me/calendar");
  if (!value || value.dates.length === 0) return null;
  const [next, rest] = [value.dates.slice(0, AT_FIRST), value.dates.slice(AT_FIRST)];
  return (
    <section class="home-part">
      <h2>{t("next-dates")}</h2>
      <DateList dates={next} onChanged={load} />
      {rest.length > 0 && (
        <details>
          <summary>{t("later-dates", { count: rest.length })}</summary>
          <DateList dates={rest} onChanged={load} />
        </details>
      )}
    </section>
  );
}

const DateList = ({ dates, onChanged }: { dates: readonly MyDate[]; onChanged: () => Promise<void> }): JSX.Element => (
  <ul class="dates">
    {dates.map((date) => (
      <li key={date.gathering ?? `${date.cohort} ${date.day} ${date.kind} ${date.whom} ${date.at}`}>
        <When date={date} />
        <div class="date-what">
          {Object.keys(date.names).length > 0 ? <Worded names={date.names} /> : t(KINDS[date.kind])}
          {date.whom !== "all" && <span class="soft"> · {t(FOR[date.whom])}</span>}
          <GatheringPart date={date} onChanged={onChanged} />
        </div>
      </li>
    ))}
  </ul>
);

/** In my own zone where the hour is known; else the day, wherever it is. */
function When({ date }: { date: MyDate }): JSX.Element {
  const { me } = useStudio();
  if (date.at === null) return <time dateTime={date.day}>{nearby(date.day, me)}</time>;
  return (
    <time dateTime={new Date(date.at).toISOString()}>
      {momentWhen(date.at, me)}
    </time>
  );
}
