from __future__ import annotations

import pytest

from bench.rounds import Results, Turn
from bench.sides import OURS, SIDES, Side
from bench.table import Row, ratio, row, table
from bench.workloads import WORKLOADS, Workload
from tests.bench.measures import seen

W1, W2, W5 = (WORKLOADS[name] for name in ("W1", "W2", "W5"))
PEER, OTHER = (side for side in SIDES if side.name in ("Node ws", "Starlette loop"))
BESIDE = (OURS, PEER, OTHER)


def row_of(workload: Workload, side: Side, *us: float) -> Row:
    return row(workload, side, [seen(server_us_per_delivery=value) for value in us])


def test_a_figure_is_the_median_of_its_rounds() -> None:
    assert row_of(W1, OURS, 2.0, 90.0, 1.0).us_per_delivery == 2.0


def test_a_core_makes_one_second_of_cpu_into_deliveries() -> None:
    assert row_of(W1, OURS, 0.5).per_core == 2_000_000


def test_a_message_costs_a_delivery_to_each_member_of_its_room() -> None:
    assert row_of(W2, OURS, 20.0).per_core == 25_000


def test_pairs_are_seen_as_messages_and_a_crowd_as_deliveries() -> None:
    assert row_of(W2, OURS, 20.0).seen_per_s == 2000
    assert row_of(W1, OURS, 20.0).seen_per_s == 400_000


def test_the_spread_is_from_the_lowest_to_the_highest_round() -> None:
    assert row_of(W1, OURS, 2.0, 1.9, 2.2).spread == pytest.approx(0.15)


def test_the_spread_of_a_latency_is_that_of_its_slowest_hundredth() -> None:
    rounds = [seen(p99_us=value, server_us_per_delivery=1.0) for value in (1000, 2000, 4000)]
    assert row(W5, OURS, rounds).spread == pytest.approx(1.5)


def test_more_per_core_than_a_peer_is_a_ratio_above_one() -> None:
    assert ratio(W1, row_of(W1, OURS, 0.5), row_of(W1, PEER, 3.0)) == "6.00"


def test_a_shorter_wait_than_a_peers_is_a_ratio_below_one() -> None:
    ours, peer = row(W5, OURS, [seen(p50_us=500, p99_us=6000)]), row(W5, PEER, [seen()])
    assert ratio(W5, ours, peer) == "0.50 / 2.00"


def test_nothing_is_compared_with_itself_or_with_nothing() -> None:
    ours = row_of(W1, OURS, 1.0)
    assert ratio(W1, ours, ours) == ""
    assert ratio(W1, None, row_of(W1, PEER, 1.0)) == ""


def test_a_server_that_was_not_seen_to_work_divides_nothing() -> None:
    assert row_of(W1, PEER, 0.0).per_core == 0
    assert ratio(W1, row_of(W1, OURS, 1.0), row_of(W1, PEER, 0.0)) == "-"


@pytest.mark.parametrize(
    ("changes", "marks"),
    [
        ({}, ""),
        ({"generator_cpu": 0.899}, ""),
        ({"generator_cpu": 0.9}, "!"),
        ({"lost": 1}, "x"),
        ({"doubled": 1}, "x"),
        ({"disordered": 1}, "x"),
        ({"died": 1}, "x"),
        ({"stalled": True}, "x"),
        ({"generator_cpu": 0.99, "lost": 1}, "!x"),
    ],
)
def test_what_does_not_count_is_marked_though_other_rounds_went_well(
    changes: dict[str, float | bool], marks: str
) -> None:
    assert row(W1, OURS, [seen(), seen(**changes), seen()]).marks == marks


def test_the_table_has_each_server_under_each_workload() -> None:
    results = Results()
    for workload in (W1, W5):
        for side in BESIDE:
            for number in (1, 2, 3):
                results.keep(Turn(number, workload, side), seen(generator_cpu=0.95 if side is OTHER else 0.2))
    assert table(results, [W1, W5], BESIDE).splitlines() == [
        "                    per core    ours/peer  spread   seen/s  CPU each  server  generator  p50 ms  p99 ms",
        "W1  one room of 300, one author, window 32: deliveries per second",
        "  Atelje             500,000                   0%  400,000   2.00 µs     80%        20%",
        "  Node ws            500,000         1.00      0%  400,000   2.00 µs     80%        20%",
        "  Starlette loop !   500,000         1.00      0%  400,000   2.00 µs     80%        95%",
        "W5  one room of 300, 60 messages a second: milliseconds from post to seen",
        "  Atelje                                       0%  400,000   2.00 µs     80%        20%    1.00    3.00",
        "  Node ws                     1.00 / 1.00      0%  400,000   2.00 µs     80%        20%    1.00    3.00",
        "  Starlette loop !            1.00 / 1.00      0%  400,000   2.00 µs     80%        95%    1.00    3.00",
    ]


def test_a_workload_that_nobody_finished_keeps_its_title() -> None:
    assert table(Results(), [W1], SIDES).splitlines()[1:] == [
        "W1  one room of 300, one author, window 32: deliveries per second"
    ]


def test_one_round_has_no_spread() -> None:
    results = Results()
    results.keep(Turn(1, W1, OURS), seen())
    assert "0%  400,000" not in table(results, [W1], SIDES)


def test_who_only_joins_is_compared_in_speed_and_in_memory() -> None:
    held, results = WORKLOADS["W34"], Results()
    for side, speed, memory in ((OURS, 4000.0, 2.0), (PEER, 5000.0, 8.0)):
        measure = seen(joined=10_000, marked_per_s=speed, join_server_cpu_s=2.0, memory_per_connection_kb=memory)
        results.keep(Turn(1, held, side), measure)
    assert [line.split() for line in table(results, [held], BESIDE).splitlines()[2:]] == [
        ["Atelje", "4,000", "5,000", "2.0", "kB"],
        ["Node", "ws", "5,000", "0.80", "5,000", "1.00", "8.0", "kB", "0.25"],
    ]
