"""All SQL of the pages that people keep for themselves. Every function takes their author."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, func, select

from server.database import statement
from server.rooms.tables import own_answer, room, room_member

_SAVE = statement(
    'INSERT INTO own_answer (person, room_id, page, question, "text", saved_at) VALUES (?, ?, ?, ?, ?, ?) '
    'ON CONFLICT (person, room_id, page, question) DO UPDATE SET "text" = excluded."text", saved_at = excluded.saved_at'
)


class Answer(NamedTuple):
    page: str
    question: str
    text: bytes
    saved_at: int


def room_of(connection: Connection, key: str, person: str) -> int | None:
    """The row id of a room that the person is in."""
    found = select(room.c.id).join(room_member, room_member.c.room_id == room.c.id)
    return connection.execute(found.where(room.c.key == key, room_member.c.person == person)).scalar()


def answers_of(connection: Connection, room_id: int, person: str) -> list[Answer]:
    """The newest page first."""
    columns = select(own_answer.c.page, own_answer.c.question, own_answer.c.text, own_answer.c.saved_at)
    mine = columns.where(own_answer.c.room_id == room_id, own_answer.c.person == person)
    return [Answer(*row) for row in connection.execute(mine.order_by(own_answer.c.page.desc()))]


def count_pages(connection: Connection, room_id: int, person: str, besides: str) -> int:
    """How many pages there are but this one."""
    mine = (own_answer.c.room_id == room_id, own_answer.c.person == person, own_answer.c.page != besides)
    return connection.execute(select(func.count(own_answer.c.page.distinct())).where(*mine)).scalar_one()


def save(connection: Connection, room_id: int, person: str, page: str, question: str, text: bytes, at: int) -> None:
    connection.exec_driver_sql(_SAVE.on(connection), (person, room_id, page, question, text, at))


def remove(connection: Connection, room_id: int, person: str, page: str, question: str) -> None:
    mine = (own_answer.c.room_id == room_id, own_answer.c.person == person)
    answer = (own_answer.c.page == page, own_answer.c.question == question)
    connection.execute(delete(own_answer).where(*mine, *answer))
