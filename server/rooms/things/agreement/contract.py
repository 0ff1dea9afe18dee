"""The agreement of a room on the wire. Its five questions: `themes` (with `own_themes`), `ways`, `quiet`,
`answer_days`, `confidence`."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from server.contract.calendar import Time
from server.contract.commands import Id, Offset
from server.contract.levels import L0, L4
from server.contract.things import Added, Changed, ThingCommand

OWN_THEMES, THEME, CONFIDENCE = 20, 100, 4_000
"""Themes in one's own words, code points of each; code points of what stays between us."""
ANSWER_DAYS = 30

Theme = Literal["family", "health", "love", "money", "beliefs", "work_conflicts"]
"""Known to every reader in their own language."""
Way = Literal["room", "mail", "phone", "call", "texts", "in_person"]
Weekday = Annotated[int, Meta(ge=1, le=7)]
"""Monday is 1."""
Question = Literal["themes", "ways", "quiet", "answer_days", "confidence"]


class QuietHours(msgspec.Struct, frozen=True):
    """Hours in which nobody is reached, by each member's own clock: from `start` to `end` every day, over midnight
    where `end` is the earlier one, not at all where they are the same; and all day on these days of the week."""

    start: Annotated[Time, L4]
    end: Annotated[Time, L4]
    days: Annotated[Annotated[tuple[Weekday, ...], Meta(max_length=7)], L4]


class AgreementProposal(msgspec.Struct, frozen=True, omit_defaults=True):
    """An answer that would ask more of somebody than now: it holds once all members agree. The answer to its
    `question` is given, others are left out."""

    number: Annotated[int, L4]
    by: Annotated[str, L0]
    at: Annotated[int, L4]
    question: Annotated[Question, L4]
    agreed: Annotated[tuple[Id, ...], L4]
    themes: Annotated[tuple[Theme, ...] | None, L4] = None
    own_themes: Annotated[tuple[str, ...] | None, L4] = None
    ways: Annotated[tuple[Way, ...] | None, L4] = None
    quiet: Annotated[QuietHours | None, L4] = None
    answer_days: Annotated[int | None, L4] = None
    confidence: Annotated[str | None, L4] = None


class Talked(msgspec.Struct, frozen=True):
    """A member says that they talked it through, and when (ms)."""

    person: Annotated[str, L0]
    at: Annotated[int, L4]


class Agreement(Added, frozen=True):
    """How the members of a room deal with each other. A room in which nobody has said anything of it yet has none:
    then the programme's stands as an offer.

    `themes`, `own_themes`: what stays off the table, unless whom it concerns begins with it. `ways`: how they reach
    each other. `answer_days`: within so many days one answers. `confidence`: what stays between them, in their own
    words; empty for the programme's. `numbered`: how many proposals there ever were.
    """

    themes: Annotated[tuple[Theme, ...], L4]
    own_themes: Annotated[tuple[str, ...], L4]
    ways: Annotated[tuple[Way, ...], L4]
    quiet: Annotated[QuietHours, L4]
    answer_days: Annotated[int, L4]
    confidence: Annotated[str, L4]
    proposals: Annotated[tuple[AgreementProposal, ...], L4]
    numbered: Annotated[int, L4]
    talked: Annotated[tuple[Talked, ...], L4]


class AgreementChanged(Changed, frozen=True):
    """Other answers, with those before in the history; a proposal, or what became of one; who talked it through."""

    reason: Annotated[str | UnsetType, L4] = UNSET
    themes: Annotated[tuple[Theme, ...] | UnsetType, L4] = UNSET
    own_themes: Annotated[tuple[str, ...] | UnsetType, L4] = UNSET
    ways: Annotated[tuple[Way, ...] | UnsetType, L4] = UNSET
    quiet: Annotated[QuietHours | UnsetType, L4] = UNSET
    answer_days: Annotated[int | UnsetType, L4] = UNSET
    confidence: Annotated[str | UnsetType, L4] = UNSET
    proposals: Annotated[tuple[AgreementProposal, ...] | UnsetType, L4] = UNSET
    numbered: Annotated[int | UnsetType, L4] = UNSET
    talked: Annotated[tuple[Talked, ...] | UnsetType, L4] = UNSET


class ChangeAgreement(ThingCommand, frozen=True, omit_defaults=True):
    """Answer one or more of the questions anew. Each answer that is narrower than the one before holds at once: a theme
    more off the table, a way less, longer quiet hours. Any other becomes a proposal to all."""

    themes: Annotated[Annotated[tuple[Theme, ...], Meta(max_length=6)] | None, L4] = None
    own_themes: Annotated[Annotated[tuple[str, ...], Meta(max_length=OWN_THEMES)] | None, L4] = None
    ways: Annotated[Annotated[tuple[Way, ...], Meta(max_length=6)] | None, L4] = None
    quiet: Annotated[QuietHours | None, L4] = None
    answer_days: Annotated[Annotated[int, Meta(ge=1, le=ANSWER_DAYS)] | None, L4] = None
    confidence: Annotated[str | None, L4] = None


class AnswerProposal(ThingCommand, frozen=True, omit_defaults=True):
    """Agree to a proposal, which holds once all members of then did; or, with `yes` false, it is off the table. Who
    made it can take it back so too."""

    item: Annotated[Offset, L4]
    number: Annotated[Offset, L4]
    yes: Annotated[bool, L4] = True


class TalkedThrough(ThingCommand, frozen=True):
    """We talked it through: said by each for themselves, again whenever they did. Nothing waits for it."""
