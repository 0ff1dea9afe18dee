/** When we meet: what is agreed on, what waits for an answer, and what was. */
import "./dates.css";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { useMeetings } from "../../../mine/use_meetings.ts";
import { t } from "../../../text/fluent.ts";
import { part } from "../../../ui/part.ts";
import { useAct } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { mayLead } from "../led/leading.ts";
import { useServerClock } from "../meeting/server_clock.ts";
import { DateCard } from "./date_card.tsx";
import { DidYouMeet } from "./did_you_meet.tsx";
import { GivenUp } from "./given_up.tsx";
import { Later, Past } from "./lists.tsx";
import { useNow } from "./now.ts";
import { Offers } from "./offers.tsx";
import { isBlank, standingOf } from "./standing.ts";
import { proposing, type DateItem } from "./wanted.ts";
import { fellowsOf, type Fellow } from "./words.ts";

const forms = part(() => import("./forms.ts"));

/** Other times for the date `item`, or with null for a new one; another place; or that it does not take place. */
export type Wish = { is: "times"; item: number | null } | { is: "place" | "call_off"; item: number };

export interface DatesProps {
  room: Room;
  now: number;
  fellows: readonly Fellow[];
  /** Whether times are mine to propose. */
  may: boolean;
  act: (method: Parameters<ReturnType<typeof useAct>["act"]>[0], data: object) => void;
  busy: boolean;
  onWish: (wish: Wish) => void;
}

export function Dates({ room }: { room: Room }): JSX.Element | null {
  const { me } = useStudio();
  const now = useNow();
  useServerClock();
  const acting = useAct(room);
  const [wish, setWish] = useWish(room);
  const title = useRef<HTMLHeadingElement>(null);
  const mine = useMeetings();
  const snapshot = room.snapshot.value;
  const things = snapshot?.things ?? {};
  const closed = snapshot?.closed != null;
  const standing = standingOf(things.dates ?? [], things.meetings ?? [], now, me.zone);
  const { next, later, asked, lapsed, given_up, unsaid, past } = standing;
  if (closed) return past.length > 0 ? <Closed past={past} room={room} /> : null;
  const none = isBlank(standing);
  const props: DatesProps = {
    room, now, may: mayLead(room, me.id), busy: acting.busy, onWish: setWish,
    fellows: fellowsOf(mine.find((one) => one.room === room.id)),
    // What was tapped is gone afterwards: the focus goes on from the heading.
    act: (method, data) => void acting.act(method, data).then((done) => done && title.current?.focus()),
  };
  return (
    <section class="thing" aria-labelledby="dates-title">
      <header class="thing-head">
        <h2 id="dates-title" class={none ? "unseen" : ""} tabIndex={-1} ref={title}>{t("dates-title")}</h2>
        {!none && props.may && (
          <button type="button" class="quiet" onClick={() => setWish({ is: "times", item: null })}>{t("date-another")}</button>
        )}
      </header>
      {unsaid && props.may && <DidYouMeet {...props} item={unsaid} />}
      {asked.map((item) => (
        <Offers key={item.id} {...props} item={item} />
      ))}
      {next && <DateCard {...props} item={next} />}
      {given_up.map((item) => (
        <GivenUp key={item.id} {...props} item={item} />
      ))}
      {lapsed.map((item) => (
        <Offers key={item.id} {...props} item={item} />
      ))}
      {none && (
        <div class="offer-card">
          <p>{t("date-none")}</p>
          {props.may && (
            <button type="button" class={unsaid ? "" : "main"} onClick={() => setWish({ is: "times", item: null })}>
              {t("date-propose")}
            </button>
          )}
        </div>
      )}
      <Fault words={acting.fault} />
      {later.length > 0 && <Later {...props} next={next} items={later} />}
      {past.length > 0 && <Past items={past} room={room} />}
      {wish && <WishForm room={room} wish={wish} fellows={props.fellows} dates={things.dates ?? []} onClose={() => setWish(null)} />}
    </section>
  );
}

interface WishFormProps {
  room: Room;
  wish: Wish;
  fellows: readonly Fellow[];
  dates: readonly DateItem[];
  onClose: () => void;
}

/** Whoever comes from the first screen may be here before the date is. */
function WishForm({ wish, dates, ...props }: WishFormProps): JSX.Element | null {
  const Forms = forms.value;
  const item = dates.find(({ id }) => id === wish.item) ?? null;
  if (!Forms || (wish.item !== null && !item)) return null;
  if (wish.is === "call_off") return <Forms.CallOff room={props.room} item={item!} onClose={props.onClose} />;
  if (wish.is === "place") return <Forms.PlaceForm room={props.room} item={item!} onClose={props.onClose} />;
  return <Forms.ProposeForm {...props} item={item} dates={dates} />;
}

const Closed = ({ past, room }: { past: readonly DateItem[]; room: Room }): JSX.Element => (
  <section class="thing" aria-label={t("dates-title")}>
    <Past items={past} room={room} />
  </section>
);

/** What somebody wants to do; also what they came here for from elsewhere. */
function useWish(room: Room): [Wish | null, (wish: Wish | null) => void] {
  const [wish, setWish] = useState<Wish | null>(null);
  const set = (wanted: Wish | null): void => {
    if (wanted) void forms.load();
    setWish(wanted);
  };
  const asked = proposing.value;
  useEffect(() => {
    if (asked?.room !== room.id) return;
    proposing.value = null;
    set({ is: "times", item: asked.item });
  }, [asked]);
  return [wish, set];
}
