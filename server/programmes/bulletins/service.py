"""Announcing, taking back, answering. Never commits: the writer does."""

from __future__ import annotations

from dataclasses import replace

from server.contract.bulletins import ANSWER_LIMIT, NewBulletin
from server.database import Connection
from server.errors import Refused
from server.ids import new_id
from server.programmes.bulletins import store
from server.programmes.bulletins.model import Answer as Answer
from server.programmes.bulletins.model import Bulletin as Bulletin
from server.programmes.bulletins.model import Heard as Heard
from server.programmes.bulletins.model import Mine as Mine
from server.programmes.bulletins.rules import cleaned
from server.programmes.bulletins.rules import in_language as in_language
from server.programmes.bulletins.rules import reach as reach
from server.programmes.bulletins.store import answers_of as answers_of
from server.programmes.bulletins.store import find as find
from server.programmes.bulletins.store import heard as heard
from server.programmes.bulletins.store import is_for as is_for
from server.programmes.bulletins.store import programme_names as programme_names
from server.programmes.bulletins.store import takes_part as takes_part
from server.programmes.bulletins.store import telling as telling
from server.programmes.words import clean_words
from server.unit_of_work import UnitOfWork

SHOWN = 50
LISTED = 100
ANSWERS = 500
HOUR = 3_600_000
AN_HOUR = 10
"""Announcements in one run: each is a mail to everybody, and an account that somebody took over must not flood them."""
PAUSE_SECONDS = 600
AT_ONCE = 50
"""People who are told in one transaction: each is a line in their own log, and everybody else waits for it."""


def announce(unit: UnitOfWork, author: str, cohort: str, organisation: str | None, wanted: NewBulletin) -> Bulletin:
    """Raises Refused too_fast, language_unknown, text_…, nobody_to_tell."""
    if store.count_since(unit.connection, cohort, unit.now - HOUR) >= AN_HOUR:
        raise Refused("too_fast", seconds=PAUSE_SECONDS)
    new = Bulletin(new_id(), cohort, author, wanted.to, organisation, cleaned(wanted.texts), unit.now)
    store.add(unit.connection, new)
    made = store.find(unit.connection, new.id)
    assert made is not None
    if not made.people:
        raise Refused("nobody_to_tell")
    return made


def take_back(unit: UnitOfWork, one: Bulletin) -> None:
    """With what was answered."""
    store.take_back(unit.connection, one.id)


def next_people(unit: UnitOfWork, bulletin: str) -> tuple[Bulletin, list[str]] | None:
    """Some whom it is for and who were not told yet; None when all were, by whichever node."""
    one = store.lock(unit.connection, bulletin)
    if one is None:
        return None
    people = store.people_after(unit.connection, one, AT_ONCE)
    if people:
        store.move_on(unit.connection, one.id, people[-1])
    elif one.taken_back:
        store.remove(unit.connection, one.id)
    else:
        store.move_on(unit.connection, one.id, None)
    return replace(one, told_to=people[-1] if people else None), people


def put_away(unit: UnitOfWork, bulletin: str, person: str) -> None:
    """Of its author: they have looked at the answers."""
    store.set_read(unit.connection, bulletin, person, unit.now)


def answer(unit: UnitOfWork, bulletin: str, person: str, words: str) -> Answer:
    """Raises Refused text_not_allowed, text_too_long, text_empty."""
    new = Answer(new_id(), bulletin, person, clean_words(words, ANSWER_LIMIT), unit.now)
    store.add_answer(unit.connection, new)
    return new


def of_cohort(connection: Connection, cohort: str, own: str | None) -> list[Bulletin]:
    """The newest first. `own`: of a partner's coordinator, whose people's and everybody's they see."""
    return store.of_cohort(connection, cohort, own, LISTED)


def mine(connection: Connection, person: str) -> list[Mine]:
    """The newest first."""
    return store.mine(connection, person, SHOWN)


def answers(connection: Connection, bulletin: str) -> list[Answer]:
    """The newest first."""
    return store.answers(connection, bulletin, ANSWERS)
