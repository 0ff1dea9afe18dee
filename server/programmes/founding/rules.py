"""What may be an organisation, a programme and a run; how far a run is on the way to its start. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from server.contract import programmes as contract
from server.contract.programmes import StepName
from server.errors import Refused
from server.programmes.model import Cohort, CohortState, Credit, Help, Organisation, PartnerRole
from server.programmes.words import by_language, clean_line

NAME_LIMIT = 200
LINE_LIMIT = 100
WORDS_LIMIT = 1_000
LONGEST = timedelta(days=3 * 366)
YEARS = range(2000, 2201)
"""Far from where a calendar ends: days are added to these days. The words of the refusal name them."""
SILENCE_LEAST, SILENCE_MOST = 3, 180
"""Days."""

_COUNTRIES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_COUNTRIES.split())
"""ISO 3166-1, and the code that Kosovo has meanwhile."""

_PHONE = re.compile(r"\+[1-9](?:[ ()./-]*[0-9]){6,14}")

# ── cleaning ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def clean_names(names: Mapping[str, str], *, least: int = 1) -> dict[str, str]:
    """Raises Refused names_invalid, language_unknown."""
    cleaned = by_language(names, NAME_LIMIT, _name)
    if len(cleaned) < least:
        raise Refused("names_invalid", limit=NAME_LIMIT)
    return cleaned


def _name(text: str, limit: int) -> str:
    try:
        return _line(text, limit)
    except Refused:
        raise Refused("names_invalid", limit=limit) from None


def _line(text: str, limit: int = LINE_LIMIT) -> str:
    """Raises Refused line_invalid."""
    try:
        return clean_line(text, limit)
    except Refused:
        raise Refused("line_invalid", limit=limit) from None


def clean_organisation(
    one: contract.NewOrganisation | contract.ChangeOrganisation, id: str, zones: Collection[str], by: str | None
) -> Organisation:
    """Raises Refused names_invalid, language_unknown, line_invalid, country_unknown, zone_unknown."""
    country = one.country.strip().upper()
    names, town = clean_names(one.names), _line(one.town)
    if country not in COUNTRIES:
        raise Refused("country_unknown")
    return Organisation(id, names, town, country, clean_zone(one.zone, zones), added_by=by)


def raised(one: Organisation, version: int) -> Organisation:
    """As it is after the version that was changed."""
    return replace(one, version=version + 1)


def clean_zone(zone: str, zones: Collection[str]) -> str:
    """Raises Refused zone_unknown."""
    if zone not in zones:
        raise Refused("zone_unknown")
    return zone


def check_dates(start: date, end: date) -> None:
    """Raises Refused year_unlikely, dates_reversed."""
    if not {start.year, end.year} <= set(YEARS):
        raise Refused("year_unlikely")
    if not start < end <= start + LONGEST:
        raise Refused("dates_reversed")


def changed(one: Cohort, wanted: contract.ChangeCohort, zones: Collection[str]) -> Cohort:
    """The run as it is wanted. Raises Refused cohort_over, names_invalid, language_unknown, year_unlikely,
    dates_reversed, zone_unknown, line_invalid, phone_invalid, silence_days_invalid, silence_days_agreed, text_…"""
    check_not_over(one.state)
    check_dates(wanted.start, wanted.end)
    return replace(
        one,
        names=clean_names(wanted.names, least=0),
        start=wanted.start,
        end=wanted.end,
        home_zone=clean_zone(wanted.home_zone, zones),
        least_meetings=wanted.least_meetings,
        least_gatherings=wanted.least_gatherings,
        help=None if wanted.help is None else Help(_line(wanted.help.name), _phone(wanted.help.phone)),
        silence_days=_agreed(one, _silence_days(wanted.silence_days)),
        first_words=by_language(wanted.first_words, WORDS_LIMIT),
        version=one.version + 1,
    )


def _phone(text: str) -> str:
    """As it was written, with single spaces. Raises Refused phone_invalid."""
    phone = " ".join(text.split())
    if len(phone) > LINE_LIMIT or _PHONE.fullmatch(phone, endpos=len(phone)) is None or not phone.isascii():
        raise Refused("phone_invalid")
    return phone


def _silence_days(days: tuple[int, int, int] | None) -> tuple[int, int, int] | None:
    """Raises Refused silence_days_invalid."""
    if days is None:
        return None
    first, second, third = days
    if not SILENCE_LEAST <= first < second < third <= SILENCE_MOST:
        raise Refused("silence_days_invalid", least=SILENCE_LEAST, most=SILENCE_MOST)
    return days


def _agreed(one: Cohort, wanted: tuple[int, int, int] | None) -> tuple[int, int, int] | None:
    """Once people are in it, days set at will would tell who coordinates it when a room was last written in.

    Raises Refused silence_days_agreed.
    """
    if one.state == "draft" or wanted is None:
        return wanted
    if one.silence_days is None or any(new < old for new, old in zip(wanted, one.silence_days, strict=True)):
        raise Refused("silence_days_agreed")
    return wanted


def clean_credit(one: contract.Credit) -> Credit:
    """Raises Refused line_invalid, language_unknown, text_…, dates_reversed."""
    if one.starts is not None and one.ends is not None and one.ends < one.starts:
        raise Refused("dates_reversed")
    words, disclaimer = by_language(one.words, WORDS_LIMIT), by_language(one.disclaimer, WORDS_LIMIT)
    return Credit(_line(one.funder, NAME_LIMIT), words, disclaimer, one.starts, one.ends)


# ── partners and states ───────────────────────────────────────────────────────────────────────────────────────────────


def check_partners(
    wanted: Sequence[contract.Partner],
    known: Collection[str],
    with_people: Collection[str],
    led_by: Collection[str | None],
) -> dict[str, PartnerRole]:
    """`known`: organisations that who asks may name; `with_people`: those whose people take part; `led_by`: those for
    which somebody who is here coordinates the run.

    Raises Refused partners_invalid, organisation_unknown, partner_has_people, last_coordinator.
    """
    partners = {one.organisation: one.role for one in wanted}
    leads = [one.organisation for one in wanted if one.role == "lead"]
    if len(partners) < len(wanted) or len(leads) != 1:
        raise Refused("partners_invalid")
    if not partners.keys() <= set(known):
        raise Refused("organisation_unknown")
    if not set(with_people) <= partners.keys():
        raise Refused("partner_has_people")
    if leads[0] not in led_by:
        raise Refused("last_coordinator")
    return partners


def check_not_over(state: CohortState) -> None:
    """Raises Refused cohort_over."""
    if state == "ended":
        raise Refused("cohort_over")


def check_state(now: CohortState, wanted: CohortState, *, has_mentorships: bool) -> None:
    """Raises Refused cohort_over, state_not_possible."""
    check_not_over(now)
    possible = {("draft", "running"), ("running", "ended")} | (set() if has_mentorships else {("running", "draft")})
    if (now, wanted) not in possible:
        raise Refused("state_not_possible")


# ── the way to the start ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Progress:
    """`teamless`: organisations that lead or take part and have nobody who coordinates; `waiting`: people who have not
    come; `roomless`: mentees whose mentorship has not begun."""

    teamless: int
    has_help: bool
    has_credits: bool
    mentors: int
    mentees: int
    waiting: int
    roomless: int
    state: CohortState


Step = tuple[StepName, Literal["done", "next", "later"], int]


def steps(progress: Progress) -> tuple[Step, ...]:
    """The seven, in their order: each done or not, the first that is not is next. The number: how many things or
    people it still waits for."""
    found: list[tuple[StepName, bool, int]] = [
        ("programme", True, 0),
        ("team", progress.teamless == 0, progress.teamless),
        ("help", progress.has_help, 0 if progress.has_help else 1),
        ("credits", progress.has_credits, 0),
        # Who has not come yet holds up nobody.
        ("people", progress.mentors > 0 and progress.mentees > 0, progress.waiting),
        ("rooms", progress.mentees > 0 and progress.roomless == 0, progress.roomless),
        ("start", progress.state != "draft", 0),
    ]
    undone = next((name for name, done, _ in found if not done), None)
    return tuple((name, "done" if done else "next" if name == undone else "later", left) for name, done, left in found)
