"""Reading applications: who may, what they see of them and of each other's notes, and whom they would rather not judge.

Reading is done by who leads the run and by those whom they have named for a call, as long as these take part in the
run. An application that somebody has declared a conflict with does not exist for them: neither it nor a count of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from server.accounts.service import names_of
from server.contract import selecting as contract
from server.contract.commands import Done
from server.contract.selecting import DeclareConflict, WriteReview
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.matching.calls import service as calls
from server.matching.calls.service import Answer, Application, Brought, Call, Question
from server.matching.selection import service as selection
from server.matching.selection.service import Interview, Note, Reviewer
from server.matching.terms import service as terms
from server.policy import Actor, CohortSubject, Verb, may
from server.post.latin import latin
from server.programmes.audit import service as audit
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import service as founding
from server.programmes.lists.columns import fold
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.words import clean_words
from server.unit_of_work import UnitOfWork

Names = Mapping[str, str]
"""By language tag."""
NEED_SHOWN = 240
"""Letters of what somebody wants, in a list."""

# ── who may ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is for a call. `country`: of the organisation that brought them in; `hidden`: the applications that
    do not exist for them."""

    actor: str
    call: Call
    leads: bool
    reviewer: Reviewer | None
    country: str | None
    hidden: frozenset[str]

    def sees(self, one: Application) -> bool:
        return may(Actor(self.actor), Verb.REVIEW, self._subject(one))

    def decides(self, one: Application) -> bool:
        return may(Actor(self.actor), Verb.SELECT, self._subject(one))

    def _subject(self, one: Application) -> CohortSubject:
        if one.id in self.hidden or one.call != self.call.id:
            return CohortSubject()
        reads = self.reviewer is not None and selection.reaches(self.reviewer, self.country, country_of(self.call, one))
        return CohortSubject(
            leads=(self.actor,) if self.leads else (), concerned=(self.actor,) if reads or self.leads else ()
        )


def standing(connection: Connection, actor: str, call: Call) -> Standing:
    """Raises Refused not_found for who neither leads the run nor reads for the call."""
    leads = actor in subject(coordinators(connection, call.cohort)).leads
    parts = enrolments.of_people(connection, call.cohort, [actor])
    named = next((one for one in selection.reviewers(connection, call.id) if one.person == actor), None)
    reviewer = named if parts else None
    if not leads and reviewer is None:
        raise Refused("not_found")
    country = countries_of(connection, call.cohort, [actor]).get(actor)
    return Standing(actor, call, leads, reviewer, country, selection.conflicts_of(connection, actor))


def standing_of(connection: Connection, actor: str, call_id: str) -> Standing:
    """Raises Refused not_found."""
    call = calls.find_call(connection, call_id)
    if call is None:
        raise Refused("not_found")
    return standing(connection, actor, call)


def countries_of(connection: Connection, cohort: str, people: Sequence[str]) -> dict[str, str]:
    """Of the organisations that brought them in."""
    parts = [part for part in enrolments.of_people(connection, cohort, people) if part.organisation is not None]
    there = founding.organisations(connection, list({str(part.organisation) for part in parts}))
    return {part.person: there[str(part.organisation)].country for part in parts if part.organisation in there}


def read_of(connection: Connection, actor: str, application: str) -> tuple[Standing, Application]:
    """What the actor may read. Raises Refused not_found."""
    one = calls.application(connection, application)
    if one is None:
        raise Refused("not_found")
    who = standing_of(connection, actor, one.call)
    if not who.sees(one):
        raise Refused("not_found")
    return who, one


def sent_to(connection: Connection, call: Call) -> list[Application]:
    return [one for one in calls.of_call(connection, call.id) if one.state == "sent"]


# ── what an application says ──────────────────────────────────────────────────────────────────────────────────────────


def country_of(call: Call, one: Application) -> str | None:
    """That the applicant has named, where the call asks for it."""
    for question in call.questions:
        answer = one.answers.get(question.key)
        if question.kind == "country" and isinstance(answer, str) and answer:
            return answer
    return None


def need_of(call: Call, one: Application) -> str:
    """What they want: the answer that is meant for it, else their first long one."""
    asked = calls.asked_of(call, one.part)
    inorder = [question for question in asked if question.feeds == "need"]
    inorder += [question for question in asked if question.kind == "long"]
    found = (one.answers.get(question.key) for question in inorder)
    return next((answer for answer in found if isinstance(answer, str) and answer), "")


