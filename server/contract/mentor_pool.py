"""The mentor pool: who may be asked again, until a day of their own, and whom a new run asks."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from server.contract.levels import L0, L1, L2, OPEN
from server.contract.profiles import Profile, Term
from server.contract.views import Person


class AskMeAgain(msgspec.Struct, frozen=True):
    """Until the end of this day, at most two years ahead, the teams of the programme may ask me whether I would be a
    mentor again; None takes it back at once."""

    until: Annotated[date | None, L2]


class MyPoolWord(msgspec.Struct, frozen=True):
    """In one programme whose mentor I was or am. `cohort`: the newest such run."""

    cohort: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    until: Annotated[date | None, L2]


class PoolQuestion(msgspec.Struct, frozen=True):
    """A new run asks whether I would be a mentor in it. `start`, `end`: its days."""

    cohort: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    names: Annotated[dict[str, str], L0]
    start: Annotated[date, L1]
    end: Annotated[date, L1]
    asked_by: Annotated[Person, L0]


class MyPool(msgspec.Struct, frozen=True):
    words: Annotated[tuple[MyPoolWord, ...], L2]
    questions: Annotated[tuple[PoolQuestion, ...], L2]


class AnswerPool(msgspec.Struct, frozen=True):
    """With a yes I take part as a mentor, and what I said I could give stands there again, for me to look at."""

    yes: Annotated[bool, L2]


class PoolMentor(msgspec.Struct, frozen=True):
    """`profile`: what they could give when they said that they may be asked. `asked`: how it stands in this run; None
    for not asked yet."""

    person: Annotated[Person, L0]
    organisation: Annotated[str | None, L0]
    until: Annotated[date, L2]
    profile: Annotated[Profile, L2]
    asked: Annotated[Literal["waiting", "yes", "no"] | None, L2]


class MentorPool(msgspec.Struct, frozen=True):
    """Those of the programme who may be asked and take no part in this run. `open`: it has not ended."""

    mentors: Annotated[tuple[PoolMentor, ...], L2]
    terms: Annotated[tuple[Term, ...], L0]
    open: Annotated[bool, OPEN]
