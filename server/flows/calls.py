"""A link for a room's call, made with the programme's own call server. Nothing is kept of it here: it stands in the
room once one of its members puts it there.

A link of a Jitsi Meet leads there by itself. BigBlueButton lets in only who comes with a name and a sum over it that
its secret has made: so a link of that kind leads here first, and on from here for whoever is signed in.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode, urlsplit

from server.contract.views import CallOffer
from server.database import Connection
from server.errors import Refused
from server.rooms.reads import is_member

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""None that is taken for another one when somebody reads it out; call servers make no difference of capitals."""
GROUPS, GROUP = 6, 4
PATH = "/call"
_TOKEN = re.compile(r"((?:[a-z2-9]{4}-){5}[a-z2-9]{4})[.]([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class BigBlueButton:
    """`address`: with its path, such as https://bbb.example.org/bigbluebutton."""

    address: str
    secret: str = field(repr=False)

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    def create(self, name: str, title: str) -> str:
        """To be asked by the server before somebody is sent on; once more changes nothing. Nothing is recorded."""
        return self._address(
            "create", {"meetingID": name, "name": title, "record": "false", "autoStartRecording": "false"}
        )

    def join(self, name: str, person: str) -> str:
        """To which a browser is sent. Nobody is more than the others there."""
        return self._address("join", {"meetingID": name, "fullName": person, "role": "MODERATOR", "redirect": "true"})

    def _address(self, call: str, asked: Mapping[str, str]) -> str:
        # https://docs.bigbluebutton.org/development/api: the sum is over the call, what is asked, and the secret.
        query = urlencode(asked, quote_via=quote)
        checksum = hashlib.sha256(f"{call}{query}{self.secret}".encode()).hexdigest()
        return f"{self.address}/api/{call}?{query}&checksum={checksum}"


@dataclass(frozen=True, slots=True)
class CallServers:
    """`jitsi`: the address of a Jitsi Meet. `key` signs links that lead here; `origin`: the public address."""

    jitsi: str | None
    bigbluebutton: BigBlueButton | None
    origin: str
    key: bytes = field(repr=False)

    def offer(self, connection: Connection, person: str, room: str) -> CallOffer:
        """Raises Refused not_found for everybody but members."""
        if not is_member(connection, room, person):
            raise Refused("not_found")
        if self.bigbluebutton is not None:
            name, host = new_name(), self.bigbluebutton.host
            return CallOffer(host, f"{self.origin}{PATH}/{host}/{name}.{self._signature(name)}")
        if self.jitsi is not None:
            return CallOffer(urlsplit(self.jitsi).hostname, f"{self.jitsi}/{new_name()}")
        return CallOffer(None, None)

    def name_in(self, token: str) -> str | None:
        """Of the call that a link of ours leads to; None for a link that is not ours."""
        parts = _TOKEN.fullmatch(token)
        if parts is None or not hmac.compare_digest(parts[2], self._signature(parts[1])):
            return None
        return parts[1]

    def _signature(self, name: str) -> str:
        # The key signs other things too: the purpose keeps one from passing for another.
        return hmac.new(self.key, f"call.{name}".encode(), hashlib.sha256).hexdigest()[:32]


def new_name() -> str:
    """Who knows the name is in the call: 120 bits that nobody guesses."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
