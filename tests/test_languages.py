"""Which language a reader gets."""

import pytest

from server.languages import best_language


@pytest.mark.parametrize(
    ("wanted", "there", "gets"),
    [
        ("mk", ("sl", "mk"), "mk"),
        ("sr-Cyrl", ("en", "sr-Latn"), "sr-Latn"),
        ("bs", ("en", "sr-Cyrl", "hr"), "hr"),
        ("sq", ("mk", "en"), "en"),
        ("pt", ("mk", "sl"), "mk"),
        ("", ("mk",), "mk"),
    ],
)
def test_a_reader_gets_the_nearest_language_that_is_there(wanted: str, there: tuple[str, ...], gets: str) -> None:
    assert best_language(there, wanted) == gets
