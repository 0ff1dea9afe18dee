"""Invitations by mail, as calendars understand them, to whoever is invited; and what calendars answer.

One mail tells one person what was done together: a series is one mail, with a file of all its dates, and so is a whole
plan that moves. Neither the place
of a mentorship's meeting nor a word about it is in there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from server.accounts.service import Reader, names_of, readers
from server.post.model import Template, Value
from server.post.rules import ORGANISER, ORIGIN
from server.post.service import Mail, call_back_from, enqueue_all, enqueue_patient
from server.post.wording import shown_language, text
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Appointment, Change, Guest
from server.scheduling.calendars import service as calendars
from server.scheduling.calendars.service import Wishes
from server.unit_of_work import UnitOfWork

LANGUAGES = 8
"""In which a plan is told at once, about."""
SINGLY = 3
"""Moves, or ends, that are told in as many mails."""
LEFT_OUT: Template = "date_without_you"
ENDS: tuple[Template, ...] = ("date_cancelled", LEFT_OUT, "date_declined")
"""After which it stands in the reader's calendar no more."""
SOON = 24 * 3_600_000
"""ms: what begins within a day is told at any hour; what is planned further ahead waits for the reader's morning."""


@dataclass(frozen=True, slots=True)
class News:
    """What an appointment has become to one of its guests. `known`: the start (ms) that they were told before."""

    template: Template
    one: Appointment
    known: int | None = None


def invite(unit: UnitOfWork, changes: Sequence[Change], actor: str | None) -> None:
    """Tells each person what has become of their dates, if they want such mails."""
    told = news_of(unit, changes)
    people = set(told) | {guest.person for one in changes for guest in one.after.guests}
    wishes, names = calendars.wishes_of(unit.connection, people), names_of(unit.connection, people)
    addresses = readers(unit.connection, told)
    # Of a time that is no more nobody is told, nor both of a yes and of a no.
    call_back_from(unit, _outdated(changes, told))
    letters = [
        letter
        for person, theirs in sorted(told.items())
        if person in addresses and wishes[person].invitations
        for letter in _letters(unit, person, addresses[person], theirs, wishes[person], names)
    ]
    _post(unit, [letter for letter in letters if _waits(letter, unit.now)], enqueue_patient)
    _post(unit, [letter for letter in letters if not _waits(letter, unit.now)], enqueue_all)


