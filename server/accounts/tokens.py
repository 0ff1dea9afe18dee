"""Tokens: random ones that the database knows by their hash, signed ones that live five minutes, marks of browsers."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

TOKEN_BYTES = 32
CONNECTION_TOKEN_LIFE = 5 * 60_000
MARK_BYTES = 16

_TOKEN = re.compile(r"\A[A-Za-z0-9_-]{43}\Z")
_MARK = re.compile(r"\A([0-9a-f]{32})\.([0-9a-f]{64})\Z")
_CONNECTION_TOKEN = re.compile(r"\A([0-9a-z]{1,64})\.([0-9]{1,16})\.([0-9a-f]{64})\Z")


def new_token() -> str:
    """43 letters that fit into a cookie and an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> bytes | None:
    """None for what was never made by `new_token`. A plain hash is enough: the token is random, not chosen."""
    return hashlib.sha256(token.encode()).digest() if _TOKEN.match(token) else None


def digest_of(token: str) -> bytes:
    """The hash of a token that we have just made."""
    return hashlib.sha256(token.encode()).digest()


def sign_connection_token(key: bytes, login: str, now: int) -> str:
    """For the `connect` of clients without a cookie. `now`: ms."""
    facts = f"{login}.{now + CONNECTION_TOKEN_LIFE}"
    return f"{facts}.{_signature(key, facts)}"


def read_connection_token(key: bytes, token: str, now: int) -> str | None:
    """The login's id; None when the token is not ours, or too old."""
    parts = _CONNECTION_TOKEN.match(token)
    if parts is None:
        return None
    login, expires_at, signature = parts.groups()
    if not hmac.compare_digest(signature, _signature(key, f"{login}.{expires_at}")):
        return None
    return login if now < int(expires_at) else None


def is_connection_token(key: bytes, token: str) -> bool:
    """Ours, however old."""
    return read_connection_token(key, token, 0) is not None


def new_mark(key: bytes, account: str) -> str:
    """For a browser by which the person of this account has come in. It opens nothing, and names nobody: it only lets
    who tries again there be told from strangers."""
    chance = secrets.token_hex(MARK_BYTES)
    return f"{chance}.{_signature(key, f'{chance}.{account}', 'browser-mark')}"


def read_mark(key: bytes, account: str, mark: str) -> str:
    """What tells this browser from others; empty when the mark is not of this account."""
    parts = _MARK.match(mark)
    if parts is None:
        return ""
    chance, signature = parts.groups()
    good = hmac.compare_digest(signature, _signature(key, f"{chance}.{account}", "browser-mark"))
    return chance if good else ""


def _signature(key: bytes, facts: str, purpose: str = "connection-token") -> str:
    # The key signs other things too: the purpose keeps one from passing for another.
    return hmac.new(key, f"{purpose}.{facts}".encode(errors="surrogatepass"), hashlib.sha256).hexdigest()
