/** The time line of a room, by its months; and the same on paper. */
import "../path.css";
import { render, type JSX } from "preact";

import { useStudio } from "../../../context.ts";
import { locale, t } from "../../../text/fluent.ts";
import { roomName } from "../../room_name.tsx";
import type { Room } from "../../room.ts";
import { dayWords, monthWords } from "../day_words.ts";
import { nameIn } from "../people.ts";
import { momentsOf, type Moment } from "./moments.ts";

export function TimeLine({ room }: { room: Room }): JSX.Element | null {
  const { me } = useStudio();
  const moments = momentsOf(room.snapshot.value?.things, me.zone);
  if (moments.length === 0) return null;
  const line = <Line room={room} moments={moments} />;
  return (
    <section class="thing" aria-labelledby="timeline-title">
      <header class="thing-head">
        <h2 id="timeline-title">{t("timeline")}</h2>
        <button type="button" class="quiet" onClick={() => print(<Sheet title={roomName(room.card.value, me.id)}>{line}</Sheet>)}>
          {t("timeline-print")}
        </button>
      </header>
      {line}
    </section>
  );
}

const Sheet = ({ title, children }: { title: string; children: JSX.Element }): JSX.Element => (
  <>
    <h1 dir="auto">{title}</h1>
    <h2>{t("timeline")}</h2>
    {children}
  </>
);

function Line({ room, moments }: { room: Room; moments: readonly Moment[] }): JSX.Element {
  const months = [...new Set(moments.map(({ day }) => day.slice(0, 7)))];
  return (
    <>
      {months.map((month) => (
        <div key={month}>
          <h3 class="thing-section path-month">{monthWords(month, locale.value)}</h3>
          <ol class="path-line">
            {moments.filter(({ day }) => day.startsWith(month)).map((moment, place) => (
              <li key={place}>
                <p class="soft">
                  {dayWords(moment.day, locale.value)}
                  {moment.by !== null && moment.kind !== "met" && <> · <span dir="auto">{nameIn(room, moment.by)}</span></>}
                </p>
                <p>
                  {t(`moment-${moment.kind}`)}
                  {moment.words && <>: <span dir="auto">{moment.words}</span></>}
                </p>
                {moment.reason && (
                  <p class="thing-text">
                    <span class="soft">{t("goal-reason")}</span> <span dir="auto">{moment.reason}</span>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}

/** On a sheet of its own: the page around it scrolls within a window and would be cut. */
function print(sheet: JSX.Element): void {
  const place = document.createElement("div");
  place.className = "print-sheet";
  document.body.append(place);
  document.body.classList.add("prints-sheet");
  render(sheet, place);
  const tidy = (): void => {
    render(null, place);
    place.remove();
    document.body.classList.remove("prints-sheet");
  };
  window.addEventListener("afterprint", tidy, { once: true });
  window.print();
}
