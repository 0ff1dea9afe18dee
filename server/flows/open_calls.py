"""Open calls, for the team of a run: set up, opened, their deadline moved, and who applied."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.accounts.rules import clean_email, fold_email
from server.accounts.service import readers
from server.clock import day_in
from server.contract import applying as contract
from server.contract.commands import Done
from server.database import Connection
from server.errors import Refused
from server.flows.cohort_pages import Seen, cohort_seen
from server.ids import new_id
from server.languages import best_language
from server.matching.calls import service as calls
from server.matching.calls.service import Application, Call, Choice, Counts, Lead, Question
from server.matching.selection import service as selection
from server.post.latin import latin
from server.post.model import Template, Value
from server.post.rules import LETTERS
from server.post.service import Mail, call_back, enqueue_all
from server.post.wording import LANGUAGES, shown_language, text
from server.programmes.audit import service as audit
from server.programmes.founding import service as founding
from server.programmes.repeats import service as repeats
from server.programmes.words import by_language, checked_tag, clean_line, clean_words
from server.unit_of_work import UnitOfWork

OPEN_FOR, KEPT_FOR = timedelta(days=28), timedelta(days=90)
"""What a call is proposed with: from today to the deadline, and from there until what was not chosen is deleted."""
END_OF_DAY = time(23, 59)
FORGOTTEN_AT_ONCE = 500
"""Applications that one statement takes."""
CALL_PATH, APPLY_PATH = "/call", "/apply"
"""Of the pages for everybody, and of who applies."""

# ── what is there ─────────────────────────────────────────────────────────────────────────────────────────────────────


def of_run(connection: Connection, actor: str, cohort: str, now: int) -> contract.OpenCalls:
    """Raises Refused not_found for who does not coordinate it."""
    who = cohort_seen(connection, actor, cohort)
    found = calls.calls_of(connection, cohort)
    counts = _counts(connection, actor, found)
    return contract.OpenCalls(
        calls=tuple(_shown(one, counts.get(one.id, Counts()), now, mine=who.leads) for one in found),
        proposal=_proposal(connection, who, now),
        mine=who.leads,
    )


def _counts(connection: Connection, actor: str, found: Sequence[Call]) -> Mapping[str, Counts]:
    """By call, of what exists for the actor: an application that they have a conflict with is not even counted."""
    counts = calls.counts(connection, [one.id for one in found])
    for id in selection.conflicts_of(connection, actor):
        one = calls.application(connection, id)
        if one is not None and one.call in counts:
            counts[one.call] = counts[one.call]._replace(sent=counts[one.call].sent - 1)
    return counts


def _shown(one: Call, counts: Counts, now: int, *, mine: bool = True) -> contract.OpenCall:
    """Not even how many they are, for who only sees that there is a call."""
    there = counts if mine else Counts()
    return contract.OpenCall(
        id=one.id,
        state=one.state,
        call=_words(one),
        zone=one.zone,
        takes=calls.takes(one, now),
        fixed=any(there),
        begun=there.begun,
        sent=there.sent,
        withdrawn=there.withdrawn,
        version=one.version,
    )


def _words(one: Call) -> contract.CallWords:
    return contract.CallWords(
        slug=one.slug,
        whom=one.whom,
        opens_at=one.opens_at,
        closes_at=one.closes_at,
        purge_on=one.purge_on,
        languages=one.languages,
        words={tag: contract.CallLead(lead.title, lead.words) for tag, lead in one.words.items()},
        questions=tuple(_question(question) for question in one.questions),
        contact=one.contact,
    )


def _question(one: Question) -> contract.CallQuestion:
    return contract.CallQuestion(
        key=one.key,
        kind=one.kind,
        names=dict(one.names),
        hints=dict(one.hints),
        required=one.required,
        whom=one.whom,
        choices=tuple(contract.CallChoice(choice.key, dict(choice.names)) for choice in one.choices),
        many=one.many,
        feeds=one.feeds,
    )


def _again(unit: UnitOfWork, actor: str, one: Call) -> contract.OpenCall:
    return _shown(one, _counts(unit.connection, actor, [one]).get(one.id, Counts()), unit.now)


# ── setting it up ─────────────────────────────────────────────────────────────────────────────────────────────────────


def make(unit: UnitOfWork, actor: str, cohort: str, wanted: contract.NewCall) -> contract.OpenCall:
    """Raises Refused not_found for who does not coordinate it for the lead, command_conflict, cohort_over,
    too_many_calls, slug_…, call_…, email_invalid, language_unknown, text_…"""
    who = _leading(unit.connection, actor, cohort)
    asked = repeats.digest(wanted, cohort)
    made = repeats.made_before(unit, actor, wanted.command_id, asked)
    if made is not None:
        return _again(unit, actor, _mine(unit.connection, actor, made))
    if who.cohort.state == "ended":
        raise Refused("cohort_over")
    one = _cleaned(new_id(), who.cohort.home_zone, wanted.call, cohort, actor, unit.now)
    calls.begin_call(unit, one)
    repeats.keep(unit, actor, wanted.command_id, asked, one.id)
    _changed(unit, actor, one, "draft")
    return _again(unit, actor, one)


def change(unit: UnitOfWork, actor: str, call: str, wanted: contract.ChangeCall) -> contract.OpenCall:
    """Raises Refused as `make`, changed_meanwhile, call_questions_fixed."""
    one = _newest(unit, actor, call, wanted.version)
    after = _cleaned(one.id, one.zone, wanted.call, one.cohort, one.made_by, one.made_at)
    after = calls.change_call(unit, one, replace(after, state=one.state))
    _changed(unit, actor, after, after.state)
    return _again(unit, actor, after)


def set_state(unit: UnitOfWork, actor: str, call: str, wanted: contract.SetCallState) -> contract.OpenCall:
    """Raises Refused not_found, changed_meanwhile, cohort_over, state_not_possible, call_over."""
    one = _newest(unit, actor, call, wanted.version)
    if wanted.state == "open" and _leading(unit.connection, actor, one.cohort).cohort.state == "ended":
        raise Refused("cohort_over")
    after = calls.set_state(unit, one, wanted.state)
    _changed(unit, actor, after, after.state)
    return _again(unit, actor, after)


def close_all(unit: UnitOfWork, cohort: str) -> None:
    """Nobody applies to a run that is over."""
    for one in calls.calls_of(unit.connection, cohort):
        if one.state == "open":
            calls.set_state(unit, one, "closed")


def move_deadline(unit: UnitOfWork, actor: str, call: str, wanted: contract.MoveDeadline) -> contract.OpenCall:
    """For everybody; who has begun and not sent is told so, and how to go on. Raises Refused not_found,
    changed_meanwhile, call_dates."""
    one = _newest(unit, actor, call, wanted.version)
    after = calls.change_call(unit, one, replace(one, closes_at=wanted.closes_at))
    _changed(unit, actor, after, "extended" if after.closes_at > one.closes_at else after.state)
    if after.closes_at > one.closes_at and calls.takes(after, unit.now):
        _tell_more_time(unit, after)
    return _again(unit, actor, after)


def _tell_more_time(unit: UnitOfWork, one: Call) -> None:
    begun = [each for each in calls.of_call(unit.connection, one.id) if each.state == "draft"]
    tokens = calls.new_links(unit, [each.id for each in begun])
    enqueue_all(unit, [mail_of("call_extended", one, each, tokens[each.id]) for each in begun])


def mail_of(template: Template, call: Call, one: Application, token: str) -> Mail:
    """To who applies: that there is something to read behind the link, and nothing of what they wrote. `token`: empty
    for a mail that leads nowhere."""
    values: dict[str, Value] = {"title": title_of(call, one.language)}
    if "deadline" in LETTERS[template].values:
        values["deadline"] = call.closes_at
    if token:
        values["link"] = f"{APPLY_PATH}/{token}"
    return Mail(template, one.email, one.language, one.zone, None, values, one.id)


def title_of(call: Call, language: str) -> str:
    """In the reader's language, or the nearest one that the call has."""
    return in_language({tag: lead.title for tag, lead in call.words.items()}, language)


