/** Writing to many: in one language or several side by side, looked at before it goes. */
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp } from "../context.ts";
import type { Bulletin, CohortPage, NewBulletin } from "../contract.ts";
import { useCommand } from "../mine/command.ts";
import { language, t } from "../text/fluent.ts";
import { Choice, Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { organisationOptions } from "./inviting.tsx";
import { LetterTexts, toWhom } from "./letters_section.tsx";
import { languageName, languagesFor } from "./lines.ts";

const AUDIENCES: readonly Bulletin["to"][] = ["all", "mentors", "mentees"];
const ALL = "";
const TITLE_LIMIT = 120;
const WORDS_LIMIT = 4_000;

interface TextForm {
  language: string;
  title: string;
  words: string;
}

interface LetterFormProps {
  page: CohortPage;
  onCancel: () => void;
  onSent: () => Promise<void>;
}

export function LetterForm({ page, onCancel, onSent }: LetterFormProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [looking, setLooking] = useState(false);
  const command = useCommand();
  const [to, setTo] = useState<Bulletin["to"]>("all");
  const [organisation, setOrganisation] = useState(ALL);
  const [texts, setTexts] = useState<TextForm[]>([{ language: language.peek(), title: "", words: "" }]);
  const organisations = organisationOptions(page).filter(({ value }) => value !== ALL);
  const written = texts.filter(({ title, words }) => title.trim() || words.trim());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [looking]);
  const look = (event: Event): void => {
    event.preventDefault();
    setLooking(true);
  };
  const send = (): void =>
    void run(async () => {
      const said = written.map((text) => [text.language, { title: text.title.trim(), words: text.words.trim() }]);
      const letter = { to, organisation: organisation || null, texts: Object.fromEntries(said) };
      const door = `/cohorts/${encodeURIComponent(page.id)}/bulletins`;
      await command(letter, (form: NewBulletin) => http<Bulletin>("POST", door, form));
      await onSent();
    });
  const change = (at: number, text: Partial<TextForm>): void =>
    setTexts((now) => now.map((before, other) => (other === at ? { ...before, ...text } : before)));
  if (looking) {
    return (
      <section class="part">
        <h2 tabIndex={-1} ref={heading}>
          {t("letter-look-title")}
        </h2>
        <p>{t("letter-goes-to", { whom: toWhom(page, to, organisation || null) })}</p>
        <LetterTexts texts={written.map((text) => [text.language, text] as const)} />
        <p class="soft">{t("letter-how")}</p>
        <Fault words={fault} />
        <p class="row">
          <button type="button" class="main" disabled={busy} onClick={send}>
            {busy ? t("one-moment") : t("letter-send")}
          </button>
          <button type="button" class="quiet" disabled={busy} onClick={() => setLooking(false)}>
            {t("letter-go-on")}
          </button>
        </p>
      </section>
    );
  }
  const next = languagesFor(texts.map((text) => [text.language, ""] as const), "").find((tag) => tag !== "");
  return (
    <Part title={t("letter-write")}>
      <form class="part-form wide-form" onSubmit={look}>
        <div class="filters">
          <Choice
            label={t("letter-to")} value={to} onChoose={(value) => setTo(value as Bulletin["to"])}
            options={AUDIENCES.map((value) => ({ value, label: t(`letter-to-${value}`) }))}
          />
          {page.lead && organisations.length > 1 && (
            <Choice
              label={t("letter-of")} value={organisation} onChoose={setOrganisation}
              options={[{ value: ALL, label: t("all-organisations") }, ...organisations]}
            />
          )}
        </div>
        <div class="side-by-side">
          {texts.map((text, at) => (
            <TextFields
              key={at} text={text} number={at + 1} choices={languagesFor(texts.map((one) => [one.language, ""] as const), text.language)}
              set={(changed) => change(at, changed)}
              {...(texts.length > 1 ? { onRemove: () => setTexts(texts.filter((_, other) => other !== at)) } : {})}
            />
          ))}
        </div>
        {next && (
          <p class="row">
            <button
              type="button" class="quiet flush" onClick={() => setTexts([...texts, { language: next, title: "", words: "" }])}
            >
              {t("line-add")}
            </button>
          </p>
        )}
        <p class="soft">{t("letter-languages")}</p>
        <p class="row">
          <button type="submit" class="main">
            {t("letter-look")}
          </button>
          <button type="button" class="quiet" onClick={onCancel}>
            {t("cancel")}
          </button>
        </p>
      </form>
    </Part>
  );
}

interface TextFieldsProps {
  text: TextForm;
  number: number;
  choices: readonly string[];
  set: (change: Partial<TextForm>) => void;
  onRemove?: () => void;
}

function TextFields({ text, number, choices, set, onRemove }: TextFieldsProps): JSX.Element {
  const id = useId();
  return (
    <fieldset class="boxed">
      <legend>{languageName(text.language)}</legend>
      <Choice
        label={t("language")} value={text.language} onChoose={(tag) => set({ language: tag })}
        options={choices.map((value) => ({ value, label: languageName(value), lang: value }))}
      />
      <Field
        label={t("letter-title")} name={`title-${number}`} lang={text.language} dir="auto" autocomplete="off" required
        maxLength={TITLE_LIMIT} value={text.title} onInput={(event) => set({ title: event.currentTarget.value })}
      />
      <div class="field">
        <label for={id}>{t("letter-words")}</label>
        <textarea
          id={id} name={`words-${number}`} lang={text.language} dir="auto" rows={8} required maxLength={WORDS_LIMIT}
          value={text.words} onInput={(event) => set({ words: event.currentTarget.value })}
        />
      </div>
      {onRemove && (
        <p class="row">
          <button
            type="button" class="quiet flush" aria-label={t("leave-out-whose", { name: languageName(text.language) })}
            onClick={onRemove}
          >
            {t("leave-out")}
          </button>
        </p>
      )}
    </fieldset>
  );
}
