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

export type Closing =
  | "stopped"
  | "ended";

export type Method =
  | "room.post"
  | "room.edit"
  | "room.withdraw"
  | "room.react"
  | "room.unreact"
  | "room.add_member"
  | "room.remove_member"
  | "room.leave"
  | "room.open_past"
  | "room.draft"
  | "room.read"
  | "room.show_presence";

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
  | "quote_outdated"
  | "too_many_mentions"
  | "emoji_unknown"
  | "already_reacted"
  | "not_reacted"
  | "too_many_reactions"
  | "reactions_full"
  | "person_not_found"
  | "already_member"
  | "not_a_member"
  | "past_is_open"
  | "set_up_closed"
  | "link_not_valid"
  | "code_required"
  | "code_wrong"
  | "password_wrong"
  | "sign_in_again"
  | "second_factor_is_on"
  | "second_factor_is_off"
  | "already_here"
  | "already_invited"
  | "email_invalid"
  | "name_invalid"
  | "password_too_short"
  | "password_too_long"
  | "password_too_common"
  | "language_unknown"
  | "zone_unknown"
  | "changed_meanwhile"
  | "last_coordinator"
  | "dates_reversed"
  | "names_invalid"
  | "line_invalid"
  | "country_unknown"
  | "phone_invalid"
  | "silence_days_invalid"
  | "organisation_unknown"
  | "partners_invalid"
  | "partner_has_people"
  | "role_unknown"
  | "already_enrolled"
  | "other_side"
  | "not_enrolled"
  | "has_mentorship"
  | "mentorship_incomplete"
  | "mentorship_over"
  | "cohort_over"
  | "state_not_possible"
  | "list_unreadable"
  | "list_too_long"
  | "list_empty"
  | "list_has_faults"
  | "line_doubled"
  | "name_doubled"
  | "name_mixed"
  | "name_formula"
  | "room_closed";

/** Code points of a message, counted after NFC, the same on the server and in the client. */
export const MESSAGE_LIMIT = 8000;

/** Different reactions of one person to one message. */
export const REACTION_LIMIT = 5;

/** People who can be mentioned in one message. */
export const MENTION_LIMIT = 50;

/** Shown first; any other single emoji is possible. */
export const REACTIONS = ["👍", "❤️", "😊", "🎉", "👏", "🙏", "💡", "🤔"] as const;

/**
 * A part of the message that a reply answers, by its place and never by its words.
 *
 * Code points `start` up to, without, `end` of the text that entry `version` gave the message: `last` of the
 * Message that was quoted from. Once that message has other words or none, `last` differs and the quote shows nothing.
 */
export interface Quote {
  version: number;
  start: number;
  end: number;
}

/**
 * Say something in a room.
 *
 * `@[<person's id>]` in the text mentions a member. A `quote` needs `reply_to`.
 */
export interface PostMessage {
  room: string;
  command_id: string;
  text: string;
  reply_to?: number | null;
  quote?: Quote | null;
}

/**
 * Put other words in one's own message. The earlier words stay in the log for the members.
 *
 * Whom the earlier words mentioned can stay mentioned, also after they left.
 */
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

/** Answer a message with one emoji. The same one is given once per person. */
export interface React {
  room: string;
  command_id: string;
  message: number;
  emoji: string;
}

