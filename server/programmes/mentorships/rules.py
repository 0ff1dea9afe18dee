"""Who can be in a mentorship, how it changes, and who may change it: plain functions of their arguments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from server.errors import Refused
from server.policy import CohortSubject
from server.programmes.mentorships.model import Candidates, Coordinator, Seat
from server.programmes.model import CohortState, MentorshipRole, MentorshipState

PEOPLE_LIMIT = 20
"""Of one mentorship: what can still sit around one table."""
GOES_ON: tuple[MentorshipState, ...] = ("active", "paused")


def check_open(seats: Sequence[Seat], candidates: Candidates, state: CohortState) -> None:
    """Raises Refused mentorship_incomplete, cohort_over, not_enrolled, has_mentorship."""
    if not is_whole(seats) or len(seats) > PEOPLE_LIMIT or len(dict(seats)) < len(seats):
        raise Refused("mentorship_incomplete", limit=PEOPLE_LIMIT)
    if state == "ended":
        raise Refused("cohort_over")
    for person, role in seats:
        check_seat(person, role, candidates)


def check_seat(person: str, role: MentorshipRole, candidates: Candidates) -> None:
    """A mentee has one mentorship at a time, a mentor as many as they have agreed to.

    Raises Refused not_enrolled, has_mentorship."""
    if (person, role) not in candidates.enrolled:
        raise Refused("not_enrolled")
    if role == "mentee" and person in candidates.taken:
        raise Refused("has_mentorship")


def is_whole(seats: Iterable[Seat]) -> bool:
    """Somebody to walk with, and somebody who walks."""
    return {role for _, role in seats} == {"mentee", "mentor"}


def check_change(now: MentorshipState, wanted: MentorshipState) -> bool:
    """Whether anything changes. Raises Refused mentorship_over: what has ended or was stopped stays as it was."""
    if now == wanted:
        return False
    if now not in GOES_ON:
        raise Refused("mentorship_over")
    return True


def ends_without(people: Mapping[str, MentorshipRole], person: str) -> bool:
    """Whether the mentorship ends for everybody when this person wants no more of it; a team goes on while there is
    still a mentor and a mentee in it."""
    return not is_whole((other, role) for other, role in people.items() if other != person)


def subject(
    coordinators: Iterable[Coordinator], organisations: Collection[str | None] = (), concerned: Collection[str] = ()
) -> CohortSubject:
    """`organisations`: of the people whom the act is about. A partner's coordinator may act where all of them are
    their own; whoever was brought in by no organisation is the lead's."""
    leads, partners, own = [], [], []
    for one in coordinators:
        # Who coordinates for no organisation was made so by the lead: nobody else can.
        if one.organisation is None or one.part == "lead":
            leads.append(one.person)
            continue
        partners.append(one.person)
        if organisations and all(organisation == one.organisation for organisation in organisations):
            own.append(one.person)
    return CohortSubject(tuple(leads), tuple(partners), tuple(own), tuple(concerned))
