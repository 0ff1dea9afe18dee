/** How many are free at each full hour: days down, hours across, and the number in each field. A field says who, when it is
 * pressed; arrow keys lead from one to the next. */
import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";

import { useStudio } from "../../context.ts";
import type { Poll, PollTimes } from "../../contract.ts";
import { nearby } from "../../mine/days.ts";
import { zoneName } from "../../text/dates.ts";
import { t } from "../../text/fluent.ts";
import { momentAt } from "../../text/wall_clock.ts";

const STEPS = 4;

interface HeatMapProps {
  poll: Poll;
  times: PollTimes;
  /** Which start (ms) is looked at more closely. */
  open: number | null;
  onOpen: (start: number) => void;
}

export function HeatMap({ poll, times, open, onOpen }: HeatMapProps): JSX.Element | null {
  const id = useId();
  const { me } = useStudio();
  const body = useRef<HTMLTableSectionElement>(null);
  // One field alone is reached by Tab: there are hundreds of them.
  const [[row, column], setPlace] = useState<readonly [number, number]>([0, 0]);
  const most = Math.max(0, ...times.heat.flatMap(({ free }) => free));
  if (most === 0) return null;
  const move = (event: KeyboardEvent, [down, across]: readonly [number, number]): void => {
    const to = [row + down, column + across] as const;
    const field = body.current?.rows[to[0]]?.cells[to[1] + 1]?.querySelector("button");
    event.preventDefault();
    if (!field) return;
    setPlace(to);
    field.focus();
  };
  return (
    <div>
      <h4 id={id}>{t("finding-heat")}</h4>
      <p class="soft">{t("finding-heat-help", { all: poll.guests.length, zone: zoneName(poll.zone) })}</p>
      <p class="soft">{t("finding-heat-press")}</p>
      <div class="wide-table" role="region" aria-labelledby={id} tabIndex={0}>
        <table class="heat" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t("office-date-day")}</th>
              {times.hours.map((hour) => (
                <th key={hour} scope="col">{clock(hour)}</th>
              ))}
            </tr>
          </thead>
          <tbody
            ref={body}
            onKeyDown={(event) => {
              const step = STEPS_OF[event.key];
              if (step) move(event, step);
            }}
          >
            {times.heat.map(({ day, free }, down) => (
              <tr key={day}>
                <th scope="row">
                  <time dateTime={day}>{nearby(day, me)}</time>
                </th>
                {free.map((count, across) => {
                  const hour = times.hours[across] ?? 0;
                  const start = momentAt(day, clock(hour), poll.zone);
                  return (
                    <td key={hour} class={`heat-${warmth(count, most)}`}>
                      <button
                        type="button" tabIndex={down === row && across === column ? 0 : -1} aria-pressed={start === open}
                        aria-label={t("finding-heat-field", { day: nearby(day, me), hour: clock(hour), count, all: poll.guests.length })}
                        onClick={() => {
                          setPlace([down, across]);
                          if (start !== null) onOpen(start);
                        }}
                      >
                        {count}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const STEPS_OF: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** 0 for nobody, 4 for as many as at the best hour. */
const warmth = (count: number, most: number): number => (count === most ? STEPS : Math.min(STEPS - 1, Math.ceil((count / most) * STEPS)));
