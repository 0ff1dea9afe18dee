from __future__ import annotations

import pytest

from bench import rounds
from bench.__main__ import main
from bench.generator import Measure
from bench.machine import choose_cores, describe, pinned, usable_cores
from bench.rounds import Turn
from bench.sides import OURS, SIDES, CannotMeasure
from bench.workloads import WORKLOADS, Workload
from tests.bench.measures import seen

W1, W2 = WORKLOADS["W1"], WORKLOADS["W2"]


def test_rounds_are_interleaved_over_the_servers() -> None:
    order = [(turn.round, turn.workload.name, turn.side.name) for turn in rounds.turns([W1, W2], SIDES, 2)]
    names = [side.name for side in SIDES]
    assert order == [(number, work, name) for number in (1, 2) for work in ("W1", "W2") for name in names]


def test_a_turn_that_fails_is_named_and_the_rest_goes_on() -> None:
    def measure(turn: Turn) -> Measure:
        if turn.side is OURS and turn.round == 2:
            raise CannotMeasure("the server did not listen")
        return seen()

    results = rounds.run([W1], SIDES, 3, measure)
    assert results.failures == {"the server did not listen": ["W1 Atelje round 2"]}
    assert [len(results.of(W1, side)) for side in SIDES] == [2, 3, 3, 3]


def test_progress_says_what_went_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    rounds.run([W1], [OURS], 1, lambda _turn: seen(lost=7, stalled=True))
    assert "7 lost, stalled" in capsys.readouterr().out


def test_server_and_generator_get_cores_far_apart() -> None:
    cores = choose_cores({0, 1, 2, 3})
    assert (cores.server, cores.generator) == (0, 3)


def test_one_core_is_said_and_nothing_is_pinned() -> None:
    cores = choose_cores({5})
    assert (cores.server, cores.generator) == (None, None)
    assert "one core" in cores.words


def test_pinning_ends_with_its_block() -> None:
    before = usable_cores()
    with pinned(before.server):
        if before.server is not None:
            assert choose_cores({before.server}) == usable_cores()
    assert usable_cores() == before


def test_the_machine_is_described(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("bench")
    words = "\n".join(describe(choose_cores({0, 1}), folder, None))
    assert "Node not found" in words
    assert "keeps a write after" in words
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("workload", WORKLOADS.values(), ids=WORKLOADS)
def test_a_quick_run_is_the_same_workload_in_small(workload: Workload) -> None:
    quick = workload.quick()
    assert quick.people <= 20
    assert quick.people % quick.room == 0
    assert (quick.window is None, quick.rate) == (workload.window is None, workload.rate)


@pytest.mark.parametrize("arguments", [["-w", "w9"], ["-r", "0"], ["-r", "many"]])
def test_an_option_that_makes_no_sense_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "error: argument" in capsys.readouterr().err


def test_only_ours_gives_back_what_was_missed() -> None:
    assert [turn.side for turn in rounds.turns([WORKLOADS["W6"]], SIDES, 1)] == [OURS]
