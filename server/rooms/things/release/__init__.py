"""What the members of a room let somebody outside read: these words, to that person, until that day, if all agree."""

from server.policy import Verb
from server.rooms.things.kind import ThingKind
from server.rooms.things.release.contract import (
    AgreeToRelease,
    ProposeRelease,
    Release,
    ReleaseChanged,
    ReleaseRemoved,
    WithdrawRelease,
)
from server.rooms.things.release.rules import decide

RELEASE = ThingKind(
    name="releases",
    body=Release,
    commands={
        "room.propose_release": (ProposeRelease, Verb.SHARE),
        "room.agree_to_release": (AgreeToRelease, Verb.SHARE),
        "room.withdraw_release": (WithdrawRelease, Verb.SHARE),
    },
    entries={"release_added": Release, "release_changed": ReleaseChanged, "release_removed": ReleaseRemoved},
    decide=decide,
)
