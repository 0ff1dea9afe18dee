"""Answering an open call without an account: begun on a public page, come back to by a mailed link, sent, taken back.

What somebody writes is theirs until they send it. Whether an address has applied can be learned from nothing: who
begins gets an application of their own each time, and who asks for a link is told the same whatever there is.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from server.accounts.attempts import MAILS, Attempts, Limit, Tries
from server.accounts.rules import clean_email, clean_name, clean_zone, fold_email, is_email
from server.addresses import network_of
from server.clock import Clock, day_in, known_zones
from server.database import Connection, Database
from server.errors import Refused
from server.flows.open_calls import both_scripts, forget, in_language, mail_of
from server.flows.reviewing import keep_opened
from server.ids import new_id
from server.languages import best_language
from server.matching.calls import service as calls
from server.matching.calls.model import PEOPLE
from server.matching.calls.rules import FILES, LONG_LIMIT, SAID_LANGUAGES, TEXT_LIMIT, check_answer
from server.matching.calls.service import Answer, Application, Brought, Call, Question
from server.matching.selection import service as selection
from server.matching.terms import service as terms
from server.matching.terms.service import Kind, Term
from server.policy import Actor, Verb, may
from server.post.service import call_back, enqueue
from server.programmes.founding import service as founding
from server.programmes.founding.rules import COUNTRIES
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.model import Credit
from server.programmes.pages.rules import holding
from server.programmes.words import clean_line, clean_words
from server.rooms.things.files.checking import checked
from server.rooms.things.files.names import clean_name as clean_file_name
from server.rooms.things.files.types import said_type
from server.storage.port import BytesMissing, Storage, StorageAway, new_name
from server.unit_of_work import UnitOfWork, Writer

FILE_BYTES = 10 * 2**20
"""Of one file that goes with an application."""
NEED_LIMIT = 2_000
"""Letters of what becomes a part of a profile."""
NAME_LIMIT = 200
BEGINS = Tries(30, 60)
"""From one network: a workshop in which everybody applies at once."""
SAVES = Tries(60, 5)
"""Of one application."""
LOOKS = Tries(60, 5)
"""At links that lead nowhere, from one network."""
LINKS_MAILED = 3
"""To one address that asks for its links."""
DELETED_AT_ONCE = 100
Fields = Mapping[str, Sequence[str]]
"""What a form sent, by the name of its field."""
Faults = dict[str, Refused]
"""By key of question, or name of field: what is wrong there."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a form sent it. `data`: None where it was too large to be kept."""

    question: str
    name: str
    type: str
    data: bytes | None


# ── the page for everybody ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Thanks:
    """To a funder, in the reader's language. `words` and `disclaimer` may be empty."""

    funder: str
    words: str
    disclaimer: str


@dataclass(frozen=True, slots=True)
class Sight:
    """A call as somebody reads it. `languages`: those that it is there in. `organisation`: who leads the run.
    `offered`: the run's terms. `preview`: it is not open to anybody but its team. `now`: ms."""

    call: Call
    language: str
    languages: tuple[str, ...]
    title: str
    words: str
    programme: str
    organisation: str
    thanks: tuple[Thanks, ...]
    offered: tuple[Term, ...]
    preview: bool
    now: int


def public(connection: Connection, slug: str, wishes: Sequence[str], person: str | None, now: int) -> Sight | None:
    """In the first of the wished languages that it is there in. `person`: who is signed in, if anybody is. None where
    there is no call, or a draft of which the person is not told."""
    call = calls.call_at(connection, slug)
    if call is None or (call.state == "draft" and not _leads(connection, person, call.cohort)):
        return None
    return _seen(connection, call, wishes, now)


def _leads(connection: Connection, person: str | None, cohort: str) -> bool:
    standing = subject(coordinators(connection, cohort))
    return person is not None and may(Actor(person), Verb.CHANGE_COHORT, standing)


def _seen(connection: Connection, call: Call, wishes: Sequence[str], now: int) -> Sight:
    there = both_scripts({tag: call.words[tag].words for tag in call.languages})
    titles = both_scripts({tag: call.words[tag].title for tag in call.languages})
    wanted = wishes[0] if wishes else call.languages[0]
    language = next((one for one in wishes if one in there), best_language(there, wanted))
    run = founding.cohorts(connection, [call.cohort])[call.cohort]
    offer = founding.programmes(connection, {run.programme})[run.programme]
    partners = founding.partners(connection, [call.cohort]).get(call.cohort, {})
    lead = next((one for one, role in partners.items() if role == "lead"), offer.lead)
    organisation = founding.organisations(connection, [lead])[lead]
    credits = holding(founding.credits_of(connection, call.cohort), day_in(now, call.zone))
    return Sight(
        call=call,
        language=language,
        languages=tuple(there),
        title=titles[language],
        words=there[language],
        programme=in_language(run.names or offer.names, language),
        organisation=in_language(organisation.names, language),
        thanks=tuple(_thanks(one, language) for one in credits),
        offered=terms.of_cohort(connection, call.cohort).list,
        preview=call.state == "draft",
        now=now,
    )


