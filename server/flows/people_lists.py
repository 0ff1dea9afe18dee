"""A list of people who should take part in a run, looked over before anything is stored: by who reads it first, and by
who takes it then, with the same eyes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from server.accounts.rules import clean_email, clean_language, clean_name, fold_email
from server.accounts.service import comers, known_by_email
from server.contract.programmes import ListLine, ReadList, ReadPeople
from server.database import Connection
from server.errors import Refused
from server.flows.cohort_pages import Seen, cohort_seen
from server.post.latin import latin
from server.programmes.enrolments import rules
from server.programmes.enrolments import service as enrolments
from server.programmes.enrolments.rules import Findings, Line
from server.programmes.founding import service as founding
from server.programmes.lists import columns
from server.programmes.lists.columns import Column, Row, fold
from server.programmes.lists.letters import read_letters
from server.programmes.lists.meaning import language_of, role_of
from server.programmes.model import EnrolmentRole

ReadRows = tuple[list[Row], str]
"""The lines of a list, and the encoding that they were in."""

Roles = defaultdict[str, set[EnrolmentRole]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One person of a list, as somebody wrote them. `organisation`: an id; None where no organisation of the run
    brings them in."""

    name: str
    email: str
    role: EnrolmentRole | None
    language: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Looked:
    """The same, cleaned where that was possible, and what is wrong with it."""

    name: str
    email: str
    role: EnrolmentRole | None
    language: str | None
    organisation: str | None
    findings: Findings


def look_over(connection: Connection, who: Seen, wanted: Sequence[Wanted], now: int, *, doubts: bool) -> list[Looked]:
    """In the order of the list; a bounded number of statements for each five hundred of it. `doubts`: also what only a
    person can judge."""
    partners = founding.partners(connection, [who.cohort.id]).get(who.cohort.id, {})
    allowed = set(partners) if who.leads else {who.organisation}
    cleaned = [_cleaned(one, allowed, leads=who.leads, doubts=doubts) for one in wanted]
    lines = [
        Line(fold_email(one.email) if _has_email(one) else "", _same(one.name) if doubts else "", one.role)
        for one in cleaned
    ]
    emails = [line.email for line in lines if line.email]
    names = _names(connection, who, now) if doubts else {}
    own, others = _roles(connection, who, emails)
    found = rules.look_over(lines, own, names)
    for one, line, findings in zip(cleaned, lines, found, strict=True):
        one.findings.faults.extend(findings.faults)
        if rules.collides(line.role, others.get(line.email, ())) and "already_enrolled" not in findings.faults:
            one.findings.faults.append("others_person")
        one.findings.doubts.extend(findings.doubts)
        one.findings.other = findings.other
    return cleaned


def _has_email(one: Looked) -> bool:
    return "email_invalid" not in one.findings.faults


def _cleaned(one: Wanted, allowed: Collection[str | None], *, leads: bool, doubts: bool) -> Looked:
    findings = Findings()
    name, email = one.name.strip(), one.email.strip()
    if name.startswith(rules.FORMULA):
        findings.faults.append("name_formula")
    else:
        name = _tried(findings, clean_name, name)
    email = _tried(findings, clean_email, email)
    if one.role is None:
        findings.faults.append("role_unknown")
    language = _tried(findings, clean_language, one.language)
    if one.organisation not in allowed and not (leads and one.organisation is None):
        findings.faults.append("organisation_unknown")
    if doubts and rules.is_mixed(name):
        findings.doubts.append("name_mixed")
    known_language = None if "language_unknown" in findings.faults else language
    return Looked(name, email, one.role, known_language, one.organisation, findings)


def _tried(findings: Findings, clean: object, text: str) -> str:
    assert callable(clean)
    try:
        return str(clean(text))
    except Refused as refused:
        findings.faults.append(refused.code)
        return text


