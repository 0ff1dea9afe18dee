"""Enrolments, for the flows that take people in and out. Never commits: the writer does."""

from __future__ import annotations

from server.programmes.enrolments.store import add as add
from server.programmes.enrolments.store import everywhere as everywhere
from server.programmes.enrolments.store import has_open_mentorship as has_open_mentorship
from server.programmes.enrolments.store import of_cohort as of_cohort
from server.programmes.enrolments.store import of_people as of_people
from server.programmes.enrolments.store import of_person as of_person
from server.programmes.enrolments.store import remove as remove
