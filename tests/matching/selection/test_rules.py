"""Who is to read what, what they read of each other, and which outcomes there can still be."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from server.errors import Refused
from server.matching.selection import rules
from server.matching.selection.model import Decided, Letter, Note, Reach, Reviewer, Sending, Written


@pytest.mark.parametrize(
    ("reach", "own", "country", "reads"),
    [
        ("all", None, None, True),
        ("all", "MK", "RS", True),
        ("own", "MK", "MK", True),
        ("own", "MK", "RS", False),
        ("own", "MK", None, False),
        ("own", None, None, False),
    ],
)
def test_where_nothing_is_known_nothing_is_ones_own(
    reach: Reach, own: str | None, country: str | None, reads: bool
) -> None:
    assert rules.reaches(Reviewer("c", "ana", reach), own, country) is reads


NOTES = [Note("a", "ana", "yes", "Good.", 1), Note("a", "bor", "no", "Bad.", 2)]


@pytest.mark.parametrize(
    ("person", "decides", "read"), [("ana", False, 2), ("iva", False, 0), ("iva", True, 2), ("bor", True, 2)]
)
def test_others_notes_come_after_ones_own(person: str, decides: bool, read: int) -> None:
    assert len(rules.shown_notes(NOTES, person, decides=decides)) == read


def told(*outcomes: Decided) -> list[Sending]:
    return [Sending("a", outcome, "ana", at, "gone") for at, outcome in enumerate(outcomes)]


@pytest.mark.parametrize(
    ("letters", "after", "code"),
    [
        (told(), "none", None),
        (told(), "no", None),
        (told("reserve"), "yes", None),
        (told("reserve"), "no", None),
        (told("reserve"), "none", "state_not_possible"),
        (told("yes"), "no", "letter_gone"),
        (told("no"), "yes", "letter_gone"),
        (told("reserve", "yes"), "no", "letter_gone"),
    ],
)
def test_what_was_told_stays(letters: Sequence[Sending], after: str, code: str | None) -> None:
    if code is None:
        rules.check_outcome(after, letters)
        return
    with pytest.raises(Refused) as refused:
        rules.check_outcome(after, letters)
    assert refused.value.code == code


def test_the_words_for_one_person_go_before_those_for_all_and_these_before_the_usual_ones() -> None:
    usual, common, own = Letter("Usual", "u"), Written(Letter("Common", "c"), 1), Written(Letter("Own", "o"), 1)
    assert rules.letter_of("yes", "sl", own, {("yes", "sl"): common}, usual).title == "Own"
    assert rules.letter_of("yes", "sl", None, {("yes", "sl"): common}, usual).title == "Common"
    assert rules.letter_of("yes", "mk", None, {("yes", "sl"): common}, usual).title == "Usual"
    assert rules.letter_of("no", "sl", None, {("yes", "sl"): common}, usual).title == "Usual"


def test_each_outcome_is_told_once() -> None:
    outcomes = {"a": "yes", "b": "reserve", "c": "none", "d": "no"}
    assert rules.to_send(outcomes, {("a", "reserve"), ("d", "no")}) == {"a": "yes", "b": "reserve"}
