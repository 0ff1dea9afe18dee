"""Log lines say where something failed, and never what it was about."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from server.logs import JsonFormatter, TextFormatter


def failure() -> logging.LogRecord:
    try:
        raise ValueError("what somebody wrote")
    except ValueError:
        return logging.LogRecord("atelje", logging.ERROR, __file__, 1, "it failed", (), sys.exc_info())


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()], ids=["json", "text"])
def test_a_failure_is_logged_with_its_kind_and_place_and_without_its_words(formatter: logging.Formatter) -> None:
    line = formatter.format(failure())
    assert "it failed" in line
    assert "ValueError" in line
    assert "test_logs.py:" in line
    assert "somebody" not in line


def test_no_value_fakes_a_line_of_json() -> None:
    record = logging.LogRecord("atelje", logging.INFO, __file__, 1, "two\nlines", (), None)
    assert json.loads(JsonFormatter().format(record))["event"] == "two\nlines"
    assert "\n" not in JsonFormatter().format(record)
