"""A problem file (JSON) becomes a problem, or is refused with the place in the file that breaks the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from server.matching.model import Aim, Edits, Mentee, Mentor, Pair, Preferences, Problem, Quota, ScoredPair


class ProblemRefused(Exception):
    """In words, beginning with the place: `$.pairs[3]: …`."""


Name = Annotated[str, Meta(min_length=1, max_length=200)]
Score = Annotated[int, Meta(gt=-(2**31), lt=2**31)]
NamedPair = tuple[Name, Name]


class MenteeForm(msgspec.Struct, forbid_unknown_fields=True):
    id: Name
    country: Name | None = None


class MentorForm(msgspec.Struct, forbid_unknown_fields=True):
    id: Name
    country: Name | None = None
    capacity: Annotated[int, Meta(ge=1, le=1000)] = 1


class LocksForm(msgspec.Struct, forbid_unknown_fields=True):
    pin: list[NamedPair] = []
    forbid: list[NamedPair] = []


class QuotaForm(msgspec.Struct, forbid_unknown_fields=True):
    country: Name
    min_cross_pairs: Annotated[int, Meta(ge=0, lt=2**31)]
    scope: Literal["mentee", "either"] = "mentee"


class ProblemForm(msgspec.Struct, forbid_unknown_fields=True, tag_field="kind"):
    mentees: Annotated[list[MenteeForm], Meta(min_length=1)]
    mentors: Annotated[list[MentorForm], Meta(min_length=1)]
    pairs: list[tuple[Name, Name, Score]]
    locks: LocksForm = msgspec.field(default_factory=LocksForm)
    quotas: list[QuotaForm] = []
    objective: Annotated[list[Aim], Meta(min_length=1)] = msgspec.field(
        default_factory=lambda: [Aim.CARDINALITY, Aim.TOTAL]
    )
    seed: Annotated[str, Meta(max_length=200)] = ""


class MatchingForm(ProblemForm, tag="match"):
    pass


class WhatIfForm(ProblemForm, tag="what_if", kw_only=True):
    ask: list[NamedPair]


class EditsForm(msgspec.Struct, forbid_unknown_fields=True):
    withdrawn: list[Name] = []
    forbid: list[NamedPair] = []


class KeepingForm(ProblemForm, tag="min_change", kw_only=True):
    previous: list[NamedPair]
    edits: EditsForm = msgspec.field(default_factory=EditsForm)
    max_loss_percent: list[Decimal] = msgspec.field(default_factory=lambda: [Decimal(0)])


RankingForm = list[list[Name]]


class RankingMenteeForm(MenteeForm):
    preferences: RankingForm = []


class RankingMentorForm(MentorForm):
    preferences: RankingForm = []


class StableForm(msgspec.Struct, forbid_unknown_fields=True, tag_field="kind", tag="stable"):
    mentees: Annotated[list[RankingMenteeForm], Meta(min_length=1)]
    mentors: Annotated[list[RankingMentorForm], Meta(min_length=1)]
    count_blocking_for: list[Any] | None = None
    """One matching, a list of pairs; or a list of matchings."""


Form = MatchingForm | WhatIfForm | KeepingForm | StableForm


def read(content: bytes) -> Form:
    """Raises ProblemRefused."""
    try:
        form: Form = msgspec.json.decode(content, type=Form)
    except msgspec.ValidationError as error:
        raise ProblemRefused(_place_first(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProblemRefused(f"$: {error}") from None
    return form


def problem(form: ProblemForm) -> Problem:
    """Raises ProblemRefused for a person twice, an unknown person, a pair twice."""
    mentees, mentors = _unique("mentees", form.mentees), _unique("mentors", form.mentors)
    pairs: dict[Pair, int] = {}
    for number, (mentee, mentor, score) in enumerate(form.pairs):
        place = f"$.pairs[{number}]"
        _known(place, (mentee, mentor), mentees, mentors)
        if (mentee, mentor) in pairs:
            raise ProblemRefused(f"{place}: the pair {mentee}, {mentor} is listed twice")
        pairs[mentee, mentor] = score
    for name, locks in (("pin", form.locks.pin), ("forbid", form.locks.forbid)):
        check_pairs(f"$.locks.{name}", locks, mentees, mentors)
    for number, aim in enumerate(form.objective):
        if aim in form.objective[:number]:
            raise ProblemRefused(f"$.objective[{number}]: {aim} is named twice")
    return Problem(
        mentees=tuple(Mentee(one.id, one.country) for one in form.mentees),
        mentors=tuple(Mentor(one.id, one.country, one.capacity) for one in form.mentors),
        pairs=tuple(ScoredPair(*pair, score) for pair, score in pairs.items()),
        pin=frozenset(form.locks.pin),
        forbid=frozenset(form.locks.forbid),
        quotas=tuple(Quota(one.country, one.min_cross_pairs, one.scope == "either") for one in form.quotas),
        objective=tuple(form.objective),
        seed=form.seed,
    )


def keeping(form: KeepingForm) -> tuple[Problem, frozenset[Pair], Edits]:
    """Raises ProblemRefused."""
    asked = problem(form)
    mentees, mentors = {one.id for one in form.mentees}, {one.id for one in form.mentors}
    check_pairs("$.previous", form.previous, mentees, mentors)
    check_pairs("$.edits.forbid", form.edits.forbid, mentees, mentors)
    for number, name in enumerate(form.edits.withdrawn):
        if name not in mentees | mentors:
            raise ProblemRefused(f"$.edits.withdrawn[{number}]: nobody has the id {name}")
    for number, loss in enumerate(form.max_loss_percent):
        if not (loss.is_finite() and 0 <= loss <= 100):
            raise ProblemRefused(f"$.max_loss_percent[{number}]: {loss} is not from 0 to 100")
    return asked, frozenset(form.previous), Edits(frozenset(form.edits.withdrawn), frozenset(form.edits.forbid))


def what_if(form: WhatIfForm) -> tuple[Problem, list[Pair]]:
    """Raises ProblemRefused."""
    asked = problem(form)
    check_pairs("$.ask", form.ask, {one.id for one in form.mentees}, {one.id for one in form.mentors})
    return asked, form.ask


def stable(form: StableForm) -> tuple[Preferences, list[list[Pair]]]:
    """Who prefers whom, and the matchings whose blocking pairs are to be counted. Raises ProblemRefused."""
    mentees, mentors = _unique("mentees", form.mentees), _unique("mentors", form.mentors)
    return (
        Preferences(
            {one.id: _ranking(f"$.mentees[{number}]", one.preferences, mentors)
             for number, one in enumerate(form.mentees)},
            {one.id: _ranking(f"$.mentors[{number}]", one.preferences, mentees)
             for number, one in enumerate(form.mentors)},
            {one.id: one.capacity for one in form.mentors},
        ),
        _matchings(form, mentees, mentors),
    )  # fmt: skip


def _ranking(place: str, groups: RankingForm, others: Iterable[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for rank, names in enumerate(groups):
        for number, name in enumerate(names):
            at = f"{place}.preferences[{rank}][{number}]"
            if name not in others:
                raise ProblemRefused(f"{at}: nobody there has the id {name}")
            if name in places:
                raise ProblemRefused(f"{at}: {name} is preferred twice")
            places[name] = rank
    return places


def _matchings(form: StableForm, mentees: set[str], mentors: set[str]) -> list[list[Pair]]:
    """Raises ProblemRefused."""
    given = form.count_blocking_for or []
    single = bool(given) and all(isinstance(pair, list) and pair and isinstance(pair[0], str) for pair in given)
    found = []
    room = {one.id: one.capacity for one in form.mentors}
    for number, pairs in enumerate([given] if single else given):
        place = "$.count_blocking_for" if single else f"$.count_blocking_for[{number}]"
        try:
            matching = msgspec.convert(pairs, list[NamedPair])
        except msgspec.ValidationError as error:
            raise ProblemRefused(f"{place}: {error}") from None
        check_pairs(place, matching, mentees, mentors)
        for side, places in ((0, dict.fromkeys(mentees, 1)), (1, room)):
            for name, count in Counter(pair[side] for pair in set(matching)).items():
                if count > places[name]:
                    raise ProblemRefused(f"{place}: {name} is in {count} pairs and has room for {places[name]}")
        found.append(matching)
    return found


def check_pairs(place: str, pairs: Sequence[Pair], mentees: Iterable[str], mentors: Iterable[str]) -> None:
    mentees, mentors = set(mentees), set(mentors)
    for number, pair in enumerate(pairs):
        _known(f"{place}[{number}]", pair, mentees, mentors)


def _known(place: str, pair: Pair, mentees: Iterable[str], mentors: Iterable[str]) -> None:
    if pair[0] not in mentees:
        raise ProblemRefused(f"{place}[0]: no mentee has the id {pair[0]}")
    if pair[1] not in mentors:
        raise ProblemRefused(f"{place}[1]: no mentor has the id {pair[1]}")


def _unique(name: str, people: Sequence[MenteeForm | MentorForm]) -> set[str]:
    seen: set[str] = set()
    for number, one in enumerate(people):
        if one.id in seen:
            raise ProblemRefused(f"$.{name}[{number}].id: {one.id} is there twice")
        seen.add(one.id)
    return seen


def _place_first(words: str) -> str:
    """msgspec says `Expected … - at `$.pairs[3]``."""
    said, at, place = words.rpartition(" - at `")
    return f"{place.rstrip('`')}: {said}" if at else f"$: {words}"
