"""The words of a mail in the reader's language and script, with times as their zone and their language have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource

from server.post.latin import latin
from server.post.model import Mail
from server.post.rules import COUNTS, LETTERS, clean_value

LANGUAGES = ("sr-Cyrl", "sr-Latn", "hr", "mk", "sl", "en")
_STAND_INS = {"bs": "hr", "cnr": "sr-Latn", "sh": "sr-Latn", "sr": "sr-Cyrl"}
"""For languages that we lack; who reads none of these gets English."""
_LOCALES = {"sr-Cyrl": "sr_Cyrl_RS", "sr-Latn": "sr_Latn_RS", "en": "en_GB"}
_TEXT = Path(__file__).parent / "text"
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


class TextMissing(Exception):
    """A message that a language lacks, or that asks for a value that nobody gives."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A mail in words. `link` goes with `button`, `stop_link` with `stop`; all four may be empty. `words`: what the
    team wrote to the reader, in `tongue`, with line breaks; may be empty too. `also`: what else it tells, each as a
    part with its own subject as title."""

    language: str
    subject: str
    lead: str
    button: str
    link: str
    note: str
    foot: str
    stop: str = ""
    stop_link: str = ""
    words: str = ""
    tongue: str = ""
    also: tuple[Wording, ...] = ()


def word(mail: Mail, created_at: int, origin: str, stop_link: str) -> Wording:
    """`created_at`: ms, when what the mail tells happened; `origin`: the public address of this server, which links
    lead to. Raises TextMissing."""
    language, letter = shown_language(mail.language), LETTERS[mail.template]
    told = {name: value for name, value in mail.values.items() if name not in ("link", "calendar")}
    given = {name: _shown(name, value, language, mail.zone) for name, value in told.items()}
    # What was queued by an earlier version does not say whether it is for many.
    variables: dict[str, str | int] = {"at": moment(created_at, language, mail.zone), "many": 0, **given}

    def say(part: str) -> str:
        return text(language, mail.template, variables, part)

    return Wording(
        language=language,
        subject=say("subject"),
        lead=say("lead"),
        button=say("button") if letter.link else "",
        link=origin + str(mail.values["link"]) if letter.link else "",
        note=say("note"),
        foot=text(language, "foot", {"place": origin.partition("://")[2]}),
        stop=say("stop") if letter.gathers else "",
        stop_link=stop_link if letter.gathers else "",
        words=str(given.get("words", "")),
        tongue=str(mail.values.get("tongue", "")),
    )


def joined(wordings: Sequence[Wording]) -> Wording:
    """One mail of several: what came first gives the language, the rest are parts of it."""
    if len(wordings) == 1:
        return wordings[0]
    language = wordings[0].language
    subject = text(language, "daily", {"count": len(wordings)}, "subject")
    foot = wordings[0].foot
    return Wording(language, subject, text(language, "daily", None, "lead"), "", "", "", foot, also=tuple(wordings))


def shown_language(language: str) -> str:
    """The language of ours that is shown to who reads `language` (BCP 47)."""
    if language in LANGUAGES:
        return language
    return _STAND_INS.get(language.partition("-")[0], "en")


def _shown(name: str, value: str | int, language: str, zone: str) -> str | int:
    if isinstance(value, int):
        return value if name in COUNTS else moment(value, language, zone)
    cleaned = clean_value(name, value)
    return cleaned if name == "words" else isolated(cleaned)


def isolated(text: str) -> str:
    """A name written from right to left keeps its own direction and leaves the words around it theirs."""
    turns = any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
    return f"\u2068{text}\u2069" if turns else text


def moment(at: int, language: str, zone: str) -> str:
    """A time (ms) as a weekday, a date and an hour, where the reader is."""
    here = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    return f"{format_date(here, 'full', locale=locale_of(language))}, {here:%H:%M}"


def locale_of(language: str) -> str:
    """How dates of a language of ours are written."""
    return _LOCALES.get(language, language)


def text(language: str, message: str, variables: Mapping[str, str | int] | None = None, part: str | None = None) -> str:
    """`language` is one of LANGUAGES; `part` is a part of the message, such as its subject. Raises TextMissing."""
    bundle = _bundle(language)
    found = bundle.get_message(message) if bundle.has_message(message) else None
    pattern = None if found is None else found.value if part is None else found.attributes.get(part)
    if pattern is None:
        raise TextMissing(f"{language}: {message}.{part}")
    shown, faults = bundle.format_pattern(pattern, dict(variables or {}))
    if faults:
        raise TextMissing(f"{language}: {message}.{part}: {faults[0]}")
    return str(shown)


@cache
def _bundle(language: str) -> FluentBundle:
    # What needs isolating is isolated by `isolated`: in a subject the marks would be seen.
    bundle = FluentBundle([locale_of(language)], use_isolating=False)
    bundle.add_resource(FluentResource(source(language)))
    return bundle


def source(language: str) -> str:
    if language == "sr-Latn":
        return latin(source("sr-Cyrl"))
    # Beside the mails a folder for each part that has pages of its own.
    files = [_TEXT / f"{language}.ftl", *sorted(_TEXT.glob(f"*/{language}.ftl"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
