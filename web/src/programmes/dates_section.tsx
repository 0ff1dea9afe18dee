/** The dates of a year: a proposal of the usual ones, each of them movable. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp } from "../context.ts";
import type { Calendar, CohortPage, PlannedDate, SetCalendar } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { dateName, KINDS } from "../mine/date_words.ts";
import { inYear } from "../mine/days.ts";
import { zoneName } from "../text/dates.ts";
import { language, locale, t } from "../text/fluent.ts";
import { compareNames } from "../text/order.ts";
import { Choice, Field, Tick } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";
import { Part } from "../ui/page.tsx";
import { callCountries } from "./countries.ts";
import { dateKey, PlannedRow, WHOM_WORDS } from "./date_words.tsx";
import { EditForm } from "./edit_form.tsx";
import { finding } from "./finding/later.ts";
import { LinesField } from "./lines_field.tsx";
import { linesInWords, linesOf, wordsOf, type Lines } from "./lines.ts";
import { OpenRows, type RowActs } from "./open_rows.tsx";
import type { SectionProps } from "./run_page.tsx";

type DateForm = Required<Omit<PlannedDate, "time" | "names" | "id" | "minutes" | "agenda">> & {
  agenda: string;
  id: string | null;
  time: string;
  minutes: string;
  names: Lines;
};

const KIND_ORDER = Object.keys(KINDS) as PlannedDate["kind"][];
const WHOM = Object.keys(WHOM_WORDS) as PlannedDate["whom"][];
const USUAL_MINUTES = 90;
const WEEKS = 52;

const formOf = (date: PlannedDate): DateForm => ({
  kind: date.kind, whom: date.whom, day: date.day, time: date.time ?? "", names: linesOf(date.names ?? {}, language.peek()),
  id: date.id ?? null, minutes: String(date.minutes ?? USUAL_MINUTES), place: date.place ?? "call",
  address: date.address ?? "", led_by: date.led_by ?? [], needs_to: date.needs_to ?? [],
  called_off: date.called_off ?? false, agenda: (date.agenda ?? []).join("\n"),
});

const dateOf = ({ time, minutes, names, agenda, ...rest }: DateForm): PlannedDate => ({
  ...rest, time: time || null, minutes: Number(minutes) || USUAL_MINUTES, names: wordsOf(names),
  agenda: agenda.split("\n").map((line) => line.trim()).filter(Boolean),
});

export function DatesSection({ page }: SectionProps): JSX.Element {
  const door = `/cohorts/${encodeURIComponent(page.id)}/calendar`;
  const asked = useAsked<Calendar>(door);
  useEffect(() => void finding.load(), []);
  const { value } = asked;
  if (!value) return <Awaited asked={asked} />;
  const Later = finding.value;
  return (
    <>
      {page.lead && page.state !== "ended" ? (
        <Edited page={page} door={door} calendar={value} onCalendar={asked.put} />
      ) : (
        <Planned dates={value.dates} begun={page.state !== "draft"} />
      )}
      {Later && <Later.Finding page={page} onDecided={asked.load} />}
    </>
  );
}

const Planned = ({ dates, begun }: { dates: readonly PlannedDate[]; begun: boolean }): JSX.Element => (
  <Part title={t("office-dates-title")} state={dates.length === 0 ? <p class="soft">{t("office-dates-none")}</p> : undefined}>
    <ul class="rows">
      {dates.map((date) => (
        <PlannedRow key={dateKey(date)} date={date} begun={begun} />
      ))}
    </ul>
  </Part>
);

interface EditedProps {
  page: CohortPage;
  door: string;
  calendar: Calendar;
  onCalendar: (calendar: Calendar) => void;
}

function Edited({ page, door, calendar, onCalendar }: EditedProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [open, setOpen] = useState<number | null>(null);
  const [looked, setLooked] = useState<Calendar | null>(null);
  const save = async ({ dates }: { dates: DateForm[] }, version: number): Promise<void> => {
    const form: SetCalendar = { version, dates: dates.map(dateOf) };
    onCalendar(await http<Calendar>("PUT", door, form));
    setOpen(null);
    setLooked(null);
  };
  const reread = async (): Promise<number> => {
    const fresh = await http<Calendar>("GET", door);
    onCalendar(fresh);
    return fresh.version;
  };
  const proposed = async (): Promise<DateForm[]> => (await http<Calendar>("GET", `${door}/proposal`)).dates.map(formOf);
  return (
    <Part title={t("office-dates-title")} state={<p class="soft">{t("office-dates-lead", { zone: zoneName(calendar.zone) })} {page.state === "running" && t("office-dates-told")}</p>}>
      <EditForm
        newest={{ dates: calendar.dates.map(formOf) }} version={calendar.version} save={save} reread={reread}
        inWords={({ dates }) => [[t("office-dates-title"), dates.map(inWords).join("\n")]]}
      >
        {({ dates }, set) => (
          <>
            {dates.length === 0 && <p>{t("office-dates-none")}</p>}
            <OpenRows
              items={dates} onItems={(next) => set({ dates: next })} open={open} onOpen={setOpen}
              line={(date) => <DateLine date={date} />}
              fields={(date, place, acts) => <DateFields page={page} date={date} number={place + 1} {...acts} />}
            />
            <DaysOff calendar={looked ?? calendar} />
            {dates.length > 0 && (
              <Moving
                onLook={async (weeks) => {
                  const moved = await http<Calendar>("GET", `${door}/moved?weeks=${weeks}`);
                  setLooked(moved);
                  set({ dates: moved.dates.map(formOf) });
                }}
              />
            )}
            {looked && <p role="status">{t("office-dates-moved")}</p>}
            <Fault words={fault} />
            <p class="row">
              {dates.length === 0 && (
                <button
                  type="button" class="main" disabled={busy}
                  onClick={() => void run(async () => set({ dates: await proposed() }))}
                >
                  {busy ? t("one-moment") : t("office-dates-propose")}
                </button>
              )}
              <button
                type="button"
                onClick={() => {
                  set({ dates: [...dates, formOf({ kind: "workshop", whom: "all", day: "", time: "18:00" })] });
                  setOpen(dates.length);
                }}
              >
                {t("office-dates-add")}
              </button>
            </p>
          </>
        )}
      </EditForm>
    </Part>
  );
}

const DateLine = ({ date }: { date: DateForm }): JSX.Element => (
  <>
    <span class="entry-words">
      <strong>{dateName(wordsOf(date.names), date.kind)}</strong>{" "}
      <span class="soft">{t(WHOM_WORDS[date.whom])}</span>
    </span>
    <span class={date.called_off ? "wish" : undefined}>
      {date.called_off && <>{t("gathering-called-off")} · </>}
      {date.day ? inYear(date.day) : t("office-dates-no-day")}
      {date.time && `, ${date.time}`}
    </span>
  </>
);

const inWords = ({ kind, whom, day, time, names, address, called_off }: DateForm): string =>
  [day && inYear(day), time, linesInWords(names) || t(KINDS[kind]), t(WHOM_WORDS[whom]), address, called_off && t("gathering-called-off")]
    .filter(Boolean).join(", ");

function DaysOff({ calendar }: { calendar: Calendar }): JSX.Element | null {
  if (calendar.days_off.length === 0) return null;
  const called = callCountries(locale.value);
  return (
    <ul class="plain-list soft">
      {calendar.days_off.map(({ day, countries }) => (
        <li key={day}>{t("office-dates-holiday", { day: inYear(day), countries: countries.map(called).join(", ") })}</li>
      ))}
    </ul>
  );
}

function Moving({ onLook }: { onLook: (weeks: number) => Promise<void> }): JSX.Element {
  const { busy, fault, run } = useDoing();
  const [weeks, setWeeks] = useState("1");
  return (
    <details>
      <summary>{t("office-dates-move")}</summary>
      <Field
        label={t("office-dates-weeks")} type="number" name="weeks" min={-WEEKS} max={WEEKS} step={1} value={weeks}
        onInput={(event) => setWeeks(event.currentTarget.value)}
      />
      <p class="row">
        <button type="button" disabled={busy || !Number.isInteger(Number(weeks))} onClick={() => void run(() => onLook(Number(weeks)))}>
          {busy ? t("one-moment") : t("office-dates-look")}
        </button>
      </p>
      <Fault words={fault} />
    </details>
  );
}

interface DateFieldsProps extends RowActs<DateForm> {
  page: CohortPage;
  date: DateForm;
  number: number;
}

function DateFields({ page, date, number, set, onReady, onRemove }: DateFieldsProps): JSX.Element {
  return (
    <fieldset class="boxed">
      <legend>{t(KINDS[date.kind])}</legend>
      <div class="side-by-side">
        <Choice
          label={t("office-date-kind")} value={date.kind} onChoose={(kind) => set({ kind: kind as DateForm["kind"] })}
          options={KIND_ORDER.map((value) => ({ value, label: t(KINDS[value]) }))}
        />
        <Choice
          label={t("office-date-whom")} value={date.whom} onChoose={(whom) => set({ whom: whom as DateForm["whom"] })}
          options={WHOM.map((value) => ({ value, label: t(WHOM_WORDS[value]) }))}
        />
        <Field
          label={t("office-date-day")} type="date" name={`day-${number}`} required value={date.day}
          onInput={(event) => set({ day: event.currentTarget.value })}
        />
        <Field
          label={t("office-date-time")} type="time" name={`time-${number}`} help={t("office-date-time-help", { zone: zoneName(page.home_zone) })}
          value={date.time} onInput={(event) => set({ time: event.currentTarget.value })}
        />
      </div>
      <LinesField
        label={t("office-date-names")} help={t("office-date-names-help")} name={`name-${number}`} lines={date.names}
        onLines={(names) => set({ names })}
      />
      {date.time && <GatheringFields page={page} date={date} number={number} set={set} />}
      <p class="row">
        <button type="button" onClick={onReady}>
          {t("office-date-ready")}
        </button>
        {date.id && date.time && page.state !== "draft" && (
          <Link href={`/gatherings/${date.id}`} class="button quiet">
            {t("office-date-who")}
          </Link>
        )}
        <button type="button" class="quiet" onClick={onRemove}>
          {t("leave-out")}
        </button>
      </p>
    </fieldset>
  );
}

const TEAM_ROLES: readonly string[] = ["coordinator", "facilitator", "safeguarding"];

function GatheringFields({ page, date, number, set }: Pick<DateFieldsProps, "page" | "date" | "number" | "set">): JSX.Element {
  const team = page.people.filter(({ role }) => TEAM_ROLES.includes(role)).map(({ person }) => person);
  const named = [...new Map(team.map((person) => [person.id, person.name]))].sort((a, b) => compareNames(locale.value)(a[1], b[1]));
  const people = [{ value: "", label: t("office-date-nobody") }, ...named.map(([value, label]) => ({ value, label }))];
  const [first = "", second = ""] = date.needs_to;
  const reads = (one: string, other: string): void => set({ needs_to: [...new Set([one, other])].filter(Boolean) });
  return (
    <>
      <div class="side-by-side">
        <Field
          label={t("office-date-minutes")} type="number" name={`minutes-${number}`} min={10} max={1440} value={date.minutes}
          onInput={(event) => set({ minutes: event.currentTarget.value })}
        />
        <Choice
          label={t("office-date-place")} value={date.place} onChoose={(place) => set({ place: place as DateForm["place"] })}
          options={[{ value: "call", label: t("office-date-in-call") }, { value: "address", label: t("office-date-at-place") }]}
        />
        <Choice
          label={t("office-date-led-by")} value={date.led_by[0] ?? ""} options={people}
          onChoose={(person) => set({ led_by: [person, ...date.led_by.slice(1)].filter(Boolean) })}
        />
      </div>
      {date.place === "address" && (
        <>
          <Field
            label={t("office-date-address")} name={`address-${number}`} maxLength={300} value={date.address}
            onInput={(event) => set({ address: event.currentTarget.value })}
          />
          <p class="soft">{t("office-date-needs-help")}</p>
          <div class="side-by-side">
            <Choice label={t("office-date-needs")} value={first} options={people} onChoose={(one) => reads(one, second)} />
            {first && <Choice label={t("office-date-and")} value={second} options={people} onChoose={(one) => reads(first, one)} />}
          </div>
        </>
      )}
      <div class="field">
        <label for={`agenda-${number}`}>{t("office-date-agenda")}</label>
        <textarea
          id={`agenda-${number}`} name={`agenda-${number}`} rows={4} value={date.agenda} aria-describedby={`agenda-${number}-help`}
          onInput={(event) => set({ agenda: event.currentTarget.value })}
        />
        <p class="help" id={`agenda-${number}-help`}>
          {t("office-date-agenda-help")}
        </p>
      </div>
      {date.id && (
        <Tick
          label={t("office-date-off")} help={t("office-date-off-help")} name={`off-${number}`} checked={date.called_off}
          onTick={(called_off) => set({ called_off })}
        />
      )}
    </>
  );
}
