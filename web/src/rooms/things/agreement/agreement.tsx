/** Our agreement: five questions that have an answer from the beginning. Nothing waits for it. */
import "../path.css";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { Agreement, AgreementProposal, Item } from "../../../contract.ts";
import { dayOf, daysBetween } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { listOfNames } from "../../../text/order.ts";
import { useAct, type Acting } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { dayWords } from "../day_words.ts";
import { membersOf, nameIn } from "../people.ts";
import { OFFER, QUESTIONS, answerWords } from "./answers.ts";
import { AnswersForm } from "./answers_form.tsx";

const REVIEW_DAYS = 90;

export function OurAgreement({ room }: { room: Room }): JSX.Element {
  const { me } = useStudio();
  const [changing, setChanging] = useState(false);
  const acting = useAct(room);
  const snapshot = room.snapshot.value;
  const item = snapshot?.things?.agreement?.at(-1);
  const answers: Agreement | typeof OFFER = item?.body ?? OFFER;
  const talked = item?.body.talked ?? [];
  const closed = snapshot?.closed != null;
  const newest = Math.max(0, ...talked.map(({ at }) => at));
  const due = newest > 0 && daysBetween(newest, Date.now(), me.zone) >= REVIEW_DAYS;
  return (
    <section class="thing" aria-labelledby="agreement-title">
      <header class="thing-head">
        <h2 id="agreement-title">{t("our-agreement")}</h2>
        {!closed && (
          <button type="button" class="quiet" onClick={() => setChanging(true)}>
            {t("path-change")}
          </button>
        )}
      </header>
      <p class="soft">{t(item && !isDraft(item) ? "agreement-how" : "agreement-offer")}</p>
      {due && <p>{t("agreement-review")}</p>}
      <dl class="path-answers">
        {QUESTIONS.map((question) => (
          <div key={question}>
            <dt>{t(`agreement-${question}`)}</dt>
            <dd dir="auto">{answerWords(question, answers)}</dd>
          </div>
        ))}
      </dl>
      {item?.body.proposals.map((proposal) => (
        <Proposed key={proposal.number} room={room} item={item.id} proposal={proposal} closed={closed} acting={acting} />
      ))}
      {talked.map(({ person, at }) => (
        <p key={person} class="soft">
          {t("agreement-talked-by", { name: nameIn(room, person), when: dayWords(dayOf(at, me.zone), locale.value) })}
        </p>
      ))}
      <Fault words={acting.fault} />
      {!closed && (
        <div class="path-buttons">
          <button type="button" disabled={acting.busy} onClick={() => void acting.act("room.talked_through", {})}>
            {t(talked.some(({ person }) => person === me.id) ? "agreement-talked-again" : "agreement-talked")}
          </button>
        </div>
      )}
      {changing && <AnswersForm room={room} answers={answers} onClose={() => setChanging(false)} />}
    </section>
  );
}

/** The server laid it here when the room opened, and nobody has said anything of it. */
const isDraft = ({ by, id, last }: Item<Agreement>): boolean => by === null && last === id;

interface ProposedProps {
  room: Room;
  item: number;
  proposal: AgreementProposal;
  closed: boolean;
  acting: Acting;
}

function Proposed({ room, item, proposal, closed, acting }: ProposedProps): JSX.Element {
  const { me } = useStudio();
  const { number, by, question, agreed } = proposal;
  const mine = agreed.includes(me.id);
  const missing = membersOf(room).filter(({ person }) => !agreed.includes(person)).map(({ name }) => name);
  const answer = (yes: boolean): void => void acting.act("room.answer_proposal", { item, number, yes });
  return (
    <div class="path-card" role="group" aria-label={t("agreement-proposal", { name: nameIn(room, by) })}>
      <p>{t("agreement-proposal", { name: nameIn(room, by) })}</p>
      <p class="soft">{t(`agreement-${question}`)}</p>
      <p class="thing-text" dir="auto">
        {answerWords(question, proposal as Parameters<typeof answerWords>[1])}
      </p>
      {missing.length > 0 && <p class="soft">{t("agreement-waits", { names: listOfNames(missing, locale.value) })}</p>}
      {!closed && (
        <div class="path-buttons">
          {(!mine || missing.length === 0) && (
            <button type="button" disabled={acting.busy} onClick={() => answer(true)}>
              {t("agreement-yes")}
            </button>
          )}
          <button type="button" class="quiet" disabled={acting.busy} onClick={() => answer(false)}>
            {t(by === me.id ? "agreement-take-back" : "agreement-no")}
          </button>
        </div>
      )}
    </div>
  );
}