def begin_of(text: str) -> str:
    """Of a text, for a list: whole words of it in one line."""
    line = " ".join(text.split())
    if len(line) <= NEED_SHOWN:
        return line
    return f"{line[:NEED_SHOWN].rpartition(' ')[0] or line[:NEED_SHOWN]} …"


def _answers(call: Call, one: Application, need: str, terms: Mapping[str, Names]) -> Iterable[contract.Answered]:
    """All but the need, which stands before them, and files. `terms`: of the run, their names by key."""
    for question in calls.asked_of(call, one.part):
        answer = one.answers.get(question.key)
        if answer and answer != need and question.kind not in ("file", "access_needs"):
            yield _answered(question, answer, terms)


def _answered(question: Question, answer: Answer, terms: Mapping[str, Names]) -> contract.Answered:
    words, chosen, levels = "", tuple[str, ...](), dict[str, int]()
    match answer:
        case str() if question.kind == "choice":
            chosen = (answer,)
        case str():
            words = answer
        case tuple():
            chosen = answer
        case _:
            levels = dict(answer)
    called = {one.key: one.names for one in question.choices} | (dict(terms) if question.kind == "terms" else {})
    # What has been taken out of the lists since is still what they chose.
    named = tuple(dict(called.get(key, {"": key})) for key in chosen)
    return contract.Answered(question.key, question.kind, dict(question.names), words, named, levels)


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, actor: str) -> contract.MyReviews:
    """Who leads a run and was not named for one of its calls reads it where it is chosen."""
    found = []
    for named in selection.reviews_of(connection, actor):
        call = calls.find_call(connection, named.call)
        if call is not None and enrolments.of_people(connection, call.cohort, [actor]):
            found.append(_review(connection, standing(connection, actor, call)))
    return contract.MyReviews(tuple(found))


def _review(connection: Connection, who: Standing) -> contract.ReviewCall:
    call = who.call
    seen = [one for one in sent_to(connection, call) if who.sees(one)]
    ids = [one.id for one in seen]
    opened, notes = selection.opened(connection, ids), selection.notes(connection, ids)
    written = {id for id, theirs in notes.items() if any(note.person == who.actor for note in theirs)}
    read = {id for id, people in opened.items() if who.actor in people}
    run = founding.cohorts(connection, [call.cohort])[call.cohort]
    programme = founding.programmes(connection, [run.programme])[run.programme]
    return contract.ReviewCall(
        id=call.id,
        cohort=call.cohort,
        programme_names=dict(run.names or programme.names),
        titles=titles_of(call),
        purge_on=call.purge_on,
        applications=tuple(
            contract.ReviewCard(
                id=one.id,
                name=one.name,
                part=one.part,
                need=begin_of(need_of(call, one)),
                state="written" if one.id in written else "read" if one.id in read else "unread",
            )
            for one in seen
        ),
    )


def titles_of(call: Call) -> dict[str, str]:
    return {language: lead.title for language, lead in call.words.items()}


def open_application(unit: UnitOfWork, actor: str, application: str) -> contract.ReviewedApplication:
    """That somebody opened it is kept, once. Raises Refused not_found."""
    who, one = read_of(unit.connection, actor, application)
    keep_opened(unit, actor, one)
    return shown(unit.connection, who, one)


def keep_opened(unit: UnitOfWork, actor: str, one: Application) -> None:
    """Once of each reader."""
    if selection.open_for(unit, one.id, actor):
        audit.record(unit, one.cohort, "application_opened", actor, one.id, one.part)


