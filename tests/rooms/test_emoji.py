"""A reaction is exactly one emoji, written in one way."""

from __future__ import annotations

import pytest

from server.contract.commands import REACTIONS
from server.errors import Refused
from server.rooms.emoji import clean_emoji

WRITTEN_IN_FULL = (
    *REACTIONS,
    "😀",
    "☕",
    "☎️",
    "☝️",
    "☝🏿",
    "👋🏽",
    "1️⃣",
    "#️⃣",
    "🇸🇮",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "🏳️‍🌈",
    "👩🏽‍🏫",
    "👨‍👩‍👧‍👦",
    "👩🏻‍❤️‍💋‍👨🏾",
    "🕵️‍♀️",
    "🕵🏽‍♀️",
    "❤️‍🔥",
    "🫩",
)


@pytest.mark.parametrize("emoji", WRITTEN_IN_FULL)
def test_an_emoji_in_full_stays_as_it_is_however_its_selectors_were_given(emoji: str) -> None:
    assert clean_emoji(emoji) == emoji
    assert clean_emoji(emoji.replace("\ufe0f", "")) == emoji
    assert clean_emoji(emoji + "\ufe0f") == emoji


NONE_AT_ALL = (
    "",
    " ",
    "a",
    "1",
    "#",
    "ok",
    ":-)",
    "<b>",
    "ж",
    "👍👍",
    "👍 ",
    "👍a",
    "a👍",
    "👍\u200d",
    "\u200d👍",
    "👍\u200d\u200d👍",
    "\ufe0f",
    "\u20e3",
    "a\u20e3",
    "🏽",
    "🎉🏽",
    "👋🏽🏽",
    "🇸",
    "🇸🇮🇭",
    "\u200b",
    "\u202e👍",
    "👍\u0301",
    "👍\x00",
    "\ud83d",
    # A flag that carries hidden words.
    "🏴\U000e0068\U000e0065\U000e006c\U000e0070\U000e007f",
    "👍" + "\ufe0f" * 99,
    "‍".join(["👩"] * 5),
    "👍" * 40_000,
)


@pytest.mark.parametrize(
    "text", NONE_AT_ALL, ids=lambda text: f"{text[:8].encode('unicode_escape').decode()} {len(text)}"
)
def test_what_is_not_exactly_one_emoji_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="emoji_unknown"):
        clean_emoji(text)
