"""Who can take part in a run, and what looks wrong in a list of people who should. Pure."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from server.errors import Refused
from server.programmes.model import EnrolmentRole

OTHER_SIDE: Mapping[str, EnrolmentRole] = {"mentor": "mentee", "mentee": "mentor"}
"""Nobody is both in the same run: the two talk about each other among themselves."""
FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for one, on the machine of whoever opens the list next."""
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


@dataclass(frozen=True, slots=True)
class Line:
    """`email`: as it is compared; empty where there is none that could be one. `name`: as it is compared."""

    email: str
    name: str
    role: EnrolmentRole | None


@dataclass(slots=True)
class Findings:
    """`faults`, `doubts`: codes of refusals; `other`: the number of the line that one of them compares it with."""

    faults: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    other: int | None = None


def look_over(
    lines: Sequence[Line], there: Mapping[str, Collection[EnrolmentRole]], names: Mapping[str, Collection[str]]
) -> list[Findings]:
    """What each line has to do with the others, and with the run: `there`, by address, who takes part as what;
    `names`, by name, the addresses of those whom the reader knows. Lines are numbered from 1."""
    earlier: defaultdict[str, dict[EnrolmentRole, int]] = defaultdict(dict)
    named: dict[str, tuple[int, str]] = {}
    found = []
    for number, line in enumerate(lines, 1):
        one = Findings()
        if line.email and line.role is not None:
            _compare_parts(one, line.role, there.get(line.email, ()), earlier[line.email])
            earlier[line.email].setdefault(line.role, number)
        if line.email and line.name:
            before = named.setdefault(line.name, (number, line.email))
            if before[1] != line.email:
                one.doubts.append("name_doubled")
                one.other = one.other or before[0]
            elif set(names.get(line.name, ())) - {line.email}:
                one.doubts.append("name_doubled")
        found.append(one)
    return found


def _compare_parts(
    one: Findings, role: EnrolmentRole, there: Collection[EnrolmentRole], earlier: Mapping[EnrolmentRole, int]
) -> None:
    other_side = OTHER_SIDE.get(role)
    if role in earlier:
        one.faults.append("line_doubled")
        one.other = earlier[role]
    elif role in there:
        one.faults.append("already_enrolled")
    if other_side is not None and (other_side in earlier or other_side in there):
        one.faults.append("other_side")
        one.other = one.other or earlier.get(other_side)


def collides(role: EnrolmentRole | None, there: Collection[EnrolmentRole]) -> bool:
    """Whether nobody can be this who is those already."""
    return role is not None and (role in there or OTHER_SIDE.get(role) in there)


def is_mixed(name: str) -> bool:
    """Whether a word of it has letters of two scripts, as when a Latin `o` stands in a Cyrillic word."""
    words = name.replace("-", " ").split()
    return any(len({script for letter in word if (script := _script(letter))}) > 1 for word in words)


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((script for script in SCRIPTS if name.startswith(script)), "")


def check_leaves(leads_left: bool, in_mentorship: bool) -> None:
    """Raises Refused last_coordinator, has_mentorship."""
    if not leads_left:
        raise Refused("last_coordinator")
    if in_mentorship:
        raise Refused("has_mentorship")
