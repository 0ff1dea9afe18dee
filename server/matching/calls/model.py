"""An open call, what it asks, and an application to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

CallState = Literal["draft", "open", "closed"]
ForWhom = Literal["mentees", "mentors", "both"]
"""Who may apply."""
Part = Literal["mentee", "mentor"]
"""As what somebody applies."""
Manner = Literal["person", "organisation"]
"""Alone, or as an organisation of up to three people."""
QuestionKind = Literal["text", "long", "choice", "country", "languages", "terms", "file", "access_needs"]
Feeds = Literal["need", "goals", "skills", "back", "disciplines", "traits", "requires", "languages", "country"]
"""The field of a profile that an answer becomes, once its applicant takes part."""
ApplicationState = Literal["draft", "sent", "withdrawn"]
Outcome = Literal["none", "yes", "reserve", "no"]
Answer = str | tuple[str, ...] | Mapping[str, int]
"""Words; the keys of what was chosen; or by language how well, from 1 (A1) to 6 (my own)."""

PEOPLE = 3
"""Of an organisation that applies."""


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """`names`: by language tag, what is asked; `hints`: what helps to answer it. `whom`: who is asked. `many`: of the
    choices several may be chosen; of files several brought. Terms are those of the run, of the sort that `feeds` says.

    What somebody needs in order to take part (`access_needs`) is never asked for as a must, feeds nothing and is no
    part of the choice.
    """

    key: str
    kind: QuestionKind
    names: Mapping[str, str]
    hints: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    whom: ForWhom = "both"
    choices: tuple[Choice, ...] = ()
    many: bool = False
    feeds: Feeds | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands at the top of a call, in one language."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Call:
    """`opens_at`, `closes_at`: ms; the latter is moved for all. `zone` (IANA): where the team counts, and what the page
    says the deadline in. `purge_on`: the day there on which what was not chosen is deleted. `words`: by language tag.
    `contact`: an address to ask at.
    """

    id: str
    cohort: str
    slug: str
    state: CallState
    whom: ForWhom
    opens_at: int
    closes_at: int
    zone: str
    purge_on: date
    languages: tuple[str, ...]
    words: Mapping[str, Lead]
    questions: tuple[Question, ...]
    contact: str
    made_by: str
    made_at: int
    version: int = 1


@dataclass(frozen=True, slots=True)
class Brought:
    """A file of an application. `stored`: what the storage calls it."""

    id: str
    question: str
    name: str
    type: str
    size: int
    stored: str


@dataclass(frozen=True, slots=True)
class Application:
    """`name`, `email`: who applies, or speaks for the organisation, which `organisation` and `people` (the others of
    it) name. `answers`: by key of question; `needs`: what they need in order to take part, which is no part of the
    choice. Until it is sent it is the applicant's alone.

    `purge_on`: the day that the applicant was shown; whatever the call says later, it is deleted no later.
    """

    id: str
    call: str
    cohort: str
    part: Part
    manner: Manner
    name: str
    email: str
    language: str
    zone: str
    made_at: int
    purge_on: date
    state: ApplicationState = "draft"
    outcome: Outcome = "none"
    organisation: str = ""
    people: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    needs: str = ""
    files: tuple[Brought, ...] = ()
    sent_at: int | None = None
    version: int = 1
