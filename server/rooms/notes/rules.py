"""What may be written in a shared note: a Yjs document as the server keeps it. Plain functions of their arguments.

The library takes what it cannot yet place without a word and keeps it for later. Here nothing is taken that builds on
what is missing: laying the note down as one whole would lose it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator

from pycrdt import Doc, Text, TransactionEvent, get_update, merge_updates

from server.contract.notes import NOTE_LIMIT, SECTIONS
from server.errors import Refused

NOTHING = b"\x00\x00"
"""An update without changes: no structs, and nothing deleted."""
DOCUMENT_BYTES = 2 * 1024 * 1024
"""Of a note as one whole. Much-changed text needs more than its letters, and this much more is enough for anybody."""


class Document:
    """A note's document while it is written in. After a Refused it is of no use any more: `load` another one."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._doc: Doc[Text] = Doc({section: Text() for section in SECTIONS})
        for part in parts:
            self._doc.apply_update(part)
        self._news: list[bytes] = []
        self._observing = self._doc.observe(_hear(self._news))

    def write(self, update: bytes) -> bytes | None:
        """Take an update; gives what is new in it, as an update, or None when nothing is.

        Raises Refused: note_damaged, note_gap, text_too_long.
        """
        self._news.clear()
        state = self._doc.get_state()
        try:
            self._doc.apply_update(update)
            missing = get_update(update, self._doc.get_state())
        except BaseException as error:  # noqa: BLE001 (raised again, unless it is damage)
            raise _refusal(error) from None
        if not _covers(self._doc.get_state(), missing):
            raise Refused("note_gap", state=b64encode(state).decode())
        if set(self._doc.keys()) != set(SECTIONS):
            raise Refused("note_damaged")
        length = sum(len(text) for text in self.texts().values())
        if length > NOTE_LIMIT:
            raise Refused("text_too_long", length=length, limit=NOTE_LIMIT)
        return self._news[0] if self._news else None

    def texts(self) -> dict[str, str]:
        """By section."""
        return {section: str(self._doc[section]) for section in SECTIONS}

    def whole(self) -> bytes:
        """All of it as one update. Raises Refused note_full."""
        update: bytes = self._doc.get_update()
        if len(update) > DOCUMENT_BYTES:
            raise Refused("note_full")
        return update


def joined(parts: Iterable[bytes]) -> bytes:
    """Updates as one, without a document."""
    found = [part for part in parts if part != NOTHING]
    return merge_updates(*found) if found else NOTHING


def _hear(news: list[bytes]) -> Callable[[TransactionEvent], None]:
    """Nothing but the list: a document that heard itself would never be freed."""
    return lambda event: news.append(event.update)


def _refusal(error: BaseException) -> BaseException:
    """The library panics at some damage, in an exception that is no `Exception` and has no address to import it by."""
    if isinstance(error, ValueError) or type(error).__name__ == "PanicException":
        return Refused("note_damaged")
    return error


def _covers(state: bytes, missing: bytes) -> bool:
    """Whether a state vector names all that is left of an update besides its structs: what it deletes. `missing` is the
    update without what the state vector covers, so that no struct may be left in it."""
    numbers = _numbers(missing)
    try:
        return next(numbers) == 0 and all(end <= _clocks(state).get(client, 0) for client, end in _deleted(numbers))
    except StopIteration:
        return False


def _deleted(numbers: Iterator[int]) -> Iterator[tuple[int, int]]:
    """The deletions of an update, behind its structs: each by its client and where it ends."""
    for _ in range(next(numbers)):
        client = next(numbers)
        for _ in range(next(numbers)):
            start = next(numbers)
            yield client, start + next(numbers)


def _clocks(state: bytes) -> dict[int, int]:
    numbers = _numbers(state)
    return {next(numbers): next(numbers) for _ in range(next(numbers))}


def _numbers(data: bytes) -> Iterator[int]:
    """Variable-length integers: seven bits a byte, the lowest first."""
    number, shift = 0, 0
    for byte in data:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number, shift = 0, 0
