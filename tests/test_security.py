"""The page on security keeps its word: every line is there, and every test that it names exists."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.servers import ROOT

PAGE = ROOT / "docs/security.md"
POINTS = (*range(1, 49), 55, 65)
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+?) \| (.*)\|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
NOT_YET = re.compile(r"\b[Dd]oes not apply\b")


def rows() -> dict[int, tuple[str, str]]:
    """By number: how it is kept, and by which tests."""
    return {int(row[1]): (row[3], row[4]) for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))}


@cache
def functions_of(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_point_has_its_line() -> None:
    assert list(rows()) == list(POINTS)


@pytest.mark.parametrize("point", POINTS)
def test_a_line_names_tests_that_exist_or_says_that_it_does_not_apply(point: int) -> None:
    kept, tests = rows()[point]
    named = NAMED.findall(tests)
    assert bool(named) != bool(NOT_YET.search(kept)), "one of the two"
    assert NAMED.sub("", tests).strip() == ""
    missing = [f"{path}::{name}" for path, name in named if name not in functions_of(path)]
    assert missing == []


def test_tests_that_are_named_beside_the_lines_exist() -> None:
    named = NAMED.findall(PAGE.read_text(encoding="utf-8"))
    assert [f"{path}::{name}" for path, name in named if name not in functions_of(path)] == []
