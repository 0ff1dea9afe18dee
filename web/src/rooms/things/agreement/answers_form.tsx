/** Answering the five questions anew. What asks less of the others holds at once, the rest goes to them as a proposal. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { TextArea } from "../../../mine/text_area.tsx";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field, Tick } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { THEMES, WAYS, WEEKDAYS, type Answers } from "./answers.ts";

const CONFIDENCE_LIMIT = 4_000;

/** With or without one, in the order of the list. */
const toggled = <T,>(all: readonly T[], chosen: readonly T[], one: T, on: boolean): T[] =>
  all.filter((other) => (other === one ? on : chosen.includes(other)));

export function AnswersForm({ room, answers, onClose }: { room: Room; answers: Answers; onClose: () => void }): JSX.Element {
  const [said, setSaid] = useState<Answers>(answers);
  const [own, setOwn] = useState(answers.own_themes.join("\n"));
  const { act, busy, fault } = useAct(room);
  const change = (part: Partial<Answers>): void => setSaid({ ...said, ...part });
  const { quiet } = said;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { themes, ways, answer_days, confidence } = said;
    const own_themes = own.split("\n").map((line) => line.trim()).filter(Boolean);
    if (await act("room.change_agreement", { themes, own_themes, ways, quiet, answer_days, confidence })) onClose();
  };
  return (
    <Dialog title={t("our-agreement")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <p class="soft">{t("agreement-form-help")}</p>
        <fieldset class="path-ticks">
          <legend>{t("agreement-themes")}</legend>
          {THEMES.map((theme) => (
            <Tick
              key={theme} name={theme} label={t(`theme-${theme}`)} checked={said.themes.includes(theme)}
              onTick={(on) => change({ themes: toggled(THEMES, said.themes, theme, on) })}
            />
          ))}
          <TextArea label={t("agreement-own-themes")} limit={2_000} rows={2} value={own} onWrite={setOwn} />
        </fieldset>
        <fieldset class="path-ticks">
          <legend>{t("agreement-ways")}</legend>
          {WAYS.map((way) => (
            <Tick
              key={way} name={way} label={t(`way-${way}`)} checked={said.ways.includes(way)}
              onTick={(on) => change({ ways: toggled(WAYS, said.ways, way, on) })}
            />
          ))}
        </fieldset>
        <fieldset class="path-ticks">
          <legend>{t("agreement-quiet")}</legend>
          <Field
            label={t("agreement-quiet-from")} type="time" required value={quiet.start}
            onInput={(event) => change({ quiet: { ...quiet, start: event.currentTarget.value } })}
          />
          <Field
            label={t("agreement-quiet-to")} type="time" required value={quiet.end}
            onInput={(event) => change({ quiet: { ...quiet, end: event.currentTarget.value } })}
          />
          <p class="soft">{t("agreement-quiet-all-day")}</p>
          {WEEKDAYS.map((day) => (
            <Tick
              key={day} name={`day-${day}`} label={t(`weekday-${day}`)} checked={quiet.days.includes(day)}
              onTick={(on) => change({ quiet: { ...quiet, days: toggled(WEEKDAYS, quiet.days as (typeof WEEKDAYS)[number][], day, on) } })}
            />
          ))}
        </fieldset>
        <Field
          label={t("agreement-answer_days")} type="number" min={1} max={30} required value={said.answer_days}
          help={t("agreement-days-help")} onInput={(event) => change({ answer_days: event.currentTarget.valueAsNumber || 1 })}
        />
        <TextArea
          label={t("agreement-confidence")} limit={CONFIDENCE_LIMIT} rows={3} value={said.confidence}
          onWrite={(confidence) => change({ confidence })}
        />
        <p class="soft">{t("agreement-confidence-help")}</p>
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>
          {busy ? t("one-moment") : t("path-save")}
        </button>
      </form>
    </Dialog>
  );
}
