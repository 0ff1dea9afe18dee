"""What a member finds of what was said, and what happened while they were away; one read transaction each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.accounts.service import names_of, readers
from server.contract.memory import QUERY_LIMIT, TERMS, Found, Hit, SearchFor, Since, SinceWhen
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.rooms import reads as rooms
from server.rooms.search import reads
from server.rooms.search.content import Sought, Term, fits
from server.rooms.search.fold import places_of, terms_of
from server.rooms.since import reads as since


def search_room(connection: Connection, person: str, key: str, asked: SearchFor) -> Found:
    """Raises Refused not_found for everybody but members; nothing_sought, text_too_long."""
    return _search(connection, person, key, asked)


def search_rooms(connection: Connection, person: str, asked: SearchFor) -> Found:
    """All rooms of the person. Raises Refused nothing_sought, text_too_long."""
    return _search(connection, person, None, asked)


def _search(connection: Connection, person: str, key: str | None, asked: SearchFor) -> Found:
    people = rooms.companions(connection, person) if key is None else rooms.members_of(connection, key)
    if key is not None and not may(Actor(person), Verb.READ, RoomSubject(people)):
        raise Refused("not_found")
    if len(asked.q) > QUERY_LIMIT:
        raise Refused("text_too_long", length=len(asked.q), limit=QUERY_LIMIT)
    terms = terms_of(asked.q, TERMS)
    if not (terms or asked.person or asked.kind or asked.since or asked.until):
        raise Refused("nothing_sought")
    sought = Sought(terms, _named(connection, people, terms))
    found = reads.search(connection, person, key, sought, _filters(connection, person, asked))
    if found is None:
        raise Refused("not_found")
    names = names_of(connection, {hit.by for hit in found.hits if hit.by is not None})
    hits = tuple(_hit(hit) for hit in found.hits)
    rest = None if found.rest is None else str(found.rest)
    return Found(hits, rest, tuple(Person(one, name) for one, name in sorted(names.items())))


def _hit(hit: reads.Hit) -> Hit:
    part = hit.snippet
    return Hit(
        room=hit.room,
        kind=hit.kind,
        id=hit.place,
        by=hit.by,
        at=hit.at,
        snippet=part.text,
        marks=part.marks,
        title=hit.title,
        before=part.before,
        after=part.after,
    )


def _named(connection: Connection, people: Collection[str], terms: list[Term]) -> list[frozenset[str]]:
    """For each word, whom of those in the room it may name: a mention holds an id, and people look for the name."""
    if not terms:
        return []
    names = {one: list(places_of(name)) for one, name in names_of(connection, people).items()}
    return [
        frozenset(one for one, words in names.items() if any(fits(term, word.forms) for word in words))
        for term in terms
    ]


def _filters(connection: Connection, person: str, asked: SearchFor) -> reads.Filters:
    begin = end = None
    if asked.since or asked.until:
        zone = ZoneInfo(readers(connection, [person])[person].zone)
        begin = _midnight(asked.since, zone)
        end = _midnight(asked.until and _after(asked.until), zone)
    return reads.Filters(asked.person, asked.kind, begin, end, asked.before)


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _midnight(day: date | None, zone: ZoneInfo) -> int | None:
    """ms; the days of other centuries are those at the ends of ours."""
    if day is None:
        return None
    day = min(max(day, date(1970, 1, 2)), date(2900, 1, 1))
    return int(datetime.combine(day, time(), zone).timestamp() * 1000)


def since_then(connection: Connection, person: str, key: str, asked: SinceWhen, now: int) -> Since:
    """Raises Refused not_found for everybody but members."""
    moment = None if asked.days is None else now - asked.days * 86_400_000
    found = since.since(connection, key, person, moment, asked.read)
    if found is None:
        raise Refused("not_found")
    return found
