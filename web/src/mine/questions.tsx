/** What I am asked: once a month how it is going, and, where it became quiet, whether all is well. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { Care, Me, MyPart, MySignals, Pulse, RunSignals, SignOfLife } from "../contract.ts";
import { roomPath } from "../router.ts";
import { firstName } from "../rooms/names.ts";
import { locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { Link } from "../ui/link.tsx";
import { Worded } from "../ui/worded.tsx";
import type { Asked } from "./asked.ts";
import { nearby } from "./days.ts";
import { PULSE } from "./pulse_words.ts";

export function Questions({ asked }: { asked: Asked<MySignals> }): JSX.Element | null {
  const { studio } = useStudio();
  const runs = asked.value?.runs ?? [];
  const parts = studio.programmes.parts.value ?? [];
  const several = runs.filter(({ pulse }) => pulse !== null).length > 1;
  if (runs.length === 0) return null;
  return (
    <>
      {runs.flatMap(({ care }) => care).map((care) => (
        <Quiet key={care.mentorship} care={care} onSaid={asked.load} />
      ))}
      {runs.map((run) => (
        <HowIsIt
          key={run.cohort} run={run} part={several ? parts.find(({ cohort }) => cohort.id === run.cohort) : undefined}
          onSaid={asked.load}
        />
      ))}
    </>
  );
}

interface HowIsItProps {
  run: RunSignals;
  /** Named where more than one asks. */
  part: MyPart | undefined;
  onSaid: () => Promise<void>;
}

/** Five words, or none this time. Who has answered can say it anew. */
function HowIsIt({ run, part, onSaid }: HowIsItProps): JSX.Element | null {
  const http = useHttp();
  const { busy, fault, run: doing } = useDoing();
  const [anew, setAnew] = useState(false);
  const { pulse } = run;
  if (!pulse) return null;
  const say = (word: Pulse["word"]): void =>
    void doing(async () => {
      await http<Pulse>("PUT", `/cohorts/${encodeURIComponent(run.cohort)}/pulse`, { month: pulse.month, word });
      setAnew(false);
      await onSaid();
    });
  if (!pulse.asked && !anew) {
    if (pulse.word === null) return null;
    return (
      <p class="home-part said" role="status">
        <span>
          {t("pulse-said")} <strong>{t(PULSE[pulse.word])}</strong>
        </span>
        <button type="button" class="quiet" onClick={() => setAnew(true)}>
          {t("say-anew")}
        </button>
      </p>
    );
  }
  return (
    <section class="home-part card question">
      <h2>{t("pulse-title")}</h2>
      {part && (
        <p class="soft">
          <Worded names={part.programme_names} />
        </p>
      )}
      <div class="row" role="group" aria-label={t("pulse-title")}>
        {(Object.keys(PULSE) as (keyof typeof PULSE)[]).map((word) => (
          <button key={word} type="button" aria-pressed={pulse.word === word} disabled={busy} onClick={() => say(word)}>
            {t(PULSE[word])}
          </button>
        ))}
      </div>
      <p class="soft">{t("pulse-who-reads")}</p>
      <Fault words={fault} />
      <p>
        <button type="button" class="quiet" disabled={busy} onClick={() => (anew ? setAnew(false) : say(null))}>
          {t(anew ? "cancel" : "not-this-time")}
        </button>
      </p>
    </section>
  );
}

/** Where I am asked, what can be said; else what would come of silence, and when. */
function Quiet({ care, onSaid }: { care: Care; onSaid: () => Promise<void> }): JSX.Element | null {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  if (care.done === 0) return null;
  const say = (kind: SignOfLife["kind"]): void =>
    void run(async () => {
      await http<Care>("POST", `/mentorships/${encodeURIComponent(care.mentorship)}/care`, { kind });
      await onSaid();
    });
  return (
    <section class="home-part card question">
      <h2>{t("quiet-title", { names: othersOf(care, me) })}</h2>
      <Steps care={care} />
      {care.asks_me && (
        <>
          <p>{t("quiet-ask")}</p>
          <Fault words={fault} />
          <p class="row">
            <Link href={roomPath(care.room)} class="button main">
              {t("write-now")}
            </Link>
            <button type="button" disabled={busy} onClick={() => say("well")}>
              {t("all-is-well")}
            </button>
            <button type="button" disabled={busy} onClick={() => say("elsewhere")}>
              {t("we-talk-elsewhere")}
            </button>
          </p>
          <p class="soft">{t("quiet-who-hears")}</p>
        </>
      )}
    </section>
  );
}

/** What was agreed for the case that it becomes quiet, shown in advance. */
export function Foreseen({ asked }: { asked: Asked<MySignals> }): JSX.Element | null {
  const { me } = useStudio();
  const all = (asked.value?.runs ?? []).flatMap(({ care }) => care).filter(({ done }) => done === 0);
  if (all.length === 0) return null;
  return (
    <details class="home-part">
      <summary>{t("quiet-foreseen")}</summary>
      {all.map((care) => (
        <div key={care.mentorship}>
          <p>{othersOf(care, me)}</p>
          {care.said && <p class="soft">{t(care.said === "well" ? "said-all-is-well" : "said-elsewhere")}</p>}
          <Steps care={care} />
        </div>
      ))}
    </details>
  );
}

const othersOf = (care: Care, me: Me): string =>
  listOfNames(care.people.filter(({ id }) => id !== me.id).map(({ name }) => firstName(name)), locale.value);

const STEPS = ["quiet-step-one", "quiet-step-all", "quiet-step-team"] as const;

/** The three agreed steps with their days; those that came are marked in words too. */
function Steps({ care }: { care: Care }): JSX.Element {
  const { me } = useStudio();
  return (
    <ol class="agreed">
      {care.steps.map((day, place) => (
        <li key={STEPS[place]} class={place < care.done ? "done" : ""}>
          {t(STEPS[place]!)} <time dateTime={day}>{nearby(day, me)}</time>
          {place < care.done && <span class="soft"> · {t("step-came")}</span>}
        </li>
      ))}
    </ol>
  );
}
