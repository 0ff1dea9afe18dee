"""All SQL of profiles. Plain functions of a connection."""

from __future__ import annotations

from collections import namedtuple
from typing import Any, cast

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, delete, insert, select, update

from server.matching.profiles.model import Profile, Role
from server.matching.profiles.tables import matching_profile as table

Stored = tuple[Any, ...]
"""A row as it is stored: in the order of the columns."""
_Named = namedtuple("_Named", [column.name for column in table.columns])  # type: ignore[misc]
_KEYS = ("skills", "back", "disciplines", "traits", "requires", "excludes")
_PLAIN = ("need", "goals", "country", "capacity", "for_team", "version", "said_by", "said_at")
_keys = msgspec.json.Decoder(tuple[str, ...]).decode
_languages = msgspec.json.Decoder(dict[str, int]).decode
_ranking = msgspec.json.Decoder(tuple[tuple[str, ...], ...]).decode


def of_cohort(connection: Connection, cohort: str) -> list[Profile]:
    """Those that were said, by role and person."""
    return _found(connection, table.c.cohort_id == cohort)


def stored_of_cohort(connection: Connection, cohort: str) -> list[Stored]:
    """As `of_cohort`, for `read` to make profiles of: for thousands that takes a moment."""
    return [tuple(row) for row in connection.execute(select(table).where(table.c.cohort_id == cohort))]


def people_of(cohort: str) -> Select[tuple[str]]:
    """What finds those who have told something: thousands of ids cost more to send than to find."""
    return select(table.c.person).where(table.c.cohort_id == cohort)


def read(stored: Stored) -> Profile:
    return _profile(cast(Row[Any], _Named(*stored)))


def heads(connection: Connection, cohort: str) -> list[tuple[Role, str, int, int]]:
    """Of those that were said, without what was said: role, person, version, capacity."""
    columns = (table.c.role, table.c.person, table.c.version, table.c.capacity)
    found = connection.execute(select(*columns).where(table.c.cohort_id == cohort))
    return [(row[0], row[1], row[2], row[3]) for row in found]


def exclusions(connection: Connection, cohort: str) -> dict[str, tuple[str, ...]]:
    """By person, with whom they are not to be brought together."""
    found = select(table.c.person, table.c.excludes).where(table.c.cohort_id == cohort, table.c.excludes != "[]")
    return {row.person: _keys(row.excludes) for row in connection.execute(found)}


def of_person(connection: Connection, cohort: str, person: str, role: Role) -> Profile | None:
    """None as long as nothing was said."""
    return next(iter(_found(connection, _which(cohort, role, person))), None)


def _which(cohort: str, role: str, person: str) -> ColumnElement[bool]:
    return (table.c.cohort_id == cohort) & (table.c.role == role) & (table.c.person == person)


def _found(connection: Connection, which: ColumnElement[bool]) -> list[Profile]:
    rows = connection.execute(select(table).where(which).order_by(table.c.cohort_id, table.c.role, table.c.person))
    return [_profile(row) for row in rows]


def _profile(row: Row[Any]) -> Profile:
    keys: dict[str, Any] = {name: _keys(getattr(row, name)) for name in _KEYS}
    return Profile(
        cohort=row.cohort_id,
        person=row.person,
        role=row.role,
        **{name: getattr(row, name) for name in _PLAIN},
        **keys,
        languages=_languages(row.languages),
        ranking=_ranking(row.ranking),
    )


def put(connection: Connection, one: Profile) -> bool:
    """Whether the version before was the newest one."""
    written = _written(one)
    before = (_which(one.cohort, one.role, one.person), table.c.version == one.version - 1)
    if connection.execute(update(table).where(*before).values(**written)).rowcount:
        return True
    if one.version != 2 or of_person(connection, one.cohort, one.person, one.role) is not None:
        return False
    whose = {"cohort_id": one.cohort, "role": one.role, "person": one.person}
    connection.execute(insert(table).values(**whose, **written))
    return True


def _written(one: Profile) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in _PLAIN}
    json = {name: _json(getattr(one, name)) for name in (*_KEYS, "languages", "ranking")}
    return plain | json


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def remove(connection: Connection, cohort: str, person: str, role: str) -> None:
    connection.execute(delete(table).where(_which(cohort, role, person)))


def forget_cohort(connection: Connection, cohort: str) -> None:
    connection.execute(delete(table).where(table.c.cohort_id == cohort))
