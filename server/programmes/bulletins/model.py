"""An announcement, what was answered, and whom one is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.contract.bulletins import Audience, BulletinText


@dataclass(frozen=True, slots=True)
class Bulletin:
    """`organisation`: only people whom it brought in; None for all of the run. `at`: ms. `people`: how many it is for.

    `told_to`: the last person who was told of it, by id; empty for nobody yet, None when all were. Of one that was
    taken back they are told that it is gone, and it goes with that.
    """

    id: str
    cohort: str
    author: str
    audience: Audience
    organisation: str | None
    texts: Mapping[str, BulletinText]
    at: int
    people: int = 0
    told_to: str | None = ""
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Mine:
    """One that is for a person. `read`: they have put it away."""

    bulletin: Bulletin
    programme_names: Mapping[str, str]
    read: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """`at`: ms."""

    id: str
    bulletin: str
    person: str
    words: str
    at: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Answers to one announcement: how many, and how many since its author last looked."""

    answers: int
    new: int
