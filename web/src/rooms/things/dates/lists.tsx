/** The dates after the next one, and those that were. */
import type { JSX } from "preact";

import { useStudio } from "../../../context.ts";
import { t } from "../../../text/fluent.ts";
import { Menu } from "../../places/menu.tsx";
import type { Room } from "../../room.ts";
import type { DatesProps } from "./dates.tsx";
import { How, Walls, WallsFromNow } from "./how.tsx";
import { Times } from "./offers.tsx";
import { Story } from "./story.tsx";
import type { DateItem } from "./wanted.ts";
import { seriesNotes, when } from "./words.ts";

/** So many stand open; a long series is behind a word. */
const AT_ONCE = 3;

/** `next`: the one before them. */
export function Later(props: DatesProps & { next: DateItem | null; items: readonly DateItem[] }): JSX.Element {
  const { next, items } = props;
  const before = (item: DateItem): DateItem | null => items[items.indexOf(item) - 1] ?? next;
  const rows = (some: readonly DateItem[]): JSX.Element => (
    <ul class="things">
      {some.map((item) => (
        <LaterRow key={item.id} {...props} item={item} before={before(item)} />
      ))}
    </ul>
  );
  return (
    <div>
      <h3 class="thing-section">{t("date-then")}</h3>
      {rows(items.slice(0, AT_ONCE))}
      {items.length > AT_ONCE && (
        <details class="done-things">
          <summary>{t("date-further", { count: items.length - AT_ONCE })}</summary>
          {rows(items.slice(AT_ONCE))}
        </details>
      )}
    </div>
  );
}

function LaterRow(props: DatesProps & { item: DateItem; before: DateItem | null }): JSX.Element {
  const { item, before, now, fellows, may, act, onWish } = props;
  const { me } = useStudio();
  const { at, absent = [], offers } = item.body;
  const away = absent.includes(me.id);
  const goesOn = before !== null && item.body.series != null && before.body.series === item.body.series;
  return (
    <li class="thing-row">
      <div class="thing-words">
        <p class="thing-name">{when(at ?? 0, me)}</p>
        {goesOn ? (
          <Walls at={at ?? 0} fellows={fellows} notes={seriesNotes(at ?? 0, before!.body.at ?? 0, fellows, me)} />
        ) : (
          <WallsFromNow at={at ?? 0} fellows={fellows} now={now} />
        )}
        {away && <p class="soft">{t("date-i-cannot")}</p>}
        {offers.length > 0 && <Times {...props} />}
      </div>
      <Menu
        label={t("date-more", { when: when(at ?? 0, me) })}
        items={[
          { icon: "clock", label: t("date-move"), act: may ? () => onWish({ is: "times", item: item.id }) : null },
          away
            ? { icon: "undo", label: t("date-can-come"), act: () => act("room.can_come", { item: item.id }) }
            : { icon: "away", label: t("date-cannot-come"), act: () => act("room.cannot_come", { item: item.id }) },
          { icon: "edit", label: t("date-where"), act: may ? () => onWish({ is: "place", item: item.id }) : null },
          { icon: "close", label: t("date-call-off"), act: may ? () => onWish({ is: "call_off", item: item.id }) : null },
        ]}
      />
    </li>
  );
}

export function Past({ items, room }: { items: readonly DateItem[]; room: Room }): JSX.Element {
  const { me } = useStudio();
  return (
    <details class="done-things">
      <summary>{t("date-past", { count: items.length })}</summary>
      <ul class="things">
        {items.map((item) => (
          <li key={item.id} class="thing-row met-row">
            <p class="thing-name">
              {when(item.body.at ?? 0, me)}
              {item.body.state === "cancelled" && <span class="soft"> · {t("date-did-not-take-place")}</span>}
            </p>
            <How room={room} item={item} />
            <Story room={room} item={item} />
          </li>
        ))}
      </ul>
    </details>
  );
}
