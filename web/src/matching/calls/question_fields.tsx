/** One question of a call: its words open at once, how it is answered behind them. */
import type { JSX } from "preact";

import { LinesField } from "../../programmes/lines_field.tsx";
import { language, t } from "../../text/fluent.ts";
import { worded } from "../../text/worded.ts";
import { wordsOf } from "../../programmes/lines.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Choice, Tick } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { FEEDS, KINDS, type Feeds, type Kind, type QuestionForm, type Whom } from "./form.ts";

const KIND_WORDS: Record<Kind, string> = {
  text: "opencall-kind-text", long: "opencall-kind-long", choice: "opencall-kind-choice", country: "opencall-kind-country",
  languages: "opencall-kind-languages", terms: "opencall-kind-terms", file: "opencall-kind-file", access_needs: "opencall-kind-access",
};
const FEEDS_WORDS: Record<Feeds, string> = {
  need: "opencall-feeds-need", goals: "opencall-feeds-goals", skills: "opencall-feeds-skills", back: "opencall-feeds-back",
  disciplines: "opencall-feeds-disciplines", traits: "opencall-feeds-traits", requires: "opencall-feeds-requires",
  languages: "opencall-feeds-languages", country: "opencall-feeds-country",
};
const ASKED_WORDS: Record<Whom, string> = {
  both: "opencall-asked-both", mentees: "opencall-asked-mentees", mentors: "opencall-asked-mentors",
};

interface QuestionFieldsProps {
  question: QuestionForm;
  number: number;
  /** The call is for both, so it can be asked of one side alone. */
  both: boolean;
  /** Somebody has begun to answer. */
  fixed: boolean;
  set: (change: Partial<QuestionForm>) => void;
  onUp?: () => void;
  onRemove: () => void;
}

export function QuestionFields(props: QuestionFieldsProps): JSX.Element {
  const { question, number, both, fixed, set, onUp, onRemove } = props;
  const name = worded(wordsOf(question.names), language.value) || t("opencall-question-new");
  const field = `question-${number}`;
  return (
    <li class="opencall-question">
      <details open={question.key === ""}>
        <summary>
          <Bdi text={name} />{" "}
          <span class="soft">
            {t(KIND_WORDS[question.kind])}
            {question.required && <> · {t("opencall-must")}</>}
          </span>
        </summary>
        <LinesField
          label={t("opencall-question")} name={field} required lines={question.names} onLines={(names) => set({ names })}
        />
        <LinesField
          label={t("opencall-hint")} help={t("opencall-hint-help")} name={`${field}-hint`} long lines={question.hints}
          onLines={(hints) => set({ hints })}
        />
        {!fixed && <Frame {...props} />}
        {question.kind === "choice" && (
          <LinesField
            label={t("opencall-choices")} help={t(fixed ? "opencall-choices-fixed" : "opencall-choices-help")} name={`${field}-choices`} long
            lines={question.choices} onLines={(choices) => set({ choices })}
          />
        )}
        {!both && question.whom !== "both" && <p class="soft">{t(ASKED_WORDS[question.whom])}</p>}
        {!fixed && (
          <p class="row">
            {onUp && (
              <button type="button" class="quiet" aria-label={t("move-up-what", { name })} onClick={onUp}>
                <Icon name="up" /> {t("move-up")}
              </button>
            )}
            <button type="button" class="quiet" aria-label={t("leave-out-whose", { name })} onClick={onRemove}>
              {t("leave-out")}
            </button>
          </p>
        )}
      </details>
    </li>
  );
}

/** How it is answered, and what becomes of the answer. */
function Frame({ question, number, both, set }: QuestionFieldsProps): JSX.Element {
  const field = `question-${number}`;
  const feeds = FEEDS[question.kind];
  return (
    <>
      <Choice
        label={t("opencall-kind")} value={question.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(KIND_WORDS[kind]) }))}
        onChoose={(kind) => set({ kind: kind as Kind, feeds: "" })}
      />
      {question.kind !== "access_needs" && (
        <Tick
          label={t("opencall-must")} name={`${field}-must`} checked={question.required} onTick={(required) => set({ required })}
        />
      )}
      {(question.kind === "choice" || question.kind === "file") && (
        <Tick label={t("opencall-many")} name={`${field}-many`} checked={question.many} onTick={(many) => set({ many })} />
      )}
      {feeds.length > 0 && (
        <Choice
          label={t("opencall-feeds")} value={question.feeds}
          options={[
            ...(question.kind === "terms" ? [] : [{ value: "", label: t("opencall-feeds-nothing") }]),
            ...feeds.map((one) => ({ value: one, label: t(FEEDS_WORDS[one]) })),
          ]}
          onChoose={(one) => set({ feeds: one as Feeds | "" })}
        />
      )}
      {both && (
        <Choice
          label={t("opencall-asked-of")} value={question.whom}
          options={(Object.keys(ASKED_WORDS) as Whom[]).map((whom) => ({ value: whom, label: t(ASKED_WORDS[whom]) }))}
          onChoose={(whom) => set({ whom: whom as Whom })}
        />
      )}
    </>
  );
}
