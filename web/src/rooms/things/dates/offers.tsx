/** Times that somebody proposes: a tap accepts one; who made them sees for whom they wait. */
import type { ComponentChildren, JSX } from "preact";

import { useStudio } from "../../../context.ts";
import { locale, t } from "../../../text/fluent.ts";
import { listOfNames } from "../../../text/order.ts";
import { firstName } from "../../names.ts";
import { membersOf, nameIn } from "../people.ts";
import type { DatesProps } from "./dates.tsx";
import { How, WallsFromNow } from "./how.tsx";
import type { DateItem } from "./wanted.ts";
import { when } from "./words.ts";

const FEW = 3;

export function Offers(props: DatesProps & { item: DateItem }): JSX.Element {
  const { room, item, now } = props;
  return (
    <div class="date-card">
      <Times {...props} about={item.body.offers.some((at) => at > now) && <How room={room} item={item} />} />
    </div>
  );
}

interface TimesProps extends DatesProps {
  item: DateItem;
  /** What else is to be known before one of them is taken. */
  about?: ComponentChildren;
}

/** All of a few; of a group the first ones. */
const someNames = (names: readonly string[]): string =>
  names.length <= FEW ? listOfNames(names, locale.value) : `${names.slice(0, FEW).join(", ")} …`;

/** The same within the card of a date that is to be moved. */
export function Times({ room, item, now, fellows, may, act, busy, onWish, about }: TimesProps): JSX.Element {
  const { me } = useStudio();
  const { offers, asked_by } = item.body;
  const mine = asked_by === me.id;
  const open = offers.filter((at) => at > now);
  const others = membersOf(room).filter(({ person }) => person !== me.id);
  const drop = (): void => act("room.drop_times", { item: item.id });
  const other = (
    <button type="button" class="quiet" disabled={busy} onClick={() => onWish({ is: "times", item: item.id })}>{t("date-others")}</button>
  );
  if (open.length === 0) {
    return (
      <>
        <p>{t("date-lapsed")}</p>
        {may && (
          <p class="row">
            {other}
            <button type="button" class="quiet" disabled={busy} onClick={drop}>{t("date-put-away")}</button>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <p>
        <strong>
          {mine
            ? t("date-waits", { names: someNames(others.map(({ name }) => firstName(name))) })
            : t("date-proposes", { name: firstName(nameIn(room, asked_by)) })}
        </strong>
      </p>
      {about}
      <ul class="date-times">
        {open.map((at) => (
          <li key={at}>
            {mine ? (
              <span class="date-when">{when(at, me)}</span>
            ) : (
              <button type="button" class="date-time" disabled={busy} onClick={() => act("room.accept_time", { item: item.id, start: at })}>
                {when(at, me)}
              </button>
            )}
            <WallsFromNow at={at} fellows={fellows} now={now} />
          </li>
        ))}
      </ul>
      {may && (
        <p class="row">
          {mine ? (
            <>
              <button type="button" class="quiet" disabled={busy} onClick={drop}>{t("date-take-back")}</button>
              {other}
            </>
          ) : (
            <button type="button" class="quiet" disabled={busy} onClick={() => onWish({ is: "times", item: item.id })}>
              {t("date-none-suits")}
            </button>
          )}
        </p>
      )}
    </>
  );
}
