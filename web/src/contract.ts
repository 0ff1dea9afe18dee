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
  | "room.write_note"
  | "room.show_presence"
  | "room.pin"
  | "room.change_pin"
  | "room.move_pin"
  | "room.unpin"
  | "room.open_meeting"
  | "room.place_meeting"
  | "room.turn_clock"
  | "room.hold_meeting"
  | "room.correct_meeting"
  | "room.close_meeting"
  | "room.remove_meeting"
  | "room.propose_times"
  | "room.accept_time"
  | "room.move_date"
  | "room.place_date"
  | "room.drop_times"
  | "room.cancel_date"
  | "room.cannot_come"
  | "room.can_come"
  | "room.run_late"
  | "room.add_point"
  | "room.change_point"
  | "room.move_point"
  | "room.finish_point"
  | "room.remove_point"
  | "room.set_call"
  | "room.call_trouble"
  | "room.remove_call"
  | "room.lay_card"
  | "room.take_card"
  | "room.propose_release"
  | "room.agree_to_release"
  | "room.withdraw_release"
  | "room.thank"
  | "room.take_back_thanks"
  | "room.open_note"
  | "room.change_note"
  | "room.remove_note"
  | "room.add_step"
  | "room.change_step"
  | "room.finish_step"
  | "room.remove_step"
  | "room.set_goal"
  | "room.change_goal"
  | "room.remove_goal"
  | "room.change_agreement"
  | "room.answer_proposal"
  | "room.talked_through"
  | "room.share_answers"
  | "room.unshare_reflection"
  | "room.write_halfway"
  | "room.remove_halfway"
  | "room.remove_file"
  | "room.hide"
  | "room.return_message"
  | "room.drop_hidden"
  | "room.take_file_away"
  | "room.take_out"
  | "room.bring_back"
  | "room.set_pace";

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
  | "item_not_found"
  | "too_many_items"
  | "card_lies_there"
  | "act_over"
  | "writing_paused"
  | "writing_slowed"
  | "author_has_left"
  | "nobody_to_agree"
  | "release_lapsed"
  | "release_over"
  | "not_your_note"
  | "note_closed"
  | "note_gap"
  | "note_damaged"
  | "note_full"
  | "too_many_private_notes"
  | "file_type_not_allowed"
  | "file_empty"
  | "file_too_large"
  | "file_not_as_said"
  | "file_damaged"
  | "file_missing"
  | "picture_too_large"
  | "sound_too_long"
  | "room_full"
  | "upload_not_found"
  | "upload_elsewhere"
  | "upload_not_whole"
  | "not_your_file"
  | "push_address_invalid"
  | "push_not_on"
  | "push_off"
  | "link_not_allowed"
  | "meeting_open"
  | "meeting_recorded"
  | "correction_over"
  | "minutes_unlikely"
  | "hours_invalid"
  | "calendar_none"
  | "calendar_cut_off"
  | "calendar_too_much"
  | "calendar_address"
  | "calendars_off"
  | "too_many_calendars"
  | "hours_reversed"
  | "too_many_polls"
  | "poll_days"
  | "poll_hours"
  | "poll_guests"
  | "poll_asked"
  | "poll_asked_often"
  | "poll_series"
  | "already_proposed"
  | "proposal_over"
  | "days_unlikely"
  | "thread_full"
  | "poll_over"
  | "too_many_calls"
  | "call_dates"
  | "call_languages"
  | "call_questions"
  | "call_questions_fixed"
  | "call_over"
  | "call_full"
  | "call_has_applications"
  | "answer_missing"
  | "answer_invalid"
  | "application_incomplete"
  | "too_many_application_files"
  | "too_many_people"
  | "too_many_reviewers"
  | "nobody_else_decides"
  | "letter_gone"
  | "letters_leaving"
  | "interview_times"
  | "interview_too_far"
  | "not_told_yet"
  | "time_over"
  | "time_far"
  | "time_twice"
  | "time_not_offered"
  | "own_times"
  | "late_too_early"
  | "series_unclear"
  | "round_open"
  | "round_over"
  | "round_empty"
  | "not_computed"
  | "quota_invalid"
  | "lock_unknown"
  | "locks_contradict"
  | "pair_excluded"
  | "too_many_locks"
  | "score_line"
  | "score_person"
  | "score_twice"
  | "score_number"
  | "scores_empty"
  | "scores_too_many"
  | "nothing_to_release"
  | "day_unlikely"
  | "mentee_orders"
  | "led_by_others"
  | "not_your_item"
  | "reason_missing"
  | "nothing_changed"
  | "agreement_before"
  | "proposal_gone"
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
  | "year_unlikely"
  | "names_invalid"
  | "line_invalid"
  | "country_unknown"
  | "phone_invalid"
  | "silence_days_invalid"
  | "silence_days_agreed"
  | "organisation_unknown"
  | "partners_invalid"
  | "partner_has_people"
  | "role_unknown"
  | "already_enrolled"
  | "others_person"
  | "other_side"
  | "not_enrolled"
  | "has_mentorship"
  | "mentorship_incomplete"
  | "mentorship_over"
  | "cohort_over"
  | "state_not_possible"
  | "not_to_ask"
  | "already_asked"
  | "not_a_contact"
  | "too_many_reports"
  | "talk_not_open"
  | "pulse_not_asked"
  | "day_invalid"
  | "care_not_agreed"
  | "list_unreadable"
  | "list_too_long"
  | "list_empty"
  | "list_has_faults"
  | "line_doubled"
  | "name_doubled"
  | "name_mixed"
  | "name_formula"
  | "dates_outside"
  | "not_of_the_team"
  | "gathering_over"
  | "gathering_not_begun"
  | "nobody_reads_needs"
  | "door_too_early"
  | "alumni_not_yet"
  | "photo_unreadable"
  | "photo_too_large"
  | "slug_invalid"
  | "slug_taken"
  | "web_address_invalid"
  | "until_invalid"
  | "nobody_to_tell"
  | "term_unknown"
  | "term_twice"
  | "too_many_terms"
  | "too_much_chosen"
  | "level_unknown"
  | "capacity_invalid"
  | "name_unclear"
  | "cell_formula"
  | "own_exclusion"
  | "nothing_sought"
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

