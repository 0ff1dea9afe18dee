"""What a call may ask, when it takes applications, and until when what was written is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from server.errors import Refused
from server.matching.calls.model import Application, Brought, Call, Choice, Lead, Question
from server.matching.calls.rules import (
    asked_of,
    check,
    check_answer,
    check_same_questions,
    check_state,
    digest_of,
    draft_until,
    is_token,
    lacking,
    takes,
)

HOME = "Europe/Belgrade"


def at(day: str, time: str = "23:59", zone: str = HOME) -> int:
    return int(datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


ASKED = (
    Question("about", "long", {"en": "What do you do?"}, required=True),
    Question("need", "long", {"en": "What would you like?"}, whom="mentees", required=True, feeds="need"),
    Question("give", "long", {"en": "What can you give?"}, whom="mentors", required=True, feeds="need"),
    Question("work", "file", {"en": "Something to show"}, required=True),
    Question("access", "access_needs", {"en": "What do you need?"}),
)
CALL = Call(
    id="c",
    cohort="run",
    slug="circles-2027",
    state="open",
    whom="both",
    opens_at=at("2027-01-01"),
    closes_at=at("2027-01-31"),
    zone=HOME,
    purge_on=date(2027, 4, 30),
    languages=("en",),
    words={"en": Lead("Circles", "Come.")},
    questions=ASKED,
    contact="team@people.example",
    made_by="vesna",
    made_at=0,
)
DONE = Application(
    id="a",
    call="c",
    cohort="run",
    part="mentee",
    manner="person",
    name="Ајша",
    email="ajsa@elsewhere.example",
    language="en",
    zone=HOME,
    made_at=0,
    purge_on=CALL.purge_on,
    answers={"about": "x", "need": "y"},
    files=(Brought("f", "work", "x.pdf", "application/pdf", 1, "s"),),
)


def refused(work: Any, *arguments: Any, **named: Any) -> str:
    with pytest.raises(Refused) as caught:
        work(*arguments, **named)
    return caught.value.code


def test_it_takes_applications_between_two_moments_while_it_is_open() -> None:
    assert [takes(CALL, CALL.opens_at + step) for step in (-1, 0)] == [False, True]
    assert [takes(CALL, CALL.closes_at + step) for step in (-1, 0)] == [True, False]
    assert not takes(replace(CALL, state="closed"), CALL.opens_at)


def test_a_mentor_is_asked_other_things_than_a_mentee() -> None:
    assert [one.key for one in asked_of(CALL, "mentee")] == ["about", "need", "work", "access"]
    assert [one.key for one in asked_of(CALL, "mentor")] == ["about", "give", "work", "access"]
    # The same field of a profile from both sides, and never twice from one.
    check(CALL)
    twice = replace(CALL, questions=(*ASKED, Question("more", "long", {"en": "More?"}, whom="mentees", feeds="need")))
    assert refused(check, twice) == "call_questions"


def test_only_what_is_asked_of_somebody_is_lacking() -> None:
    assert lacking(CALL, DONE) == {}
    assert lacking(CALL, replace(DONE, part="mentor")) == {"give": "answer_missing"}
    assert lacking(CALL, replace(DONE, files=())) == {"work": "answer_missing"}
    assert lacking(CALL, replace(DONE, manner="organisation")) == {"organisation": "answer_missing"}


def test_the_days_are_counted_where_the_run_is_at_home() -> None:
    # The deadline is on the 31st in Belgrade, and on the 1st in Auckland.
    assert draft_until(CALL) == date(2027, 2, 14)
    assert draft_until(replace(CALL, zone="Pacific/Auckland")) == date(2027, 2, 15)
    assert draft_until(replace(CALL, purge_on=date(2027, 2, 3))) == date(2027, 2, 3)
    assert refused(check, replace(CALL, purge_on=date(2027, 1, 31))) == "call_dates"
    check(replace(CALL, purge_on=date(2027, 2, 1)))


def test_what_was_answered_has_to_be_among_what_is_offered() -> None:
    choice = Question("c", "choice", {"en": "?"}, choices=(Choice("a", {"en": "A"}), Choice("b", {"en": "B"})))
    check_answer(choice, ("a",), ())
    check_answer(replace(choice, many=True), ("a", "b"), ())
    terms = Question("t", "terms", {"en": "?"}, feeds="skills")
    languages = Question("l", "languages", {"en": "?"})
    check_answer(terms, ("weaving",), ("weaving",))
    check_answer(languages, {"mk": 6, "sq": 1}, ())
    for question, answer in (
        (choice, ("a", "b")),
        (choice, ("c",)),
        (choice, "a"),
        (terms, ("weaving", "other")),
        (languages, {"mk": 7}),
        (languages, {"<b>": 1}),
    ):
        assert refused(check_answer, question, answer, ("weaving",)) == "answer_invalid"


def test_once_somebody_has_begun_words_change_and_nothing_else() -> None:
    check_same_questions(ASKED, [replace(one, names={"mk": "?"}, hints={"mk": "!"}) for one in ASKED])
    for wrong in (ASKED[1:], ASKED[::-1], (replace(ASKED[0], required=False), *ASKED[1:])):
        assert refused(check_same_questions, ASKED, wrong) == "call_questions_fixed"


def test_the_steps_of_a_call() -> None:
    now = CALL.opens_at
    check_state(replace(CALL, state="draft"), "open", now, applied=False)
    check_state(CALL, "closed", now, applied=True)
    check_state(CALL, "draft", now, applied=False)
    check_state(replace(CALL, state="closed"), "open", now, applied=True)
    assert refused(check_state, CALL, "draft", now, applied=True) == "state_not_possible"
    assert refused(check_state, replace(CALL, state="closed"), "draft", now, applied=False) == "state_not_possible"
    assert refused(check_state, replace(CALL, state="draft"), "open", CALL.closes_at, applied=False) == "call_over"


def test_what_is_no_token_of_ours_is_looked_up_nowhere() -> None:
    assert is_token("a" * 43)
    assert not any(map(is_token, ("", "a" * 42, "a" * 44, "a" * 42 + "/", "a" * 42 + "\n")))
    assert len(digest_of("a" * 43)) == 32
