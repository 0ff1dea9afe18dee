"""What a person agrees to afterwards, for a year, and takes back at once. Never commits: the writer does."""

from __future__ import annotations

from server.contract.alumni import OFFER_LIMIT, AlumniWish
from server.database import Connection
from server.errors import Refused
from server.programmes.alumni import store
from server.programmes.alumni.model import Past as Past
from server.programmes.alumni.model import Wish as Wish
from server.programmes.alumni.store import ask as ask
from server.programmes.alumni.store import coordinated as coordinated
from server.programmes.alumni.store import is_any_over as is_any_over
from server.programmes.alumni.store import names_of as names_of
from server.programmes.alumni.store import past_of as past_of
from server.programmes.alumni.store import remove_over as remove_over
from server.programmes.alumni.store import wishes_of as wishes_of
from server.programmes.words import by_language
from server.unit_of_work import UnitOfWork

DAY = 24 * 3_600_000
YEAR = 365 * DAY
ASKED_BEFORE = 30 * DAY
"""ms before a consent ends: then its person is asked whether it still holds."""
SHOWN = 1_000
AT_ONCE = 100


def wish(unit: UnitOfWork, past: Past, person: str, wanted: AlumniWish) -> Wish | None:
    """What holds from now on; None for nothing. Raises Refused alumni_not_yet, language_unknown, text_…"""
    if not wanted.consent:
        store.remove(unit.connection, past.programme, person)
        return None
    if not past.ended:
        raise Refused("alumni_not_yet")
    offers = by_language(wanted.offers, OFFER_LIMIT)
    new = Wish(past.programme, person, wanted.found, wanted.mentor_again, offers, unit.now + YEAR)
    store.put(unit.connection, new)
    return new


def directory(connection: Connection, person: str, now: int) -> list[Wish]:
    """Of the programmes that the person is an alumna of, by a consent that holds, or coordinates."""
    mine = {one.programme for one in store.wishes_of(connection, person, now)}
    return store.found_in(connection, mine | store.coordinated(connection, person), now, SHOWN)


def to_ask(connection: Connection, now: int) -> list[Wish]:
    """Whom to ask whether it still holds, some of them."""
    return store.to_ask(connection, now, now + ASKED_BEFORE, AT_ONCE)
