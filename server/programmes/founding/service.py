"""Organisations, programmes and runs, for the flows that found and change them. Never commits: the writer does."""

from __future__ import annotations

from server.programmes.founding.store import Coordinated as Coordinated
from server.programmes.founding.store import added_by as added_by
from server.programmes.founding.store import change_cohort as change_cohort
from server.programmes.founding.store import change_organisation as change_organisation
from server.programmes.founding.store import change_programme as change_programme
from server.programmes.founding.store import cohorts as cohorts
from server.programmes.founding.store import cohorts_of_programmes as cohorts_of_programmes
from server.programmes.founding.store import coordinated_by as coordinated_by
from server.programmes.founding.store import coordinated_of_programme as coordinated_of_programme
from server.programmes.founding.store import coordinated_with as coordinated_with
from server.programmes.founding.store import credits_of as credits_of
from server.programmes.founding.store import has_mentorships as has_mentorships
from server.programmes.founding.store import lock_cohort as lock_cohort
from server.programmes.founding.store import lock_organisation as lock_organisation
from server.programmes.founding.store import lock_programme as lock_programme
from server.programmes.founding.store import organisations as organisations
from server.programmes.founding.store import organisations_with_people as organisations_with_people
from server.programmes.founding.store import partners as partners
from server.programmes.founding.store import programmes as programmes
from server.programmes.founding.store import replace_credits as replace_credits
from server.programmes.founding.store import replace_partners as replace_partners
from server.programmes.founding.store import runs_with as runs_with
