"""Serbian Cyrillic to Latin, letter by letter: Serbian texts are authored in Cyrillic, the Latin ones are derived."""

from __future__ import annotations

_SMALL: dict[str, str] = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        (*"abvgd", "đ", *"ežzijkl", "lj", "m", "n", "nj", *"oprst", "ć", *"ufhc", "č", "dž", "š"),
        strict=True,
    )
)


def latin(text: str) -> str:
    """A digraph is wholly capital only among capitals: ЏУНГЛА is DŽUNGLA, Џемал is Džemal."""
    around = zip(text, f" {text}", f"{text[1:]} ", strict=False)
    return "".join(_letter(letter, before, after) for letter, before, after in around)


def _letter(letter: str, before: str, after: str) -> str:
    if letter in _SMALL:
        return _SMALL[letter]
    capital = _SMALL.get(letter.lower())
    if capital is None:
        return letter
    among_capitals = after.isupper() if after.isalpha() else before.isupper()
    return capital.upper() if among_capitals else capital.capitalize()
