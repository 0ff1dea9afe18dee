/** What a call says and asks, while it is set up or changed. */
import type { JSX } from "preact";

import { LinesField } from "../../programmes/lines_field.tsx";
import { zoneName } from "../../text/dates.ts";
import { t } from "../../text/fluent.ts";
import { Choice, Field } from "../../ui/field.tsx";
import { newQuestion, type CallForm, type QuestionForm, type Whom } from "./form.ts";
import { QuestionFields } from "./question_fields.tsx";

export const WHOM_WORDS: Record<Whom, string> = {
  mentees: "opencall-for-mentees", mentors: "opencall-for-mentors", both: "opencall-for-both",
};

interface CallFieldsProps {
  form: CallForm;
  zone: string;
  fixed: boolean;
  set: (change: Partial<CallForm>) => void;
}

export function CallFields({ form, zone, fixed, set }: CallFieldsProps): JSX.Element {
  const put = (at: number, change: Partial<QuestionForm>): void =>
    set({ questions: form.questions.map((one, other) => (other === at ? { ...one, ...change } : one)) });
  const tags = form.titles.map(([tag]) => tag);
  return (
    <>
      <LinesField
        label={t("opencall-title")} help={t("opencall-title-help")} name="opencall-title" required lines={form.titles}
        onLines={(titles) => set({ titles })}
      />
      <LinesField
        label={t("opencall-words")} help={t("opencall-words-help")} name="opencall-words" long lines={form.leads}
        onLines={(leads) => set({ leads })}
      />
      {!fixed && (
        <Choice
          label={t("opencall-whom")} value={form.whom}
          options={(Object.keys(WHOM_WORDS) as Whom[]).map((whom) => ({ value: whom, label: t(WHOM_WORDS[whom]) }))}
          onChoose={(whom) => set({ whom: whom as Whom })}
        />
      )}
      <fieldset class="boxed">
        <legend>{t("opencall-dates")}</legend>
        <p class="soft">{t("opencall-dates-help", { zone: zoneName(zone) })}</p>
        <div class="side-by-side">
          <Field
            label={t("opencall-opens-day")} type="date" name="opens-day" required value={form.opensDay}
            onInput={(event) => set({ opensDay: event.currentTarget.value })}
          />
          <Field
            label={t("opencall-opens-time")} type="time" name="opens-time" required value={form.opensTime}
            onInput={(event) => set({ opensTime: event.currentTarget.value })}
          />
          <Field
            label={t("opencall-closes-day")} type="date" name="closes-day" required value={form.closesDay}
            onInput={(event) => set({ closesDay: event.currentTarget.value })}
          />
          <Field
            label={t("opencall-closes-time")} type="time" name="closes-time" required value={form.closesTime}
            onInput={(event) => set({ closesTime: event.currentTarget.value })}
          />
        </div>
        <Field
          label={t("opencall-purge")} help={t("opencall-purge-help")} type="date" name="purge" required value={form.purgeOn}
          onInput={(event) => set({ purgeOn: event.currentTarget.value })}
        />
      </fieldset>
      <Field
        label={t("opencall-slug")} help={t("opencall-slug-help")} name="slug" required autocomplete="off" spellcheck={false}
        value={form.slug} onInput={(event) => set({ slug: event.currentTarget.value })}
      />
      <Field
        label={t("opencall-contact")} help={t("opencall-contact-help")} type="email" name="contact" required value={form.contact}
        onInput={(event) => set({ contact: event.currentTarget.value })}
      />
      <fieldset class="boxed">
        <legend>{t("opencall-questions")}</legend>
        <p class="soft">{t(fixed ? "opencall-questions-fixed" : "opencall-questions-help")}</p>
        <ol class="opencall-questions">
          {form.questions.map((question, at) => (
            <QuestionFields
              key={question.key || at} question={question} number={at + 1} both={form.whom === "both"} fixed={fixed}
              set={(change) => put(at, change)}
              onRemove={() => set({ questions: form.questions.filter((_, other) => other !== at) })}
              {...(at > 0 ? { onUp: () => set({ questions: moved(form.questions, at) }) } : {})}
            />
          ))}
        </ol>
        {!fixed && (
          <p class="row">
            <button type="button" onClick={() => set({ questions: [...form.questions, newQuestion(tags)] })}>
              {t("opencall-question-add")}
            </button>
          </p>
        )}
      </fieldset>
    </>
  );
}

/** One up. */
function moved(questions: readonly QuestionForm[], at: number): QuestionForm[] {
  const order = [...questions];
  const [one] = order.splice(at, 1);
  order.splice(at - 1, 0, one!);
  return order;
}
