"""Who may change what of an agreement: one alone whatever asks less of the others, all together the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, assert_never, get_args

from msgspec.structs import replace

from server.contract.things import Item
from server.errors import Refused
from server.rooms.things.agreement import contract
from server.rooms.things.agreement.contract import (
    Agreement,
    AgreementChanged,
    AgreementProposal,
    AnswerProposal,
    ChangeAgreement,
    Question,
    QuietHours,
    Talked,
    TalkedThrough,
    Theme,
    Way,
)
from server.rooms.things.agreement.quiet import covers
from server.rooms.things.kind import ThingSituation
from server.rooms.things.words import clean_line, clean_words

Command = ChangeAgreement | AnswerProposal | TalkedThrough

OFFER = Agreement(
    themes=("health", "beliefs"),
    own_themes=(),
    ways=("room", "call", "in_person"),
    quiet=QuietHours("21:00", "08:00", (7,)),
    answer_days=3,
    confidence="",
    proposals=(),
    numbered=0,
    talked=(),
)
"""What the programme suggests: the same in every room, until its members say otherwise."""

FIELDS: Mapping[Question, tuple[str, ...]] = {
    "themes": ("themes", "own_themes"),
    "ways": ("ways",),
    "quiet": ("quiet",),
    "answer_days": ("answer_days",),
    "confidence": ("confidence",),
}
"""By question: what answers it."""

Answer = dict[str, Any]
"""By field."""


def decide(command: Command, at: ThingSituation) -> Agreement | AgreementChanged:
    """Raises Refused: text_empty, text_too_long, text_not_allowed, nothing_changed, agreement_before, item_not_found,
    proposal_gone."""
    match command:
        case ChangeAgreement():
            return _stored(*_changed(command, at))
        case AnswerProposal():
            item = at.item(command.item)
            return _stored(item, _answered(command, item.body, at))
        case TalkedThrough():
            found, agreement = _standing(at)
            others = [one for one in agreement.talked if one.person != at.actor and one.person in at.room.members]
            return _stored(found, {"talked": (*others, Talked(at.actor, at.now))})
        case _:
            assert_never(command)


def narrows(question: Question, now: Agreement, answer: Answer) -> bool:
    """Whether an answer asks nothing of anybody that the present one does not. What cannot be told is no."""
    match question:
        case "themes":
            own = {theme.casefold() for theme in answer["own_themes"]}
            return {*now.themes} <= {*answer["themes"]} and {theme.casefold() for theme in now.own_themes} <= own
        case "ways":
            return {*answer["ways"]} <= {*now.ways}
        case "quiet":
            return covers(answer["quiet"], now.quiet)
        case "answer_days" | "confidence":
            return False
        case _:
            assert_never(question)


def _stored(item: Item[Agreement] | None, changes: Answer) -> Agreement | AgreementChanged:
    if item is None:
        return replace(OFFER, **changes)
    # What is answered otherwise keeps what stood there; who agreed to what in between is of no interest later.
    answered = any(field in changes for fields in FIELDS.values() for field in fields)
    return AgreementChanged(item.id, **changes | ({"reason": ""} if answered else {}))


def _standing(at: ThingSituation) -> tuple[Item[Agreement] | None, Agreement]:
    """The agreement that the actor reads; the programme's offer where there is none. Who came later must not put the
    offer in the place of what the others keep: that might ask more of them than they agreed to."""
    if at.items:
        return at.items[-1], at.items[-1].body
    if at.hidden > at.drafts:
        raise Refused("agreement_before")
    return None, OFFER


def _changed(command: ChangeAgreement, at: ThingSituation) -> tuple[Item[Agreement] | None, Answer]:
    item, now = _standing(at)
    changes: Answer = {}
    proposals, numbered = now.proposals, now.numbered
    for question, answer in _wished(command, now).items():
        if narrows(question, now, answer) or _all_agree(at, (at.actor,)):
            changes |= answer
            continue
        numbered += 1
        proposed = AgreementProposal(numbered, at.actor, at.now, question, agreed=(at.actor,), **answer)
        proposals = (*(one for one in proposals if one.question != question), proposed)
    if proposals != now.proposals:
        changes |= {"proposals": proposals, "numbered": numbered}
    if not changes:
        raise Refused("nothing_changed")
    return item, changes


def _wished(command: ChangeAgreement, now: Agreement) -> dict[Question, Answer]:
    """Whatever is answered otherwise than now, whole."""
    given: Answer = {
        "themes": _in_order(command.themes, Theme),
        "own_themes": _themes(command.own_themes),
        "ways": _in_order(command.ways, Way),
        "quiet": None if command.quiet is None else replace(command.quiet, days=tuple(sorted({*command.quiet.days}))),
        "answer_days": command.answer_days,
        "confidence": None if command.confidence is None else clean_words(command.confidence, contract.CONFIDENCE),
    }
    wished: dict[Question, Answer] = {}
    for question, fields in FIELDS.items():
        before = {field: getattr(now, field) for field in fields}
        answer = before | {field: given[field] for field in fields if given[field] is not None}
        if answer != before:
            wished[question] = answer
    return wished


def _answered(command: AnswerProposal, now: Agreement, at: ThingSituation) -> Answer:
    proposal = next((one for one in now.proposals if one.number == command.number), None)
    if proposal is None:
        raise Refused("proposal_gone")
    others = tuple(one for one in now.proposals if one is not proposal)
    if not command.yes:
        return {"proposals": others}
    agreed = tuple(sorted({*proposal.agreed, at.actor}))
    if not _all_agree(at, agreed):
        return {"proposals": tuple(replace(one, agreed=agreed) if one is proposal else one for one in now.proposals)}
    return {"proposals": others, **{field: getattr(proposal, field) for field in FIELDS[proposal.question]}}


def _all_agree(at: ThingSituation, agreed: Iterable[str]) -> bool:
    return at.room.members.keys() <= {*agreed}


def _themes(themes: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Each once, however it is capitalised."""
    if themes is None:
        return None
    clean = (clean_line(theme, contract.THEME) for theme in themes if theme.strip())
    return tuple({theme.casefold(): theme for theme in clean}.values())


T = TypeVar("T")


def _in_order(chosen: tuple[T, ...] | None, all_of: Any) -> tuple[T, ...] | None:
    return None if chosen is None else tuple(one for one in get_args(all_of) if one in chosen)