def shown(connection: Connection, who: Standing, one: Application) -> contract.ReviewedApplication:
    call, decides = who.call, who.decides(one)
    notes = selection.notes(connection, [one.id]).get(one.id, [])
    conflicts = selection.conflicts(connection, [one.id]).get(one.id, []) if decides else []
    interview = selection.interviews(connection, [one.id]).get(one.id) if decides else None
    readable = selection.shown_notes(notes, who.actor, decides=decides)
    people = {note.person for note in notes} | {each.person for each in conflicts}
    names = names_of(connection, people | ({interview.asked_by} if interview else set()))
    own = next((note for note in notes if note.person == who.actor), None)
    need = need_of(call, one)
    return contract.ReviewedApplication(
        id=one.id,
        call=call.id,
        name=one.name,
        part=one.part,
        organisation=one.organisation,
        people=one.people,
        language=one.language,
        zone=one.zone,
        sent_at=one.sent_at or one.made_at,
        need=need,
        answers=tuple(_answers(call, one, need, _terms(connection, one.cohort))),
        files=tuple(contract.ReviewFile(file.id, file.name, file.type, file.size) for file in one.files),
        maybe_conflict=_same_organisation(connection, who, one),
        note=None if own is None else _note(own, names),
        notes=tuple(_note(note, names) for note in readable if note.person != who.actor),
        waiting=len(readable) < len(notes),
        decides=decides,
        outcome=one.outcome if decides else "none",
        version=one.version,
        email=one.email if decides else None,
        conflicts=tuple(contract.ReviewConflict(named(each.person, names), each.reason) for each in conflicts),
        interview=None if interview is None else interview_view(interview, names),
    )


def _terms(connection: Connection, cohort: str) -> dict[str, Names]:
    return {one.key: one.names for one in terms.of_cohort(connection, cohort).list}


def _note(one: Note, names: Mapping[str, str]) -> contract.ReviewNote:
    return contract.ReviewNote(named(one.person, names), one.tendency, one.words, one.written_at, one.version)


def named(person: str, names: Mapping[str, str]) -> Person:
    return Person(person, names.get(person, ""))


def interview_view(one: Interview, names: Mapping[str, str]) -> contract.Interview:
    return contract.Interview(one.minutes, one.starts, one.place, one.state, one.chosen, named(one.asked_by, names))


def _same_organisation(connection: Connection, who: Standing, one: Application) -> bool:
    """Whether the applicant names the organisation that the reader is of, in whichever script."""
    said = fold(one.organisation, latin)
    parts = enrolments.of_people(connection, who.call.cohort, [who.actor])
    theirs = founding.organisations(connection, [part.organisation for part in parts if part.organisation])
    own = {fold(name, latin) for organisation in theirs.values() for name in organisation.names.values()}
    return bool(said) and any(name in said or said in name for name in own if name)


# ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def write_note(unit: UnitOfWork, actor: str, application: str, wanted: WriteReview) -> contract.ReviewedApplication:
    """Raises Refused not_found, changed_meanwhile, text_…"""
    who, one = read_of(unit.connection, actor, application)
    words = clean_words(wanted.words, selection.WORDS_LIMIT)
    selection.write_note(unit, one.id, actor, wanted.tendency, words, wanted.version)
    tell_team(unit, one.cohort, one.id, [actor])
    return shown(unit.connection, who, one)


def declare(unit: UnitOfWork, actor: str, application: str, wanted: DeclareConflict) -> Done:
    """From now on it does not exist for them. Somebody who decides has to be left. Raises Refused not_found,
    nobody_else_decides."""
    who, one = read_of(unit.connection, actor, application)
    if who.leads:
        leads = subject(coordinators(unit.connection, one.cohort)).leads
        against = {each.person for each in selection.conflicts(unit.connection, [one.id]).get(one.id, ())}
        selection.check_all_reach([str(lead) for lead in leads if lead not in against and lead != actor])
    selection.declare(unit, one.id, actor, wanted.reason)
    audit.record(unit, one.cohort, "conflict_declared", actor, one.id)
    tell_team(unit, one.cohort, one.id, [actor])
    return Done()


def tell_team(unit: UnitOfWork, cohort: str, application: str | None = None, people: Sequence[str] = ()) -> None:
    """Screens of who decides, of what is about one application as far as it exists for them; and of these people."""
    leads = {str(lead) for lead in subject(coordinators(unit.connection, cohort)).leads}
    if application is not None:
        leads -= {one.person for one in selection.conflicts(unit.connection, [application]).get(application, ())}
    for person in sorted({*leads, *people}):
        unit.tell(person, "programme_changed", cohort)


# ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def file_of(connection: Connection, actor: str, application: str, file: str) -> Brought:
    """Asked at each request. Raises Refused not_found."""
    _, one = read_of(connection, actor, application)
    found = next((each for each in one.files if each.id == file), None)
    if found is None:
        raise Refused("not_found")
    return found
