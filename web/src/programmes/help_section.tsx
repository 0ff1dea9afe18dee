/** Whom everybody may ring up, what happens when it goes quiet, and the first words of each room. */
import type { JSX } from "preact";

import type { CohortPage } from "../contract.ts";
import { language, t } from "../text/fluent.ts";
import { worded } from "../text/worded.ts";
import { Field, Tick } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { rereadRun } from "./about_section.tsx";
import { EditForm } from "./edit_form.tsx";
import { Facts } from "./facts.tsx";
import { LinesField } from "./lines_field.tsx";
import { linesInWords, linesOf, wordsOf } from "./lines.ts";
import { NextStep, type SectionProps } from "./run_page.tsx";
import { changed } from "./whole.ts";

/** What is offered to who turns the care on. */
const USUAL_DAYS = ["14", "21", "28"] as const;
const STEPS = ["silence-one", "silence-both", "silence-team"] as const;

export function HelpSection({ run, page }: SectionProps): JSX.Element {
  if (!page.lead || page.state === "ended") {
    return (
      <Part title={t("help-title")}>
        <Facts
          facts={[
            [t("help-name"), page.help?.name ?? t("nothing-there")],
            [t("help-phone"), page.help?.phone ?? t("nothing-there")],
            [t("silence-title"), page.silence_days?.join(" · ") ?? t("silence-off")],
            [t("first-words"), worded(page.first_words, language.value) || t("nothing-there")],
          ]}
        />
      </Part>
    );
  }
  return (
    <>
      <HelpPart run={run} page={page} />
      <SilencePart run={run} page={page} />
      <FirstWordsPart run={run} page={page} />
    </>
  );
}

function HelpPart({ run, page }: SectionProps): JSX.Element {
  const newest = { name: page.help?.name ?? "", phone: page.help?.phone ?? "" };
  const save = ({ name, phone }: typeof newest, version: number): Promise<void> => {
    const help = name.trim() || phone.trim() ? { name: name.trim(), phone: phone.trim() } : null;
    return run.change(changed(page, version, { help }));
  };
  return (
    <Part title={t("help-title")} state={<p class="soft">{t("help-lead")}</p>}>
      <EditForm
        newest={newest} version={page.version} save={save} reread={() => rereadRun(run)}
        inWords={({ name, phone }) => [[t("help-name"), name], [t("help-phone"), phone]]} next={<NextStep page={page} />}
      >
        {({ name, phone }, set) => (
          <>
            <Field
              label={t("help-name")} name="help-name" autocomplete="off" value={name}
              onInput={(event) => set({ name: event.currentTarget.value })}
            />
            <Field
              label={t("help-phone")} help={t("help-phone-help")} type="tel" name="help-phone" autocomplete="off"
              inputMode="tel" value={phone} onInput={(event) => set({ phone: event.currentTarget.value })}
            />
          </>
        )}
      </EditForm>
    </Part>
  );
}

interface SilenceForm {
  on: boolean;
  days: readonly string[];
}

function SilencePart({ run, page }: SectionProps): JSX.Element {
  const newest: SilenceForm = { on: page.silence_days !== null, days: page.silence_days?.map(String) ?? USUAL_DAYS };
  const save = ({ on, days }: SilenceForm, version: number): Promise<void> => {
    const silence_days = on ? (days.map(Number) as NonNullable<CohortPage["silence_days"]>) : null;
    return run.change(changed(page, version, { silence_days }));
  };
  const inWords = ({ on, days }: SilenceForm): [string, string][] => [
    [t("silence-title"), on ? days.join(" · ") : t("silence-off")],
  ];
  return (
    <Part title={t("silence-title")} state={<p class="soft">{t("silence-lead")}</p>}>
      <EditForm newest={newest} version={page.version} save={save} reread={() => rereadRun(run)} inWords={inWords}>
        {({ on, days }, set) => (
          <>
            <Tick
              label={t("silence-on")} name="silence" checked={on} help={t("silence-on-help")}
              onTick={(ticked) => set({ on: ticked })}
            />
            {on &&
              STEPS.map((step, at) => (
                <Field
                  key={step} label={t(step)} help={t("silence-days")} type="number" min={1} max={365}
                  inputMode="numeric" name={step} required value={days[at]}
                  onInput={(event) => {
                    const typed = event.currentTarget.value;
                    set({ days: days.map((before, other) => (other === at ? typed : before)) });
                  }}
                />
              ))}
          </>
        )}
      </EditForm>
    </Part>
  );
}

function FirstWordsPart({ run, page }: SectionProps): JSX.Element {
  return (
    <Part title={t("first-words-title")} state={<p class="soft">{t("first-words-lead")}</p>}>
      <EditForm
        newest={{ words: linesOf(page.first_words, language.value) }} version={page.version}
        reread={() => rereadRun(run)} inWords={({ words }) => [[t("first-words"), linesInWords(words)]]}
        save={({ words }, version) => run.change(changed(page, version, { first_words: wordsOf(words) }))}
      >
        {({ words }, set) => (
          <LinesField
            label={t("first-words")} name="first-words" long lines={words} onLines={(lines) => set({ words: lines })}
          />
        )}
      </EditForm>
    </Part>
  );
}
