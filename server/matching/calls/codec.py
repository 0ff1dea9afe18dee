"""A call's questions and words, and an application's answers, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from server.matching.calls.model import Answer, Application, Lead, Question

_encode = msgspec.json.Encoder().encode
_questions = msgspec.json.Decoder(tuple[Question, ...]).decode
_words = msgspec.json.Decoder(dict[str, Lead]).decode
_languages = msgspec.json.Decoder(tuple[str, ...]).decode


class Body(msgspec.Struct, frozen=True):
    """What an application says, in one column. A list is what was chosen, an object what languages somebody speaks."""

    organisation: str
    people: tuple[str, ...]
    answers: dict[str, str | list[str] | dict[str, int]]
    needs: str


_body = msgspec.json.Decoder(Body).decode


def text(value: object) -> str:
    return _encode(value).decode()


def questions_of(text: str) -> tuple[Question, ...]:
    return _questions(text)


def words_of(text: str) -> dict[str, Lead]:
    return _words(text)


def languages_of(text: str) -> tuple[str, ...]:
    return _languages(text)


def body_bytes(one: Application) -> bytes:
    answers: dict[str, Any] = {key: _plain(answer) for key, answer in one.answers.items()}
    return _encode(Body(one.organisation, one.people, answers, one.needs))


def body_of(data: bytes) -> Body:
    return _body(data)


def answers_of(body: Body) -> dict[str, Answer]:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in body.answers.items()}


def _plain(answer: Answer) -> object:
    return dict(answer) if isinstance(answer, Mapping) else answer
