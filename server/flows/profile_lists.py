"""Profiles as a list: taken out for a spreadsheet, and taken in again after every line was looked over."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import cast, get_args

from server.accounts.service import names_of, readers
from server.contract import profiles as contract
from server.contract.commands import Done
from server.contract.profiles import CellFault, Column, NewProfile
from server.database import Connection
from server.errors import Refused
from server.flows.cohort_pages import cohort_seen
from server.flows.people_lists import FILE_LIMIT
from server.flows.profiling import Said, everybody, shown, write
from server.languages import best_language
from server.matching.profiles import service as profiles
from server.matching.profiles.service import FIELDS, TEAM_WORDS_LIMIT, WORDS_LIMIT, Profile
from server.matching.terms import service as terms
from server.matching.terms.service import Kind, Terms
from server.post.latin import latin
from server.post.wording import shown_language, text
from server.programmes.enrolments.rules import OTHER_SIDE
from server.programmes.founding import service as founding
from server.programmes.founding.rules import COUNTRIES
from server.programmes.lists.columns import fold, read_lines
from server.programmes.lists.letters import read_letters
from server.programmes.lists.meaning import language_of, role_of
from server.programmes.repeats import service as repeats
from server.programmes.sums.rules import safe_cell
from server.programmes.words import clean_words
from server.unit_of_work import UnitOfWork

COLUMNS: tuple[Column, ...] = get_args(Column)
LANGUAGES = ("en", "hr", "mk", "sl", "sr-Cyrl", "sr-Latn")
CELL = 3_000
"""Letters that are read of a cell: more than it may hold."""
NOTHING = ("-", "–", "—")
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
_SPOKEN = re.compile(r"(.+?)[\s:(–-]+([ABC][12])\)?", re.IGNORECASE)
_PARTS = re.compile(r"[;|\n]")
_FORMULA = ("=", "+", "@", "\t")
_ESCAPED = ("'=", "'+", "'-", "'@", "'\t", "'\r")
WORDS: Mapping[Column, int] = {"need": WORDS_LIMIT, "goals": WORDS_LIMIT, "for_team": TEAM_WORDS_LIMIT}

# ── out ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def table(connection: Connection, actor: str, cohort: str) -> str:
    """A line for each mentee and mentor whom the reader looks after, in their language and with the separator that
    programs expect there. Raises Refused not_found for who does not coordinate it."""
    who = cohort_seen(connection, actor, cohort)
    reader = readers(connection, [actor]).get(actor)
    language = shown_language(reader.language if reader else "en")
    found = [one for one in everybody(connection, cohort) if who.brought_in(one.part)]
    known = terms.of_cohort(connection, cohort)
    called = {one.key: one.names[best_language(one.names, language)] for one in known.list}
    names = names_of(connection, {*(one.part.person for one in found), *_excluded(found)})
    houses = founding.organisations(connection, {one.part.organisation for one in found if one.part.organisation})
    organisations = {id: one.names[best_language(one.names, language)] for id, one in houses.items()}
    file = io.StringIO(newline="")
    # Where a comma parts the fraction from the number, programs take a semicolon between the cells.
    writer = csv.writer(file, delimiter="," if language == "en" else ";")
    writer.writerow([_heading(language, column) for column in COLUMNS])
    for one in found:
        writer.writerow([safe_cell(cell) for cell in _cells(one, language, called, names, organisations)])
    # Programs of tables read UTF-8 by this mark alone.
    return "\ufeff" + file.getvalue()


def _excluded(found: Sequence[Said]) -> set[str]:
    return set(chain.from_iterable(one.profile.excludes for one in found))


def _heading(language: str, column: Column) -> str:
    return text(language, "profiles-columns", None, column.replace("_", "-"))


def _cells(
    one: Said, language: str, called: Mapping[str, str], names: Mapping[str, str], organisations: Mapping[str, str]
) -> list[str]:
    said = one.profile
    cells: dict[Column, str] = {
        "key": said.person,
        "name": names.get(said.person, ""),
        "role": text(language, "profiles-role", None, said.role),
        "organisation": organisations.get(one.part.organisation or "", ""),
        "need": said.need,
        "goals": said.goals,
        "languages": "; ".join(f"{tag} {LEVELS[level - 1]}" for tag, level in said.languages.items()),
        "country": said.country or "",
        "capacity": str(said.capacity) if said.role == "mentor" else "",
        "for_team": said.for_team,
        "excludes": "; ".join(names.get(person, person) for person in said.excludes),
    }
    for field in FIELDS:
        cells[cast(Column, field)] = "; ".join(called.get(key, key) for key in getattr(said, field))
    return [cells[column] for column in COLUMNS]


# ── in ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

Rows = tuple[list[tuple[int, dict[Column, str]]], str]
"""Each line with its number, and the encoding that they were in."""


def read_rows(asked: contract.ReadProfileList) -> Rows:
    """Raises Refused bad_request, too_large, list_unreadable, list_empty, list_too_long."""
    if (asked.pasted is None) == (asked.file is None):
        raise Refused("bad_request", detail="one of pasted and file has to be there")
    if max(len(asked.pasted or ""), len(asked.file or b"")) > FILE_LIMIT:
        raise Refused("too_large", limit=FILE_LIMIT)
    words, encoding = (asked.pasted, "UTF-8") if asked.pasted is not None else read_letters(asked.file or b"")
    lines = [(number, cells) for number, cells in read_lines(words, CELL) if any(cells)]
    if len(lines) < 2:
        raise Refused("list_empty")
    headings = [_column(cell) for cell in lines[0][1]]
    if "key" not in headings and "name" not in headings:
        raise Refused("list_unreadable")
    return [(number, dict(_named(headings, cells))) for number, cells in lines[1:]], encoding


@cache
def _headings() -> dict[str, Column]:
    """In all our languages, and as the code has them."""
    found = {_folded(_heading(language, column)): column for language in LANGUAGES for column in COLUMNS}
    return {column: column for column in COLUMNS} | found


def _column(heading: str) -> Column | None:
    return _headings().get(_folded(heading).strip(" :*."))


def _named(headings: Sequence[Column | None], cells: Sequence[str]) -> Iterator[tuple[Column, str]]:
    for column, cell in zip(headings, cells, strict=False):
        if column is not None and cell:
            # What was escaped on the way out.
            yield column, cell[1:] if cell.startswith(_ESCAPED) else cell


def _folded(words: str) -> str:
    return fold(words, latin)


@dataclass(slots=True)
class _Reading:
    """What the lines are compared with. `theirs`: whom the reader looks after, by number and by folded name."""

    theirs: Mapping[str, Sequence[Said]]
    by_name: Mapping[str, Sequence[Said]]
    terms: Mapping[Kind, Mapping[str, str]]
    names: Mapping[str, str]


def preview(connection: Connection, actor: str, cohort: str, read: Rows) -> contract.ReadProfiles:
    """Nothing is stored. Raises Refused not_found for who does not coordinate the run."""
    who = cohort_seen(connection, actor, cohort)
    found = [one for one in everybody(connection, cohort) if who.brought_in(one.part)]
    names = names_of(connection, {one.part.person for one in found} | _excluded(found))
    reading = _Reading(
        theirs=_grouped(found, lambda one: one.part.person),
        by_name=_grouped(found, lambda one: _folded(names.get(one.part.person, ""))),
        terms=_meaning(terms.of_cohort(connection, cohort)),
        names=names,
    )
    rows, encoding = read
    earlier: set[tuple[str, str]] = set()
    lines = tuple(_line(reading, number, cells, earlier) for number, cells in rows)
    bad = sum(bool(one.faults) for one in lines)
    return contract.ReadProfiles(lines, len(lines) - bad, bad, encoding)


def _grouped(found: Sequence[Said], by: Callable[[Said], str]) -> Mapping[str, Sequence[Said]]:
    grouped: defaultdict[str, list[Said]] = defaultdict(list)
    for one in found:
        grouped[by(one)].append(one)
    return grouped


def _meaning(known: Terms) -> dict[Kind, dict[str, str]]:
    """Of each kind, by key and by folded name in whichever language: the key."""
    meaning: dict[Kind, dict[str, str]] = {kind: {} for kind in terms.KINDS}
    for one in known.list:
        meaning[one.kind] |= {_folded(name): one.key for name in (*one.names.values(), one.key)}
    return meaning


def _line(
    reading: _Reading, number: int, cells: Mapping[Column, str], earlier: set[tuple[str, str]]
) -> contract.ProfileLine:
    faults: list[CellFault] = []
    one = _whose(reading, cells, faults)
    if one is None:
        return contract.ProfileLine(number, cells.get("name") or cells.get("key", ""), None, (), tuple(faults), None)
    seat = (one.part.person, one.profile.role)
    name = reading.names.get(one.part.person, "")
    if seat in earlier:
        faults.append(CellFault("name", "line_doubled", name))
    earlier.add(seat)
    after = _after(reading, one.profile, cells, faults)
    changes = tuple(
        column for column in COLUMNS[4:] if getattr(after, column, None) != getattr(one.profile, column, None)
    )
    taken = None
    if not faults:
        taken = NewProfile(after.person, after.role, one.profile.version, shown(after), after.excludes)
    return contract.ProfileLine(number, name, one.profile.role, changes, tuple(faults), taken)


def _whose(reading: _Reading, cells: Mapping[Column, str], faults: list[CellFault]) -> Said | None:
    key, name = cells.get("key", ""), cells.get("name", "")
    found = reading.theirs.get(key, ()) if key else reading.by_name.get(_folded(name), ())
    role = cells.get("role", "")
    wanted = role_of(_folded(role)) if role else None
    found = [one for one in found if not role or one.profile.role == wanted]
    if len(found) == 1:
        return found[0]
    code = "name_unclear" if found else "not_enrolled"
    faults.append(CellFault("key" if key else "name", code, key or name))
    return None


def _after(reading: _Reading, one: Profile, cells: Mapping[Column, str], faults: list[CellFault]) -> Profile:
    changed: dict[str, object] = {}
    for column in COLUMNS[4:]:
        cell = cells.get(column, "")
        if not cell:
            continue
        try:
            changed[column] = _understood(reading, one, column, "" if cell in NOTHING else cell)
        except _Unclear as unclear:
            faults.append(CellFault(column, unclear.code, unclear.words[:80]))
    after = replace(one, **changed)  # type: ignore[arg-type]
    try:
        profiles.check(after)
    except Refused as refused:
        faults.append(CellFault("name", refused.code, ""))
    return after


class _Unclear(Exception):
    """A cell that can't be taken: the code of a refusal, and what stands there."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(code)
        self.code, self.words = code, words


