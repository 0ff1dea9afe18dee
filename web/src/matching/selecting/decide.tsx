/** One application, for who decides: what it says, what the readers think, an interview, the outcome, its letter. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { ReviewedApplication, SelectionRow, SetOutcome } from "../../contract.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { ApplicationWords } from "./application.tsx";
import { ConflictPart } from "./conflict.tsx";
import { InterviewPart } from "./interview.tsx";
import { NoteForm, OtherNotes } from "./note_form.tsx";
import { OwnLetter } from "./own_letter.tsx";
import { OUTCOMES, REASONS, type Outcome } from "./words.ts";

interface DecideProps {
  row: SelectionRow;
  onChanged: () => Promise<void>;
  onGone: () => Promise<void>;
}

export function DecidePart({ row, onChanged, onGone }: DecideProps): JSX.Element {
  const http = useHttp();
  const doing = useDoing();
  const [one, setOne] = useState<ReviewedApplication | null>(null);
  const load = async (): Promise<void> =>
    setOne(await http<ReviewedApplication>("POST", `/applications/${encodeURIComponent(row.id)}/open`));
  useEffect(() => void doing.run(load), [row.id]);
  // Others decide and applicants answer while it stands open.
  useEffect(() => {
    if (one) load().catch(() => undefined);
  }, [row.version, row.interview?.state, row.interview?.chosen, row.leanings.length, row.conflicts]);
  if (!one) return <Awaited asked={{ ...doing, load }} />;
  const take = (changed: ReviewedApplication): void => {
    setOne(changed);
    void onChanged();
  };
  return (
    <div class="entry-acts review">
      <ApplicationWords one={one} />
      {one.email && (
        <p class="soft">
          <Bdi text={one.email} />
        </p>
      )}
      <OtherNotes one={one} />
      <details class="own-note">
        <summary>{t(one.note ? "selecting-review-mine" : "selecting-review-write")}</summary>
        <NoteForm one={one} onChanged={take} />
      </details>
      <Conflicts one={one} onChanged={take} />
      <OutcomeChoice one={one} told={row.told !== null} onChanged={take} />
      {one.outcome !== "none" && <OwnLetter key={one.outcome} one={one} told={row.told === one.outcome} />}
      <InterviewPart one={one} onChanged={take} />
      <ConflictPart one={one} onGone={onGone} />
    </div>
  );
}

/** One tap, and as easily another one, until its letter leaves. */
function OutcomeChoice({ one, told, onChanged }: {
  one: ReviewedApplication; told: boolean; onChanged: (one: ReviewedApplication) => void;
}): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  // What was tapped stands at once, and goes back if the server does not take it.
  const [tapped, setTapped] = useState<Outcome | null>(null);
  const decide = (outcome: Outcome): void => {
    if (busy) return;
    setTapped(outcome);
    void run(async () => {
      const wanted: SetOutcome = { version: one.version, outcome };
      onChanged(await http<ReviewedApplication>("PUT", `/applications/${encodeURIComponent(one.id)}/outcome`, wanted));
    }).finally(() => setTapped(null));
  };
  const fixed = told && one.outcome !== "reserve";
  return (
    <div>
      <fieldset class="leanings" disabled={fixed}>
        <legend>{t("selecting-choosing-outcome")}</legend>
        {(Object.keys(OUTCOMES) as Outcome[]).map((outcome) => (
          <label key={outcome} class="leaning">
            <input
              type="radio" name={`outcome-${one.id}`} value={outcome} checked={(tapped ?? one.outcome) === outcome}
              disabled={told && outcome === "none"} onChange={() => decide(outcome)}
            />
            {t(OUTCOMES[outcome])}
          </label>
        ))}
      </fieldset>
      {fixed && <p class="soft">{t("selecting-choosing-fixed")}</p>}
      <Fault words={fault} />
    </div>
  );
}

function Conflicts({ one, onChanged }: { one: ReviewedApplication; onChanged: (one: ReviewedApplication) => void }): JSX.Element | null {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  if (one.conflicts.length === 0) return null;
  const lift = (person: string): void =>
    void run(async () => {
      const address = `/applications/${encodeURIComponent(one.id)}/conflicts/${encodeURIComponent(person)}`;
      onChanged(await http<ReviewedApplication>("DELETE", address));
    });
  return (
    <section>
      <h3>{t("selecting-choosing-not-read-by")}</h3>
      <ul class="rows">
        {one.conflicts.map(({ person, reason }) => (
          <li key={person.id} class="entry">
            <span class="entry-words">
              <Bdi text={person.name} /> <span class="soft">{t(REASONS[reason])}</span>
            </span>
            <button type="button" class="quiet" disabled={busy} onClick={() => lift(person.id)}>
              {t("selecting-conflict-lift")}
            </button>
          </li>
        ))}
      </ul>
      <Fault words={fault} />
    </section>
  );
}
