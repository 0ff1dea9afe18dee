"""What may happen in a room and what then is so: plain functions of their arguments."""

from __future__ import annotations

from typing import Any, assert_never

from msgspec import Struct
from msgspec.structs import replace

from server.contract.commands import (
    REACTION_LIMIT,
    AddMember,
    EditMessage,
    LeaveRoom,
    OpenPast,
    PostMessage,
    React,
    RemoveMember,
    Unreact,
    WithdrawMessage,
)
from server.contract.entries import (
    MemberAdded,
    MemberRemoved,
    MessageEdited,
    MessagePosted,
    MessageWithdrawn,
    PastAgreed,
    ReactionAdded,
    ReactionRemoved,
    RoomClosed,
    RoomEmptied,
    RoomOpened,
)
from server.contract.things import Added, Item, Removed, ThingCommand, ThingEvent
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.rooms import things
from server.rooms.emoji import clean_emoji
from server.rooms.mentions import mentioned
from server.rooms.model import AnyEvent, Command, Event, Former, Membership, MessageFacts, RoomCommand, RoomState
from server.rooms.text import clean_text
from server.rooms.things.kind import Items, ThingSituation, is_untouched
from server.rooms.things.led.rules import check_pace, leads_of

REACTION_KINDS = 20
REACTIONS_A_MESSAGE = 400
"""What one message may hold: everybody who opens the room reads all of it."""


class Situation(Struct, frozen=True, gc=False):
    """What a command meets: the room's state, its newest offset, the message that the command names, if any, and the
    items of the kind of thing that it is about. `now`: ms since 1970 UTC."""

    state: RoomState
    head: int
    message: MessageFacts | None = None
    items: Items = ()
    now: int = 0
    pace: tuple[int, bool] = (0, False)
    """At which pace a group is written in, as `pace_of` has it."""
    said_at: tuple[int, ...] = ()
    """When the actor wrote there lately, ms, where that matters."""
    talk: int = 0
    """The number of what was said last."""
    thing: Item[Any] | None = None
    """One of another kind that the command names."""


def message_named(command: Command | ThingCommand) -> int | None:
    """The message that a command is about, by its id."""
    match command:
        case PostMessage():
            return command.reply_to
        case EditMessage() | WithdrawMessage() | React() | Unreact():
            return command.message
        case ThingCommand():
            return getattr(command, "message", None)
        case _:
            return None


def decide(asked: RoomCommand, at: Situation) -> AnyEvent:
    """The event that follows from the command. Raises Refused; what is hidden from the actor is `not_found`."""
    event = _follows(asked, at)
    # What somebody takes back, or whom somebody takes out, adds nothing.
    if at.state.closed is not None and not isinstance(event, MessageWithdrawn | MemberRemoved | Removed):
        raise Refused("room_closed")
    return event


def _follows(asked: RoomCommand, at: Situation) -> AnyEvent:
    command, state = asked.command, at.state
    if isinstance(command, ThingCommand):
        return _with_thing(asked, command, at)
    match command:
        case PostMessage():
            return _post(asked, command, at)
        case EditMessage():
            message = _own_message(asked, Verb.EDIT, at)
            _check_pace(asked, at)
            text = clean_text(command.text)
            return MessageEdited(message.first, text, mentioned(text, {*state.members, *message.mentions}))
        case WithdrawMessage():
            return MessageWithdrawn(_own_message(asked, Verb.WITHDRAW, at).first)
        case React():
            return _react(asked, command, at)
        case Unreact():
            message, emoji = _standing(asked, Verb.REACT, at), clean_emoji(command.emoji)
            if (asked.actor, emoji) not in message.reactions:
                raise Refused("not_reacted")
            return ReactionRemoved(message.first, emoji)
        case AddMember():
            _require(asked, Verb.MANAGE, at)
            if command.person in state.members:
                raise Refused("already_member")
            return MemberAdded(command.person, command.role, floor=at.head)
        case RemoveMember():
            _require(asked, Verb.MANAGE, at)
            if command.person not in state.members:
                raise Refused("not_a_member")
            return MemberRemoved(command.person)
        case LeaveRoom():
            _require(asked, Verb.LEAVE, at)
            return MemberRemoved(asked.actor)
        case OpenPast():
            return _agree_on_past(asked, command, at)
        case _:
            assert_never(command)


def _with_thing(asked: RoomCommand, command: ThingCommand, at: Situation) -> ThingEvent:
    """What was there before the actor may read is nothing to them, and still takes its place."""
    kind = things.kind_of_command(command)
    _require(asked, things.verb_of(command), at)
    floor = at.state.members[asked.actor].floor
    items = tuple(item for item in at.items if item.id > floor)
    message = None if message_named(command) is None else _readable(asked, at)
    thing = at.thing if at.thing is not None and at.thing.id > floor else None
    hidden = [item for item in at.items if item.id <= floor]
    drafts = sum(map(is_untouched, hidden))
    situation = ThingSituation(asked.actor, at.state, items, len(hidden), message, at.now, at.talk, thing, drafts)
    event = kind.decide(command, situation)
    # What somebody changes, withdraws or takes away stays theirs to do: a pause is for what is new.
    if isinstance(event, Added):
        _check_pace(asked, at)
    return event


def _require(asked: RoomCommand, verb: Verb, at: Situation, author: str | None = None) -> None:
    leads = leads_of(at.state.kind, at.state.members) if verb is Verb.FACILITATE else ()
    if not may(Actor(asked.actor), verb, RoomSubject(at.state.members, asked.managers, author, leads=leads)):
        raise Refused("led_by_others" if leads and asked.actor in at.state.members else "not_found")


