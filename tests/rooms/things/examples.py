"""For every kind of thing, good commands in an order in which they can be carried out.

The tests of doors, rights, leaks and bad input read them: a new kind is tried in all of these once it stands here.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

from server.contract.things import ThingCommand
from server.rooms.things.files.contract import AddFile

WORDS = "{words}"
"""Stands for words that a test plants."""
TODAY = "{today}"
"""Stands for the day on which it is tried."""
SOON = (time.time_ns() // 60_000_000_000 + 60) * 60_000
"""ms: in an hour."""
LATER = SOON + 14 * 24 * 3_600_000

EXAMPLES: dict[str, dict[str, Any]] = {
    "room.pin": {
        "what": "link",
        "title": WORDS,
        "why": WORDS,
        "link": "https://example.org/{words}",
        "note": WORDS,
        "section": WORDS,
        "state": "next",
    },
    "room.change_pin": {
        "item": "pins",
        "title": WORDS,
        "why": WORDS,
        "link": "https://example.org/{words}",
        "note": WORDS,
        "section": WORDS,
        "state": "keep",
    },
    "room.move_pin": {"item": "pins"},
    "room.unpin": {"item": "pins"},
    "room.add_step": {"what": WORDS, "who": None, "until": "2026-12-01", "note": "n1", "meeting": 7},
    "room.change_step": {"item": "steps", "what": WORDS, "who": None, "until": None},
    "room.finish_step": {"item": "steps", "done": True},
    "room.remove_step": {"item": "steps"},
    "room.set_goal": {"text": WORDS, "term": "short", "why": WORDS, "sign": WORDS},
    "room.change_goal": {
        "item": "goals",
        "reason": WORDS,
        "term": "long",
        "text": f"{WORDS} once more",
        "why": f"{WORDS} once more",
        "sign": f"{WORDS} once more",
        "state": "changed",
    },
    "room.remove_goal": {"item": "goals"},
    "room.change_agreement": {
        "themes": ["family", "health", "beliefs"],
        "own_themes": [WORDS],
        "ways": ["room"],
        "quiet": {"start": "20:00", "end": "09:00", "days": [6, 7]},
        "answer_days": 5,
        "confidence": WORDS,
    },
    "room.answer_proposal": {"item": "agreement", "number": 1, "yes": False},
    "room.talked_through": {},
    "room.share_answers": {"month": "2026-11", "answers": [{"question": "moved", "text": WORDS}]},
    "room.unshare_reflection": {"item": "reflections"},
    "room.write_halfway": {"came": WORDS, "works": WORDS, "steps": [WORDS]},
    "room.remove_halfway": {"item": "halfway"},
    "room.lay_card": {"card": "listen-2"},
    "room.take_card": {"item": "cards"},
    "room.propose_times": {
        "starts": [SOON, LATER],
        "minutes": 60,
        "zone": "Europe/Belgrade",
        "place": "address",
        "address": WORDS,
        "words": WORDS,
        "repeats": {"weeks": 2, "months": 0, "times": 3},
    },
    "room.accept_time": {"item": "dates", "start": SOON},
    "room.move_date": {"item": "dates", "starts": [LATER], "reason": WORDS},
    "room.place_date": {"item": "dates", "place": "telephone", "address": WORDS},
    "room.drop_times": {"item": "dates", "reason": WORDS},
    "room.run_late": {"item": "dates", "minutes": 10},
    "room.cannot_come": {"item": "dates"},
    "room.can_come": {"item": "dates"},
    "room.cancel_date": {"item": "dates", "reason": WORDS, "rest": True},
    "room.open_meeting": {"place": "address", "address": WORDS},
    "room.place_meeting": {"item": "meetings", "place": "telephone", "address": WORDS},
    "room.turn_clock": {"item": "meetings", "turn": "start", "minutes": 10},
    "room.hold_meeting": {"item": "meetings", "day": TODAY, "minutes": 60, "manner": "call"},
    "room.correct_meeting": {"item": "meetings", "minutes": 45, "reason": WORDS},
    "room.close_meeting": {"item": "meetings"},
    "room.remove_meeting": {"item": "meetings"},
    "room.add_point": {"title": WORDS, "minutes": 10},
    "room.change_point": {"item": "agenda", "title": WORDS},
    "room.move_point": {"item": "agenda"},
    "room.finish_point": {"item": "agenda"},
    "room.remove_point": {"item": "agenda"},
    "room.set_call": {"link": "https://example.org/{words}", "fallback": WORDS},
    "room.call_trouble": {"item": "calls"},
    "room.remove_call": {"item": "calls"},
    "room.propose_release": {"words": WORDS, "scope": WORDS, "reader": WORDS, "until": TODAY, "source": WORDS},
    "room.agree_to_release": {"item": "releases"},
    "room.withdraw_release": {"item": "releases"},
    "room.thank": {"words": WORDS},
    "room.take_back_thanks": {"item": "thanks"},
    "room.open_note": {"title": WORDS, "day": "2026-11-03"},
    "room.change_note": {"item": "notes", "title": WORDS, "day": "2026-11-04", "state": "closed"},
    "room.remove_note": {"item": "notes"},
    "room.remove_file": {"item": "files"},
}
"""By method: the fields but room and command id. `item` names the collection whose newest item is meant."""

BY = {"room.accept_time": "bor"}
"""Who does what Ana cannot: everything else is hers."""

INNER: dict[str, ThingCommand] = {
    "files": AddFile(
        room="r", command_id="an upload", name="a.pdf", size=9, type="application/pdf", stored="0" * 16, text="good"
    )
}
"""What the server itself asks for, by the collection that no command adds to."""


def example(method: str, words: str = "good", items: dict[str, int] | None = None) -> dict[str, Any]:
    """The example with these words in it. `items`: the newest item of each collection; 2 where it is not known."""
    return {name: _filled(name, value, words, items or {}) for name, value in EXAMPLES[method].items()}


def _filled(name: str, value: Any, words: str, items: dict[str, int]) -> Any:
    if name == "item":
        return items.get(value, 2)
    if value == TODAY:
        return datetime.now(UTC).date().isoformat()
    if isinstance(value, list):
        return [_filled("", one, words, items) for one in value]
    if isinstance(value, dict):
        return {inner: _filled(inner, one, words, items) for inner, one in value.items()}
    return value.replace(WORDS, words) if isinstance(value, str) else value
