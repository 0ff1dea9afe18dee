"""Next steps: what somebody in the room does, and until when."""

from server.policy import Verb
from server.rooms.things.kind import ThingKind
from server.rooms.things.steps.contract import (
    AddStep,
    ChangeStep,
    FinishStep,
    NextStep,
    RemoveStep,
    StepChanged,
    StepRemoved,
)
from server.rooms.things.steps.rules import decide

STEPS = ThingKind(
    name="steps",
    body=NextStep,
    commands={
        "room.add_step": (AddStep, Verb.SHARE),
        "room.change_step": (ChangeStep, Verb.SHARE),
        "room.finish_step": (FinishStep, Verb.SHARE),
        "room.remove_step": (RemoveStep, Verb.SHARE),
    },
    entries={"step_added": NextStep, "step_changed": StepChanged, "step_removed": StepRemoved},
    decide=decide,
)
