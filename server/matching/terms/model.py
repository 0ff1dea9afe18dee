"""A run's own lists, from which its people choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["skill", "discipline", "trait"]
"""What a mentee wants to be able to do and a mentor can give; a field of work; what somebody is."""
KINDS: tuple[Kind, ...] = ("skill", "discipline", "trait")


@dataclass(frozen=True, slots=True)
class Term:
    """`key` stays, whatever it is called. `names`: by language tag, in the order of who wrote them."""

    key: str
    kind: Kind
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Terms:
    """Of a run, in the order in which they are shown. `version`: 1 as long as nobody has changed them."""

    list: tuple[Term, ...]
    version: int = 1
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """By key."""


def terms(found: Iterable[Term], version: int = 1) -> Terms:
    listed = tuple(found)
    return Terms(listed, version, {one.key: one.kind for one in listed})
