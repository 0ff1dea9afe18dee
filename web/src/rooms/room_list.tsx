/** My rooms, those with my people first: always in the order of the alphabet, so that nothing moves under the thumb. */
import { Fragment, type JSX } from "preact";

import { useStudio } from "../context.ts";
import type { RoomCard } from "../contract.ts";
import { roomPath } from "../router.ts";
import { briefly } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { compareNames } from "../text/order.ts";
import { Bdi } from "../ui/bdi.tsx";
import { Link } from "../ui/link.tsx";
import { firstName, isCalledByPeople, monogram } from "./names.ts";
import { roomLine, roomName } from "./room_name.tsx";
import type { Room } from "./room.ts";

export function RoomList({ open }: { open: string | null }): JSX.Element {
  const { studio, me } = useStudio();
  const rooms = studio.rooms.all.value;
  const coordinates = studio.programmes.parts.value?.some(({ roles }) => roles.includes("coordinator"));
  // Whoever puts rooms together for others waits for none.
  if (rooms?.length === 0 && coordinates) return <></>;
  if (rooms === null || rooms.length === 0) {
    return (
      <section aria-label={t("my-rooms")} class="list-note">
        {rooms === null ? <p class="soft">{t("one-moment")}</p> : <NoRooms />}
      </section>
    );
  }
  const compare = compareNames(locale.value);
  const called = rooms.map((room) => ({ room, name: roomName(room.card.value, me.id, firstName) }));
  called.sort((a, b) => compare(a.name, b.name));
  const groups = KINDS_OF_ROOMS.map(({ title, has }) => ({ title, rooms: called.filter(({ room }) => has(room.card.value)) }));
  const shown = groups.filter(({ rooms: some }) => some.length > 0);
  return (
    <nav class="room-list" aria-label={t("my-rooms")}>
      {shown.map(({ title, rooms: some }) => (
        <Fragment key={title}>
          {(shown.length > 1 || title === "earlier-rooms") && <h2>{t(title)}</h2>}
          <ul>
            {some.map(({ room, name }) => (
              <RoomRow key={room.id} room={room} name={name} open={room.id === open} />
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}

const withPeople = ({ kind }: RoomCard): boolean => kind === "pair" || kind === "team";

/** Whom I am with; the groups; what is over. */
const KINDS_OF_ROOMS: { title: string; has: (card: RoomCard) => boolean }[] = [
  { title: "my-people", has: (card) => !card.closed && withPeople(card) },
  { title: "my-groups", has: (card) => !card.closed && !withPeople(card) },
  { title: "earlier-rooms", has: (card) => !!card.closed },
];

function RoomRow({ room, name, open }: { room: Room; name: string; open: boolean }): JSX.Element {
  const { studio, me } = useStudio();
  const card = room.card.value;
  const others = card.people.filter((person) => person.id !== me.id);
  const waiting = studio.outbox.waiting.value.some((outgoing) => outgoing.room === room.id);
  const begun = studio.drafts.begun.value.get(room.id) ?? card.draft;
  const time = card.last_at === null ? "" : briefly(card.last_at, Date.now(), locale.value, me.zone);
  return (
    <li>
      <Link href={roomPath(room.id)} class="room-row" {...(open ? { "aria-current": "page" as const } : {})}>
        <span class={`monogram tone-${tone(card.id)}`} aria-hidden="true">
          {monogram(isCalledByPeople(card.kind, others.length) ? (others[0]?.name ?? "") : name, locale.value)}
        </span>
        <span class="room-row-words">
          <span class="room-row-name">
            <Bdi text={name} />
          </span>
          <span class="soft one-line">
            <Bdi text={roomLine(card, me.id)} />
          </span>
        </span>
        <span class="room-row-side">
          {time && <span class="soft">{time}</span>}
          {card.mentioned > 0 && !room.ending.value && <span class="names-me">{t("names-me")}</span>}
          {card.unread > 0 && !room.ending.value && <span class="new">{t("new-count", { count: card.unread })}</span>}
          {waiting && <span class="soft">{t("waits")}</span>}
          {!waiting && card.unread === 0 && begun && <span class="soft">{t("begun")}</span>}
        </span>
      </Link>
    </li>
  );
}

/** One of four quiet colours, the same for a room on every device. */
function tone(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % 4;
}

const NoRooms = (): JSX.Element => (
  <>
    <p>{t("no-rooms")}</p>
    <p class="soft">{t("no-rooms-next")}</p>
  </>
);
