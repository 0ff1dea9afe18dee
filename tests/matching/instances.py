"""Random problem files, which the checker proves in a moment; with few scores, so that many answers are equal."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

COUNTRIES = ("RS", "SI", "MK")
OBJECTIVES = (
    ["cardinality", "total"],
    ["cardinality", "min", "total"],
    ["total"],
    ["total", "cardinality"],
    ["min", "total"],
    ["cardinality", "total", "min"],
    ["leximin"],
    ["cardinality", "leximin", "total"],
)


@st.composite
def problems(draw: st.DrawFn, *, quotas: bool = False, most: int = 6) -> dict[str, Any]:
    countries = st.sampled_from(COUNTRIES)
    mentees = [{"id": f"E{n}", "country": draw(countries)} for n in range(draw(st.integers(1, most)))]
    mentors = [
        {"id": f"M{n}", "country": draw(countries), "capacity": draw(st.integers(1, 3))}
        for n in range(draw(st.integers(1, most)))
    ]
    scores = st.one_of(st.none(), st.integers(-1, 4))
    pairs = [
        [mentee["id"], mentor["id"], score]
        for mentee in mentees
        for mentor in mentors
        if (score := draw(scores)) is not None
    ]
    pair = st.tuples(st.sampled_from([one["id"] for one in mentees]), st.sampled_from([one["id"] for one in mentors]))
    listed = st.sampled_from([pair[:2] for pair in pairs]) if pairs else pair
    problem: dict[str, Any] = {
        "kind": "match",
        "mentees": mentees,
        "mentors": mentors,
        "pairs": pairs,
        "locks": {
            "pin": draw(st.lists(st.one_of(listed, listed, pair), max_size=2)),
            "forbid": draw(st.lists(pair, max_size=2)),
        },
        "objective": draw(st.sampled_from(OBJECTIVES)),
    }
    if quotas:
        problem["quotas"] = [
            {
                "country": draw(countries),
                "min_cross_pairs": draw(st.integers(0, 3)),
                "scope": draw(st.sampled_from(["mentee", "either"])),
            }
            for _ in range(draw(st.integers(0, 2)))
        ]
    return problem


@st.composite
def stable_problems(draw: st.DrawFn, *, most: int = 6) -> dict[str, Any]:
    mentees = [f"E{n}" for n in range(draw(st.integers(1, most)))]
    mentors = [f"M{n}" for n in range(draw(st.integers(1, most)))]

    def ranking(others: list[str]) -> list[list[str]]:
        """In few ranks, so that many are equally good."""
        ranks = draw(st.lists(st.one_of(st.none(), st.integers(0, 2)), min_size=len(others), max_size=len(others)))
        groups = [[other for other, rank in zip(others, ranks, strict=True) if rank == place] for place in range(3)]
        return [group for group in groups if group]

    return {
        "kind": "stable",
        "mentees": [{"id": one, "preferences": ranking(mentors)} for one in mentees],
        "mentors": [
            {"id": one, "capacity": draw(st.integers(1, 2)), "preferences": ranking(mentees)} for one in mentors
        ],
    }
