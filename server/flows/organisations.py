"""Organisations: who may change which, and doing it."""

from __future__ import annotations

from collections.abc import Collection

from server.accounts.service import keepers
from server.clock import known_zones
from server.contract import programmes as contract
from server.contract.programmes import ChangeOrganisation, NewOrganisation
from server.database import Connection
from server.errors import Refused
from server.ids import new_id
from server.policy import Actor, CohortSubject, HouseSubject, Verb, may
from server.programmes.audit import service as audit
from server.programmes.founding import rules
from server.programmes.founding import service as founding
from server.programmes.founding.service import Coordinated
from server.programmes.model import Organisation
from server.programmes.repeats import service as repeats
from server.programmes.service import add_organisation, leads
from server.unit_of_work import UnitOfWork


def add(unit: UnitOfWork, actor: str, wanted: NewOrganisation) -> contract.Organisation:
    """Raises Refused not_found for who neither set the server up nor runs a programme, command_conflict, names_invalid,
    language_unknown, line_invalid, country_unknown, zone_unknown."""
    house = HouseSubject(keepers(unit.connection), (actor,) if leads(unit.connection, actor) else ())
    if not may(Actor(actor), Verb.ADD_ORGANISATION, house):
        raise Refused("not_found")
    asked = repeats.digest(wanted)
    made = repeats.made_before(unit, actor, wanted.command_id, asked)
    if made is None:
        one = rules.clean_organisation(wanted, new_id(), known_zones(), actor)
        add_organisation(unit, one)
        repeats.keep(unit, actor, wanted.command_id, asked, one.id)
        made = one.id
    return shown(unit.connection, actor, [made])[0]


def change(unit: UnitOfWork, actor: str, id: str, wanted: ChangeOrganisation) -> contract.Organisation:
    """Raises Refused not_found for who may not, changed_meanwhile, and for what is wrong in it as `add`."""
    before = founding.lock_organisation(unit.connection, id)
    seen = None if before is None else shown(unit.connection, actor, [id])[0]
    if before is None or seen is None or not seen.mine:
        raise Refused("not_found")
    after = rules.clean_organisation(wanted, id, known_zones(), before.added_by)
    if before.version != wanted.version:
        raise Refused("changed_meanwhile", now=seen)
    after = rules.raised(after, before.version)
    founding.change_organisation(unit.connection, after)
    for run in founding.runs_with(unit.connection, id):
        audit.record(unit, run, "organisation_changed", actor)
    for one in founding.coordinated_with(unit.connection, [id]).get(id, ()):
        unit.tell(one.person, "programme_changed")
    return shown(unit.connection, actor, [id])[0]


def shown(connection: Connection, actor: str, ids: Collection[str] | None) -> tuple[contract.Organisation, ...]:
    """In the order of `ids`; None for all. Two statements."""
    found = founding.organisations(connection, ids)
    coordinated = founding.coordinated_with(connection, found.keys())
    order = found.keys() if ids is None else [id for id in ids if id in found]
    return tuple(_shown(found[id], actor, coordinated.get(id, ())) for id in order)


def _shown(one: Organisation, actor: str, coordinated: Collection[Coordinated]) -> contract.Organisation:
    leads = [other.person for other in coordinated if other.leads]
    own = [other.person for other in coordinated if other.organisation == one.id]
    if not coordinated and one.added_by is not None:
        # Until somebody coordinates for it, or with it, it is in the hands of who added it.
        own = [one.added_by]
    return contract.Organisation(
        id=one.id,
        names=dict(one.names),
        town=one.town,
        country=one.country,
        zone=one.zone,
        version=one.version,
        mine=may(Actor(actor), Verb.CHANGE_ORGANISATION, CohortSubject(leads=leads, own=own)),
    )
