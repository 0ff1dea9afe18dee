"""Every right, with who has it and who has not."""

from __future__ import annotations

from typing import cast

import pytest

from server.policy import Actor, CohortSubject, HouseSubject, RoomSubject, Subject, Verb, may
from server.policy.table import COHORT_RULES, HOUSE_RULES, RULES

ROOM = RoomSubject(
    members=("ana", "bor", "mila"),
    managers=("mira", "mila"),
    author="ana",
    shown=("bor", "mira"),
    leads=("bor", "mira"),
)
"""Ana wrote the message; Bor shows that he is here; Mira runs the programme, Mila does too and is a member as well."""

HOUSE = HouseSubject(keepers=("bor",), leads=("mira", "mila"))
"""Bor set the server up."""

COHORT = CohortSubject(leads=("mira",), partners=("mila", "bor"), own=("bor",), concerned=("ana",))
"""Mira coordinates it for the lead, Mila and Bor for partners, Bor for the one that Ana comes from."""

MEMBERS = {"ana", "bor", "mila"}
RIGHTS = {
    Verb.READ: MEMBERS,
    Verb.POST: MEMBERS,
    Verb.EDIT: {"ana"},
    Verb.WITHDRAW: {"ana"},
    Verb.REACT: MEMBERS,
    Verb.LEAVE: MEMBERS,
    Verb.OPEN_PAST: MEMBERS,
    Verb.SHARE: MEMBERS,
    Verb.DRAFT: MEMBERS,
    Verb.MARK_READ: MEMBERS,
    Verb.SHOW_PRESENCE: MEMBERS,
    Verb.REPORT: MEMBERS,
    Verb.SEE_PRESENCE: {"bor"},
    Verb.SHOW_TYPING: {"bor"},
    Verb.FACILITATE: {"bor"},
    Verb.MANAGE: {"mira", "mila"},
    Verb.INVITE: {"bor", "mira", "mila"},
    Verb.FOUND: {"bor"},
    Verb.ADD_ORGANISATION: {"bor", "mira", "mila"},
    Verb.RUN: {"mira"},
    Verb.CHANGE_ORGANISATION: {"mira", "bor"},
    Verb.SEE_COHORT: {"mira", "mila", "bor"},
    Verb.CHANGE_COHORT: {"mira"},
    Verb.ENROL: {"mira", "bor"},
    Verb.PAIR: {"mira", "bor"},
    Verb.STOP: {"ana"},
    Verb.ANNOUNCE: {"mira", "bor"},
    Verb.READ_BULLETIN: {"ana"},
    Verb.HEAR_ANSWERS: {"ana"},
    Verb.TAKE_PART: {"ana"},
    Verb.SHOW_LIFE: {"ana"},
    Verb.ANSWER_TALK: {"ana"},
    Verb.TAKE_BACK_TALK: {"ana"},
    Verb.SUPPORT: {"mira", "bor"},
    Verb.READ_REPORT: {"ana"},
    Verb.SEE_GATHERING: {"mira", "mila", "bor", "ana"},
    Verb.HOLD_GATHERING: {"mira", "ana"},
    Verb.READ_NEEDS: {"ana"},
    Verb.ANSWER_PROPOSAL: {"ana"},
    Verb.ANSWER_QUESTION: {"mira", "bor"},
    Verb.REVIEW: {"mira", "ana"},
    Verb.SELECT: {"mira"},
}


def subject_of(verb: Verb) -> Subject:
    if verb in COHORT_RULES:
        return COHORT
    return HOUSE if verb in HOUSE_RULES else ROOM


def test_every_verb_has_its_row_here_and_its_rule_there() -> None:
    assert set(RIGHTS) == {*RULES, *HOUSE_RULES, *COHORT_RULES} == set(Verb)
    assert len(RULES) + len(HOUSE_RULES) + len(COHORT_RULES) == len(Verb)


@pytest.mark.parametrize("verb", Verb)
def test_who_may(verb: Verb) -> None:
    people = ("ana", "bor", "mila", "mira", "stranger", "")
    assert {person for person in people if may(Actor(person), verb, subject_of(verb))} == RIGHTS[verb]


@pytest.mark.parametrize("verb", Verb)
def test_nobody_may_anything_where_nobody_is_named(verb: Verb) -> None:
    assert not may(Actor("ana"), verb, RoomSubject(members=()))
    assert not may(Actor(""), verb, RoomSubject(members=()))
    assert not may(Actor("ana"), verb, HouseSubject())
    assert not may(Actor("ana"), verb, CohortSubject())


@pytest.mark.parametrize("verb", Verb)
def test_a_right_on_one_kind_of_thing_is_none_on_another(verb: Verb) -> None:
    everybody = ("ana", "bor", "mila", "mira")
    subjects: tuple[Subject, ...] = (
        RoomSubject(everybody, everybody, "ana", everybody, everybody),
        HouseSubject(everybody, everybody),
        CohortSubject(everybody, everybody, everybody, everybody),
    )
    wrong = [one for one in subjects if type(one) is not type(subject_of(verb))]
    assert not any(may(Actor(person), verb, one) for person in everybody for one in wrong)


@pytest.mark.parametrize("verb", set(Verb) - {Verb.MANAGE})
def test_running_the_programme_gives_no_right_inside_of_a_room(verb: Verb) -> None:
    assert not may(Actor("mira"), verb, RoomSubject(members=("ana",), managers=("mira",), author="mira"))


@pytest.mark.parametrize("verb", [Verb.EDIT, Verb.WITHDRAW])
def test_a_former_member_has_no_right_to_their_messages(verb: Verb) -> None:
    assert not may(Actor("ana"), verb, RoomSubject(members=("bor",), author="ana"))


@pytest.mark.parametrize("verb", [Verb.EDIT, Verb.WITHDRAW])
def test_a_message_without_an_author_is_nobodys(verb: Verb) -> None:
    assert not may(Actor("ana"), verb, RoomSubject(members=("ana",)))


def test_what_the_table_does_not_name_is_denied() -> None:
    assert not may(Actor("ana"), cast(Verb, "room.unheard_of"), ROOM)
