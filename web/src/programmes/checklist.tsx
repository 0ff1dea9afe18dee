/** The seven steps to the start: which are done, which one is next, and what each still waits for. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import type { CohortPage, Step } from "../contract.ts";
import { inYear } from "../mine/days.ts";
import { t } from "../text/fluent.ts";
import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import type { Run } from "./run.ts";
import { stepPath } from "./run_page.tsx";

export function Checklist({ run, page }: { run: Run; page: CohortPage }): JSX.Element {
  const done = page.steps.filter(({ state }) => state === "done").length;
  return (
    <>
      <section class="part">
        <h2>{t("steps-title")}</h2>
        <p class="soft" id="steps-done">
          {t("steps-done", { done, all: page.steps.length })}
        </p>
        <progress class="progress" max={page.steps.length} value={done} aria-labelledby="steps-done" />
        <ol class="steps">
          {page.steps.map((step, place) => (
            <StepRow key={step.name} run={run} page={page} step={step} number={place + 1} />
          ))}
        </ol>
      </section>
      <Unseen />
    </>
  );
}

/** What stands on every first screen of the team. */
export const Unseen = (): JSX.Element => (
  <section class="part">
    <div class="good">
      <strong>{t("you-do-not-see")}</strong>
      <p class="soft">{t("you-do-not-see-why")}</p>
    </div>
  </section>
);

interface StepRowProps {
  run: Run;
  page: CohortPage;
  step: Step;
  number: number;
}

function StepRow({ run, page, step, number }: StepRowProps): JSX.Element {
  const { name, state } = step;
  const title = t(`step-${name}`);
  const left = step.left ?? 0;
  const words = state !== "done" && left > 0 ? t(`step-${name}-left`, { count: left }) : t(`step-${name}-what`);
  const mark = (
    <span class="step-mark" aria-hidden="true">
      {state === "done" ? "✓" : number}
    </span>
  );
  const text = (
    <span class="step-words">
      <strong>
        {title}
        {state === "done" && <span class="unseen">, {t("step-is-done")}</span>}
      </strong>
      <span class="soft">{words}</span>
    </span>
  );
  const current = state === "next" ? { "aria-current": "step" as const } : {};
  if (name !== "start" && state !== "next") {
    return (
      <li class={`step ${state}`}>
        <Link href={stepPath(page.id, step)} class="step-link">
          {mark} {text} <Icon name="send" />
        </Link>
      </li>
    );
  }
  return (
    <li class={`step ${state}`} {...current}>
      {mark}
      {text}
      {name === "start" ? (
        <Start run={run} page={page} step={step} />
      ) : (
        <Link href={stepPath(page.id, step)} class="button main">
          {t("step-begin")}
          <span class="unseen">: {title}</span>
        </Link>
      )}
    </li>
  );
}

function Start({ run, page, step }: { run: Run; page: CohortPage; step: Step }): JSX.Element | null {
  const { busy, fault, run: doIt } = useDoing();
  const [asking, setAsking] = useState(false);
  if (page.state !== "draft" || !page.lead) return null;
  const start = (): void => void doIt(() => run.setState("running", page.version));
  if (!asking) {
    return (
      <button type="button" class={step.state === "next" ? "main" : "quiet"} onClick={() => setAsking(true)}>
        {t("start-year")}
      </button>
    );
  }
  return (
    <div class="ask" role="alertdialog" aria-label={t("start-year")}>
      <p>{t("start-ask", { day: inYear(page.start) })}</p>
      <Fault words={fault} />
      <p class="row">
        <button type="button" class="main" disabled={busy} onClick={start}>
          {t("start-now")}
        </button>
        <button type="button" class="quiet" onClick={() => setAsking(false)}>
          {t("not-yet")}
        </button>
      </p>
    </div>
  );
}
