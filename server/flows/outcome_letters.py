"""Letters that tell applicants an outcome: written beforehand in the languages that there are, edited by who decides,
and sent once, all that are due, part by part."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from server.contract import selecting as contract
from server.contract.selecting import SendLetters, SetLetter
from server.database import Connection, Database
from server.errors import Refused
from server.flows.reviewing import Standing, sent_to, tell_team, titles_of
from server.flows.selecting import decided_by, decider
from server.languages import best_language
from server.matching.calls import service as calls
from server.matching.calls.service import Application, Call
from server.matching.selection import service as selection
from server.matching.selection.service import OUTCOMES, Decided, Letter, Sending, Written
from server.post.service import Mail, enqueue_all
from server.post.wording import LANGUAGES, shown_language, text
from server.programmes.audit import service as audit
from server.programmes.repeats import service as repeats
from server.programmes.words import clean_line, clean_words
from server.unit_of_work import UnitOfWork, Writer

log = logging.getLogger("atelje.letters")

# ── words ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def usual(call: Call, outcome: Decided, language: str) -> Letter:
    """What everybody begins with, in one of the languages that we have."""
    variables = {"title": _title(call, language), "contact": call.contact}
    return Letter(
        text(language, f"letter-{outcome}", variables, "title"), text(language, f"letter-{outcome}", variables, "words")
    )


def _letter(
    call: Call,
    one: Application,
    outcome: Decided,
    own: Mapping[tuple[str, Decided], Written],
    common: Mapping[tuple[Decided, str], Written],
) -> Letter:
    language = shown_language(one.language)
    written = own.get((one.id, outcome))
    return selection.letter_of(outcome, language, written, common, usual(call, outcome, language))


def _cleaned(wanted: SetLetter) -> Letter | None:
    """None for one without words. Raises Refused text_…"""
    if not wanted.words.strip():
        return None
    words = clean_words(wanted.words, selection.WORDS_LIMIT)
    return Letter(clean_line(wanted.title, selection.TITLE_LIMIT), words)


# ── editing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def of_call(connection: Connection, actor: str, call: str) -> contract.OutcomeLetters:
    """Raises Refused not_found."""
    return _shown(connection, decider(connection, actor, call))


def _shown(connection: Connection, who: Standing) -> contract.OutcomeLetters:
    call = who.call
    seen = {one.id: one for one in sent_to(connection, call) if who.sees(one)}
    letters = [one for one in selection.sendings(connection, call.id) if one.application in seen]
    left = _left(seen, letters)
    common, own = selection.common_letters(connection, call.id), selection.own_letters(connection, left)
    counted = Counter((outcome, shown_language(seen[id].language)) for id, outcome in left.items())
    read = {shown_language(one.language) for one in seen.values()}
    return contract.OutcomeLetters(
        call=call.id,
        letters=tuple(
            _common(call, outcome, language, common.get((outcome, language)), counted[outcome, language])
            for outcome in OUTCOMES
            for language in LANGUAGES
            if language in read
        ),
        to=tuple(
            contract.LetterTo(id, seen[id].name, outcome, shown_language(seen[id].language), (id, outcome) in own)
            for id, outcome in left.items()
        ),
        undecided=sum(one.outcome == "none" for one in seen.values()),
        leaving=sum(one.state == "waiting" for one in letters),
        told=sum(one.state == "gone" for one in letters),
    )


def _left(seen: Mapping[str, Application], letters: Sequence[Sending]) -> dict[str, Decided]:
    told = {(one.application, one.outcome) for one in letters}
    return selection.to_send({id: one.outcome for id, one in seen.items()}, told)


def _common(
    call: Call, outcome: Decided, language: str, written: Written | None, people: int
) -> contract.OutcomeLetter:
    letter = usual(call, outcome, language) if written is None else written.letter
    return contract.OutcomeLetter(
        outcome=outcome,
        language=language,
        title=letter.title,
        words=letter.words,
        edited=written is not None,
        people=people,
        version=0 if written is None else written.version,
    )


def edit(
    unit: UnitOfWork, actor: str, call: str, outcome: str, language: str, wanted: SetLetter
) -> contract.OutcomeLetters:
    """Raises Refused not_found, letters_leaving, changed_meanwhile, language_unknown, text_…"""
    who = decider(unit.connection, actor, call)
    if language not in LANGUAGES:
        raise Refused("language_unknown")
    selection.edit_common(unit, call, _outcome(outcome), language, _cleaned(wanted), wanted.version)
    tell_team(unit, who.call.cohort)
    return _shown(unit.connection, who)


def _outcome(text: str) -> Decided:
    """Raises Refused not_found."""
    found = next((outcome for outcome in OUTCOMES if outcome == text), None)
    if found is None:
        raise Refused("not_found")
    return found


def to_one(connection: Connection, actor: str, application: str) -> contract.ApplicantLetter:
    """As they would get it. Raises Refused not_found, also where there is no outcome yet."""
    who, one = decided_by(connection, actor, application)
    return _to_one(connection, who, one)


def _to_one(connection: Connection, who: Standing, one: Application) -> contract.ApplicantLetter:
    outcome = _outcome(one.outcome)
    own = selection.own_letters(connection, [one.id])
    letter = _letter(who.call, one, outcome, own, selection.common_letters(connection, who.call.id))
    written, language = own.get((one.id, outcome)), shown_language(one.language)
    return contract.ApplicantLetter(
        outcome=outcome,
        language=language,
        greeting=text(language, "outcome", {"name": one.name}, "lead"),
        title=letter.title,
        words=letter.words,
        closing=text(language, "outcome", {"call": _title(who.call, language)}, "note"),
        own=written is not None,
        version=0 if written is None else written.version,
    )


def edit_to_one(unit: UnitOfWork, actor: str, application: str, wanted: SetLetter) -> contract.ApplicantLetter:
    """Raises Refused not_found, letters_leaving, letter_gone, changed_meanwhile, text_…"""
    who, one = decided_by(unit.connection, actor, application)
    selection.edit_own(unit, one.call, one.id, _outcome(one.outcome), _cleaned(wanted), wanted.version)
    tell_team(unit, one.cohort, one.id)
    return _to_one(unit.connection, who, one)


def _title(call: Call, language: str) -> str:
    titles = titles_of(call)
    return titles[best_language(titles, language)]


# ── sending ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def send(unit: UnitOfWork, actor: str, call: str, wanted: SendLetters) -> contract.OutcomeLetters:
    """Everything that was not told yet, of what exists for who sends. Raises Refused not_found, command_conflict,
    nobody_to_tell, and changed_meanwhile where it is another number than was seen."""
    who = decider(unit.connection, actor, call)
    asked = repeats.digest(wanted, call)
    if repeats.made_before(unit, actor, wanted.command_id, asked) is None:
        seen = {one.id: one for one in sent_to(unit.connection, who.call) if who.sees(one)}
        left = _left(seen, selection.sendings(unit.connection, call))
        if not left:
            raise Refused("nobody_to_tell")
        if len(left) != wanted.people:
            raise Refused("changed_meanwhile")
        selection.send(unit, call, actor, left)
        audit.keep_acts(unit, who.call.cohort, "letter_sent", actor, list(left.items()))
        repeats.keep(unit, actor, wanted.command_id, asked, call)
        tell_team(unit, who.call.cohort)
    return _shown(unit.connection, who)


class OutcomeMail:
    """Puts letters that leave into the queue of mails, part by part, so that nobody else waits long: each once,
    whatever stops the server in between."""

    def __init__(self, database: Database, writer: Writer[Any]) -> None:
        self._database = database
        self._writer = writer

    async def send_all(self) -> None:
        """What goes wrong with one call does not hold up the others."""
        for call in await self._database.read(selection.calls_sending):
            try:
                while await self._writer.run(partial(_send_some, call_id=call)):
                    pass
            except Refused as refused:
                log.warning("letters did not leave", extra={"call": call, "code": refused.code})


def _send_some(unit: UnitOfWork, call_id: str) -> bool:
    """Whether there may be more of them."""
    call = calls.find_call(unit.connection, call_id)
    taken = selection.next_sendings(unit, call_id)
    if call is None or not taken:
        return False
    common = selection.common_letters(unit.connection, call_id)
    own = selection.own_letters(unit.connection, [one.application for one in taken])
    there = {one.id: one for one in sent_to(unit.connection, call)}
    # Whoever has withdrawn meanwhile is told nothing.
    mails = [
        _mail(call, there[one.application], _letter(call, there[one.application], one.outcome, own, common))
        for one in taken
        if one.application in there
    ]
    enqueue_all(unit, mails)
    tell_team(unit, call.cohort)
    return True


def _mail(call: Call, one: Application, letter: Letter) -> Mail:
    language = shown_language(one.language)
    values = {
        "name": one.name,
        "title": letter.title,
        "words": letter.words,
        "tongue": language,
        "call": _title(call, language),
    }
    return Mail("outcome", one.email, language, one.zone, None, values, one.id)
