"""What a member of a room writes for themselves alone: a page for each month, and one for half-way."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.levels import OPEN, OWN

MonthlyQuestion = Literal["moment", "moved", "harder", "differently", "between", "goals", "next"]
MONTHLY: tuple[MonthlyQuestion, ...] = ("moment", "moved", "harder", "differently", "between", "goals", "next")
"""The seven questions of a month, in their order. Their words are the client's, in each language."""
HalfWayQuestion = Literal["came", "works", "steps"]
HALFWAY: tuple[HalfWayQuestion, ...] = ("came", "works", "steps")
"""What each answers alone before the half-way talk."""
AnyQuestion = MonthlyQuestion | HalfWayQuestion

_MONTH = r"2[01][0-9]{2}-(0[1-9]|1[0-2])"
Month = Annotated[str, Meta(pattern=rf"\A{_MONTH}\Z")]
"""As 2026-11."""
Page = Annotated[str, Meta(pattern=rf"\A({_MONTH}|halfway)\Z")]

ANSWER = 4_000
"""Code points of one answer."""


class SaveAnswer(msgspec.Struct, frozen=True):
    """Keep what I answer, as I write; an empty text removes it. Nobody but me ever reads it here."""

    page: Annotated[Page, OPEN]
    question: Annotated[AnyQuestion, OPEN]
    text: Annotated[str, OWN]


class OwnAnswer(msgspec.Struct, frozen=True):
    """`saved_at`: ms."""

    question: Annotated[AnyQuestion, OPEN]
    text: Annotated[str, OWN]
    saved_at: Annotated[int, OWN]


class OwnPage(msgspec.Struct, frozen=True):
    """A month, or half-way, with what I answered, in the order of the questions."""

    page: Annotated[str, OWN]
    answers: Annotated[tuple[OwnAnswer, ...], OWN]


class OwnPages(msgspec.Struct, frozen=True):
    """All that I wrote for myself in a room, the newest month first and half-way last."""

    pages: Annotated[tuple[OwnPage, ...], OWN]
