/** Proposals of a year, as the team sees them: who is asked, how each stands in words, questions to answer; and by hand. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { Done, MentorshipMember, Proposal, ProposalPerson, Proposals } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { useCommand } from "../mine/command.ts";
import { momentDay, momentWhen } from "../mine/days.ts";
import { TextArea } from "../mine/text_area.tsx";
import { Pairing } from "../programmes/pairing.tsx";
import { Ask } from "../programmes/people_list.tsx";
import type { SectionProps } from "../programmes/run_page.tsx";
import { locale, t } from "../text/fluent.ts";
import { listOfNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Choice, Field } from "../ui/field.tsx";
import { Part } from "../ui/page.tsx";
import { beginWith } from "./begin.ts";
import { reasonWords, type Terms } from "./reason_words.ts";
import "./proposals.css";

const WORDS = 2_000;
const DAYS = 5;
const MOST_DAYS = 60;
const ORDERS = ["mentor_first", "together"] as const;
const ASKING: readonly Proposal["state"][] = ["asking_mentors", "asking_mentees", "asking_all"];

export function ProposalsSection({ run, page }: SectionProps): JSX.Element {
  const http = useHttp();
  const door = `/cohorts/${encodeURIComponent(page.id)}/proposals`;
  const asked = useAsked<Proposals>(door);
  const [told, setTold] = useState<string | null>(null);
  const [order, setOrder] = useState<(typeof ORDERS)[number]>("mentor_first");
  const [days, setDays] = useState(String(DAYS));
  const command = useCommand();
  // Who came from a pair finds its mentee chosen.
  const [first] = useState(() => beginWith.peek());
  useEffect(() => void (beginWith.value = []), []);
  if (!asked.value) return <Awaited asked={asked} />;
  const { proposals, terms } = asked.value;
  const open = proposals.filter(({ state }) => ASKING.includes(state));
  const ended = proposals.filter(({ state }) => !ASKING.includes(state));
  const propose = async (people: MentorshipMember[]): Promise<void> => {
    await command({ people, order, days: Math.round(Number(days)) || DAYS }, (wanted) => http<Proposal>("POST", door, wanted));
    await asked.load();
  };
  const put = (after: Proposal): void =>
    asked.put({ proposals: proposals.map((one) => (one.id === after.id ? after : one)), terms });
  const row = (one: Proposal): JSX.Element => <Row key={one.id} one={one} terms={terms} onChange={put} onTakenBack={asked.load} />;
  return (
    <>
      <Part title={t("proposing-now")} state={<p class="soft">{t("proposing-lead")}</p>}>
        {open.length === 0 && <p>{t("proposing-none")}</p>}
        <ul class="rows">{open.map(row)}</ul>
        {ended.length > 0 && (
          <details class="came">
            <summary>{t("proposing-earlier", { count: ended.length })}</summary>
            <ul class="rows">{ended.map(row)}</ul>
          </details>
        )}
      </Part>
      <div role="status">{told && <p class="part good">{t("proposing-asked", { names: told })}</p>}</div>
      {page.state !== "ended" && (
        <Pairing run={run} page={page} onOpened={setTold} first={first} act={{ title: t("proposing-hand"), lead: t("proposing-hand-lead"), label: t("proposing-ask"), of: propose }}>
          <Choice
            label={t("proposing-order")} value={order} onChoose={(chosen) => setOrder(ORDERS.find((one) => one === chosen)!)}
            options={ORDERS.map((value) => ({ value, label: t(`proposing-order-${value}`) }))}
          />
          <Field
            label={t("proposing-days")} type="number" inputMode="numeric" min={1} max={MOST_DAYS} value={days}
            onInput={(event) => setDays(event.currentTarget.value)}
          />
        </Pairing>
      )}
    </>
  );
}

interface RowProps {
  one: Proposal;
  terms: Terms;
  onChange: (after: Proposal) => void;
  onTakenBack: () => Promise<void>;
}

function Row(props: RowProps): JSX.Element {
  const { me } = useStudio();
  const { one } = props;
  const [open, setOpen] = useState(false);
  const isOpen = ASKING.includes(one.state);
  const waits = one.people.some(({ waits_for_answer }) => waits_for_answer);
  return (
    <li class="entry-block">
      <button type="button" class="entry-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="entry-words">
          <strong><Bdi text={namesOf(one.people)} /></strong>
          <span class="soft block">
            {isOpen ? t("proposing-until", { when: momentWhen(one.expires_at, me) }) : t("proposing-ended", { when: momentDay(one.ended_at ?? one.made_at, me) })}
            {" · "}
            {t("proposing-by", { name: one.made_by.name })}
            {one.round === null && ` · ${t("proposing-by-hand")}`}
          </span>
        </span>
        <span class={waits || isOpen ? "arrival awaited" : "arrival"}>
          {waits && isOpen ? t("proposing-has-asked") : t(`proposing-state-${one.state}`)}
        </span>
      </button>
      {open && <Inside {...props} />}
    </li>
  );
}

/** Mentors first, as in the list of pairs. */
const byRole = (people: readonly ProposalPerson[]): ProposalPerson[] =>
  [...people].sort((a, b) => Number(a.role === "mentee") - Number(b.role === "mentee"));
