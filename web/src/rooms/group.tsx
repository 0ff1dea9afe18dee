/** What one person said in one go: their name once, then their messages. */
import type { JSX } from "preact";

import { useStudio } from "../context.ts";
import type { Message } from "../contract.ts";
import { fullMoment, timeOfDay } from "../text/dates.ts";
import { locale, t } from "../text/fluent.ts";
import { Bdi } from "../ui/bdi.tsx";
import type { Group as GroupOfMessages } from "./arrange.ts";
import { MessageItem } from "./message.tsx";
import { talkName } from "./names.ts";
import type { Pending } from "./pending.ts";
import type { Range } from "./quotes.ts";
import type { Room } from "./room.ts";

/** A menu to open: of everything that can be done with a message, or of what can be given to it. */
export interface MenuWish {
  message: Message;
  of: "all" | "reactions";
  anchor: HTMLElement;
}

/** What can be done with a message, and which one is in hand. */
export interface Acts {
  /** The message that Tab reaches. */
  active: number | null;
  flashed: number | null;
  /** The message that the address leads to. */
  marked: number | null;
  onActive: (id: number) => void;
  onReply: (message: Message) => void;
  /** Without a part of it the whole message. */
  onQuote: (message: Message, part?: Range) => void;
  onEdit: (message: Message) => void;
  onCopyLink: (message: Message) => void;
  onMenu: (wish: MenuWish) => void;
  onJump: (id: number) => void;
}

interface GroupProps {
  group: GroupOfMessages;
  room: Room;
  pending: Pending;
  acts: Acts;
  /** The message that Tab reaches as long as none was chosen. */
  fallback: number | null;
}

export function Group({ group, room, pending, acts, fallback }: GroupProps): JSX.Element {
  const { me } = useStudio();
  const own = group.author === me.id;
  const name = nameOf(room, group.author);
  return (
    <div class={own ? "group own" : "group"}>
      <h3 class="group-head">
        <span class="author">
          <Bdi text={talkName(name, peopleOf(room))} />
        </span>
        <time dateTime={new Date(group.at).toISOString()} title={fullMoment(group.at, locale.value, me.zone)}>
          {timeOfDay(group.at, locale.value, me.zone)}
        </time>
      </h3>
      <ul>
        {group.messages.map((message) => (
          <MessageItem
            key={message.id} message={message} room={room} pending={pending} acts={acts}
            reachable={(acts.active ?? fallback) === message.id}
          />
        ))}
      </ul>
    </div>
  );
}

export const peopleOf = (room: Room): string[] => room.card.value.people.map(({ name }) => name);

/** Who left keeps their name on their words; the list of my rooms knows who has just come. */
export function nameOf(room: Room, person: string): string {
  const member = room.snapshot.value?.members.find((known) => known.person === person);
  return member?.name || (room.card.value.people.find(({ id }) => id === person)?.name ?? t("somebody"));
}
