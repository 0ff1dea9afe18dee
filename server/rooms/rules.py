"""What may happen in a room and what then is so: plain functions of their arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from msgspec.structs import replace

from server.contract.commands import (
    AddMember,
    EditMessage,
    LeaveRoom,
    OpenPast,
    PostMessage,
    RemoveMember,
    WithdrawMessage,
)
from server.contract.entries import (
    MemberAdded,
    MemberRemoved,
    MessageEdited,
    MessagePosted,
    MessageWithdrawn,
    PastAgreed,
    RoomOpened,
)
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.rooms.model import Command, Event, Membership, MessageFacts, RoomCommand, RoomState
from server.rooms.text import clean_text


@dataclass(frozen=True, slots=True)
class Situation:
    """What a command meets: the room's state, its newest offset, and the message that the command names, if any."""

    state: RoomState
    head: int
    message: MessageFacts | None = None


def message_named(command: Command) -> int | None:
    """The message that a command is about, by its id."""
    match command:
        case PostMessage():
            return command.reply_to
        case EditMessage() | WithdrawMessage():
            return command.message
        case _:
            return None


def decide(asked: RoomCommand, at: Situation) -> Event:
    """The event that follows from the command. Raises Refused; what is hidden from the actor is `not_found`."""
    command, state = asked.command, at.state
    match command:
        case PostMessage():
            _require(asked, Verb.POST, at)
            if command.reply_to is not None:
                _readable(asked, at)
            return MessagePosted(clean_text(command.text), command.reply_to)
        case EditMessage():
            message = _own_message(asked, Verb.EDIT, at)
            return MessageEdited(message.first, clean_text(command.text))
        case WithdrawMessage():
            return MessageWithdrawn(_own_message(asked, Verb.WITHDRAW, at).first)
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


def _require(asked: RoomCommand, verb: Verb, at: Situation, author: str | None = None) -> None:
    if not may(Actor(asked.actor), verb, RoomSubject(at.state.members, asked.managers, author)):
        raise Refused("not_found")


def _readable(asked: RoomCommand, at: Situation) -> MessageFacts:
    """The named message; below the actor's floor it does not exist for them."""
    if at.message is None or at.message.first <= at.state.members[asked.actor].floor:
        raise Refused("message_not_found")
    return at.message


def _own_message(asked: RoomCommand, verb: Verb, at: Situation) -> MessageFacts:
    _require(asked, Verb.READ, at)
    message = _readable(asked, at)
    if not may(Actor(asked.actor), verb, RoomSubject(at.state.members, author=message.author)):
        raise Refused("not_your_message")
    if message.withdrawn:
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


def evolve(state: RoomState | None, actor: str | None, event: Event) -> RoomState:
    """The state after an event. Talk leaves it as it is."""
    if isinstance(event, RoomOpened):
        return RoomState(event.kind, {member.person: Membership(member.role, 0) for member in event.members})
    if state is None:
        raise ValueError("a log begins with room_opened")
    match event:
        case MessagePosted() | MessageEdited() | MessageWithdrawn():
            return state
        case MemberAdded():
            return _with_member(state, event.person, Membership(event.role, event.floor))
        case MemberRemoved():
            return _without_member(state, event.person)
        case PastAgreed():
            return _with_agreement(state, event.person, actor or "")
        case _:
            assert_never(event)


def _with_member(state: RoomState, person: str, membership: Membership) -> RoomState:
    former = {other: role for other, role in state.former.items() if other != person}
    return replace(state, members={**state.members, person: membership}, former=former)


def _without_member(state: RoomState, person: str) -> RoomState:
    """Agreements lapse: they were given among other people. Or taking out who has not agreed would open the past."""
    members = {other: membership for other, membership in state.members.items() if other != person}
    return replace(state, members=members, former={**state.former, person: state.members[person].role}, agreed={})


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
