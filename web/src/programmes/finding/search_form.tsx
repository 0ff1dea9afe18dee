/** What is looked for: between which days and times, for how long, and for whom. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { PartForm } from "../../accounts/part_form.tsx";
import { useHttp } from "../../context.ts";
import type { CohortPage, NewPoll, Poll } from "../../contract.ts";
import { useCommand } from "../../mine/command.ts";
import { KINDS } from "../../mine/date_words.ts";
import { t } from "../../text/fluent.ts";
import { daysLater } from "../../text/wall_clock.ts";
import { Choice, Field } from "../../ui/field.tsx";
import { todayIn, WHOM_WORDS } from "../date_words.tsx";
import { GuestsField, invited, type Chosen } from "./guests_field.tsx";
import { OutsidersField, type Outside } from "./outsiders_field.tsx";

const LENGTHS = [30, 45, 60, 90, 120, 180, 240];
const TITLE_LIMIT = 120;
const [AFTER_DAYS, FOR_DAYS] = [3, 14];
const MOST_SESSIONS = 6;
const SERIES = "series";
const [MOST_MEETINGS, USUAL_MEETINGS] = [12, 6];
/** Days among which each date of a series is looked for, at most: no two are looked for among the same. */
const EVERY: Record<Every, number> = { week: 7, fortnight: 14, month: 28 };
const EVERY_WORDS: Record<Every, string> = {
  week: "finding-every-week", fortnight: "finding-every-fortnight", month: "finding-every-month",
};

type Every = NonNullable<NewPoll["every"]>;

const KIND_ORDER = Object.keys(KINDS) as NewPoll["kind"][];
const WHOM = Object.keys(WHOM_WORDS) as NewPoll["whom"][];

interface SearchFormProps {
  page: CohortPage;
  onMade: (poll: Poll) => void;
  onCancel: () => void;
}

export function SearchForm({ page, onMade, onCancel }: SearchFormProps): JSX.Element {
  const http = useHttp();
  const command = useCommand();
  const today = todayIn(page.home_zone);
  const [form, setForm] = useState({
    title: "", kind: "workshop" as NewPoll["kind"], whom: "mentors" as NewPoll["whom"], minutes: 60,
    day_from: daysLater(today, AFTER_DAYS), day_to: daysLater(today, AFTER_DAYS + FOR_DAYS - 1),
    since: "16:00", until: "21:00", at_least: "", sessions: 1, meetings: 1, every: "month" as Every,
  });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const series = form.meetings > 1;
  const ofSeries = series ? { max: latest(form.day_from, form.every), help: t("finding-series-days") } : {};
  /** A series is looked for in shorter stretches. */
  const apart = (meetings: number, every: Every): void => {
    const end = latest(form.day_from, every) || form.day_to;
    set({ sessions: 1, meetings, every, day_to: form.day_to < end ? form.day_to : end });
  };
  const [chosen, setChosen] = useState<Chosen>(() => invited(page, form.whom));
  const [outsiders, setOutsiders] = useState<readonly Outside[]>([]);
  const work = async (): Promise<void> => {
    const wanted = {
      ...form,
      title: form.title.trim(),
      at_least: Number(form.at_least) || 0,
      people: [...chosen].map(([person, part]) => ({ person, part })),
      outsiders: outsiders.map((one) => ({ ...one, name: one.name.trim(), email: one.email.trim() })),
    };
    onMade(await command(wanted, (poll) => http<Poll>("POST", `/cohorts/${encodeURIComponent(page.id)}/polls`, poll)));
  };
  return (
    <PartForm button={t("finding-look")} work={work} onCancel={onCancel}>
      <Field
        label={t("finding-name")} help={t("finding-name-help")} name="title" autocomplete="off" dir="auto" required
        maxLength={TITLE_LIMIT} value={form.title} onInput={(event) => set({ title: event.currentTarget.value })}
      />
      <div class="side-by-side">
        <Choice
          label={t("office-date-kind")} value={form.kind} onChoose={(kind) => set({ kind: kind as NewPoll["kind"] })}
          options={KIND_ORDER.map((value) => ({ value, label: t(KINDS[value]) }))}
        />
        <Choice
          label={t("office-date-whom")} value={form.whom}
          onChoose={(value) => {
            const whom = value as NewPoll["whom"];
            set({ whom });
            setChosen(invited(page, whom));
          }}
          options={WHOM.map((value) => ({ value, label: t(WHOM_WORDS[value]) }))}
        />
        <Field
          label={t("finding-day-from")} type="date" name="day_from" required min={today} value={form.day_from}
          onInput={(event) => set({ day_from: event.currentTarget.value })}
        />
        <Field
          label={t("finding-day-to")} type="date" name="day_to" required min={form.day_from} value={form.day_to} {...ofSeries}
          onInput={(event) => set({ day_to: event.currentTarget.value })}
        />
        <Field
          label={t("finding-since")} type="time" name="since" required value={form.since}
          onInput={(event) => set({ since: event.currentTarget.value })}
        />
        <Field
          label={t("finding-until")} type="time" name="until" required value={form.until}
          onInput={(event) => set({ until: event.currentTarget.value })}
        />
        <Choice
          label={t("finding-length")} value={String(form.minutes)} onChoose={(minutes) => set({ minutes: Number(minutes) })}
          options={LENGTHS.map((minutes) => ({ value: String(minutes), label: t("finding-minutes", { minutes }) }))}
        />
        <Choice
          label={t("finding-sessions")} value={series ? SERIES : String(form.sessions)}
          onChoose={(value) =>
            value === SERIES ? apart(USUAL_MEETINGS, form.every) : set({ sessions: Number(value), meetings: 1 })
          }
          options={[
            { value: "1", label: t("finding-sessions-one") },
            { value: SERIES, label: t("finding-sessions-series") },
            ...upTo(MOST_SESSIONS).map((number) => ({ value: String(number), label: t("finding-sessions-many", { number }) })),
          ]}
        />
        {series && (
          <>
            <Choice
              label={t("finding-meetings")} value={String(form.meetings)}
              onChoose={(count) => set({ meetings: Number(count) })}
              options={upTo(MOST_MEETINGS).map((number) => ({ value: String(number), label: String(number) }))}
            />
            <Choice
              label={t("finding-every")} value={form.every} onChoose={(every) => apart(form.meetings, every as Every)}
              options={(Object.keys(EVERY) as Every[]).map((value) => ({ value, label: t(EVERY_WORDS[value]) }))}
            />
          </>
        )}
      </div>
      <GuestsField page={page} chosen={chosen} onChosen={setChosen} />
      <OutsidersField outsiders={outsiders} onOutsiders={setOutsiders} />
      <Field
        label={t("finding-at-least")} help={t("finding-at-least-help")} type="number" name="at_least" min={0}
        max={chosen.size + outsiders.length} inputMode="numeric" value={form.at_least}
        onInput={(event) => set({ at_least: event.currentTarget.value })}
      />
    </PartForm>
  );
}

/** The last day that the first date of a series can have. A day that is being typed is none yet. */
const latest = (day_from: string, every: Every): string => (day_from ? daysLater(day_from, EVERY[every] - 1) : "");

/** From two on. */
const upTo = (most: number): number[] => Array.from({ length: most - 1 }, (_, at) => at + 2);
