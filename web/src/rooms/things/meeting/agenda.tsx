/** What we want to talk about: everybody adds, the mentee orders, and what is not done stands there for the next meeting. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { Fault } from "../../../accounts/form.tsx";
import { useStudio } from "../../../context.ts";
import type { Item, Member, Pin, Point } from "../../../contract.ts";
import { roomPath } from "../../../router.ts";
import { locale, t } from "../../../text/fluent.ts";
import { listOfNames } from "../../../text/order.ts";
import { Bdi } from "../../../ui/bdi.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Choice, Field } from "../../../ui/field.tsx";
import { Link } from "../../../ui/link.tsx";
import { useAct, type Acting } from "../../places/act.ts";
import { Menu } from "../../places/menu.tsx";
import type { Room } from "../../room.ts";
import { nameIn } from "../people.ts";
import { inOrder, neighbour, pinName } from "../shelf/pins.ts";
import { pointName } from "./point_name.ts";
import type { MeetingItem } from "./words.ts";

type PointItem = Item<Point>;

const NOBODY = "";

export function Agenda({ room }: { room: Room }): JSX.Element | null {
  const { me } = useStudio();
  const [form, setForm] = useState<PointItem | null>(null);
  const acting = useAct(room);
  const snapshot = room.snapshot.value;
  const points = snapshot?.things?.agenda ?? [];
  const closed = snapshot?.closed != null;
  const standing = inOrder(points.filter(({ body }) => !body.done));
  const done = inOrder(points.filter(({ body }) => body.done)).reverse();
  const pins = inOrder((snapshot?.things?.pins ?? []).filter(({ body }) => body.state === "next"));
  const meeting = snapshot?.things?.meetings?.find(({ body }) => body.state === "open") ?? null;
  const order = whoOrders(snapshot?.kind, snapshot?.members ?? []);
  const orders = order === null || order.some(({ person }) => person === me.id);
  const together = standing.reduce((sum, { body }) => sum + body.minutes, 0);
  if (closed && points.length === 0) return null;
  const list = (some: readonly PointItem[]): JSX.Element => (
    <ul class="things">
      {some.map((point) => (
        <PointRow
          key={point.id} room={room} point={point} shown={some} closed={closed} orders={orders && !point.body.done} acting={acting}
          meeting={meeting} onChange={() => setForm(point)}
        />
      ))}
    </ul>
  );
  return (
    <section class="thing" aria-labelledby="agenda-title">
      <header class="thing-head">
        <h2 id="agenda-title">{t("agenda-title")}</h2>
        {together > 0 && <p class="soft">{t("agenda-together", { minutes: together })}</p>}
      </header>
      {standing.length === 0 && pins.length === 0 && <p class="soft">{t("agenda-empty")}</p>}
      {standing.length > 0 && list(standing)}
      {!orders && standing.length > 1 && (
        <p class="soft">
          {t("agenda-whose")} <Bdi text={listOfNames(order!.map(({ name }) => name), locale.value)} />
        </p>
      )}
      {pins.length > 0 && (
        <ul class="things">
          {pins.map((pin) => (
            <FromShelf key={pin.id} room={room} pin={pin.body} />
          ))}
        </ul>
      )}
      {!closed && <AddPoint room={room} />}
      <Fault words={acting.fault} />
      {done.length > 0 && (
        <details class="done-things">
          <summary>{t("agenda-done", { count: done.length })}</summary>
          {list(done)}
        </details>
      )}
      {form && <PointForm room={room} point={form} onClose={() => setForm(null)} />}
    </section>
  );
}

/** Between mentor and mentee the mentee; null where everybody may, or the server says who. */
function whoOrders(kind: string | undefined, members: readonly Member[]): readonly Member[] | null {
  const mentees = members.filter(({ role, left }) => role === "mentee" && !left);
  return (kind === "pair" || kind === "team") && mentees.length > 0 ? mentees : null;
}

interface PointRowProps {
  room: Room;
  point: PointItem;
  shown: readonly PointItem[];
  closed: boolean;
  orders: boolean;
  acting: Acting;
  meeting: MeetingItem | null;
  onChange: () => void;
}