const namesOf = (people: readonly ProposalPerson[]): string =>
  listOfNames(byRole(people).map(({ person }) => person.name), locale.value);

function Inside({ one, terms, onChange, onTakenBack }: RowProps): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const isOpen = ASKING.includes(one.state);
  const takeBack = (): void =>
    void run(async () => {
      await http<Done>("DELETE", `/proposals/${encodeURIComponent(one.id)}`);
      await onTakenBack();
    });
  return (
    <div class="entry-acts">
      <ul class="plain-list">
        {byRole(one.people).map((who) => (
          <li key={who.person.id}>
            <Bdi text={who.person.name} /> · {says(who, isOpen)}
          </li>
        ))}
      </ul>
      {one.people.filter(({ thread }) => thread?.length).map((who) => (
        <Thread key={who.person.id} one={one} who={who} isOpen={isOpen} onChange={onChange} />
      ))}
      {one.reasons.some(({ reasons }) => reasons.length > 0) && (
        <details class="came">
          <summary>{t("proposing-why")}</summary>
          {one.reasons.map((pair) => (
            <Reasons key={`${pair.mentee} ${pair.mentor}`} one={one} pair={pair} terms={terms} />
          ))}
        </details>
      )}
      <Fault words={fault} />
      {isOpen && !one.mine && <p class="soft">{t("proposing-not-mine")}</p>}
      {one.mine && !asking && (
        <p class="row">
          <button type="button" class="quiet danger" onClick={() => setAsking(true)}>{t("proposing-take-back")}</button>
        </p>
      )}
      {one.mine && asking && (
        <Ask
          words={t("proposing-take-back-ask", { names: namesOf(one.people) })} yes={t("proposing-take-back-now")} busy={busy}
          onYes={takeBack} onNo={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** How it stands to one of them; of why not, the class alone is known. */
function says(who: ProposalPerson, isOpen: boolean): string {
  const words = [t(`proposing-says-${who.asked ? who.says : "later"}`)];
  if (who.reason && who.reason !== "none") words.push(t(`proposal-reason-${who.reason}`));
  if (isOpen && who.asked && !who.here) words.push(t("proposing-invited"));
  return words.join(" · ");
}

function Reasons({ one, pair, terms }: { one: Proposal; pair: Proposal["reasons"][number]; terms: Terms }): JSX.Element {
  const people = one.people.filter(({ person }) => person.id === pair.mentee || person.id === pair.mentor);
  return (
    <>
      {one.people.length > 2 && <p><strong><Bdi text={namesOf(people)} /></strong></p>}
      <ul class="reasons">
        {pair.reasons.map((reason) => (
          <li key={reason.code}>{reasonWords(reason, "team", terms)}</li>
        ))}
      </ul>
    </>
  );
}

interface ThreadProps {
  one: Proposal;
  who: ProposalPerson;
  isOpen: boolean;
  onChange: (after: Proposal) => void;
}

function Thread({ one, who, isOpen, onChange }: ThreadProps): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const command = useCommand();
  const [words, setWords] = useState("");
  const { name } = who.person;
  const answer = (event: Event): void => {
    event.preventDefault();
    if (!words.trim()) return;
    void run(async () => {
      const said = { person: who.person.id, words };
      onChange(await command(said, (line) => http<Proposal>("POST", `/proposals/${encodeURIComponent(one.id)}/questions`, line)));
      setWords("");
    });
  };
  return (
    <div class="proposal-form">
      <h3>{t("proposing-thread", { name })}</h3>
      <ol class="proposal-thread">
        {who.thread?.map((line) => (
          <li key={line.at} class={line.by.id === who.person.id ? "" : "own"}>
            <p class="soft"><Bdi text={line.by.name} /> · {momentWhen(line.at, me)}</p>
            <p class="own-words" dir="auto">{line.words}</p>
          </li>
        ))}
      </ol>
      {isOpen && (
        <form onSubmit={answer}>
          <TextArea label={t("proposing-answer", { name })} limit={WORDS} value={words} onWrite={setWords} />
          <p class="soft">{t("proposing-answer-who", { name })}</p>
          <Fault words={fault} />
          <p class="row">
            <button type="submit" disabled={busy}>{busy ? t("one-moment") : t("proposing-answer-send")}</button>
          </p>
        </form>
      )}
    </div>
  );
}
