/** A date that does not take place as somebody cannot come: taken back with a tap, or another time is found. */
import type { JSX } from "preact";

import { useStudio } from "../../../context.ts";
import { t } from "../../../text/fluent.ts";
import { firstName } from "../../names.ts";
import { nameIn } from "../people.ts";
import type { DatesProps } from "./dates.tsx";
import type { DateItem } from "./wanted.ts";
import { when } from "./words.ts";

export function GivenUp({ room, item, act, busy, may, onWish }: DatesProps & { item: DateItem }): JSX.Element {
  const { me } = useStudio();
  const { at, absent = [] } = item.body;
  return (
    <div class="date-card">
      <p class="date-day over">{when(at ?? 0, me)}</p>
      <div role="status">
        {absent.map((person) => (
          <p key={person}>
            {person === me.id ? t("date-i-cannot") : t("date-absent", { name: firstName(nameIn(room, person)) })}
          </p>
        ))}
      </div>
      <p class="row">
        {may && (
          <button type="button" disabled={busy} onClick={() => onWish({ is: "times", item: null })}>{t("date-find-other")}</button>
        )}
        {absent.includes(me.id) && (
          <button type="button" class="quiet" disabled={busy} onClick={() => act("room.can_come", { item: item.id })}>
            {t("date-can-come")}
          </button>
        )}
      </p>
    </div>
  );
}
