/** We met, about 60 minutes, by call or in person: recorded by anyone who was there, corrected by any of them. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { inYear } from "../../../mine/days.ts";
import { dayOf } from "../../../text/dates.ts";
import { t } from "../../../text/fluent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice, Field, Tick } from "../../../ui/field.tsx";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { serverNow } from "./server_clock.ts";
import { correctableUntil, MANNER_OF, MANNERS, options, type Manner, type MeetingItem } from "./words.ts";

/** What is to be recorded: an open meeting, or one that nobody opened, as it was `planned`; or what is corrected. */
export type Wanted =
  | { is: "record"; meeting: MeetingItem | null; planned?: { day: string; minutes: number; manner: Manner } }
  | { is: "correction"; meeting: MeetingItem };

const USUAL_MINUTES = 60;
const STEP_MINUTES = 5;
const MINUTE_MS = 60_000;

/** How long an open meeting has gone on, as people say it. */
export function aboutMinutes(openedAt: number, now: number): number {
  const minutes = Math.round((now - openedAt) / MINUTE_MS / STEP_MINUTES) * STEP_MINUTES;
  // Opened a moment ago, or forgotten until the next day: the usual is nearer to the truth.
  return minutes < 2 * STEP_MINUTES || minutes > 4 * USUAL_MINUTES ? USUAL_MINUTES : minutes;
}

export function HeldForm({ room, wanted, onClose }: { room: Room; wanted: Wanted; onClose: () => void }): JSX.Element {
  const { me } = useStudio();
  const { act, busy, fault } = useAct(room);
  const { meeting } = wanted;
  const correction = wanted.is === "correction";
  const planned = wanted.is === "record" ? wanted.planned : undefined;
  const today = dayOf(serverNow(), me.zone);
  const [day, setDay] = useState(meeting?.body.day ?? (meeting ? dayOf(meeting.at, me.zone) : (planned?.day ?? today)));
  const [minutes, setMinutes] = useState(
    String(meeting?.body.minutes ?? (meeting ? aboutMinutes(meeting.at, serverNow()) : (planned?.minutes ?? USUAL_MINUTES))),
  );
  const [manner, setManner] = useState<Manner>(
    meeting?.body.manner ?? planned?.manner ?? MANNER_OF[meeting?.body.place ?? "call"],
  );
  const [reason, setReason] = useState("");
  const [again, setAgain] = useState(false);
  const sameDay = !correction && (room.snapshot.value?.things?.meetings ?? []).some(({ body }) => body.day === day);
  const said = { day, minutes: Math.round(Number(minutes)) || 0, manner };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const done = correction
      ? await act("room.correct_meeting", { item: wanted.meeting.id, ...said, reason })
      : await act("room.hold_meeting", { ...said, ...(meeting ? { item: meeting.id } : {}), ...(again ? { again } : {}) });
    if (done) onClose();
  };
  const remove = async (): Promise<void> => {
    if (meeting && (await act("room.remove_meeting", { item: meeting.id }))) onClose();
  };
  return (
    <Dialog title={t(correction ? "met-correct" : "we-met")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <Field
          label={t("met-minutes")} type="number" inputMode="numeric" min={1} max={720} required value={minutes}
          onInput={(event) => setMinutes(event.currentTarget.value)}
        />
        <Choice
          label={t("met-how")} value={manner} options={options(MANNERS)} onChoose={(value) => setManner(value as Manner)}
        />
        <Field
          label={t("met-day")} type="date" max={today} required value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        {sameDay && (
          <Tick name="again" label={t("met-again")} help={t("met-again-help")} checked={again} onTick={setAgain} />
        )}
        {correction && (
          <Field
            label={t("met-reason")} maxLength={500} dir="auto" value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <p class="help">
          {correction
            ? t("met-until", { day: inYear(dayOf(correctableUntil(wanted.meeting.body), me.zone)) })
            : t("met-until-first")}{" "}
          {t("met-team-sees")}
        </p>
        <Fault words={fault} />
        <p class="row">
          <button type="submit" class="main" disabled={busy}>
            {busy ? t("one-moment") : t(correction ? "call-save" : "met-record")}
          </button>
          {correction && (
            <button type="button" class="quiet danger" disabled={busy} onClick={() => void remove()}>{t("met-remove")}</button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
