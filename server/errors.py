"""An expected no: a stable code with its parameters, raised by rules and translated once at each edge."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Refused(Exception):
    """The product says no. `code` is one of `contract.refusals.REFUSALS`; parameters are JSON values, or the struct of
    what has changed meanwhile, as `now`."""

    def __init__(self, code: str, **parameters: str | int | msgspec.Struct) -> None:
        super().__init__(code)
        self.code = code
        self.parameters: Mapping[str, str | int | msgspec.Struct] = parameters


UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding hostile JSON raises: malformed, of the wrong shape, not UTF-8, or nested too deep."""
