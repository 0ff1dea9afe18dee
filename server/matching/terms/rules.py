"""Which lists a run can have, and what it begins with. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources

import msgspec

from server.errors import Refused
from server.matching.terms.model import Term, Terms, terms

LIMIT = 60
"""Of one kind: people look at all of them on a phone."""
NAME_LIMIT = 80


def check(wanted: Iterable[Term]) -> None:
    """Raises Refused term_twice, too_many_terms."""
    listed = list(wanted)
    if len({one.key for one in listed}) < len(listed):
        raise Refused("term_twice")
    if any(count > LIMIT for count in Counter(one.kind for one in listed).values()):
        raise Refused("too_many_terms", limit=LIMIT)


@cache
def usual() -> Terms:
    """What a run begins with. A key that once stood here stays: people's profiles name it."""
    written = (resources.files(__package__) / "defaults.json").read_bytes()
    return terms(msgspec.json.decode(written, type=tuple[Term, ...]))
