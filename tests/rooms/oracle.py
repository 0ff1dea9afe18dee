"""A room in plain lists and dicts, without a line of the server's rules: what every property here is compared with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any

import msgspec

from server.rooms import things
from server.rooms.reads import Snapshot

Entry = dict[str, Any]
State = dict[str, Any]
"""`{offset, talk, members, messages}`: the part of a snapshot that entries change, in the contract's words."""

# What people say here, and what becomes of it: the stored text, or the code of the refusal.
TEXTS = {
    "hello": "hello",
    "Здраво": "Здраво",
    "two\r\nlines": "two\nlines",
    "cafe\u0301": "caf\u00e9",
    '"quoted" \\ ': '"quoted" \\ ',
    "@[bor]": "@[bor]",
    "@[vesna], @[bor]: @[vesna]@[nobody]": "@[vesna], @[bor]: @[vesna]@[nobody]",
    "@[goran] @[ana": "@[goran] @[ana",
}
BAD_TEXTS = {" \u200b": "text_empty", "nul\0": "text_not_allowed", "x" * 8_001: "text_too_long"}


# What people react with, and how it is written; or nothing that anybody could react with.
EMOJIS = {"👍": "👍", "❤": "❤️", "❤️": "❤️", "🎉": "🎉", "👋🏽": "👋🏽", "🇸🇮": "🇸🇮", "1️⃣": "1️⃣", "🏳️‍🌈": "🏳️‍🌈"}
BAD_EMOJIS = ("", ":-)", "👍👍", "1", "👍a")


# ── entries into a snapshot ───────────────────────────────────────────────────────────────────────────────────────────


def fold(state: State, entries: Iterable[tuple[int, Entry]]) -> State:
    """The state with the entries after its offset; those at or below it are known already."""
    state = deepcopy(state)
    for offset, entry in entries:
        if offset > state["offset"]:
            apply(state, offset, entry)
            state["offset"] = offset
    return state


def apply(state: State, offset: int, entry: Entry) -> None:
    kind, body = entry["kind"], entry.get("body")
    named = {member["person"]: member for member in state["members"]}
    if kind == "room_opened":
        state["members"] = [{**one, "name": named.get(one["person"], {}).get("name", "")} for one in body["members"]]
    elif kind == "message_posted":
        state["talk"] += 1
        message = {"id": offset, "number": state["talk"], "author": entry["actor"], "at": entry["at"], "last": offset}
        state["messages"].append({**message, **(body or {})})
    elif kind == "message_edited" and body:
        for message in state["messages"]:
            if message["id"] == body["message"] and ("text" in message or message["author"] != entry["actor"]):
                message.pop("mentions", None)
                message.update(edited_at=entry["at"], last=offset)
                message.update({name: value for name, value in body.items() if name != "message"})
    elif kind == "message_withdrawn" and body:
        for message in state["messages"]:
            if message["id"] == body["message"]:
                for words in ("text", "reply_to", "quote", "edited_at", "mentions", "reactions"):
                    message.pop(words, None)
                message["last"] = offset
    elif kind.startswith("reaction_") and body:
        for message in state["messages"]:
            if message["id"] == body["message"]:
                given = {one["emoji"]: one["people"] for one in message.pop("reactions", ())}
                people = given.setdefault(body["emoji"], [])
                if kind == "reaction_added":
                    people.append(entry["actor"])
                elif entry["actor"] in people:
                    people.remove(entry["actor"])
                if any(given.values()):
                    message["reactions"] = [{"emoji": one, "people": who} for one, who in given.items() if who]
    elif kind == "member_added":
        member = named.get(body["person"])
        if member is None:
            state["members"].append(member := {"person": body["person"], "name": ""})
        member.pop("left", None)
        member["role"] = body["role"]
    elif kind == "member_removed":
        named[body["person"]]["left"] = True
    elif kind == "room_closed":
        state["closed"] = body["reason"]
    elif kind == "room_emptied":
        state["talk"], state["messages"], state["emptied"] = 0, [], True
        state.pop("things", None)
    elif kind.endswith(("_added", "_changed", "_removed")):
        # Files are counted with the messages, but for those of before they were.
        state["talk"] += kind == "file_added" and (body is None or body.get("number") is not None)
        if body:
            arrange(state, offset, entry, THINGS[kind.rpartition("_")[0]])


