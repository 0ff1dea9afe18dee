"""Reading and keeping what is one's own. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import cast

from server.contract.reflections import (
    ANSWER,
    HALFWAY,
    MONTHLY,
    AnyQuestion,
    OwnAnswer,
    OwnPage,
    SaveAnswer,
)
from server.database import Connection
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.rooms.own import check_open, own_room
from server.rooms.reflections import store
from server.rooms.things.words import clean_words
from server.unit_of_work import UnitOfWork

HALF_WAY_PAGE = "halfway"
PAGES = 120
"""Pages of a person in one room."""
_ORDER: tuple[AnyQuestion, ...] = (*MONTHLY, *HALFWAY)


def pages_of(connection: Connection, person: str, room: str) -> tuple[OwnPage, ...]:
    """The newest month first and half-way last. Raises Refused not_found for everybody but members."""
    room_id = store.room_of(connection, room, person)
    if room_id is None or not may(Actor(person), Verb.READ, RoomSubject((person,))):
        raise Refused("not_found")
    answers = store.answers_of(connection, room_id, person)
    ordered = sorted(answers, key=lambda one: one.page == HALF_WAY_PAGE)
    return tuple(OwnPage(page, _answers(some)) for page, some in groupby(ordered, lambda one: one.page))


def _answers(answers: Iterable[store.Answer]) -> tuple[OwnAnswer, ...]:
    found = [OwnAnswer(cast(AnyQuestion, one.question), one.text.decode(), one.saved_at) for one in answers]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.question)))


def save_answer(unit: UnitOfWork, person: str, room: str, told: SaveAnswer) -> None:
    """Raises Refused: not_found, room_closed, bad_request, too_many_items, text_too_long, text_not_allowed."""
    if told.question not in (HALFWAY if told.page == HALF_WAY_PAGE else MONTHLY):
        raise Refused("bad_request", detail=f"{told.question} is no question of that page")
    text = clean_words(told.text, ANSWER)
    head = own_room(unit.connection, room, person, Verb.DRAFT)
    place = (head.room_id, person, told.page)
    if not text:
        store.remove(unit.connection, *place, told.question)
        unit.erases = True
        return
    check_open(unit.connection, head)
    if store.count_pages(unit.connection, *place) >= PAGES:
        raise Refused("too_many_items", limit=PAGES)
    store.save(unit.connection, *place, told.question, text.encode(), unit.now)
