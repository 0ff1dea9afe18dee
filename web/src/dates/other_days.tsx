/** Days that are unlike the others: none of the usual hours, or different ones. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { daysLater } from "../text/wall_clock.ts";
import { Field } from "../ui/field.tsx";
import { DayFields } from "./day_fields.tsx";
import { daysFrom, OTHERS, withOther, type Other } from "./hours.ts";
import { otherDays } from "./hours_words.ts";

interface OtherDaysProps {
  others: readonly Other[];
  today: string;
  onOthers: (others: readonly Other[], part: string) => void;
}

export function OtherDays({ others, today, onOthers }: OtherDaysProps): JSX.Element {
  const title = useRef<HTMLHeadingElement>(null);
  const remove = (place: number): void => {
    title.current?.focus();
    onOthers(others.toSpliced(place, 1), "");
  };
  return (
    <section class="hours-part">
      <h2 tabIndex={-1} ref={title}>{t("hours-others")}</h2>
      <p class="soft">{t("hours-others-help")}</p>
      <ul class="hours-others">
        {others.map((other, place) => (
          <li key={other.first}>
            <DayFields
              name={otherDays(other)} day={other.day}
              onDay={(day, part) => onOthers(others.with(place, { ...other, day }), part && `${other.first}-${part}`)}
            />
            <button
              type="button" class="quiet danger" aria-label={t("hours-other-remove-these", { days: otherDays(other) })}
              onClick={() => remove(place)}
            >
              {t("hours-other-remove")}
            </button>
          </li>
        ))}
      </ul>
      <NewOther others={others} today={today} onOthers={(next) => onOthers(next, "")} />
    </section>
  );
}

function NewOther({ others, today, onOthers }: { others: readonly Other[]; today: string; onOthers: (others: Other[]) => void }): JSX.Element {
  const [days, setDays] = useState({ first: "", last: "" });
  const { first } = days;
  const last = days.last || first;
  const known = others.reduce((sum, other) => sum + daysFrom(other.first, other.last).length, 0);
  const most = first === "" ? undefined : daysLater(first, OTHERS - 1 - known);
  const add = (): void => {
    onOthers(withOther(others, { first, last, day: [] }));
    setDays({ first: "", last: "" });
  };
  return (
    <div class="hours-new">
      <Field
        label={t("hours-other-first")} type="date" min={today} value={first}
        onInput={(event) => setDays({ ...days, first: event.currentTarget.value })}
      />
      <Field
        label={t("hours-other-last")} type="date" min={first || today} {...(most ? { max: most } : {})} value={days.last}
        onInput={(event) => setDays({ ...days, last: event.currentTarget.value })}
      />
      <button type="button" disabled={first < today || last < first || last > most!} onClick={add}>
        {t("hours-other-add")}
      </button>
    </div>
  );
}