function PointRow({ room, point, shown, closed, orders, acting, meeting, onChange }: PointRowProps): JSX.Element {
  const { minutes, brings, done } = point.body;
  const title = pointName(point.body);
  const finish = (): void =>
    void acting.act("room.finish_point", { item: point.id, done: !done, ...(meeting && !done ? { meeting: meeting.id } : {}) });
  const move = (step: -1 | 1): (() => void) | null => {
    const after = orders ? neighbour(shown, point, step) : undefined;
    return after === undefined ? null : () => void acting.act("room.move_point", { item: point.id, ...(after ? { after } : {}) });
  };
  const start =
    meeting && minutes > 0 && !done
      ? () => void acting.act("room.turn_clock", { item: meeting.id, turn: "start", minutes, point: point.id })
      : null;
  const facts = [minutes > 0 ? t("minutes-short", { minutes }) : "", brings ? nameIn(room, brings) : ""].filter(Boolean);
  return (
    <li class="thing-row">
      <div class="thing-words">
        <p class="thing-name" dir="auto">{title}</p>
        {facts.length > 0 && <p class="soft">{facts.join(" · ")}</p>}
      </div>
      {!closed && (
        <Menu
          label={t("point-more", { title })}
          items={[
            { icon: done ? "undo" : "check", label: t(done ? "point-not-done" : "point-done"), act: finish },
            { icon: "clock", label: t("point-clock", { minutes }), act: start },
            { icon: "edit", label: t("call-change"), act: done ? null : onChange },
            { icon: "up", label: t("thing-up"), act: move(-1) },
            { icon: "down", label: t("thing-down"), act: move(1) },
            { icon: "close", label: t("point-remove"), act: () => void acting.act("room.remove_point", { item: point.id }) },
          ]}
        />
      )}
    </li>
  );
}

/** What stands on the shelf for the next meeting is a part of what it is about; it is changed there. */
const FromShelf = ({ room, pin }: { room: Room; pin: Pin }): JSX.Element => (
  <li class="thing-row">
    <div class="thing-words">
      <p class="thing-name">
        <Link href={roomPath(room.id, "path")}>
          <Bdi text={pinName(pin, room.snapshot.value?.things)} />
        </Link>
        <span class="chip">{t("point-from-shelf")}</span>
      </p>
    </div>
  </li>
);

function AddPoint({ room }: { room: Room }): JSX.Element {
  const [title, setTitle] = useState("");
  const { act, busy, fault } = useAct(room);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (title.trim() && (await act("room.add_point", { title }))) setTitle("");
  };
  return (
    <form class="add-point" onSubmit={(event) => void send(event)}>
      <Field
        label={t("agenda-add-label")} maxLength={200} value={title} dir="auto" autocomplete="off"
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <button type="submit" disabled={busy}>{t("agenda-add")}</button>
      <Fault words={fault} />
    </form>
  );
}

function PointForm({ room, point, onClose }: { room: Room; point: PointItem; onClose: () => void }): JSX.Element {
  const [title, setTitle] = useState(pointName(point.body));
  const [minutes, setMinutes] = useState(point.body.minutes > 0 ? String(point.body.minutes) : "");
  const [brings, setBrings] = useState(point.body.brings);
  const { act, busy, fault } = useAct(room);
  const members = (room.snapshot.value?.members ?? []).filter(({ left }) => !left);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const said = { title, minutes: Math.round(Number(minutes)) || 0, brings };
    if (await act("room.change_point", { item: point.id, ...said })) onClose();
  };
  return (
    <Dialog title={t("agenda-point")} onClose={onClose}>
      <form class="thing-form" onSubmit={(event) => void send(event)}>
        <Field
          label={t("agenda-point")} maxLength={200} required value={title} dir="auto"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <Field
          label={t("point-minutes")} type="number" inputMode="numeric" min={0} max={240} value={minutes}
          onInput={(event) => setMinutes(event.currentTarget.value)}
        />
        <Choice
          label={t("point-brings")} value={brings} onChoose={setBrings}
          options={[
            { value: NOBODY, label: t("point-nobody") },
            ...members.map(({ person, name }) => ({ value: person, label: name })),
          ]}
        />
        <Fault words={fault} />
        <button type="submit" class="main" disabled={busy}>{busy ? t("one-moment") : t("call-save")}</button>
      </form>
    </Dialog>
  );
}
