"""What a run came to: the meetings of its mentorships, as their people recorded them, and the gatherings, as somebody
confirmed them. One page, and one file for programs of tables. No statement here reads a room.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from server.accounts.service import names_of, readers
from server.clock import day_in
from server.contract import sums as contract
from server.contract.views import Person
from server.database import Connection
from server.flows.overview import scope_of
from server.languages import best_language
from server.post.wording import shown_language, text
from server.programmes.founding import service as founding
from server.programmes.gatherings import service as gatherings
from server.programmes.meetings import service as meetings
from server.programmes.sight import service as sight
from server.programmes.sight.service import EVERYBODY, Run, Scope
from server.programmes.sums import rules
from server.programmes.sums.model import Came, GroupSum, Held
from server.scheduling.appointments import service as appointments

COUNTED = frozenset(("mentor", "mentee"))
"""Roles for which the minimum of gatherings is."""
COLUMNS = ("day", "what", "minutes", "where", "country", "organisation", "invited", "came", "confirmed")


def of_run(connection: Connection, actor: str, cohort: str, now: int) -> contract.CohortSums:
    """`now`: ms. Raises Refused not_found for who does not coordinate it."""
    run, scope = scope_of(connection, actor, cohort)
    held, unconfirmed = _held(connection, cohort, now)
    own = _narrowed(held, lambda each: _is_own(each, scope))
    seen = sight.look(connection, run, scope, day_in(now, run.home_zone))
    counted = {part.person for part in seen.parts if part.role in COUNTED}
    names = names_of(connection, counted | {one.person for pair in seen.mentorships for one in pair.people})
    minimums = founding.cohorts(connection, [cohort])[cohort]
    came = came_to(held)
    organisations, countries = _groups(held, scope)
    return contract.CohortSums(
        cohort=cohort,
        lead=scope == EVERYBODY,
        least_meetings=minimums.least_meetings,
        least_gatherings=minimums.least_gatherings,
        unconfirmed=unconfirmed,
        organisation_names=_organisations(connection, organisations),
        held=tuple(
            contract.KindSum(one.kind, one.count, one.minutes, one.online, one.in_person, one.people)
            for one in rules.by_kind(own)
        ),
        organisations=tuple(map(_shown, organisations)),
        countries=tuple(map(_shown, countries)),
        pairs=tuple(
            contract.PairCount(
                pair.id,
                tuple(Person(one.person, names.get(one.person, "")) for one in pair.people),
                pair.met,
                pair.minutes,
            )
            for pair in seen.mentorships
        ),
        people=tuple(
            contract.PersonCount(Person(person, names.get(person, "")), came[person])
            for person in sorted(counted, key=lambda one: (names.get(one, ""), one))
        ),
    )


def gatherings_of(connection: Connection, cohort: str, person: str, now: int) -> int:
    """To how many gatherings of the run a person came."""
    return came_to(_held(connection, cohort, now)[0])[person]


def came_to(held: Collection[Held]) -> Counter[str]:
    """By person: to how many gatherings."""
    return Counter(each.person for one in held if one.kind != "meeting" for each in one.people)


def _held(connection: Connection, cohort: str, now: int) -> tuple[list[Held], int]:
    """All that was held and confirmed, by day; and how many gatherings are over that nobody confirmed."""
    met = [
        Held(
            "meeting",
            one.day,
            one.minutes,
            one.manner == "in_person",
            tuple(Came(*each) for each in one.people),
            len(one.people),
            None,
        )
        for one in meetings.of_run(connection, cohort)
    ]
    known = gatherings.of_run(connection, cohort)
    there = [one for one in appointments.of_cohort(connection, cohort) if one.id in known and one.state == "agreed"]
    gathered = [
        Held(
            one.kind,
            one.wall.date(),
            known[one.id].minutes or one.minutes,
            one.place == "address",
            tuple(Came(guest.person, guest.organisation, guest.country) for guest in one.guests if guest.came),
            len(one.guests),
            known[one.id].confirmed_by,
        )
        for one in there
        if known[one.id].confirmed_by is not None
    ]
    unconfirmed = sum(one.end <= now and known[one.id].confirmed_by is None for one in there)
    return sorted([*met, *gathered], key=lambda one: (one.day, one.kind)), unconfirmed


def _is_own(one: Came, scope: Scope) -> bool:
    return scope == EVERYBODY or one.organisation == scope.organisation


def _groups(held: Sequence[Held], scope: Scope) -> tuple[list[GroupSum], list[GroupSum]]:
    """By organisation, and by country. What is shown of others is apart from one's own, so that neither can be found by
    taking away the one from the other."""
    if scope == EVERYBODY:
        return rules.by_group(held, _organisation), rules.by_group(held, _country)
    own = [one for one in rules.by_group(held, _organisation) if one.keys == (scope.organisation,)]
    others = _narrowed(held, lambda each: not _is_own(each, scope))
    return own, rules.by_large_group(others, _country)


def _narrowed(held: Sequence[Held], belongs: Callable[[Came], bool]) -> list[Held]:
    """What at least one of these people was at, with these people alone."""
    return [replace(one, people=people) for one in held if (people := tuple(filter(belongs, one.people)))]


def _organisation(one: Came) -> str | None:
    return one.organisation


def _country(one: Came) -> str | None:
    return one.country


def _organisations(connection: Connection, groups: Collection[GroupSum]) -> dict[str, dict[str, str]]:
    ids = {key for one in groups for key in one.keys if key}
    return {id: dict(one.names) for id, one in founding.organisations(connection, ids).items()}


def _shown(one: GroupSum) -> contract.GroupSum:
    return contract.GroupSum(one.keys, one.people, one.meetings, one.gatherings, one.minutes)


# ── as a file ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def table(connection: Connection, actor: str, cohort: str, now: int) -> str:
    """A line for each meeting or gathering and each organisation whose people were there, in the reader's language and
    with the separator that programs expect there. Raises Refused not_found for who does not coordinate it."""
    run, scope = scope_of(connection, actor, cohort)
    reader = readers(connection, [actor]).get(actor)
    language = shown_language(reader.language if reader else "en")
    file = io.StringIO(newline="")
    # Where a comma parts the fraction from the number, programs take a semicolon between the cells.
    writer = csv.writer(file, delimiter="," if language == "en" else ";")
    writer.writerow([text(language, "sums-columns", None, column) for column in COLUMNS])
    for line in _lines(connection, run, scope, language, now):
        writer.writerow([rules.safe_cell(cell) for cell in line])
    # Programs of tables read UTF-8 by this mark alone.
    return "\ufeff" + file.getvalue()


def _lines(connection: Connection, run: Run, scope: Scope, language: str, now: int) -> Iterator[list[str]]:
    held, _ = _held(connection, run.id, now)
    ids = {each.organisation for one in held for each in one.people if each.organisation}
    organisations = founding.organisations(connection, ids)
    names = names_of(connection, {one.confirmed_by for one in held if one.confirmed_by})
    for one in held:
        groups = sorted({(each.organisation or "", each.country or "") for each in one.people if _is_own(each, scope)})
        for organisation, country in groups:
            came = sum((each.organisation or "", each.country or "") == (organisation, country) for each in one.people)
            called = organisations[organisation].names if organisation in organisations else {}
            yield [
                one.day.isoformat(),
                text(language, f"calendar-{one.kind.replace('_', '-')}"),
                str(one.minutes),
                text(language, "sums-in-person" if one.in_person else "sums-online"),
                country,
                called[best_language(called, language)] if called else "",
                str(one.invited) if scope == EVERYBODY else "",
                str(came),
                names.get(one.confirmed_by or "", ""),
            ]
