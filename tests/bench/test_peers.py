from __future__ import annotations

import json

import pytest

from bench import generator, sides
from bench.generator import build_generator
from bench.sides import OURS, PEERS, SIDES, CannotMeasure
from bench.workloads import WORKLOADS


def test_the_lock_file_of_the_peers_names_no_registry() -> None:
    packages = json.loads((PEERS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_ours_is_measured_in_a_folder_of_its_own_and_without_limits(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("data")
    launch = OURS.launch(WORKLOADS["W2"], 4711, folder)
    assert launch.command[1:] == ["-m", "server", "load"]
    assert launch.environment == {
        "ATELJE_PORT": "4711",
        "ATELJE_DATA": str(folder),
        "ATELJE_LIMITS": "off",
        "ATELJE_LOAD_PEOPLE": "2000",
        "ATELJE_LOAD_ROOM": "2",
    }


@pytest.mark.parametrize("side", SIDES, ids=lambda side: side.name)
def test_each_server_has_an_adapter_and_is_told_its_port(
    side: sides.Side, tmp_path_factory: pytest.TempPathFactory
) -> None:
    launch = side.launch(WORKLOADS["W1"], 4711, tmp_path_factory.getbasetemp())
    assert "4711" in [*launch.command, *launch.environment.values()]
    assert (sides.HERE / "adapters" / f"{side.adapter}.adapter").exists()


def test_without_a_compiler_it_says_what_to_install(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("nothing")))
    with pytest.raises(CannotMeasure, match="apt-get install gcc"):
        build_generator(tmp_path_factory.mktemp("build"))


def test_a_generator_that_is_newer_than_its_source_is_not_built_again(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("build")
    (folder / generator.SOURCE.stem).touch()
    monkeypatch.setenv("PATH", str(folder / "nothing"))
    assert build_generator(folder) == folder / "wsload"