/** The command is in the log for good. The offset is given to members of the room only. */
export interface Accepted {
  offset?: number | null;
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

export type Done = Record<string, never>;

/**
 * I have read the talk up to its message, or file, number `number`. A lower number than before changes nothing.
 *
 * My other devices hear of it by a ReadNotice.
 */
export interface MarkRead {
  room: string;
  number: number;
}

/**
 * Write in a shared note: a Yjs update that joins what was there before.
 *
 * It is refused as `note_gap` when something is missing that it builds on; `state` then says up to where the server
 * knows every writer, as a Yjs state vector in base64, and the difference can be sent.
 */
export interface WriteNote {
  room: string;
  command_id: string;
  item: number;
  update: string;
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

/** Put something on the shelf: a message, a link, words, a file or a note of the room. It comes last. */
export interface PutPin {
  room: string;
  command_id: string;
  what: "message" | "link" | "note" | "file" | "shared";
  title?: string;
  why?: string;
  link?: string;
  note?: string;
  message?: number | null;
  section?: string;
  state?: "keep" | "next" | "done";
  thing?: number | null;
}

/** Say something else of a pin: what is given. */
export interface ChangePin {
  room: string;
  command_id: string;
  item: number;
  title?: string | null;
  why?: string | null;
  link?: string | null;
  note?: string | null;
  section?: string | null;
  state?: "keep" | "next" | "done" | null;
}

/** Put a pin behind another one, or first. Two people who move pins at once each move theirs. */
export interface MovePin {
  room: string;
  command_id: string;
  item: number;
  after?: number | null;
}

/** Take a pin off the shelf: every version of its words is removed. */
export interface RemovePin {
  room: string;
  command_id: string;
  item: number;
}

/** A meeting begins. `address`: where, or under which number. */
export interface OpenMeeting {
  room: string;
  command_id: string;
  place?: "call" | "telephone" | "address";
  address?: string;
}

/** Say where an open meeting is. */
export interface PlaceMeeting {
  room: string;
  command_id: string;
  item: number;
  place: "call" | "telephone" | "address";
  address?: string;
}

/**
 * Turn the clock of an open meeting. `minutes`: of the start, or by which it is extended. `point`: of the agenda,
 * which it is started for.
 */
export interface TurnClock {
  room: string;
  command_id: string;
  item: number;
  turn: "start" | "pause" | "resume" | "extend" | "stop";
  minutes?: number;
  point?: number | null;
}

/**
 * We met: the open meeting, or, without `item`, one that nobody opened. `again`: another one on a day that has one
 * already.
 */
export interface HoldMeeting {
  room: string;
  command_id: string;
  day: string;
  minutes: number;
  manner: "call" | "telephone" | "in_person";
  item?: number | null;
  again?: boolean;
}

/** Correct what was recorded, what is given of it, in the 14 days after it was. */
export interface CorrectMeeting {
  room: string;
  command_id: string;
  item: number;
  day?: string | null;
  minutes?: number | null;
  manner?: "call" | "telephone" | "in_person" | null;
  reason?: string;
}

/** Nothing of a meeting that was held is left to do. What stays open of the agenda stands there for the next. */
export interface CloseMeeting {
  room: string;
  command_id: string;
  item: number;
}

/**
 * We did not meet: an open one was opened by mistake, or one was recorded that did not take place, in the 14 days
 * after it was.
 */
export interface RemoveMeeting {
  room: string;
  command_id: string;
  item: number;
}

/** Propose up to three times for a meeting. `zone`: the proposer's own. */
export interface ProposeTimes {
  room: string;
  command_id: string;
  starts: number[];
  minutes: number;
  zone: string;
  place?: "call" | "telephone" | "address";
  address?: string;
  words?: string;
  repeats?: Repeats | null;
}

/**
 * Every so many weeks, or every so many months on the same weekday of it (then `weeks` is 0), so many `times` in
 * all. `skip_holidays`: none on a public holiday of a country that one of its people comes from.
 */
export interface Repeats {
  weeks: number;
  months: number;
  times: number;
  skip_holidays?: boolean;
}

/** One of the times that somebody else has proposed. */
export interface AcceptTime {
  room: string;
  command_id: string;
  item: number;
  start: number;
}

/**
 * Propose other times. What was agreed on stands until one of them is accepted, and
 * so does whose wall clock rules.
 */
export interface MoveDate {
  room: string;
  command_id: string;
  item: number;
  starts: number[];
  reason?: string;
}

/** Say where it will be. */
export interface PlaceDate {
  room: string;
  command_id: string;
  item: number;
  place: "call" | "telephone" | "address";
  address?: string;
}

/** None of the times that were proposed: taken back, or they suit nobody. What was agreed on before stands. */
export interface DropTimes {
  room: string;
  command_id: string;
  item: number;
  reason?: string;
}

/** It does not take place. `rest`: nor do the later ones of its series. */
export interface CancelDate {
  room: string;
  command_id: string;
  item: number;
  reason?: string;
  rest?: boolean;
}

/** I cannot come; in one tap, without a reason. Where only one person is left, it does not take place. */
export interface CannotCome {
  room: string;
  command_id: string;
  item: number;
}

/** I can come after all. */
export interface CanCome {
  room: string;
  command_id: string;
  item: number;
}

/** I am running late by about so many minutes; 0: no more. */
export interface RunLate {
  room: string;
  command_id: string;
  item: number;
  minutes: number;
}

/** Put something on the agenda. It comes last. */
export interface AddPoint {
  room: string;
  command_id: string;
  title: string;
  minutes?: number;
  brings?: string | null;
}

/** Say something else of a point: what is given. `minutes` 0: nobody says; `brings` empty: nobody is named. */
export interface ChangePoint {
  room: string;
  command_id: string;
  item: number;
  title?: string | null;
  minutes?: number | null;
  brings?: string | null;
}

/** Put a point behind another one, or first. Between mentor and mentee the mentee does. */
export interface MovePoint {
  room: string;
  command_id: string;
  item: number;
  after?: number | null;
}

/** A point is done, in this meeting where one is named; or, with `done` false, it is not yet. */
export interface FinishPoint {
  room: string;
  command_id: string;
  item: number;
  done?: boolean;
  meeting?: number | null;
}

/** Take a point off the agenda: every version of its words is removed. */
export interface RemovePoint {
  room: string;
  command_id: string;
  item: number;
}

/** Set the room's call, or what is given of it. One of the two has to be there. */
export interface SetCall {
  room: string;
  command_id: string;
  link?: string | null;
  fallback?: string | null;
}

/** It does not work; or, with `over`, it does again. */
export interface TellTrouble {
  room: string;
  command_id: string;
  item: number;
  over?: boolean;
}

/** Take the call away: every link that it ever had is removed. */
export interface RemoveCall {
  room: string;
  command_id: string;
  item: number;
}

/** Lay a card of the deck in the room. */
export interface LayCard {
  room: string;
  command_id: string;
  card: string;
}

/** Put a card aside. */
export interface TakeCard {
  room: string;
  command_id: string;
  item: number;
}

/** Propose to share something outside. Who proposes it agrees with that. */
export interface ProposeRelease {
  room: string;
  command_id: string;
  words: string;
  scope: string;
  reader: string;
  until: string;
  source?: string;
  message?: number | null;
}

/** Agree that these words are read outside. With the last one to agree it is open. */
export interface AgreeToRelease {
  room: string;
  command_id: string;
  item: number;
}

/** Say no to it, or take it back: each member alone, at any time. */
export interface WithdrawRelease {
  room: string;
  command_id: string;
  item: number;
}

/** Thank the others. Each member has one text: said again, it has other words. */
export interface SayThanks {
  room: string;
  command_id: string;
  words: string;
}

/** Take one's own thanks back, with every version of the words. */
export interface TakeBackThanks {
  room: string;
  command_id: string;
  item: number;
}

/** Begin a note that all members write together. */
export interface OpenNote {
  room: string;
  command_id: string;
  title?: string;
  day?: string | null;
}

/** Say something else of a note: what is given. */
export interface ChangeNote {
  room: string;
  command_id: string;
  item: number;
  title?: string | null;
  day?: string | null;
  state?: "open" | "closed" | null;
}

/** Remove a note that I began, with all that was written in it. */
export interface RemoveNote {
  room: string;
  command_id: string;
  item: number;
}

/** Write down a next step. `note`, `meeting`: where it comes from. */
export interface AddStep {
  room: string;
  command_id: string;
  what: string;
  who?: string | null;
  until?: string | null;
  note?: string | null;
  meeting?: number | null;
}

/** Say something else of a step: what is given. A null takes the person or the day away. */
export interface ChangeStep {
  room: string;
  command_id: string;
  item: number;
  what?: string;
  who?: string | null;
  until?: string | null;
}

/** A step is done; or, with `done` false, it is not done after all. */
export interface FinishStep {
  room: string;
  command_id: string;
  item: number;
  done?: boolean;
}

/** Take a step away: every version of its words is removed. */
export interface RemoveStep {
  room: string;
  command_id: string;
  item: number;
}

/** Write down a goal. */
export interface SetGoal {
  room: string;
  command_id: string;
  text: string;
  term?: "short" | "middle" | "long";
  why?: string;
  sign?: string;
  whose?: string | null;
}

/** Change what is given of a goal, and say why. An open one that gets other words is a changed one from then on. */
export interface ChangeGoal {
  room: string;
  command_id: string;
  item: number;
  reason: string;
  term?: "short" | "middle" | "long" | null;
  text?: string | null;
  why?: string | null;
  sign?: string | null;
  state?: "open" | "reached" | "changed" | "no_longer_needed" | null;
}

/** Remove every version of a goal's words. One that nobody needs any more has a state for that. */
export interface RemoveGoal {
  room: string;
  command_id: string;
  item: number;
}

/**
 * Answer one or more of the questions anew. Each answer that is narrower than the one before holds at once: a theme
 * more off the table, a way less, longer quiet hours. Any other becomes a proposal to all.
 */
export interface ChangeAgreement {
  room: string;
  command_id: string;
  themes?: ("family" | "health" | "love" | "money" | "beliefs" | "work_conflicts")[] | null;
  own_themes?: string[] | null;
  ways?: ("room" | "mail" | "phone" | "call" | "texts" | "in_person")[] | null;
  quiet?: QuietHours | null;
  answer_days?: number | null;
  confidence?: string | null;
}

/**
 * Hours in which nobody is reached, by each member's own clock: from `start` to `end` every day, over midnight
 * where `end` is the earlier one, not at all where they are the same; and all day on these days of the week.
 */
export interface QuietHours {
  start: string;
  end: string;
  days: number[];
}

/**
 * Agree to a proposal, which holds once all members of then did; or, with `yes` false, it is off the table. Who
 * made it can take it back so too.
 */
export interface AnswerProposal {
  room: string;
  command_id: string;
  item: number;
  number: number;
  yes?: boolean;
}

/** We talked it through: said by each for themselves, again whenever they did. Nothing waits for it. */
export interface TalkedThrough {
  room: string;
  command_id: string;
}

/**
 * Share chosen answers of one's own month with the room. Those that were shared before stay, in their new words
 * if they are given again.
 */
export interface ShareAnswers {
  room: string;
  command_id: string;
  month: string;
  answers: SharedAnswer[];
}

/** One answer, by the code of its question, which each reader reads in their own language. */
export interface SharedAnswer {
  question: "moment" | "moved" | "harder" | "differently" | "between" | "goals" | "next";
  text: string;
}

/** Take back what one shared of a month. What one wrote for oneself stays. */
export interface UnshareReflection {
  room: string;
  command_id: string;
  item: number;
}

/** Write what is given on the one card of the room. */
export interface WriteHalfWay {
  room: string;
  command_id: string;
  came?: string | null;
  works?: string | null;
  steps?: string[] | null;
}

/** Empty the card: every version of its words is removed. */
export interface RemoveHalfWay {
  room: string;
  command_id: string;
  item: number;
}

/** Take back a file of one's own: its bytes are removed from the server. */
export interface RemoveFile {
  room: string;
  command_id: string;
  item: number;
}

/** Withhold a message's words from everybody. Every version of them leaves the log. */
export interface HideMessage {
  room: string;
  command_id: string;
  message: number;
}

/** Give the hidden words back. What they answered, and what was given to them, is gone. */
export interface ReturnMessage {
  room: string;
  command_id: string;
  item: number;
}

/** Let go of one's own words that were hidden: nothing of them stays. */
export interface DropHidden {
  room: string;
  command_id: string;
  item: number;
}

/** Remove a file of somebody else from the group, with its bytes. Who brought it can bring it again. */
export interface TakeFileAway {
  room: string;
  command_id: string;
  file: number;
}

/** Take a person out of the group, until they are brought back. */
export interface TakeOut {
  room: string;
  command_id: string;
  person: string;
}

/** Let somebody who was taken out in again. They read from then on. */
export interface BringBack {
  room: string;
  command_id: string;
  item: number;
}

/** How often one person may write (0: as often as they like), and whether anybody but those who lead may. */
export interface SetPace {
  room: string;
  command_id: string;
  slow: number;
  paused: boolean;
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

export interface FoundingMember {
  person: string;
  role: Role;
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

export type RoomEmptied = Record<string, never>;

/**
 * Something on the shelf. What is a `link` has an address and what is a `note` has words, and either may have both;
 * a `message` stands where it was said. A `file` and a `shared` note stay where they are too: the pin has no copy of
 * their names.
 *
 * `message`: the moment of the talk that the pin came from, by the message's id; `thing`: the file or the note.
 * `rank`: its place among the pins, in the order of the characters.
 */
export interface Pin {
  what: "message" | "link" | "note" | "file" | "shared";
  title: string;
  why: string;
  link: string;
  note: string;
  message: number | null;
  section: string;
  state: "keep" | "next" | "done";
  rank: string;
  thing?: number | null;
}

/** Other words for a pin, another place, or what is to come of it. */
export interface PinChanged {
  item: number;
  title?: string;
  why?: string;
  link?: string;
  note?: string;
  section?: string;
  state?: "keep" | "next" | "done";
  rank?: string;
}

/** Off the shelf, with all that was said of it. */
export interface PinRemoved {
  item: number;
}

/**
 * A meeting. What was recorded of it (`day`, `minutes`, `manner`) is null while it is open; the team sees these
 * three, and nothing else of it.
 *
 * `address`: where, or under which number; free words. `ends_at`: when its clock ends, in ms of the server's time,
 * null while none runs; `left`: what a clock that stands has left, in ms; `point`: of the agenda, which the clock is
 * for. `held_by`, `held_at` (ms): who recorded it, and when.
 */
export interface Meeting {
  state: "open" | "held" | "closed";
  place: "call" | "telephone" | "address";
  address: string;
  ends_at: number | null;
  left: number | null;
  point: number | null;
  day: string | null;
  minutes: number | null;
  manner: "call" | "telephone" | "in_person" | null;
  held_by: string | null;
  held_at: number | null;
}

/**
 * A meeting goes on, its clock is turned, or what was recorded is corrected: that has a reason, be it an empty one,
 * and what stood there before is kept.
 */
export interface MeetingChanged {
  item: number;
  state?: "open" | "held" | "closed";
  place?: "call" | "telephone" | "address";
  address?: string;
  ends_at?: number | null;
  left?: number | null;
  point?: number | null;
  day?: string;
  minutes?: number;
  manner?: "call" | "telephone" | "in_person";
  held_by?: string;
  held_at?: number;
  reason?: string;
}

/** There was no such meeting. */
export interface MeetingRemoved {
  item: number;
}

/**
 * A meeting that is to be. `at` (ms): the time agreed on; it stands until another one is accepted. `offers` (ms):
 * times that `asked_by` proposes and somebody else may accept. `zone`: whose wall clock rules when rules of clocks
 * change, and in a series.
 *
 * `address`: where, or under which number; `words`: what else is to be said of it. `absent`: who cannot come; `late`:
 * who is running late. `series`: the first date of the series that it is of; `day`: the day that the series meant,
 * wherever it was moved; `repeats`: of a first date.
 */
export interface MeetingDate {
  state: "asked" | "agreed" | "cancelled";
  at: number | null;
  minutes: number;
  zone: string;
  place: "call" | "telephone" | "address";
  address: string;
  words: string;
  offers: number[];
  asked_by?: string | null;
  absent?: string[];
  late?: Late[];
  series?: number | null;
  day?: string | null;
  repeats?: Repeats | null;
}

/** Who is running late, by about how many minutes. */
export interface Late {
  person: string;
  minutes: number;
}

/**
 * Another time is proposed or agreed on, or it does not take place: with a reason, be it an empty one, what stood
 * there before is kept.
 */
export interface DateChanged {
  item: number;
  state?: "asked" | "agreed" | "cancelled";
  at?: number | null;
  minutes?: number;
  place?: "call" | "telephone" | "address";
  address?: string;
  offers?: number[];
  asked_by?: string | null;
  absent?: string[];
  late?: Late[];
  series?: number | null;
  day?: string | null;
  repeats?: Repeats | null;
  reason?: string;
}

/**
 * Something to talk about. `minutes`: planned for it, 0 where nobody said; `brings`: who brings it, empty where
 * nobody is named. `rank`: its place, in the order of the characters. `meeting`: in which it was done, by its id.
 * `prompt`: what it asks in each reader's language, as long as `title` is empty: nobody has put it otherwise.
 */
export interface Point {
  title: string;
  minutes: number;
  brings: string;
  rank: string;
  done: boolean;
  meeting: number | null;
  prompt?: "who" | "wishes" | "ways" | "agreement" | "next" | null;
}

/** Other words for a point, another place, or it is done. */
export interface PointChanged {
  item: number;
  title?: string;
  minutes?: number;
  brings?: string;
  rank?: string;
  done?: boolean;
  meeting?: number | null;
}

/** Off the agenda, with all that was said of it. */
export interface PointRemoved {
  item: number;
}

/**
 * Where the members of a room meet at a distance. `link`: opened in the browser, empty where they only telephone;
 * `fallback`: what they do when it does not work, in their own words. `trouble_by`, `trouble_at` (ms): who said that
 * it does not work, and when, until somebody says otherwise.
 */
export interface Call {
  link: string;
  fallback: string;
  trouble_by: string | null;
  trouble_at: number | null;
}

/** Another link, another fallback, or how it goes. */
export interface CallChanged {
  item: number;
  link?: string;
  fallback?: string;
  trouble_by?: string | null;
  trouble_at?: number | null;
}

/** No link and no fallback any more, and none of those before. */
export interface CallRemoved {
  item: number;
}

/** A card that lies in the room for everybody to see. */
export interface Card {
  card: string;
}

/** A card that was put aside. */
export interface CardRemoved {
  item: number;
}

/**
 * `words` are read outside, exactly as they stand here. `scope`: for what they may be used; `reader`: who is to
 * read them; `until`: the last day, in UTC. `source`: what they were taken from, `message` if it is one.
 *
 * `asked`: who was in the room then: all of them have to agree, and whoever comes or goes ends it. `agreed`: who has.
 * `open`: all have, and there is a link. `read_at`: ms, when somebody outside read it first; a null before that.
 * `withdrawn`: it was read, and can be read no more.
 */
export interface Release {
  words: string;
  scope: string;
  reader: string;
  until: string;
  source: string;
  message: number | null;
  asked: string[];
  agreed: string[];
  state: "proposed" | "open" | "withdrawn";
  read_at: number | null;
}

/** Somebody has agreed; somebody outside has read it, which the server says; or it was withdrawn after that. */
export interface ReleaseChanged {
  item: number;
  agreed?: string[];
  state?: "proposed" | "open" | "withdrawn";
  read_at?: number;
}

/** Withdrawn before anybody outside had read it: nothing of it stays. */
export interface ReleaseRemoved {
  item: number;
}

/** Of the entry's actor, to everybody else in the room. */
export interface Thanks {
  words: string;
}

/** Other words of its author. */
export interface ThanksChanged {
  item: number;
  words?: string;
}

/** Taken back by its author. */
export interface ThanksRemoved {
  item: number;
}

/**
 * A note that all members write together. `day`: of the meeting that it is about. `checkpoint`: ms since 1970 UTC,
 * when what was written by then was last laid down as one whole.
 */
export interface Note {
  title: string;
  day: string | null;
  state: "open" | "closed";
  checkpoint: number | null;
}

/** Another title or day; a note that is closed, or open again; a checkpoint, which the server sets. */
export interface NoteChanged {
  item: number;
  title?: string;
  day?: string;
  state?: "open" | "closed";
  checkpoint?: number;
}

/** The note is no more, with all that was ever written in it. */
export interface NoteRemoved {
  item: number;
}

/**
 * Something to do. `who`: the member who does it, null for all together; `until`: a day, if one was agreed.
 *
 * `done_at` (ms) and `done_by` once it is done. `note` and `meeting` name where it was written down first, by the
 * note's id and the offset that made the meeting; whoever shows them looks whether these are still there.
 */
export interface NextStep {
  what: string;
  who: string | null;
  until: string | null;
  done_at: number | null;
  done_by: string | null;
  note: string | null;
  meeting: number | null;
}

/** Other words for a step, another person or day, or that it is done, or is not done after all. */
export interface StepChanged {
  item: number;
  what?: string;
  who?: string | null;
  until?: string | null;
  done_at?: number | null;
  done_by?: string | null;
}

/** A step that is no more, with all that was said of it. */
export interface StepRemoved {
  item: number;
}

/**
 * What somebody wants to reach. `whose`: a member's own, null for one of all. `sign`: how we will know.
 *
 * What it was before, and why it changed, stands in its history, the first wording in the oldest part of it.
 */
export interface Goal {
  term: "short" | "middle" | "long";
  text: string;
  why: string;
  sign: string;
  whose: string | null;
  state: "open" | "reached" | "changed" | "no_longer_needed";
}

/** A goal in other words or in another state, always with the reason. */
export interface GoalChanged {
  item: number;
  reason: string;
  term?: "short" | "middle" | "long";
  text?: string;
  why?: string;
  sign?: string;
  state?: "open" | "reached" | "changed" | "no_longer_needed";
}

/** A goal that was never meant: nothing that was said of it stays. */
export interface GoalRemoved {
  item: number;
}

/**
 * How the members of a room deal with each other. A room in which nobody has said anything of it yet has none:
 * then the programme's stands as an offer.
 *
 * `themes`, `own_themes`: what stays off the table, unless whom it concerns begins with it. `ways`: how they reach
 * each other. `answer_days`: within so many days one answers. `confidence`: what stays between them, in their own
 * words; empty for the programme's. `numbered`: how many proposals there ever were.
 */
export interface Agreement {
  themes: ("family" | "health" | "love" | "money" | "beliefs" | "work_conflicts")[];
  own_themes: string[];
  ways: ("room" | "mail" | "phone" | "call" | "texts" | "in_person")[];
  quiet: QuietHours;
  answer_days: number;
  confidence: string;
  proposals: AgreementProposal[];
  numbered: number;
  talked: Talked[];
}

/**
 * An answer that would ask more of somebody than now: it holds once all members agree. The answer to its
 * `question` is given, others are left out.
 */
export interface AgreementProposal {
  number: number;
  by: string;
  at: number;
  question: "themes" | "ways" | "quiet" | "answer_days" | "confidence";
  agreed: string[];
  themes?: ("family" | "health" | "love" | "money" | "beliefs" | "work_conflicts")[] | null;
  own_themes?: string[] | null;
  ways?: ("room" | "mail" | "phone" | "call" | "texts" | "in_person")[] | null;
  quiet?: QuietHours | null;
  answer_days?: number | null;
  confidence?: string | null;
}

/** A member says that they talked it through, and when (ms). */
export interface Talked {
  person: string;
  at: number;
}

/** Other answers, with those before in the history; a proposal, or what became of one; who talked it through. */
export interface AgreementChanged {
  item: number;
  reason?: string;
  themes?: ("family" | "health" | "love" | "money" | "beliefs" | "work_conflicts")[];
  own_themes?: string[];
  ways?: ("room" | "mail" | "phone" | "call" | "texts" | "in_person")[];
  quiet?: QuietHours;
  answer_days?: number;
  confidence?: string;
  proposals?: AgreementProposal[];
  numbered?: number;
  talked?: Talked[];
}

/** The parts of somebody's month that they chose to share, in the order of the questions. */
export interface SharedReflection {
  month: string;
  answers: SharedAnswer[];
}

/** More of the same month, or other words. */
export interface SharedReflectionChanged {
  item: number;
  answers?: SharedAnswer[];
}

/** Taken back by its author, with every version of the words. */
export interface SharedReflectionRemoved {
  item: number;
}

/**
 * Written together. `came`: what has come of the goals, what changed and why; `works`: what helps and what is
 * missing between them; `steps`: the next ones, at most three.
 */
export interface HalfWay {
  came: string;
  works: string;
  steps: string[];
}

/** Other words; those before stay in the history, so that two who write at once lose nothing. */
export interface HalfWayChanged {
  item: number;
  reason: string;
  came?: string;
  works?: string;
  steps?: string[];
}

/** The card is empty again, with all that stood there. */
export interface HalfWayRemoved {
  item: number;
}

/**
 * A file that was uploaded whole, looked through and, if it is a picture, written anew.
 *
 * `size`: bytes. `stored`: what its bytes are called where they lie. `width`, `height`: pixels of a picture; `seconds`
 * of what is heard. `text`: what its author says of it; `message`: the message that it answers. `number`: its place
 * among the words of the room, which are counted together with the files; null for one of before they were.
 */
export interface File {
  name: string;
  size: number;
  type: string;
  stored: string;
  width: number | null;
  height: number | null;
  seconds: number | null;
  text: string;
  message: number | null;
  number?: number | null;
}

/** A file that is no more: its bytes go too. */
export interface FileRemoved {
  item: number;
}

/**
 * `hidden`: nobody reads the words of `message`, by `person`; its `message_withdrawn` follows. They are kept until
 * they are given back (`over`: its `message_edited` follows) or their author lets go of them (`dropped`).
 * `taken_out`: `person`, who was there as `role`, is out until they are brought back (`over`).
 * `file`: one that `person` had brought was removed, for good; its `file_removed` follows.
 * `pace`: there is one; `slow`: seconds between two messages of one person; `paused`: only those who lead may write.
 */
export interface LedAct {
  what: "hidden" | "taken_out" | "pace" | "file";
  message: number | null;
  person: string;
  role: Role | null;
  state: "stands" | "over" | "dropped";
  slow: number;
  paused: boolean;
}

/** An act is over, or the pace is another one. An empty `reason` keeps what was before, with who changed it. */
export interface LedActChanged {
  item: number;
  state?: "stands" | "over" | "dropped";
  slow?: number;
  paused?: boolean;
  reason?: string;
}

/** What an item was until somebody changed it, and why they did. `was`: the fields that changed, as they were. */
export interface Earlier {
  at: number;
  by: string | null;
  reason: string;
  was: Record<string, unknown>;
}

/**
 * Body of `note_written`, an entry of a note's own log on `note:<room>-<item>`, whose offsets are its own. Who
 * wrote is the entry's actor.
 */
export interface NoteWritten {
  update: string;
}

/**
 * A publication without offset on `note:<room>-<item>`, from a person to those who show themselves in the room too,
 * and what a subscriber publishes to make it: they are in this section at this moment (good for 6 seconds).
 */
export interface PlaceNotice {
  kind: "place";
  section: "talked" | "decided" | "next" | "open";
}

/**
 * An entry of a person's own log: `data` of a publication with an offset on `person:<id>`.
 *
 * It says what changed for me, never to what: that is asked for. `id`: of the room, where a room is meant.
 */
export interface PersonEntry {
  kind: "room_joined" | "room_left" | "room_changed" | "logins_changed" | "preferences_changed" | "programme_changed" | "dates_changed";
  at: number;
  id?: string | null;
}

/**
 * A publication without offset on `person:<id>`, at most one a second per room: somebody else has spoken there.
 *
 * `talk`: the number of the newest message or file. `mentioned`: meanwhile somebody has named me there.
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

/** `language` is one of sr-Cyrl, sr-Latn, hr, mk, sl, en (or one that falls back to them); `zone` an IANA name. */
export interface Me {
  id: string;
  name: string;
  email: string;
  language: string;
  zone: string;
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

/** I am the invited person. Without a password I come in by mailed links alone. */
export interface AcceptInvitation {
  token: string;
  name: string;
  language: string;
  zone: string;
  password?: string | null;
  stay?: boolean;
}

/** The newest first. */
export interface MyInvitations {
  invitations: Invitation[];
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

/** Invite a person to this server. A link is mailed to them, and told to the inviter to pass on. */
export interface Invite {
  name: string;
  email: string;
  language: string;
  zone?: string | null;
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

/** How I read: interface language and IANA time zone. */
export interface Preferences {
  language: string;
  zone: string;
}

/**
 * Which mails I want besides those that have to be. `unread`: that my mentor or mentee has written, and I have not
 * read it. `bulletins`: what the team announces. `dates`: of a date, the day before, unless my calendar has it.
 * `times`: that times to meet wait for my answer.
 */
export interface MailWishes {
  unread: boolean;
  bulletins?: boolean;
  dates?: boolean;
  times?: boolean;
}

/**
 * Hours of every day in which nothing that can wait is mailed or pushed to me, by the clock where I am: over
 * midnight where `until` is the earlier one, none where both are the same.
 */
export interface MyQuietHours {
  since: string;
  until: string;
}

/** `key`: what a browser needs for subscribing, in base64url; null where this server pushes to nobody. */
export interface MyPush {
  key: string | null;
  devices: PushDevice[];
}

/**
 * A browser that is told that there is something new while I am away. `login`: which of mine, `label`: which
 * browser on which system, `this`: the one that asks; `since`: ms. `failed`: the last push did not arrive.
 */
export interface PushDevice {
  login: string;
  label: string;
  since: number;
  failed: boolean;
  this: boolean;
}

/**
 * Tell this browser from now on. `endpoint`: the address that its push service gave it. Its keys are not asked
 * for, because nothing is ever sent that would have to be encrypted.
 */
export interface SubscribePush {
  endpoint: string;
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

/** The one that was used last first. */
export interface MyLogins {
  logins: MyLogin[];
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

/** The newest run first. `organisation_names`: of the lead. */
export interface MyParts {
  parts: MyPart[];
}

/** A run that I take part in, in these roles. `circles`: those that I am in. */
export interface MyPart {
  cohort: CohortCard;
  programme_names: Record<string, string>;
  organisation_names: Record<string, string>;
  roles: ("mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna")[];
  help: Help | null;
  silence_days: [number, number, number] | null;
  mentorships: MyMentorship[];
  circles: Circle[];
}

/** One run of a programme. Without names of its own it is called as its programme. `end`: its last day. */
export interface CohortCard {
  id: string;
  names: Record<string, string>;
  start: string;
  end: string;
  state: "draft" | "running" | "ended";
}

/** Whom everybody in the run may ring up. */
export interface Help {
  name: string;
  phone: string;
}

/** `role`: mine in it. */
export interface MyMentorship {
  id: string;
  room: string;
  role: "mentee" | "mentor";
  state: "active" | "paused" | "stopped" | "ended";
}

/** A group of a run, with its one lasting room. Its members follow from who takes part. */
export interface Circle {
  kind: "mentors" | "mentees" | "joint" | "staff" | "workshop";
  room: string;
}

/** The newest first; `earlier`: there are more, with `?before=<id>`. */
export interface Audit {
  acts: Act[];
  earlier: boolean;
}

/**
 * Who did what, about whom, when (ms); never a content. `by`: None for the server itself. `role`: which part, or
 * which state was set.
 */
export interface Act {
  id: string;
  at: number;
  kind: "programme_founded" | "cohort_opened" | "cohort_changed" | "partners_changed" | "organisation_changed" | "enrolled" | "enrolment_ended" | "invited_again" | "mentorship_opened" | "mentorship_changed" | "mentorship_stopped" | "mentor_added" | "group_opened" | "member_added" | "member_removed" | "report_opened" | "exported" | "open_call_changed" | "application_deleted" | "reviewer_named" | "reviewer_removed" | "application_opened" | "conflict_declared" | "conflict_lifted" | "application_decided" | "interview_asked" | "letter_sent";
  by: Person | null;
  about: Person | null;
  role: string | null;
}

export interface Person {
  id: string;
  name: string;
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

/** `lead`: the organisation that leads it. `cohorts`: those of its runs that I coordinate, the newest first. */
export interface Programme {
  id: string;
  names: Record<string, string>;
  lead: string;
  version: number;
  cohorts: CohortCard[];
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

export interface Partner {
  organisation: string;
  role: "lead" | "partner" | "handover" | "guest";
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

export interface MentorshipMember {
  person: string;
  role: "mentee" | "mentor";
}

/** Of the seven on the way to the start. `left`: how many things or people it still waits for, where that counts. */
export interface Step {
  name: "programme" | "team" | "help" | "credits" | "people" | "rooms" | "start";
  state: "done" | "next" | "later";
  left?: number;
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

/** All of them, the lead included. One whose people take part can't be left out. */
export interface SetPartners {
  version: number;
  partners: Partner[];
}

/** All of them, in the order in which they are shown. */
export interface SetCredits {
  version: number;
  credits: Credit[];
}

/** Once; asked again it answers the same. */
export interface OpenCircle {
  kind: "mentors" | "mentees" | "joint" | "staff" | "workshop";
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

/** Every line that was not empty. `encoding`: how the file was read, for who wonders about its letters. */
export interface ReadPeople {
  lines: ListLine[];
  good: number;
  bad: number;
  encoding: string;
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

/**
 * One person or many, all of them or nobody. Who is not here yet gets an invitation by mail.
 *
 * One bad line refuses all: a single person by its own code, a list as `list_has_faults`.
 */
export interface EnrolPeople {
  command_id: string;
  people: NewPart[];
}

/** `organisation`: who brings the person in; None where no organisation of the run does. */
export interface NewPart {
  name: string;
  email: string;
  role: "mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna";
  language: string;
  organisation?: string | null;
}

/** In the order of the list. */
export interface Enrolled {
  people: EnrolledPerson[];
}

/** `link`: of a fresh invitation, to pass on; told this once, and not when the command is repeated. */
export interface EnrolledPerson {
  part: Part;
  link?: string | null;
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

/** The newest first, at most 50. Those of a time before I came in are not for me. */
export interface MyBulletins {
  bulletins: MyBulletin[];
}

/**
 * One that is for me, in my language or the nearest that it was written in. `at`: ms.
 *
 * `language`: that of the words. `read`: I have put it away, so that it does not stand on the first screen any more.
 */
export interface MyBulletin {
  id: string;
  at: number;
  author: Person;
  cohort: string;
  programme_names: Record<string, string>;
  language: string;
  title: string;
  words: string;
  read: boolean;
  answers?: MyAnswer[];
}

/** What I answered. `at`: ms. */
export interface MyAnswer {
  at: number;
  words: string;
}

/**
 * Tell it to everybody in a run, or to its mentors or mentees alone: on their first screen, and by one mail each.
 *
 * `organisation`: only to people whom it brought in. Who coordinates for a partner reaches that partner's people
 * alone, with or without naming it.
 */
export interface NewBulletin {
  command_id: string;
  to: "all" | "mentors" | "mentees";
  texts: Record<string, BulletinText>;
  organisation?: string | null;
}

/** In one language: a title in one line, up to 120 letters, and plain words with their line breaks, up to 4 000. */
export interface BulletinText {
  title: string;
  words: string;
}

/**
 * As the team sees it. `at`: ms. `people`: how many it is for; who has read it is told to nobody.
 *
 * `mailing`: not all mails are on their way yet. `mine`: I wrote it; `may_take_back`: I wrote it, or lead.
 * `answers`: how many came, `new_answers` how many of them since I last looked; both 0 for all but the author.
 */
export interface Bulletin {
  id: string;
  at: number;
  author: Person;
  to: "all" | "mentors" | "mentees";
  organisation: string | null;
  texts: Record<string, BulletinText>;
  people: number;
  mailing: boolean;
  mine: boolean;
  may_take_back: boolean;
  answers: number;
  new_answers: number;
}

/**
 * Of a run, the newest first, at most 100: for the lead all, for a partner its own and the lead's that its people
 * see.
 */
export interface Bulletins {
  bulletins: Bulletin[];
}

/** Up to 2 000 letters, for the author alone. */
export interface AnswerBulletin {
  command_id: string;
  words: string;
}

/** What reached me, the author, the newest first, at most 500. */
export interface BulletinAnswers {
  answers: BulletinAnswer[];
}

/** `at`: ms. */
export interface BulletinAnswer {
  id: string;
  at: number;
  person: Person;
  words: string;
}

/** From today on, the next first, at most 50. */
export interface MyCalendar {
  dates: MyDate[];
}

/**
 * A date that is for me. `at`: ms, its time; None where only the day is planned. `zone`: whose day it is.
 *
 * `gathering`: its id once I am invited to it, and then `coming`: what I said, None for nothing yet. `room`: where it
 * is, if I am in there. `leads`: I may open its door. `sees`: I may see its page as the team does. `needs_to`: who
 * would read what I need at a place; `need`: what I told them.
 */
export interface MyDate {
  cohort: string;
  programme_names: Record<string, string>;
  kind: "kick_off" | "consultation" | "midterm" | "workshop" | "closing";
  whom: "all" | "mentors" | "mentees" | "staff";
  names: Record<string, string>;
  day: string;
  at: number | null;
  zone: string;
  minutes: number;
  place: "call" | "address";
  address: string;
  called_off: boolean;
  gathering: string | null;
  door: "closed" | "lobby" | "open" | "over" | "off";
  coming: boolean | null;
  room: string | null;
  leads: boolean;
  sees: boolean;
  needs_to: Person[];
  need: string;
}

/** In the order of their opening. */
export interface MyMeetings {
  rooms: RoomMeetings[];
}

/**
 * A mentorship that I am in. `zones`: by whose clock each of `people` lives, by person; `call`: the address of our
 * standing call, if there is one. `next`: the date agreed on that comes first; `asked`: where times wait for an
 * answer.
 */
export interface RoomMeetings {
  mentorship: string;
  room: string;
  people: Person[];
  zones: Record<string, string>;
  call: string | null;
  next: ShownDate | null;
  asked: ShownDate[];
}

/**
 * A date of a room, as it stands there. `at`, `offers`: ms; `at` is None as long as none of the `offers` that
 * `asked_by` made is accepted. `absent`: who cannot come.
 */
export interface ShownDate {
  item: number;
  at: number | null;
  minutes: number;
  place: "call" | "telephone" | "address";
  offers: number[];
  asked_by: string | null;
  absent: string[];
}

export interface MyPolls {
  polls: MyPoll[];
}

/** When could I? `said`: by start (ms, as text). */
export interface MyPoll {
  id: string;
  title: string;
  minutes: number;
  made_by: Person;
  asked: number[];
  said: Record<string, "yes" | "maybe" | "no">;
}

/** Of each start (ms, as text) what I say; what is left out I say nothing of. */
export interface AnswerPoll {
  said: Record<string, "yes" | "maybe" | "no">;
}

/** Of a run, the newest first. */
export interface Polls {
  polls: Poll[];
}

/** `asked`: starts (ms) that people were asked about; `decided`: those that it became. */
export interface Poll {
  id: string;
  title: string;
  kind: "kick_off" | "consultation" | "midterm" | "workshop" | "closing";
  whom: "all" | "mentors" | "mentees" | "staff";
  minutes: number;
  day_from: string;
  day_to: string;
  since: string;
  until: string;
  zone: string;
  at_least: number;
  sessions: number;
  meetings: number;
  every: "week" | "fortnight" | "month";
  state: "looking" | "asking" | "decided";
  asked: number[];
  decided: number[];
  guests: Guest[];
  made_by: Person;
  version: number;
}

/** `said`: by start (ms, as text), what they answered; empty as long as they have not. */
export interface Guest {
  id: string;
  name: string;
  account: boolean;
  part: "needed" | "one_of" | "welcome";
  said: Record<string, "yes" | "maybe" | "no">;
}

/**
 * Look for a time between two days, and two times of the day in the run's home zone. `at_least`: so many have to
 * come; `sessions`: so many, so that most can come to one. `meetings`: so many are a series to which everybody comes:
 * the days are those of the first, and each other one lies `every` so much later. `kind`, `whom`: of the date that
 * comes of it.
 */
export interface NewPoll {
  command_id: string;
  title: string;
  kind: "kick_off" | "consultation" | "midterm" | "workshop" | "closing";
  whom: "all" | "mentors" | "mentees" | "staff";
  minutes: number;
  day_from: string;
  day_to: string;
  since: string;
  until: string;
  people: PollPerson[];
  outsiders?: Outsider[];
  at_least?: number;
  sessions?: number;
  meetings?: number;
  every?: "week" | "fortnight" | "month";
}

/** Somebody of the run. `needed`: has to be there; `one_of`: one of those who are has to; `welcome`. */
export interface PollPerson {
  person: string;
  part?: "needed" | "one_of" | "welcome";
}

/** Somebody without an account, who answers by a link that is mailed to them. */
export interface Outsider {
  name: string;
  email: string;
  language: string;
  part?: "needed" | "one_of" | "welcome";
}

/**
 * `best`: the best first. `unknown`: guests who have neither said hours nor answered. `together`: starts that
 * reach `covered` guests, where several sessions are wanted; `proved`: none reach more. `hours`: of the day, the
 * columns of `heat`. `series`: where a series is wanted, instead of all these, with times so that whoever is asked to
 * come outside of their hours takes turns; `proved`: they cannot be shared better. `searching`: this is what was found
 * at once, and something better is still looked for: whoever asks again is told.
 */
export interface PollTimes {
  best: FoundTime[];
  unknown: string[];
  together: number[];
  covered: number;
  proved: boolean;
  hours: number[];
  heat: HeatDay[];
  series?: SeriesMeeting[];
  searching?: boolean;
}

/**
 * A start (ms). `missing`: so many who have to be there cannot; the others by guest: free, to be had outside of
 * their hours, and busy. `strain`: minutes outside of hours of all together, those at night threefold.
 */
export interface FoundTime {
  start: number;
  missing: number;
  free: string[];
  outside: string[];
  busy: string[];
  strain: number;
}

/** How many are free at each of the hours. */
export interface HeatDay {
  day: string;
  free: number[];
}

/**
 * Of a series: its days, and its times: the proposed one first, then the next best while the others stay as they
 * are; none where somebody who has to be there can never.
 */
export interface SeriesMeeting {
  day_from: string;
  day_to: string;
  times: TurnTime[];
}

/** A start (ms). `busy`: guests who cannot; whoever is in neither can, or nothing is known of them. */
export interface TurnTime {
  start: number;
  beyond: Beyond[];
  busy: string[];
}

/** A guest who would come outside of their hours. `strain`: minutes, those at night threefold. */
export interface Beyond {
  guest: string;
  strain: number;
  why: "early" | "late" | "between" | "other_day" | "if_need_be";
}

/** To ask about, or to decide for. */
export interface ChooseTimes {
  version: number;
  starts: number[];
}

/** The newest first. */
export interface MyProposals {
  proposals: MyProposal[];
}

/**
 * What I am asked, and how it stands to me: `asked`; `waiting` once I said yes and others have not all; `opened`;
 * `over`, whatever the reason, which is told to nobody. `caveats`: what to know before. `terms`: names of the keys in
 * both, in my language, or as they stand. `expires_at`: ms, while I am asked. `room`, `first_times`: once it is open;
 * starts (ms) at which all of us could, as far as all gave hours.
 */
export interface MyProposal {
  id: string;
  cohort: string;
  programme: Record<string, string>;
  role: "mentee" | "mentor";
  standing: "asked" | "waiting" | "opened" | "over";
  says: "waiting" | "yes" | "not_now";
  people: Proposed[];
  reasons: Reason[];
  caveats: Reason[];
  terms: Record<string, Record<string, string>>;
  thread: ThreadLine[];
  expires_at?: number | null;
  room?: string | null;
  first_times?: number[];
}

/**
 * Somebody with whom I might walk. `organisation`, `town`: of whoever brought them in, empty where nobody did.
 * `gives`: in their own words, what they can give, or what they want to be able to do; `skills`, `disciplines`: the
 * same as terms of the run. Of what I cannot know of them yet nothing stands here.
 */
export interface Proposed {
  person: Person;
  role: "mentee" | "mentor";
  organisation: Record<string, string>;
  town: string;
  gives?: string;
  goals?: string;
  skills?: string[];
  disciplines?: string[];
}

/**
 * Why two people fit, or what to know before; the words are made where it is read. `code` with its `parameters`:
 * keys of the run's own terms, tags of languages and countries, minutes, hours.
 */
export interface Reason {
  code: string;
  parameters: Record<string, string | number | string[]>;
}

/** `by`: who wrote it, the person themself or one of the team. `at`: ms. */
export interface ThreadLine {
  by: Person;
  at: number;
  words: string;
}

/**
 * Yes, or not now; the same again changes nothing. What is proposed never changes, so there is no version to be
 * seen. `reason`: its class, if I like to say one; the team alone reads it.
 */
export interface SayToProposal {
  says: "yes" | "not_now";
  reason?: "time" | "not_fitting" | "other_plans" | "none";
}

/** Tell me more: asked of the team, before I say anything else. */
export interface AskOfProposal {
  command_id: string;
  words: string;
}

/** Of a run, the newest first; with the names of the terms that stand in them. */
export interface Proposals {
  proposals: Proposal[];
  terms: Record<string, Record<string, string>>;
}

/** `round`: in which it was found, null for one made by hand. `mine`: I may take it back. */
export interface Proposal {
  id: string;
  round: string | null;
  state: "asking_mentors" | "asking_mentees" | "asking_all" | "opened" | "declined" | "expired" | "taken_back";
  order: "mentor_first" | "together";
  people: ProposalPerson[];
  reasons: PairReasons[];
  made_by: Person;
  made_at: number;
  expires_at: number;
  ended_at: number | null;
  mentorship: string | null;
  mine: boolean;
}

/**
 * `asked`: they know of it. `reason`: the class of why not now. `waits_for_answer`: the last line of their thread
 * is theirs. `here`: they have an account already. `own`: what they said is mine to see, and to answer.
 */
export interface ProposalPerson {
  person: Person;
  role: "mentee" | "mentor";
  asked: boolean;
  here: boolean;
  own: boolean;
  says: "waiting" | "yes" | "not_now";
  said_at?: number | null;
  reason?: "time" | "not_fitting" | "other_plans" | "none" | null;
  waits_for_answer?: boolean;
  thread?: ThreadLine[];
}

export interface PairReasons {
  mentee: string;
  mentor: string;
  reasons: Reason[];
}

/** Ask these people, a pair or a team, by hand. `days`: for which each is asked. */
export interface NewProposal {
  command_id: string;
  people: ProposedSeat[];
  order?: "mentor_first" | "together";
  days?: number;
}

export interface ProposedSeat {
  person: string;
  role: "mentee" | "mentor";
}

/** A line of the team's in a person's thread. */
export interface AnswerQuestion {
  command_id: string;
  person: string;
  words: string;
}

/**
 * What I said in one part of a run. `version`: 1 as long as nothing was said. `said_by`: who wrote it last, me or
 * somebody of the team for me; `said_at`: ms. `excludes`: with whom the team is not to bring me together, as it
 * understood me; `ranking`: whom I wish for, the best first, in one list equally good. `hours`: I have said when I can
 * usually meet. `open`: the run goes on, so I can change it.
 */
export interface MyProfile {
  cohort: string;
  role: "mentee" | "mentor";
  profile: Profile;
  excludes: Person[];
  ranking: Person[][];
  missing: ("need" | "skills" | "languages" | "country")[];
  hours: boolean;
  said_by: Person | null;
  said_at: number;
  version: number;
  open: boolean;
  terms: Term[];
}

/**
 * `need`: what a mentee wants to be able to do, what a mentor can give; up to 2 000 letters, as `goals`. `skills`:
 * wanted, or given. `back`: what a mentor could learn from a mentee, what a mentor would like to learn. `traits`: my
 * own; `requires`: those that the other one must have. All of these are keys of the run's terms.
 *
 * `languages`: by language (`sr`, `mk` …) the level. `country`: ISO 3166. `capacity`: how many mentees a mentor takes.
 * `for_team`: up to 1 000 letters that only the team reads, as with whom it would not go well.
 */
export interface Profile {
  need?: string;
  goals?: string;
  skills?: string[];
  back?: string[];
  disciplines?: string[];
  traits?: string[];
  requires?: string[];
  languages?: Record<string, number>;
  country?: string | null;
  capacity?: number;
  for_team?: string;
}

/** One of the programme's own lists. `key` stays, whatever it is called. */
export interface Term {
  key: string;
  kind: "skill" | "discipline" | "trait";
  names: Record<string, string>;
}

/** `excludes`: those of the ones that are there who are still to be kept from me; the team alone adds others. */
export interface SetMyProfile {
  version: number;
  profile: Profile;
  excludes?: string[];
}

/** Of every mentee and mentor of the run that I look after, whether they have said anything or not. */
export interface CohortProfiles {
  profiles: PersonProfile[];
  terms: Term[];
}

/**
 * What somebody of the run said, for its team. `excludes`, `ranking` (the best first, in one list equally good):
 * people of the other side.
 */
export interface PersonProfile {
  person: Person;
  role: "mentee" | "mentor";
  organisation: string | null;
  profile: Profile;
  excludes: Person[];
  ranking: string[][];
  missing: ("need" | "skills" | "languages" | "country")[];
  hours: boolean;
  said_by: Person | null;
  said_at: number;
  version: number;
}

/**
 * Read a list of profiles and say what is wrong with it; nothing is stored. One of `pasted` and `file` (in base64;
 * at most 1 MiB), as the list that can be taken out, with its headings in one of our languages. Who is meant is told
 * by the number or the name. An empty cell changes nothing, `-` empties what is there.
 */
export interface ReadProfileList {
  pasted?: string | null;
  file?: string | null;
}

/** Every line that was not empty. `encoding`: how the file was read. */
export interface ReadProfiles {
  lines: ProfileLine[];
  good: number;
  bad: number;
  encoding: string;
}

/**
 * A line as it was understood. `name`: of whom it is taken for, else what stands there. `changes`: which columns
 * would be another thing afterwards. `profile`: None for a line with faults.
 */
export interface ProfileLine {
  line: number;
  name: string;
  role: "mentee" | "mentor" | null;
  changes: ("key" | "name" | "role" | "organisation" | "need" | "goals" | "skills" | "back" | "disciplines" | "traits" | "requires" | "languages" | "country" | "capacity" | "for_team" | "excludes")[];
  faults: CellFault[];
  profile: NewProfile | null;
}

/** `code`: of a refusal, for which the line can't be taken; `words`: what stands there. */
export interface CellFault {
  column: "key" | "name" | "role" | "organisation" | "need" | "goals" | "skills" | "back" | "disciplines" | "traits" | "requires" | "languages" | "country" | "capacity" | "for_team" | "excludes";
  code: string;
  words: string;
}

/** What somebody would say after it was taken. `version`: what they say now. */
export interface NewProfile {
  person: string;
  role: "mentee" | "mentor";
  version: number;
  profile: Profile;
  excludes?: string[];
}

/** All of them or none; of those whom somebody changed meanwhile, none. */
export interface SetProfiles {
  command_id: string;
  profiles: NewProfile[];
}

/**
 * By the team, for somebody who told it; they are told that it was done. `excludes`, `ranking`: people of the
 * other side of the run.
 */
export interface SetProfile {
  version: number;
  profile: Profile;
  excludes?: string[];
  ranking?: string[][];
}

/** Of a run, in the order in which they are shown. `mine`: I may change them. */
export interface Terms {
  terms: Term[];
  version: number;
  mine: boolean;
}

/**
 * All of them, in order. Whoever chose one that is left out has not chosen it any more. At most 60 of a kind, each
 * with a name of up to 80 letters in at least one language.
 */
export interface SetTerms {
  version: number;
  terms: Term[];
}

/**
 * Of a run, the newest first. `proposal`: a call to begin with, in the words of the server. `mine`: I may change
 * them, and see who applied.
 */
export interface OpenCalls {
  calls: OpenCall[];
  proposal: CallWords;
  mine: boolean;
}

/**
 * `zone`: the run's home zone. `begun`: how many write at it; what they write is theirs until they send it.
 * `takes`: one can apply now. `fixed`: somebody has begun, so the questions stay.
 */
export interface OpenCall {
  id: string;
  state: "draft" | "open" | "closed";
  call: CallWords;
  zone: string;
  takes: boolean;
  fixed: boolean;
  begun: number;
  sent: number;
  withdrawn: number;
  version: number;
}

/**
 * What a call says and asks. `slug`: the end of its address. `opens_at`, `closes_at`: ms; `purge_on`: the day in
 * the run's home zone on which what was not chosen is deleted, files too. `languages`: the first one first; each has
 * its words. `contact`: an e-mail address to ask at.
 */
export interface CallWords {
  slug: string;
  whom: "mentees" | "mentors" | "both";
  opens_at: number;
  closes_at: number;
  purge_on: string;
  languages: string[];
  words: Record<string, CallLead>;
  questions: CallQuestion[];
  contact: string;
}

/** What stands at the top of the page, in one language: up to 120 and 4 000 letters. */
export interface CallLead {
  title: string;
  words: string;
}

/**
 * `names`: what is asked, up to 300 letters in each language; `hints`: what helps to answer it, up to 600. `whom`:
 * who is asked. `many`: several of the choices, or several files. `feeds`: the field of a profile that the answer
 * becomes; terms are those of the run, of the sort that it says. What somebody needs in order to take part
 * (`access_needs`) can't be a must, and is no part of the choice.
 */
export interface CallQuestion {
  key: string;
  kind: "text" | "long" | "choice" | "country" | "languages" | "terms" | "file" | "access_needs";
  names: Record<string, string>;
  hints?: Record<string, string>;
  required?: boolean;
  whom?: "mentees" | "mentors" | "both";
  choices?: CallChoice[];
  many?: boolean;
  feeds?: "need" | "goals" | "skills" | "back" | "disciplines" | "traits" | "requires" | "languages" | "country" | null;
}

export interface CallChoice {
  key: string;
  names: Record<string, string>;
}

/** Set up a call, a draft that only the team of the run can open. */
export interface NewCall {
  command_id: string;
  call: CallWords;
}

/** Once somebody has begun to apply, the questions change in their words alone. */
export interface ChangeCall {
  version: number;
  call: CallWords;
}

export interface SetCallState {
  version: number;
  state: "draft" | "open" | "closed";
}

/** For everybody. Who has begun and not sent is told by a mail. */
export interface MoveDeadline {
  version: number;
  closes_at: number;
}

/** To a call: those that were sent, the oldest first, and that others were withdrawn. */
export interface Applications {
  applications: ApplicationRow[];
}

/**
 * `sent_at`: ms. `again`: another one to the same call was sent from the same address. Withdrawn, it has no
 * name.
 */
export interface ApplicationRow {
  id: string;
  call: string;
  name: string;
  organisation: string;
  part: "mentee" | "mentor";
  manner: "person" | "organisation";
  language: string;
  files: number;
  state: "draft" | "sent" | "withdrawn";
  outcome: "none" | "yes" | "reserve" | "no";
  sent_at: number | null;
  purge_on: string;
  again: boolean;
}

/** Of a run, the newest first. */
export interface Rounds {
  rounds: RoundCard[];
}

export interface RoundCard {
  id: string;
  state: "open" | "released" | "closed";
  made_at: number;
  made_by: Person;
  work: "none" | "waiting" | "running" | "done" | "cancelled" | "interrupted" | "failed";
  released: number;
}

export interface NewRound {
  command_id: string;
  settings?: RoundSettings;
}

/**
 * `objective`: the largest sum; the smallest score as large as can be, then the sum; or balanced, so that a point
 * counts more for whom little fits. As many mentees as possible have a mentor in each. `stability_loss`: so much of
 * the sum, in thousandths, may go so that fewer two people would both rather have each other. `keep`: points that a
 * pair of the answer before counts more.
 */
export interface RoundSettings {
  objective?: "total" | "fair" | "balanced";
  rules?: RoundRules;
  weights?: RoundWeights;
  quotas?: RoundQuota[];
  stability_loss?: number;
  keep?: number;
}

/**
 * What has to hold of every pair. `language_level`: both speak some language at least so well, 1 to 6 for A1 to C2,
 * 0 asks for none. `overlap_minutes`: so many minutes of a typical week in common, 0 asks for none.
 * `conflict_of_interest`: nobody goes with somebody of the same organisation. `exclusions`: whom one of them does not
 * want. `wishes`: what one of them needs the other to be.
 */
export interface RoundRules {
  language_level?: number;
  overlap_minutes?: number;
  conflict_of_interest?: boolean;
  exclusions?: boolean;
  wishes?: boolean;
}

/** What makes a pair good, against each other; 0 leaves one out. */
export interface RoundWeights {
  needs?: number;
  disciplines?: number;
  hours?: number;
  language?: number;
  cross_country?: number;
  learning?: number;
  mentee_ranking?: number;
  mentor_ranking?: number;
}

/**
 * At least so many pairs of two countries: a number, or a share in percent of the mentees who count. `country`: of
 * those whose mentee (`mentee`) or one of whom (`either`) is from there; none counts all.
 */
export interface RoundQuota {
  country?: string | null;
  min_cross_pairs?: number | null;
  min_share?: number | null;
  scope?: "mentee" | "either";
}

/**
 * `stale`: people, hours, settings or locks are other ones than those of the answer. `silent`: who takes part and
 * has told nothing of themself yet, and so is not in it. `lead`: I may change its settings, start it, and end it.
 */
export interface Round {
  id: string;
  cohort: string;
  state: "open" | "released" | "closed";
  made_at: number;
  made_by: Person;
  settings: RoundSettings;
  pin: LockedPair[];
  forbid: LockedPair[];
  chosen: LockedPair[];
  released: LockedPair[];
  scores: RoundScores | null;
  mentees: number;
  mentors: number;
  silent: Person[];
  work: RoundWork;
  result: RoundResult | null;
  stale: boolean;
  lead: boolean;
  version: number;
}

export interface LockedPair {
  mentee: Person;
  mentor: Person;
}

/** Of others, instead of our own. */
export interface RoundScores {
  pairs: number;
  least: number;
  most: number;
}

/**
 * What the engine is doing. `step` of `steps`. `fault`: why it failed; `nobody`: there is nobody to solve it for.
 * `interrupted`: the server went away in the middle, twice. `run`: the newest answer that there is.
 */
export interface RoundWork {
  state: "none" | "waiting" | "running" | "done" | "cancelled" | "interrupted" | "failed";
  stage?: "waiting" | "gathering" | "scores" | "rules" | "optimum" | "stability" | "keeping" | "reasons";
  step?: number;
  steps?: number;
  fault?: "died" | "too_large" | "too_long" | "nobody" | "broken" | null;
  asked_at?: number | null;
  asked_by?: Person | null;
  run?: number;
}

/**
 * An answer, or the conflict for which there is none. `proved`: nothing better exists; else no answer is larger
 * than `bound`. Scores are in `unit` parts of a point. `engine`, `input`: which engine made it, of what: the same two
 * give the same answer, to the byte. Somebody who coordinates for a partner sees pairs of their own people, and no
 * figures of all.
 */
export interface RoundResult {
  run: number;
  made_at: number;
  engine: string;
  input: string;
  unit: number;
  proved: boolean;
  bound: number | null;
  pairs: MatchedPair[];
  shares: PersonShare[];
  loads: MentorLoad[];
  measures: RoundMeasures | null;
  ruled_out: RuleCount[];
  quotas: QuotaMet[];
  kept: number;
  could_be_kept: number;
  curve: KeepPoint[];
  stability: StabilityGain | null;
  conflict: RoundConflict | null;
}

/**
 * `how`: chosen by hand, pinned, released already, or found. `kept`: it was in the answer before. `breaks`:
 * rules of the round that a choice by hand overrode.
 */
export interface MatchedPair {
  mentee: Person;
  mentor: Person;
  score: number;
  how: "hand" | "pinned" | "released" | "round";
  kept: boolean;
  breaks?: string[];
}

/**
 * `best`: the best that any answer could have given this mentee alone; none where nobody may go with them.
 * `choices`: with how many they may go.
 */
export interface PersonShare {
  person: Person;
  score: number | null;
  best: number | null;
  choices: number;
}

/** `capacity`: seats that are free in this round. */
export interface MentorLoad {
  person: Person;
  mentees: number;
  capacity: number;
}

/**
 * `blocking_pairs`: two who both would score more with each other than with whom they have. `languages`: by tag, in
 * how many pairs it is the language that both speak best.
 */
export interface RoundMeasures {
  matched: number;
  mentees: number;
  mentors: number;
  seats: number;
  total: number;
  smallest: number | null;
  fifth_percentile: number | null;
  blocking_pairs: number;
  cross_country: number;
  languages: Record<string, number>;
}

/** How many pairs of all that can be thought of a rule speaks against, and against how many it is the only one. */
export interface RuleCount {
  rule: string;
  pairs: number;
  alone: number;
}

/**
 * `wanted` pairs of it, and how many there are. In a conflict `reached` is the most that there can be beside the
 * other demands of it.
 */
export interface QuotaMet {
  quota: number;
  wanted: number;
  reached: number;
}

/** With `keep` points: how many pairs of the answer before stay, and what the answer is then. */
export interface KeepPoint {
  keep: number;
  kept: number;
  matched: number;
  total: number;
}

/** What the loss of the sum bought. `searched`: false where there are too many pairs to look. */
export interface StabilityGain {
  searched: boolean;
  blocking_before: number;
  total_before: number;
}

/**
 * Demands that cannot hold together; without any one of them the others can. `people`: whose seats, or missing
 * pairs, stand in the way. `matched`: how many mentees can have a mentor with the conflict set aside.
 */
export interface RoundConflict {
  demands: ConflictDemand[];
  people: Person[];
  matched: number;
}

/** A pin, something forbidden, a choice by hand, a quota by its place, or a rule by its name. */
export interface ConflictDemand {
  kind: "pin" | "forbid" | "chosen" | "quota" | "rule";
  mentee?: Person | null;
  mentor?: Person | null;
  quota?: QuotaMet | null;
  rule?: string | null;
}

export interface SetRoundSettings {
  version: number;
  settings: RoundSettings;
}

/**
 * All of them: what is not listed is none any more. `chosen`: by hand, also where a rule of the round speaks
 * against it (never against what one of the two excludes); `pin`: to be kept by the engine; `forbid`: never. Somebody
 * who coordinates for a partner says those of their own people; all others stay.
 */
export interface SetRoundLocks {
  version: number;
  pin?: RoundPair[];
  forbid?: RoundPair[];
  chosen?: RoundPair[];
}

/** Two people, by id. */
export interface RoundPair {
  mentee: string;
  mentor: string;
}

/**
 * Scores of others instead of our own: lines of `mentee,mentor,score`, by id or e-mail address, a whole number
 * each; empty goes back to our own. Who is not listed together cannot go together.
 */
export interface SetRoundScores {
  version: number;
  csv?: string;
}

export interface StartRoundWork {
  version: number;
}

/**
 * `of`: how many there are in all; `left`: without a mentor; `to_find`: of these, for how many one has to be found
 * elsewhere.
 */
export interface RoundNeeds {
  needs: MenteeNeed[];
  start: number;
  of: number;
  left: number;
  to_find: number;
}

/**
 * `mentor`: chosen by hand, or found. `to_find`: a mentor has to be found elsewhere: nobody may go with this
 * mentee; whoever may has no seat left; or the answer has none for them. `against`: rules that speak against
 * everybody else, with how many mentors each.
 */
export interface MenteeNeed {
  mentee: Person;
  need: string;
  goals: string;
  skills: string[];
  mentor: Person | null;
  how: "hand" | "pinned" | "round" | null;
  possible: PossibleMentor[];
  to_find: "nobody" | "no_seat" | "without" | null;
  against: Record<string, number>;
}

/** `seats`: that nobody has been chosen for by hand. `caveats`: what to know before. */
export interface PossibleMentor {
  mentor: Person;
  score: number;
  seats: number;
  reasons: PairReason[];
  caveats: PairReason[];
}

/**
 * Why, or why not: a code with its parameters; the words are made where it is read. `shared`: both people would
 * read the same; else it is for who coordinates alone.
 */
export interface PairReason {
  code: string;
  parameters: Record<string, string | number | string[]>;
  shared: boolean;
}

/** From which mentee on, in the order of their ids, and how many; `without`: those alone who have no mentor yet. */
export interface WhichNeeds {
  start?: number;
  count?: number;
  without?: boolean;
}

/**
 * `score`: none where a rule speaks against the two. `parts`: each criterion's part of the score, in thousandths.
 * `best`: that the mentee could have had with anybody. `why`, `caveats`: what speaks for the two, and what to know
 * before; `why_not`: why they are not together; `change`: what would make it possible. `force`, `forbid`: what it
 * costs to have the two together, or apart; none where that is so already, or cannot be.
 */
export interface PairPage {
  mentee: Person;
  mentor: Person;
  state: "hand" | "pinned" | "round" | "forbidden" | "declined" | "ruled_out" | "open";
  score: number | null;
  unit: number;
  best: number | null;
  parts: Record<string, number>;
  why: PairReason[];
  caveats: PairReason[];
  why_not: PairReason[];
  change: PairReason[];
  force: PairCost | null;
  forbid: PairCost | null;
}

/**
 * Exact, where `proved`: so many mentees fewer with a mentor, so many parts of a point less in all, and who would
 * move.
 */
export interface PairCost {
  people: number;
  points: number;
  moves: PairMove[];
  proved: boolean;
}

/** A mentee who would have somebody else, or nobody. */
export interface PairMove {
  mentee: Person;
  before: Person | null;
  after: Person | null;
}

/**
 * Make proposals of pairs of the answer `run`, or of all, and of what was chosen by hand; `run` is 0 where there is
 * no answer yet. `order`, `days`: as of a proposal that is made by hand. All of it happens, or nothing.
 */
export interface ReleaseRound {
  command_id: string;
  version: number;
  run: number;
  pairs?: RoundPair[];
  all?: boolean;
  order?: "mentor_first" | "together";
  days?: number;
}

/** The newest first; nothing for who was not asked to read. */
export interface MyReviews {
  calls: ReviewCall[];
}

/**
 * A call to which I read applications. `titles`: by language. `purge_on`: the day on which what was not chosen is
 * deleted, with what was written of it.
 */
export interface ReviewCall {
  id: string;
  cohort: string;
  programme_names: Record<string, string>;
  titles: Record<string, string>;
  purge_on: string;
  applications: ReviewCard[];
}

/** One application that I am to read. `need`: the beginning of what they want. */
export interface ReviewCard {
  id: string;
  name: string;
  part: "mentee" | "mentor";
  need: string;
  state: "unread" | "read" | "written";
}

/**
 * An application, opened. `need`: what they want, before all else. `maybe_conflict`: they name the organisation
 * that I am of. `note`: mine; `notes`: the others', empty until mine is written, and `waiting` says whether there are
 * any. What decides is there for who decides: `email`, `conflicts`, `interview`.
 */
export interface ReviewedApplication {
  id: string;
  call: string;
  name: string;
  part: "mentee" | "mentor";
  organisation: string;
  people: string[];
  language: string;
  zone: string;
  sent_at: number;
  need: string;
  answers: Answered[];
  files: ReviewFile[];
  maybe_conflict: boolean;
  note: ReviewNote | null;
  notes: ReviewNote[];
  waiting: boolean;
  decides: boolean;
  outcome: "none" | "yes" | "reserve" | "no";
  version: number;
  email: string | null;
  conflicts: ReviewConflict[];
  interview: Interview | null;
}

/**
 * A question with its answer. `names`: the question, by language. One of the three holds the answer: `words`, the
 * names of what was `chosen`, or by language how well (1 to 6) in `levels`.
 */
export interface Answered {
  key: string;
  kind: string;
  names: Record<string, string>;
  words: string;
  chosen: Record<string, string>[];
  levels: Record<string, number>;
}

/** At `/api/v1/applications/{application}/files/{id}`. */
export interface ReviewFile {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** What one reader thinks. `written_at`: ms. */
export interface ReviewNote {
  by: Person;
  tendency: "yes" | "reserve" | "no" | "unsure";
  words: string;
  written_at: number;
  version: number;
}

/** Who does not read it, and the class of why. */
export interface ReviewConflict {
  person: Person;
  reason: "same_organisation" | "worked_together" | "close" | "other";
}

/** Times (ms) that the applicant was asked about, and what they said. */
export interface Interview {
  minutes: number;
  starts: number[];
  place: string;
  state: "asked" | "chosen" | "none_suits";
  chosen: number | null;
  asked_by: Person;
}

/** `version`: of my note as I have seen it; 0 for the first. */
export interface WriteReview {
  version: number;
  tendency: "yes" | "reserve" | "no" | "unsure";
  words: string;
}

/** From then on the application does not exist for me. */
export interface DeclareConflict {
  reason: "same_organisation" | "worked_together" | "close" | "other";
}

/**
 * A call as it is chosen from. `organisations`: of the run, by id, their names. `to_tell`: how many letters would
 * leave now; `leaving`: how many wait for their turn; `told`: how many have left.
 */
export interface Selection {
  call: string;
  cohort: string;
  titles: Record<string, string>;
  closes_at: number;
  purge_on: string;
  reviewers: Reviewer[];
  possible: PossibleReviewer[];
  organisations: Record<string, Record<string, string>>;
  applications: SelectionRow[];
  to_tell: number;
  leaving: number;
  told: number;
}

/**
 * `reach`: all, or those from the country of the organisation that the person is of. Of what they are to read:
 * how much that is, and what they have written.
 */
export interface Reviewer {
  person: Person;
  reach: "all" | "own";
  country: string | null;
  applications: number;
  written: number;
}

/** Somebody of the run who can be asked to read. `country`: of their organisation. */
export interface PossibleReviewer {
  person: Person;
  country: string | null;
}

/**
 * `unread`: who is to read it and has not written yet; `conflicts`: how many do not read it. `told`: the outcome
 * whose letter leaves or has left. `taken_in`: whether they were brought into the run; `code`: why not.
 */
export interface SelectionRow {
  id: string;
  name: string;
  part: "mentee" | "mentor";
  language: string;
  need: string;
  leanings: Leaning[];
  unread: Person[];
  conflicts: number;
  interview: Interview | null;
  outcome: "none" | "yes" | "reserve" | "no";
  told: "yes" | "reserve" | "no" | null;
  taken_in: "waiting" | "done" | "refused" | null;
  code: string | null;
  version: number;
}

export interface Leaning {
  by: Person;
  tendency: "yes" | "reserve" | "no" | "unsure";
}

export interface NameReviewer {
  reach: "all" | "own";
}

/** Reversible until its letter leaves; after that, who waits in reserve can still get a yes or a no. */
export interface SetOutcome {
  version: number;
  outcome: "none" | "yes" | "reserve" | "no";
}

/** Two or three times (ms), of which the applicant chooses by a link. `place`: how it is held. */
export interface AskForInterview {
  command_id: string;
  minutes: number;
  starts: number[];
  place: string;
}

/** `undecided`: how many have no outcome, and get no letter. */
export interface OutcomeLetters {
  call: string;
  letters: OutcomeLetter[];
  to: LetterTo[];
  undecided: number;
  leaving: number;
  told: number;
}

/**
 * What everybody with this outcome who reads this language is told. `edited`: by somebody of the team, else it is
 * as it comes; `people`: how many would get it now.
 */
export interface OutcomeLetter {
  outcome: "yes" | "reserve" | "no";
  language: string;
  title: string;
  words: string;
  edited: boolean;
  people: number;
  version: number;
}

/** Who would be told what now. `own`: in words for them alone. */
export interface LetterTo {
  application: string;
  name: string;
  outcome: "yes" | "reserve" | "no";
  language: string;
  own: boolean;
}

/** `version`: of the letter as I have seen it; 0 of what nobody edited. Without words it is again as it comes. */
export interface SetLetter {
  version: number;
  title: string;
  words: string;
}

/** Everything that was not told yet leaves, once. `people`: how many that are, as I have seen it. */
export interface SendLetters {
  command_id: string;
  people: number;
}

/** What one applicant would be told, as a mail has it. `own`: in words for them alone; `version`: of these. */
export interface ApplicantLetter {
  outcome: "yes" | "reserve" | "no";
  language: string;
  greeting: string;
  title: string;
  words: string;
  closing: string;
  own: boolean;
  version: number;
}

/**
 * Who was told a yes is invited and brought into the run, as a mentor or a mentee. `organisation`: that looks after
 * them from then on.
 */
export interface TakeIn {
  command_id: string;
  organisation: string | null;
  applications: string[];
}

export interface MyPool {
  words: MyPoolWord[];
  questions: PoolQuestion[];
}

/** In one programme whose mentor I was or am. `cohort`: the newest such run. */
export interface MyPoolWord {
  cohort: string;
  programme_names: Record<string, string>;
  until: string | null;
}

/** A new run asks whether I would be a mentor in it. `start`, `end`: its days. */
export interface PoolQuestion {
  cohort: string;
  programme_names: Record<string, string>;
  names: Record<string, string>;
  start: string;
  end: string;
  asked_by: Person;
}

/**
 * Until the end of this day, at most two years ahead, the teams of the programme may ask me whether I would be a
 * mentor again; None takes it back at once.
 */
export interface AskMeAgain {
  until: string | null;
}

/** With a yes I take part as a mentor, and what I said I could give stands there again, for me to look at. */
export interface AnswerPool {
  yes: boolean;
}

/** Those of the programme who may be asked and take no part in this run. `open`: it has not ended. */
export interface MentorPool {
  mentors: PoolMentor[];
  terms: Term[];
  open: boolean;
}

/**
 * `profile`: what they could give when they said that they may be asked. `asked`: how it stands in this run; None
 * for not asked yet.
 */
export interface PoolMentor {
  person: Person;
  organisation: string | null;
  until: string;
  profile: Profile;
  asked: "waiting" | "yes" | "no" | null;
}

/**
 * `weekly`: seven days from Monday on, on the wall clock of `zone`. `exceptions`: what a day has instead; nothing
 * is no time. `country`: whose public holidays are kept free. `version`: 1 as long as I have said nothing.
 */
export interface MyHours {
  zone: string;
  weekly: [string, string][][];
  exceptions: Record<string, [string, string][]>;
  country: string | null;
  version: number;
}

/** As `MyHours`; `version`: the one that was changed. */
export interface SetHours {
  version: number;
  zone: string;
  weekly: [string, string][][];
  exceptions?: Record<string, [string, string][]>;
  country?: string | null;
}

/** `addresses`: this server reads calendars at addresses too. */
export interface MyOtherCalendars {
  calendars: OtherCalendar[];
  addresses: boolean;
}

/**
 * `host`: where it is read again and again; null for one that came as a file. `read_at`: ms, null until it was
 * read; `busy`: how many times of the year up to `until` (ms) are taken; `left_out`: how many entries could not be
 * understood. `fault`: why it could not be read the last time; what was read before still holds.
 */
export interface OtherCalendar {
  id: string;
  host: string | null;
  read_at: number | null;
  busy: number;
  until: number | null;
  left_out: number;
  fault: "off" | "address" | "name" | "private" | "late" | "large" | "packed" | "redirects" | "connection" | "answer" | "none" | "cut_off" | "too_much" | null;
}

/** Read this calendar from now on, at its https (or webcal) address, which nobody is ever shown again. */
export interface ReadCalendar {
  address: string;
}

/**
 * `titles`: what a meeting is called in my calendar: `plain`, a meeting, or `names`, also with whom it is.
 * `invitations`: they come by mail. `feed_since`: ms, since when there is a feed at its present address.
 */
export interface CalendarWishes {
  titles: "plain" | "names";
  invitations: boolean;
  feed_since: number | null;
}

export interface SetCalendarWishes {
  titles: "plain" | "names";
  invitations: boolean;
}

/** `path` on this server; told once, here. Whoever has it sees my dates. */
export interface FeedAddress {
  path: string;
}

/** All dates of a run, by day. `zone`: the home zone. */
export interface Calendar {
  zone: string;
  version: number;
  dates: PlannedDate[];
  days_off: DayOff[];
}

/**
 * `day` and `time` are those of the run's home zone; without a time it is that day. Without names of its own it is
 * called by its kind; each has up to 120 letters.
 *
 * With a time it is a gathering of `minutes`, in a call or at an `address` (up to 300 letters). `id`: the server's;
 * who plans sends it back, so that it stays the same one when it moves, and leaves it out for a new one. `led_by`,
 * `needs_to`: people of the team; the latter alone read what somebody needs at a place. `agenda`: what it is about, up
 * to 200 letters each; a week before it goes onto the agenda of its room, once, and is the room's own from then on.
 */
export interface PlannedDate {
  kind: "kick_off" | "consultation" | "midterm" | "workshop" | "closing";
  whom: "all" | "mentors" | "mentees" | "staff";
  day: string;
  time?: string | null;
  names?: Record<string, string>;
  id?: string | null;
  minutes?: number;
  place?: "call" | "address";
  address?: string;
  led_by?: string[];
  needs_to?: string[];
  called_off?: boolean;
  agenda?: string[];
}

/** A planned day that is a holiday, by the law of these countries (ISO 3166) of the run's organisations. */
export interface DayOff {
  day: string;
  countries: string[];
}

/** `weeks`: earlier where it is below zero. */
export interface MovedBy {
  weeks?: number;
}

/** Whether I come; asked anew, it can be said anew. */
export interface AnswerGathering {
  coming: boolean;
}

/**
 * For the lead (`lead`) of everybody, each organisation and country as it is. For who coordinates for a partner:
 * `held`, `organisations`, `pairs` and `people` are of their own people, and `countries` of the others, in groups of
 * five and more. Gatherings count once somebody has said who came; `unconfirmed`: over, and nobody has.
 *
 * `least_meetings`, `least_gatherings`: the minimums of the run, 0 for none. `organisation_names`: by id.
 */
export interface CohortSums {
  cohort: string;
  lead: boolean;
  least_meetings: number;
  least_gatherings: number;
  unconfirmed: number;
  organisation_names: Record<string, Record<string, string>>;
  held: KindSum[];
  organisations: GroupSum[];
  countries: GroupSum[];
  pairs: PairCount[];
  people: PersonCount[];
}

/** `people`: how often somebody was there. */
export interface KindSum {
  kind: "meeting" | "kick_off" | "consultation" | "midterm" | "workshop" | "closing";
  count: number;
  minutes: number;
  online: number;
  in_person: number;
  people: number;
}

/**
 * `of`: an organisation (id) or a country (ISO 3166), empty for people whom nobody brought in; several where each
 * is too small to stand alone. `people`: those who were there at least once; `meetings`, `gatherings`: with at least
 * one of them, `minutes` in all.
 */
export interface GroupSum {
  of: string[];
  people: number;
  meetings: number;
  gatherings: number;
  minutes: number;
}

export interface PairCount {
  mentorship: string;
  people: Person[];
  met: number;
  minutes: number;
}

/** `came`: to how many gatherings. */
export interface PersonCount {
  person: Person;
  came: number;
}

/**
 * `at`: ms. `guests`: for who coordinates for a partner, their own people; `others`: how many there are besides.
 * `confirmed_by` said who came, and that it took `took` minutes. `holds`: I may open its door and say who came;
 * `reads_needs`: I am one of those who read what people need there.
 */
export interface GatheringPage {
  id: string;
  cohort: string;
  kind: "kick_off" | "consultation" | "midterm" | "workshop" | "closing";
  whom: "all" | "mentors" | "mentees" | "staff";
  names: Record<string, string>;
  at: number;
  minutes: number;
  zone: string;
  place: "call" | "address";
  address: string;
  door: "closed" | "lobby" | "open" | "over" | "off";
  led_by: Person[];
  guests: GatheringGuest[];
  others: number;
  confirmed_by: Person | null;
  confirmed_at: number | null;
  took: number | null;
  holds: boolean;
  reads_needs: boolean;
}

/**
 * `organisation_names`, `country` (ISO 3166): where the person came from when they were invited. `coming`, `came`:
 * None as long as nobody has said so.
 */
export interface GatheringGuest {
  person: Person;
  organisation_names: Record<string, string>;
  country: string | null;
  coming: boolean | null;
  came: boolean | null;
}

/** Who came, of those who are named; the others stay as they were. `minutes`: that it took. */
export interface SetAttendance {
  people: Attended[];
  minutes: number;
}

/** `person`: whoever takes part in the run, also one who was not invited. `came`: None for not known. */
export interface Attended {
  person: string;
  came: boolean | null;
}

/**
 * What I need there, of access or of food, in up to 500 letters; empty takes it back. Who is named for it reads
 * it, and nobody else; it is deleted thirty days after.
 */
export interface SayNeed {
  need: string;
}

/** `forgotten_on`: the day on which all of it is deleted. */
export interface GatheringNeeds {
  needs: GatheringNeed[];
  forgotten_on: string;
}

export interface GatheringNeed {
  person: Person;
  need: string;
}

/** All of them, in any order. No day is more than 60 days before the run's first or after its last. */
export interface SetCalendar {
  version: number;
  dates: PlannedDate[];
}

/** Of each of my runs that has something for me. */
export interface MyLibrary {
  runs: RunLibrary[];
}

/** What a run has for me, by my parts in it. */
export interface RunLibrary {
  cohort: string;
  programme_names: Record<string, string>;
  items: LibraryItem[];
}

/**
 * One thing. `language`: the tag of what it is written in. `author` and `licence` are as their owner wants them to
 * be named, and empty where nobody says; what has no licence here is not free to be passed on.
 *
 * `link`: where it is; the server never fetches it. Without one, `words` hold the thing itself. `first`: to be read
 * before the first meeting.
 */
export interface LibraryItem {
  title: string;
  whom: "all" | "mentors" | "mentees";
  language: string;
  link?: string;
  words?: string;
  author?: string;
  licence?: string;
  first?: boolean;
}

/** All of a run's, in the order of its team. */
export interface Library {
  version: number;
  items: LibraryItem[];
}

/** All of them, at most 30. */
export interface SetLibrary {
  version: number;
  items: LibraryItem[];
}

/** A programme each, of those with a run that I took part in to its end. */
export interface MyAlumniWishes {
  programmes: MyAlumni[];
}

/**
 * What I agreed to afterwards, in one programme. `expires_at`: ms, when it ends unless I say it again; None without
 * consent. `asked`: it ends soon, so I am asked again.
 */
export interface MyAlumni {
  programme: string;
  programme_names: Record<string, string>;
  consent: boolean;
  found: boolean;
  mentor_again: boolean;
  offers: Record<string, string>;
  expires_at: number | null;
  asked: boolean;
}

/**
 * What holds for a year, by my own word. `consent`: the team may keep me in mind; without it all of the rest goes
 * at once. `found`: other alumni of the programme and its team find me, with what I can offer (by language, up to 500
 * letters each) and whether I would mentor again.
 */
export interface AlumniWish {
  consent: boolean;
  found?: boolean;
  mentor_again?: boolean;
  offers?: Record<string, string>;
}

/** Of the programmes that I am an alumna of by my own consent, or coordinate: by name, at most 1 000. */
export interface AlumniDirectory {
  people: Alumna[];
}

/** Somebody who wants to be found. */
export interface Alumna {
  person: Person;
  programme: string;
  programme_names: Record<string, string>;
  mentor_again: boolean;
  offers: Record<string, string>;
}

/** `page`: None where I have none. */
export interface MyPage {
  page: Page | null;
}

/** `over`: its last day is past, so nobody reads it any more. */
export interface Page {
  slug: string;
  name: string;
  words: Record<string, string>;
  cohort: string;
  until: string;
  links: PageLink[];
  listed: boolean;
  over: boolean;
}

/** `address`: begins with https://, up to 500 letters; `title`: up to 100. */
export interface PageLink {
  title: string;
  address: string;
}

/**
 * Everybody on the web reads this, under `/p/<slug>`, until the end of the day `until`: at most two years ahead.
 *
 * `slug`: 3 to 40 small letters, digits and hyphens. `words`: by language, up to 2 000 letters each. `cohort`: the run
 * that it came of, whose funders are named. `listed`: search engines may show it.
 */
export interface SetPage {
  slug: string;
  name: string;
  words: Record<string, string>;
  cohort: string;
  until: string;
  links?: PageLink[];
  listed?: boolean;
}

/**
 * Whose photo I may see: those who share a room or a run with me, and my own. By person: a mark that changes with
 * the picture, for `/api/v1/people/<person>/photo?v=<mark>`. Who is not here has none.
 */
export interface Photos {
  photos: Record<string, string>;
}

/** A JPEG, PNG or WebP of up to 2 MiB, in base64. Its middle square is kept, 256 pixels wide. */
export interface NewPhoto {
  picture: string;
}

/**
 * Whom I may ask for a talk: those of the team who are in none of my rooms with a mentor or a mentee. `help`: whom
 * to ring up when it can't wait.
 */
export interface MyTeam {
  people: TeamMember[];
  help: Help | null;
}

/**
 * One of the team. `organisation_names`: whom they work for, empty where nobody brought them in. `photo`: the mark
 * of their picture, as `Photos` has it.
 */
export interface TeamMember {
  person: Person;
  roles: ("coordinator" | "facilitator" | "safeguarding")[];
  organisation_names: Record<string, string>;
  photo?: string | null;
}

/** What waits for me, the earliest date first; then what I have taken. Nobody else of the team sees these. */
export interface AskedTalks {
  talks: AskedTalk[];
}

/**
 * Somebody would like a talk with me. `as_deputy`: they asked somebody else, who has not answered in time.
 * `roles`: the asker's in the run.
 */
export interface AskedTalk {
  id: string;
  person: Person;
  roles: ("mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna")[];
  matter: "together" | "time" | "work" | "wellbeing" | "other";
  state: "waiting" | "taken" | "over";
  asked_at: number;
  answer_by: string;
  as_deputy: boolean;
}

/** I would like a talk. Nobody hears of it but the one asked, and from the third working day on a deputy. */
export interface AskForTalk {
  command_id: string;
  to: string;
  matter: "together" | "time" | "work" | "wellbeing" | "other";
}

/**
 * A talk that I asked for. `asked_at`: ms. `answer_by`: the second working day after it; from `deputy_from` on, the
 * day after that, the deputy sees it too. `deputy`: None where nobody else may be asked; then there is the telephone.
 * `taken_by`: who has said that they take care of it. `nobody_left`: neither of them can answer any more; there is the
 * telephone, and one may ask somebody else.
 */
export interface MyTalk {
  id: string;
  cohort: string;
  to: Person;
  matter: "together" | "time" | "work" | "wellbeing" | "other";
  state: "waiting" | "taken" | "over";
  asked_at: number;
  answer_by: string;
  deputy: Person | null;
  deputy_from: string | null;
  taken_by: Person | null;
  nobody_left: boolean;
}

/** The newest first. What was taken back is not among them. */
export interface MyTalks {
  talks: MyTalk[];
}

/** What I am asked, and what would be told of my silence. The newest run first. */
export interface MySignals {
  runs: RunSignals[];
}

/**
 * Of a run that goes on. `pulse`: None for who is not asked, and in the first six days of each of its months.
 * `care`: of my mentorships that go on, where the run has agreed on it.
 */
export interface RunSignals {
  cohort: string;
  pulse: Pulse | null;
  care: Care[];
}

/**
 * The question of this month. `month`: its first day, counted from the start of the run. `asked`: it is open and
 * has no answer yet; `word`: mine, None for "not this time" and for no answer, which nobody is told.
 */
export interface Pulse {
  month: string;
  asked: boolean;
  word: "flowing" | "fine" | "uneven" | "stuck" | "hard" | null;
}

/**
 * What comes of it when nothing is said in a room any more, as agreed at the start.
 *
 * `steps`: the days, in the run's own zone, on which one of us is asked, then all of us, then the team hears that it
 * is quiet, if nobody says anything until then. `done`: how many of them have come. `asks_me`: I am asked now.
 * `said`: what one of us said instead, while it counts.
 */
export interface Care {
  mentorship: string;
  room: string;
  people: Person[];
  steps: [string, string, string];
  done: number;
  asks_me: boolean;
  said: "well" | "elsewhere" | null;
}

/** Answer this month's question, or say it anew. `word`: None for "not this time". */
export interface SetPulse {
  month: string;
  word: "flowing" | "fine" | "uneven" | "stuck" | "hard" | null;
}

/** All is well, or we talk elsewhere: it counts as if something were said today. The team is not told of it. */
export interface SignOfLife {
  kind: "well" | "elsewhere";
}

/** Every mentee of the run; for a partner, its own. */
export interface CohortSupport {
  mentees: MenteeSupport[];
}

/** `given`: the newest day first. `wishes`: levels of which they would like more. */
export interface MenteeSupport {
  person: Person;
  organisation: string | null;
  given: Support[];
  wishes: ("mentoring" | "education" | "networking" | "promotion" | "team")[];
}

/** Something that was done for a mentee, in a sentence that they read too. */
export interface Support {
  id: string;
  level: "mentoring" | "education" | "networking" | "promotion" | "team";
  day: string;
  words: string;
  by: Person;
}

/**
 * Write down something that was done for a mentee. Their wish for this level is fulfilled by it. `words`: one line,
 * up to 300 letters.
 */
export interface GiveSupport {
  command_id: string;
  person: string;
  level: "mentoring" | "education" | "networking" | "promotion" | "team";
  day: string;
  words: string;
}

/** Of every run in which I am a mentee, the newest first. */
export interface MySupport {
  runs: RunSupport[];
}

/** What was done for me in a run, and of which levels I would like more. */
export interface RunSupport {
  cohort: string;
  given: Support[];
  wishes: ("mentoring" | "education" | "networking" | "promotion" | "team")[];
}

/** I would like more of this, or not any more. Who runs the programme for my organisation sees it. */
export interface WishSupport {
  cohort: string;
  level: "mentoring" | "education" | "networking" | "promotion" | "team";
  wished: boolean;
}

/**
 * A coordinator's first screen: for the lead of the whole run; for a partner of its own people. `lead`: I
 * coordinate it for the lead. `pairs`: those that go on first, the newest first.
 */
export interface TeamOverview {
  cohort: string;
  state: "draft" | "running" | "ended";
  lead: boolean;
  needs: Need[];
  pairs: Pair[];
  numbers: Numbers;
}

/**
 * One thing that waits for me.
 *
 * `talk`: somebody asked me for a talk, `id`, to be answered by `due`. `silence`: it is quiet in the mentorship `id`
 * of `people`. `no_date`: `count` mentorships have never met, and have no date after a week. `unopened`: `count`
 * people whose invitation was not opened yet, or has lapsed. `pulse`: one of `people` said `word`. `wish`: the mentee
 * in `people` would like more of `level`. `question`: one of `people` has asked something of the proposal `id`.
 * `matching`: pairs were found in the round `id`, and nobody was asked. `step`: the next `step` of setting a draft up,
 * which waits for `count` more.
 */
export interface Need {
  kind: "talk" | "silence" | "no_date" | "unopened" | "pulse" | "wish" | "question" | "matching" | "step";
  id?: string | null;
  people?: Person[];
  count?: number;
  due?: string | null;
  word?: "flowing" | "fine" | "uneven" | "stuck" | "hard" | null;
  level?: "mentoring" | "education" | "networking" | "promotion" | "team" | null;
  step?: "programme" | "team" | "help" | "credits" | "people" | "rooms" | "start" | null;
}

/**
 * A mentorship as the team sees it. `since`: ms, of its state. `quiet`: the third of the agreed steps has come.
 * `met`: how many meetings its people recorded; `last_met`: the day of the last of them; `next_date`: when they
 * agreed to meet next, ms.
 */
export interface Pair {
  id: string;
  people: PairPerson[];
  state: "active" | "paused" | "stopped" | "ended";
  since: number;
  quiet: boolean;
  met: number;
  last_met: string | null;
  next_date: number | null;
}

/**
 * `pulse`: their newest word, of this month or the one before; None where they gave none and where they are not
 * mine to ask.
 */
export interface PairPerson {
  person: Person;
  role: "mentee" | "mentor";
  organisation: string | null;
  pulse: "flowing" | "fine" | "uneven" | "stuck" | "hard" | null;
}

/**
 * `people`: by role, those who take part; `mentorships`: by state. Zeros are left out. `meetings`: held in all of
 * them, for so many `minutes`.
 */
export interface Numbers {
  people: Record<"mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna", number>;
  mentorships: Record<"active" | "paused" | "stopped" | "ended", number>;
  meetings: number;
  minutes: number;
}

/**
 * What the team sees of me, found by the same question as its own screen.
 *
 * `team`: who sees it; `pairs_team`: who sees of it `pairs` alone, because they coordinate for whoever else is in one
 * of them. `talks`: whom I asked for a talk is told to that person, and on this page of mine.
 * `organisation_names`: of who leads the run. `wishes`, `given`: of my support. `came`: to how many gatherings; the
 * run wants at least `least_gatherings`, and `least_meetings` of each pair, 0 for none.
 */
export interface SeenOfMe {
  cohort: string;
  organisation_names: Record<string, string>;
  team: Person[];
  pairs_team: Person[];
  parts: SeenPart[];
  pairs: Pair[];
  pulse: "flowing" | "fine" | "uneven" | "stuck" | "hard" | null;
  given: Support[];
  wishes: ("mentoring" | "education" | "networking" | "promotion" | "team")[];
  came: number;
  least_meetings: number;
  least_gatherings: number;
  talks: MyTalk[];
}

/** My part in the run as the team has it. */
export interface SeenPart {
  role: "mentee" | "mentor" | "coordinator" | "facilitator" | "safeguarding" | "handover" | "alumna";
  organisation_names: Record<string, string>;
  arrival: "unopened" | "opened" | "lapsed" | "here" | "gone";
}

/** The newest first. */
export interface MyReports {
  reports: MyReport[];
}

/**
 * Messages that I have shown: how many, to whom, and what has come of it. `nobody_left`: the contact has left, or
 * came into the room; it can be shown to somebody else. `expires_on`: the day on which the copy is removed.
 */
export interface MyReport {
  id: string;
  room: string;
  to: Person;
  messages: number[];
  reason: string;
  state: "received" | "looking" | "closed";
  nobody_left: boolean;
  expires_on: string;
  acts: ReportAct[];
}

/** Who did what with a report. `at`: ms. */
export interface ReportAct {
  kind: "sent" | "opened" | "looking" | "closed";
  by: Person;
  at: number;
}

/** What was shown to me, what is not closed first, then the newest. `contact`: I am a safeguarding contact. */
export interface ShownReports {
  contact: boolean;
  reports: ShownReport[];
}

/** Somebody has shown me messages. Their words come with opening it, which is written down. */
export interface ShownReport {
  id: string;
  by: Person;
  programme_names: Record<string, string>;
  messages: number;
  state: "received" | "looking" | "closed";
  expires_on: string;
  acts: ReportAct[];
}

/** `kind`: of the room. */
export interface OpenedReport {
  report: ShownReport;
  kind: Kind;
  reason: string;
  messages: ReportedMessage[];
}

/** As it was when it was shown. `at`: ms, of its posting. */
export interface ReportedMessage {
  author: Person;
  at: number;
  text: string;
}

/** I am looking at it; I have closed it. Who showed it to me sees that. */
export interface SetReportState {
  state: "looking" | "closed";
}

/** Rooms that I am a member of, the one with the newest message first. */
export interface MyRooms {
  epoch: string;
  rooms: RoomCard[];
}

/**
 * A room in one's own list. `read`: my read marker, `unread`: messages and files of others after it, `mentioned`:
 * those of them that name me.
 *
 * `last_at`: ms, of the newest message or file. `presence`: I have switched it on there that I am shown and see who is
 * here. `purge_on`: the day on which its content is removed for good, known once its run has ended.
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
  purge_on?: string | null;
}

/** The newest first. `next`: asks for those that come after; null at the end. `people`: who said it. */
export interface Found {
  hits: Hit[];
  next: string | null;
  people: Person[];
}

/**
 * Something that was found. `kind`: `message`, or the collection of the thing `id`; `title`: what a thing is
 * called. `snippet`: the words around it, `marks` where in them (code points, from and up to); `before` and `after`:
 * the words go on there. `at`: ms.
 */
export interface Hit {
  room: string;
  kind: string;
  id: number;
  by: string | null;
  at: number;
  snippet: string;
  marks: [number, number][];
  title?: string;
  before?: boolean;
  after?: boolean;
}

/**
 * What to look for, in the query of the address. `q`: words, all of which have to be there, each whole or its
 * beginning; scripts and marks make no difference. `person`: who said it. `kind`: `message`, or a kind of thing by the
 * name of its collection. `from`, `to`: days in my own zone, both included. `before`: the `next` of the answer before.
 */
export interface SearchFor {
  q?: string;
  person?: string | null;
  kind?: string | null;
  from?: string | null;
  to?: string | null;
  before?: number | null;
}

/**
 * What happened in a room while I was away, made of what is there: nothing is guessed. `offset`: from behind which
 * on. `things`: by kind, meetings first; `mentions`: the messages that name me; `messages`: the others.
 */
export interface Since {
  offset: number;
  things: NewThings[];
  mentions: NewMessages;
  messages: NewMessages;
}

/** Those of one kind, the newest first; `more`: how many there are besides. */
export interface NewThings {
  kind: string;
  things: NewThing[];
  more: number;
}

/** A thing that others made, or (with `changed`) changed; `reason`: why they say they did. `at`: ms. */
export interface NewThing {
  id: number;
  title: string;
  by: string | null;
  at: number;
  changed?: boolean;
  reason?: string;
}

/** Oldest first; `more`: how many there are besides. */
export interface NewMessages {
  messages: NewMessage[];
  more: number;
}

/** A message of somebody else, its words cut; `after`: they go on. `at`: ms. */
export interface NewMessage {
  id: number;
  author: string;
  at: number;
  text: string;
  after?: boolean;
}

/**
 * From where on, in the query of the address: `days` back; or from behind the message with the number `read`; else
 * from my read marker on.
 */
export interface SinceWhen {
  days?: number | null;
  read?: number | null;
}

/**
 * A room now, read in one transaction: everything up to `offset` is in it, subscribe from there.
 *
 * `talk` is the number of the newest message or file, `read` my read marker, `floor` the offset after which I may
 * read. `messages` are the last 50, oldest first; `earlier` says that there are more before them. `purge_on`: the
 * day on which its content is removed for good, known once its run has ended; `emptied`: it was. `things`: what the
 * members keep beside the talk.
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
  purge_on?: string | null;
  emptied?: boolean;
  things?: Things;
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

/** One emoji and who gives it, in the order of giving. */
export interface Reaction {
  emoji: string;
  people: string[];
}

/** What the programme says at the top of a room. `language`: that of the words, the reader's if there are any. */
export interface FirstWords {
  language: string;
  words: string;
}

/** All that I wrote for myself in a room, the newest month first and half-way last. */
export interface OwnPages {
  pages: OwnPage[];
}

/** A month, or half-way, with what I answered, in the order of the questions. */
export interface OwnPage {
  page: string;
  answers: OwnAnswer[];
}

/** `saved_at`: ms. */
export interface OwnAnswer {
  question: "moment" | "moved" | "harder" | "differently" | "between" | "goals" | "next" | "came" | "works" | "steps";
  text: string;
  saved_at: number;
}

/** Keep what I answer, as I write; an empty text removes it. Nobody but me ever reads it here. */
export interface SaveAnswer {
  page: string;
  question: "moment" | "moved" | "harder" | "differently" | "between" | "goals" | "next" | "came" | "works" | "steps";
  text: string;
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

/**
 * The address of the page on which somebody outside reads it, without an account. It cannot be guessed, and leads
 * nowhere once it is withdrawn, its last day is past, or somebody has come into the room or gone.
 */
export interface ReleaseLink {
  link: string;
}

/**
 * To whom I may show messages of this room: safeguarding contacts of its programme who neither are nor were in it.
 * `keep_until`: the day up to which a copy made today is kept. `help`: whom to ring up when it can't wait.
 */
export interface ReportWays {
  contacts: Person[];
  keep_until: string;
  help: Help | null;
}

/**
 * Show exactly these messages of a room, as they are at this moment. `to`: one of the room's safeguarding contacts.
 * `reason`: a line, or nothing.
 */
export interface ReportMessages {
  command_id: string;
  to: string;
  messages: number[];
  reason: string;
}

/**
 * A link for the room's call, new at each asking, on the programme's own call server; both null where it has none.
 * `server`: its name. The link is nobody's until a member puts it into the room.
 */
export interface CallOffer {
  server: string | null;
  link: string | null;
}

/** What the server's clock says, in ms since 1970 UTC: by it all screens show the same. */
export interface ServerTime {
  now: number;
}

/** A shared note as of `offset` of its own log: one Yjs update that makes all of it. */
export interface NoteSnapshot {
  epoch: string;
  offset: number;
  update: string;
}

/** The one that I changed last comes first. */
export interface PrivateNotes {
  notes: PrivateNote[];
}

/** A note for myself about what is in a room. Times in ms. */
export interface PrivateNote {
  id: string;
  room: string;
  text: string;
  made_at: number;
  changed_at: number;
}

/**
 * `changed_at`: of the words that these take the place of, 0 for a new note. When somebody, that is I elsewhere,
 * has changed them meanwhile, it is refused as `changed_meanwhile`, with the note as it is `now`.
 */
export interface SetPrivateNote {
  room: string;
  text: string;
  changed_at: number;
}

/** A file that is about to come: its name, its bytes, its MIME type (what a browser does not know is empty). */
export interface NewUpload {
  name: string;
  size: number;
  type?: string;
}

/**
 * `received`: how many of its `size` bytes are here, which is where the next part begins. `part`: the most bytes of
 * one. `item`: the file that it has become.
 */
export interface Upload {
  id: string;
  size: number;
  received: number;
  part?: number;
  item?: number | null;
}

/** Every part is here: let it be a file of the room, perhaps with a line about it, or in answer to a message. */
export interface FinishUpload {
  text?: string;
  message?: number | null;
}

/**
 * One thing of a room. `id`: the offset of the entry that made it; `last`: of the newest one about it. `by`: who
 * made it, null when the server did; `at`: when, ms since 1970 UTC.
 */
export interface Item<Body> {
  id: number;
  by: string | null;
  at: number;
  last: number;
  body: Body;
  history?: Earlier[];
}

/** A room's things by kind. */
export interface Things {
  pins?: Item<Pin>[];
  meetings?: Item<Meeting>[];
  dates?: Item<MeetingDate>[];
  agenda?: Item<Point>[];
  calls?: Item<Call>[];
  cards?: Item<Card>[];
  releases?: Item<Release>[];
  thanks?: Item<Thanks>[];
  notes?: Item<Note>[];
  steps?: Item<NextStep>[];
  goals?: Item<Goal>[];
  agreement?: Item<Agreement>[];
  reflections?: Item<SharedReflection>[];
  halfway?: Item<HalfWay>[];
  files?: Item<File>[];
  led?: Item<LedAct>[];
}

/** By what their kinds of entries begin with. */
export const THINGS: Record<string, keyof Things> = { pin: "pins", meeting: "meetings", date: "dates", point: "agenda", call: "calls", card: "cards", release: "releases", thanks: "thanks", note: "notes", step: "steps", goal: "goals", agreement: "agreement", reflection: "reflections", halfway: "halfway", file: "files", led: "led" };

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
    | { kind: "room_emptied"; body?: RoomEmptied | null }
    | { kind: "pin_added"; body?: Pin | null }
    | { kind: "pin_changed"; body?: PinChanged | null }
    | { kind: "pin_removed"; body?: PinRemoved | null }
    | { kind: "meeting_added"; body?: Meeting | null }
    | { kind: "meeting_changed"; body?: MeetingChanged | null }
    | { kind: "meeting_removed"; body?: MeetingRemoved | null }
    | { kind: "date_added"; body?: MeetingDate | null }
    | { kind: "date_changed"; body?: DateChanged | null }
    | { kind: "point_added"; body?: Point | null }
    | { kind: "point_changed"; body?: PointChanged | null }
    | { kind: "point_removed"; body?: PointRemoved | null }
    | { kind: "call_added"; body?: Call | null }
    | { kind: "call_changed"; body?: CallChanged | null }
    | { kind: "call_removed"; body?: CallRemoved | null }
    | { kind: "card_added"; body?: Card | null }
    | { kind: "card_removed"; body?: CardRemoved | null }
    | { kind: "release_added"; body?: Release | null }
    | { kind: "release_changed"; body?: ReleaseChanged | null }
    | { kind: "release_removed"; body?: ReleaseRemoved | null }
    | { kind: "thanks_added"; body?: Thanks | null }
    | { kind: "thanks_changed"; body?: ThanksChanged | null }
    | { kind: "thanks_removed"; body?: ThanksRemoved | null }
    | { kind: "note_added"; body?: Note | null }
    | { kind: "note_changed"; body?: NoteChanged | null }
    | { kind: "note_removed"; body?: NoteRemoved | null }
    | { kind: "step_added"; body?: NextStep | null }
    | { kind: "step_changed"; body?: StepChanged | null }
    | { kind: "step_removed"; body?: StepRemoved | null }
    | { kind: "goal_added"; body?: Goal | null }
    | { kind: "goal_changed"; body?: GoalChanged | null }
    | { kind: "goal_removed"; body?: GoalRemoved | null }
    | { kind: "agreement_added"; body?: Agreement | null }
    | { kind: "agreement_changed"; body?: AgreementChanged | null }
    | { kind: "reflection_added"; body?: SharedReflection | null }
    | { kind: "reflection_changed"; body?: SharedReflectionChanged | null }
    | { kind: "reflection_removed"; body?: SharedReflectionRemoved | null }
    | { kind: "halfway_added"; body?: HalfWay | null }
    | { kind: "halfway_changed"; body?: HalfWayChanged | null }
    | { kind: "halfway_removed"; body?: HalfWayRemoved | null }
    | { kind: "file_added"; body?: File | null }
    | { kind: "file_removed"; body?: FileRemoved | null }
    | { kind: "led_added"; body?: LedAct | null }
    | { kind: "led_changed"; body?: LedActChanged | null }
  );

/** An expected no: problem details over HTTP, `{"refused": …}` in the result of an rpc. */
export interface Problem {
  type?: string;
  title: string;
  status?: number;
  code: string;
  [parameter: string]: string | number | undefined;
}
