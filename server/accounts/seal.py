"""Seals the few secrets that have to be read again, such as what an app counts its codes from.

The key comes from the installation's own, which lies in the same database: a table that leaks alone tells nothing, a
copy of the whole database tells everything.
"""

from __future__ import annotations

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12


class Seal:
    """`key`: the installation's."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(HKDF(SHA256(), 32, salt=None, info=b"second-factor").derive(key))

    def close(self, secret: str, of: str) -> bytes:
        """`of`: the person. Sealed for one, it does not open for another."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, secret.encode(), of.encode())

    def open(self, sealed: bytes, of: str) -> str:
        """Raises cryptography.exceptions.InvalidTag."""
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        return self._cipher.decrypt(nonce, rest, of.encode()).decode()
