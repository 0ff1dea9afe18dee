/** The date that comes next: when and where, the way into the call, and what can be done with one tap. */
import type { JSX } from "preact";

import { useStudio } from "../../../context.ts";
import { t } from "../../../text/fluent.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Menu } from "../../places/menu.tsx";
import { firstName } from "../../names.ts";
import { callOf } from "../meeting/call.tsx";
import { nameIn } from "../people.ts";
import type { DatesProps } from "./dates.tsx";
import { How, WallsFromNow } from "./how.tsx";
import { isNear } from "./near.ts";
import { Times } from "./offers.tsx";
import { mayBeLate } from "./standing.ts";
import { Story } from "./story.tsx";
import type { DateItem } from "./wanted.ts";
import { when } from "./words.ts";

const LATE_BY = [5, 10, 15] as const;

export function DateCard(props: DatesProps & { item: DateItem }): JSX.Element {
  const { room, item, now, fellows, may, act, busy, onWish } = props;
  const { me } = useStudio();
  const { body } = item;
  const at = body.at!;
  const link = callOf(room)?.body.link;
  const absent = (body.absent ?? []).includes(me.id);
  return (
    <div class="date-card next">
      <div class="date-head">
        <p class="date-day">
          <time dateTime={new Date(at).toISOString()}>{when(at, me)}</time>
        </p>
        {may && (
          <Menu
            label={t("date-more", { when: when(at, me) })}
            items={[
              { icon: "edit", label: t("date-where"), act: () => onWish({ is: "place", item: item.id }) },
              { icon: "close", label: t("date-call-off"), act: () => onWish({ is: "call_off", item: item.id }) },
            ]}
          />
        )}
      </div>
      <WallsFromNow at={at} fellows={fellows} now={now} />
      <How room={room} item={item} />
      <WhoComes {...props} />
      {body.place === "call" && link && isNear(body, now) && (
        <a class="button main call-join" href={link} target="_blank" rel="noopener noreferrer nofollow">
          {t("call-join")} <Icon name="link" />
        </a>
      )}
      {!absent && mayBeLate(body, now) && <RunningLate {...props} />}
      {body.offers.length > 0 && (
        <div class="date-move">
          <Times {...props} />
        </div>
      )}
      <p class="row">
        {may && body.offers.length === 0 && (
          <button type="button" disabled={busy} onClick={() => onWish({ is: "times", item: item.id })}>{t("date-move")}</button>
        )}
        {absent ? (
          <button type="button" disabled={busy || at <= now} onClick={() => act("room.can_come", { item: item.id })}>
            {t("date-can-come")}
          </button>
        ) : (
          <button type="button" class="quiet" disabled={busy} onClick={() => act("room.cannot_come", { item: item.id })}>
            {t("date-cannot-come")}
          </button>
        )}
      </p>
      <Story room={room} item={item} />
    </div>
  );
}

/** Who cannot come, and who comes later. */
function WhoComes({ room, item }: DatesProps & { item: DateItem }): JSX.Element {
  const { absent = [], late = [] } = item.body;
  const called = (person: string): string => firstName(nameIn(room, person));
  return (
    <div role="status">
      {absent.map((person) => (
        <p key={person}>{t("date-absent", { name: called(person) })}</p>
      ))}
      {late.map(({ person, minutes }) => (
        <p key={person} class="date-late">{t("date-late", { name: called(person), minutes })}</p>
      ))}
    </div>
  );
}

function RunningLate({ item, act, busy }: DatesProps & { item: DateItem }): JSX.Element {
  const { me } = useStudio();
  const mine = item.body.late?.find(({ person }) => person === me.id)?.minutes;
  const say = (minutes: number): void => act("room.run_late", { item: item.id, minutes });
  return (
    <div class="date-running" role="group" aria-label={t("date-run-late")}>
      <span>{t("date-run-late")}</span>
      {LATE_BY.map((minutes) => (
        <button
          key={minutes} type="button" disabled={busy} aria-pressed={mine === minutes}
          onClick={() => say(mine === minutes ? 0 : minutes)}
        >
          {t("minutes-short", { minutes })}
        </button>
      ))}
    </div>
  );
}
