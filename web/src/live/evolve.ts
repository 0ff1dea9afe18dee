/**
 * What an entry makes of a room. The server folds the same log by the same rules, and both read the same golden
 * cases: an old snapshot with the entries after it is the new snapshot.
 */
import type { Closing, Entry, Member, Message, MessageEdited, MessagePosted, Reaction, Role, Things } from "../contract.ts";
import { isSaid } from "../rooms/said.ts";
import { keep } from "./things.ts";

/** The part of a snapshot that entries change. `messages` may be any newest part of the talk. */
export interface Talk {
  offset: number;
  talk: number;
  members: readonly Member[];
  messages: readonly Message[];
  /** Why nothing is added any more. */
  closed?: Closing | null;
  /** What the members keep beside the talk. */
  things?: Things;
  /** What was said is removed for good. */
  emptied?: boolean;
}

export function evolve<T extends Talk>(state: T, offset: number, entry: Entry): T {
  if (offset <= state.offset) return state;
  return { ...state, ...change(state, offset, entry), offset };
}

/** The same for a part of the talk that does not reach its newest message: nothing is added to it. */
export function amend(messages: readonly Message[], offset: number, entry: Entry): readonly Message[] {
  if (entry.kind === "message_posted") return messages;
  return change({ offset, talk: 0, members: [], messages }, offset, entry).messages ?? messages;
}

function change(state: Talk, offset: number, entry: Entry): Partial<Talk> {
  switch (entry.kind) {
    case "room_opened":
      return { members: (entry.body?.members ?? []).map(({ person, role }) => named(state, person, role)) };
    case "message_posted":
      return {
        talk: state.talk + 1,
        messages: [...state.messages, posted(state.talk + 1, offset, entry, entry.body)],
      };
    case "message_edited":
      return entry.body ? edited(state, offset, entry, entry.body) : {};
    case "message_withdrawn":
      return entry.body ? withdrawn(state, offset, entry.body.message) : {};
    case "reaction_added":
      return entry.body ? reacted(state, entry.body.message, entry.body.emoji, entry.actor ?? "") : {};
    case "reaction_removed":
      return entry.body ? unreacted(state, entry.body.message, entry.body.emoji, entry.actor ?? "") : {};
    case "member_added":
      return entry.body ? { members: withMember(state, named(state, entry.body.person, entry.body.role)) } : {};
    case "member_removed":
      return entry.body ? { members: withoutMember(state, entry.body.person) } : {};
    case "past_agreed":
      return {};
    case "room_closed":
      return entry.body ? { closed: entry.body.reason } : {};
    case "room_emptied":
      return { talk: 0, messages: [], emptied: true, things: {} };
    default:
      return { ...withThings(state.things, offset, entry), ...(isSaid(entry) ? { talk: state.talk + 1 } : {}) };
  }
}

function withThings(before: Things = {}, offset: number, entry: Entry): Partial<Talk> {
  const things = keep(before, offset, entry);
  return things === before ? {} : { things };
}

function posted(number: number, offset: number, entry: Entry, body?: MessagePosted | null): Message {
  const message: Message = { id: offset, number, author: entry.actor ?? "", at: entry.at, last: offset };
  if (body) message.text = body.text;
  if (body?.reply_to) message.reply_to = body.reply_to;
  if (body?.quote) message.quote = body.quote;
  if (body?.mentions?.length) message.mentions = body.mentions;
  return message;
}

/** Only who leads a group gives words back that were hidden: an author's own never come back once they are gone. */
function edited(state: Talk, offset: number, { at, actor }: Entry, body: MessageEdited): Partial<Talk> {
  return changeMessage(state, body.message, (message) => {
    // A page can be ahead of the live connection: what comes after it is in it already.
    if (message.last >= offset || (message.text == null && message.author === actor)) return message;
    const { mentions: _, ...rest } = message;
    const now = { ...rest, text: body.text, edited_at: at, last: offset };
    return body.mentions?.length ? { ...now, mentions: body.mentions } : now;
  });
}

/** Nothing of the words stays, not even what they answered or what was given to them. */
function withdrawn(state: Talk, offset: number, id: number): Partial<Talk> {
  return changeMessage(state, id, ({ number, author, at }) => ({ id, number, author, at, last: offset }));
}

/** A new emoji comes behind the others, a person behind the others of the emoji. */
function reacted(state: Talk, id: number, emoji: string, person: string): Partial<Talk> {
  return changeMessage(state, id, (message) => {
    const given = message.reactions ?? [];
    const known = given.some((one) => one.emoji === emoji && one.people.includes(person));
    if (known || message.text == null) return message;
    if (!given.some((one) => one.emoji === emoji)) return withReactions(message, [...given, { emoji, people: [person] }]);
    return withReactions(message, given.map((one) => (one.emoji === emoji ? { emoji, people: [...one.people, person] } : one)));
  });
}

/** An emoji that nobody gives any more is gone. */
function unreacted(state: Talk, id: number, emoji: string, person: string): Partial<Talk> {
  return changeMessage(state, id, (message) => {
    const left = (message.reactions ?? []).map((one) =>
      one.emoji === emoji ? { emoji, people: one.people.filter((other) => other !== person) } : one,
    );
    return withReactions(message, left.filter((one) => one.people.length > 0));
  });
}

function withReactions({ reactions: _, ...message }: Message, reactions: Reaction[]): Message {
  return reactions.length > 0 ? { ...message, reactions } : message;
}

/** A message that is not loaded is left to the page that will bring it. */
function changeMessage(state: Talk, id: number, next: (message: Message) => Message): Partial<Talk> {
  if (!state.messages.some((message) => message.id === id)) return {};
  return { messages: state.messages.map((message) => (message.id === id ? next(message) : message)) };
}

/** An entry holds no names: who is new here has none until the next snapshot. */
function named(state: Talk, person: string, role: Role): Member {
  const known = state.members.find((member) => member.person === person);
  return { person, name: known?.name ?? "", role };
}

function withMember(state: Talk, added: Member): readonly Member[] {
  if (!state.members.some((member) => member.person === added.person)) return [...state.members, added];
  return state.members.map((member) => (member.person === added.person ? added : member));
}

const withoutMember = (state: Talk, person: string): readonly Member[] =>
  state.members.map((member) => (member.person === person ? { ...member, left: true } : member));
