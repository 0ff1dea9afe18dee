"""A programme for load tests: people `u00000` …, rooms `r00000` … of so many members each, in order."""

from __future__ import annotations

from server.accounts.service import NewPerson, add_people
from server.contract.commands import Kind
from server.contract.entries import FoundingMember
from server.database import Connection
from server.ids import new_id
from server.rooms.service import NewRoom, open_rooms
from server.unit_of_work import UnitOfWork


def load_programme(connection: Connection, now: int, people: int, members: int) -> None:
    """Fills an empty database. A person's name is their id, and their connection token."""
    unit = UnitOfWork(connection, now)
    names = [f"u{number:05}" for number in range(people)]
    add_people(unit, [_person(name) for name in names])
    rooms = [names[start : start + members] for start in range(0, people - members + 1, members)]
    open_rooms(unit, [_room(number, of) for number, of in enumerate(rooms)])


def _person(name: str) -> NewPerson:
    return NewPerson(
        id=name, name=name, email=f"{name}@example.org", language="en", zone="UTC", password_hash=None, demo=False
    )


def _room(number: int, people: list[str]) -> NewRoom:
    kind: Kind = "pair" if len(people) == 2 else "workshop"
    founders = tuple(FoundingMember(person, "guest") for person in people)
    return NewRoom(f"r{number:05}", kind, founders, command_id=new_id())
