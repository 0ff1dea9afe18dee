/** Of a date: how long, where, what else was said, how often; and what the others' clocks show then. */
import type { JSX } from "preact";

import { useStudio } from "../../../context.ts";
import type { Repeats } from "../../../contract.ts";
import { t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Icon } from "../../../ui/icon.tsx";
import type { Room } from "../../room.ts";
import { PLACES } from "../meeting/words.ts";
import type { DateItem } from "./wanted.ts";
import { clockNotes, wallsThere, type Fellow } from "./words.ts";

export function How({ room, item }: { room: Room; item: DateItem }): JSX.Element {
  const { minutes, place, address, words, repeats, series } = item.body;
  const first = room.snapshot.value?.things?.dates?.find(({ id }) => id === series);
  const often = repeats ?? first?.body.repeats;
  return (
    <>
      <p class="soft">
        {t("minutes-short", { minutes })} · {t(PLACES[place])}
        {often && <> · {repeatsWords(often)}</>}
      </p>
      {address !== "" && (
        <p class="date-words">
          <Bdi text={address} />
        </p>
      )}
      {words !== "" && (
        <p class="date-words">
          <Bdi text={words} />
        </p>
      )}
    </>
  );
}

function repeatsWords({ weeks, months, times }: Repeats): string {
  if (months > 0) return t("date-monthly", { months, times });
  return t("date-weekly", { weeks, times });
}

interface WallsProps {
  at: number;
  fellows: readonly Fellow[];
  /** What clocks that are changed meanwhile make of it. */
  notes: readonly string[];
}

/** Where another's clock shows another time; and where clocks change meanwhile, what would have been shown. */
export function Walls({ at, fellows, notes }: WallsProps): JSX.Element | null {
  const { me } = useStudio();
  const away = wallsThere(at, fellows, me);
  if (away.length === 0 && notes.length === 0) return null;
  return (
    <>
      {away.length > 0 && <span class="soft date-walls">{away.join(" · ")}</span>}
      {notes.map((note) => (
        <span key={note} class="date-clocks">
          <Icon name="clock" /> {note}
        </span>
      ))}
    </>
  );
}

/** Of a date that stands alone: compared with today. */
export function WallsFromNow({ at, fellows, now }: { at: number; fellows: readonly Fellow[]; now: number }): JSX.Element | null {
  const { me } = useStudio();
  return <Walls at={at} fellows={fellows} notes={clockNotes(at, fellows, me, now)} />;
}
