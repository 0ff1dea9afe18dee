/** From when to when, as often as a day has it. */
import type { JSX } from "preact";
import { useId, useRef } from "preact/hooks";

import { t } from "../text/fluent.ts";
import { Icon } from "../ui/icon.tsx";
import { faultOf, nextRow, ROWS, type Day, type Row } from "./hours.ts";
import { times } from "./hours_words.ts";

interface DayFieldsProps {
  name: string;
  day: Day;
  /** `part`: which of the fields, so that typing in one is one step. */
  onDay: (day: Day, part: string) => void;
}

export function DayFields({ name, day, onDay }: DayFieldsProps): JSX.Element {
  const add = useRef<HTMLButtonElement>(null);
  const remove = (place: number): void => {
    // The button that was pressed goes with its row.
    add.current?.focus();
    onDay(day.toSpliced(place, 1), "");
  };
  return (
    <fieldset class="hours-day">
      <legend>{name}</legend>
      {day.length === 0 && <p class="soft">{t("hours-no-time")}</p>}
      {day.map((row, place) => (
        <RowFields
          key={place} row={row} onRow={(next, part) => onDay(day.with(place, next), `${place}-${part}`)}
          remove={t("hours-remove", { day: name, times: times(row) })} onRemove={() => remove(place)}
        />
      ))}
      {day.length < ROWS && (
        <button
          ref={add} type="button" class="quiet" aria-label={t("hours-add-on", { day: name })}
          onClick={() => onDay([...day, nextRow(day)], "")}
        >
          {t("hours-add")}
        </button>
      )}
    </fieldset>
  );
}

interface RowFieldsProps {
  row: Row;
  onRow: (row: Row, part: "from" | "to") => void;
  remove: string;
  onRemove: () => void;
}

function RowFields({ row, onRow, remove, onRemove }: RowFieldsProps): JSX.Element {
  const id = useId();
  const [from, to] = row;
  const reversed = faultOf(row) === "reversed";
  const told = reversed ? { "aria-invalid": true, "aria-describedby": id } : {};
  // No field for a time takes 24:00; midnight ends a day as well as it begins one.
  const end = (typed: string): string => (typed === "00:00" ? "24:00" : typed);
  return (
    <>
      <div class="hours-row">
        <input
          type="time" required aria-label={t("hours-from")} value={from}
          onInput={(event) => onRow([event.currentTarget.value, to], "from")}
        />
        <span aria-hidden="true">–</span>
        <input
          type="time" required aria-label={t("hours-to")} value={to === "24:00" ? "00:00" : to} {...told}
          onInput={(event) => onRow([from, end(event.currentTarget.value)], "to")}
        />
        <button type="button" class="quiet round" aria-label={remove} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </div>
      {reversed && (
        <p class="fault" id={id}>
          {t("hours-reversed")}
        </p>
      )}
    </>
  );
}
