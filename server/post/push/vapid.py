"""Tells a push service that a push is ours (VAPID, RFC 8292): a token for that service, signed with a key that the
browser was told when it subscribed, so that nobody else can push to it."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

SPAN = 6 * 3600
"""Seconds: how long a token is used. It is good for up to twice as long, which is less than the day that is allowed."""
KEPT = 100
"""Tokens. Push services are few, unless somebody makes their addresses up."""


class Vapid:
    """`key`: the installation's, 32 bytes; `subject`: a mail address (mailto:) or page (https:) for push services that
    have to complain."""

    def __init__(self, key: bytes, subject: str) -> None:
        self._key = ec.derive_private_key(int.from_bytes(key, "big"), ec.SECP256R1())
        self._subject = subject
        form = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        self.public = _encode(self._key.public_key().public_bytes(*form))
        """As browsers take it."""
        self._tokens: dict[tuple[str, int], str] = {}

    def authorization(self, endpoint: str, now: int) -> str:
        """The header of a push to there; `now` in ms."""
        parts = urlsplit(endpoint)
        span = now // 1000 // SPAN
        wanted = (f"{parts.scheme}://{parts.netloc}", span)
        if wanted not in self._tokens:
            if len(self._tokens) >= KEPT:
                self._tokens.clear()
            self._tokens[wanted] = self._token(wanted[0], (span + 2) * SPAN)
        return f"vapid t={self._tokens[wanted]}, k={self.public}"

    def _token(self, audience: str, expires: int) -> str:
        claims = {"aud": audience, "exp": expires, "sub": self._subject}
        said = f"{_part({'typ': 'JWT', 'alg': 'ES256'})}.{_part(claims)}"
        first, second = utils.decode_dss_signature(self._key.sign(said.encode(), ec.ECDSA(hashes.SHA256())))
        return f"{said}.{_encode(first.to_bytes(32, 'big') + second.to_bytes(32, 'big'))}"


def _part(value: dict[str, object] | dict[str, str]) -> str:
    return _encode(json.dumps(value, separators=(",", ":")).encode())


def _encode(value: bytes) -> str:
    return urlsafe_b64encode(value).rstrip(b"=").decode()
