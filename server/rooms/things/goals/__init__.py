"""Goals: what the people of a room want to reach, and what became of it. A changed goal is a result too."""

from server.policy import Verb
from server.rooms.things.goals.contract import ChangeGoal, Goal, GoalChanged, GoalRemoved, RemoveGoal, SetGoal
from server.rooms.things.goals.rules import decide
from server.rooms.things.kind import ThingKind

GOALS = ThingKind(
    name="goals",
    body=Goal,
    commands={
        "room.set_goal": (SetGoal, Verb.SHARE),
        "room.change_goal": (ChangeGoal, Verb.SHARE),
        "room.remove_goal": (RemoveGoal, Verb.SHARE),
    },
    entries={"goal_added": Goal, "goal_changed": GoalChanged, "goal_removed": GoalRemoved},
    decide=decide,
)