def in_language(words: Mapping[str, str], language: str) -> str:
    """What is written in Serbian Cyrillic is there in Latin letters too. Empty where nothing is written."""
    there = both_scripts(words)
    return there[best_language(there, language)] if there else ""


def both_scripts(words: Mapping[str, str]) -> dict[str, str]:
    if "sr-Cyrl" not in words:
        return dict(words)
    return {**words, "sr-Latn": words.get("sr-Latn") or latin(words["sr-Cyrl"])}


def remove(unit: UnitOfWork, actor: str, call: str) -> Done:
    """With whom it was to be read by, and its letters. Raises Refused not_found, call_has_applications."""
    one = _mine(unit.connection, actor, call)
    calls.remove_call(unit, one)
    selection.forget_call(unit.connection, one.id)
    _changed(unit, actor, one, "removed")
    return Done()


def _leading(connection: Connection, actor: str, cohort: str) -> Seen:
    who = cohort_seen(connection, actor, cohort)
    if not who.leads:
        raise Refused("not_found")
    return who


def _mine(connection: Connection, actor: str, call: str) -> Call:
    """Raises Refused not_found for who does not coordinate its run for the lead."""
    one = calls.find_call(connection, call)
    if one is None:
        raise Refused("not_found")
    _leading(connection, actor, one.cohort)
    return one