def _understood(reading: _Reading, one: Profile, column: Column, cell: str) -> object:
    if column in WORDS:
        return _words(cell, WORDS[column])
    if column in FIELDS:
        return _chosen(reading.terms[FIELDS[column]], cell)
    if column == "languages":
        return dict(map(_spoken, _parts(cell)))
    if column == "country":
        return _country(cell)
    if column == "capacity":
        return _capacity(cell)
    return tuple(_other(reading, one, part) for part in _parts(cell))


def _words(cell: str, limit: int) -> str:
    if cell.startswith(_FORMULA):
        raise _Unclear("cell_formula", cell)
    try:
        return clean_words(cell, limit) if cell else ""
    except Refused as refused:
        raise _Unclear(refused.code, cell) from None


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(cell) if part.strip()]


def _chosen(meaning: Mapping[str, str], cell: str) -> tuple[str, ...]:
    """Some names have a comma in them: only what is no name as a whole is parted at its commas."""
    found: list[str] = []
    for part in _parts(cell):
        pieces = [part] if _folded(part) in meaning else part.split(",")
        for piece in pieces:
            key = meaning.get(_folded(piece))
            if key is None:
                raise _Unclear("term_unknown", piece.strip())
            found.append(key)
    return tuple(dict.fromkeys(found))


