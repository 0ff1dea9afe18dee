/** The meeting that goes on, the one that was last, and all before. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import { momentDay } from "../../../mine/days.ts";
import { timeOfDay } from "../../../text/dates.ts";
import { locale, t } from "../../../text/fluent.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Choice } from "../../../ui/field.tsx";
import { useAct, type Acting } from "../../places/act.ts";
import type { Room } from "../../room.ts";
import { nameIn } from "../people.ts";
import { Clock } from "./clock.tsx";
import { HeldForm, type Wanted } from "./held_form.tsx";
import { PlaceWords } from "./place_words.tsx";
import { pointName } from "./point_name.ts";
import { serverNow } from "./server_clock.ts";
import { correctableUntil, options, PLACES, whatItWas, whatWasHeld, type MeetingItem } from "./words.ts";

export function Meetings({ room }: { room: Room }): JSX.Element | null {
  const [form, setForm] = useState<Wanted | null>(null);
  const acting = useAct(room);
  const snapshot = room.snapshot.value;
  const closed = snapshot?.closed != null;
  const all = snapshot?.things?.meetings ?? [];
  const open = all.find(({ body }) => body.state === "open");
  const held = newestFirst(all.filter(({ body }) => body.state === "held"));
  const over = newestFirst(all.filter(({ body }) => body.state === "closed"));
  if (closed && all.length === 0) return null;
  const row = (meeting: MeetingItem): JSX.Element => (
    <HeldRow
      key={meeting.id} room={room} meeting={meeting} closed={closed} acting={acting}
      onCorrect={() => setForm({ is: "correction", meeting })}
    />
  );
  return (
    <section class="thing" aria-labelledby="meeting-title">
      <h2 id="meeting-title">{t("meeting-title")}</h2>
      {open && !closed && (
        <Open room={room} meeting={open} acting={acting} onMet={() => setForm({ is: "record", meeting: open })} />
      )}
      {held.length > 0 && <ul class="things">{held.map(row)}</ul>}
      {!open && !closed && (
        <>
          {all.length === 0 && <p class="soft">{t("meeting-offer")}</p>}
          <p class="row">
            <button
              type="button" disabled={acting.busy}
              onClick={() => void acting.act("room.open_meeting", placeOfLast(all))}
            >
              {t("meeting-open")}
            </button>
            <button type="button" class="quiet" onClick={() => setForm({ is: "record", meeting: null })}>{t("we-met")}</button>
          </p>
        </>
      )}
      <Fault words={acting.fault} />
      {over.length > 0 && (
        <details class="done-things">
          <summary>{t("meetings-so-far", { count: over.length })}</summary>
          <ul class="things">{over.map(row)}</ul>
        </details>
      )}
      {form && <HeldForm room={room} wanted={form} onClose={() => setForm(null)} />}
    </section>
  );
}

const newestFirst = (some: readonly MeetingItem[]): MeetingItem[] =>
  [...some].sort((a, b) => (b.body.day ?? "").localeCompare(a.body.day ?? "") || b.id - a.id);

/** People mostly meet where they met the last time. */
function placeOfLast(all: readonly MeetingItem[]): object {
  const last = all.at(-1)?.body;
  return last ? { place: last.place, address: last.address } : {};
}

interface OpenProps {
  room: Room;
  meeting: MeetingItem;
  acting: Acting;
  onMet: () => void;
}

function Open({ room, meeting, acting, onMet }: OpenProps): JSX.Element {
  const { me } = useStudio();
  const { place, address } = meeting.body;
  const move = (body: object): void => void acting.act("room.place_meeting", { item: meeting.id, place, address, ...body });
  return (
    <div class="meeting-card">
      <p>
        <strong>{t("meeting-since", { time: timeOfDay(meeting.at, locale.value, me.zone) })}</strong>
      </p>
      <Choice
        label={t("meeting-where")} value={place} options={options(PLACES)}
        onChoose={(value) => move({ place: value, address: "" })}
      />
      {place !== "call" && (
        <PlaceWords key={place} words={address} telephone={place === "telephone"} busy={acting.busy} onSay={(words) => move({ address: words })} />
      )}
      <Clock room={room} meeting={meeting} acting={acting} />
      <p class="row">
        <button type="button" onClick={onMet}>{t("we-met")}</button>
        <button
          type="button" class="quiet" disabled={acting.busy}
          onClick={() => void acting.act("room.remove_meeting", { item: meeting.id })}
        >
          {t("meeting-mistake")}
        </button>
      </p>
    </div>
  );
}

interface HeldRowProps {
  room: Room;
  meeting: MeetingItem;
  closed: boolean;
  acting: Acting;
  onCorrect: () => void;
}

function HeldRow({ room, meeting, closed, acting, onCorrect }: HeldRowProps): JSX.Element {
  const { me } = useStudio();
  const { state, held_by } = meeting.body;
  const talkedAbout = (room.snapshot.value?.things?.agenda ?? []).filter(({ body }) => body.done && body.meeting === meeting.id);
  return (
    <li class="thing-row met-row">
      <p class="thing-name">{whatWasHeld(meeting.body, me)}</p>
      <p class="soft">{t("met-by", { name: nameIn(room, held_by) })}</p>
      {(meeting.history ?? []).map((earlier) => (
        <p key={earlier.at} class="soft">
          {t("met-corrected", { name: nameIn(room, earlier.by), day: momentDay(earlier.at, me), words: whatItWas(earlier) })}
          {earlier.reason && (
            <>
              {" "}
              <Bdi text={earlier.reason} />
            </>
          )}
        </p>
      ))}
      {talkedAbout.length > 0 && (
        <ul class="plain-list">
          {talkedAbout.map(({ id, body }) => (
            <li key={id} dir="auto">{pointName(body)}</li>
          ))}
        </ul>
      )}
      {!closed && (
        <p class="row">
          {state === "held" && (
            <button
              type="button" disabled={acting.busy}
              onClick={() => void acting.act("room.close_meeting", { item: meeting.id })}
            >
              {t("met-close")}
            </button>
          )}
          {serverNow() <= correctableUntil(meeting.body) && (
            <button type="button" class="quiet" onClick={onCorrect}>{t("met-correct")}</button>
          )}
        </p>
      )}
      {state === "held" && <p class="soft">{t("met-close-what")}</p>}
    </li>
  );
}