def _newest(unit: UnitOfWork, actor: str, call: str, version: int) -> Call:
    """Raises Refused not_found, changed_meanwhile."""
    one = _mine(unit.connection, actor, call)
    if one.version != version:
        raise Refused("changed_meanwhile", now=_again(unit, actor, one))
    return one


def _changed(unit: UnitOfWork, actor: str, one: Call, role: str) -> None:
    audit.record(unit, one.cohort, "open_call_changed", actor, role=role)
    for other in cohort_seen(unit.connection, actor, one.cohort).coordinators:
        unit.tell(other.person, "programme_changed", one.cohort)


# ── words ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _cleaned(id: str, zone: str, wanted: contract.CallWords, cohort: str, made_by: str, made_at: int) -> Call:
    """A draft. Raises Refused email_invalid, language_unknown, text_…"""
    languages = tuple(checked_tag(tag) for tag in wanted.languages)
    return Call(
        id=id,
        cohort=cohort,
        slug=wanted.slug,
        state="draft",
        whom=wanted.whom,
        opens_at=wanted.opens_at,
        closes_at=wanted.closes_at,
        zone=zone,
        purge_on=wanted.purge_on,
        languages=languages,
        words={checked_tag(tag): _lead(lead) for tag, lead in wanted.words.items() if tag in languages},
        questions=tuple(map(_asked, wanted.questions)),
        contact=clean_email(wanted.contact),
        made_by=made_by,
        made_at=made_at,
    )


def _lead(one: contract.CallLead) -> Lead:
    return Lead(clean_line(one.title, contract.TITLE_LIMIT), clean_words(one.words, contract.LEAD_LIMIT))


def _asked(one: contract.CallQuestion) -> Question:
    return Question(
        key=one.key,
        kind=one.kind,
        names=by_language(one.names, contract.QUESTION_LIMIT, clean_line),
        hints=by_language(one.hints, contract.HINT_LIMIT),
        required=one.required,
        whom=one.whom,
        choices=tuple(
            Choice(choice.key, by_language(choice.names, contract.TITLE_LIMIT, clean_line)) for choice in one.choices
        ),
        many=one.many,
        feeds=one.feeds,
    )


def _proposal(connection: Connection, who: Seen, now: int) -> contract.CallWords:
    """A call to begin with: the run's languages, a month from today's first minute, and questions that a profile can be
    made of. The same all day: what is looked at twice does not differ."""
    run = who.cohort
    offered = founding.programmes(connection, {run.programme})[run.programme].names
    mine = readers(connection, {who.actor})[who.actor]
    languages = _languages(run.first_words or offered, mine.language)
    today = day_in(now, run.home_zone)
    last = today + OPEN_FOR
    names = run.names or offered
    words = {tag: contract.CallLead(text(tag, "ask-title", {"programme": _named(names, tag)}), "") for tag in languages}
    return contract.CallWords(
        slug=slug_of(_named(offered, "en"), last.year),
        whom="mentees",
        opens_at=_moment(today, time.min, run.home_zone),
        closes_at=_moment(last, END_OF_DAY, run.home_zone),
        purge_on=last + KEPT_FOR,
        languages=languages,
        words=words,
        questions=tuple(_question(one) for one in usual_questions(languages)),
        contact=mine.email,
    )


