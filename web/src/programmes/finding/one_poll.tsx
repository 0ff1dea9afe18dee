/** One search: its times while nobody was asked, the answers then, and what it came to. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../../accounts/form.tsx";
import { useHttp } from "../../context.ts";
import type { ChooseTimes, CohortPage, Done, Poll } from "../../contract.ts";
import { isRefused } from "../../http.ts";
import { t } from "../../text/fluent.ts";
import { Ask } from "../people_list.tsx";
import { Answers } from "./answers.tsx";
import { Results } from "./results.tsx";
import { spanInWords } from "./words.ts";

interface OnePollProps {
  page: CohortPage;
  poll: Poll;
  onChanged: (poll: Poll) => void;
  reread: () => Promise<void>;
  onDecided: () => Promise<void>;
  onRemoved: () => void;
}

export function OnePoll({ page, poll, onChanged, reread, onDecided, onRemoved }: OnePollProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [others, setOthers] = useState(false);
  const [removing, setRemoving] = useState(false);
  const door = `/polls/${encodeURIComponent(poll.id)}`;
  const choose = async (what: "asked" | "decided", starts: number[]): Promise<void> => {
    const wanted: ChooseTimes = { version: poll.version, starts };
    try {
      onChanged(await http<Poll>("PUT", `${door}/${what}`, wanted));
    } catch (error) {
      // What was looked at is not the newest: it is shown, beside why.
      if (isRefused(error, "changed_meanwhile", "poll_over")) await reread();
      throw error;
    }
    setOthers(false);
    if (what === "decided") await onDecided();
  };
  const ask = (starts: number[]): void => void run(() => choose("asked", starts));
  const decide = (starts: number[]): void => void run(() => choose("decided", starts));
  const remove = (): void =>
    void run(async () => {
      await http<Done>("DELETE", door);
      onRemoved();
    });
  return (
    <div class="entry-acts">
      {poll.state === "looking" && <Results poll={poll} lead={page.lead} busy={busy} onAsk={ask} onDecide={decide} />}
      {poll.state === "asking" && <Answers poll={poll} lead={page.lead} busy={busy} onDecide={decide} />}
      {poll.state === "decided" && (
        <>
          <ul>
            {poll.decided.map((start) => (
              <li key={start}>
                <strong>{spanInWords(start, poll)}</strong>
              </li>
            ))}
          </ul>
          <p>{t("finding-decided-what")}</p>
        </>
      )}
      {others && poll.state === "asking" && <Results poll={poll} lead={page.lead} busy={busy} onAsk={ask} onDecide={decide} />}
      <Fault words={fault} />
      {removing ? (
        <Ask
          words={t(poll.state === "decided" ? "finding-remove-decided" : "finding-remove-ask")} busy={busy} yes={t("finding-remove")}
          onYes={remove} onNo={() => setRemoving(false)}
        />
      ) : (
        <p class="row">
          {poll.state === "asking" && !others && (
            <button type="button" onClick={() => setOthers(true)}>
              {t("finding-others")}
            </button>
          )}
          <button type="button" class="quiet danger" onClick={() => setRemoving(true)}>
            {t("finding-remove")}
          </button>
        </p>
      )}
    </div>
  );
}
