"""The independent checker, one process for all tests."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.servers import ROOT

SOLVERS = ROOT / ".venv/solvers/bin/python"
Check = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def ortools() -> Iterator[Check]:
    """`ortools(problem)`: what OR-tools finds, see `tests/matching/ortools_checker.py`."""
    if not SOLVERS.exists():
        pytest.skip("OR-tools is not installed in .venv/solvers: make .venv/.solvers")
    program = Path(__file__).with_name("ortools_checker.py")
    process = subprocess.Popen([SOLVERS, program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    asked, answers = process.stdin, process.stdout

    def check(problem: dict[str, Any], **more: Any) -> dict[str, Any]:
        asked.write(json.dumps({"problem": problem, **more}) + "\n")
        asked.flush()
        answer: dict[str, Any] = json.loads(answers.readline())
        return answer

    yield check
    process.stdin.close()
    process.wait(timeout=10)
    process.stdout.close()
