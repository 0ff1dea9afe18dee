"""The golden cases of folding entries into a snapshot, which the browser's tests read too."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.contract.entries import ENTRY_KINDS
from server.rooms import things
from tests.rooms.oracle import fold
from tests.servers import ROOT

CASES = json.loads((ROOT / "tests/golden/evolve.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_fold_gives_what_is_expected(case: dict[str, Any]) -> None:
    assert fold(case["state"], [(one["offset"], one["entry"]) for one in case["entries"]]) == case["expected"]


def test_every_kind_of_entry_has_a_case() -> None:
    assert {*ENTRY_KINDS, *things.ENTRIES} <= {one["entry"]["kind"] for case in CASES for one in case["entries"]}
