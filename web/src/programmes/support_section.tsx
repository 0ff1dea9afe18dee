/** What was done for each mentee, on five levels, in sentences that they read too; and of what they would like more. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { PartForm } from "../accounts/part_form.tsx";
import { useHttp } from "../context.ts";
import type { CohortPage, CohortSupport, GiveSupport, MenteeSupport, Support } from "../contract.ts";
import { useCommand } from "../mine/command.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { inYear } from "../mine/days.ts";
import { LEVELS, type Level } from "../mine/levels.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice, Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { todayIn } from "./date_words.tsx";
import { Ask } from "./people_list.tsx";
import type { SectionProps } from "./run_page.tsx";
import { finds } from "./search.ts";

const FEW = 8;
const WORDS_LIMIT = 300;

export function SupportSection({ page }: SectionProps): JSX.Element {
  const door = `/cohorts/${encodeURIComponent(page.id)}/support`;
  const asked = useAsked<CohortSupport>(door);
  const { value, load } = asked;
  const [words, setWords] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  if (!value) return <Awaited asked={asked} />;
  const compare = compareNames(locale.value);
  const shown = value.mentees
    .filter(({ person }) => finds(words, person.name))
    .sort((a, b) => b.wishes.length - a.wishes.length || compare(a.person.name, b.person.name));
  return (
    <Part
      title={t("office-support-title")} state={<p class="soft">{t(value.mentees.length === 0 ? "office-support-nobody" : "office-support-lead")}</p>}
    >
      {value.mentees.length > FEW && (
        <div class="filters">
          <Field
            label={t("find-person")} type="search" name="find" autocomplete="off" value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
      )}
      {value.mentees.length > 0 && shown.length === 0 && <p>{t("nobody-found")}</p>}
      <ul class="rows">
        {shown.map((mentee) => (
          <MenteeRow
            key={mentee.person.id} page={page} door={door} mentee={mentee} open={opened === mentee.person.id}
            onToggle={() => setOpened(opened === mentee.person.id ? null : mentee.person.id)} onChanged={load}
          />
        ))}
      </ul>
    </Part>
  );
}

interface MenteeRowProps {
  page: CohortPage;
  door: string;
  mentee: MenteeSupport;
  open: boolean;
  onToggle: () => void;
  onChanged: () => Promise<void>;
}

function MenteeRow({ page, door, mentee, open, onToggle, onChanged }: MenteeRowProps): JSX.Element {
  const [giving, setGiving] = useState(false);
  const { person, given, wishes } = mentee;
  return (
    <li class="entry-block">
      <button type="button" class="entry-button" aria-expanded={open} onClick={onToggle}>
        <span class="entry-words">
          <strong>
            <Bdi text={person.name} />
          </strong>
          {wishes.length > 0 && (
            <span class="block wish">
              {t("office-support-wishes", { levels: wishes.map((level) => t(LEVELS[level])).join(", ") })}
            </span>
          )}
        </span>
        <span class="arrival">{t("office-support-count", { count: given.length })}</span>
      </button>
      {open && (
        <div class="entry-acts">
          {given.length > 0 && (
            <ul class="rows">
              {given.map((one) => (
                <GivenRow key={one.id} door={door} one={one} onChanged={onChanged} />
              ))}
            </ul>
          )}
          {giving ? (
            <GiveForm
              door={door} person={person.id} wishes={wishes} onCancel={() => setGiving(false)}
              onDone={async () => {
                setGiving(false);
                await onChanged();
              }}
            />
          ) : (
            page.state !== "ended" && (
              <p class="row">
                <button type="button" onClick={() => setGiving(true)}>
                  {t("office-support-give")}
                </button>
              </p>
            )
          )}
        </div>
      )}
    </li>
  );
}

function GivenRow({ door, one, onChanged }: { door: string; one: Support; onChanged: () => Promise<void> }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const remove = (): void =>
    void run(async () => {
      await http("DELETE", `${door}/${encodeURIComponent(one.id)}`);
      await onChanged();
    });
  return (
    <li class="entry">
      <p class="entry-words">
        <Bdi text={one.words} />
        <span class="soft block">
          {t(LEVELS[one.level])} · {inYear(one.day)} · <Bdi text={one.by.name} />
        </span>
      </p>
      <Fault words={fault} />
      {asking ? (
        <Ask words={t("office-support-remove-ask")} yes={t("office-support-remove")} busy={busy} onYes={remove} onNo={() => setAsking(false)} />
      ) : (
        <button
          type="button" class="quiet" aria-label={t("office-support-remove-what", { words: one.words })} onClick={() => setAsking(true)}
        >
          {t("office-support-remove")}
        </button>
      )}
    </li>
  );
}

interface GiveFormProps {
  door: string;
  person: string;
  wishes: readonly Level[];
  onCancel: () => void;
  onDone: () => Promise<void>;
}

function GiveForm({ door, person, wishes, onCancel, onDone }: GiveFormProps): JSX.Element {
  const http = useHttp();
  const command = useCommand();
  const [form, setForm] = useState({ level: wishes[0] ?? ("mentoring" as Level), day: todayIn(), words: "" });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const work = async (): Promise<void> => {
    await command({ person, ...form, words: form.words.trim() }, (given: GiveSupport) => http("POST", door, given));
    await onDone();
  };
  return (
    <PartForm button={t("office-support-save")} work={work} onCancel={onCancel}>
      <Field
        label={t("office-support-words")} help={t("office-support-words-help")} name="words" autocomplete="off" required
        maxLength={WORDS_LIMIT} dir="auto" value={form.words} onInput={(event) => set({ words: event.currentTarget.value })}
      />
      <Choice
        label={t("office-support-level")} value={form.level} onChoose={(level) => set({ level: level as Level })}
        options={(Object.keys(LEVELS) as Level[]).map((value) => ({ value, label: t(LEVELS[value]) }))}
      />
      <Field
        label={t("office-support-day")} type="date" name="day" required value={form.day}
        onInput={(event) => set({ day: event.currentTarget.value })}
      />
    </PartForm>
  );
}
