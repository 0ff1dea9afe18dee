"""An expected no: a stable code with its parameters, raised by rules and translated once at each edge."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Refused(Exception):
    """The product says no. `code` is one of `contract.refusals.REFUSALS`; parameters are JSON values."""

    def __init__(self, code: str, **parameters: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.parameters: Mapping[str, str | int] = parameters


UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding hostile JSON raises: malformed, of the wrong shape, not UTF-8, or nested too deep."""
