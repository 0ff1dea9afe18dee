"""The use cases of what is seen of a run."""

from __future__ import annotations

from server.programmes.sight.model import EVERYBODY as EVERYBODY
from server.programmes.sight.model import Part as Part
from server.programmes.sight.model import Run as Run
from server.programmes.sight.model import Scope as Scope
from server.programmes.sight.model import SeenMentorship as SeenMentorship
from server.programmes.sight.model import SeenPerson as SeenPerson
from server.programmes.sight.model import Sight as Sight
from server.programmes.sight.store import look as look
from server.programmes.sight.store import origins_of as origins_of
from server.programmes.sight.store import pairs_of as pairs_of
from server.programmes.sight.store import parts_of as parts_of
from server.programmes.sight.store import run as run
from server.programmes.sight.store import runs_of as runs_of
from server.programmes.sight.store import team as team
