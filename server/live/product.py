"""The product's desk: the wire's questions answered by accounts, rooms and the commands of the contract."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Literal

import msgspec

from server.contract.entries import PresenceNotice
from server.contract.notes import PlaceNotice
from server.contract.refusals import problem
from server.database import Database
from server.errors import UNREADABLE, Refused
from server.flows import channels
from server.flows.allowance import Allowance
from server.flows.dispatch import Dispatch, MethodUnknown
from server.inbox.codec import channel_of
from server.live.desk import (
    BAD_REQUEST,
    INTERNAL,
    NOT_AVAILABLE,
    PERMISSION_DENIED,
    TOO_MANY_REQUESTS,
    UNAUTHORIZED,
    Answer,
    Caller,
    History,
    HistoryRequest,
    Opening,
    WireError,
)
from server.presence.model import Mark
from server.presence.service import Presence
from server.publication import ClientInfo, Position
from server.rooms import reads
from server.unit_of_work import Outcome

NOTICE_BYTES = 64
"""What a subscriber may publish is shorter than that."""

_encode = msgspec.json.Encoder().encode
_told = msgspec.json.Decoder(PresenceNotice).decode
_placed = msgspec.json.Decoder(PlaceNotice).decode

SignIn = Callable[[str], Awaitable[Caller | None]]
Renew = Callable[[Caller], Awaitable[Caller | None]]


class ProductDesk:
    """`sign_in` tells whose connection token this is, `renew` whom a sign-in stands for by now. `opens` bounds how fast
    a person may open channels, `notices` how fast they may tell and ask who is here; None when limits are off."""

    def __init__(
        self,
        database: Database,
        dispatch: Dispatch,
        presence: Presence,
        epoch: str,
        sign_in: SignIn,
        renew: Renew,
        opens: Allowance | None,
        notices: Allowance | None,
    ) -> None:
        self._database = database
        self._dispatch = dispatch
        self._presence = presence
        self._epoch = epoch
        self._sign_in = sign_in
        self._renew = renew
        self._opens = opens
        self._notices = notices

    async def sign_in(self, token: str) -> Caller | None:
        return await self._sign_in(token)

    async def renew(self, caller: Caller) -> Caller | None:
        return await self._renew(caller)

    async def open(self, caller: Caller, channel: str, since: Position | None, token: str = "") -> Opening:
        _take(self._opens, caller)
        stale = since is not None and since.epoch not in ("", self._epoch)
        offset = None if since is None or stale else since.offset
        opened = await self._database.look_up(lambda c: channels.open_log(c, channel, caller.person, offset))
        if opened is None:
            raise PERMISSION_DENIED
        entries = None
        if not stale and opened.publications is not None:
            entries = tuple((one.offset, one.data) for one in opened.publications)
        return Opening(Position(self._epoch, opened.top), entries)

    def call(self, caller: Caller, method: str, data: bytes, answer: Answer) -> None:
        def settle(outcome: Outcome) -> None:
            answer(_result(outcome))

        try:
            self._dispatch.call(caller.person, method, data, settle)
        except MethodUnknown:
            answer(NOT_AVAILABLE)
        except UNREADABLE:
            answer(BAD_REQUEST)
        except Refused as refused:
            answer(_result(refused))

    def own_channels(self, caller: Caller) -> Sequence[str]:
        return (channel_of(caller.person),)

    async def refresh(self, caller: Caller, token: str) -> Caller:
        longer = await self._sign_in(token)
        if longer is None or longer.person != caller.person:
            raise UNAUTHORIZED
        return longer

    async def publish(self, caller: Caller, client: str, channel: str, data: bytes) -> None:
        _take(self._notices, caller)
        room = channels.room_of_note(channel)
        try:
            told = (_placed if room else _told)(data) if len(data) <= NOTICE_BYTES else None
        except UNREADABLE:
            told = None
        if told is None:
            raise BAD_REQUEST
        if isinstance(told, PlaceNotice):
            has_told = self._presence.place(room, caller.person, client, channel, _encode(told))
        else:
            has_told = self._tell(caller.person, client, channels.room_of(channel), told.kind)
        if not has_told:
            raise PERMISSION_DENIED

    def _tell(self, person: str, client: str, room: str, kind: Literal["typing", "away", "here"]) -> bool:
        if kind == "typing":
            return self._presence.type(room, person, client)
        return self._presence.turn(room, person, client, Mark(kind))

    async def presence(self, caller: Caller, channel: str) -> Mapping[str, ClientInfo]:
        _take(self._notices, caller)
        room = channels.room_of(channel)
        if not room or not await self._database.look_up(lambda c: reads.is_member(c, room, caller.person)):
            raise PERMISSION_DENIED
        return await self._presence.here(room, caller.person)

    async def history(self, caller: Caller, channel: str, request: HistoryRequest) -> History:
        """Logs are read whole or as a snapshot, never in pieces of one's own choice."""
        raise NOT_AVAILABLE

    def arrived(self, caller: Caller, client: str, channel: str) -> None:
        self._presence.arrived(channels.room_of(channel), caller.person, client)

    def departed(self, caller: Caller, client: str, channel: str, *, deliberate: bool) -> None:
        self._presence.departed(channels.room_of(channel), caller.person, client, deliberate=deliberate)


def _take(allowance: Allowance | None, caller: Caller) -> None:
    if allowance is not None and allowance.take(caller.person):
        raise TOO_MANY_REQUESTS


def _result(outcome: Outcome) -> bytes | WireError:
    if isinstance(outcome, Refused):
        return _encode({"refused": problem(outcome.code, dict(outcome.parameters))})
    if isinstance(outcome, Exception):
        return INTERNAL
    return _encode(outcome)