THINGS = {name.rpartition("_")[0]: kind.name for kind in things.KINDS for name in kind.entries}
"""Where the items of an entry's kind are, by what the kind begins with."""


def arrange(state: State, offset: int, entry: Entry, kind: str) -> None:
    body = dict(entry["body"])
    items = state.setdefault("things", {}).setdefault(kind, [])
    about = body.pop("item", None)
    found = [item for item in items if item["id"] == about]
    if entry["kind"].endswith("_added"):
        items.append({"id": offset, "by": entry.get("actor"), "at": entry["at"], "last": offset, "body": body})
    elif entry["kind"].endswith("_removed"):
        items[:] = [item for item in items if item["id"] != about]
    elif found:
        item, reason = found[0], body.pop("reason", None)
        if reason is not None:
            was = {name: item["body"][name] for name in body}
            earlier = {"at": entry["at"], "by": entry.get("actor"), "reason": reason, "was": was}
            item["history"] = [*item.get("history", []), earlier][-20:]
        item["body"] |= body
        item["last"] = offset
    if not items:
        del state["things"][kind]
    if not state["things"]:
        del state["things"]


def folded(snapshot: Snapshot) -> State:
    """A snapshot in the same shape."""
    state = snapshot.state
    members = [{"person": person, "name": "", "role": one.role} for person, one in state.members.items()]
    former = [{"person": person, "name": "", "role": one.role, "left": True} for person, one in state.former.items()]
    messages = [readable(msgspec.json.encode(one)) for one in snapshot.messages]
    kept = {kind: msgspec.json.decode(raw) for kind, raw in snapshot.things.items()}
    return {
        "offset": snapshot.offset,
        "talk": snapshot.talk,
        "members": members + former,
        "messages": messages,
        **({"emptied": True} if state.emptied else {}),
        **({"things": kept} if kept else {}),
    }


def in_order(state: State) -> State:
    """Members are a set: the order in which they are told means nothing."""
    return {**state, "members": sorted(state["members"], key=lambda member: str(member["person"]))}


# ── commands into entries ─────────────────────────────────────────────────────────────────────────────────────────────


