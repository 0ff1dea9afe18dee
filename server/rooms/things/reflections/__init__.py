"""What people share of a monthly reflection. What they write alone is in `server/rooms/reflections`."""

from server.policy import Verb
from server.rooms.things.kind import ThingKind
from server.rooms.things.reflections.contract import (
    ShareAnswers,
    SharedReflection,
    SharedReflectionChanged,
    SharedReflectionRemoved,
    UnshareReflection,
)
from server.rooms.things.reflections.rules import decide

REFLECTIONS = ThingKind(
    name="reflections",
    body=SharedReflection,
    commands={
        "room.share_answers": (ShareAnswers, Verb.SHARE),
        "room.unshare_reflection": (UnshareReflection, Verb.SHARE),
    },
    entries={
        "reflection_added": SharedReflection,
        "reflection_changed": SharedReflectionChanged,
        "reflection_removed": SharedReflectionRemoved,
    },
    decide=decide,
)