def _outdated(changes: Sequence[Change], told: Mapping[str, Sequence[News]]) -> dict[str, set[str]]:
    """By appointment, to whom what was said of it is not so any more."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for person, theirs in told.items():
        for news in theirs:
            found[news.one.id].add(person)
    for change in changes:
        after = {guest.person: guest for guest in change.after.guests}
        before = () if change.before is None else change.before.guests
        found[change.after.id] |= {guest.person for guest in before if after.get(guest.person) != guest}
    return found


def news_of(unit: UnitOfWork, changes: Sequence[Change]) -> dict[str, list[News]]:
    """By person, what each change is to them, by what they were told before: news, a move, or the end of it. What is
    over is news to nobody."""
    told: defaultdict[str, list[News]] = defaultdict(list)
    for change in changes:
        before, after = change.before, change.after
        if after.end <= unit.now:
            continue
        were = {guest.person: guest for guest in (() if before is None else before.guests) if guest.expects_it}
        come = {guest.person for guest in after.guests if guest.expects_it}
        for person in sorted(were.keys() | come):
            if person in were and person not in come:
                # Also if no mail has told them of it: it stood on their first screen.
                told[person].append(News(_end(after, person), after, were[person].known_start))
            elif person not in were or were[person].known_at < 0:
                told[person].append(News("dates_agreed", after))
            elif were[person].known_at < after.asked_at:
                told[person].append(News("date_moved", after, were[person].known_start))
    return told


def _end(after: Appointment, person: str) -> Template:
    """What it is to whoever was to come, and does not: their own no is not the end of it for all, nor is it that
    somebody has taken them out."""
    if after.state == "cancelled":
        return "date_cancelled"
    return "date_declined" if any(guest.person == person for guest in after.guests) else LEFT_OUT


Enqueue = Callable[[UnitOfWork, Sequence[Mail]], list[str]]


@dataclass(frozen=True, slots=True)
class _Letter:
    """What one mail tells one person."""

    news: tuple[News, ...]
    mail: Mail


def _waits(letter: _Letter, now: int) -> bool:
    return all(news.template == "dates_agreed" and news.one.start > now + SOON for news in letter.news)


def _post(unit: UnitOfWork, letters: Sequence[_Letter], enqueue: Enqueue) -> None:
    ids = enqueue(unit, [letter.mail for letter in letters])
    told = [
        (id, letter.mail.person, [news.one.id for news in letter.news])
        for id, letter in zip(ids, letters, strict=True)
        if letter.mail.person is not None and letter.mail.template not in ENDS
    ]
    appointments.keep_told_by(unit.connection, told)


def _letters(
    unit: UnitOfWork,
    person: str,
    reader: Reader,
    theirs: Sequence[News],
    wishes: Wishes,
    names: Mapping[str, str],
) -> list[_Letter]:
    by_template: defaultdict[Template, list[News]] = defaultdict(list)
    for news in theirs:
        by_template[news.template].append(news)
    found = []
    for template, told in by_template.items():
        # A few moves and ends have each a file of their own, which calendars take as such; a whole plan is one mail.
        parts = [told] if template == "dates_agreed" or len(told) > SINGLY else [[one] for one in told]
        found += [_Letter(tuple(part), _mail(unit, part, person, reader, wishes, names)) for part in parts]
    return found


def _mail(
    unit: UnitOfWork,
    told: Sequence[News],
    person: str,
    reader: Reader,
    wishes: Wishes,
    names: Mapping[str, str],
) -> Mail:
    first, template = told[0], told[0].template
    others = others_in(first.one, person, names)
    # Who is taken out is told of the time that they knew.
    known = first.known if template in ENDS and first.known is not None else first.one.start
    values: dict[str, Value] = {
        "people": others or title(first.one, reader.language, "plain", ""),
        "start": known,
        # Who is a guest no more may have no way into the room any more either.
        "link": path_of(first.one) if any(one.person == person for one in first.one.guests) else "/",
        "calendar": _file(unit, template, [news.one for news in told], person, reader, wishes, others),
    }
    values["more"] = len(told) - 1
    if template not in (LEFT_OUT, "date_declined"):
        values["many"] = int(first.one.kind != "meeting")
    if template == "date_moved":
        values["before"] = first.one.start if first.known is None else first.known
    about = first.one.id if len(told) == 1 else None
    return Mail(template, reader.email, reader.language, reader.zone, person, values, about)


def _file(
    unit: UnitOfWork,
    template: Template,
    told: Sequence[Appointment],
    person: str,
    reader: Reader,
    wishes: Wishes,
    others: str,
) -> str:
    if len(told) > 1:
        shown = [(_entry(one, reader, wishes, others, None), one) for one in told]
        off = template in ENDS
        return _together(tuple(calendars.ended(entry, one) if off else entry for entry, one in shown), unit.now)
    after = told[0]
    guest = next((one for one in after.guests if one.person == person), Guest(person))
    meeting = _entry(after, reader, wishes, others, calendars.Reader(reader.name, reader.email, guest.answer))
    if template in ENDS:
        meeting = calendars.ended(meeting, after)
    return calendars.request(meeting, unit.now)


@lru_cache(LANGUAGES)
def _together(entries: tuple[calendars.Entry, ...], now: int) -> str:
    """What is for many is the same file for all who read it in one language: it takes milliseconds, and hundreds of
    people are told in one transaction."""
    return calendars.feed(entries, "Atelje", now)


def _entry(
    one: Appointment, reader: Reader, wishes: Wishes, others: str, guest: calendars.Reader | None
) -> calendars.Entry:
    named = title(one, reader.language, wishes.titles, others)
    return calendars.entry(one, named, ORIGIN + path_of(one), ORGANISER, guest)


def others_in(one: Appointment, person: str, names: Mapping[str, str]) -> str:
    """With whom it is, for this person. What is for many is called by what it is."""
    if one.kind != "meeting":
        return ""
    others = (names.get(guest.person) for guest in one.guests if guest.person != person)
    # Whoever is not known any more must not keep others from being told.
    return ", ".join(filter(None, others))


def title(one: Appointment, language: str, titles: str, others: str) -> str:
    """What it is called in a calendar: as private as its reader chose."""
    shown = shown_language(language)
    if one.names:
        return one.names.get(language) or one.names.get(shown) or next(iter(one.names.values()))
    if one.kind == "meeting" and titles == "names" and others:
        return text(shown, "calendar-meeting-with", {"people": others})
    return text(shown, f"calendar-{one.kind.replace('_', '-')}")


def path_of(one: Appointment) -> str:
    # Of what is for many not every guest is in its room; its page has the way in, for who has one.
    if one.kind != "meeting":
        return f"/gatherings/{one.id}"
    return f"/room/{one.room}" if one.room else "/"
