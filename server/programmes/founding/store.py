"""All SQL of organisations, programmes and runs that are set up in the browser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, and_, delete, insert, select, update

from server.programmes.model import Cohort, Credit, Help, Organisation, PartnerRole, Programme
from server.programmes.store import add_partnership, read_words, written
from server.programmes.tables import cohort, credit, enrolment, mentorship, organisation, partnership, programme

# What is locked here keeps its key: whoever writes a row that names it (a part, a partner) does not wait for it.

# ── organisations ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _organisation(row: Row[Any]) -> Organisation:
    return Organisation(row.id, read_words(row.names), row.town, row.country, row.zone, row.version, row.added_by)


def organisations(connection: Connection, ids: Collection[str] | None) -> dict[str, Organisation]:
    """By id; None for all."""
    found = select(organisation).order_by(organisation.c.id)
    if ids is not None:
        found = found.where(organisation.c.id.in_(ids))
    return {row.id: _organisation(row) for row in connection.execute(found)}


def added_by(connection: Connection, person: str) -> list[str]:
    found = select(organisation.c.id).where(organisation.c.added_by == person)
    return list(connection.execute(found).scalars())


def lock_organisation(connection: Connection, id: str) -> Organisation | None:
    row = connection.execute(
        select(organisation).where(organisation.c.id == id).with_for_update(key_share=True)
    ).first()
    return None if row is None else _organisation(row)


def change_organisation(connection: Connection, one: Organisation) -> None:
    values = {"names": written(one.names), "town": one.town, "country": one.country, "zone": one.zone}
    changed = update(organisation).where(organisation.c.id == one.id)
    connection.execute(changed.values(version=one.version, **values))


# ── programmes ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _programme(row: Row[Any]) -> Programme:
    return Programme(row.id, read_words(row.names), row.lead_id, row.version)


def programmes(connection: Connection, ids: Collection[str]) -> dict[str, Programme]:
    found = select(programme).where(programme.c.id.in_(ids))
    return {row.id: _programme(row) for row in connection.execute(found)}


def lock_programme(connection: Connection, id: str) -> Programme | None:
    row = connection.execute(select(programme).where(programme.c.id == id).with_for_update(key_share=True)).first()
    return None if row is None else _programme(row)


def change_programme(connection: Connection, one: Programme) -> None:
    changed = update(programme).where(programme.c.id == one.id)
    connection.execute(changed.values(names=written(one.names), version=one.version))


# ── runs ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

_days = msgspec.json.Decoder(tuple[int, int, int])


def _cohort(row: Row[Any]) -> Cohort:
    return Cohort(
        id=row.id,
        programme=row.programme_id,
        start=date.fromisoformat(row.start),
        end=date.fromisoformat(row.end),
        home_zone=row.home_zone,
        least_meetings=row.least_meetings,
        least_gatherings=row.least_gatherings,
        state=row.state,
        names=read_words(row.names),
        help=None if row.help_name is None else Help(row.help_name, row.help_phone),
        silence_days=None if row.silence_days is None else _days.decode(row.silence_days),
        first_words=read_words(row.first_words),
        version=row.version,
    )


def cohorts(connection: Connection, ids: Collection[str]) -> dict[str, Cohort]:
    return {row.id: _cohort(row) for row in connection.execute(select(cohort).where(cohort.c.id.in_(ids)))}


def lock_cohort(connection: Connection, id: str) -> Cohort | None:
    """Locked until the commit: two who change one run do it one after the other, also from two nodes."""
    row = connection.execute(select(cohort).where(cohort.c.id == id).with_for_update(key_share=True)).first()
    return None if row is None else _cohort(row)


def change_cohort(connection: Connection, one: Cohort) -> None:
    values = {
        "names": written(one.names),
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "home_zone": one.home_zone,
        "least_meetings": one.least_meetings,
        "least_gatherings": one.least_gatherings,
        "state": one.state,
        "help_name": one.help and one.help.name,
        "help_phone": one.help and one.help.phone,
        "silence_days": one.silence_days and msgspec.json.encode(one.silence_days).decode(),
        "first_words": written(one.first_words),
        "version": one.version,
    }
    connection.execute(update(cohort).where(cohort.c.id == one.id).values(values))


def has_mentorships(connection: Connection, cohort_id: str) -> bool:
    found = select(mentorship.c.id).where(mentorship.c.cohort_id == cohort_id).limit(1)
    return connection.execute(found).first() is not None


# ── partners and credits ──────────────────────────────────────────────────────────────────────────────────────────────


def partners(connection: Connection, cohort_ids: Collection[str]) -> dict[str, dict[str, PartnerRole]]:
    """By run: organisation -> what it does there. Whoever leads comes first."""
    found = select(partnership).where(partnership.c.cohort_id.in_(cohort_ids))
    rows = sorted(connection.execute(found.order_by(partnership.c.organisation_id)), key=lambda row: row.role != "lead")
    partners: defaultdict[str, dict[str, PartnerRole]] = defaultdict(dict)
    for row in rows:
        partners[row.cohort_id][row.organisation_id] = row.role
    return partners


def replace_partners(connection: Connection, cohort_id: str, partners: Mapping[str, PartnerRole]) -> None:
    connection.execute(delete(partnership).where(partnership.c.cohort_id == cohort_id))
    for id, role in partners.items():
        add_partnership(connection, cohort_id, id, role)


def organisations_with_people(connection: Connection, cohort_id: str) -> set[str]:
    """Those that brought somebody in."""
    found = select(enrolment.c.organisation_id).where(
        enrolment.c.cohort_id == cohort_id, enrolment.c.organisation_id.is_not(None)
    )
    return set(connection.execute(found.distinct()).scalars())


def credits_of(connection: Connection, cohort_id: str) -> list[Credit]:
    rows = connection.execute(select(credit).where(credit.c.cohort_id == cohort_id).order_by(credit.c.place))
    return [
        Credit(row.funder, read_words(row.words), read_words(row.disclaimer), _day(row.starts), _day(row.ends))
        for row in rows
    ]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def replace_credits(connection: Connection, cohort_id: str, credits: Sequence[Credit]) -> None:
    connection.execute(delete(credit).where(credit.c.cohort_id == cohort_id))
    rows = [
        {
            "cohort_id": cohort_id,
            "place": place,
            "funder": one.funder,
            "words": written(one.words),
            "disclaimer": written(one.disclaimer),
            "starts": one.starts and one.starts.isoformat(),
            "ends": one.ends and one.ends.isoformat(),
        }
        for place, one in enumerate(credits)
    ]
    if rows:
        connection.execute(insert(credit), rows)


# ── who coordinates ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Coordinated:
    """A run that a person coordinates. `leads`: for the organisation that leads it; `organisation`: for which one."""

    person: str
    cohort: str
    organisation: str | None
    leads: bool


_COORDINATED = (
    select(enrolment.c.person, enrolment.c.cohort_id, enrolment.c.organisation_id, partnership.c.role)
    .outerjoin(
        partnership,
        and_(
            partnership.c.cohort_id == enrolment.c.cohort_id,
            partnership.c.organisation_id == enrolment.c.organisation_id,
        ),
    )
    .where(enrolment.c.role == "coordinator")
)


def coordinated_by(connection: Connection, person: str) -> list[Coordinated]:
    return _coordinated(connection.execute(_COORDINATED.where(enrolment.c.person == person)))


def coordinated_of_programme(connection: Connection, programme_id: str) -> list[Coordinated]:
    """By anybody, in any run of it."""
    of_programme = _COORDINATED.join(cohort, cohort.c.id == enrolment.c.cohort_id)
    return _coordinated(connection.execute(of_programme.where(cohort.c.programme_id == programme_id)))


def coordinated_with(connection: Connection, organisation_ids: Collection[str]) -> dict[str, list[Coordinated]]:
    """By organisation: by anybody, in the runs that it takes part in."""
    theirs = partnership.alias("theirs")
    found: Select[Any] = _COORDINATED.join(theirs, theirs.c.cohort_id == enrolment.c.cohort_id)
    found = found.add_columns(theirs.c.organisation_id).where(theirs.c.organisation_id.in_(organisation_ids))
    coordinated: defaultdict[str, list[Coordinated]] = defaultdict(list)
    for row in connection.execute(found):
        coordinated[row._mapping[theirs.c.organisation_id]] += _coordinated([row])
    return coordinated


def _coordinated(rows: Iterable[Sequence[Any]]) -> list[Coordinated]:
    return [Coordinated(row[0], row[1], row[2], leads=row[2] is None or row[3] == "lead") for row in rows]


def cohorts_of_programmes(connection: Connection, programme_ids: Collection[str]) -> list[Cohort]:
    """The newest first."""
    found = select(cohort).where(cohort.c.programme_id.in_(programme_ids))
    return [_cohort(row) for row in connection.execute(found.order_by(cohort.c.start.desc(), cohort.c.id.desc()))]


def runs_with(connection: Connection, organisation_id: str) -> list[str]:
    """Those that an organisation takes part in and that have not ended."""
    found = select(cohort.c.id).join(partnership, partnership.c.cohort_id == cohort.c.id)
    going_on = (partnership.c.organisation_id == organisation_id, cohort.c.state != "ended")
    return list(connection.execute(found.where(*going_on)).scalars())
