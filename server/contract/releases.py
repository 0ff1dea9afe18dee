"""The link to what all members of a room agreed to share outside."""

from typing import Annotated

import msgspec

from server.contract.levels import L3


class ReleaseLink(msgspec.Struct, frozen=True):
    """The address of the page on which somebody outside reads it, without an account. It cannot be guessed, and leads
    nowhere once it is withdrawn, its last day is past, or somebody has come into the room or gone."""

    link: Annotated[str, L3]
