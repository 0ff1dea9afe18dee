"""Invitations by mail, as calendars understand them, to whoever is invited; and what calendars answer.

One mail tells one person what was done together: a series is one mail, with a file of all its dates, and so is a whole
plan that moves. Neither the place
of a mentorship's meeting nor a word about it is in there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from server.accounts.service import Reader, names_of, readers
from server.post.model import Template, Value
from server.post.rules import ORGANISER, ORIGIN
from server.post.service import Mail, call_back, enqueue_all
from server.post.wording import shown_language, text
from server.scheduling.appointments.service import Appointment, Change, Guest, is_revised
from server.scheduling.calendars import service as calendars
from server.scheduling.calendars.service import Wishes
from server.unit_of_work import UnitOfWork

LANGUAGES = 8
"""In which a plan is told at once, about."""
SINGLY = 3
"""Moves, or ends, that are told in as many mails."""
ENDS: tuple[Template, ...] = ("date_cancelled", "date_declined")
"""After which it stands in the reader's calendar no more."""


def invite(unit: UnitOfWork, changes: Sequence[Change], actor: str | None) -> None:
    """Tells each person what has become of their dates, if they want such mails."""
    told = news_of(unit, changes)
    people = set(told) | {guest.person for one in changes for guest in one.after.guests}
    wishes, names = calendars.wishes_of(unit.connection, people), names_of(unit.connection, people)
    addresses = readers(unit.connection, told)
    for change in changes:
        if change.before is not None and is_revised(change.before, change.after):
            # What was not sent yet tells of a time that is no more.
            call_back(unit, change.after.id)
        elif change.before is not None:
            # Nor is anybody told both of a yes and of a no.
            call_back(unit, change.after.id, {*_coming(change.before)} ^ {*_coming(change.after)})
    mails = [
        mail
        for person, theirs in sorted(told.items())
        if person in addresses and wishes[person].invitations
        for mail in _mails(unit, person, addresses[person], theirs, wishes[person], names)
    ]
    enqueue_all(unit, mails)


def news_of(unit: UnitOfWork, changes: Sequence[Change]) -> dict[str, list[tuple[Template, Change]]]:
    """By person, what each change is to them: news, a move, or the end of it. What is over is news to nobody."""
    told: defaultdict[str, list[tuple[Template, Change]]] = defaultdict(list)
    for change in changes:
        before, after = change.before, change.after
        was = () if before is None or before.state == "cancelled" else _coming(before)
        are = () if after.state == "cancelled" else _coming(after)
        if after.end <= unit.now:
            continue
        for person in sorted({*was, *are}):
            if person not in was:
                told[person].append(("dates_agreed", change))
            elif person not in are:
                told[person].append((_end(change, person), change))
            elif before is not None and is_revised(before, after):
                told[person].append(("date_moved", change))
    return told


def _end(change: Change, person: str) -> Template:
    """What it is to whoever was to come, and does not: their own no is not the end of it for all."""
    stays = change.after.state != "cancelled" and any(guest.person == person for guest in change.after.guests)
    return "date_declined" if stays else "date_cancelled"


def _coming(one: Appointment) -> tuple[str, ...]:
    return tuple(guest.person for guest in one.guests if guest.answer != "DECLINED")


def _mails(
    unit: UnitOfWork,
    person: str,
    reader: Reader,
    theirs: Sequence[tuple[Template, Change]],
    wishes: Wishes,
    names: Mapping[str, str],
) -> list[Mail]:
    by_template: defaultdict[Template, list[Change]] = defaultdict(list)
    for template, change in theirs:
        by_template[template].append(change)
    found = []
    for template, changes in by_template.items():
        # A few moves and ends have each a file of their own, which calendars take as such; a whole plan is one mail.
        parts = [changes] if template == "dates_agreed" or len(changes) > SINGLY else [[one] for one in changes]
        found += [_mail(unit, template, part, person, reader, wishes, names) for part in parts]
    return found


def _mail(
    unit: UnitOfWork,
    template: Template,
    changes: Sequence[Change],
    person: str,
    reader: Reader,
    wishes: Wishes,
    names: Mapping[str, str],
) -> Mail:
    first = changes[0]
    others = others_in(first.after, person, names)
    # Who is taken out is told of the time that they knew.
    known = first.before if template in ENDS and first.before is not None else first.after
    values: dict[str, Value] = {
        "people": others or title(first.after, reader.language, "plain", ""),
        "start": known.start,
        # Who is a guest no more may have no way into the room any more either.
        "link": path_of(first.after) if any(one.person == person for one in first.after.guests) else "/",
        "calendar": _file(unit, template, changes, person, reader, wishes, others),
    }
    values["more"] = len(changes) - 1
    if template == "date_moved":
        values["before"] = first.after.start if first.before is None else first.before.start
    about = first.after.id if len(changes) == 1 else None
    return Mail(template, reader.email, reader.language, reader.zone, person, values, about)


def _file(
    unit: UnitOfWork,
    template: Template,
    changes: Sequence[Change],
    person: str,
    reader: Reader,
    wishes: Wishes,
    others: str,
) -> str:
    if len(changes) > 1:
        shown = [(_entry(one.after, reader, wishes, others, None), one.after) for one in changes]
        off = template in ENDS
        return _together(tuple(calendars.ended(entry, one) if off else entry for entry, one in shown), unit.now)
    after = changes[0].after
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
    # Of what is for many not every guest is in its room; the first screen has the way in, for who has one.
    return f"/room/{one.room}" if one.room and one.kind == "meeting" else "/"
