"""What a person agreed to after a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """`found`: wants to be found, with `offers` by language and whether they would mentor again. `expires_at`: ms.
    `asked`: a mail has asked whether it still holds."""

    programme: str
    person: str
    found: bool
    mentor_again: bool
    offers: Mapping[str, str]
    expires_at: int
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """A programme that a person took part in. `ended`: at least one of their runs has, or they are there as one of
    former years."""

    programme: str
    names: Mapping[str, str]
    ended: bool
