"""What can stand in a profile, what is missing in it, and how the engine sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from server.errors import Refused
from server.matching.people import MentorCandidate
from server.matching.profiles import rules
from server.matching.profiles.model import Profile
from server.matching.terms import rules as terms_rules
from server.matching.terms.model import Term
from server.post.latin import latin

MENTEE = Profile("run", "nika", "mentee", need="Budgets.", skills=("budgets",), languages={"sl": 6}, country="SI")
MENTOR = replace(MENTEE, person="ines", role="mentor", capacity=3)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"languages": {"Slovene": 3}}, "language_unknown"),
        ({"languages": {"sl": 0}}, "level_unknown"),
        ({"languages": {"sl": 7}}, "level_unknown"),
        ({"capacity": 0}, "capacity_invalid"),
        ({"capacity": 11}, "capacity_invalid"),
        ({"skills": tuple(f"s{n}" for n in range(21))}, "too_much_chosen"),
        ({"excludes": tuple(f"p{n}" for n in range(51))}, "too_much_chosen"),
        ({"excludes": ("nika",)}, "own_exclusion"),
        ({"ranking": (("ines", "nika"),)}, "own_exclusion"),
        ({"ranking": (("ines",), ("ines",))}, "too_much_chosen"),
    ],
)
def test_what_can_not_be_said(change: dict[str, Any], code: str) -> None:
    rules.check(MENTEE)
    with pytest.raises(Refused) as refused:
        rules.check(replace(MENTEE, **change))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("change", "limit"),
    [
        ({"traits": tuple(f"t{n}" for n in range(21))}, 20),
        ({"languages": {f"a{letter}": 3 for letter in "abcdefghijklm"}}, 12),
        ({"excludes": tuple(f"p{n}" for n in range(51))}, 50),
        ({"ranking": tuple((f"p{n}",) for n in range(301))}, 300),
    ],
)
def test_whoever_says_too_much_hears_how_much_it_may_be(change: dict[str, Any], limit: int) -> None:
    with pytest.raises(Refused) as refused:
        rules.check(replace(MENTEE, **change))
    assert (refused.value.code, refused.value.parameters) == ("too_much_chosen", {"limit": limit})


@pytest.mark.parametrize("field", rules.FIELDS)
def test_a_key_belongs_to_its_own_list(field: str) -> None:
    kinds = terms_rules.usual().kinds
    fits = {"skill": "budgets", "discipline": "theatre", "trait": "freelance"}
    for kind, key in fits.items():
        one = replace(MENTEE, **{field: (key,)})
        if rules.FIELDS[field] == kind:
            rules.check_known(one, kinds)
        else:
            with pytest.raises(Refused):
                rules.check_known(one, kinds)


def test_nothing_stands_twice_and_a_mentee_takes_nobody() -> None:
    one = replace(MENTEE, skills=("budgets", "leading", "budgets"), capacity=4, ranking=((), ("ines",)))
    settled = rules.settled(one)
    assert (settled.skills, settled.capacity, settled.ranking) == (("budgets", "leading"), 1, (("ines",),))
    assert rules.settled(MENTOR).capacity == 3


def test_what_is_missing_is_named() -> None:
    assert rules.missing(MENTEE) == ()
    assert rules.missing(Profile("run", "nika", "mentee")) == ("need", "skills", "languages", "country")


def test_what_is_there_no_more_is_chosen_no_more() -> None:
    one = replace(MENTEE, back=("leading", "budgets"), excludes=("ines", "jan"), ranking=(("ines",), ("bor", "jan")))
    assert rules.without(one, {"budgets"}) == replace(one, skills=(), back=("leading",))
    gone = rules.without_people(one, {"ines"})
    assert (gone.excludes, gone.ranking) == (("jan",), (("bor", "jan"),))


def test_whoever_speaks_serbian_and_whoever_speaks_croatian_find_each_other() -> None:
    serbian, croatian = rules.understood({"sr": 6}), rules.understood({"hr": 6, "en": 4})
    shared = {one: min(serbian[one], croatian[one]) for one in serbian.keys() & croatian.keys()}
    assert shared == {"sh": 5}
    assert rules.understood({"sr": 6})["sr"] > rules.understood({"sr": 6})["sh"], "of two Serbs it is Serbian"
    assert rules.understood({"sl": 6, "hr": 1}) == {"sl": 6, "hr": 1}


def test_the_engine_gets_what_was_said() -> None:
    slots = frozenset((1, 2))
    mentor = rules.candidate(replace(MENTOR, excludes=("nika",), back=("leading",)), ["podstresje"], slots)
    assert isinstance(mentor, MentorCandidate)
    assert (mentor.id, mentor.capacity, mentor.slots, mentor.excludes) == ("ines", 3, slots, {"nika"})
    assert (mentor.organisations, mentor.offers_back, mentor.country) == ({"podstresje"}, {"leading"}, "SI")
    mentee = rules.candidate(replace(MENTEE, ranking=(("ines",),), requires=("woman",)))
    assert not isinstance(mentee, MentorCandidate)
    assert (mentee.slots, mentee.ranking, mentee.requires) == (None, (frozenset({"ines"}),), {"woman"})


# ── terms ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_usual_lists_have_a_name_in_every_language() -> None:
    usual = terms_rules.usual()
    terms_rules.check(usual.list)
    for one in usual.list:
        assert set(one.names) == {"en", "hr", "mk", "sl", "sr-Cyrl", "sr-Latn"}, one.key
        assert one.names["sr-Latn"] == latin(one.names["sr-Cyrl"])
        assert all(0 < len(name) <= terms_rules.NAME_LIMIT for name in one.names.values())
    for language in ("en", "hr", "mk", "sl", "sr-Cyrl"):
        names = [(one.kind, one.names[language]) for one in usual.list]
        assert len(set(names)) == len(names), language


def test_a_list_has_bounds_and_nothing_twice() -> None:
    many = [Term(f"s{n}", "skill", {"en": f"Skill {n}"}) for n in range(61)]
    for wanted, code in ((many, "too_many_terms"), ([many[0], many[0]], "term_twice")):
        with pytest.raises(Refused) as refused:
            terms_rules.check(wanted)
        assert refused.value.code == code
    terms_rules.check(many[:60])