def _spoken(part: str) -> tuple[str, int]:
    found = _SPOKEN.fullmatch(part)
    if found is None:
        raise _Unclear("level_unknown", part)
    word = found[1].strip()
    tag = word.lower() if re.fullmatch("[A-Za-z]{2,3}", word) else (language_of(_folded(word), word) or "")
    if not tag:
        raise _Unclear("language_unknown", part)
    return tag.partition("-")[0], LEVELS.index(found[2].upper()) + 1


def _country(cell: str) -> str | None:
    if cell and cell.upper() not in COUNTRIES:
        raise _Unclear("country_unknown", cell)
    return cell.upper() or None


def _capacity(cell: str) -> int:
    if not re.fullmatch("[0-9]{1,2}", cell):
        raise _Unclear("capacity_invalid", cell)
    return int(cell)


def _other(reading: _Reading, one: Profile, part: str) -> str:
    """Of the other side, whom the reader sees; or whoever stands there already."""
    there = [person for person in one.excludes if part in (person, reading.names.get(person))]
    both = [*reading.theirs.get(part, ()), *reading.by_name.get(_folded(part), ())]
    found = there or [each.part.person for each in both if each.profile.role == OTHER_SIDE[one.role]]
    if len(set(found)) != 1:
        raise _Unclear("name_unclear" if found else "not_enrolled", part)
    return found[0]


def take(unit: UnitOfWork, actor: str, cohort: str, wanted: contract.SetProfiles) -> Done:
    """All of them or none. Raises Refused list_has_faults with the first that is refused, changed_meanwhile, not_found,
    cohort_over, command_conflict."""
    cohort_seen(unit.connection, actor, cohort)
    asked = repeats.digest(wanted, cohort)
    if repeats.made_before(unit, actor, wanted.command_id, asked) is not None:
        return Done()
    ranked = {(one.person, one.role): one.ranking for one in profiles.of_cohort(unit.connection, cohort)}
    for number, one in enumerate(wanted.profiles, 1):
        ranking = ranked.get((one.person, one.role), ())
        said = contract.SetProfile(one.version, one.profile, one.excludes, ranking)
        try:
            write(unit, actor, cohort, one.role, one.person, said)
        except Refused as refused:
            if refused.code in ("not_found", "cohort_over", "changed_meanwhile"):
                raise
            raise Refused("list_has_faults", line=number, fault=refused.code) from None
    repeats.keep(unit, actor, wanted.command_id, asked, cohort)
    return Done()
