/** Looking back on a month: seven questions for oneself alone, and what one chose to share of them. */
import "../path.css";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { locale, t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Tick } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { monthWords } from "../day_words.ts";
import { nameIn } from "../people.ts";
import { Alone, OnlyMe } from "./alone.tsx";
import { monthOf, returning } from "./months.ts";
import { HALFWAY_PAGE, MONTHLY, useOwnPages, type Own, type Question } from "./own_pages.ts";

export function Reflections({ room }: { room: Room }): JSX.Element {
  const { me } = useStudio();
  const own = useOwnPages(room);
  const [writing, setWriting] = useState<string | null>(null);
  const [sharing, setSharing] = useState<string | null>(null);
  const acting = useAct(room);
  const snapshot = room.snapshot.value;
  const closed = snapshot?.closed != null;
  const month = monthOf(Date.now(), me.zone);
  const written = [...(own.pages ?? [])]
    .filter(([page, answers]) => page !== HALFWAY_PAGE && [...answers.values()].some((text) => text.trim()))
    .map(([page]) => page)
    .sort()
    .reverse();
  const shared = [...(snapshot?.things?.reflections ?? [])].sort((a, b) => b.body.month.localeCompare(a.body.month) || b.id - a.id);
  const named = (page: string): string => monthWords(page, locale.value);
  return (
    <section class="thing" aria-labelledby="reflections-title">
      <header class="thing-head">
        <h2 id="reflections-title">{t("reflections")}</h2>
      </header>
      {returning(written, month).map(({ page, months }) => (
        <div key={page} class="path-card">
          <p class="thing-name">{t("own-words-back", { months })}</p>
          <OnlyMe />
          <PageWords own={own} page={page} />
        </div>
      ))}
      {!closed && writing === null && (
        <div class="offer-card">
          <p class="soft">{t("reflection-offer")}</p>
          <button type="button" onClick={() => setWriting(month)}>
            {t("reflection-begin", { month: named(month) })}
          </button>
        </div>
      )}
      {writing !== null && (
        <div class="path-alone" role="group" aria-label={named(writing)}>
          <h3 class="thing-section path-month">{named(writing)}</h3>
          <OnlyMe />
          <Alone own={own} page={writing} questions={MONTHLY} prefix="month" />
          <div class="path-buttons">
            <button type="button" onClick={() => setWriting(null)}>
              {t("reflection-enough")}
            </button>
            {written.includes(writing) && (
              <button type="button" class="quiet" onClick={() => setSharing(writing)}>
                {t("reflection-share")}
              </button>
            )}
          </div>
        </div>
      )}
      {written.length > 0 && (
        <details class="done-things">
          <summary>{t("reflection-mine", { count: written.length })}</summary>
          {written.map((page) => (
            <div key={page}>
              <h3 class="thing-section path-month">{named(page)}</h3>
              <PageWords own={own} page={page} />
              {!closed && (
                <div class="path-buttons">
                  <button type="button" class="quiet" onClick={() => setWriting(page)}>
                    {t("reflection-go-on")}
                  </button>
                  <button type="button" class="quiet" onClick={() => setSharing(page)}>
                    {t("reflection-share")}
                  </button>
                </div>
              )}
            </div>
          ))}
        </details>
      )}
      {shared.length > 0 && (
        <div>
          <h3 class="thing-section">{t("reflection-shared")}</h3>
          <ul class="things">
            {shared.map((item) => (
              <li key={item.id} class="thing-row">
                <div class="thing-words">
                  <p class="thing-name">
                    {t("path-by", { name: nameIn(room, item.by), when: named(item.body.month) })}
                  </p>
                  {item.body.answers.map(({ question, text }) => (
                    <div key={question}>
                      <p class="soft">{t(`month-${question}`)}</p>
                      <p class="thing-text" dir="auto">
                        {text}
                      </p>
                    </div>
                  ))}
                </div>
                {item.by === me.id && (
                  <button
                    type="button" class="quiet" disabled={acting.busy}
                    onClick={() => void acting.act("room.unshare_reflection", { item: item.id })}
                  >
                    {t("reflection-unshare")}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Fault words={acting.fault} />
      {sharing !== null && <ShareForm room={room} own={own} page={sharing} onClose={() => setSharing(null)} />}
    </section>
  );
}

/** The answers of one page, in the order of the questions. */
function PageWords({ own, page }: { own: Own; page: string }): JSX.Element {
  const answers = own.pages?.get(page);
  return (
    <>
      {MONTHLY.filter((question) => answers?.get(question)?.trim()).map((question) => (
        <div key={question}>
          <p class="soft">{t(`month-${question}`)}</p>
          <p class="thing-text" dir="auto">
            {answers?.get(question)}
          </p>
        </div>
      ))}
    </>
  );
}

interface ShareFormProps {
  room: Room;
  own: Own;
  page: string;
  onClose: () => void;
}

function ShareForm({ room, own, page, onClose }: ShareFormProps): JSX.Element {
  const [chosen, setChosen] = useState<ReadonlySet<Question>>(new Set());
  const { act, busy, fault } = useAct(room);
  const answers = own.pages?.get(page);
  const there = MONTHLY.filter((question) => answers?.get(question)?.trim());
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const said = there.filter((question) => chosen.has(question));
    const shared = said.map((question) => ({ question, text: answers?.get(question) ?? "" }));
    if (await act("room.share_answers", { month: page, answers: shared })) onClose();
  };
  return (
    <Dialog title={t("reflection-share")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <p>{t("reflection-share-help")}</p>
        {there.map((question) => (
          <Tick
            key={question} name={question} label={t(`month-${question}`)} help={answers?.get(question) ?? ""}
            checked={chosen.has(question)}
            onTick={(on) => setChosen(new Set(there.filter((other) => (other === question ? on : chosen.has(other)))))}
          />
        ))}
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy || chosen.size === 0}>
          {busy ? t("one-moment") : t("reflection-share-now")}
        </button>
      </form>
    </Dialog>
  );
}
