/** A proposal, as who is asked sees it: who it is, why it fits, what to know before, and three answers in peace. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { MyProposal, MyProposals, Proposed, SayToProposal } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { useCommand } from "../mine/command.ts";
import { momentWhen } from "../mine/days.ts";
import { Face } from "../mine/face.tsx";
import { usePhotos } from "../mine/photos.ts";
import { TextArea } from "../mine/text_area.tsx";
import { path } from "../router.ts";
import { firstName } from "../rooms/names.ts";
import { t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Page, Part } from "../ui/page.tsx";
import { Worded } from "../ui/worded.tsx";
import { Opened } from "./opened.tsx";
import { reasonWords, speaksFor, termList } from "./reason_words.ts";
import "../accounts/pages.css";
import "../mine/mine.css";
import "./proposals.css";

const WORDS = 2_000;
const REASONS = ["none", "time", "not_fitting", "other_plans"] as const;

export function ProposalPage(): JSX.Element {
  const id = path.value.split("/")[2] ?? "";
  const asked = useAsked<MyProposals>("/me/proposals");
  const one = asked.value?.proposals.find((each) => each.id === id);
  const put = (after: MyProposal): void =>
    asked.put({ proposals: asked.value!.proposals.map((each) => (each.id === after.id ? after : each)) });
  return (
    <Page title={t("proposal-title")}>
      {!asked.value ? (
        <Awaited asked={asked} />
      ) : one ? (
        <OneProposal key={one.id} one={one} onChange={put} />
      ) : (
        <div class="part">
          <p>{t("proposal-gone")}</p>
        </div>
      )}
    </Page>
  );
}

interface OneProps {
  one: MyProposal;
  onChange: (after: MyProposal) => void;
}

function OneProposal({ one, onChange }: OneProps): JSX.Element {
  if (one.standing === "over") {
    return (
      <Part title={t("proposal-over-title")}>
        <p role="status">{t(one.says === "not_now" ? "proposal-over-said" : "proposal-over")}</p>
      </Part>
    );
  }
  return (
    <>
      {one.standing === "opened" && <Opened one={one} />}
      <Who one={one} />
      <Why one={one} />
      {one.standing !== "opened" && <Answer one={one} onChange={onChange} />}
    </>
  );
}

// ── who, and why ──

function Who({ one }: { one: MyProposal }): JSX.Element {
  const photos = usePhotos();
  return (
    <section class="part proposal-who">
      {one.standing === "asked" && (
        <>
          <p class="soft"><Worded names={one.programme} /></p>
          <p>{t("proposal-lead")}</p>
        </>
      )}
      {one.people.map((who) => (
        <Person key={who.person.id} who={who} one={one} mark={photos[who.person.id]} />
      ))}
    </section>
  );
}

function Person({ who, one, mark }: { who: Proposed; one: MyProposal; mark: string | undefined }): JSX.Element {
  const name = firstName(who.person.name);
  const facts: [string, JSX.Element][] = [];
  if (who.gives) facts.push([t(`proposal-gives-${who.role}`, { name }), <span class="own-words" dir="auto">{who.gives}</span>]);
  if (who.goals) facts.push([t("proposal-goals"), <span class="own-words" dir="auto">{who.goals}</span>]);
  if (who.skills?.length) facts.push([t(`proposal-skills-${who.role}`), <>{termList(who.skills, one.terms)}</>]);
  if (who.disciplines?.length) facts.push([t("proposal-disciplines"), <>{termList(who.disciplines, one.terms)}</>]);
  return (
    <div class="proposed">
      <div class="proposed-head">
        <Face person={who.person} mark={mark} large />
        <div>
          <h2><Bdi text={who.person.name} /></h2>
          <p class="soft">
            {t(who.role === one.role ? "proposal-in-team" : `proposal-as-${who.role}`)}
            {Object.keys(who.organisation).length > 0 && <> · <Worded names={who.organisation} /></>}
            {who.town && <>, <Bdi text={who.town} /></>}
          </p>
        </div>
      </div>
      {facts.length === 0 && <p class="soft">{t("proposal-no-words")}</p>}
      <dl class="proposed-facts">
        {facts.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Why({ one }: { one: MyProposal }): JSX.Element {
  const pros = one.reasons.filter(speaksFor);
  const before = [...one.reasons.filter((reason) => !speaksFor(reason)), ...one.caveats];
  return (
    <>
      <Part title={t("proposal-why")}>
        {pros.length === 0 ? <p>{t("proposal-why-none")}</p> : <ReasonList reasons={pros} one={one} />}
      </Part>
      {before.length > 0 && (
        <Part title={t("proposal-before")}>
          <ReasonList reasons={before} one={one} />
        </Part>
      )}
    </>
  );
}

const ReasonList = ({ reasons, one }: { reasons: MyProposal["reasons"]; one: MyProposal }): JSX.Element => (
  <ul class="reasons">
    {reasons.map((reason) => (
      <li key={reason.code + JSON.stringify(reason.parameters)}>{reasonWords(reason, one.role, one.terms)}</li>
    ))}
  </ul>
);

// ── my answer ──

function Answer({ one, onChange }: OneProps): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [open, setOpen] = useState<"more" | "not_now" | null>(one.thread.length > 0 ? "more" : null);
  const place = useRef<HTMLHeadingElement>(null);
  const waits = one.standing === "waiting";
  const said = useRef(one.standing);
  useEffect(() => {
    // What was pressed is gone: the focus is where it says what came of it.
    if (said.current !== one.standing) place.current?.focus();
    said.current = one.standing;
  }, [one.standing]);
  const say = (answer: SayToProposal): void =>
    void run(async () => {
      onChange(await http<MyProposal>("PUT", `/me/proposals/${encodeURIComponent(one.id)}`, answer));
      scrollTo({ top: 0 });
    });
  return (
    <section class="part" aria-labelledby="proposal-answer">
      <h2 id="proposal-answer" tabIndex={-1} ref={place}>{t(waits ? "proposal-said-yes-title" : "proposal-answer")}</h2>
      {waits && <p role="status">{t("proposal-said-yes")}</p>}
      {!waits && one.expires_at != null && <p class="soft">{t("proposal-until", { when: momentWhen(one.expires_at, me) })}</p>}
      <Fault words={fault} />
      <div class="proposal-answers">
        {!waits && (
          <button type="button" class="main" disabled={busy} onClick={() => say({ says: "yes" })}>{t("proposal-yes")}</button>
        )}
        <button type="button" aria-expanded={open === "more"} onClick={() => setOpen(open === "more" ? null : "more")}>
          {t("proposal-more")}
        </button>
        <button
          type="button" class="quiet" aria-expanded={open === "not_now"}
          onClick={() => setOpen(open === "not_now" ? null : "not_now")}
        >
          {t(waits ? "proposal-change-mind" : "proposal-not-now")}
        </button>
      </div>
      {open === "not_now" && <NotNow busy={busy} onSay={say} />}
      {open === "more" && <Thread one={one} onChange={onChange} />}
    </section>
  );
}

function NotNow({ busy, onSay }: { busy: boolean; onSay: (answer: SayToProposal) => void }): JSX.Element {
  const [reason, setReason] = useState<(typeof REASONS)[number]>("none");
  return (
    <div class="proposal-form">
      <fieldset class="choices">
        <legend>{t("proposal-not-now-ask")}</legend>
        {REASONS.map((one) => (
          <label key={one} class="pick">
            <input type="radio" name="reason" checked={one === reason} onChange={() => setReason(one)} />
            <span>{t(`proposal-reason-${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <p class="soft">{t("proposal-not-now-who")}</p>
      <p class="row">
        <button type="button" disabled={busy} onClick={() => onSay({ says: "not_now", reason })}>{t("proposal-not-now-say")}</button>
      </p>
    </div>
  );
}

function Thread({ one, onChange }: OneProps): JSX.Element {
  const { me } = useStudio();
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const command = useCommand();
  const [words, setWords] = useState("");
  const waits = one.thread.at(-1)?.by.id === me.id;
  const ask = (event: Event): void => {
    event.preventDefault();
    if (!words.trim()) return;
    void run(async () => {
      const door = `/me/proposals/${encodeURIComponent(one.id)}/questions`;
      onChange(await command({ words }, (question) => http<MyProposal>("POST", door, question)));
      setWords("");
    });
  };
  return (
    <div class="proposal-form">
      <h3>{t("proposal-thread")}</h3>
      <p class="soft">{t("proposal-thread-lead")}</p>
      <ol class="proposal-thread">
        {one.thread.map((line) => (
          <li key={line.at} class={line.by.id === me.id ? "own" : ""}>
            <p class="soft"><Bdi text={line.by.name} /> · {momentWhen(line.at, me)}</p>
            <p class="own-words" dir="auto">{line.words}</p>
          </li>
        ))}
      </ol>
      <p role="status" class="soft">{waits && t("proposal-thread-waits")}</p>
      <form onSubmit={ask}>
        <TextArea label={t("proposal-question")} limit={WORDS} value={words} onWrite={setWords} />
        <Fault words={fault} />
        <p class="row">
          <button type="submit" disabled={busy}>{busy ? t("one-moment") : t("proposal-ask")}</button>
        </p>
      </form>
    </div>
  );
}