def _languages(names: Mapping[str, str], own: str) -> tuple[str, ...]:
    """Of ours, those that the run speaks in; Serbian once, since its other script is made of it."""
    found = list(dict.fromkeys(shown_language(tag) for tag in names)) or [shown_language(own)]
    if "sr-Cyrl" in found and "sr-Latn" in found:
        found.remove("sr-Latn")
    return tuple(found)


def _named(names: Mapping[str, str], tag: str) -> str:
    return names.get(tag) or next(iter(names.values()), "")


def _moment(day: date, hour: time, zone: str) -> int:
    return int(datetime.combine(day, hour, ZoneInfo(zone)).timestamp()) * 1000


def slug_of(name: str, year: int) -> str:
    """Letters, digits and hyphens of a name, with the year."""
    plain = unicodedata.normalize("NFKD", latin(name).replace("đ", "dj").replace("Đ", "Dj"))
    kept = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    return f"{kept[:50].strip('-') or 'call'}-{year}"


def usual_questions(languages: tuple[str, ...]) -> tuple[Question, ...]:
    """Few, and each for something."""

    def ask(key: str) -> dict[str, str]:
        return {tag: text(tag, f"ask-{key}") for tag in languages if tag in LANGUAGES}

    def hint(key: str) -> dict[str, str]:
        return {tag: text(tag, f"ask-{key}", part="hint") for tag in languages if tag in LANGUAGES}

    return (
        Question("country", "country", ask("country"), required=True, feeds="country"),
        Question("languages", "languages", ask("languages"), hint("languages"), required=True, feeds="languages"),
        Question("about", "long", ask("about"), hint("about"), required=True),
        Question("need", "long", ask("need"), hint("need"), required=True, whom="mentees", feeds="need"),
        Question("goals", "long", ask("goals"), whom="mentees", feeds="goals"),
        Question("give", "long", ask("give"), hint("give"), required=True, whom="mentors", feeds="need"),
        Question("disciplines", "terms", ask("disciplines"), required=True, many=True, feeds="disciplines"),
        Question("wanted", "terms", ask("wanted"), whom="mentees", many=True, feeds="skills"),
        Question("given", "terms", ask("given"), whom="mentors", many=True, feeds="skills"),
        Question("link", "text", ask("link"), hint("link")),
        Question("work", "file", ask("work"), hint("work"), many=True),
        Question("access", "access_needs", ask("access"), hint("access")),
    )


# ── who applied ───────────────────────────────────────────────────────────────────────────────────────────────────────


def applications(connection: Connection, actor: str, call: str) -> contract.Applications:
    """What was sent, and that something was withdrawn; what is only begun is its applicant's. Raises Refused
    not_found."""
    one = _mine(connection, actor, call)
    hidden = selection.conflicts_of(connection, actor)
    found = [each for each in calls.of_call(connection, one.id) if each.state != "draft" and each.id not in hidden]
    addresses = Counter(fold_email(each.email) for each in found if each.state == "sent")
    return contract.Applications(tuple(_row(each, again=addresses[fold_email(each.email)] > 1) for each in found))


def _row(one: Application, *, again: bool) -> contract.ApplicationRow:
    return contract.ApplicationRow(
        id=one.id,
        call=one.call,
        name=one.name,
        organisation=one.organisation,
        part=one.part,
        manner=one.manner,
        language=one.language,
        files=len(one.files),
        state=one.state,
        outcome=one.outcome,
        sent_at=one.sent_at,
        purge_on=one.purge_on,
        again=again,
    )


def erase(unit: UnitOfWork, actor: str, application: str) -> Done:
    """By the wish of whose it is: wholly, files too, and the links to it are dead. Raises Refused not_found."""
    one = calls.application(unit.connection, application)
    if one is None or application in selection.conflicts_of(unit.connection, actor):
        raise Refused("not_found")
    _leading(unit.connection, actor, one.cohort)
    forget(unit, [one.id])
    audit.record(unit, one.cohort, "application_deleted", actor)
    return Done()


def forget(unit: UnitOfWork, ids: list[str]) -> None:
    """Applications, and all that others wrote about them. Once more changes nothing."""
    for start in range(0, len(ids), FORGOTTEN_AT_ONCE):
        some = ids[start : start + FORGOTTEN_AT_ONCE]
        calls.forget(unit.connection, some)
        selection.forget(unit.connection, some)
        call_back(unit, *some)
    unit.erases = True
