/** When I can usually meet: said for myself, seen by nobody else, and never needed in order to propose a time. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { zoneOptions } from "../accounts/reading.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { MyHours } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { countries } from "../programmes/countries.ts";
import { EditForm } from "../programmes/edit_form.tsx";
import { dayOf } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { Choice, Tick } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { Calendars } from "./calendars.tsx";
import { DayFields } from "./day_fields.tsx";
import { copyDay, draftOf, paint, wireOf, type Day, type Draft } from "./hours.ts";
import { inWords, WEEK, weekday } from "./hours_words.ts";
import { OtherDays } from "./other_days.tsx";
import { WeekGrid } from "./week_grid.tsx";
import "../accounts/pages.css";
import "./hours.css";

export function HoursPage(): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const asked = useAsked<MyHours>("/me/hours");
  const today = dayOf(Date.now(), me.zone);
  const save = async (draft: Draft, version: number): Promise<void> =>
    asked.put(await http<MyHours>("PUT", "/me/hours", wireOf(draft, version)));
  const reread = async (): Promise<number> => {
    const newest = await http<MyHours>("GET", "/me/hours");
    asked.put(newest);
    return newest.version;
  };
  return (
    <Page title={t("my-hours")}>
      <div class="hours">
        <p>{t("hours-lead")}</p>
        <p class="soft">{t("hours-seen")}</p>
        {!asked.value && <Awaited asked={asked} />}
        {asked.value && (
          <EditForm
            newest={draftOf(asked.value, today)} version={asked.value.version} save={save} reread={reread} inWords={inWords}
            meanwhile={t("hours-meanwhile")}
          >
            {(draft, set) => <Fields draft={draft} set={set} today={today} />}
          </EditForm>
        )}
        {asked.value && asked.value.version > 1 && <Forget onForgotten={asked.load} />}
        <Calendars />
      </div>
    </Page>
  );
}

type Change = (change: Partial<Draft>, part?: string) => void;

interface FieldsProps {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  today: string;
}

function Fields({ draft, set, today }: FieldsProps): JSX.Element {
  const [before, setBefore] = useState<readonly { draft: Draft; part: string }[]>([]);
  const change: Change = (next, part = "") => {
    // What is typed in one field is one step.
    if (part === "" || before.at(-1)?.part !== part) setBefore([...before, { draft, part }]);
    set(next);
  };
  const undo = (): void => {
    const last = before.at(-1);
    if (!last) return;
    set(last.draft);
    setBefore(before.slice(0, -1));
  };
  return (
    <>
      <Week draft={draft} change={change} undo={undo} undoable={before.length > 0} />
      <CopyDay weekly={draft.weekly} onCopy={(weekly) => change({ weekly })} />
      <Choice
        label={t("hours-zone")} value={draft.zone} options={zoneOptions(draft.zone)} onChoose={(zone) => change({ zone })}
      />
      <OtherDays others={draft.others} today={today} onOthers={(others, part) => change({ others }, part)} />
      <Choice
        label={t("hours-holidays")} value={draft.country} onChoose={(country) => change({ country })}
        options={[{ value: "", label: t("hours-holidays-none") }, ...countries(locale.value)]}
      />
    </>
  );
}

const NARROW = "(max-width: 40rem)";

interface WeekProps {
  draft: Draft;
  change: Change;
  undo: () => void;
  undoable: boolean;
}

function Week({ draft, change, undo, undoable }: WeekProps): JSX.Element {
  const [way, setWay] = useState<"draw" | "type">(() => (matchMedia(NARROW).matches ? "type" : "draw"));
  return (
    <section class="hours-part">
      <h2>{t("hours-week")}</h2>
      <div class="hours-bar">
        <div class="hours-ways" role="group" aria-label={t("hours-way")}>
          <button type="button" aria-pressed={way === "draw"} onClick={() => setWay("draw")}>
            {t("hours-draw")}
          </button>
          <button type="button" aria-pressed={way === "type"} onClick={() => setWay("type")}>
            {t("hours-type")}
          </button>
        </div>
        <button type="button" class="quiet" disabled={!undoable} onClick={undo}>
          {t("hours-undo")}
        </button>
      </div>
      {way === "draw" ? (
        <>
          <WeekGrid
            weekly={draft.weekly} onPaint={(area, add) => change({ weekly: paint(draft.weekly, area, add) })} onUndo={undo}
          />
          <p class="help">{t("hours-draw-help")}</p>
        </>
      ) : (
        <div class="hours-days">
          {WEEK.map((day) => (
            <DayFields
              key={day} name={weekday(day)} day={draft.weekly[day]!}
              onDay={(next, part) => change({ weekly: draft.weekly.with(day, next) }, part && `${day}-${part}`)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function CopyDay({ weekly, onCopy }: { weekly: readonly Day[]; onCopy: (weekly: Day[]) => void }): JSX.Element {
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState<readonly number[]>([]);
  const others = WEEK.filter((day) => day !== from);
  const copy = (): void => {
    onCopy(copyDay(weekly, from, to));
    setTo([]);
  };
  return (
    <details class="hours-copy">
      <summary>{t("hours-copy")}</summary>
      <Choice
        label={t("hours-copy-from")} value={String(from)} onChoose={(day) => setFrom(Number(day))}
        options={WEEK.map((day) => ({ value: String(day), label: weekday(day) }))}
      />
      <fieldset>
        <legend>{t("hours-copy-to")}</legend>
        {others.map((day) => (
          <Tick
            key={day} label={weekday(day)} name={`to-${day}`} checked={to.includes(day)}
            onTick={(on) => setTo(on ? [...to, day] : to.filter((other) => other !== day))}
          />
        ))}
      </fieldset>
      <p class="row">
        <button type="button" disabled={to.length === 0} onClick={copy}>
          {t("hours-copy-do")}
        </button>
      </p>
    </details>
  );
}

function Forget({ onForgotten }: { onForgotten: () => Promise<void> }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const forget = async (): Promise<void> => {
    await http("DELETE", "/me/hours");
    await onForgotten();
  };
  return (
    <>
      <Fault words={fault} />
      <p class="row">
        <button type="button" class="quiet danger" disabled={busy} onClick={() => void run(forget)}>
          {t("hours-forget")}
        </button>
      </p>
    </>
  );
}
