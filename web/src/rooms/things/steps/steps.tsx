/** Next steps: what somebody does, until when. */
import "../path.css";
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { Item, NextStep } from "../../../contract.ts";
import { dayOf } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { useAct, type Acting } from "../../places/act.ts";
import { Menu } from "../../places/menu.tsx";
import type { Room } from "../../room.ts";
import { dayWords } from "../day_words.ts";
import { nameIn } from "../people.ts";
import { StepForm } from "./step_form.tsx";

type StepItem = Item<NextStep>;

/** The nearest day first; what has no day comes behind, as it was written down. */
export const inOrder = (steps: readonly StepItem[]): StepItem[] =>
  [...steps].sort((a, b) => (a.body.until ?? "~").localeCompare(b.body.until ?? "~") || a.id - b.id);

export function Steps({ room }: { room: Room }): JSX.Element {
  const [form, setForm] = useState<StepItem | "new" | null>(null);
  const [removed, setRemoved] = useState<StepItem | null>(null);
  const acting = useAct(room);
  const snapshot = room.snapshot.value;
  const steps = snapshot?.things?.steps ?? [];
  const closed = snapshot?.closed != null;
  const open = inOrder(steps.filter(({ body }) => body.done_at === null));
  const done = steps.filter(({ body }) => body.done_at !== null).sort((a, b) => (b.body.done_at ?? 0) - (a.body.done_at ?? 0));
  const rows = (some: readonly StepItem[]): JSX.Element => (
    <ul class="things">
      {some.map((step) => (
        <StepRow
          key={step.id} step={step} room={room} closed={closed} acting={acting} onChange={() => setForm(step)}
          onRemoved={() => setRemoved(step)}
        />
      ))}
    </ul>
  );
  const putBack = async (): Promise<void> => {
    if (!removed) return;
    const { what, who, until, note, meeting } = removed.body;
    if (await acting.act("room.add_step", { what, who, until, note, meeting })) setRemoved(null);
  };
  return (
    <section class="thing" aria-labelledby="steps-title">
      <header class="thing-head">
        <h2 id="steps-title">{t("next-steps")}</h2>
        {!closed && steps.length > 0 && (
          <button type="button" class="quiet" onClick={() => setForm("new")}>
            {t("step-new")}
          </button>
        )}
      </header>
      {steps.length === 0 && (
        <div class="offer-card">
          <p class="soft">{t("steps-empty")}</p>
          {!closed && (
            <button type="button" onClick={() => setForm("new")}>
              {t("step-new")}
            </button>
          )}
        </div>
      )}
      {open.length > 0 && rows(open)}
      {done.length > 0 && (
        <details class="done-things">
          <summary>{t("path-steps-done", { count: done.length })}</summary>
          {rows(done)}
        </details>
      )}
      <Fault words={acting.fault} />
      {removed && (
        <p class="undo-line" role="status">
          {t("step-removed")}{" "}
          <button type="button" class="quiet" disabled={acting.busy} onClick={() => void putBack()}>
            {t("path-put-back")}
          </button>
        </p>
      )}
      {form && <StepForm room={room} {...(form === "new" ? {} : { step: form })} onClose={() => setForm(null)} />}
    </section>
  );
}

interface StepRowProps {
  step: StepItem;
  room: Room;
  closed: boolean;
  acting: Acting;
  onChange: () => void;
  onRemoved: () => void;
}

function StepRow({ step, room, closed, acting, onChange, onRemoved }: StepRowProps): JSX.Element {
  const { me } = useStudio();
  const id = useId();
  const { what, who, until, done_at, done_by } = step.body;
  const done = done_at !== null;
  const about = done
    ? t("step-done-by", { name: nameIn(room, done_by), when: dayWords(dayOf(done_at, me.zone), locale.value) })
    : [who === null ? t("step-of-all") : nameIn(room, who), until && t("step-until", { day: dayWords(until, locale.value) })]
        .filter(Boolean)
        .join(" · ");
  const remove = async (): Promise<void> => {
    if (await acting.act("room.remove_step", { item: step.id })) onRemoved();
  };
  return (
    <li class="thing-row">
      <div class="path-tick">
        <input
          id={id} type="checkbox" checked={done} disabled={closed || acting.busy} aria-describedby={`${id}-about`}
          onChange={(event) => {
            // It is ticked once the server has it.
            event.currentTarget.checked = done;
            void acting.act("room.finish_step", { item: step.id, done: !done });
          }}
        />
        <div class="thing-words">
          <label class="thing-name" for={id} dir="auto">
            {what}
          </label>
          <p class="soft" id={`${id}-about`}>
            {about}
          </p>
        </div>
      </div>
      <Menu
        label={t("path-more", { name: what })}
        items={[
          { icon: "edit", label: t("path-change"), act: closed ? null : onChange },
          { icon: "close", label: t("path-remove"), act: () => void remove() },
        ]}
      />
    </li>
  );
}