def _thanks(one: Credit, language: str) -> Thanks:
    return Thanks(one.funder, in_language(one.words, language), in_language(one.disclaimer, language))


_KINDS: Mapping[str, Kind] = {
    "skills": "skill",
    "back": "skill",
    "disciplines": "discipline",
    "traits": "trait",
    "requires": "trait",
}


def terms_for(question: Question, offered: Sequence[Term]) -> list[Term]:
    """What a question offers to choose from."""
    return [one for one in offered if one.kind == _KINDS[question.feeds or "skills"]]


# ── what was typed ────────────────────────────────────────────────────────────────────────────────────────────────────


def limit_of(question: Question) -> int:
    """Letters."""
    if question.kind == "text":
        return TEXT_LIMIT
    return NEED_LIMIT if question.feeds else LONG_LIMIT


def read_own(one: Application, fields: Fields) -> tuple[Application, Faults]:
    """What is said of oneself: what is good of it is taken, and the rest stays as it was."""
    faults: Faults = {}

    def take(name: str, clean: Any, before: str) -> str:
        if name not in fields:
            return before
        try:
            return str(clean(_first(fields, name)))
        except Refused as refused:
            faults[name] = refused
            return before

    def line(text: str) -> str:
        return clean_line(text, NAME_LIMIT) if text.strip() else ""

    def person(text: str) -> str:
        return clean_name(text) if text.strip() else ""

    people = [take(f"person_{place + 2}", person, _at(one.people, place)) for place in range(PEOPLE - 1)]
    after = replace(
        one,
        name=take("name", clean_name, one.name),
        email=take("email", clean_email, one.email),
        zone=take("zone", lambda zone: clean_zone(zone, known_zones()), one.zone),
        organisation=take("organisation", line, one.organisation) if one.manner == "organisation" else "",
        people=tuple(filter(None, people)) if one.manner == "organisation" else (),
    )
    return after, faults


def _at(values: Sequence[str], place: int) -> str:
    return values[place] if place < len(values) else ""


