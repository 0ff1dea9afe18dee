"""What a mail may hold, when it is tried, when it is given up, when it would disturb, who may stop it. Pure."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.post.model import NIGHT, Mail, Quiet, Template, Values

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Letter:
    """What a template takes, and for how long (ms) the mail is worth sending. `gathers`: it tells what can be learned
    in the product too, so it can be stopped, and does not come at night. `daily`: nor does it come by itself when there
    was one like it within a day; they wait for each other, and come as one mail."""

    values: frozenset[str]
    life: int = 3 * DAY
    gathers: bool = False
    daily: bool = False

    @property
    def link(self) -> bool:
        """It has a button."""
        return "link" in self.values


LETTERS: Mapping[Template, Letter] = {
    # `until` (ms): the last moment of the link.
    "invitation": Letter(frozenset(("inviter", "link", "until"))),
    "password_reset": Letter(frozenset(("link", "until")), life=HOUR),
    "sign_in_link": Letter(frozenset(("link", "until")), life=HOUR),
    "address_confirm": Letter(frozenset(("link", "until")), life=DAY),
    "address_changed": Letter(frozenset()),
    "password_changed": Letter(frozenset()),
    "second_factor_changed": Letter(frozenset()),
    "unread": Letter(frozenset(("sender", "link")), life=DAY, gathers=True),
    "enrolled": Letter(frozenset(("inviter", "programme", "link"))),
    # `people`: who else is in the room.
    "welcome": Letter(frozenset(("programme", "people", "link"))),
    # Somebody would like a talk with the reader: who and about what is told in the product alone.
    "talk_wanted": Letter(frozenset(("link",))),
    # Somebody has shown messages to the reader, the safeguarding contact: neither who nor what.
    "report_received": Letter(frozenset(("link",))),
    # It has become quiet in a room: asked of one, then of all in it.
    "quiet_one": Letter(frozenset(("link",)), daily=True),
    "quiet_all": Letter(frozenset(("link",)), daily=True),
    # What the team says to people of a programme: its own words, in which a room has no part.
    "bulletin": Letter(
        frozenset(("title", "words", "tongue", "author", "programme", "link")), gathers=True, daily=True
    ),
    "alumni": Letter(frozenset(("programme", "link", "until")), daily=True),
    # `people`: who else comes, or, where `many` is 1, what it is that many are invited to; `start`, `before` (ms);
    # `more`: how many dates besides. `calendar`: the same for
    # calendars, with ORIGIN and ORGANISER where the configuration says what stands there.
    "dates_agreed": Letter(frozenset(("people", "start", "more", "many", "link", "calendar"))),
    "date_moved": Letter(frozenset(("people", "before", "start", "more", "many", "link", "calendar"))),
    "date_cancelled": Letter(frozenset(("people", "start", "more", "many", "link", "calendar"))),
    # It takes place without the reader: others have decided so; and the reader said so.
    "date_without_you": Letter(frozenset(("people", "start", "more", "link", "calendar"))),
    "date_declined": Letter(frozenset(("people", "start", "more", "link", "calendar"))),
    # A day before, and an hour.
    "date_ahead": Letter(frozenset(("people", "start", "many", "link")), life=21 * HOUR, gathers=True, daily=True),
    # Somebody would like to know when the reader could come; `title` is the team's own.
    "times_asked": Letter(frozenset(("inviter", "title", "link"))),
    # Somebody who said that they may be asked is asked whether they would be a mentor again.
    "pool_asked": Letter(frozenset(("inviter", "programme", "link")), daily=True),
    # The team proposes somebody to walk with: neither who nor why. A day before it is over, and when a question of the
    # reader's was answered.
    "proposal_asked": Letter(frozenset(("programme", "link")), daily=True),
    "proposal_waits": Letter(frozenset(("programme", "link")), daily=True),
    "proposal_answered": Letter(frozenset(("programme", "link")), daily=True),
    # To who answers an open call without an account, at their own address: `title` is the call's, `deadline` is
    # in ms. Nothing of what they wrote: a mailbox keeps for longer than the day that they were told.
    "application_begun": Letter(frozenset(("title", "deadline", "link"))),
    "application_sent": Letter(frozenset(("title", "deadline", "link"))),
    "application_link": Letter(frozenset(("title", "link")), life=DAY),
    "application_withdrawn": Letter(frozenset(("title",))),
    "call_extended": Letter(frozenset(("title", "deadline", "link"))),
    # Of an application: times for an interview; that somebody has answered, to who asked; and what was decided, in the
    # team's words. `title` is of the call, or of the letter, in which `call` is the other one.
    "interview_asked": Letter(frozenset(("title", "link"))),
    "interview_answered": Letter(frozenset(("link",)), daily=True),
    "outcome": Letter(frozenset(("name", "title", "words", "tongue", "call")), life=14 * DAY),
    # Somebody has proposed times: who, and neither when nor why.
    "date_asked": Letter(frozenset(("sender", "link")), gathers=True, daily=True),
    "date_soon": Letter(frozenset(("people", "start", "many", "link")), life=HOUR),
}
GATHERING: frozenset[Template] = frozenset(template for template, letter in LETTERS.items() if letter.gathers)
DAILY: frozenset[Template] = frozenset(template for template, letter in LETTERS.items() if letter.daily)

# ── what a mail may hold ──────────────────────────────────────────────────────────────────────────────────────────────

NAME_LIMIT = 100
TIMES = frozenset(("until", "start", "before", "deadline"))
COUNTS = frozenset(("more", "many"))
ORIGIN, ORGANISER = "https://origin.invalid", "organiser@origin.invalid"
"""Stand in a calendar file for the public address of this server, and for the address that answers go to."""
CALENDAR_LIMIT = 256 * 1024
"""Letters."""
LIMITS: Mapping[str, int] = {"title": 120, "call": 120, "words": 4_000}
"""Of values that are no names."""
_LINK = re.compile(r"/(?!/)[\w./?&=%~#-]*", re.ASCII)
_ADDRESS = re.compile(r"[^\s<>()\[\]\\,;:\"@]{1,64}@[^\s<>()\[\]\\,;:\"@]{1,253}")
_SPACES = re.compile(r"\s+")
_JOINERS = frozenset("\u200c\u200d")


class MailIncomplete(ValueError):
    """A mail without what its template needs, or with more: a fault of who wrote it, found before it is queued."""


def check(mail: Mail) -> None:
    """Raises MailIncomplete."""
    expected = LETTERS[mail.template].values
    if mail.values.keys() != expected:
        raise MailIncomplete(f"{mail.template} takes {', '.join(sorted(expected)) or 'nothing'}")
    if not all(_fits(name, value) for name, value in mail.values.items()):
        raise MailIncomplete(f"{mail.template}: link is a path, times are in ms, calendar is a file, all else text")
    if not _ADDRESS.fullmatch(mail.address) or mail.address != clean_text(mail.address, len(mail.address)):
        raise MailIncomplete(f"{mail.template}: to no address")


def is_nobodys(address: str) -> bool:
    """The demo's people have addresses that can be nobody's (RFC 2606): no mail leaves for them."""
    return address.lower().endswith("@example.org")


def _fits(name: str, value: object) -> bool:
    match name:
        case _ if name in TIMES or name in COUNTS:
            return isinstance(value, int)
        case "calendar":
            return isinstance(value, str) and value.startswith("BEGIN:VCALENDAR") and len(value) <= CALENDAR_LIMIT
        case "link":
            # Whose server it leads to is a matter of the configuration alone.
            return isinstance(value, str) and _LINK.fullmatch(value) is not None
        case _:
            return isinstance(value, str)


def clean_text(text: str, limit: int = NAME_LIMIT) -> str:
    """A name as one short line: nothing that ends a header, hides, or turns the direction of what is around it."""
    spaced = _SPACES.sub(" ", text)
    # Nothing that disturbs is printable, and most of what people write is.
    kept = spaced if spaced.isprintable() else "".join(one for one in spaced if not _disturbs(one))
    return kept.strip()[:limit]


def _disturbs(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") or (category == "Cf" and character not in _JOINERS)


def clean_lines(text: str, limit: int) -> str:
    """The same for words with line breaks."""
    return "\n".join(clean_text(line, limit) for line in text[:limit].split("\n")).strip()


def values_kept(values: Values) -> Values:
    """Names as they are shown; the rest as it is."""
    return {name: clean_value(name, v) if isinstance(v, str) else v for name, v in values.items()}


def clean_value(name: str, value: str) -> str:
    match name:
        case "link" | "calendar":
            return value
        case "words":
            return clean_lines(value, LIMITS[name])
        case _:
            return clean_text(value, LIMITS.get(name, NAME_LIMIT))


# ── when ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

FIRST_DELAY = MINUTE
LAST_DELAY = 6 * HOUR


def is_over(template: Template, created_at: int, now: int) -> bool:
    """Its link is over, or its news are old: it goes out no more."""
    return now >= created_at + LETTERS[template].life


def next_try(mail: Mail, tries: int, now: int, chance: float, quiet: Quiet = NIGHT) -> int:
    """ms. Each wait is three times the one before, up to six hours; `chance` (0 to 1) spreads it by a quarter to both
    sides, so that a queue that was held up does not come all at once."""
    delay = min(FIRST_DELAY * 3 ** min(tries - 1, 10), LAST_DELAY)
    due_at = now + int(delay * (0.75 + chance / 2))
    return after_quiet(due_at, mail.zone, quiet) if LETTERS[mail.template].gathers else due_at


def after_quiet(at: int, zone: str, quiet: Quiet = NIGHT) -> int:
    """The same time (ms), or the end of the quiet hours where it is within them in the zone."""
    here = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    if not _within(quiet, here.time()):
        return at
    if here.time() >= quiet.end:
        return int(datetime.combine(here.date() + timedelta(days=1), quiet.end, here.tzinfo).timestamp() * 1000)
    # In a night whose hour comes twice, the end that is still to come.
    return int(datetime.combine(here.date(), quiet.end.replace(fold=here.fold), here.tzinfo).timestamp() * 1000)


APART = 20 * HOUR
"""Between two mails of what comes once a day: less than a day, so that it does not come later every day."""


def next_daily(now: int, zone: str, newest: int | None, *, waits: bool, quiet: Quiet = NIGHT) -> int:
    """When such a mail goes out (ms). `newest`: when the person's newest one is due, if it `waits`, or went out."""
    if newest is None or (not waits and newest + APART <= now):
        return after_quiet(now, zone, quiet)
    return max(newest, now) if waits else after_quiet(newest + APART, zone, quiet)


