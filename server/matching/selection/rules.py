"""Who sees which application, what they read of each other, which outcomes and times there can be. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from server.errors import Refused
from server.matching.selection.model import Decided, Letter, Note, Reviewer, Sending, Written

WORDS_LIMIT = 4_000
"""Code points of a note, and of a letter."""
TITLE_LIMIT = 120
PLACE_LIMIT = 200
REVIEWERS = 50
"""Of a call: whoever looks at a list of notes reads all of them."""
LEAST_TIMES, MOST_TIMES = 2, 3
SHORTEST, LONGEST = 10, 120
"""Minutes of an interview."""
AHEAD = 180 * 24 * 3_600_000
"""ms; nobody means a later day."""


def reaches(one: Reviewer, own_country: str | None, country: str | None) -> bool:
    """Whether the reviewer is to read an application. `own_country`: of the organisation that brought the reviewer in;
    `country`: which the applicant has named. Where either is not known, nothing is one's own."""
    return one.reach == "all" or (country is not None and country == own_country)


def shown_notes(notes: Sequence[Note], person: str, *, decides: bool) -> tuple[Note, ...]:
    """The others' only after one's own, so that the first word does not decide; all of them to who decides."""
    if decides or any(one.person == person for one in notes):
        return tuple(notes)
    return ()


def check_outcome(after: str, letters: Collection[Sending]) -> None:
    """Reversible until its letter leaves; then only who waits in reserve can still hear a yes or a no. Raises Refused
    letter_gone, state_not_possible."""
    told = {one.outcome for one in letters}
    if not told:
        return
    if told & {"yes", "no"}:
        raise Refused("letter_gone")
    if after == "none":
        raise Refused("state_not_possible")


def check_times(starts: Sequence[int], minutes: int, now: int) -> tuple[int, ...]:
    """Raises Refused time_twice, interview_times, time_over, minutes_unlikely, time_too_far."""
    times = tuple(sorted(set(starts)))
    if len(times) < len(starts):
        raise Refused("time_twice")
    if not LEAST_TIMES <= len(times) <= MOST_TIMES:
        raise Refused("interview_times", least=LEAST_TIMES, most=MOST_TIMES)
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused("minutes_unlikely", limit=LONGEST)
    if times[0] <= now:
        raise Refused("time_over")
    if times[-1] > now + AHEAD:
        raise Refused("interview_too_far")
    return times


def letter_of(
    outcome: Decided,
    language: str,
    own: Written | None,
    common: Mapping[tuple[Decided, str], Written],
    usual: Letter,
) -> Letter:
    """What one applicant is told: in words for them alone, else in those for all who read their language, else in
    those that everybody begins with."""
    written = own or common.get((outcome, language))
    return usual if written is None else written.letter


def to_send(outcomes: Mapping[str, str], letters: Collection[tuple[str, str]]) -> dict[str, Decided]:
    """By application: the outcome that its applicant has not been told yet. `letters`: those that leave or have left,
    as application and outcome."""
    return {
        application: outcome  # type: ignore[misc]
        for application, outcome in outcomes.items()
        if outcome in ("yes", "reserve", "no") and (application, outcome) not in letters
    }
