/** The shapes on the wire, named as on the server. Written by `make contract` from server/contract. */

export type Kind =
  | "pair"
  | "team"
  | "mentors"
  | "mentees"
  | "joint"
  | "workshop"
  | "staff";

export type Role =
  | "mentee"
  | "mentor"
  | "facilitator"
  | "coordinator"
  | "guest";

export type Method =
  | "room.post"
  | "room.edit"
  | "room.withdraw"
  | "room.add_member"
  | "room.remove_member"
  | "room.leave"
  | "room.open_past"
  | "room.draft"
  | "room.read";

export type RefusalCode =
  | "bad_request"
  | "sign_in_required"
  | "sign_in_failed"
  | "too_many_attempts"
  | "too_fast"
  | "origin_not_allowed"
  | "not_found"
  | "method_unknown"
  | "method_not_allowed"
  | "too_large"
  | "unavailable"
  | "command_conflict"
  | "text_empty"
  | "text_too_long"
  | "text_not_allowed"
  | "message_not_found"
  | "message_withdrawn"
  | "not_your_message"
  | "person_not_found"
  | "already_member"
  | "not_a_member"
  | "past_is_open"
  | "set_up_closed"
  | "email_invalid"
  | "name_invalid"
  | "password_too_short"
  | "password_too_long"
  | "password_too_common"
  | "language_unknown"
  | "zone_unknown";

/** Code points of a message, counted after NFC, the same on the server and in the client. */
export const MESSAGE_LIMIT = 8000;

/** Say something in a room. */
export interface PostMessage {
  room: string;
  command_id: string;
  text: string;
  reply_to?: number | null;
}

/** Put other words in one's own message. The earlier words stay in the log for the members. */
export interface EditMessage {
  room: string;
  command_id: string;
  message: number;
  text: string;
}

/** Take back one's own message: every version of its words is removed, a neutral mark stays. */
export interface WithdrawMessage {
  room: string;
  command_id: string;
  message: number;
}

/** Bring a person into a room. They see what is said from now on. */
export interface AddMember {
  room: string;
  command_id: string;
  person: string;
  role: Role;
}

/** Take a person out of a room. Their open connections stop receiving it within a second. */
export interface RemoveMember {
  room: string;
  command_id: string;
  person: string;
}

/** Leave a room oneself, at once, without a reason. */
export interface LeaveRoom {
  room: string;
  command_id: string;
}

/**
 * Agree that a later member may read what was said before they came. It opens when every other member agreed.
 *
 * One of them has to read it themselves; and once somebody goes, all agree anew.
 */
export interface OpenPast {
  room: string;
  command_id: string;
  person: string;
}

/** Keep what I began to write in a room; an empty text removes the draft. */
export interface SaveDraft {
  room: string;
  text: string;
}

/** I have read the talk up to its message number `number`. A lower number than before changes nothing. */
export interface MarkRead {
  room: string;
  number: number;
}

/** The command is in the log for good. The offset is given to members of the room only. */
export interface Accepted {
  offset?: number | null;
}

export type Done = Record<string, never>;

export interface FoundingMember {
  person: string;
  role: Role;
}

/** The first entry of every log. Its members are the founders: they read from the beginning. */
export interface RoomOpened {
  kind: Kind;
  members: FoundingMember[];
}

export interface MessagePosted {
  text: string;
  reply_to?: number | null;
}

export interface MessageEdited {
  message: number;
  text: string;
}

export interface MessageWithdrawn {
  message: number;
}

/** A later member. `floor`: they read the entries with a higher offset. */
export interface MemberAdded {
  person: string;
  role: Role;
  floor: number;
}

/** The person is no member any more; when they are the entry's actor, they left. */
export interface MemberRemoved {
  person: string;
}

/** The actor agrees that `person` may read what was said before they came. */
export interface PastAgreed {
  person: string;
}

export interface Person {
  id: string;
  name: string;
}

/** `language` is one of sr-Cyrl, sr-Latn, hr, mk, sl, en (or one that falls back to them); `zone` an IANA name. */
export interface Me {
  id: string;
  name: string;
  email: string;
  language: string;
  zone: string;
}

/** A room in one's own list. `unread`: messages after my read marker. `last_at`: ms, of the newest message. */
export interface RoomCard {
  id: string;
  kind: Kind;
  people: Person[];
  offset: number;
  talk: number;
  unread: number;
  last_at: number | null;
  draft: boolean;
}

/** Rooms that I am a member of, the one with the newest message first. */
export interface MyRooms {
  epoch: string;
  rooms: RoomCard[];
}

/** A member now, or (with `left`) one who was: their messages keep their name. */
export interface Member {
  person: string;
  name: string;
  role: Role;
  left?: boolean;
}

/**
 * A message with its edits and its withdrawal applied. `id` is the offset of its first entry.
 *
 * `number` counts the room's messages 1, 2, 3 …; `last` is the offset of the entry that changed it last.
 * `text` is absent when the message was withdrawn. Times in ms.
 */
export interface Message {
  id: number;
  number: number;
  author: string;
  at: number;
  last: number;
  text?: string | null;
  reply_to?: number | null;
  edited_at?: number | null;
}

/**
 * A room now, read in one transaction: everything up to `offset` is in it, subscribe from there.
 *
 * `talk` is the number of the newest message, `read` my read marker, `floor` the offset after which I may read.
 * `messages` are the last 50, oldest first; `earlier` says that there are more before them.
 */
export interface RoomSnapshot {
  epoch: string;
  offset: number;
  id: string;
  kind: Kind;
  members: Member[];
  talk: number;
  read: number;
  floor: number;
  draft: string;
  messages: Message[];
  earlier: boolean;
}

/** Messages before an offset, oldest first. */
export interface TalkPage {
  messages: Message[];
  earlier: boolean;
}

export interface SignIn {
  email: string;
  password: string;
}

/** The first person of an empty server. `token` comes from the single-use link that the server printed. */
export interface SetUp {
  token: string;
  name: string;
  email: string;
  password: string;
  language: string;
  zone: string;
}

/** How I read: interface language and IANA time zone. */
export interface Preferences {
  language: string;
  zone: string;
}

/** Short-lived (5 minutes), for the `connect` command of SDKs that have no cookie. */
export interface ConnectionToken {
  token: string;
}

/**
 * The envelope: `data` of a publication on `room:<id>`. The publication's offset is the entry's offset.
 *
 * `at`: milliseconds since 1970 UTC. `actor`: a person's id. `body` is absent when the words were taken back.
 * `command_id` lets the author's devices settle a pending message.
 */
export type Entry = {
  at: number;
  actor?: string | null;
  command_id?: string | null;
} & (
    | { kind: "room_opened"; body?: RoomOpened | null }
    | { kind: "message_posted"; body?: MessagePosted | null }
    | { kind: "message_edited"; body?: MessageEdited | null }
    | { kind: "message_withdrawn"; body?: MessageWithdrawn | null }
    | { kind: "member_added"; body?: MemberAdded | null }
    | { kind: "member_removed"; body?: MemberRemoved | null }
    | { kind: "past_agreed"; body?: PastAgreed | null }
  );

/** An expected no: problem details over HTTP, `{"refused": …}` in the result of an rpc. */
export interface Problem {
  type?: string;
  title: string;
  status?: number;
  code: string;
  [parameter: string]: string | number | undefined;
}
