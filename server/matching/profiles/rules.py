"""What can stand in a profile, what is missing in one, and how the engine sees it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from server.errors import Refused
from server.matching.people import LEVELS, Candidate, MentorCandidate
from server.matching.profiles.model import Profile
from server.matching.terms.model import Kind

WORDS_LIMIT = 2_000
TEAM_WORDS_LIMIT = 1_000
CHOSEN, LANGUAGES, EXCLUDED, RANKED = 20, 12, 50, 300
"""At most, of one profile."""
CAPACITY = 10
_LANGUAGE = re.compile(r"[a-z]{2,3}")
OF_ONE = ("bs", "cnr", "hr", "sr")
"""Whoever speaks one of these understands the others."""
TOGETHER = "sh"
"""What the engine calls them as one, so that they find each other."""
FIELDS: Mapping[str, Kind] = {
    "skills": "skill",
    "back": "skill",
    "disciplines": "discipline",
    "traits": "trait",
    "requires": "trait",
}
"""Which fields hold keys of which terms."""

Missing = Literal["need", "skills", "languages", "country"]
Change = Callable[[Profile], Profile]


def check(one: Profile) -> None:
    """Raises Refused language_unknown, level_unknown, capacity_invalid, too_much_chosen, own_exclusion."""
    if any(_LANGUAGE.fullmatch(language) is None for language in one.languages):
        raise Refused("language_unknown")
    if any(not 1 <= level <= LEVELS for level in one.languages.values()):
        raise Refused("level_unknown")
    if not 1 <= one.capacity <= CAPACITY:
        raise Refused("capacity_invalid", limit=CAPACITY)
    ranked = [person for equals in one.ranking for person in equals]
    chosen = [(getattr(one, name), CHOSEN) for name in FIELDS]
    for listed, limit in (*chosen, (one.languages, LANGUAGES), (one.excludes, EXCLUDED), (ranked, RANKED)):
        if len(listed) > limit:
            raise Refused("too_much_chosen", limit=limit)
    if len(set(ranked)) < len(ranked):
        raise Refused("too_much_chosen", limit=RANKED)
    if one.person in (*one.excludes, *ranked):
        raise Refused("own_exclusion")


def check_known(one: Profile, kinds: Mapping[str, Kind]) -> None:
    """`kinds`: of the run's terms, by key. Raises Refused term_unknown."""
    for name, kind in FIELDS.items():
        if any(kinds.get(key) != kind for key in getattr(one, name)):
            raise Refused("term_unknown")


def settled(one: Profile) -> Profile:
    """Nothing twice, and a mentee takes nobody."""
    chosen: dict[str, Any] = {name: tuple(dict.fromkeys(getattr(one, name))) for name in (*FIELDS, "excludes")}
    ranking = tuple(equals for equals in one.ranking if equals)
    return replace(one, **chosen, ranking=ranking, capacity=one.capacity if one.role == "mentor" else 1)


def without(one: Profile, gone: Collection[str]) -> Profile:
    """The same without terms that are there no more."""
    kept: dict[str, Any] = {name: tuple(key for key in getattr(one, name) if key not in gone) for name in FIELDS}
    return replace(one, **kept)


def without_people(one: Profile, gone: Collection[str]) -> Profile:
    """The same without people who are there no more."""
    ranking = (tuple(person for person in equals if person not in gone) for equals in one.ranking)
    return replace(
        one,
        excludes=tuple(person for person in one.excludes if person not in gone),
        ranking=tuple(equals for equals in ranking if equals),
    )


def missing(one: Profile) -> tuple[Missing, ...]:
    """What the team would still like to know before it looks for a pair."""
    return tuple(_missing(one))


def _missing(one: Profile) -> Iterator[Missing]:
    if not one.need:
        yield "need"
    if not one.skills:
        yield "skills"
    if not one.languages:
        yield "languages"
    if one.country is None:
        yield "country"


# ── for the engine ────────────────────────────────────────────────────────────────────────────────────────────────────


def understood(languages: Mapping[str, int]) -> dict[str, int]:
    """With what those have in common who speak one of the same, a level lower: so that two who speak the very same
    language are said to speak that."""
    best = max((languages.get(one, 0) for one in OF_ONE), default=0)
    return dict(languages) | ({TOGETHER: best - 1} if best > 1 else {})


def candidate(one: Profile, organisations: Iterable[str] = (), slots: frozenset[int] | None = None) -> Candidate:
    """`slots`: when they can meet, as the engine counts; None where they gave no hours."""
    known = Candidate(
        id=one.person,
        country=one.country,
        organisations=frozenset(organisations),
        languages=understood(one.languages),
        skills=frozenset(one.skills),
        disciplines=frozenset(one.disciplines),
        slots=slots,
        traits=frozenset(one.traits),
        requires=frozenset(one.requires),
        excludes=frozenset(one.excludes),
        offers_back=frozenset(one.back),
        ranking=tuple(map(frozenset, one.ranking)),
    )
    if one.role == "mentee":
        return known
    shared = {name: getattr(known, name) for name in Candidate.__dataclass_fields__}
    return MentorCandidate(**shared, capacity=one.capacity)
