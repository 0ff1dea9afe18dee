/** The clock of a meeting: the same second on every screen, by the server's time. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import type { Point } from "../../../contract.ts";
import { t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import type { Acting } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { pointName } from "./point_name.ts";
import { isSet, serverNow } from "./server_clock.ts";
import type { MeetingItem } from "./words.ts";

const MORE_MINUTES = 5;
const FIRST_MINUTES = 60;
/** A little behind the second, so that it has passed for certain. */
const BEHIND_MS = 5;

/** Minutes and seconds; over time they count up again. */
export function shown(left: number): string {
  const seconds = left > 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${left > 0 ? "" : "+"}${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** How long until another second is shown. */
export const untilNext = (left: number): number => (left > 0 ? left % 1000 || 1000 : 1000 - (-left % 1000));

/** What is left, ms; negative once it is over. */
function useLeft(endsAt: number): number {
  const [left, setLeft] = useState(() => endsAt - serverNow());
  const set = isSet();
  useEffect(() => {
    let timer = 0;
    const tick = (): void => {
      const now = endsAt - serverNow();
      setLeft(now);
      timer = window.setTimeout(tick, untilNext(now) + BEHIND_MS);
    };
    tick();
    return () => clearTimeout(timer);
  }, [endsAt, set]);
  return left;
}

export function Running({ endsAt }: { endsAt: number }): JSX.Element {
  const left = useLeft(endsAt);
  return (
    <>
      <span class={left > 0 ? "clock-face" : "clock-face over"} role="timer">{shown(left)}</span>
      <span class="unseen" role="status">{left > 0 ? "" : t("clock-over")}</span>
    </>
  );
}

interface ClockProps {
  room: Room;
  meeting: MeetingItem;
  acting: Acting;
}

export function Clock({ room, meeting, acting }: ClockProps): JSX.Element {
  const { ends_at, left, point } = meeting.body;
  const turn = (turned: string, more: object = {}) => (): void =>
    void acting.act("room.turn_clock", { item: meeting.id, turn: turned, ...more });
  if (ends_at == null && left == null) return <StartClock acting={acting} meeting={meeting} />;
  const about: Point | undefined = room.snapshot.value?.things?.agenda?.find(({ id }) => id === point)?.body;
  return (
    <div class="clock" role="group" aria-label={t("clock-title")}>
      <p class="clock-line">
        {ends_at != null ? <Running endsAt={ends_at} /> : <span class="clock-face" role="timer">{shown(left!)}</span>}
        {ends_at == null && <span class="soft">{t("clock-stands")}</span>}
        {about && <Bdi text={pointName(about)} />}
      </p>
      <p class="row">
        {ends_at != null ? (
          <button type="button" disabled={acting.busy} onClick={turn("pause")}>{t("clock-pause")}</button>
        ) : (
          <button type="button" disabled={acting.busy} onClick={turn("resume")}>{t("clock-resume")}</button>
        )}
        <button type="button" disabled={acting.busy} onClick={turn("extend", { minutes: MORE_MINUTES })}>
          {t("clock-extend", { minutes: MORE_MINUTES })}
        </button>
        <button type="button" class="quiet" disabled={acting.busy} onClick={turn("stop")}>{t("clock-stop")}</button>
      </p>
    </div>
  );
}

/** It is off until somebody wants one. */
function StartClock({ meeting, acting }: { meeting: MeetingItem; acting: Acting }): JSX.Element {
  const [open, setOpen] = useState(false);
  const [minutes, setMinutes] = useState(String(FIRST_MINUTES));
  if (!open) {
    return (
      <button type="button" class="quiet" onClick={() => setOpen(true)}>{t("clock-offer")}</button>
    );
  }
  const start = (event: Event): void => {
    event.preventDefault();
    void acting.act("room.turn_clock", { item: meeting.id, turn: "start", minutes: Number(minutes) || 0 });
  };
  return (
    <form class="row clock-form" onSubmit={start}>
      <label>
        {t("minutes-label")}
        <input
          type="number" inputMode="numeric" min={1} max={720} required value={minutes}
          onInput={(event) => setMinutes(event.currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={acting.busy}>{t("clock-start")}</button>
    </form>
  );
}
