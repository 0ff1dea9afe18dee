/** How many are free at each full hour: days down, hours across, and the number in each field. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";

import { useStudio } from "../../context.ts";
import type { Poll, PollTimes } from "../../contract.ts";
import { nearby } from "../../mine/days.ts";
import { zoneName } from "../../text/dates.ts";
import { t } from "../../text/fluent.ts";

const STEPS = 4;

export function HeatMap({ poll, times }: { poll: Poll; times: PollTimes }): JSX.Element | null {
  const id = useId();
  const { me } = useStudio();
  const most = Math.max(0, ...times.heat.flatMap(({ free }) => free));
  if (most === 0) return null;
  return (
    <div>
      <h4 id={id}>{t("finding-heat")}</h4>
      <p class="soft">{t("finding-heat-help", { all: poll.guests.length, zone: zoneName(poll.zone) })}</p>
      <div class="wide-table" role="region" aria-labelledby={id} tabIndex={0}>
        <table class="heat" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t("office-date-day")}</th>
              {times.hours.map((hour) => (
                <th key={hour} scope="col">{`${String(hour).padStart(2, "0")}:00`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {times.heat.map(({ day, free }) => (
              <tr key={day}>
                <th scope="row">
                  <time dateTime={day}>{nearby(day, me)}</time>
                </th>
                {free.map((count, at) => (
                  <td key={times.hours[at]} class={`heat-${warmth(count, most)}`}>
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** 0 for nobody, 4 for as many as at the best hour. */
const warmth = (count: number, most: number): number => (count === most ? STEPS : Math.min(STEPS - 1, Math.ceil((count / most) * STEPS)));