def is_quiet(at: int, zone: str, quiet: Quiet = NIGHT) -> bool:
    return _within(quiet, datetime.fromtimestamp(at / 1000, ZoneInfo(zone)).time())


def _within(quiet: Quiet, moment: time) -> bool:
    if quiet.start <= quiet.end:
        return quiet.start <= moment < quiet.end
    return moment >= quiet.start or moment < quiet.end


# ── stopping mails of a kind, by a link that needs no sign-in ─────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Stop:
    """Whose mails of which kind a link stops, and the language of the page behind it."""

    person: str
    template: Template
    language: str


_STOP = re.compile(r"([0-9A-Za-z_-]{1,64})\.([a-z_]{1,32})\.([A-Za-z-]{2,16})\.([0-9a-f]{64})")


def sign_stop(key: bytes, stop: Stop) -> str:
    """It does not lapse: whoever has an old mail may stop the next one."""
    facts = f"{stop.person}.{stop.template}.{stop.language}"
    return f"{facts}.{_signature(key, facts)}"


def read_stop(key: bytes, token: str) -> Stop | None:
    """None when it is not ours."""
    parts = _STOP.fullmatch(token)
    if parts is None:
        return None
    person, template, language, signature = parts.groups()
    if not hmac.compare_digest(signature, _signature(key, f"{person}.{template}.{language}")):
        return None
    known = next((one for one in LETTERS if one == template), None)
    return None if known is None else Stop(person, known, language)


def _signature(key: bytes, facts: str) -> str:
    # The key signs other things too: the purpose keeps one from passing for another.
    return hmac.new(key, f"stop-mail.{facts}".encode(), hashlib.sha256).hexdigest()
