/** Half-way: how each goal began and what became of it; then each answers alone, then all together. */
import "../path.css";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { HalfWay } from "../../../contract.ts";
import { partOf } from "../../../mine/programmes.ts";
import { TextArea } from "../../../mine/text_area.tsx";
import { locale, t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { dayWords } from "../day_words.ts";
import { GoalStory } from "../goals/goals.tsx";
import { firstWording } from "../goals/story.ts";
import { Alone, OnlyMe } from "../reflections/alone.tsx";
import { HALFWAY as QUESTIONS, HALFWAY_PAGE, useOwnPages } from "../reflections/own_pages.ts";
import { middleOf } from "./middle.ts";

const WORDS_LIMIT = 4_000;

export function HalfWayCard({ room }: { room: Room }): JSX.Element | null {
  const { studio } = useStudio();
  const [asked, setAsked] = useState(false);
  const snapshot = room.snapshot.value;
  const closed = snapshot?.closed != null;
  const run = partOf(studio.programmes.parts.value, room.id)?.cohort;
  const middle = run ? middleOf(run.start, run.end) : null;
  const there = (snapshot?.things?.halfway ?? []).length > 0;
  const due = middle !== null && Date.now() >= Date.parse(`${middle}T00:00:00Z`);
  if (!there && !asked && !due) {
    return closed ? null : (
      <section class="thing" aria-labelledby="halfway-title">
        <h2 id="halfway-title">{t("halfway")}</h2>
        <div class="offer-card">
          <p class="soft">{middle ? t("halfway-later", { day: dayWords(middle, locale.value) }) : t("halfway-offer")}</p>
          <button type="button" onClick={() => setAsked(true)}>
            {t("halfway-now")}
          </button>
        </div>
      </section>
    );
  }
  return <Card room={room} closed={closed} />;
}

function Card({ room, closed }: { room: Room; closed: boolean }): JSX.Element {
  const own = useOwnPages(room);
  const [alone, setAlone] = useState(false);
  const [writing, setWriting] = useState(false);
  const [begun, setBegun] = useState<HalfWay | null>(null);
  const acting = useAct(room);
  const things = room.snapshot.value?.things;
  const goals = things?.goals ?? [];
  const card = things?.halfway?.at(-1);
  const known = new Set((things?.steps ?? []).map(({ body }) => body.what));
  const fresh = (card?.body.steps ?? []).filter((step) => !known.has(step));
  const mine = own.pages?.get(HALFWAY_PAGE);
  /** What I wrote alone, as a beginning of what we write together. */
  const fromMine = (): HalfWay => ({
    came: mine?.get("came") ?? "",
    works: mine?.get("works") ?? "",
    steps: (mine?.get("steps") ?? "").split("\n").map((line) => line.trim()).filter(Boolean).slice(0, 3),
  });
  const write = (from: HalfWay | null): void => {
    setBegun(from);
    setWriting(true);
  };
  const toSteps = async (): Promise<void> => {
    for (const what of fresh) if (!(await acting.act("room.add_step", { what }))) return;
  };
  return (
    <section class="thing" aria-labelledby="halfway-title">
      <header class="thing-head">
        <h2 id="halfway-title">{t("halfway")}</h2>
      </header>
      <p class="soft">{t("halfway-how")}</p>
      {goals.length > 0 && (
        <ul class="things">
          {goals.map((goal) => (
            <li key={goal.id} class="thing-row">
              <div class="thing-words">
                <p class="soft">{t("halfway-first")}</p>
                <p class="thing-name" dir="auto">
                  {firstWording(goal)}
                </p>
                {firstWording(goal) !== goal.body.text && (
                  <p class="thing-text">
                    <span class="soft">{t("halfway-today")}</span> <span dir="auto">{goal.body.text}</span>
                  </p>
                )}
                {goal.body.state !== "open" && <p class="soft">{t(`goal-state-${goal.body.state}`)}</p>}
                <GoalStory goal={goal} room={room} open />
              </div>
            </li>
          ))}
        </ul>
      )}
      {alone && (
        <div class="path-alone" role="group" aria-label={t("halfway-alone")}>
          <OnlyMe />
          <Alone own={own} page={HALFWAY_PAGE} questions={QUESTIONS} prefix="halfway" />
        </div>
      )}
      {card && (
        <dl class="path-answers">
          {card.body.came && (
            <div>
              <dt>{t("halfway-came")}</dt>
              <dd dir="auto">{card.body.came}</dd>
            </div>
          )}
          {card.body.works && (
            <div>
              <dt>{t("halfway-works")}</dt>
              <dd dir="auto">{card.body.works}</dd>
            </div>
          )}
          {card.body.steps.length > 0 && (
            <div>
              <dt>{t("halfway-next-steps")}</dt>
              <dd>
                <ol>
                  {card.body.steps.map((step) => (
                    <li key={step} dir="auto">
                      {step}
                    </li>
                  ))}
                </ol>
              </dd>
            </div>
          )}
        </dl>
      )}
      <Fault words={acting.fault} />
      {!closed && (
        <div class="path-buttons">
          <button type="button" aria-expanded={alone} onClick={() => setAlone(!alone)}>
            {t(alone ? "reflection-enough" : "halfway-alone")}
          </button>
          <button type="button" onClick={() => write(card?.body ?? null)}>
            {t(card ? "halfway-change" : "halfway-together")}
          </button>
          {!card && mine && [...mine.values()].some((text) => text.trim()) && (
            <button type="button" class="quiet" onClick={() => write(fromMine())}>
              {t("halfway-from-mine")}
            </button>
          )}
          {fresh.length > 0 && (
            <button type="button" class="quiet" disabled={acting.busy} onClick={() => void toSteps()}>
              {t("halfway-to-steps")}
            </button>
          )}
        </div>
      )}
      {writing && <CardForm room={room} from={begun} onClose={() => setWriting(false)} />}
    </section>
  );
}

function CardForm({ room, from, onClose }: { room: Room; from: HalfWay | null; onClose: () => void }): JSX.Element {
  const [came, setCame] = useState(from?.came ?? "");
  const [works, setWorks] = useState(from?.works ?? "");
  const [steps, setSteps] = useState<string[]>([0, 1, 2].map((place) => from?.steps[place] ?? ""));
  const { act, busy, fault } = useAct(room);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await act("room.write_halfway", { came, works, steps: steps.filter((step) => step.trim()) })) onClose();
  };
  return (
    <Dialog title={t("halfway-together")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <TextArea label={t("halfway-came")} limit={WORDS_LIMIT} rows={4} value={came} onWrite={setCame} />
        <TextArea label={t("halfway-works")} limit={WORDS_LIMIT} rows={4} value={works} onWrite={setWorks} />
        {steps.map((step, place) => (
          <Field
            key={place} label={t("halfway-step", { number: place + 1 })} maxLength={500} dir="auto" value={step}
            onInput={(event) => setSteps(steps.map((other, here) => (here === place ? event.currentTarget.value : other)))}
          />
        ))}
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("path-save")}
        </button>
      </form>
    </Dialog>
  );
}
