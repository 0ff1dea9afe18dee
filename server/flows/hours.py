"""When I can usually meet: said and seen by myself; others see only who is free where a time is looked for."""

from __future__ import annotations

from server.accounts.service import readers
from server.contract import hours as contract
from server.contract.commands import Done
from server.database import Connection
from server.scheduling.availability import service as availability
from server.scheduling.availability.service import Said, clock, spans, week
from server.scheduling.hours import Span
from server.unit_of_work import UnitOfWork


def mine(connection: Connection, person: str) -> contract.MyHours:
    said = availability.said_by(connection, [person]).get(person)
    if said is not None:
        return _shown(said)
    reader = readers(connection, [person]).get(person)
    return _shown(Said("UTC" if reader is None else reader.zone, ((),) * 7))


def say(unit: UnitOfWork, person: str, wanted: contract.SetHours) -> contract.MyHours:
    """Raises Refused hours_invalid, hours_reversed, zone_unknown, country_unknown, year_unlikely, changed_meanwhile."""
    exceptions = {day: spans(given) for day, given in wanted.exceptions.items()}
    said = Said(wanted.zone, week(wanted.weekly), exceptions, wanted.country, wanted.version + 1)
    return _shown(availability.say(unit, person, said))


def forget(unit: UnitOfWork, person: str) -> Done:
    availability.take_back(unit.connection, person)
    return Done()


def _shown(said: Said) -> contract.MyHours:
    return contract.MyHours(
        zone=said.zone,
        weekly=tuple(_day(day) for day in said.weekly),
        exceptions={day: _day(given) for day, given in sorted(said.exceptions.items())},
        country=said.country,
        version=said.version,
    )


def _day(given: tuple[Span, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((clock(start), clock(end)) for start, end in given)
