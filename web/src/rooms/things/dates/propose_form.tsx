/** Up to three times, by the proposer's own clock; what the others' clocks show then stands under each. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { MeetingDate, ProposeTimes, Repeats } from "../../../contract.ts";
import { dayOf, timeOfDay, zoneName } from "../../../text/dates.ts";
import { t } from "../../../text/fluent.ts";
import { daysLater, momentAt } from "../../../text/wall_clock.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice, Field, Tick } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { serverNow } from "../meeting/server_clock.ts";
import { options } from "../meeting/words.ts";
import { WallsFromNow } from "./how.tsx";
import { PlaceFields } from "./place_fields.tsx";
import { suggestions } from "./suggestions.ts";
import type { DateItem } from "./wanted.ts";
import { when, type Fellow } from "./words.ts";

const OFFERS = 3;
const LENGTHS = [30, 45, 60, 90, 120];
const USUAL_MINUTES = 60;
const USUAL_TIMES = 6;
const MOST_TIMES = 60;
const AHEAD_DAYS = 731;

/** `time` as 18:00; either may not be chosen yet. */
interface Row {
  day: string;
  time: string;
}

interface ProposeFormProps {
  room: Room;
  /** The date that other times are proposed for. */
  item: DateItem | null;
  fellows: readonly Fellow[];
  dates: readonly DateItem[];
  onClose: () => void;
}

