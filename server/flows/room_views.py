"""What a member reads of their rooms, with the names of the people: one read transaction each."""

from __future__ import annotations

from datetime import date
from typing import cast

from server.accounts.service import language_of, names_of
from server.contract.commands import Kind, Role
from server.contract.views import FirstWords, Member, MyRooms, Person, RoomCard, RoomSnapshot, TalkPage
from server.database import Connection
from server.errors import Refused
from server.languages import best_language
from server.presence import service as presence
from server.programmes.endings.service import purge_days
from server.rooms import reads
from server.rooms.model import RoomState


def my_rooms(connection: Connection, epoch: str, person: str) -> MyRooms:
    cards = reads.cards(connection, person)
    names = names_of(connection, {one for card in cards for one in card.people})
    switched_on = presence.switched_on(connection, person)
    days = purge_days(connection, [card.key for card in cards if card.closed])
    return MyRooms(epoch, tuple(_card(card, names, switched_on, days.get(card.key)) for card in cards))


def _card(card: reads.Card, names: dict[str, str], switched_on: frozenset[str], purge_on: date | None) -> RoomCard:
    return RoomCard(
        id=card.key,
        kind=cast(Kind, card.kind),
        people=tuple(Person(person, names[person]) for person in card.people),
        offset=card.offset,
        talk=card.talk,
        read=card.read,
        unread=card.unread,
        mentioned=card.mentioned,
        last_at=card.last_at,
        draft=card.draft,
        presence=card.key in switched_on,
        closed=card.closed,
        purge_on=purge_on,
    )


def room_snapshot(connection: Connection, epoch: str, key: str, person: str) -> RoomSnapshot:
    """Raises Refused not_found for everybody but members."""
    found = reads.snapshot(connection, key, person)
    if found is None:
        raise Refused("not_found")
    state = found.state
    names = names_of(connection, {*state.members, *state.former})
    return RoomSnapshot(
        epoch=epoch,
        offset=found.offset,
        id=key,
        kind=cast(Kind, state.kind),
        members=_members(state, names),
        talk=found.talk,
        read=found.read,
        floor=found.floor,
        draft=found.draft,
        messages=tuple(found.messages),
        earlier=found.earlier,
        closed=state.closed,
        first_words=_first_words(connection, found.first_words, person),
        purge_on=purge_days(connection, [key]).get(key) if state.closed else None,
        emptied=state.emptied,
        things=found.things,
    )


def _first_words(connection: Connection, words: dict[str, str], person: str) -> FirstWords | None:
    if not words:
        return None
    language = best_language(words, language_of(connection, person))
    return FirstWords(language, words[language])


def _members(state: RoomState, names: dict[str, str]) -> tuple[Member, ...]:
    now = [Member(person, names[person], cast(Role, one.role)) for person, one in state.members.items()]
    former = [Member(person, names[person], cast(Role, one.role), left=True) for person, one in state.former.items()]
    return tuple(now + former)


def talk_page(connection: Connection, key: str, person: str, side: reads.Side, offset: int) -> TalkPage:
    """Raises Refused not_found for everybody but members, message_not_found."""
    found = reads.page(connection, key, person, side, offset)
    if found is None:
        raise Refused("not_found")
    return TalkPage(found.offset, tuple(found.messages), found.earlier, found.later)