/** Take back one's own emoji. */
export interface Unreact {
  room: string;
  command_id: string;
  message: number;
  emoji: string;
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

/**
 * I have read the talk up to its message number `number`. A lower number than before changes nothing.
 *
 * My other devices hear of it by a ReadNotice.
 */
export interface MarkRead {
  room: string;
  number: number;
}

/**
 * Show in a room from now on that I am here and when I write, and see it of those who show it too; or no more.
 *
 * It is off until a person turns it on, each for themselves.
 */
export interface ShowPresence {
  room: string;
  on: boolean;
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

/**
 * The first entry of every log. Its members are the founders: they read from the beginning.
 *
 * `first_words`: what the programme says at the top of the room, by language.
 */
export interface RoomOpened {
  kind: Kind;
  members: FoundingMember[];
  first_words?: Record<string, string>;
}

/** `mentions`: whom `@[…]` in the text names, by id, each once, in ascending order; other `@[…]` are plain words. */
export interface MessagePosted {
  text: string;
  reply_to?: number | null;
  quote?: Quote | null;
  mentions?: string[];
}

/** Words and mentions take the place of the earlier ones; what the message answers and quotes stays. */
export interface MessageEdited {
  message: number;
  text: string;
  mentions?: string[];
}

/** Nothing of the message stays: words, mentions, quote, reactions. */
export interface MessageWithdrawn {
  message: number;
}

/** Of the entry's actor. A new emoji comes behind the message's others, a person behind the emoji's others. */
export interface ReactionAdded {
  message: number;
  emoji: string;
}

/** Of the entry's actor. An emoji that nobody gives any more is gone. */
export interface ReactionRemoved {
  message: number;
  emoji: string;
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

/**
 * Nothing is added from here on; what is there stays, and its authors can still take it back. `reason`: one of the
 * two wanted no more of it, without saying why and who; or it has come to its end.
 */
export interface RoomClosed {
  reason: Closing;
}

/**
 * An entry of a person's own log: `data` of a publication with an offset on `person:<id>`.
 *
 * It says what changed for me, never to what: that is asked for. `id`: of the room, where a room is meant.
 */
export interface PersonEntry {
  kind: "room_joined" | "room_left" | "room_changed" | "logins_changed" | "preferences_changed" | "programmes_changed";
  at: number;
  id?: string | null;
}

/**
 * A publication without offset on `person:<id>`, at most one a second per room: somebody else has spoken there.
 *
 * `talk`: the number of the newest message. `mentioned`: meanwhile somebody has named me there.
 */
export interface UnreadNotice {
  kind: "unread";
  room: string;
  talk: number;
  mentioned: boolean;
}

/** A publication without offset on `person:<id>`: on one of my devices I have read up to message `number`. */
export interface ReadNotice {
  kind: "read";
  room: string;
  number: number;
}

/**
 * A publication without offset on `room:<id>`, from a person to those who show themselves there too, and what a
 * subscriber publishes to make it: they write at this moment (good for 6 seconds); they look elsewhere on all their
 * devices, or here again. Who comes and goes is a join and a leave.
 */
export interface PresenceNotice {
  kind: "typing" | "away" | "here";
}

/**
 * A publication without offset on `room:<id>`, at most one a second, in place of joins, leaves and the above while
 * more than 50 people are here. A count of 50 or less says that they begin again: `presence` has everybody then.
 */
export interface CountNotice {
  kind: "count";
  people: number;
}

/** A publication without offset on `person:<id>`: on one of my devices I have switched my presence in a room. */
export interface SwitchNotice {
  kind: "presence";
  room: string;
  on: boolean;
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

/**
 * A room in one's own list. `read`: my read marker, `unread`: messages of others after it, `mentioned`: those of
 * them that name me.
 *
 * `last_at`: ms, of the newest message. `presence`: I have switched it on there that I am shown and see who is here.
 */
export interface RoomCard {
  id: string;
  kind: Kind;
  people: Person[];
  offset: number;
  talk: number;
  read: number;
  unread: number;
  mentioned: number;
  last_at: number | null;
  draft: boolean;
  presence: boolean;
  closed?: Closing | null;
}

/** Rooms that I am a member of, the one with the newest message first. */
export interface MyRooms {
  epoch: string;
  rooms: RoomCard[];
}

/**
 * A member now, or (with `left`) one who was: their messages keep their name.
 *
 * Who left before I may read is not among them.
 */
export interface Member {
  person: string;
  name: string;
  role: Role;
  left?: boolean;
}

/** One emoji and who gives it, in the order of giving. */
export interface Reaction {
  emoji: string;
  people: string[];
}

/**
 * A message with its edits, reactions and its withdrawal applied. `id` is the offset of its first entry.
 *
 * `number` counts the room's messages 1, 2, 3 …; `last` is the offset of the entry that gave it these words or took
 * them back. `text` is absent when the message was withdrawn. `quote` shows words of the message `reply_to` as long
 * as that one's `last` is the quote's `version`. `mentions`: ids in ascending order; `reactions`: in the order in
 * which the first who still gives each came, at most 20 kinds and 400 in all. Times in ms.
 */
export interface Message {
  id: number;
  number: number;
  author: string;
  at: number;
  last: number;
  text?: string | null;
  reply_to?: number | null;
  quote?: Quote | null;
  edited_at?: number | null;
  mentions?: string[];
  reactions?: Reaction[];
}

/** What the programme says at the top of a room. `language`: that of the words, the reader's if there are any. */
export interface FirstWords {
  language: string;
  words: string;
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
  closed?: Closing | null;
  first_words?: FirstWords | null;
}

/**
 * A part of the talk, oldest first, as it was at `offset` of the log; `earlier`, `later`: there are more.
 *
 * Asked for with one of `before=<offset>` and `after=<offset>` (the 50 messages next to it), or `around=<message>`
 * (the message with up to 25 on each side; refused as `message_not_found` when it is not mine to read).
 */
export interface TalkPage {
  offset: number;
  messages: Message[];
  earlier: boolean;
  later: boolean;
}

/** How I read: interface language and IANA time zone. */
export interface Preferences {
  language: string;
  zone: string;
}

/**
 * Which mails I want besides those that have to be. `unread`: that my mentor or mentee has written, and I have not
 * read it.
 */
export interface MailWishes {
  unread: boolean;
}

/**
 * What holds for me in every room. `hidden`: I am shown in none, and see nobody. `typing`: where I am shown, others
 * may see that I write.
 */
export interface PresenceWishes {
  hidden: boolean;
  typing: boolean;
}

/**
 * `stay`: this is my own device, keep me in for 90 days. `code`: from an app, or a recovery code; only who has
 * turned it on is asked for it.
 */
export interface SignIn {
  email: string;
  password: string;
  code?: string | null;
  stay?: boolean;
}

/** The first person of an empty server. `token` comes from the single-use link that the server printed. */
export interface SetUp {
  token: string;
  name: string;
  email: string;
  password: string;
  language: string;
  zone: string;
  stay?: boolean;
}

/** Send a link to this address. The answer is the same whether or not somebody has it. */
export interface MailLink {
  email: string;
}

/** Come in by a mailed link, good for 20 minutes and once. */
export interface UseSignInLink {
  token: string;
  code?: string | null;
  stay?: boolean;
}

/** A new password by a mailed link, good for 30 minutes and once. Every login ends, and this browser is in. */
export interface ResetPassword {
  token: string;
  password: string;
  code?: string | null;
  stay?: boolean;
}

/** What stands behind `#` in a link's address. */
export interface LinkToken {
  token: string;
}

/**
 * What a link is for, and for whom; reading it does not use it up.
 *
 * `email` is masked (`a…@example.org`); of purpose `address` it is the new one. `code`: using it takes a code of the
 * second step. `expires_at`: ms. `inviter`: who sent the invitation.
 */
export interface LinkFacts {
  purpose: "invitation" | "password_reset" | "sign_in" | "address";
  name: string;
  email: string;
  language: string;
  code: boolean;
  expires_at: number;
  inviter?: string | null;
}

/** Invite a person to this server. A link is mailed to them, and told to the inviter to pass on. */
export interface Invite {
  name: string;
  email: string;
  language: string;
  zone?: string | null;
}

/**
 * One that I sent. `state`: nobody looked at it yet, somebody did, its seven days are over, or the person is here.
 * Times in ms.
 */
export interface Invitation {
  id: string;
  name: string;
  email: string;
  language: string;
  state: "unopened" | "opened" | "lapsed" | "accepted";
  invited_at: number;
  expires_at: number;
}

/**
 * A fresh invitation with its link, told this once: earlier links of it are dead.
 *
 * The page has the words to pass on: from `inviter` to `name`, in `language` and its script.
 */
export interface InvitationLink {
  invitation: Invitation;
  link: string;
  inviter: string;
}

/** The newest first. */
export interface MyInvitations {
  invitations: Invitation[];
}

/** I am the invited person. Without a password I come in by mailed links alone. */
export interface AcceptInvitation {
  token: string;
  name: string;
  language: string;
  zone: string;
  password?: string | null;
  stay?: boolean;
}

/**
 * What I can do here beside what is in `Me`.
 *
 * `password`: I have one; else what asks for it takes a sign-in of the last ten minutes instead. `pending_email`: an
 * address of mine that waits for being confirmed. `recovery_codes`: how many are left. `invites`: I may invite.
 */
export interface MyAccount {
  password: boolean;
  pending_email: string | null;
  second_factor: boolean;
  recovery_codes: number;
  invites: boolean;
}

/** `current`: the present one, where there is one. `end_others`: sign me out everywhere else. */
export interface ChangePassword {
  password: string;
  current?: string | null;
  end_others?: boolean;
}

/** A link goes to the new address; until it is opened the old one stays. */
export interface ChangeAddress {
  email: string;
  password?: string | null;
}

/**
 * A browser that is signed in as me. `label`: which browser on which system. `this`: the one that asks. Times in
 * ms; `seen_at` is exact to the hour.
 */
export interface MyLogin {
  id: string;
  label: string;
  created_at: number;
  seen_at: number;
  expires_at: number;
  stay: boolean;
  this: boolean;
}

/** The one that was used last first. */
export interface MyLogins {
  logins: MyLogin[];
}

/** That it is really me. `code`: where the second step is on. */
export interface Reauthentication {
  password?: string | null;
  code?: string | null;
}

/**
 * For an app that shows codes; nothing is on before one of them was given. `qr`: a picture's `data:` address;
 * `uri`: `otpauth://…`, what the picture says; `secret`: what to type where there is no camera.
 */
export interface SecondFactorOffer {
  secret: string;
  uri: string;
  qr: string;
}

/** Six digits from the app. */
export interface Code {
  code: string;
}

/** Ten codes for the day without the app, told this once; each is good once. Earlier ones are dead. */
export interface RecoveryCodes {
  codes: string[];
}

/** Short-lived (5 minutes), for the `connect` command of SDKs that have no cookie. */
export interface ConnectionToken {
  token: string;
}

/**
 * `names`: at least one, each up to 200 letters. `country`: ISO 3166, two letters; `zone`: IANA.
 *
 * `mine`: I may change it.
 */
export interface Organisation {
  id: string;
  names: Record<string, string>;
  town: string;
  country: string;
  zone: string;
  version: number;
  mine: boolean;
}

/** Add one, by who set the server up or runs a programme. */
export interface NewOrganisation {
  command_id: string;
  names: Record<string, string>;
  town: string;
  country: string;
  zone: string;
}

/** By its own coordinators, or the lead's of a run that it takes part in. */
export interface ChangeOrganisation {
  version: number;
  names: Record<string, string>;
  town: string;
  country: string;
  zone: string;
}

/** One run of a programme. Without names of its own it is called as its programme. `end`: its last day. */
export interface CohortCard {
  id: string;
  names: Record<string, string>;
  start: string;
  end: string;
  state: "draft" | "running" | "ended";
}

/** `lead`: the organisation that leads it. `cohorts`: those of its runs that I coordinate, the newest first. */
export interface Programme {
  id: string;
  names: Record<string, string>;
  lead: string;
  version: number;
  cohorts: CohortCard[];
}

/**
 * What I coordinate. `may_found`: I set the server up, so I may begin a programme; `organisations`: those of my
 * programmes and those that I added; for who may begin one, all.
 */
export interface Programmes {
  may_found: boolean;
  organisations: Organisation[];
  programmes: Programme[];
}

/** Begin a programme with its first run, a draft. Whoever does it coordinates it, for the lead. */
export interface NewProgramme {
  command_id: string;
  names: Record<string, string>;
  lead: string;
  start: string;
  end: string;
  home_zone: string;
}

export interface ChangeProgramme {
  version: number;
  names: Record<string, string>;
}

/**
 * Another run, a draft. `copy_from`: a run of the same programme whose partners, minimums, help, care, first words
 * and credits it takes over, and none of its people. Whoever does it coordinates it, for the lead.
 */
export interface NewCohort {
  command_id: string;
  names: Record<string, string>;
  start: string;
  end: string;
  home_zone: string;
  copy_from?: string | null;
}

/** Whom everybody in the run may ring up. */
export interface Help {
  name: string;
  phone: string;
}

/**
 * Everything of a run that is not a list of its own.
 *
 * `silence_days`: after so many days of silence the person themself is asked, then both, then the team is told; agreed
 * with everybody at the start, or None for no such care. `first_words`: what stands at the top of each new room of the
 * run, in the reader's language; up to 1 000 letters each.
 */
export interface ChangeCohort {
  version: number;
  names: Record<string, string>;
  start: string;
  end: string;
  home_zone: string;
  least_meetings: number;
  least_gatherings: number;
  help: Help | null;
  silence_days: [number, number, number] | null;
  first_words: Record<string, string>;
}

/** From draft to running, from running to ended; and back from running to draft while it has no mentorship. */
export interface SetCohortState {
  version: number;
  state: "draft" | "running" | "ended";
}

export interface Partner {
  organisation: string;
  role: "lead" | "partner" | "handover" | "guest";
}

/** All of them, the lead included. One whose people take part can't be left out. */
export interface SetPartners {
  version: number;
  partners: Partner[];
}

/**
 * What has to be said of a funder on everything public, by language. `starts`, `ends`: days on which it holds;
 * None for as long as the run is remembered.
 */
export interface Credit {
  funder: string;
  words: Record<string, string>;
  disclaimer: Record<string, string>;
  starts?: string | null;
  ends?: string | null;
}

/** All of them, in the order in which they are shown. */
export interface SetCredits {
  version: number;
  credits: Credit[];
}

/**
 * A person's part in a run. `arrival`: whether they have come; `email` is told of those alone who have not: it is
 * where their invitation went. `invited_at`: ms.
 */
export interface Part {
  person: Person;
  role: "mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna";
  organisation: string | null;
  arrival: "unopened" | "opened" | "lapsed" | "here" | "gone";
  email?: string | null;
  invited_at?: number | null;
}

export interface MentorshipMember {
  person: string;
  role: "mentee" | "mentor";
}

/**
 * `stopped`: one of them ended it, at once and without a reason. `since`: ms, of its state. `mine`: I may change
 * it.
 */
export interface Mentorship {
  id: string;
  room: string;
  people: MentorshipMember[];
  state: "active" | "paused" | "stopped" | "ended";
  opened_at: number;
  since: number;
  version: number;
  mine: boolean;
}

/** A group of a run, with its one lasting room. Its members follow from who takes part. */
export interface Circle {
  kind: "mentors" | "mentees" | "joint" | "staff" | "workshop";
  room: string;
}

/** Of the seven on the way to the start. `left`: how many things or people it still waits for, where that counts. */
export interface Step {
  name: "programme" | "team" | "help" | "credits" | "people" | "rooms" | "start";
  state: "done" | "next" | "later";
  left?: number;
}

/**
 * A run as its coordinator sees it: for the lead all of it; for a partner its own people, the mentorships that they
 * are in, and what is joint. `lead`: I coordinate it for the lead, so I may change all.
 */
export interface CohortPage {
  id: string;
  programme: string;
  programme_names: Record<string, string>;
  names: Record<string, string>;
  start: string;
  end: string;
  home_zone: string;
  state: "draft" | "running" | "ended";
  least_meetings: number;
  least_gatherings: number;
  help: Help | null;
  silence_days: [number, number, number] | null;
  first_words: Record<string, string>;
  version: number;
  lead: boolean;
  organisations: Organisation[];
  partners: Partner[];
  credits: Credit[];
  people: Part[];
  mentorships: Mentorship[];
  circles: Circle[];
  steps: Step[];
}

/**
 * Read a list of people and say what is wrong with it; nothing is stored.
 *
 * One of `pasted` (cells parted by tabs, semicolons or commas) and `file` (the bytes that a spreadsheet wrote, in
 * base64; at most 1 MiB). Columns: name, e-mail, role, language, organisation, in this order or by their headings in
 * one of our languages. `role`, `language`, `organisation` hold where a line says nothing of it.
 */
export interface ReadList {
  role: "mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna";
  language: string;
  organisation?: string | null;
  pasted?: string | null;
  file?: string | null;
}

/**
 * A line as it was understood. `faults`: codes of refusals, for which it can't be taken; `doubts`: codes of what
 * only a person can judge. `other`: the line that a fault or a doubt compares it with.
 */
export interface ListLine {
  line: number;
  name: string;
  email: string;
  role: "mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna" | null;
  language: string | null;
  organisation: string | null;
  faults?: string[];
  doubts?: string[];
  other?: number | null;
}

/** Every line that was not empty. `encoding`: how the file was read, for who wonders about its letters. */
export interface ReadPeople {
  lines: ListLine[];
  good: number;
  bad: number;
  encoding: string;
}

/** `organisation`: who brings the person in; None where no organisation of the run does. */
export interface NewPart {
  name: string;
  email: string;
  role: "mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna";
  language: string;
  organisation?: string | null;
}

/**
 * One person or many, all of them or nobody. Who is not here yet gets an invitation by mail.
 *
 * One bad line refuses all: a single person by its own code, a list as `list_has_faults`.
 */
export interface EnrolPeople {
  command_id: string;
  people: NewPart[];
}

/** `link`: of a fresh invitation, to pass on; told this once, and not when the command is repeated. */
export interface EnrolledPerson {
  part: Part;
  link?: string | null;
}

/** In the order of the list. */
export interface Enrolled {
  people: EnrolledPerson[];
}

/** Mentors and mentees of a run get a room of their own, at once. */
export interface OpenMentorship {
  command_id: string;
  people: MentorshipMember[];
}

/** `paused`: nobody is asked why it is quiet. `ended`: its room stays as it is, and nothing is added. */
export interface SetMentorshipState {
  version: number;
  state: "active" | "paused" | "ended";
}

/** Another mentor of the run, who reads the room from now on. */
export interface AddMentor {
  command_id: string;
  version: number;
  person: string;
}

/** Once; asked again it answers the same. */
export interface OpenCircle {
  kind: "mentors" | "mentees" | "joint" | "staff" | "workshop";
}

/** `role`: mine in it. */
export interface MyMentorship {
  id: string;
  room: string;
  role: "mentee" | "mentor";
  state: "active" | "paused" | "stopped" | "ended";
}

/** A run that I take part in, in these roles. `circles`: those that I am in. */
export interface MyPart {
  cohort: CohortCard;
  programme_names: Record<string, string>;
  organisation_names: Record<string, string>;
  roles: "mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna"[];
  help: Help | null;
  silence_days: [number, number, number] | null;
  mentorships: MyMentorship[];
  circles: Circle[];
}

/** The newest run first. `organisation_names`: of the lead. */
export interface MyParts {
  parts: MyPart[];
}

/**
 * Who did what, about whom, when (ms); never a content. `by`: None for the server itself. `role`: which part, or
 * which state was set.
 */
export interface Act {
  id: string;
  at: number;
  kind: "programme_founded" | "cohort_opened" | "cohort_changed" | "partners_changed" | "organisation_changed" | "enrolled" | "enrolment_ended" | "invited_again" | "mentorship_opened" | "mentorship_changed" | "mentorship_stopped" | "mentor_added" | "group_opened" | "member_added" | "member_removed" | "report_opened" | "exported";
  by: Person | null;
  about: Person | null;
  role: string | null;
}

/** The newest first; `earlier`: there are more, with `?before=<id>`. */
export interface Audit {
  acts: Act[];
  earlier: boolean;
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
    | { kind: "reaction_added"; body?: ReactionAdded | null }
    | { kind: "reaction_removed"; body?: ReactionRemoved | null }
    | { kind: "member_added"; body?: MemberAdded | null }
    | { kind: "member_removed"; body?: MemberRemoved | null }
    | { kind: "past_agreed"; body?: PastAgreed | null }
    | { kind: "room_closed"; body?: RoomClosed | null }
  );

/** An expected no: problem details over HTTP, `{"refused": …}` in the result of an rpc. */
export interface Problem {
  type?: string;
  title: string;
  status?: number;
  code: string;
  [parameter: string]: string | number | undefined;
}