export function ProposeForm({ room, item, fellows, dates, onClose }: ProposeFormProps): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const last = item?.body.at != null ? item.body : lastOf(dates);
  const [rows, setRows] = useState<Row[]>([]);
  const [meeting, setMeeting] = useState<Details>(() => asLast(last));
  const [reason, setReason] = useState("");
  const [lacking, setLacking] = useState(false);
  const starts = rows.flatMap(({ day, time }) => momentAt(day, time, me.zone) ?? []);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setLacking(starts.length === 0);
    if (starts.length === 0) return;
    const done = item
      ? await act("room.move_date", { item: item.id, starts, reason })
      : await act("room.propose_times", { starts, zone: me.zone, ...said(meeting) });
    if (done) onClose();
  };
  const drop = async (): Promise<void> => {
    if (item && (await act("room.drop_times", { item: item.id, reason }))) onClose();
  };
  const answers = item !== null && item.body.offers.length > 0 && item.body.asked_by !== me.id;
  return (
    <Dialog title={t(item ? "date-others" : "date-propose")} onClose={onClose}>
      <form class="thing-form date-form" noValidate onSubmit={(event) => void send(event)}>
        {item?.body.at != null && <p class="soft">{t("date-stands", { when: when(item.body.at, me) })}</p>}
        <Suggested starts={starts} last={last?.at ?? null} onTake={(at) => setRows(taken(rows, at, me.zone))} />
        {shownRows(rows).map((row, place) => (
          <TimeRow
            key={place} place={place} row={row} fellows={fellows}
            onRow={(next) => setRows(rows.toSpliced(place, 1, next).filter(({ day, time }) => day !== "" || time !== ""))}
          />
        ))}
        {!item && <DetailsFields details={meeting} onChange={setMeeting} />}
        {item && (
          <Field
            label={t("date-reason")} help={t("date-reason-help")} maxLength={500} dir="auto" value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <p class="help">{t("date-zone", { zone: zoneName(me.zone) })}</p>
        <Fault words={lacking ? t("date-lacking") : fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>
            {busy ? t("one-moment") : t("date-send")}
          </button>
          {answers && (
            <button type="button" class="quiet" disabled={busy} onClick={() => void drop()}>{t("date-no-other")}</button>
          )}
        </p>
      </form>
    </Dialog>
  );
}

/** Those that are chosen, and one to choose. */
const shownRows = (rows: readonly Row[]): Row[] => [...rows, { day: "", time: "" }].slice(0, OFFERS);

const rowOf = (at: number, zone: string): Row => ({ day: dayOf(at, zone), time: timeOfDay(at, "en-GB", zone) });

/** Taken, or put back where it was taken before; where all places are, instead of the last. */
function taken(rows: readonly Row[], at: number, zone: string): Row[] {
  const others = rows.filter(({ day, time }) => momentAt(day, time, zone) !== at);
  return others.length < rows.length ? others : [...others.slice(0, OFFERS - 1), rowOf(at, zone)];
}

interface SuggestedProps {
  starts: readonly number[];
  last: number | null;
  onTake: (at: number) => void;
}

function Suggested({ starts, last, onTake }: SuggestedProps): JSX.Element {
  const { me } = useStudio();
  const [shown] = useState(() => suggestions(serverNow(), last, me.zone));
  return (
    <div class="date-suggested" role="group" aria-label={t("date-suggested")}>
      {shown.map((at) => (
        <button key={at} type="button" aria-pressed={starts.includes(at)} onClick={() => onTake(at)}>
          {when(at, me)}
        </button>
      ))}
    </div>
  );
}

interface TimeRowProps {
  place: number;
  row: Row;
  fellows: readonly Fellow[];
  onRow: (row: Row) => void;
}

function TimeRow({ place, row, fellows, onRow }: TimeRowProps): JSX.Element {
  const { me } = useStudio();
  const today = dayOf(serverNow(), me.zone);
  const at = momentAt(row.day, row.time, me.zone);
  return (
    <fieldset class="date-row">
      <legend>{t("date-row", { place: place + 1 })}</legend>
      <Field
        label={t("date-row-day")} type="date" min={today} max={daysLater(today, AHEAD_DAYS)} value={row.day}
        onInput={(event) => onRow({ ...row, day: event.currentTarget.value })}
      />
      <Field
        label={t("date-row-time")} type="time" step={300} value={row.time}
        onInput={(event) => onRow({ ...row, time: event.currentTarget.value })}
      />
      {at !== null && (
        <p class="date-row-words">
          <span class="date-when">{when(at, me)}</span> <WallsFromNow at={at} fellows={fellows} now={serverNow()} />
        </p>
      )}
    </fieldset>
  );
}

// ── how long, where, how often ──────────────────────────────────────────────────────────────────────────────────────

type Often = "once" | "week" | "fortnight" | "month";
const OFTEN: Record<Often, string> = {
  once: "date-once", week: "date-every-week", fortnight: "date-every-fortnight", month: "date-every-month",
};

interface Details extends Required<Pick<ProposeTimes, "minutes" | "place" | "address" | "words">> {
  often: Often;
  times: string;
  skip: boolean;
}

/** People mostly meet as they did the last time. */
function asLast(last: MeetingDate | null): Details {
  const { minutes = USUAL_MINUTES, place = "call", address = "" } = last ?? {};
  return { minutes, place, address, words: "", often: "once", times: String(USUAL_TIMES), skip: true };
}

const lastOf = (dates: readonly DateItem[]): MeetingDate | null =>
  dates.filter(({ body }) => body.at !== null).toSorted((a, b) => a.body.at! - b.body.at!).at(-1)?.body ?? null;

function said({ often, times, skip, place, address, ...plain }: Details): Omit<ProposeTimes, "room" | "command_id" | "starts" | "zone"> {
  const body = { ...plain, place, address };
  if (often === "once") return body;
  const each = { once: [0, 0], week: [1, 0], fortnight: [2, 0], month: [0, 1] }[often];
  const many = Math.min(Math.max(Math.round(Number(times)) || USUAL_TIMES, 2), MOST_TIMES);
  const repeats: Repeats = { weeks: each[0]!, months: each[1]!, times: many, skip_holidays: skip };
  return { ...body, repeats };
}

function DetailsFields({ details, onChange }: { details: Details; onChange: (details: Details) => void }): JSX.Element {
  const set = (some: Partial<Details>): void => onChange({ ...details, ...some });
  const { minutes, place, address, words, often, times, skip } = details;
  const lengths = LENGTHS.includes(minutes) ? LENGTHS : [...LENGTHS, minutes].sort((a, b) => a - b);
  return (
    <>
      <div class="date-two">
        <Choice
          label={t("date-length")} value={String(minutes)} onChoose={(value) => set({ minutes: Number(value) })}
          options={lengths.map((length) => ({ value: String(length), label: t("minutes-short", { minutes: length }) }))}
        />
        <PlaceFields where={{ place, address }} onChange={set} />
      </div>
      <Field
        label={t("date-words")} maxLength={500} dir="auto" value={words}
        onInput={(event) => set({ words: event.currentTarget.value })}
      />
      <Choice
        label={t("date-often")} value={often} options={options(OFTEN)} onChoose={(value) => set({ often: value as Often })}
      />
      {often !== "once" && (
        <>
          <Field
            label={t("date-how-many")} type="number" inputMode="numeric" min={2} max={MOST_TIMES} value={times}
            onInput={(event) => set({ times: event.currentTarget.value })}
          />
          <Tick
            name="skip" label={t("date-skip")} help={t("date-skip-help")} checked={skip}
            onTick={(ticked) => set({ skip: ticked })}
          />
        </>
      )}
    </>
  );
}
