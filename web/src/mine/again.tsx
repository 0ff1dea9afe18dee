/** Whether I may be asked to be a mentor again, and the answer to who asks. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp } from "../context.ts";
import type { AnswerPool, AskMeAgain, MyPool, MyPoolWord, PoolQuestion } from "../contract.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Field } from "../ui/field.tsx";
import { Worded } from "../ui/worded.tsx";
import { useAsked, type Asked } from "./asked.ts";
import { inYear } from "./days.ts";

const DOOR = "/me/mentor-pool";

export function Again(): JSX.Element | null {
  const asked = useAsked<MyPool>(DOOR);
  const { value } = asked;
  if (!value) return null;
  return (
    <>
      {value.questions.map((question) => (
        <Question key={question.cohort} question={question} onAnswered={asked.load} />
      ))}
      {value.words.map((word) => (
        <Word key={word.cohort} word={word} asked={asked} />
      ))}
    </>
  );
}

function Question({ question, onAnswered }: { question: PoolQuestion; onAnswered: () => Promise<void> }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const answer = (yes: boolean): void =>
    void run(async () => {
      const body: AnswerPool = { yes };
      await http("PUT", `${DOOR}/${question.cohort}/answer`, body);
      await onAnswered();
    });
  return (
    <section class="home-part card question again" aria-labelledby={`again-${question.cohort}`}>
      <h2 id={`again-${question.cohort}`}>
        <Bdi text={t("again-asked", { name: question.asked_by.name })} />
      </h2>
      <p>
        <Worded names={question.programme_names} /> · {t("from-to", { from: inYear(question.start), to: inYear(question.end) })}
      </p>
      <p class="soft">{t("again-asked-lead")}</p>
      <Fault words={fault} />
      <p class="row">
        <button type="button" class="main" disabled={busy} onClick={() => answer(true)}>
          {t("again-yes")}
        </button>
        <button type="button" class="quiet" disabled={busy} onClick={() => answer(false)}>
          {t("again-no")}
        </button>
      </p>
    </section>
  );
}

/** At the end of the first screen, closed: nobody is pressed. */
function Word({ word, asked }: { word: MyPoolWord; asked: Asked<MyPool> }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [until, setUntil] = useState(word.until ?? "");
  const say = (day: string | null): void =>
    void run(async () => {
      const body: AskMeAgain = { until: day };
      asked.put(await http<MyPool>("PUT", `${DOOR}/${word.cohort}`, body));
      setUntil(day ?? "");
    });
  return (
    <details class="home-part again-word">
      <summary>{word.until ? t("again-said", { day: inYear(word.until) }) : t("again-title")}</summary>
      <p>
        <strong>
          <Worded names={word.programme_names} />
        </strong>
      </p>
      <p class="soft">{t("again-lead")}</p>
      <Field label={t("again-until")} type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
      <Fault words={fault} />
      <p class="row">
        <button type="button" disabled={busy || until === ""} onClick={() => say(until)}>
          {t("again-say")}
        </button>
        {word.until && (
          <button type="button" class="quiet" disabled={busy} onClick={() => say(null)}>
            {t("again-take-back")}
          </button>
        )}
      </p>
    </details>
  );
}
