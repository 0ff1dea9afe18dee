"""The connection's machine: each rule of the protocol, without a socket, a clock or a task."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from msgspec import Raw

from server.live.connection import (
    FAULT_LIMIT,
    FAULT_SECONDS,
    IN_FLIGHT_LIMIT,
    SUBSCRIPTION_LIMIT,
    Action,
    Admit,
    Ask,
    Call,
    Close,
    Connection,
    Leave,
    Open,
    Reply,
    SignIn,
    State,
    Subscription,
)
from server.live.desk import BAD_REQUEST, INTERNAL, PERMISSION_DENIED, TOKEN_EXPIRED, Opening, WireError
from server.live.protocol import (
    COMMAND_LIMIT,
    ConnectResult,
    Json,
    Presence,
    PresenceStats,
    Publish,
    Question,
    ReadHistory,
    Refresh,
    StreamPosition,
)
from server.publication import Position

GREETING = ConnectResult(client="c1", version="0", ping=20, pong=True)


def command(id: int, **body: object) -> bytes:
    return json.dumps({"id": id, **body}).encode()


def lines(*commands: bytes) -> bytes:
    return b"\n".join(commands)


class Driver:
    """A connection with what came out of it. `now` is the time of what goes in."""

    def __init__(self) -> None:
        self.machine = Connection(Json())
        self.now = 1000.0

    def send(self, *commands: bytes) -> list[Action]:
        return list(self.machine.receive(lines(*commands), self.now))

    def answered(self, answer: bytes | WireError, id: int = 5) -> Reply | Close | None:
        return self.machine.answered(id, answer, self.now)

    def open(self) -> Driver:
        assert self.send(command(1, connect={"token": "t"})) == [SignIn("t")]
        assert replies(self.machine.signed_in(GREETING))[0]["id"] == 1
        return self

    def subscribing(self, channel: str = "room:1", id: int = 2, **request: object) -> Subscription:
        (action,) = self.send(command(id, subscribe={"channel": channel, **request}))
        assert isinstance(action, Open)
        return action.subscription

    def subscribed(self, channel: str = "room:1", id: int = 2) -> Subscription:
        subscription = self.subscribing(channel, id)
        assert isinstance(self.machine.opened(subscription, at(0))[0], Admit)
        self.machine.joined(channel)
        return subscription


def at(top: int, *entries: tuple[int, bytes], epoch: str = "e") -> Opening:
    return Opening(Position(epoch, top), entries)


def replies(actions: Sequence[Action]) -> list[dict[str, Any]]:
    parts = [a.part if isinstance(a, Reply) else a.reply for a in actions if isinstance(a, Reply | Leave | Admit)]
    return [json.loads(part) for part in parts]


def error_codes(actions: Sequence[Action]) -> list[int]:
    return [reply["error"]["code"] for reply in replies(actions)]


def is_held_up(driver: Driver) -> bool:
    return driver.machine.backlog is not None


def owes_pong(driver: Driver) -> bool:
    return driver.machine.owes_pong


def close_code(actions: Sequence[Action]) -> int:
    (action,) = actions
    assert isinstance(action, Close)
    return action.code.code


@pytest.fixture
def fresh() -> Driver:
    return Driver()


@pytest.fixture
def opened() -> Driver:
    return Driver().open()


# ── connect ──


def test_connect_asks_who_the_token_is_and_greets(fresh: Driver) -> None:
    assert fresh.send(command(7, connect={"token": "abc", "name": "js", "unheard_of": [1]})) == [SignIn("abc")]
    (reply,) = replies(fresh.machine.signed_in(GREETING))
    assert reply == {"id": 7, "connect": {"client": "c1", "version": "0", "ping": 20, "pong": True}}


@pytest.mark.parametrize(
    "first",
    [
        command(1, subscribe={"channel": "room:1"}),
        command(1, rpc={"method": "x"}),
        b"{}",
        b'{"send":{"data":1}}',
        b'{"id":1}',
        b'{"connect":{}}',
        b'{"id":1,"connect":{"token":5}}',
        b"[]",
        b"nonsense",
        b"",
    ],
)
def test_what_is_not_a_connect_first_closes(fresh: Driver, first: bytes) -> None:
    assert close_code(fresh.send(first)) == 3501


def test_a_second_connect_closes(opened: Driver) -> None:
    assert close_code(opened.send(command(2, connect={}))) == 3501


def test_a_token_of_nobody_closes(fresh: Driver) -> None:
    fresh.send(command(1, connect={"token": "bad"}))
    (action,) = fresh.machine.not_signed_in(None)
    assert isinstance(action, Close)
    assert (action.code.code, action.code.reason) == (3500, "invalid token")


def test_a_token_that_was_good_is_answered_before_the_close(fresh: Driver) -> None:
    fresh.send(command(1, connect={"token": "old"}), command(2, subscribe={"channel": "room:1"}))
    reply, close = fresh.machine.not_signed_in(TOKEN_EXPIRED)
    assert isinstance(reply, Reply)
    assert json.loads(reply.part) == {"id": 1, "error": {"code": 109, "message": "token expired"}}
    assert isinstance(close, Close)
    assert close.code.code == 3005, "SDKs come back after this one"
    assert list(fresh.machine.resume(fresh.now)) == []


def test_commands_sent_with_the_connect_wait_for_it_and_keep_their_order(fresh: Driver) -> None:
    actions = fresh.send(
        command(1, connect={}), command(2, subscribe={"channel": "room:1"}), command(3, rpc={"method": "a"})
    )
    assert [type(a) for a in actions] == [SignIn]
    assert fresh.send(command(4, rpc={"method": "b"})) == []
    assert is_held_up(fresh), "the transport reads nothing more meanwhile"
    assert len(fresh.machine.signed_in(GREETING)) == 1
    waited = fresh.machine.resume(fresh.now)
    assert [type(a) for a in waited] == [Open, Call, Call]
    assert not is_held_up(fresh)


def test_when_connect_fails_nothing_that_waited_is_answered(fresh: Driver) -> None:
    fresh.send(command(1, connect={}), command(2, subscribe={"channel": "room:1"}), b"nonsense")
    assert close_code(fresh.machine.not_signed_in(None)) == 3500
    assert list(fresh.machine.resume(fresh.now)) == []


def test_a_sign_in_that_completes_after_the_close_is_dropped(fresh: Driver) -> None:
    fresh.send(command(1, connect={}))
    fresh.machine.close()
    assert fresh.machine.signed_in(GREETING) == ()
    assert fresh.machine.not_signed_in(TOKEN_EXPIRED) == ()


# ── the caller's own channels ──


def own_openings(fresh: Driver, *channels: str, **request: object) -> list[Subscription]:
    fresh.send(command(1, connect=request), command(2, rpc={"method": "a"}))
    actions = fresh.machine.signed_in(GREETING, channels)
    assert all(isinstance(action, Open) for action in actions)
    return [action.subscription for action in actions if isinstance(action, Open)]


def test_own_channels_are_live_before_the_greeting_that_tells_of_them(fresh: Driver) -> None:
    was = {"person:ann": {"recover": True, "epoch": "e", "offset": 2}, "person:other": {"recover": True}}
    mine, notes = own_openings(fresh, "person:ann", "note:1", subs=was)
    assert (mine.wanted, notes.wanted) == (Position("e", 2), None)
    assert fresh.machine.opened(mine, at(3, (3, b'"x"'))) == (Admit(mine, 3, b""),)
    assert fresh.machine.joined("person:ann") is None
    assert list(fresh.machine.resume(fresh.now)) == [], "commands wait"
    fresh.machine.opened(notes, at(0))
    greeting = json.loads(fresh.machine.joined("note:1") or b"")
    live = {"epoch": "e", "recoverable": True, "positioned": True}
    recovered = {"was_recovering": True, "recovered": True, "publications": [{"offset": 3, "data": "x"}]}
    assert greeting["connect"]["subs"] == {
        "person:ann": {**live, "offset": 2, **recovered},
        "note:1": {**live, "offset": 0},
    }
    assert [type(action) for action in fresh.machine.resume(fresh.now)] == [Call]
    assert set(fresh.machine.close()) == {"person:ann", "note:1"}


def test_an_own_channel_that_is_refused_is_left_out(fresh: Driver) -> None:
    mine, other = own_openings(fresh, "person:ann", "person:gone")
    fresh.machine.opened(mine, at(0))
    assert fresh.machine.joined("person:ann") is None
    (greeting,) = replies(fresh.machine.refused(other, PERMISSION_DENIED))
    assert list(greeting["connect"]["subs"]) == ["person:ann"]
    assert [type(action) for action in fresh.machine.resume(fresh.now)] == [Call]


def test_an_own_channel_that_cannot_be_read_now_has_the_client_come_again(fresh: Driver) -> None:
    mine, _ = own_openings(fresh, "person:ann", "note:1")
    reply, close = fresh.machine.refused(mine, INTERNAL)
    assert isinstance(reply, Reply)
    assert json.loads(reply.part)["error"] == {"code": 100, "message": "internal server error", "temporary": True}
    assert close_code([close]) == 3004
    assert fresh.machine.joined("note:1") is None


def test_a_client_leaves_no_own_channel_and_joins_none_twice(fresh: Driver) -> None:
    (mine,) = own_openings(fresh, "person:ann")
    fresh.machine.opened(mine, at(0))
    fresh.machine.joined("person:ann")
    fresh.machine.resume(fresh.now)
    assert error_codes(fresh.send(command(3, unsubscribe={"channel": "person:ann"}))) == [103]
    assert error_codes(fresh.send(command(4, subscribe={"channel": "person:ann"}))) == [105]
    assert fresh.machine.ended("person:ann", 2000, "removed") is not None
    assert replies(fresh.send(command(5, unsubscribe={"channel": "person:ann"}))) == [{"id": 5, "unsubscribe": {}}]


# ── questions ──


@pytest.mark.parametrize(
    ("body", "question"),
    [
        ({"presence": {"channel": "room:9"}}, Presence("room:9")),
        ({"presence_stats": {"channel": "room:9"}}, PresenceStats("room:9")),
        ({"refresh": {"token": "t"}}, Refresh("t")),
        ({"publish": {"channel": "room:1", "data": {"a": 1}}}, Publish("room:1", Raw(b'{"a": 1}'))),
        ({"publish": {"channel": "room:1"}}, Publish("room:1")),
        ({"history": {"channel": "room:1", "limit": -1}}, ReadHistory("room:1", -1)),
        (
            {"history": {"channel": "room:1", "since": {"epoch": "e", "offset": 3}, "reverse": True}},
            ReadHistory("room:1", 0, StreamPosition("e", 3), True),
        ),
    ],
)
def test_a_question_is_put_to_the_desk(opened: Driver, body: dict[str, object], question: Question) -> None:
    opened.subscribed()
    assert opened.send(command(3, **body)) == [Ask(3, question)]
    assert opened.machine.replied(3, b'{"id":3}', opened.now) == Reply(b'{"id":3}')


@pytest.mark.parametrize("method", ["publish", "history"])
def test_only_a_subscriber_may_publish_or_read_history(opened: Driver, method: str) -> None:
    body = {method: {"channel": "room:1", "data": 1}}
    assert error_codes(opened.send(command(2, **body))) == [103]
    subscription = opened.subscribing(id=3)
    assert opened.send(command(4, **body)) == [], "not before it is known whether it subscribed"
    opened.machine.opened(subscription, at(0))
    opened.machine.joined("room:1")
    assert [type(action) for action in opened.machine.resume(opened.now)] == [Ask]


def test_questions_count_among_the_commands_in_flight(opened: Driver) -> None:
    opened.send(*[command(n, presence={"channel": "room:1"}) for n in range(2, IN_FLIGHT_LIMIT + 2)])
    assert opened.send(command(100, rpc={"method": "a"})) == []
    assert is_held_up(opened)
    refusal = opened.machine.replied(2, PERMISSION_DENIED, opened.now)
    assert refusal is not None
    assert error_codes([refusal]) == [103]
    assert [type(action) for action in opened.machine.resume(opened.now)] == [Call]


def test_a_reply_that_comes_after_the_close_is_dropped(opened: Driver) -> None:
    opened.send(command(2, presence={"channel": "room:1"}))
    opened.machine.close()
    assert opened.machine.replied(2, b"{}", opened.now) is None


def test_a_question_that_makes_no_sense_to_the_desk_counts_as_wrong(opened: Driver) -> None:
    for id in range(2, FAULT_LIMIT + 2):
        opened.send(command(id, presence={"channel": "room:1"}))
        last = opened.machine.replied(id, BAD_REQUEST, opened.now)
    assert isinstance(last, Close)
    assert last.code.code == 3509


# ── rpc ──


def test_an_rpc_passes_its_data_byte_for_byte(opened: Driver) -> None:
    (action,) = opened.send(b'{"id":5,"rpc":{"method":"room.post","data":{"a": 1.50,"a":2 , "x":"\\u00e9"}}}')
    assert action == Call(5, "room.post", b'{"a": 1.50,"a":2 , "x":"\\u00e9"}')
    assert opened.answered(b'{"n": 1.0}') == Reply(b'{"id":5,"rpc":{"data":{"n": 1.0}}}')


def test_a_line_feed_between_the_tokens_of_an_answer_does_not_cut_the_frame(opened: Driver) -> None:
    opened.send(command(5, rpc={"method": "x"}))
    assert opened.answered(b'{\n"n":1}') == Reply(b'{"id":5,"rpc":{"data":{ "n":1}}}')


def test_an_rpc_without_data_passes_null(opened: Driver) -> None:
    assert opened.send(b'{"id":5,"rpc":{"method":"x"}}') == [Call(5, "x", b"null")]


def test_an_rpc_can_be_answered_with_an_error_of_the_protocol(opened: Driver) -> None:
    opened.send(command(5, rpc={"method": "x"}))
    reply = opened.answered(WireError(111, "slow down", temporary=True))
    assert isinstance(reply, Reply)
    assert json.loads(reply.part) == {"id": 5, "error": {"code": 111, "message": "slow down", "temporary": True}}


def test_an_answer_after_the_close_is_dropped(opened: Driver) -> None:
    opened.send(command(5, rpc={"method": "x"}))
    opened.machine.close()
    assert opened.answered(b"{}") is None


def test_rpcs_keep_their_order(opened: Driver) -> None:
    actions = opened.send(*[command(n, rpc={"method": str(n)}) for n in range(2, 12)])
    assert [a.method for a in actions if isinstance(a, Call)] == [str(n) for n in range(2, 12)]


def test_more_than_32_in_flight_wait_until_some_are_answered(opened: Driver) -> None:
    actions = opened.send(*[command(n, rpc={"method": str(n)}) for n in range(2, 2 + IN_FLIGHT_LIMIT + 5)])
    assert len(actions) == IN_FLIGHT_LIMIT
    assert is_held_up(opened)
    assert list(opened.machine.resume(opened.now)) == []
    for id in (2, 3):
        opened.answered(b"{}", id)
    assert opened.machine.resumable
    later = opened.machine.resume(opened.now)
    assert [a.method for a in later if isinstance(a, Call)] == [str(n) for n in (34, 35)]


def test_a_subscription_does_not_hold_back_a_later_rpc(opened: Driver) -> None:
    opened.subscribing()
    assert opened.send(command(3, rpc={"method": "x"})) == [Call(3, "x", b"null")]


# ── subscribe ──


def test_a_subscription_starts_at_the_top(opened: Driver) -> None:
    subscription = opened.subscribing()
    assert subscription.wanted is None
    (admit,) = opened.machine.opened(subscription, at(7))
    assert isinstance(admit, Admit)
    assert admit.top == 7
    assert replies([admit])[0]["subscribe"] == {"epoch": "e", "offset": 7, "recoverable": True, "positioned": True}


def test_a_recovered_subscription_keeps_the_wanted_offset_and_carries_all_that_was_missed(opened: Driver) -> None:
    subscription = opened.subscribing(recover=True, epoch="e", offset=5)
    assert subscription.wanted == Position("e", 5)
    (admit,) = opened.machine.opened(subscription, at(7, (6, b'{"a":1.0}'), (7, b'"b"')))
    assert isinstance(admit, Admit)
    assert b'{"offset":6,"data":{"a":1.0}}' in admit.reply
    assert replies([admit])[0]["subscribe"] == {
        "epoch": "e",
        "offset": 5,
        "recoverable": True,
        "positioned": True,
        "was_recovering": True,
        "recovered": True,
        "publications": [{"offset": 6, "data": {"a": 1.0}}, {"offset": 7, "data": "b"}],
    }


def test_recovering_where_nothing_was_missed_is_recovered(opened: Driver) -> None:
    subscription = opened.subscribing(recover=True, epoch="e", offset=7)
    (reply,) = replies(opened.machine.opened(subscription, at(7)))
    assert (reply["subscribe"]["recovered"], reply["subscribe"]["offset"]) == (True, 7)


def test_recovering_from_nothing_means_from_the_beginning_of_any_epoch(opened: Driver) -> None:
    assert opened.subscribing(recover=True).wanted == Position("", 0)


def test_what_cannot_be_recovered_is_live_from_the_top_without_publications(opened: Driver) -> None:
    subscription = opened.subscribing(recover=True, epoch="old", offset=5)
    (reply,) = replies(opened.machine.opened(subscription, Opening(Position("e", 9), None)))
    assert reply["subscribe"] == {
        "epoch": "e",
        "offset": 9,
        "recoverable": True,
        "positioned": True,
        "was_recovering": True,
    }


def test_what_cannot_be_recovered_is_refused_when_the_client_asked_for_that(opened: Driver) -> None:
    subscription = opened.subscribing(recover=True, epoch="old", offset=5, flag=3)
    assert error_codes(opened.machine.opened(subscription, Opening(Position("e", 9), None))) == [112]
    assert opened.machine.subscriptions == {}


def test_the_epoch_of_an_invalidated_state_never_matches(opened: Driver) -> None:
    subscription = opened.subscribing(recover=True, epoch="_", offset=0)
    assert subscription.wanted is None
    (reply,) = replies(opened.machine.opened(subscription, at(4)))
    assert reply["subscribe"]["was_recovering"] is True
    assert "recovered" not in reply["subscribe"]


def test_more_than_a_frame_can_hold_is_not_recovered(opened: Driver) -> None:
    subscription = opened.subscribing(recover=True, epoch="e", offset=0)
    entries = [(n, b'"' + b"x" * 60_000 + b'"') for n in range(1, 21)]
    (reply,) = replies(opened.machine.opened(subscription, at(20, *entries)))
    assert "recovered" not in reply["subscribe"]


def test_a_second_subscription_to_a_channel_is_an_error_while_opening_and_while_live(opened: Driver) -> None:
    subscription = opened.subscribing()
    assert error_codes(opened.send(command(3, subscribe={"channel": "room:1"}))) == [105]
    opened.machine.opened(subscription, at(0))
    opened.machine.joined("room:1")
    assert error_codes(opened.send(command(4, subscribe={"channel": "room:1"}))) == [105]


def test_too_many_subscriptions_are_an_error(opened: Driver) -> None:
    for n in range(SUBSCRIPTION_LIMIT):
        opened.subscribed(f"room:{n}", n + 2)
    assert error_codes(opened.send(command(500, subscribe={"channel": "room:more"}))) == [106]


def test_map_and_shared_poll_subscriptions_are_not_available(opened: Driver) -> None:
    assert error_codes(opened.send(command(2, subscribe={"channel": "room:1", "type": 1}))) == [108]


def test_a_refused_subscription_is_gone(opened: Driver) -> None:
    subscription = opened.subscribing()
    assert error_codes(opened.machine.refused(subscription, PERMISSION_DENIED)) == [103]
    assert isinstance(opened.send(command(3, subscribe={"channel": "room:1"}))[0], Open)


def test_refused_subscriptions_are_in_flight_no_more(opened: Driver) -> None:
    for id in range(2, 2 + IN_FLIGHT_LIMIT):
        opened.machine.refused(opened.subscribing(id=id), PERMISSION_DENIED)
    assert opened.send(command(99, rpc={"method": "x"})) == [Call(99, "x", b"null")]


def test_a_completion_for_a_subscription_that_is_gone_is_dropped(opened: Driver) -> None:
    first = opened.subscribing()
    opened.machine.refused(first, PERMISSION_DENIED)
    second = opened.subscribing(id=3)
    assert opened.machine.opened(first, at(0)) == ()
    assert opened.machine.refused(first, PERMISSION_DENIED) == ()
    assert isinstance(opened.machine.opened(second, at(0))[0], Admit)


def test_a_completion_after_the_close_is_dropped(opened: Driver) -> None:
    subscription = opened.subscribing()
    assert list(opened.machine.close()) == ["room:1"]
    assert opened.machine.opened(subscription, at(0)) == ()


# ── unsubscribe ──


def test_unsubscribe_leaves_and_answers(opened: Driver) -> None:
    opened.subscribed()
    actions = opened.send(command(3, unsubscribe={"channel": "room:1"}))
    assert isinstance(actions[0], Leave)
    assert replies(actions) == [{"id": 3, "unsubscribe": {}}]
    assert opened.machine.subscriptions == {}


def test_unsubscribe_answers_also_without_a_subscription(opened: Driver) -> None:
    actions = opened.send(command(3, unsubscribe={"channel": "room:9"}))
    assert [type(a) for a in actions] == [Reply]
    assert replies(actions) == [{"id": 3, "unsubscribe": {}}]


def test_unsubscribe_waits_for_the_answer_to_its_subscribe_and_holds_back_what_follows(opened: Driver) -> None:
    subscription = opened.subscribing()
    assert opened.send(command(3, unsubscribe={"channel": "room:1"}), command(4, rpc={"method": "x"})) == []
    opened.machine.opened(subscription, at(0))
    assert opened.machine.resume(opened.now) == []
    opened.machine.joined("room:1")
    assert [type(a) for a in opened.machine.resume(opened.now)] == [Leave, Call]
    assert not is_held_up(opened)


def test_an_ended_subscription_is_gone_before_its_push(opened: Driver) -> None:
    opened.subscribed()
    push = opened.machine.ended("room:1", 2000, "removed from room")
    assert json.loads(push or b"") == {
        "push": {"channel": "room:1", "unsubscribe": {"code": 2000, "reason": "removed from room"}}
    }
    assert isinstance(opened.send(command(3, subscribe={"channel": "room:1"}))[0], Open)
    assert opened.machine.ended("room:2", 2000, "removed from room") is None


# ── what is wrong ──


@pytest.mark.parametrize(
    "body",
    [
        {"sub_refresh": {"channel": "room:1", "token": "t"}},
        {"sub_refresh": {"channel": "room:1", "type": 1, "track": [{"signature": "s", "items": [{"key": "k"}]}]}},
        {"publish": {"channel": "room:1", "type": 1, "key": "k", "removed": True}},
        {"subscribe": {"channel": "room:1", "type": 1, "phase": 2, "cursor": "", "limit": 100}},
    ],
)
def test_what_logs_do_not_offer_is_not_available(opened: Driver, body: dict[str, object]) -> None:
    assert error_codes(opened.send(command(2, **body))) == [108]


def test_an_unknown_method_is_an_error(opened: Driver) -> None:
    assert error_codes(opened.send(command(2, dance={"channel": "room:1"}))) == [104]


def test_send_is_not_answered(opened: Driver) -> None:
    assert opened.send(b'{"send":{"data":{"x":1}}}') == []


WRONG = [
    b'{"id":9,"rpc":{"method":5}}',
    b'{"id":9,"rpc":{"data":5}}',
    b'{"id":9,"rpc":[]}',
    b'{"id":9,"rpc":{"method":null}}',
    b'{"id":9,"subscribe":{}}',
    b'{"id":9,"subscribe":{"channel":""}}',
    b'{"id":9,"subscribe":{"channel":null}}',
    b'{"id":9,"subscribe":{"channel":"%s"}}' % (b"x" * 256),
    b'{"id":9,"subscribe":{"channel":"room:1","offset":-1}}',
    b'{"id":9,"subscribe":{"channel":"room:1","offset":9223372036854775808}}',
    b'{"id":9,"subscribe":{"channel":"room:1","offset":%s}}' % (b"9" * 5000),
    b'{"id":9,"subscribe":{"channel":"room:1","offset":1e400}}',
    b'{"id":9,"subscribe":{"channel":"room:1","recover":"yes"}}',
    b'{"id":9,"subscribe":{"channel":["room:1"]}}',
    b'{"id":9,"unsubscribe":{}}',
    b'{"id":9,"publish":{"data":1}}',
    b'{"id":9,"publish":{"channel":"room:1","data":"\\ud800"}}',
    b'{"id":9,"publish":{"channel":"room:1","type":"x"}}',
    b'{"id":9,"presence":{"channel":7}}',
    b'{"id":9,"presence_stats":null,"presence":{}}',
    b'{"id":9,"history":{"channel":"room:1","limit":2147483648}}',
    b'{"id":9,"history":{"channel":"room:1","limit":1.5}}',
    b'{"id":9,"history":{"channel":"room:1","since":{"offset":-1}}}',
    b'{"id":9,"history":{"channel":"room:1","since":[]}}',
    b'{"id":9,"refresh":{"token":["t"]}}',
    b'{"id":9,"rpc":{"method":"a"},"subscribe":{"channel":"room:1"}}',
    b'{"id":9,"rpc":{"method":"a","data":"\\ud800"}}',
    b'{"id":9,"rpc":{"method":"\\ud800 and more"}}',
    b'{"id":9,"rpc":{"method":"a","data":"%s"}}' % (b"x" * COMMAND_LIMIT),
    b'{"id":9,"dance":"%s"}' % (b"x" * COMMAND_LIMIT),
]


@pytest.mark.parametrize("raw", WRONG, ids=lambda raw: raw[:60].decode())
def test_what_is_decodable_but_wrong_is_answered_and_the_connection_lives(opened: Driver, raw: bytes) -> None:
    (reply,) = replies(opened.send(raw))
    assert (reply["id"], reply["error"]["code"]) == (9, 107)
    assert opened.send(command(10, rpc={"method": "x"})) == [Call(10, "x", b"null")]


@pytest.mark.parametrize(
    "raw",
    [
        b"[1,2]",
        b"[" + b"0," * 10_000 + b"0]",
        b'"text"',
        b"null",
        b"12",
        b'{"id":"9","rpc":{"method":"a"}}',
        b'{"id":-1,"rpc":{"method":"a"}}',
        b'{"id":1.5,"rpc":{"method":"a"}}',
        b'{"id":true,"rpc":{"method":"a"}}',
        b'{"id":9223372036854775808,"rpc":{"method":"a"}}',
        b'{"id":%s,"rpc":{"method":"a"}}' % (b"9" * 5000),
        b'{"rpc":{"method":"a"}}',
        b'{"id":null,"subscribe":{"channel":"room:1"}}',
    ],
    ids=lambda raw: raw[:40].decode(),
)
def test_what_is_wrong_and_carries_no_id_is_answered_without_one(opened: Driver, raw: bytes) -> None:
    (reply,) = replies(opened.send(raw))
    assert (reply["id"], reply["error"]["code"]) == (0, 107)


@pytest.mark.parametrize(
    "raw",
    [
        b"nonsense",
        b"",
        b"{",
        b'{"id":1,}',
        b'{"id":1} {"id":2}',
        b'{"id":1,"publish":{"channel":"r","data":"\\q"}}',
        b'{"id":1,"publish":{"channel":"r","data":1e}}',
        b'{"id":1,"rpc":{"method":"a","data":NaN}}',
        b'{"id":1,"rpc":{"method":"a","data":-Infinity}}',
        b"\xef\xbb\xbf{}",
        '{"id":1}'.encode("utf-16"),
        b'{"id":1,"rpc":{"method":"a\x00"}}',
        b"[" * 30_000,
        b'{"id":1,"rpc":{"method":"a","data":' + b"[" * 20_000 + b"]" * 20_000 + b"}}",
        b'{"id":1,"rpc":{"method":"a"}}\n\n{"id":2,"rpc":{"method":"a"}}',
    ],
    ids=lambda raw: repr(raw[:48]),
)
def test_what_is_undecodable_closes(opened: Driver, raw: bytes) -> None:
    assert close_code(opened.send(raw)[-1:]) == 3501
    assert opened.send(command(2, rpc={"method": "x"})) == []


@pytest.mark.parametrize(
    "raw",
    [
        b'{"id":9,"rpc":{"method":"a","method":"b"}}',
        b'{"id":9,"rpc":{"method":"b","__proto__":{"x":1},"constructor":null}}',
        b'{"id":9,"rpc":{"method":"b"},"subscribe":null,"connect":null}',
        b'{"id":9,"rpc":{"method":"b"}}\n',
        b' {"id" : 9 , "rpc" : {"method":"b"}} \r\n \n',
    ],
)
def test_what_is_odd_but_right_is_taken(opened: Driver, raw: bytes) -> None:
    assert opened.send(raw) == [Call(9, "b", b"null")]


def test_twenty_faults_a_minute_close(opened: Driver) -> None:
    for _ in range(FAULT_LIMIT - 1):
        assert error_codes(opened.send(b'{"id":9,"rpc":{}}')) == [107]
    assert close_code(opened.send(b'{"id":9,"rpc":{}}')) == 3509


def test_data_that_a_command_does_not_take_is_a_fault_too(opened: Driver) -> None:
    for _ in range(FAULT_LIMIT - 1):
        opened.send(command(5, rpc={"method": "x", "data": 7}))
        assert isinstance(opened.answered(BAD_REQUEST), Reply)
    opened.send(command(5, rpc={"method": "x", "data": 7}))
    closed = opened.answered(BAD_REQUEST)
    assert isinstance(closed, Close)
    assert closed.code.code == 3509


def test_faults_are_forgotten_after_a_minute(opened: Driver) -> None:
    for _ in range(FAULT_LIMIT - 1):
        opened.send(b'{"id":9,"rpc":{}}')
    opened.now += FAULT_SECONDS
    assert error_codes(opened.send(b'{"id":9,"rpc":{}}')) == [107]


# ── heartbeat ──


def test_a_pong_settles_a_ping(opened: Driver) -> None:
    assert not owes_pong(opened)
    assert opened.machine.ping() == b"{}"
    assert owes_pong(opened)
    assert opened.send(b"{}") == []
    assert not owes_pong(opened)


def test_data_is_no_pong(opened: Driver) -> None:
    opened.machine.ping()
    opened.send(command(3, rpc={"method": "x"}))
    assert owes_pong(opened)


def test_a_closed_connection_does_nothing_more(opened: Driver) -> None:
    opened.machine.close()
    assert opened.machine.state is State.CLOSED
    assert opened.send(command(2, rpc={"method": "x"})) == []


def test_no_reason_of_a_close_is_empty_or_json_or_too_long() -> None:
    from server.live import connection, link, node
    from server.live.transports import adopted, plain

    modules = (connection, link, node, adopted, plain)
    codes = [value for module in modules for value in vars(module).values() if isinstance(value, connection.CloseCode)]
    assert len(codes) >= 12
    for code in codes:
        assert 0 < len(code.reason.encode()) <= 123
        with pytest.raises(ValueError, match="Expecting value"):
            json.loads(code.reason)
