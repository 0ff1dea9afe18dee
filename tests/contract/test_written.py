"""What is made from the contract is up to date in the repository."""

from pathlib import Path

import pytest

from server.catalogue.__main__ import ROOT, WRITTEN


@pytest.mark.parametrize("path", WRITTEN)
def test_what_the_contract_writes_is_current(path: str) -> None:
    assert (ROOT / Path(path)).read_text(encoding="utf-8") == WRITTEN[path](), "run make contract"
