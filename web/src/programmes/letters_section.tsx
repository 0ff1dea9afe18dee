/** What the team announces: to all, to mentors, to mentees, to one organisation's people; and what they answer. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault, useDoing } from "../accounts/form.tsx";
import { useHttp, useStudio } from "../context.ts";
import type { Bulletin, BulletinAnswers, Bulletins, CohortPage } from "../contract.ts";
import { useAsked } from "../mine/asked.ts";
import { Awaited } from "../mine/awaited.tsx";
import { momentDay } from "../mine/days.ts";
import { language, t } from "../text/fluent.ts";
import { chooseWords, worded } from "../text/worded.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Part } from "../ui/page.tsx";
import { LetterForm } from "./letter_form.tsx";
import { languageName } from "./lines.ts";
import { Ask } from "./people_list.tsx";
import type { SectionProps } from "./run_page.tsx";

export function LettersSection({ page }: SectionProps): JSX.Element {
  const asked = useAsked<Bulletins>(`/cohorts/${encodeURIComponent(page.id)}/bulletins`);
  const { value, load } = asked;
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState(false);
  if (writing) {
    return (
      <LetterForm
        page={page} onCancel={() => setWriting(false)}
        onSent={async () => {
          setWriting(false);
          setSent(true);
          await load();
        }}
      />
    );
  }
  return (
    <>
      <section class="part">
        <div role="status">{sent && <p class="good">{t("letter-sent")}</p>}</div>
        <p class="soft">{t("letters-lead")}</p>
        {page.state !== "ended" && (
          <p class="row">
            <button
              type="button" class="main"
              onClick={() => {
                setSent(false);
                setWriting(true);
              }}
            >
              {t("letter-write")}
            </button>
          </p>
        )}
      </section>
      {value ? (
        <Part
          title={t("letters-before")} state={value.bulletins.length === 0 ? <p class="soft">{t("letters-none")}</p> : undefined}
        >
          <ul class="rows">
            {value.bulletins.map((one) => (
              <LetterRow key={one.id} page={page} letter={one} onChanged={load} />
            ))}
          </ul>
        </Part>
      ) : (
        <Awaited asked={asked} />
      )}
    </>
  );
}

/** To all, to the mentors of one organisation … */
export function toWhom(page: CohortPage, to: Bulletin["to"], organisation: string | null): string {
  const found = page.organisations.find(({ id }) => id === organisation);
  const group = t(`letter-to-${to}`);
  return found ? `${group} (${worded(found.names, language.value)})` : group;
}

function LetterRow({ page, letter, onChanged }: { page: CohortPage; letter: Bulletin; onChanged: () => Promise<void> }): JSX.Element {
  const { me } = useStudio();
  const [open, setOpen] = useState(false);
  const titles = Object.fromEntries(Object.entries(letter.texts).map(([tag, text]) => [tag, text.title]));
  const title = chooseWords(titles, language.value);
  const day = momentDay(letter.at, me);
  return (
    <li class="entry-block">
      <button type="button" class="entry-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="entry-words">
          <strong lang={title.language}>
            <Bdi text={title.words} />
          </strong>
          <span class="soft block">
            {toWhom(page, letter.to, letter.organisation)} · {t("people-count", { count: letter.people })} · {day}
          </span>
        </span>
        <span class={letter.new_answers > 0 ? "arrival awaited" : "arrival"}>
          {letter.mailing && t("letter-mailing")}
          {letter.answers > 0 && !letter.mailing && t("letter-answers", { count: letter.answers })}
          {letter.new_answers > 0 && <span class="new">{t("letter-new", { count: letter.new_answers })}</span>}
        </span>
      </button>
      {open && <LetterOpen letter={letter} onChanged={onChanged} />}
    </li>
  );
}

function LetterOpen({ letter, onChanged }: { letter: Bulletin; onChanged: () => Promise<void> }): JSX.Element {
  const http = useHttp();
  const { busy, fault, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const takeBack = (): void =>
    void run(async () => {
      await http("DELETE", `/bulletins/${encodeURIComponent(letter.id)}`);
      await onChanged();
    });
  return (
    <div class="entry-acts">
      {!letter.mine && (
        <p class="soft">
          {t("letter-by")} <Bdi text={letter.author.name} />
        </p>
      )}
      <LetterTexts texts={Object.entries(letter.texts)} />
      {letter.mine && letter.answers > 0 && <Answers letter={letter.id} />}
      {letter.mine && letter.answers === 0 && <p class="soft">{t("letter-no-answers")}</p>}
      <Fault words={fault} />
      {letter.may_take_back &&
        (asking ? (
          <Ask
            words={t("letter-take-back-ask")} yes={t("letter-take-back")} busy={busy} onYes={takeBack}
            onNo={() => setAsking(false)}
          />
        ) : (
          <p class="row">
            <button type="button" class="quiet danger flush" onClick={() => setAsking(true)}>
              {t("letter-take-back")}
            </button>
          </p>
        ))}
    </div>
  );
}

/** As it is read, in each of its languages. */
export const LetterTexts = ({ texts }: { texts: readonly (readonly [string, { title: string; words: string }])[] }): JSX.Element => (
  <div class="side-by-side">
    {texts.map(([tag, { title, words }]) => (
      <article key={tag} class="letter">
        <p class="soft" lang={tag}>
          {languageName(tag)}
        </p>
        <h3 lang={tag} dir="auto">
          {title}
        </h3>
        <p class="letter-words" lang={tag} dir="auto">
          {words}
        </p>
      </article>
    ))}
  </div>
);

function Answers({ letter }: { letter: string }): JSX.Element {
  const { me } = useStudio();
  const asked = useAsked<BulletinAnswers>(`/bulletins/${encodeURIComponent(letter)}/answers`);
  const { value } = asked;
  if (!value) return <Awaited asked={asked} />;
  return (
    <section class="answers">
      <h3>{t("letter-answers-title")}</h3>
      <p class="soft">{t("letter-answers-who")}</p>
      <ul class="rows">
        {value.answers.map((answer) => (
          <li key={answer.id} class="entry">
            <div class="entry-words">
              <p>
                <strong>
                  <Bdi text={answer.person.name} />
                </strong>{" "}
                <span class="soft">{momentDay(answer.at, me)}</span>
              </p>
              <p class="letter-words" dir="auto">
                {answer.words}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
