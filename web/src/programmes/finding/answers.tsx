/** What people have answered, by name and time; and what is decided of it. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";

import type { Poll } from "../../contract.ts";
import { SAYS, type Says } from "../../mine/says.ts";
import { locale, t } from "../../text/fluent.ts";
import { compareNames } from "../../text/order.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { ticked } from "../../ui/ticked.ts";
import { Ask } from "../people_list.tsx";
import { PARTS, spanInWords } from "./words.ts";

interface AnswersProps {
  poll: Poll;
  /** Deciding is the lead's. */
  lead: boolean;
  busy: boolean;
  onDecide: (starts: number[]) => void;
}

export function Answers({ poll, lead, busy, onDecide }: AnswersProps): JSX.Element {
  return (
    <div class="finding-results">
      <h3>{t("finding-answers")}</h3>
      <Table poll={poll} />
      {lead ? <Deciding poll={poll} busy={busy} onDecide={onDecide} /> : <p class="soft">{t("finding-lead-decides")}</p>}
    </div>
  );
}

function Table({ poll }: { poll: Poll }): JSX.Element {
  const id = useId();
  const compare = compareNames(locale.value);
  return (
    <div class="wide-table" role="region" aria-labelledby={id} tabIndex={0}>
      <table class="answered">
        <caption id={id} class="unseen">
          {t("finding-answers")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("finding-person")}</th>
            {poll.asked.map((start) => (
              <th key={start} scope="col">
                {spanInWords(start, poll)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {poll.guests
            .toSorted((a, b) => compare(a.name, b.name))
            .map((guest) => (
              <tr key={guest.id}>
                <th scope="row">
                  <Bdi text={guest.name} />
                  {guest.part !== "welcome" && <span class="soft block">{t(PARTS[guest.part])}</span>}
                </th>
                {poll.asked.map((start) => (
                  <td key={start} class={`says-${guest.said[start] ?? "nothing"}`}>
                    {guest.said[start] ? t(SAYS[guest.said[start]]) : t("finding-no-answer")}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Deciding({ poll, busy, onDecide }: Omit<AnswersProps, "lead">): JSX.Element {
  // The one that is decided for, or so many as there are to be sessions or dates of a series: of that, all at first.
  const most = Math.max(poll.sessions, poll.meetings);
  const whole = poll.meetings > 1 && poll.asked.length <= most;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(whole ? poll.asked : []));
  const [sure, setSure] = useState(false);
  const toggle = (start: number, on: boolean): void => setChosen(ticked(most === 1 ? new Set<number>() : chosen, start, on));
  const starts = [...chosen].sort((a, b) => a - b);
  return (
    <fieldset class="boxed">
      <legend>{t(poll.meetings > 1 ? "finding-decide-series" : "finding-decide-title")}</legend>
      <ul>
        {poll.asked.map((start) => (
          <li key={start}>
            <label class="side-pick">
              <input
                type={most === 1 ? "radio" : "checkbox"} name={`decide ${poll.id}`} checked={chosen.has(start)}
                disabled={chosen.size >= most && most > 1 && !chosen.has(start)}
                onChange={(event) => toggle(start, event.currentTarget.checked)}
              />
              <span>
                <strong class="block">{spanInWords(start, poll)}</strong>
                {answersInWords(poll, start)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {sure ? (
        <Ask
          words={t("finding-decide-ask", { when: starts.map((start) => spanInWords(start, poll)).join(" · ") })} busy={busy}
          yes={t("finding-decide")} onYes={() => onDecide(starts)} onNo={() => setSure(false)}
        />
      ) : (
        <p>
          <button type="button" class="main" disabled={starts.length === 0} onClick={() => setSure(true)}>
            {t("finding-decide")}
          </button>
        </p>
      )}
    </fieldset>
  );
}

function answersInWords({ guests }: Poll, start: number): string {
  const count = (word: Says | undefined): number => guests.filter(({ said }) => said[start] === word).length;
  return t("finding-count", { yes: count("yes"), maybe: count("maybe"), no: count("no"), open: count(undefined) });
}