def _first(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")


def read_answers(call: Call, one: Application, fields: Fields, offered: Sequence[Term]) -> tuple[Application, Faults]:
    """As `read_own`, of what the call asks."""
    answers, needs, faults = dict(one.answers), one.needs, Faults()
    for question in calls.asked_of(call, one.part):
        if question.kind == "file":
            continue
        try:
            answer = _answer(question, fields, offered)
        except Refused as refused:
            faults[question.key] = refused
            continue
        if question.kind == "access_needs":
            needs = str(answer)
        elif answer:
            answers[question.key] = answer
        else:
            answers.pop(question.key, None)
    return replace(one, answers=answers, needs=needs), faults


def _answer(question: Question, fields: Fields, offered: Sequence[Term]) -> Answer:
    """Raises Refused text_…, answer_invalid."""
    name = f"q_{question.key}"
    match question.kind:
        case "text" | "long" | "access_needs":
            text, limit = _first(fields, name), limit_of(question)
            clean = clean_line if question.kind == "text" else clean_words
            return clean(text, limit) if text.strip() else ""
        case "country":
            country = _first(fields, name)
            if country and country not in COUNTRIES:
                raise Refused("answer_invalid")
            return country
        case "languages":
            answer: Answer = said_languages(question, fields)
        case _:
            answer = tuple(dict.fromkeys(filter(None, fields.get(name, ()))))
    keys = [term.key for term in terms_for(question, offered)] if question.kind == "terms" else []
    check_answer(question, answer, keys)
    return answer


def said_languages(question: Question, fields: Fields) -> dict[str, int]:
    """Raises Refused answer_invalid for a language without a level."""
    found: dict[str, int] = {}
    for place in range(1, SAID_LANGUAGES + 1):
        tag, level = (_first(fields, f"q_{question.key}_{what}_{place}") for what in ("tag", "level"))
        if tag and level not in tuple("123456"):
            raise Refused("answer_invalid")
        if tag:
            found[tag] = int(level)
    return found


# ── applying ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Mine:
    """An application as its applicant reads it."""

    sight: Sight
    one: Application


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of what was typed: `told` says it, `faults` where it could not be taken."""

    mine: Mine
    told: str
    faults: Faults
    unused: tuple[str, ...] = ()


@dataclass(slots=True)
class Applying:
    database: Database
    writer: Writer[Any]
    storage: Storage
    clock: Clock
    limited: bool
    mails: Attempts = field(init=False)
    begins: Limit = field(init=False)
    saves: Limit = field(init=False)
    looks: Limit = field(init=False)
    checking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    def __post_init__(self) -> None:
        self.mails = Attempts(time.monotonic, limited=self.limited, bounds=MAILS)
        self.begins = Limit(time.monotonic, BEGINS, limited=self.limited)
        self.saves = Limit(time.monotonic, SAVES, limited=self.limited)
        self.looks = Limit(time.monotonic, LOOKS, limited=self.limited)

    # ── beginning ─────────────────────────────────────────────────────────────────────────────────────────────────────

    async def begin(self, sight: Sight, fields: Fields, address: str) -> str | Faults:
        """The token with which it goes on here; the mail brings another one. Raises Refused too_many_attempts,
        call_over, call_full."""
        if not calls.takes(sight.call, self.clock()):
            raise Refused("call_over")
        one, faults = read_own(self._new(sight, fields), fields)
        faults |= {name: Refused("answer_missing") for name in ("name", "email") if not _first(fields, name).strip()}
        if faults:
            return faults
        self.begins.take(network_of(address))
        told = self._may_mail(one.email, address)
        return await self.writer.run(lambda unit: _begin(unit, sight.call, one, told=told))

    def _new(self, sight: Sight, fields: Fields) -> Application:
        call = sight.call
        part = {"mentees": "mentee", "mentors": "mentor"}.get(call.whom, _first(fields, "part"))
        return Application(
            id=new_id(),
            call=call.id,
            cohort=call.cohort,
            part="mentor" if part == "mentor" else "mentee",
            manner="organisation" if _first(fields, "manner") == "organisation" else "person",
            name="",
            email="",
            language=sight.language,
            zone=call.zone,
            made_at=self.clock(),
            purge_on=call.purge_on,
        )

    def _may_mail(self, email: str, address: str) -> bool:
        """Above the limits, quietly, nothing is mailed."""
        try:
            self.mails.begin(fold_email(email), address)
        except Refused:
            return False
        return True

    def mail_link(self, call: Call, email: str, address: str) -> None:
        """To who began or sent something with this address. Nobody waits for it: whether there is anything shows
        neither in the answer nor in its time."""
        if is_email(fold_email(email)) and self._may_mail(email, address):
            self.writer.submit(lambda unit: _mail_links(unit, call, fold_email(email)), lambda _outcome: None)

    # ── going on ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def look(self, token: str, address: str) -> Mine | None:
        """None where there is nothing, or nothing any more. Raises Refused too_many_attempts."""
        mine = await self.database.read(lambda connection: _mine(connection, token, self.clock()))
        if mine is None:
            self.looks.take(network_of(address))
        return mine

    async def take(self, token: str, fields: Fields, uploads: Sequence[Upload], do: str, address: str) -> Taken | None:
        """Saves, sends or removes a file, as the button says. Raises Refused too_many_attempts, unavailable."""
        mine = await self.look(token, address)
        if mine is None:
            return None
        self.saves.take(mine.one.id)
        brought, faults = await self._bring(mine, uploads)
        told = self._may_mail(_first(fields, "email") or mine.one.email, address) if do == "send" else False
        try:
            taken = await self.writer.run(
                lambda unit: _take(unit, token, fields, brought, dict(faults), do, mail_again=told)
            )
        except Refused as refused:
            # Of a database that went away nobody knows yet whether it has taken the rows: the sweep finds out.
            if refused.code != "unavailable":
                await self._delete([file.stored for file in brought])
            raise
        await self._delete([file.stored for file in brought] if taken is None else taken.unused)
        return taken

    async def _bring(self, mine: Mine, uploads: Sequence[Upload]) -> tuple[list[Brought], Faults]:
        """Looked through and stored, and not yet named by any row."""
        asked = {one.key: one for one in calls.asked_of(mine.sight.call, mine.one.part) if one.kind == "file"}
        brought: list[Brought] = []
        faults: Faults = {}
        if not calls.takes(mine.sight.call, self.clock()):
            return brought, faults
        for upload in uploads:
            if upload.question not in asked:
                continue
            try:
                brought.append(await self._store(upload))
            except Refused as refused:
                if refused.code == "unavailable":
                    await self._delete([file.stored for file in brought])
                    raise
                faults[upload.question] = refused
        return brought, faults

    async def _store(self, upload: Upload) -> Brought:
        """Raises Refused file_…, picture_too_large, sound_too_long, unavailable."""
        said = said_type(upload.type, upload.name)
        if said is None:
            raise Refused("file_type_not_allowed")
        if upload.data is None:
            raise Refused("file_too_large", limit=FILE_BYTES // 2**20)
        if not upload.data:
            raise Refused("file_empty")
        data = upload.data
        async with self.checking:
            found = await asyncio.to_thread(checked, data, said)
        stored = new_name()
        try:
            await self.storage.put(stored, found.data)
        except StorageAway:
            raise Refused("unavailable") from None
        name = clean_file_name(upload.name, found.type)
        return Brought(new_id(), upload.question, name, found.type.mime, len(found.data), stored)

    async def _delete(self, names: Sequence[str]) -> None:
        if names:
            with suppress(StorageAway):
                await self.storage.delete(names)

    async def withdraw(self, token: str, address: str) -> Mine | None:
        """Everything in it is gone at once; a mail says so. None where there was nothing."""
        mine = await self.look(token, address)
        if mine is None:
            return None
        return await self.writer.run(lambda unit: _withdraw(unit, token))

    async def open(self, token: str, file: str, address: str) -> tuple[Brought, AsyncIterator[bytes]] | None:
        """Raises Refused file_missing, unavailable."""
        mine = await self.look(token, address)
        found = None if mine is None else next((one for one in mine.one.files if one.id == file), None)
        return None if found is None else (found, await self.pieces(found.stored))

    async def pieces(self, stored: str) -> AsyncIterator[bytes]:
        """Raises Refused file_missing, unavailable."""
        try:
            return await self.storage.pieces(stored)
        except BytesMissing:
            raise Refused("file_missing") from None
        except StorageAway:
            raise Refused("unavailable") from None

    # ── away ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def tidy(self) -> None:
        """Deletes what has come to its day, and the bytes of what was removed."""
        now = self.clock()
        if await self.database.read(lambda connection: bool(calls.due(connection, now))):
            while await self.writer.run(_forget_some):
                pass
        while names := await self.database.look_up(lambda connection: calls.released(connection, DELETED_AT_ONCE)):
            try:
                await self.storage.delete(names)
            except StorageAway:
                return
            gone = list(names)
            await self.writer.run(lambda unit, gone=gone: calls.drop_files(unit.connection, gone))  # type: ignore[misc]


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _forget_some(unit: UnitOfWork) -> bool:
    """Whether more have come to their day: a call's all do at once, and nobody else is to wait for that."""
    due = calls.due(unit.connection, unit.now)
    forget(unit, due[:DELETED_AT_ONCE])
    return len(due) > DELETED_AT_ONCE


def _begin(unit: UnitOfWork, call: Call, one: Application, *, told: bool) -> str:
    """`call`: as it was read; closed or removed meanwhile, it takes nothing. Raises Refused call_over, call_full."""
    now = calls.find_call(unit.connection, call.id)
    if now is None:
        raise Refused("call_over")
    calls.begin(unit, now, replace(one, purge_on=now.purge_on))
    if told:
        enqueue(unit, mail_of("application_begun", call, one, calls.new_link(unit, one.id)))
    return calls.new_link(unit, one.id)


def _mail_links(unit: UnitOfWork, call: Call, email: str) -> None:
    """Of a few, since anybody can begin many with somebody else's address: what was sent, then what was begun first."""
    addresses = calls.addresses(unit.connection, call.id)
    for id in [id for id, address in addresses.items() if fold_email(address) == email][:LINKS_MAILED]:
        one = calls.begun_or_sent(unit.connection, id)
        if one is not None:
            enqueue(unit, mail_of("application_link", call, one, calls.new_link(unit, id)))


def _mine(connection: Connection, token: str, now: int) -> Mine | None:
    found = calls.by_token(connection, token)
    if found is None:
        return None
    call, one = found
    return Mine(_seen(connection, call, [one.language], now), one)


def _take(
    unit: UnitOfWork,
    token: str,
    fields: Fields,
    brought: Sequence[Brought],
    faults: Faults,
    do: str,
    *,
    mail_again: bool,
) -> Taken | None:
    mine = _mine(unit.connection, token, unit.now)
    if mine is None:
        return None
    call, before = mine.sight.call, mine.one
    unused = tuple(file.stored for file in brought)
    if not calls.takes(call, unit.now):
        return Taken(mine, "over", {}, unused)
    if _first(fields, "version") != str(before.version):
        return Taken(mine, "changed", {}, unused)
    one, wrong = read_own(before, fields)
    one, wrong_answers = read_answers(call, one, fields, mine.sight.offered)
    removed = do.removeprefix("remove:") if do.startswith("remove:") else ""
    files, full = _files_after(call, one, brought, removed)
    faults |= wrong | wrong_answers
    faults |= {question: Refused("too_many_application_files", limit=FILES) for question in full}
    if do == "send" or before.state == "sent":
        lacking = calls.lacking(call, replace(one, files=files))
        faults = {key: Refused(code) for key, code in lacking.items()} | faults
    if before.state == "sent" and faults:
        # What was sent stays as it is, until all of the new one is good.
        return Taken(mine, "faults", faults, unused)
    one = _with_files(unit, one, files)
    unused = tuple(file.stored for file in brought if file not in files)
    sends = not faults and (do == "send" or before.state == "sent")
    after = calls.send(unit, call, one) if sends else calls.save(unit, call, one)
    _tell(unit, token, call, before, after, sends=sends, mail_again=mail_again)
    told = "faults" if faults else "sent" if sends else "saved"
    return Taken(Mine(mine.sight, after), told, faults, unused)


def _files_after(
    call: Call, one: Application, brought: Sequence[Brought], removed: str
) -> tuple[tuple[Brought, ...], set[str]]:
    """Those that it has then, and the questions that brought more than there is room for."""
    many = {question.key: question.many for question in call.questions}
    files = [file for file in one.files if file.id != removed]
    full: set[str] = set()
    for file in brought:
        if not many[file.question]:
            files = [other for other in files if other.question != file.question]
        if len(files) < FILES:
            files.append(file)
        else:
            full.add(file.question)
    return tuple(files), full


def _with_files(unit: UnitOfWork, one: Application, files: Sequence[Brought]) -> Application:
    there = one.files
    for file in there:
        if file not in files:
            one = calls.remove_file(unit, one, file.id)
    for file in files:
        if file not in there:
            one = calls.add_file(unit, one, file)
    return one


def _tell(
    unit: UnitOfWork,
    token: str,
    call: Call,
    before: Application,
    after: Application,
    *,
    sends: bool,
    mail_again: bool,
) -> None:
    moved = fold_email(before.email) != fold_email(after.email)
    if moved:
        # Whoever has the earlier address by mistake comes in no more.
        call_back(unit, after.id)
        calls.keep_link(unit, after.id, token)
    if sends and (before.state == "draft" or moved or mail_again):
        enqueue(unit, mail_of("application_sent", call, after, calls.new_link(unit, after.id)))
    elif moved:
        enqueue(unit, mail_of("application_begun", call, after, calls.new_link(unit, after.id)))


def _withdraw(unit: UnitOfWork, token: str) -> Mine | None:
    mine = _mine(unit.connection, token, unit.now)
    if mine is None:
        return None
    call_back(unit, mine.one.id)
    if mine.one.state == "draft":
        # Nobody ever read it, and nobody need know that it was there.
        forget(unit, [mine.one.id])
    else:
        calls.withdraw(unit, mine.one)
        # What others wrote of it goes with it.
        selection.forget(unit.connection, [mine.one.id])
        unit.erases = True
    enqueue(unit, mail_of("application_withdrawn", mine.sight.call, mine.one, ""))
    return mine


def of_applicant(unit: UnitOfWork, actor: str, application: str) -> Mine:
    """For who leads the run, to be given to whose it is: as they read it themselves. That somebody opened it is kept.
    Raises Refused not_found, also for who has said that they are too near."""
    one = calls.application(unit.connection, application)
    call = None if one is None else calls.find_call(unit.connection, one.call)
    if one is None or call is None or not _leads(unit.connection, actor, one.cohort):
        raise Refused("not_found")
    if application in selection.conflicts_of(unit.connection, actor):
        raise Refused("not_found")
    keep_opened(unit, actor, one)
    return Mine(_seen(unit.connection, call, [one.language], unit.now), one)


def until(call: Call) -> tuple[date, date]:
    """The days on which what was not chosen, and what was not sent, is deleted."""
    return call.purge_on, calls.draft_until(call)


def asked(mine: Mine) -> list[Question]:
    return calls.asked_of(mine.sight.call, mine.one.part)
