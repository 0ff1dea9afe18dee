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

from server.post.model import Mail, Template, Values

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Letter:
    """What a template takes, and for how long (ms) the mail is worth sending. `gathers`: it tells what can be learned
    in the product too, so it can be stopped, and does not come at night."""

    values: frozenset[str]
    life: int = 3 * DAY
    gathers: bool = False

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
}

# ── what a mail may hold ──────────────────────────────────────────────────────────────────────────────────────────────

NAME_LIMIT = 100
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
        raise MailIncomplete(f"{mail.template}: link is a path, until a time in ms, everything else text")
    if not _ADDRESS.fullmatch(mail.address) or mail.address != clean_text(mail.address, len(mail.address)):
        raise MailIncomplete(f"{mail.template}: to no address")


def _fits(name: str, value: object) -> bool:
    match name:
        case "until":
            return isinstance(value, int)
        case "link":
            # Whose server it leads to is a matter of the configuration alone.
            return isinstance(value, str) and _LINK.fullmatch(value) is not None
        case _:
            return isinstance(value, str)


def clean_text(text: str, limit: int = NAME_LIMIT) -> str:
    """A name as one short line: nothing that ends a header, hides, or turns the direction of what is around it."""
    kept = "".join(character for character in _SPACES.sub(" ", text) if not _disturbs(character))
    return kept.strip()[:limit]


def _disturbs(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") or (category == "Cf" and character not in _JOINERS)


def values_kept(values: Values) -> Values:
    """Names as they are shown; the rest as it is."""
    return {name: clean_text(v) if isinstance(v, str) and name != "link" else v for name, v in values.items()}


# ── when ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

FIRST_DELAY = MINUTE
LAST_DELAY = 6 * HOUR
QUIET_FROM, QUIET_UNTIL = time(22), time(8)


def is_over(template: Template, created_at: int, now: int) -> bool:
    """Its link is over, or its news are old: it goes out no more."""
    return now >= created_at + LETTERS[template].life


def next_try(mail: Mail, tries: int, now: int, chance: float) -> int:
    """ms. Each wait is three times the one before, up to six hours; `chance` (0 to 1) spreads it by a quarter to both
    sides, so that a queue that was held up does not come all at once."""
    delay = min(FIRST_DELAY * 3 ** min(tries - 1, 10), LAST_DELAY)
    due_at = now + int(delay * (0.75 + chance / 2))
    return after_quiet(due_at, mail.zone) if LETTERS[mail.template].gathers else due_at


def after_quiet(at: int, zone: str) -> int:
    """The same time (ms), or the next morning in the zone when it is at night there."""
    here = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    if QUIET_UNTIL <= here.time() < QUIET_FROM:
        return at
    day = here.date() + timedelta(days=1) if here.time() >= QUIET_FROM else here.date()
    return int(datetime.combine(day, QUIET_UNTIL, here.tzinfo).timestamp() * 1000)


def is_quiet(at: int, zone: str) -> bool:
    return after_quiet(at, zone) != at


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
