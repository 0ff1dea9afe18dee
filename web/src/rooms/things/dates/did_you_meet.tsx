/** After a date has begun, for who may say it: whether it took place. If not, another time is found, and nothing else comes of it. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useStudio } from "../../../context.ts";
import { dayOf } from "../../../text/dates.ts";
import { t } from "../../../text/fluent.ts";
import { HeldForm } from "../meeting/held_form.tsx";
import { MANNER_OF } from "../meeting/words.ts";
import type { DatesProps } from "./dates.tsx";
import { endOf } from "./near.ts";
import type { DateItem } from "./wanted.ts";
import { when } from "./words.ts";

export function DidYouMeet({ room, item, now, busy, onWish }: DatesProps & { item: DateItem }): JSX.Element {
  const { me } = useStudio();
  const [met, setMet] = useState(false);
  const { at, minutes, place } = item.body;
  const planned = { day: dayOf(at ?? now, me.zone), minutes, manner: MANNER_OF[place] };
  return (
    <div class="date-card asks">
      <p>
        <strong>{t("date-did-you-meet")}</strong> <span class="soft">{when(at ?? now, me)}</span>
      </p>
      <p class="row">
        <button type="button" disabled={busy} onClick={() => setMet(true)}>{t("we-met")}</button>
        <button
          type="button" class="quiet" disabled={busy}
          // What is over stays as it was; what still goes on is moved.
          onClick={() => onWish({ is: "times", item: endOf(item.body) > now ? item.id : null })}
        >
          {t("date-did-not")}
        </button>
      </p>
      {met && <HeldForm room={room} wanted={{ is: "record", meeting: null, planned }} onClose={() => setMet(false)} />}
    </div>
  );
}
