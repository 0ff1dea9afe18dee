/** The best times in words and all of them as a table; a few are chosen, and everybody is asked about those. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Fault } from "../../accounts/form.tsx";
import type { FoundTime, Poll, PollTimes } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { ticked } from "../../ui/ticked.ts";
import { HeatMap } from "./heat_map.tsx";
import { Series } from "./series.tsx";
import { CAN_WORDS, countsInWords, named, neededInWords, spanInWords, whoCan, type Can } from "./words.ts";

const AT_FIRST = 5;
const MOST_ASKED = 8;
const AGAIN_MS = 2_000;

interface ResultsProps {
  poll: Poll;
  /** Deciding is the lead's. */
  lead: boolean;
  busy: boolean;
  onAsk: (starts: number[]) => void;
  onDecide: (starts: number[]) => void;
}

export function Results({ poll, lead, busy, onAsk, onDecide }: ResultsProps): JSX.Element {
  const asked = useAsked<PollTimes>(`/polls/${encodeURIComponent(poll.id)}/times`);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [closer, setCloser] = useState<number | null>(null);
  const times = asked.value;
  useEffect(() => {
    if (!times?.searching) return undefined;
    // What was found at once stands there; the best is fetched when it is there.
    const again = setTimeout(() => void asked.load().catch(() => undefined), AGAIN_MS);
    return () => clearTimeout(again);
  }, [times]);
  if (!times) return <Looking fault={asked.fault} onAgain={() => void asked.run(asked.load)} />;
  if (poll.meetings > 1) {
    return (
      <div class="finding-results">
        <h3>{t("finding-series")}</h3>
        <Unknown poll={poll} times={times} />
        <Searching times={times} />
        <Series poll={poll} times={times} lead={lead} busy={busy} onAsk={onAsk} onDecide={onDecide} />
      </div>
    );
  }
  if (times.best.length === 0) return <p>{t("finding-nothing")}</p>;
  const [first, rest] = [times.best.slice(0, AT_FIRST), times.best.slice(AT_FIRST)];
  const list = (some: readonly FoundTime[]): JSX.Element => (
    <ul class="rows found">
      {some.map((time) => (
        <Found
          key={time.start} poll={poll} time={time} chosen={chosen.has(time.start)} full={chosen.size >= MOST_ASKED}
          onChoose={(on) => setChosen(ticked(chosen, time.start, on))}
        />
      ))}
    </ul>
  );
  return (
    <div class="finding-results">
      <h3>{t("finding-best")}</h3>
      <Unknown poll={poll} times={times} />
      <Searching times={times} />
      {times.together.length > 0 && <Together poll={poll} times={times} onTake={() => setChosen(new Set(times.together))} />}
      {list(first)}
      {rest.length > 0 && (
        <details>
          <summary>{t("finding-more", { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
      <HeatMap poll={poll} times={times} open={closer} onOpen={setCloser} />
      <Others
        poll={poll} closer={closer} chosen={chosen} best={times.best} full={chosen.size >= MOST_ASKED}
        onChoose={(start, on) => setChosen(ticked(chosen, start, on))}
      />
      <div class="chosen">
        <p role="status">{t("finding-chosen", { count: chosen.size, limit: MOST_ASKED })}</p>
        <button
          type="button" class="main" disabled={busy || chosen.size === 0} onClick={() => onAsk([...chosen].sort((a, b) => a - b))}
        >
          {busy ? t("one-moment") : t("finding-ask")}
        </button>
      </div>
      <p class="soft">{t("finding-ask-help")}</p>
    </div>
  );
}

function Looking({ fault, onAgain }: { fault: string | null; onAgain: () => void }): JSX.Element {
  return (
    <div aria-busy={fault === null}>
      {fault === null && <p class="soft" role="status">{t("finding-looking")}</p>}
      {fault === null && <progress class="progress" aria-label={t("finding-looking")} />}
      <Fault words={fault} />
      {fault !== null && (
        <button type="button" onClick={onAgain}>
          {t("try-again")}
        </button>
      )}
    </div>
  );
}

/** Something better may be found still. */
function Searching({ times }: { times: PollTimes }): JSX.Element {
  return (
    <div role="status">
      {times.searching && (
        <>
          <p class="soft">{t("finding-searching")}</p>
          <progress class="progress" aria-label={t("finding-searching")} />
        </>
      )}
    </div>
  );
}

function Unknown({ poll, times }: { poll: Poll; times: PollTimes }): JSX.Element | null {
  if (times.unknown.length === 0) return null;
  if (times.unknown.length === poll.guests.length) return <p class="why">{t("finding-all-unknown")}</p>;
  const silent = new Set(times.unknown);
  const names = poll.guests.filter(({ id }) => silent.has(id)).map(({ name }) => name);
  return (
    <p class="soft">
      <Bdi text={t("finding-unknown-who", { names: named(names) })} />
    </p>
  );
}

/** Several sessions of one thing: which of them together reach the most people. */
function Together({ poll, times, onTake }: { poll: Poll; times: PollTimes; onTake: () => void }): JSX.Element {
  return (
    <div class="good">
      <p>
        {t("finding-together", { count: times.covered, all: poll.guests.length })}{" "}
        {!times.searching && t(times.proved ? "finding-proved" : "finding-not-proved")}
      </p>
      <ul>
        {times.together.map((start) => (
          <li key={start}>
            <strong>{spanInWords(start, poll)}</strong>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" onClick={onTake}>
          {t("finding-take-together")}
        </button>
      </p>
    </div>
  );
}

interface OthersProps {
  poll: Poll;
  /** The start that is looked at. */
  closer: number | null;
  chosen: ReadonlySet<number>;
  best: readonly FoundTime[];
  full: boolean;
  onChoose: (start: number, on: boolean) => void;
}

/** The hour of the table that is looked at, and those that were taken from there. */
function Others({ poll, closer, chosen, best, full, onChoose }: OthersProps): JSX.Element {
  const known = new Set(best.map(({ start }) => start));
  const starts = [...new Set([...chosen].filter((start) => !known.has(start)).concat(closer ?? []))].sort((a, b) => a - b);
  return (
    <section aria-live="polite" aria-label={t("finding-heat-who")}>
      {starts.length > 0 && <h4>{t("finding-heat-who")}</h4>}
      <ul class="rows found">
        {starts.map((start) => (
          <Other
            key={start} poll={poll} start={start} chosen={chosen.has(start)} open={start === closer} full={full}
            onChoose={(on) => onChoose(start, on)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OtherProps {
  poll: Poll;
  start: number;
  chosen: boolean;
  open: boolean;
  full: boolean;
  onChoose: (on: boolean) => void;
}

function Other({ poll, start, ...rest }: OtherProps): JSX.Element {
  const asked = useAsked<FoundTime>(`/polls/${encodeURIComponent(poll.id)}/times/${start}`);
  if (!asked.value) {
    return (
      <li>
        <Looking fault={asked.fault} onAgain={() => void asked.run(asked.load)} />
      </li>
    );
  }
  return <Found poll={poll} time={asked.value} {...rest} />;
}

interface FoundProps {
  poll: Poll;
  time: FoundTime;
  chosen: boolean;
  /** No further one can be chosen. */
  full: boolean;
  /** Who can stands there at once. */
  open?: boolean;
  onChoose: (on: boolean) => void;
}

function Found({ poll, time, chosen, full, open = false, onChoose }: FoundProps): JSX.Element {
  const who = whoCan(time, poll);
  return (
    <li>
      <label class="side-pick">
        <input
          type="checkbox" checked={chosen} disabled={full && !chosen} onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <span>
          <strong class="block">{spanInWords(time.start, poll)}</strong>
          <Bdi text={[countsInWords(who), ...neededInWords(who)].join("; ")} />
          {time.missing > 0 && <span class="block late">{t("finding-missing", { count: time.missing })}</span>}
        </span>
      </label>
      <details class="finding-who" open={open}>
        <summary>{t("finding-who")}</summary>
        <dl class="explained">
          {(Object.keys(CAN_WORDS) as Can[])
            .filter((can) => who[can].length > 0)
            .map((can) => (
              <div key={can}>
                <dt>{t(CAN_WORDS[can])}</dt>
                <dd>
                  <Bdi text={who[can].map(({ name }) => name).join(", ")} />
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </li>
  );
}
