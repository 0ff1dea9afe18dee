"""Words of programmes are cleaned in a time that grows with the text alone."""

from __future__ import annotations

import time

import pytest

from server.errors import Refused
from server.programmes.words import clean_words


def test_a_heap_of_marks_costs_no_more_than_letters() -> None:
    heap = "a" + "\u0301\u0327" * 16_000
    started = time.process_time()
    with pytest.raises(Refused, match="text_too_long"):
        clean_words(heap, 8_001)
    # Without their order being made first it takes seconds.
    assert time.process_time() - started < 0.5