class Room:
    """Every question is answered by walking the entries from the first one on; answers are kept until the next one."""

    def __init__(self, founders: tuple[str, ...], at: int, command_id: str) -> None:
        members = [{"person": person, "role": "mentor"} for person in founders]
        self.entries: list[Entry] = []
        self.said: dict[tuple[str, str], list[Any]] = {}
        """(command id, actor) → [everything the command said, or None once taken back; its offset]"""
        self.markers: dict[str, int] = {}
        self.drafts: dict[str, str] = {}
        self._answers: dict[str, Any] = {}
        self._append("room_opened", at, None, command_id, {"kind": "pair", "members": members})

    @property
    def top(self) -> int:
        return len(self.entries)

    @property
    def talk(self) -> int:
        kinds = [entry["kind"] for entry in self.entries]
        since = len(kinds) - kinds[::-1].index("room_emptied") if "room_emptied" in kinds else 0
        return sum(kind == "message_posted" for kind in kinds[since:])

    def people(self) -> dict[str, dict[str, Any]]:
        """Members now: role, floor, and who has agreed that they read the past."""
        people: dict[str, dict[str, Any]] = self._answer("people", self._people)[0]
        return people

    def former(self, above: int) -> dict[str, tuple[str, int]]:
        """Who left after a floor: their role of then, and when."""
        former: dict[str, tuple[str, int]] = self._answer("people", self._people)[1]
        return {person: one for person, one in former.items() if one[1] > above}

    def _people(self) -> tuple[dict[str, dict[str, Any]], dict[str, tuple[str, int]]]:
        people: dict[str, dict[str, Any]] = {}
        former: dict[str, tuple[str, int]] = {}
        agreed: list[tuple[str, str]] = []
        for offset, entry in enumerate(self.entries, 1):
            body = entry["body"]
            if entry["kind"] == "room_opened":
                people = {one["person"]: {"role": one["role"], "floor": 0} for one in body["members"]}
            elif entry["kind"] == "member_added":
                people[body["person"]] = {"role": body["role"], "floor": body["floor"]}
                former.pop(body["person"], None)
            elif entry["kind"] == "member_removed":
                former[body["person"]] = people.pop(body["person"])["role"], offset
                agreed = []
            elif entry["kind"] == "past_agreed":
                later = body["person"]
                agreed.append((entry["actor"], later))
                others = [other for other in people if other != later]
                whole = any(people[other]["floor"] == 0 for other in others)
                if whole and all((other, later) in agreed for other in others):
                    people[later]["floor"] = 0
                    agreed = [pair for pair in agreed if pair[1] != later]
        for by, later in agreed:
            people[later].setdefault("agreed", []).append(by)
        return people, former

    def messages(self) -> dict[int, dict[str, Any]]:
        messages: dict[int, dict[str, Any]] = self._answer("messages", self._messages)
        return messages

    def _answer(self, question: str, find: Callable[[], Any]) -> Any:
        if question not in self._answers:
            self._answers[question] = find()
        return self._answers[question]

    def _messages(self) -> dict[int, dict[str, Any]]:
        state = fold({"offset": 0, "talk": 0, "members": [], "messages": []}, enumerate(self.entries, 1))
        return {message["id"]: message for message in state["messages"]}

    # Commands: an offset, a code, or None where the offset is nobody's business.

    def accept(self, actor: str, manager: bool, at: int, name: str, id: str, **said: Any) -> int | str | None:
        known = self.said.get((id, actor))
        if known is not None:
            if known[0] is not None and known[0] != (name, said):
                return "command_conflict"
            return known[1] if actor in self.people() else None  # type: ignore[no-any-return]
        outcome = getattr(self, f"_{name}")(actor, manager, **said)
        if isinstance(outcome, str):
            return outcome
        kind, body = outcome
        self._append(kind, at, actor, id, body)
        self.said[id, actor] = [(name, said), self.top]
        if kind == "message_withdrawn":
            self._forget(body["message"])
        return self.top if actor in self.people() else None

    def empty(self, at: int, command_id: str) -> None:
        """Nothing that was said is left, nor what people kept for themselves of it."""
        self._append("room_emptied", at, None, command_id, {})
        self.markers.clear()
        self.drafts.clear()
        for entry in self.entries:
            if entry["kind"].startswith(("message_", "reaction_")):
                entry["body"] = None
                self.said[entry["command_id"], entry["actor"]][0] = None

    def _post(self, actor: str, manager: bool, text: str, reply_to: int | None, quote: Any = None) -> Any:
        if actor not in self.people():
            return "not_found"
        if reply_to is not None and not self._sees(actor, reply_to):
            return "message_not_found"
        if quote is not None and (reply_to is None or not self._stands(reply_to, quote)):
            return "quote_outdated"
        if text in BAD_TEXTS:
            return BAD_TEXTS[text]
        more = {"reply_to": reply_to, "quote": quote and msgspec.to_builtins(quote), "mentions": self._named(text, ())}
        return "message_posted", {"text": TEXTS[text]} | {name: value for name, value in more.items() if value}

    def _stands(self, message: int, quote: Any) -> bool:
        """These words are the message's words now."""
        place, quoted = msgspec.to_builtins(quote), self.messages()[message]
        words = quoted.get("text", "")
        whole = place["end"] <= len(words) and words[place["start"] : place["end"]]
        return bool(whole and quoted["last"] == place["version"])

    def _named(self, text: str, earlier: Iterable[str]) -> list[str]:
        return sorted(person for person in {*self.people(), *earlier} if f"@[{person}]" in text)

    def _edit(self, actor: str, manager: bool, message: int, text: str) -> Any:
        if code := self._not_mine(actor, message):
            return code
        if text in BAD_TEXTS:
            return BAD_TEXTS[text]
        named = self._named(text, self.messages()[message].get("mentions", ()))
        return "message_edited", {"message": message, "text": TEXTS[text]} | ({"mentions": named} if named else {})

    def _react(self, actor: str, manager: bool, message: int, emoji: str) -> Any:
        own = self._reactions(actor, message, emoji)
        if isinstance(own, str):
            return own
        if EMOJIS[emoji] in own:
            return "already_reacted"
        return (
            "too_many_reactions" if len(own) == 5 else ("reaction_added", {"message": message, "emoji": EMOJIS[emoji]})
        )

    def _unreact(self, actor: str, manager: bool, message: int, emoji: str) -> Any:
        own = self._reactions(actor, message, emoji)
        if isinstance(own, str):
            return own
        given = EMOJIS[emoji]
        return ("reaction_removed", {"message": message, "emoji": given}) if given in own else "not_reacted"

    def _reactions(self, actor: str, message: int, emoji: str) -> set[str] | str:
        """What the actor gives the message already, or why nothing can be given to it."""
        if actor not in self.people():
            return "not_found"
        if not self._sees(actor, message):
            return "message_not_found"
        found = self.messages()[message]
        if "text" not in found:
            return "message_withdrawn"
        if emoji in BAD_EMOJIS:
            return "emoji_unknown"
        return {one["emoji"] for one in found.get("reactions", ()) if actor in one["people"]}

    def _withdraw(self, actor: str, manager: bool, message: int) -> Any:
        return self._not_mine(actor, message) or ("message_withdrawn", {"message": message})

    def _add(self, actor: str, manager: bool, person: str) -> Any:
        if not manager:
            return "not_found"
        if person in self.people():
            return "already_member"
        self.markers[person] = self.talk
        return "member_added", {"person": person, "role": "guest", "floor": self.top}

    def _remove(self, actor: str, manager: bool, person: str) -> Any:
        if not manager:
            return "not_found"
        if person not in self.people():
            return "not_a_member"
        return self._gone(person)

    def _leave(self, actor: str, manager: bool) -> Any:
        return self._gone(actor) if actor in self.people() else "not_found"

    def _open_past(self, actor: str, manager: bool, person: str) -> Any:
        people = self.people()
        if actor not in people:
            return "not_found"
        if person not in people:
            return "not_a_member"
        if person == actor:
            return "not_found"
        return "past_is_open" if people[person]["floor"] == 0 else ("past_agreed", {"person": person})

    def _gone(self, person: str) -> Any:
        self.markers.pop(person, None)
        self.drafts.pop(person, None)
        return "member_removed", {"person": person}

    def _sees(self, actor: str, message: int) -> bool:
        return message in self.messages() and message > self.people()[actor]["floor"]

    def _not_mine(self, actor: str, message: int) -> str | None:
        if actor not in self.people():
            return "not_found"
        if not self._sees(actor, message):
            return "message_not_found"
        if self.messages()[message]["author"] != actor:
            return "not_your_message"
        return None if "text" in self.messages()[message] else "message_withdrawn"

    def _append(self, kind: str, at: int, actor: str | None, command_id: str, body: Any) -> None:
        self._answers.clear()
        self.entries.append({"kind": kind, "at": at, "actor": actor, "command_id": command_id, "body": body})

    def _forget(self, message: int) -> None:
        self._answers.clear()
        for offset, entry in enumerate(self.entries, 1):
            body = entry["body"] or {}
            clings = entry["kind"] in ("message_edited", "reaction_added", "reaction_removed")
            if offset == message or (clings and body.get("message") == message):
                entry["body"] = None
                self.said[entry["command_id"], entry["actor"]][0] = None

    def mentioned(self, person: str) -> int:
        """How many unread messages of others name a person."""
        after = self.markers.get(person, 0)
        unread = [one for one in self.messages().values() if one["number"] > after and one["author"] != person]
        return sum(person in one.get("mentions", ()) for one in unread)

    def mark(self, person: str, number: int) -> None:
        self.markers[person] = max(self.markers.get(person, 0), min(number, self.talk))

    # Reads.

    def wire(self, since: int = 0) -> list[tuple[int, Entry]]:
        """As on the wire: what is null is absent."""
        present = [{name: value for name, value in entry.items() if value is not None} for entry in self.entries]
        return list(enumerate(present, 1))[since:]

    def log(self, person: str, since: int) -> list[tuple[int, Entry]] | str:
        people = self.people()
        if person not in people:
            return "no member"
        if not people[person]["floor"] <= since <= self.top:
            return "unrecoverable"
        return self.wire(since)

    def page(self, person: str, before: int) -> list[dict[str, Any]]:
        floor = self.people()[person]["floor"]
        return [one for id, one in self.messages().items() if floor < id < before][-50:]


def given_by(person: str, message: dict[str, Any]) -> list[str]:
    return [one["emoji"] for one in message.get("reactions", ()) if person in one["people"]]


def readable(data: bytes) -> Entry:
    entry = json.loads(data)
    assert isinstance(entry, dict)
    return entry
