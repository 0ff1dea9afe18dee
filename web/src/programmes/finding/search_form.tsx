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
    since: "16:00", until: "21:00", at_least: "", sessions: 1,
  });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
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
          label={t("finding-day-to")} type="date" name="day_to" required min={form.day_from} value={form.day_to}
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
          label={t("finding-sessions")} value={String(form.sessions)} onChoose={(count) => set({ sessions: Number(count) })}
          options={Array.from({ length: MOST_SESSIONS }, (_, at) => ({
            value: String(at + 1), label: at === 0 ? t("finding-sessions-one") : t("finding-sessions-many", { number: at + 1 }),
          }))}
        />
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
