/** A time for many: what is looked for in a year, the newest first, and how each of them stands. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import type { CohortPage, Poll, Polls } from "../../contract.ts";
import { useAsked } from "../../mine/asked.ts";
import { Awaited } from "../../mine/awaited.tsx";
import { inYear } from "../../mine/days.ts";
import { dayOf, zoneName } from "../../text/dates.ts";
import { t } from "../../text/fluent.ts";
import { Bdi } from "../../ui/bdi.tsx";
import { Part } from "../../ui/page.tsx";
import { OnePoll } from "./one_poll.tsx";
import { SearchForm } from "./search_form.tsx";
import { spanInWords } from "./words.ts";
import "./finding.css";

/** Decided times that stand in a row. */
const FEW = 3;

interface FindingProps {
  page: CohortPage;
  /** What was decided stands in the calendar. */
  onDecided: () => Promise<void>;
}

export function Finding({ page, onDecided }: FindingProps): JSX.Element | null {
  const asked = useAsked<Polls>(`/cohorts/${encodeURIComponent(page.id)}/polls`);
  const [open, setOpen] = useState<string | null>(null);
  const [beginning, setBeginning] = useState(false);
  if (!asked.value) return <Awaited asked={asked} />;
  const { polls } = asked.value;
  const goesOn = page.state !== "ended";
  if (polls.length === 0 && !goesOn) return null;
  const put = (poll: Poll): void => {
    const rest = polls.filter(({ id }) => id !== poll.id);
    asked.put({ polls: rest.length === polls.length ? [poll, ...polls] : polls.map((one) => (one.id === poll.id ? poll : one)) });
  };
  return (
    <Part
      title={t("finding-title")} state={<p class="soft">{t("finding-lead", { zone: zoneName(page.home_zone) })}</p>}
      doing={beginning}
      actions={
        goesOn && !beginning && (
          <button type="button" class="quiet" onClick={() => setBeginning(true)}>
            {t("finding-begin")}
          </button>
        )
      }
    >
      {beginning && (
        <SearchForm
          page={page} onCancel={() => setBeginning(false)}
          onMade={(poll) => {
            put(poll);
            setBeginning(false);
            setOpen(poll.id);
          }}
        />
      )}
      {polls.length === 0 && !beginning && <p>{t("finding-none")}</p>}
      <ul class="rows">
        {polls.map((poll) => (
          <li key={poll.id} class="entry-block">
            <button
              type="button" class="entry-button" aria-expanded={open === poll.id}
              onClick={() => setOpen(open === poll.id ? null : poll.id)}
            >
              <span class="entry-words">
                <strong>
                  <Bdi text={poll.title} />
                </strong>
              </span>
              <span class="soft">{stateInWords(poll)}</span>
            </button>
            {open === poll.id && (
              <OnePoll
                page={page} poll={poll} onChanged={put} reread={asked.load} onDecided={onDecided}
                onRemoved={() => asked.put({ polls: polls.filter(({ id }) => id !== poll.id) })}
              />
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function stateInWords(poll: Poll): string {
  const [first, last] = [poll.decided[0], poll.decided.at(-1)];
  if (poll.decided.length > FEW && first !== undefined && last !== undefined) {
    const [from, to] = [first, last].map((start) => inYear(dayOf(start, poll.zone)));
    return t("finding-decided-many", { count: poll.decided.length, from: from ?? "", to: to ?? "" });
  }
  if (poll.state === "decided") return t("finding-decided", { when: poll.decided.map((start) => spanInWords(start, poll)).join(" · ") });
  if (poll.state === "looking") return t("finding-not-asked");
  const answered = poll.guests.filter(({ said }) => Object.keys(said).length > 0).length;
  return t("finding-answered", { count: answered, all: poll.guests.length });
}
