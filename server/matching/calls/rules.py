"""What a call may ask, when it takes applications, and what an application still lacks. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.errors import Refused
from server.matching.calls.model import (
    PEOPLE,
    Answer,
    Application,
    Call,
    CallState,
    Feeds,
    ForWhom,
    Part,
    Question,
    QuestionKind,
)

CALLS = 6
"""Of a run: one for mentors, one for mentees, and some that went before."""
QUESTIONS, CHOICES, LANGUAGES = 40, 60, 12
FILES = 6
"""Of an application."""
APPLICATIONS = 5_000
"""Of a call, begun or sent: who begins more without an account has something else in mind."""
TEXT_LIMIT, LONG_LIMIT = 300, 4_000
CHOSEN_TERMS, SAID_LANGUAGES = 12, 8
DRAFT_KEPT = timedelta(days=14)
"""After the deadline, for what was begun and never sent."""
PURGE_WITHIN = timedelta(days=400)
LINKS = 10
"""Of one application that are good at a time: each mail brings one."""

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9]|-(?!-)){1,58}[a-z0-9]")
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_FEEDS: Mapping[QuestionKind, frozenset[Feeds]] = {
    "text": frozenset(("need", "goals")),
    "long": frozenset(("need", "goals")),
    "terms": frozenset(("skills", "back", "disciplines", "traits", "requires")),
    "languages": frozenset(("languages",)),
    "country": frozenset(("country",)),
}
_ASKED: Mapping[Part, ForWhom] = {"mentee": "mentees", "mentor": "mentors"}

# ── the call ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def check(one: Call) -> None:
    """Raises Refused slug_invalid, call_dates, call_languages, call_questions."""
    if _SLUG.fullmatch(one.slug) is None:
        raise Refused("slug_invalid")
    _check_dates(one)
    _check_languages(one)
    _check_questions(one.questions)


def _check_dates(one: Call) -> None:
    last = day_of(one.closes_at, one.zone)
    if not (one.opens_at < one.closes_at and last < one.purge_on <= last + PURGE_WITHIN):
        raise Refused("call_dates", days=PURGE_WITHIN.days)


def _check_languages(one: Call) -> None:
    tags = set(one.languages)
    good = 0 < len(tags) <= LANGUAGES and all(_TAG.fullmatch(tag) for tag in tags)
    if not good or len(tags) != len(one.languages) or not tags <= set(one.words):
        raise Refused("call_languages", limit=LANGUAGES)


def _check_questions(asked: Sequence[Question]) -> None:
    keys = [one.key for one in asked]
    for part in ("mentees", "mentors"):
        # A field of a profile has one source.
        fed = [one.feeds for one in asked if one.feeds is not None and one.whom in (part, "both")]
        if len(set(fed)) != len(fed):
            raise Refused("call_questions")
    few = len(asked) <= QUESTIONS and sum(one.kind == "file" for one in asked) <= FILES
    single = sum(one.kind == "access_needs" for one in asked) <= 1
    if not (few and single and len(set(keys)) == len(keys) and all(map(_is_good, asked))):
        raise Refused("call_questions")


def _is_good(one: Question) -> bool:
    if _KEY.fullmatch(one.key) is None or not one.names:
        return False
    if one.feeds is not None and one.feeds not in _FEEDS.get(one.kind, frozenset()):
        return False
    match one.kind:
        case "choice":
            keys = [choice.key for choice in one.choices]
            fits = 2 <= len(keys) <= CHOICES and len(set(keys)) == len(keys)
            return fits and all(_KEY.fullmatch(choice.key) and choice.names for choice in one.choices)
        case "terms":
            return one.feeds is not None and not one.choices
        case "access_needs":
            return not one.required and not one.choices
        case _:
            return not one.choices


def check_state(one: Call, wanted: CallState, now: int, *, applied: bool) -> None:
    """Raises Refused state_not_possible, call_over."""
    if wanted == "open" and one.closes_at <= now:
        raise Refused("call_over")
    possible = {"draft": {"open"}, "open": {"closed"} | (set() if applied else {"draft"}), "closed": {"open"}}
    if wanted not in possible[one.state]:
        raise Refused("state_not_possible")


def check_same_questions(before: Sequence[Question], after: Sequence[Question]) -> None:
    """Once somebody has begun, what is asked changes in its words alone. Raises Refused call_questions_fixed."""
    if [_frame(one) for one in before] != [_frame(one) for one in after]:
        raise Refused("call_questions_fixed")


def _frame(one: Question) -> tuple[object, ...]:
    choices = tuple(choice.key for choice in one.choices)
    return one.key, one.kind, one.required, one.whom, choices, one.many, one.feeds


def takes(one: Call, now: int) -> bool:
    """Whether one can apply."""
    return one.state == "open" and one.opens_at <= now < one.closes_at


def day_of(at: int, zone: str) -> date:
    return datetime.fromtimestamp(at / 1000, ZoneInfo(zone)).date()


def draft_until(one: Call) -> date:
    """The day on which what nobody sent is deleted."""
    return min(day_of(one.closes_at, one.zone) + DRAFT_KEPT, one.purge_on)


# ── what is asked of whom ─────────────────────────────────────────────────────────────────────────────────────────────


def asked_of(one: Call, part: Part) -> list[Question]:
    """In order."""
    return [question for question in one.questions if question.whom in ("both", _ASKED[part])]


def may_apply_as(one: Call, part: Part) -> bool:
    return one.whom in ("both", _ASKED[part])


def lacking(call: Call, one: Application) -> dict[str, str]:
    """By key of question, or the name of what is said of oneself, the code of why it can't be sent yet."""
    found: dict[str, str] = {}
    if one.manner == "organisation" and not one.organisation:
        found["organisation"] = "answer_missing"
    if len(one.people) > PEOPLE - 1:
        found["people"] = "too_many_people"
    brought = {file.question for file in one.files}
    for question in asked_of(call, one.part):
        there = question.key in brought if question.kind == "file" else bool(one.answers.get(question.key))
        if question.required and not there:
            found[question.key] = "answer_missing"
    return found


def check_answer(question: Question, answer: Answer, terms: Collection[str]) -> None:
    """Of words the limit alone is another's matter. `terms`: keys of those that the question offers. Raises Refused
    answer_invalid."""
    match question.kind, answer:
        case ("text" | "long" | "country", str()):
            return
        case ("choice", tuple()):
            offered = {choice.key for choice in question.choices}
            good = set(answer) <= offered and len(answer) <= (len(offered) if question.many else 1)
        case ("terms", tuple()):
            good = set(answer) <= set(terms) and len(answer) <= CHOSEN_TERMS
        case ("languages", Mapping()):
            levels = all(_TAG.fullmatch(tag) and 1 <= level <= 6 for tag, level in answer.items())
            good = levels and len(answer) <= SAID_LANGUAGES
        case _:
            good = False
    if not good:
        raise Refused("answer_invalid")


def withdrawn(one: Application) -> Application:
    """What is left of it: that there was one."""
    return replace(
        one,
        state="withdrawn",
        outcome="none",
        name="",
        email="",
        organisation="",
        people=(),
        answers={},
        needs="",
        files=(),
        version=one.version + 1,
    )


# ── links ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def is_token(text: str) -> bool:
    """Looks like one of ours."""
    return _TOKEN.fullmatch(text) is not None


def digest_of(token: str) -> bytes:
    """What the database knows of a token. A plain hash is enough: it is random, not chosen."""
    return hashlib.sha256(token.encode()).digest()
