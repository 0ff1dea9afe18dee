/** A planned date in words: what it is, for whom, on which day. */
import type { JSX } from "preact";

import type { PlannedDate } from "../contract.ts";
import { FOR, KINDS } from "../mine/date_words.ts";
import { inYear } from "../mine/days.ts";
import { dayOf, ownZone } from "../text/dates.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { Worded } from "../ui/worded.tsx";

export const WHOM_WORDS: Record<PlannedDate["whom"], string> = { all: "office-date-for-all", ...FOR };

/** One of a plan; a date that was not saved yet has no id. */
export const dateKey = ({ id, day, kind, whom, time }: PlannedDate): string => id ?? `${day} ${kind} ${whom} ${time}`;

/** `begun`: the year has begun, and what has a time is a gathering. */
export const PlannedRow = ({ date, begun }: { date: PlannedDate; begun: boolean }): JSX.Element => (
  <li class="entry">
    <p class="entry-words">
      <strong>{Object.keys(date.names ?? {}).length > 0 ? <Worded names={date.names ?? {}} /> : t(KINDS[date.kind])}</strong>{" "}
      <span class="soft">{t(WHOM_WORDS[date.whom])}</span>
      {date.called_off && <span class="block wish">{t("gathering-called-off")}</span>}
      {date.place === "address" && date.address && (
        <span class="soft block">
          <Bdi text={date.address} />
        </span>
      )}
    </p>
    <time dateTime={date.day}>
      {inYear(date.day)}
      {date.time && `, ${date.time}`}
    </time>
    {begun && date.id && date.time && !date.called_off && (
      <Link href={`/gatherings/${date.id}`} class="button quiet">
        {t("gathering-who-comes")}
      </Link>
    )}
  </li>
);

export const todayIn = (zone = ownZone()): string => dayOf(Date.now(), zone);