def _check_pace(asked: RoomCommand, at: Situation) -> None:
    if asked.actor not in leads_of(at.state.kind, at.state.members):
        check_pace(at.pace, at.said_at, at.now)


def _readable(asked: RoomCommand, at: Situation) -> MessageFacts:
    """The named message; below the actor's floor it does not exist for them."""
    if at.message is None or at.message.first <= at.state.members[asked.actor].floor:
        raise Refused("message_not_found")
    return at.message


def _post(asked: RoomCommand, command: PostMessage, at: Situation) -> MessagePosted:
    _require(asked, Verb.POST, at)
    _check_pace(asked, at)
    if command.reply_to is not None:
        _check_quote(command, _readable(asked, at))
    elif command.quote is not None:
        raise Refused("quote_outdated")
    text = clean_text(command.text)
    return MessagePosted(text, command.reply_to, command.quote, mentioned(text, at.state.members))


def _check_quote(command: PostMessage, message: MessageFacts) -> None:
    """The quote names a part of the words that the message has now."""
    quote = command.quote
    if quote is None:
        return
    if message.text is None or quote.version != message.version or not quote.start < quote.end <= len(message.text):
        raise Refused("quote_outdated")


def _react(asked: RoomCommand, command: React, at: Situation) -> ReactionAdded:
    message, emoji = _standing(asked, Verb.REACT, at), clean_emoji(command.emoji)
    own = {given for person, given in message.reactions if person == asked.actor}
    kinds = {given for _, given in message.reactions}
    if emoji in own:
        raise Refused("already_reacted")
    if len(own) >= REACTION_LIMIT:
        raise Refused("too_many_reactions", limit=REACTION_LIMIT)
    if len(message.reactions) >= REACTIONS_A_MESSAGE or len(kinds | {emoji}) > REACTION_KINDS:
        raise Refused("reactions_full")
    return ReactionAdded(message.first, emoji)


def _standing(asked: RoomCommand, verb: Verb, at: Situation) -> MessageFacts:
    """The named message, which the actor reads and which was not taken back."""
    _require(asked, verb, at)
    message = _readable(asked, at)
    if message.text is None:
        raise Refused("message_withdrawn")
    return message


def _own_message(asked: RoomCommand, verb: Verb, at: Situation) -> MessageFacts:
    _require(asked, Verb.READ, at)
    message = _readable(asked, at)
    if not may(Actor(asked.actor), verb, RoomSubject(at.state.members, author=message.author)):
        raise Refused("not_your_message")
    if message.text is None:
        raise Refused("message_withdrawn")
    return message


def _agree_on_past(asked: RoomCommand, command: OpenPast, at: Situation) -> PastAgreed:
    _require(asked, Verb.OPEN_PAST, at)
    later = at.state.members.get(command.person)
    if later is None:
        raise Refused("not_a_member")
    if command.person == asked.actor:
        raise Refused("not_found")
    if later.floor == 0:
        raise Refused("past_is_open")
    return PastAgreed(command.person)


def evolve(state: RoomState | None, offset: int, actor: str | None, event: Event) -> RoomState:
    """The state after the event at this offset. Talk leaves it as it is."""
    if isinstance(event, RoomOpened):
        return RoomState(event.kind, {member.person: Membership(member.role, 0) for member in event.members})
    if state is None:
        raise ValueError("a log begins with room_opened")
    match event:
        case MessagePosted() | MessageEdited() | MessageWithdrawn() | ReactionAdded() | ReactionRemoved():
            return state
        case MemberAdded():
            return _with_member(state, event.person, Membership(event.role, event.floor))
        case MemberRemoved():
            return _without_member(state, event.person, offset)
        case PastAgreed():
            return _with_agreement(state, event.person, actor or "")
        case RoomClosed():
            return replace(state, closed=event.reason)
        case RoomEmptied():
            return replace(state, emptied=True)
        case _:
            assert_never(event)


def _with_member(state: RoomState, person: str, membership: Membership) -> RoomState:
    former = {other: one for other, one in state.former.items() if other != person}
    return replace(state, members={**state.members, person: membership}, former=former)


def _without_member(state: RoomState, person: str, offset: int) -> RoomState:
    """Agreements lapse: they were given among other people. Or taking out who has not agreed would open the past."""
    members = {other: membership for other, membership in state.members.items() if other != person}
    gone = Former(state.members[person].role, offset)
    return replace(state, members=members, former={**state.former, person: gone}, agreed={})


def _with_agreement(state: RoomState, person: str, by: str) -> RoomState:
    people = {*state.agreed.get(person, ()), by}
    if _opens_past(state, person, people):
        return _with_open_past(state, person)
    return replace(state, agreed={**state.agreed, person: tuple(sorted(people))})


def _opens_past(state: RoomState, person: str, agreed: set[str]) -> bool:
    """All others have agreed, and one of them at least reads it: nobody gives away what they don't have. So who runs
    the programme gets at no past by bringing people in and taking the others out."""
    others = state.members.keys() - {person}
    return others <= agreed and any(state.members[other].floor == 0 for other in others)


def _with_open_past(state: RoomState, person: str) -> RoomState:
    opened = Membership(state.members[person].role, 0)
    agreed = {later: people for later, people in state.agreed.items() if later != person}
    return replace(state, members={**state.members, person: opened}, agreed=agreed)
