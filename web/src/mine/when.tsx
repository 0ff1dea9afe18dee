/** When could I? Times that I am asked about, each by my own clock. What is tapped is said at once, and can be taken back. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { AnswerPoll, MyPoll, MyPolls } from "../contract.ts";
import { timeOfDay, whenWeMeet } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { useAsked } from "./asked.ts";
import { SAYS, type Says } from "./says.ts";

type Said = MyPoll["said"];

export function WhenCouldI(): JSX.Element {
  const asked = useAsked<MyPolls>("/me/polls");
  return (
    <>
      {asked.value?.polls.map((poll) => (
        <Question key={`${poll.id} ${poll.asked.join()}`} poll={poll} />
      ))}
    </>
  );
}

function Question({ poll }: { poll: MyPoll }): JSX.Element {
  const { said, before, fault, say } = useAnswer(poll);
  const title = useRef<HTMLHeadingElement>(null);
  const open = poll.asked.filter((start) => !said[start]).length;
  const undo = (): void => {
    if (!before) return;
    // The button goes with what it takes back.
    title.current?.focus();
    say(before, true);
  };
  return (
    <section class="home-part card question when" aria-labelledby={`when-${poll.id}`}>
      <h2 id={`when-${poll.id}`} tabIndex={-1} ref={title}>{t("when-title")}</h2>
      <p>
        <strong>
          <Bdi text={poll.title} />
        </strong>{" "}
        <span class="soft">
          <Bdi text={t("when-asked-by", { name: poll.made_by.name })} />
        </span>
      </p>
      {poll.asked.map((start) => (
        <Time key={start} poll={poll} start={start} says={said[start]} onSay={(word) => say({ ...said, [start]: word })} />
      ))}
      <Fault words={fault} />
      <p class="row when-said">
        <span role="status" class="soft">
          {before && t(open === 0 ? "when-noted-all" : "when-noted")}
        </span>
        {before && (
          <button type="button" class="quiet" onClick={undo}>
            {t("when-undo")}
          </button>
        )}
      </p>
    </section>
  );
}

/** What I said before stands by until something else is said. The newest of several quick taps is the one that counts. */
function useAnswer(poll: MyPoll): { said: Said; before: Said | null; fault: string | null; say: (next: Said, undo?: boolean) => void } {
  const http = useHttp();
  const { fault, run } = useDoing();
  const [said, setSaid] = useState(poll.said);
  const [before, setBefore] = useState<Said | null>(null);
  const wanted = useRef(poll.said);
  const kept = useRef(poll.said);
  const sending = useRef(false);
  useEffect(() => {
    // Said on another device of mine.
    if (sending.current) return;
    wanted.current = kept.current = poll.said;
    setSaid(poll.said);
  }, [JSON.stringify(poll.said)]);

  async function send(): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    try {
      while (kept.current !== wanted.current) {
        const now = wanted.current;
        const answer: AnswerPoll = { said: now };
        await http<MyPoll>("PUT", `/me/polls/${encodeURIComponent(poll.id)}`, answer);
        kept.current = now;
      }
    } catch (error) {
      // What the server does not know is not shown as said.
      wanted.current = kept.current;
      setSaid(kept.current);
      setBefore(null);
      throw error;
    } finally {
      sending.current = false;
    }
  }

  function say(next: Said, undo = false): void {
    setBefore(undo ? null : said);
    setSaid(next);
    wanted.current = next;
    void run(send);
  }
  return { said, before, fault, say };
}

interface TimeProps {
  poll: MyPoll;
  start: number;
  says: Says | undefined;
  onSay: (word: Says) => void;
}

function Time({ poll, start, says, onSay }: TimeProps): JSX.Element {
  const { me } = useStudio();
  const until = timeOfDay(start + poll.minutes * 60_000, locale.value, me.zone);
  return (
    <fieldset class="when-time">
      <legend>
        <time dateTime={new Date(start).toISOString()}>{`${whenWeMeet(start, Date.now(), locale.value, me.zone)}–${until}`}</time>
      </legend>
      <div class="when-words">
        {(Object.keys(SAYS) as Says[]).map((word) => (
          <label key={word} class={`when-word ${word}`}>
            <input
              type="radio" name={`${poll.id} ${start}`} value={word} checked={says === word} onChange={() => onSay(word)}
            />
            {t(SAYS[word])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
