"""The use cases of meetings that were held. Never commits: the writer does."""

from __future__ import annotations

from server.programmes.meetings.model import HeldMeeting as HeldMeeting
from server.programmes.meetings.store import of_run as of_run
from server.programmes.meetings.store import put as put
from server.programmes.meetings.store import remove as remove
