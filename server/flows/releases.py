"""What the members of a room agreed to share outside: its link for them, and its words for whoever has the link.

The link is signed and holds no secret of the room but its id, which opens nothing. Whether it leads anywhere is asked
anew each time: everybody in the room has agreed, nobody has withdrawn it, its last day is not past.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date

from server.contract.releases import ReleaseLink
from server.database import Connection
from server.errors import Refused
from server.rooms import reads
from server.rooms.model import RoomState
from server.rooms.service import Rooms
from server.rooms.things.release.contract import Release, ReleaseChanged
from server.rooms.things.release.rules import is_readable
from server.unit_of_work import UnitOfWork

PATH = "/s"
_TOKEN = re.compile(r"([0-9A-Za-z_-]{1,64})\.([1-9][0-9]{0,15})\.([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What is read outside."""

    words: str
    scope: str
    reader: str
    until: date


@dataclass(frozen=True, slots=True)
class Releases:
    """`key` signs the links; `origin`: the public address of this server."""

    rooms: Rooms
    key: bytes
    origin: str

    def link(self, connection: Connection, person: str, room: str, item: str, now: int) -> ReleaseLink:
        """Raises Refused not_found for everybody but members, item_not_found, release_over."""
        if not reads.is_member(connection, room, person):
            raise Refused("not_found")
        found = reads.released(connection, room, int(item)) if _is_offset(item) else None
        if found is None:
            raise Refused("item_not_found")
        if not _is_readable(*found, now):
            raise Refused("release_over")
        return ReleaseLink(f"{self.origin}{PATH}/{self._token(room, item)}")

    def is_there(self, connection: Connection, token: str, now: int) -> bool:
        """Whether the link leads to something now. Nobody has read it by asking: programs look at links too."""
        place = self._place(token)
        found = None if place is None else reads.released(connection, *place)
        return found is not None and _is_readable(*found, now)

    def read(self, unit: UnitOfWork, token: str) -> SharedWords | None:
        """The words; None where the link leads nowhere. The first reading is an entry of the room."""
        place = self._place(token)
        if place is None:
            return None
        # Before the look: who withdraws it at this moment is either first, or reads that it was read.
        self.rooms.lock(unit, [place[0]])
        found = reads.released(unit.connection, *place)
        if found is None or not _is_readable(*found, unit.now):
            return None
        one, _ = found
        if one.read_at is None:
            self.rooms.arrange(unit, place[0], ReleaseChanged(place[1], read_at=unit.now))
        return SharedWords(one.words, one.scope, one.reader, one.until)

    def _token(self, room: str, item: str) -> str:
        return f"{room}.{item}.{self._signature(room, item)}"

    def _place(self, token: str) -> tuple[str, int] | None:
        """The room and the item; None when the link is not ours."""
        parts = _TOKEN.fullmatch(token)
        if parts is None or not hmac.compare_digest(parts[3], self._signature(parts[1], parts[2])):
            return None
        return parts[1], int(parts[2])

    def _signature(self, room: str, item: str) -> str:
        # The key signs other things too: the purpose keeps one from passing for another.
        return hmac.new(self.key, f"release.{room}.{item}".encode(), hashlib.sha256).hexdigest()


def _is_offset(item: str) -> bool:
    return re.fullmatch("[1-9][0-9]{0,15}", item) is not None


def _is_readable(one: Release, state: RoomState, now: int) -> bool:
    """Where one of two wanted no more of it, nothing of the room is shown any longer."""
    return state.closed != "stopped" and not state.emptied and is_readable(one, state.members, now)
