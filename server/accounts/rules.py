"""What may be a name, an address, a password, a language; when a login lapses. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from server.contract.accounts import Purpose
from server.errors import Refused
from server.nfc import nfc

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Span:
    """ms: an unused login lapses after `idle`, and every login ends after `life`."""

    idle: int
    life: int


MEMBER = Span(idle=30 * DAY, life=180 * DAY)
INVITING = Span(idle=12 * HOUR, life=14 * DAY)
"""Of who may let people in: runs a programme, or set the server up."""
STAYING = Span(idle=90 * DAY, life=180 * DAY)
"""On a device of one's own, by one's own word."""
SEEN_EVERY = HOUR
FRESH = 10 * MINUTE
"""A login that is no older stands for a password, where there is none."""

LINK_LIVES: Mapping[Purpose, int] = {
    "invitation": 7 * DAY,
    "password_reset": 30 * MINUTE,
    "sign_in": 20 * MINUTE,
    "address": DAY,
}
SET_UP_LIFE = 7 * DAY
LINK_PAGES: Mapping[Purpose, str] = {
    "invitation": "/invitation",
    "password_reset": "/reset",
    "sign_in": "/sign-in-link",
    "address": "/address",
}
"""The pages that the links open."""

LANGUAGES = ("sr-Cyrl", "sr-Latn", "hr", "mk", "sl", "en")
FALLING_BACK = ("bs", "cnr", "sh", "sq", "tr", "pt")
"""Known of people, and shown in one of those that we have."""

NAME_LIMIT = 100
EMAIL_LIMIT = 254
PASSWORD_LEAST = 8
PASSWORD_BYTES = 1024

# One label of a domain, in whatever script.
_LABEL = r"(?!-)[\w-]{1,63}(?<!-)"
_EMAIL = re.compile(rf"[^\s@<>()\[\]\\,;:\"]{{1,64}}@(?:{_LABEL}\.)+{_LABEL}")
# Joiners are letters' business in several scripts; every other format character only hides or turns what is read.
_JOINERS = frozenset("\u200c\u200d")
_UNSEEN = frozenset(("Zs", "Mn", "Cf"))
# Blanks that Unicode calls letters or symbols.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_BROKEN = frozenset(("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))
_SPACES = re.compile(r"\s+")
_PRODUCT_WORDS = ("atelje", "ateljé", "ателје", "mentor", "mentee", "mentorstvo", "менторство", "mentoring", "demo")


def fold_email(email: str) -> str:
    """The address as it is compared: letters that look the same in any case and width are the same."""
    email = email.strip(" ")[: EMAIL_LIMIT + 1]
    if email.isascii():
        return email.lower()
    folded = unicodedata.normalize("NFKC", email).casefold()
    return unicodedata.normalize("NFKC", folded)


def clean_email(email: str) -> str:
    """The address as it was given, without spaces around it. Raises Refused email_invalid."""
    email = email.strip(" ")
    if not is_email(email) or not is_email(fold_email(email)):
        raise Refused("email_invalid")
    return email


def is_email(text: str) -> bool:
    """Looks like an address, and holds nothing that breaks a mail's head or a database."""
    return len(text) <= EMAIL_LIMIT and _EMAIL.fullmatch(text) is not None and _plain(text)


def _plain(text: str) -> bool:
    if text.isascii():
        return text.isprintable()
    return not any(_broken(character) or unicodedata.category(character) == "Cf" for character in text)


def clean_name(name: str) -> str:
    """In NFC, with single spaces. Raises Refused name_invalid."""
    # NFC makes at most four code points into one, and takes long for long runs of marks.
    if len(name) > 4 * NAME_LIMIT or any(_broken(character) for character in name):
        raise Refused("name_invalid")
    name = _SPACES.sub(" ", unicodedata.normalize("NFC", name)).strip()
    if not 0 < len(name) <= NAME_LIMIT or any(_hides(character) for character in name) or not any(map(_seen, name)):
        raise Refused("name_invalid")
    return name


def _broken(character: str) -> bool:
    """Controls, lone surrogates, line ends, what is no character: they break databases, mail headers and logs."""
    return unicodedata.category(character) in _BROKEN


def _hides(character: str) -> bool:
    return unicodedata.category(character) == "Cf" and character not in _JOINERS


def _seen(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN and character not in _BLANK_LETTERS


def check_password(password: str, common: Collection[str], *, of: Collection[str] = ()) -> None:
    """`common`: case-folded passwords that strangers try first; `of`: the person's own name and address.

    Raises Refused password_too_short, password_too_long, password_too_common.
    """
    if len(password.encode("utf-8", "surrogatepass")) > PASSWORD_BYTES:
        raise Refused("password_too_long", limit=PASSWORD_BYTES)
    password = plain_password(password)
    if len(password) < PASSWORD_LEAST:
        raise Refused("password_too_short", limit=PASSWORD_LEAST)
    if _is_common(password.casefold(), common, of):
        raise Refused("password_too_common")


def plain_password(password: str) -> str:
    """The same for every keyboard: some send a letter with its mark as one code point, some as two."""
    return nfc(password)


def _is_common(password: str, common: Collection[str], of: Collection[str]) -> bool:
    letters = re.sub(r"[\W\d_]+", "", password)
    own = {re.sub(r"[\W\d_]+", "", part.casefold()) for one in of for part in (one, *one.split("@"), *one.split())}
    return (
        password in common
        or len(set(password)) < 3
        # With digits and signs around them these are the first guesses too.
        or letters in own - {""}
        or _made_of(letters, _PRODUCT_WORDS)
    )


def _made_of(letters: str, words: Collection[str]) -> bool:
    return re.fullmatch(f"(?:{'|'.join(words)})+", letters) is not None


def clean_language(language: str) -> str:
    """Raises Refused language_unknown."""
    if language not in LANGUAGES and language not in FALLING_BACK:
        raise Refused("language_unknown")
    return language


def clean_zone(zone: str, zones: Collection[str]) -> str:
    """`zones`: every IANA name that is known here. Raises Refused zone_unknown."""
    if zone not in zones:
        raise Refused("zone_unknown")
    return zone


def span_of(*, stay: bool, invites: bool) -> Span:
    """How long a login lives. `invites`: the person may let others in."""
    if stay:
        return STAYING
    return INVITING if invites else MEMBER


def expiry(seen_at: int, idle: int, ends_at: int) -> int:
    """When a login lapses, ms."""
    return min(seen_at + idle, ends_at)


def link_path(purpose: Purpose, token: str) -> str:
    """The token stands where no browser sends it: neither to a server nor, as the page before, to another site."""
    return f"{LINK_PAGES[purpose]}#{token}"


def masked(email: str) -> str:
    """Enough to know one's own address by."""
    local, _, domain = email.rpartition("@")
    return f"{local[:1]}…@{domain}"


_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def label_of(user_agent: str) -> str:
    """Which browser on which system, so that a person knows their logins apart; the rest of the header is not kept."""
    browser = next((name for sign, name in _BROWSERS if f"{sign}/" in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    return ", ".join(filter(None, (browser, system)))
