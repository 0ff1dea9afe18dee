"""Tokens: what is stored does not give them back, and what was not signed here stands for nobody."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.accounts.tokens import (
    CONNECTION_TOKEN_LIFE,
    new_mark,
    new_token,
    read_connection_token,
    read_mark,
    sign_connection_token,
    token_hash,
)

KEY = b"k" * 32
NOW = 1_795_000_000_000


def test_a_token_has_256_bits_and_is_known_by_its_hash() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {43}
    token = tokens.pop()
    assert token_hash(token) == hashlib.sha256(token.encode()).digest()


@pytest.mark.parametrize("token", ["", "x" * 42, "x" * 44, "x" * 42 + "\n", "x" * 43 + "\n", "é" * 43, "\ud800" * 43])
def test_what_no_token_looks_like_is_not_even_hashed(token: str) -> None:
    assert token_hash(token) is None


def test_a_connection_token_names_its_login_for_five_minutes() -> None:
    token = sign_connection_token(KEY, "0abc", NOW)
    assert read_connection_token(KEY, token, NOW) == "0abc"
    assert read_connection_token(KEY, token, NOW + CONNECTION_TOKEN_LIFE - 1) == "0abc"
    assert read_connection_token(KEY, token, NOW + CONNECTION_TOKEN_LIFE) is None


def test_a_connection_token_of_another_key_stands_for_nobody() -> None:
    assert read_connection_token(b"o" * 32, sign_connection_token(KEY, "0abc", NOW), NOW) is None


@given(st.data())
def test_a_connection_token_with_any_letter_changed_stands_for_nobody(data: st.DataObject) -> None:
    token = sign_connection_token(KEY, "0abc", NOW)
    place = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.sampled_from("0123456789abcdef.g").filter(lambda letter: letter != token[place]))
    assert read_connection_token(KEY, token[:place] + other + token[place + 1 :], NOW) is None


def test_a_mark_is_of_one_account_and_one_browser() -> None:
    marks = [new_mark(KEY, "ana@example.org") for _ in range(2)]
    places = [read_mark(KEY, "ana@example.org", mark) for mark in marks]
    assert len(set(places)) == 2
    assert all(places)
    assert read_mark(KEY, "bor@example.org", marks[0]) == ""
    assert read_mark(b"o" * 32, "ana@example.org", marks[0]) == ""
    assert read_mark(KEY, "ana@example.org", marks[0][:33] + marks[1][33:]) == ""
    assert "ana" not in marks[0]


def test_a_mark_is_no_connection_token() -> None:
    mark = new_mark(KEY, "0abc")
    assert read_connection_token(KEY, mark, NOW) is None
    assert read_mark(KEY, "0abc", sign_connection_token(KEY, "0abc", NOW)) == ""


@given(st.text())
def test_any_text_is_read_without_harm(text: str) -> None:
    assert read_connection_token(KEY, text, NOW) is None
    assert read_mark(KEY, text, text) == ""
