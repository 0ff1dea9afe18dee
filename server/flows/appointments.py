"""What follows from a date, in the transaction in which it is agreed on, moved or called off.

Every way to a date ends here: a room's own dates (`flows/dates.py`), and what a programme has for many, of which each
transaction brings a few guests up to date (`flows/guests.py`). So whoever has to know of a date joins in one place:
`_FOLLOWERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from server.flows import pushing
from server.flows.invitations import invite, news_of
from server.flows.lobbies import keep_doors
from server.flows.reminding import remind
from server.post.service import take_back, taken_back
from server.programmes.sight import service as sight
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Appointment, Change, Guest, concerned, is_revised
from server.unit_of_work import UnitOfWork

Follower = Callable[[UnitOfWork, Sequence[Change], str | None], None]
"""Of changes that a person made together; None for the server."""
Wanted = tuple[Appointment | None, Appointment]
"""What an appointment was, None for a new one, and what it is from now on."""


def _tell(unit: UnitOfWork, changes: Sequence[Change], _actor: str | None) -> None:
    """Whoever it concerns looks at their dates again."""
    for change in changes:
        for person in sorted(_concerned(change)):
            unit.tell(person, "dates_changed", change.after.room)


def _concerned(change: Change) -> set[str]:
    """Whoever is, or was, invited. Of what is for many, who of them comes is told to that one alone: three hundred
    answers would else be told three hundred times each."""
    before = {} if change.before is None else {guest.person: guest for guest in change.before.guests}
    after = {guest.person: guest for guest in change.after.guests}
    everybody = before.keys() | after.keys()
    if change.before is None or change.after.kind == "meeting" or is_revised(change.before, change.after):
        return everybody
    return {person for person in everybody if before.get(person) != after.get(person)}


def _push(unit: UnitOfWork, changes: Sequence[Change], actor: str | None) -> None:
    pushing.tell(unit, news_of(unit, changes).keys() - {actor}, "meeting")


_FOLLOWERS: tuple[Follower, ...] = (_tell, invite, remind, _push, keep_doors)


def settle(unit: UnitOfWork, wanted: Sequence[Wanted], actor: str | None) -> None:
    """Of each pair the second from now on, under the id of the first; and all that follows from it, for the guests that
    both have here. What is done together is told together. `actor`: who did it."""
    changes = appointments.settle(unit, _with_what_was_called_back(unit, wanted))
    if changes:
        for follow in _FOLLOWERS:
            follow(unit, changes, actor)


def _with_what_was_called_back(unit: UnitOfWork, wanted: Sequence[Wanted]) -> Sequence[Wanted]:
    """A mail that waits for the morning, and tells what is not so any more, goes out no more: what else it told is told
    anew, and nobody is told that what they have not heard of has moved."""
    told, untrue = dict[str, str](), set[str]()
    for before, after in wanted:
        whom = set[str]() if before is None else concerned(before, after)
        for guest in () if before is None else before.guests:
            if guest.told_by is not None:
                told[guest.told_by] = guest.person
                untrue |= {guest.told_by} if guest.person in whom else set()
    if untrue:
        take_back(unit, untrue)
    unheard = taken_back(unit.connection, told.keys())
    if not unheard:
        return wanted
    known = {after.id for _, after in wanted} | {before.id for before, _ in wanted if before is not None}
    besides = appointments.told_by(unit.connection, unheard, {told[mail] for mail in unheard})
    return [
        *((_unheard(before, unheard), after) for before, after in wanted),
        *((_unheard(one, unheard), one) for id, one in besides.items() if id not in known),
    ]


def _unheard(one: Appointment | None, mails: Collection[str]) -> Appointment | None:
    """Whom only these mails would have told it: no mail has."""
    if one is None:
        return None
    guests = (replace(guest, known_at=-1, told_by=None) if guest.told_by in mails else guest for guest in one.guests)
    return replace(one, guests=tuple(guests))


def guests_of(unit: UnitOfWork, cohort: str | None, people: Collection[str]) -> tuple[Guest, ...]:
    """With where each comes from today, as sums of later years want to know it."""
    origins = sight.origins_of(unit.connection, cohort, people) if cohort else {}
    return tuple(Guest(person, *origins.get(person, (None, None))) for person in sorted(people))
