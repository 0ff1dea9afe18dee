"""What a run came to, in counts and minutes. Levels L0 and L1 alone."""

from typing import Annotated, Literal

import msgspec

from server.contract.levels import L0, L1, OPEN
from server.contract.views import Person


class KindSum(msgspec.Struct, frozen=True):
    """`people`: how often somebody was there."""

    kind: Annotated[Literal["meeting", "kick_off", "consultation", "midterm", "workshop", "closing"], L1]
    count: Annotated[int, L1]
    minutes: Annotated[int, L1]
    online: Annotated[int, L1]
    in_person: Annotated[int, L1]
    people: Annotated[int, L1]


class GroupSum(msgspec.Struct, frozen=True):
    """`of`: an organisation (id) or a country (ISO 3166), empty for people whom nobody brought in; several where each
    is too small to stand alone. `people`: those who were there at least once; `meetings`, `gatherings`: with at least
    one of them, `minutes` in all."""

    of: Annotated[tuple[str, ...], L0]
    people: Annotated[int, L1]
    meetings: Annotated[int, L1]
    gatherings: Annotated[int, L1]
    minutes: Annotated[int, L1]


class PairCount(msgspec.Struct, frozen=True):
    mentorship: Annotated[str, L0]
    people: Annotated[tuple[Person, ...], L0]
    met: Annotated[int, L1]
    minutes: Annotated[int, L1]


class PersonCount(msgspec.Struct, frozen=True):
    """`came`: to how many gatherings."""

    person: Annotated[Person, L0]
    came: Annotated[int, L1]


class CohortSums(msgspec.Struct, frozen=True):
    """For the lead (`lead`) of everybody, each organisation and country as it is. For who coordinates for a partner:
    `held`, `organisations`, `pairs` and `people` are of their own people, and `countries` of the others, in groups of
    five and more. Gatherings count once somebody has said who came; `unconfirmed`: over, and nobody has.

    `least_meetings`, `least_gatherings`: the minimums of the run, 0 for none. `organisation_names`: by id.
    """

    cohort: Annotated[str, L0]
    lead: Annotated[bool, OPEN]
    least_meetings: Annotated[int, L0]
    least_gatherings: Annotated[int, L0]
    unconfirmed: Annotated[int, L1]
    organisation_names: Annotated[dict[str, dict[str, str]], L0]
    held: Annotated[tuple[KindSum, ...], L1]
    organisations: Annotated[tuple[GroupSum, ...], L1]
    countries: Annotated[tuple[GroupSum, ...], L1]
    pairs: Annotated[tuple[PairCount, ...], L1]
    people: Annotated[tuple[PersonCount, ...], L1]
