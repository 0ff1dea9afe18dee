/** The end of the way: four questions for the last meeting, thanks of each to the others, and what one takes along. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { inYear, momentDay } from "../../../mine/days.ts";
import { TextArea } from "../../../mine/text_area.tsx";
import { t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useAct } from "../../places/act.ts";
import { copyOf } from "../../copy.ts";
import type { Room } from "../../room.ts";

const WORDS_LIMIT = 2_000;
const PROMPTS = ["end-prompt-1", "end-prompt-2", "end-prompt-3", "end-prompt-4"];

export function Thanks({ room }: { room: Room }): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const snapshot = room.snapshot.value;
  const thanks = snapshot?.things?.thanks ?? [];
  const own = thanks.find(({ by }) => by === me.id);
  const closed = snapshot?.closed != null;
  const [words, setWords] = useState<string | null>(null);
  const until = snapshot?.purge_on;
  const nameOf = (person: string | null): string => snapshot?.members.find((one) => one.person === person)?.name ?? "";
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (words !== null && (await act("room.thank", { words }))) setWords(null);
  };
  const takeBack = async (): Promise<void> => {
    if (own) await act("room.take_back_thanks", { item: own.id });
  };
  return (
    <section class="thing" aria-labelledby="thanks-title">
      <header class="thing-head">
        <h2 id="thanks-title">{t("thanks-title")}</h2>
      </header>
      <ul class="things">
        {thanks.map((one) => (
          <li key={one.id} class="thing-row">
            <div class="thing-words">
              <p class="thing-text" dir="auto">
                {one.body.words}
              </p>
              <p class="soft">
                <Bdi text={nameOf(one.by)} /> · {momentDay(one.at, me)}
              </p>
            </div>
            {one.by === me.id && (
              <span>
                {!closed && (
                  <button type="button" class="quiet round" aria-label={t("thanks-change")} onClick={() => setWords(one.body.words)}>
                    <Icon name="edit" />
                  </button>
                )}
                <button type="button" class="quiet round" aria-label={t("thanks-take-back")} disabled={busy} onClick={() => void takeBack()}>
                  <Icon name="close" />
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {words !== null && (
        <form class="thing-form" onSubmit={(event) => void send(event)}>
          <TextArea label={t("thanks-words")} limit={WORDS_LIMIT} value={words} rows={4} onWrite={setWords} />
          <p class="row">
            <button type="submit" class="main" disabled={busy || words.trim() === ""}>
              {busy ? t("one-moment") : t("thanks-say")}
            </button>
            <button type="button" class="quiet" onClick={() => setWords(null)}>
              {t("thanks-not-now")}
            </button>
          </p>
        </form>
      )}
      {!closed && words === null && !own && (
        <div class="offer-card">
          <p class="soft">{t("thanks-offer")}</p>
          <button type="button" onClick={() => setWords("")}>
            {t("thanks-begin")}
          </button>
        </div>
      )}
      <Fault words={fault} />
      {!closed && (
        <details class="done-things">
          <summary>{t("end-prompts")}</summary>
          <ol class="end-prompts">
            {PROMPTS.map((prompt) => (
              <li key={prompt}>{t(prompt)}</li>
            ))}
          </ol>
        </details>
      )}
      <p class="soft">
        {until ? t("end-until", { day: inYear(until) }) : t("end-take")}{" "}
        <a href={copyOf(room, "zip")} download>
          {t("end-as-all")}
        </a>
        {" · "}
        <a href={copyOf(room, "html")} download>
          {t("end-as-page")}
        </a>
        {" · "}
        <a href={copyOf(room, "json")} download>
          {t("end-as-data")}
        </a>
      </p>
    </section>
  );
}
