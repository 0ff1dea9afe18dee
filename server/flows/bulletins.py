"""What the team announces: by whom and to whom it may be, how each person reads it, and that it goes out as a mail.

An announcement is the team's own words. What is answered reaches its author alone: not the lead, not a colleague.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from server.accounts.service import language_of, names_of, readers
from server.contract import bulletins as contract
from server.contract.bulletins import AnswerBulletin, NewBulletin
from server.contract.commands import Done
from server.contract.views import Person
from server.database import Connection, Database
from server.errors import Refused
from server.languages import best_language
from server.policy import Actor, CohortSubject, Verb, may
from server.post.latin import latin
from server.post.model import Values
from server.post.service import Mail, call_back, enqueue_wanted
from server.programmes.bulletins import service as bulletins
from server.programmes.bulletins.service import Answer, Bulletin, Heard, Mine
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.repeats import service as repeats
from server.unit_of_work import UnitOfWork, Writer

log = logging.getLogger("atelje.bulletins")

# ── by the team ───────────────────────────────────────────────────────────────────────────────────────────────────────


def announce(unit: UnitOfWork, actor: str, cohort: str, wanted: NewBulletin) -> contract.Bulletin:
    """Raises Refused not_found for who does not coordinate the run, organisation_unknown, too_fast, language_unknown,
    text_…, nobody_to_tell, command_conflict."""
    own = _own(unit.connection, actor, cohort)
    asked = repeats.digest(wanted, cohort)
    made = repeats.made_before(unit, actor, wanted.command_id, asked)
    if made is not None:
        return _shown(unit.connection, _there(unit.connection, made), actor, lead=own is None)
    organisation = bulletins.reach(wanted.organisation, own)
    if organisation is not None and not bulletins.takes_part(unit.connection, cohort, organisation):
        raise Refused("organisation_unknown")
    theirs = subject(coordinators(unit.connection, cohort), {organisation})
    if not may(Actor(actor), Verb.ANNOUNCE, theirs):
        raise Refused("not_found")
    new = bulletins.announce(unit, actor, cohort, organisation, wanted)
    repeats.keep(unit, actor, wanted.command_id, asked, new.id)
    return _shown(unit.connection, new, actor, lead=own is None)


def take_back(unit: UnitOfWork, actor: str, bulletin: str) -> Done:
    """By its author or who leads the run. Raises Refused not_found."""
    one = _there(unit.connection, bulletin)
    if not may(Actor(actor), Verb.ANNOUNCE, _of_author(unit.connection, one)):
        raise Refused("not_found")
    bulletins.take_back(unit, one)
    call_back(unit, one.id)
    return Done()


def of_run(connection: Connection, actor: str, cohort: str) -> contract.Bulletins:
    """Raises Refused not_found for who does not coordinate the run."""
    own = _own(connection, actor, cohort)
    found = bulletins.of_cohort(connection, cohort, own)
    names = names_of(connection, {one.author for one in found})
    heard = bulletins.heard(connection, actor, [one.id for one in found if one.author == actor])
    return contract.Bulletins(tuple(_told(one, actor, names, heard, lead=own is None) for one in found))


def answers(connection: Connection, actor: str, bulletin: str) -> contract.BulletinAnswers:
    """Raises Refused not_found for all but its author, and for an author who has left the team."""
    one = _there(connection, bulletin)
    if not may(Actor(actor), Verb.HEAR_ANSWERS, CohortSubject(concerned=_hearers(connection, one))):
        raise Refused("not_found")
    found = bulletins.answers(connection, one.id)
    names = names_of(connection, {answer.person for answer in found})
    return contract.BulletinAnswers(tuple(_answer(answer, names) for answer in found))


def _own(connection: Connection, actor: str, cohort: str) -> str | None:
    """The organisation that the actor coordinates the run for; None for who leads it. Raises Refused not_found."""
    there = coordinators(connection, cohort)
    if not may(Actor(actor), Verb.SEE_COHORT, subject(there)):
        raise Refused("not_found")
    if actor in subject(there).leads:
        return None
    return next(one.organisation for one in there if one.person == actor)


def _of_author(connection: Connection, one: Bulletin) -> CohortSubject:
    """An author who does not coordinate the run any more has nothing to take back."""
    leads = subject(coordinators(connection, one.cohort)).leads
    return CohortSubject(leads=leads, own=_hearers(connection, one))


def _hearers(connection: Connection, one: Bulletin) -> tuple[str, ...]:
    """The author, while they coordinate the run: who has left the team hears nothing of its people any more."""
    there = subject(coordinators(connection, one.cohort))
    return tuple(person for person in (*there.leads, *there.partners) if person == one.author)


def _there(connection: Connection, bulletin: str) -> Bulletin:
    found = bulletins.find(connection, bulletin)
    if found is None:
        raise Refused("not_found")
    return found


def _shown(connection: Connection, one: Bulletin, actor: str, *, lead: bool) -> contract.Bulletin:
    heard = bulletins.heard(connection, actor, [one.id] if one.author == actor else [])
    return _told(one, actor, names_of(connection, {one.author}), heard, lead=lead)


def _told(
    one: Bulletin, actor: str, names: Mapping[str, str], heard: Mapping[str, Heard], *, lead: bool
) -> contract.Bulletin:
    answered = heard.get(one.id, Heard(0, 0))
    return contract.Bulletin(
        id=one.id,
        at=one.at,
        author=Person(one.author, names.get(one.author, "")),
        to=one.audience,
        organisation=one.organisation,
        texts=dict(one.texts),
        people=one.people,
        mailing=one.told_to is not None,
        mine=one.author == actor,
        may_take_back=lead or one.author == actor,
        answers=answered.answers,
        new_answers=answered.new,
    )


def _answer(one: Answer, names: Mapping[str, str]) -> contract.BulletinAnswer:
    return contract.BulletinAnswer(one.id, one.at, Person(one.person, names.get(one.person, "")), one.words)


# ── by those it is for ────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str) -> contract.MyBulletins:
    found = bulletins.mine(connection, person)
    language = language_of(connection, person)
    names = names_of(connection, {one.bulletin.author for one in found})
    answered: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in bulletins.answers_of(connection, person, [one.bulletin.id for one in found]):
        answered[answer.bulletin].append(answer)
    return contract.MyBulletins(tuple(_read(one, language, names, answered[one.bulletin.id]) for one in found))


def _read(one: Mine, language: str, names: Mapping[str, str], answered: Sequence[Answer]) -> contract.MyBulletin:
    bulletin = one.bulletin
    nearest, text = bulletins.in_language(bulletin.texts, language, latin)
    return contract.MyBulletin(
        id=bulletin.id,
        at=bulletin.at,
        author=Person(bulletin.author, names.get(bulletin.author, "")),
        cohort=bulletin.cohort,
        programme_names=dict(one.programme_names),
        language=nearest,
        title=text.title,
        words=text.words,
        read=one.read,
        answers=tuple(contract.MyAnswer(answer.at, answer.words) for answer in answered),
    )


def put_away(unit: UnitOfWork, person: str, bulletin: str) -> Done:
    """By whom it is for; by its author, who has looked at the answers. Raises Refused not_found."""
    one = _there(unit.connection, bulletin)
    concerned = (*_hearers(unit.connection, one), *_for(unit.connection, one, person))
    if not may(Actor(person), Verb.READ_BULLETIN, CohortSubject(concerned=concerned)):
        raise Refused("not_found")
    bulletins.put_away(unit, one.id, person)
    unit.tell(person, "programme_changed")
    return Done()


def answer(unit: UnitOfWork, person: str, bulletin: str, wanted: AnswerBulletin) -> Done:
    """Raises Refused not_found for whom it is not for, and where nobody would hear it; text_…, command_conflict."""
    one = _there(unit.connection, bulletin)
    concerned = _for(unit.connection, one, person) if _hearers(unit.connection, one) else ()
    if not may(Actor(person), Verb.READ_BULLETIN, CohortSubject(concerned=concerned)):
        raise Refused("not_found")
    asked = repeats.digest(wanted, bulletin)
    if repeats.made_before(unit, person, wanted.command_id, asked) is None:
        new = bulletins.answer(unit, one.id, person, wanted.words)
        repeats.keep(unit, person, wanted.command_id, asked, new.id)
        for told in (person, one.author):
            unit.tell(told, "programme_changed")
    return Done()


def _for(connection: Connection, one: Bulletin, person: str) -> tuple[str, ...]:
    return (person,) if bulletins.is_for(connection, one.id, person) else ()


# ── telling everybody ─────────────────────────────────────────────────────────────────────────────────────────────────


class BulletinNews:
    """Tells whom an announcement is for that it is there, or gone, and queues a mail each: part by part, so that nobody
    else waits long. `leaves`: mail goes out, so none may go to the demo's people, whose addresses are nobody's."""

    def __init__(self, database: Database, writer: Writer[Any], *, leaves: bool) -> None:
        self._database = database
        self._writer = writer
        self._leaves = leaves

    async def tell(self) -> None:
        """Everybody who was not told yet. What goes wrong with one announcement does not hold up the others."""
        for bulletin in await self._database.read(bulletins.telling):
            try:
                while await self._writer.run(partial(self._tell_some, bulletin=bulletin)):
                    pass
            except Refused as refused:
                log.warning("an announcement was not told", extra={"bulletin": bulletin, "code": refused.code})

    def _tell_some(self, unit: UnitOfWork, bulletin: str) -> bool:
        """Whether there may be more of them."""
        part = bulletins.next_people(unit, bulletin)
        if part is None:
            return False
        one, people = part
        for person in people:
            unit.tell(person, "programme_changed")
        if people and not one.taken_back:
            enqueue_wanted(unit, "bulletin", self._mails(unit.connection, one, people))
        return bool(people)

    def _mails(self, connection: Connection, one: Bulletin, people: Sequence[str]) -> list[Mail]:
        """To those who have come; an invitation tells the others to."""
        there = readers(connection, people)
        author = names_of(connection, {one.author}).get(one.author, "")
        names = bulletins.programme_names(connection, one.cohort)
        # Once for each language: fifty people read few.
        worded = {reader.language: _worded(one, reader.language, author, names) for reader in there.values()}
        return [
            Mail(
                template="bulletin",
                address=reader.email,
                language=reader.language,
                zone=reader.zone,
                person=person,
                values=worded[reader.language],
                about=one.id,
            )
            for person, reader in there.items()
            if not (self._leaves and reader.demo)
        ]


def _worded(one: Bulletin, language: str, author: str, names: Mapping[str, str]) -> Values:
    tongue, text = bulletins.in_language(one.texts, language, latin)
    return {
        "title": text.title,
        "words": text.words,
        "tongue": tongue,
        "author": author,
        "programme": names[best_language(names, language)],
        "link": "/",
    }
