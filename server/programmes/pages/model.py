"""A public page, and what it says of whom it owes thanks to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from server.contract.alumni import PageLink
from server.programmes.model import Credit


@dataclass(frozen=True, slots=True)
class Page:
    """`until`: its last day in the person's zone. `listed`: search engines may show it."""

    person: str
    slug: str
    name: str
    words: Mapping[str, str]
    links: Sequence[PageLink]
    cohort: str
    until: date
    listed: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Of the run that a page came of."""

    programme_names: Mapping[str, str]
    credits: Sequence[Credit]
