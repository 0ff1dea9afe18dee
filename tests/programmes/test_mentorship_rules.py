"""Who can be in a mentorship, how it changes, and who may change it."""

from __future__ import annotations

import pytest

from server.errors import Refused
from server.policy import Actor, Verb, may
from server.programmes.mentorships.model import Candidates, Coordinator, Seat
from server.programmes.mentorships.rules import GOES_ON, PEOPLE_LIMIT, check_change, check_open, ends_without, subject
from server.programmes.model import MentorshipState

ANA: Seat = ("ana", "mentee")
BOR: Seat = ("bor", "mentor")
THERE = Candidates({ANA: "window", BOR: "attic", ("ana", "mentor"): None}, taken=())


def code(*seats: Seat, there: Candidates = THERE, ended: bool = False) -> str:
    try:
        check_open(seats, there, "ended" if ended else "running")
    except Refused as refused:
        return refused.code
    return ""


def test_a_mentorship_takes_a_mentor_and_a_mentee_who_are_that_here() -> None:
    assert code(ANA, BOR) == ""
    assert code(ANA) == code(BOR) == code() == "mentorship_incomplete"
    assert code(ANA, BOR, ("ana", "mentor")) == "mentorship_incomplete"
    assert code(*((f"m{number}", "mentee") for number in range(PEOPLE_LIMIT)), BOR) == "mentorship_incomplete"
    assert code(("bor", "mentee"), ("ana", "mentor")) == "not_enrolled"
    assert code(ANA, BOR, ended=True) == "cohort_over"


def test_a_mentee_has_one_at_a_time_and_a_mentor_as_many_as_they_like() -> None:
    assert code(ANA, BOR, there=Candidates(THERE.enrolled, taken=("ana",))) == "has_mentorship"
    assert code(ANA, BOR, there=Candidates(THERE.enrolled, taken=("bor",))) == ""


@pytest.mark.parametrize("now", ["active", "paused", "stopped", "ended"])
@pytest.mark.parametrize("wanted", ["active", "paused", "ended"])
def test_what_is_over_stays_over(now: MentorshipState, wanted: MentorshipState) -> None:
    if now != wanted and now not in GOES_ON:
        with pytest.raises(Refused, match="mentorship_over"):
            check_change(now, wanted)
    else:
        assert check_change(now, wanted) == (now != wanted)


def test_it_ends_with_the_last_mentor_or_the_last_mentee() -> None:
    pair = dict((ANA, BOR))
    assert ends_without(pair, "ana")
    assert ends_without(pair, "bor")
    team = {"ana": "mentee", "nika": "mentee", "bor": "mentor"}
    assert not ends_without(team, "nika")  # type: ignore[arg-type]
    assert ends_without(team, "bor")  # type: ignore[arg-type]


def test_a_partner_acts_where_all_are_its_own_and_the_lead_everywhere() -> None:
    team = (
        Coordinator("vera", "window", "lead"),
        Coordinator("tin", "attic", "partner"),
        Coordinator("maja", "cellar", "partner"),
        Coordinator("old", None, None),
    )
    allowed = {
        who: [
            may(Actor(who), Verb.PAIR, subject(team, organisations))
            for organisations in ({"attic"}, {"attic", "window"}, {"attic", None}, set[str | None]())
        ]
        for who in ("vera", "tin", "maja", "old", "ana")
    }
    assert allowed == {
        "vera": [True] * 4,
        "tin": [True, False, False, False],
        "maja": [False] * 4,
        "old": [True] * 4,
        "ana": [False] * 4,
    }
    assert [one for one in ("vera", "tin", "ana") if may(Actor(one), Verb.SEE_COHORT, subject(team))] == ["vera", "tin"]