def _roles(connection: Connection, who: Seen, emails: Sequence[str]) -> tuple[Roles, Roles]:
    """By address: what those who have one of these take part as in the run, brought in by the reader's own
    organisation, and by others: of these a partner does not learn what they are."""
    known = {one.id: email for email, one in known_by_email(connection, emails).items()}
    own: Roles = defaultdict(set)
    others: Roles = defaultdict(set)
    for part in enrolments.of_people(connection, who.cohort.id, list(known)):
        (own if who.brought_in(part) else others)[known[part.person]].add(part.role)
    return own, others


def _names(connection: Connection, who: Seen, now: int) -> Mapping[str, set[str]]:
    """By name: the addresses of the people in the run whom the reader looks after."""
    theirs = {part.person for part in enrolments.of_cohort(connection, who.cohort.id) if who.brought_in(part)}
    names: defaultdict[str, set[str]] = defaultdict(set)
    for comer in comers(connection, theirs, now).values():
        names[_same(comer.name)].add(fold_email(comer.email))
    return names


def _same(name: str) -> str:
    """A name as it is compared: whichever case and script it is written in, with or without its marks."""
    return fold(name, latin)


# ── reading what somebody pasted, or a spreadsheet wrote ──────────────────────────────────────────────────────────────

FILE_LIMIT = 1024 * 1024
"""Bytes, or characters of what was pasted."""


def read_rows(asked: ReadList) -> tuple[list[Row], str]:
    """The lines, and in which encoding they were. Raises Refused bad_request, too_large, list_unreadable, list_empty,
    list_too_long."""
    if (asked.pasted is None) == (asked.file is None):
        raise Refused("bad_request", detail="one of pasted and file has to be there")
    if max(len(asked.pasted or ""), len(asked.file or b"")) > FILE_LIMIT:
        raise Refused("too_large", limit=FILE_LIMIT)
    text, encoding = (asked.pasted, "UTF-8") if asked.pasted is not None else read_letters(asked.file or b"")
    return columns.read_rows(text, latin), encoding


def preview(connection: Connection, actor: str, cohort: str, asked: ReadList, read: ReadRows, now: int) -> ReadPeople:
    """Nothing is stored. Raises Refused not_found for who does not coordinate the run."""
    who = cohort_seen(connection, actor, cohort)
    rows, encoding = read
    partners = founding.partners(connection, [cohort]).get(cohort, {})
    named = {
        fold(name, latin): one.id
        for one in founding.organisations(connection, list(partners)).values()
        for name in (one.id, *one.names.values())
    }
    usual = asked.organisation or (None if who.leads else who.organisation)
    looked = look_over(connection, who, [_understood(row.cells, asked, named, usual) for row in rows], now, doubts=True)
    numbers = [row.number for row in rows]
    lines = tuple(_line(number, one, numbers) for number, one in zip(numbers, looked, strict=True))
    bad = sum(bool(line.faults) for line in lines)
    return ReadPeople(lines, len(lines) - bad, bad, encoding)


def _understood(cells: Mapping[Column, str], asked: ReadList, named: Mapping[str, str], usual: str | None) -> Wanted:
    role, language, organisation = (cells.get(column, "") for column in _MEANING)
    return Wanted(
        name=cells.get("name", ""),
        email=cells.get("email", ""),
        role=role_of(fold(role, latin)) if role else asked.role,
        language=(language_of(fold(language, latin), language) or language) if language else asked.language,
        organisation=named.get(fold(organisation, latin), organisation) if organisation else usual,
    )


_MEANING: tuple[Column, ...] = ("role", "language", "organisation")


def _line(number: int, one: Looked, numbers: Sequence[int]) -> ListLine:
    found = one.findings
    return ListLine(
        line=number,
        name=one.name,
        email=one.email,
        role=one.role,
        language=one.language,
        organisation=None if "organisation_unknown" in found.faults else one.organisation,
        faults=tuple(dict.fromkeys(found.faults)),
        doubts=tuple(dict.fromkeys(found.doubts)),
        other=None if found.other is None else numbers[found.other - 1],
    )
