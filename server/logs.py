"""Log lines: one JSON object each, or short text on a terminal. Never what people wrote, never tokens or addresses."""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from functools import lru_cache

_encode = json.JSONEncoder(default=str).encode

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message", "taskName"}


class JsonFormatter(logging.Formatter):
    """`extra` fields stand beside the message. Everything is escaped, so that no value can fake a line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": f"{_second(int(record.created))}.{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _STANDARD}
        if record.exc_info and record.exc_info[1] is not None:
            # The text of an exception can hold a statement's parameters, so only its place is kept.
            line["error"] = type(record.exc_info[1]).__name__
            line["trace"] = _places(record)
        return _encode(line)


@lru_cache(maxsize=4)
def _second(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))


class TextFormatter(logging.Formatter):
    """For a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        fields = " ".join(f"{name}={value!r}" for name, value in vars(record).items() if name not in _STANDARD)
        line = f"{datetime.fromtimestamp(record.created, UTC):%H:%M:%S} {record.getMessage()} {fields}".rstrip()
        if record.exc_info and record.exc_info[1] is not None:
            line += "".join(f"\n    {place}" for place in (*_places(record), type(record.exc_info[1]).__name__))
        return line


def _places(record: logging.LogRecord) -> list[str]:
    assert record.exc_info is not None
    trace, places = record.exc_info[2], []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-8:]


def set_up_logs(level: str) -> None:
    """To standard error, where a service manager collects it."""
    # Nothing of ours tells which line of code, thread or task wrote a line; finding that out costs half of it.
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(TextFormatter() if sys.stderr.isatty() else JsonFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # Who came in and who changed what is kept, however quiet the rest is.
    logging.getLogger("atelje.audit").setLevel(logging.INFO)
    # A line per request with its query string is uvicorn's; ours has the route and no more.
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # They tell every address that is asked, and those are secrets of who gave them.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    logging.getLogger("httpcore2").setLevel(logging.WARNING)
    # It tells every statement with its parameters: what people wrote.
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)
