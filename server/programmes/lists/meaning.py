"""What the words in a list mean: roles and languages, as our languages call them. Words are compared folded. Pure."""

from __future__ import annotations

from server.programmes.model import EnrolmentRole

# By how a word begins: endings tell who it is about, and which case it stands in.
_ROLES: tuple[tuple[str, EnrolmentRole], ...] = (
    ("menti", "mentee"),
    ("mentee", "mentee"),
    ("mentorir", "mentee"),
    ("mentorand", "mentee"),
    ("mentor", "mentor"),
    ("koordin", "coordinator"),
    ("coordin", "coordinator"),
    ("facilit", "facilitator"),
    ("fasilit", "facilitator"),
    ("moderat", "facilitator"),
    ("vod", "facilitator"),
    ("vodj", "facilitator"),
    ("leads", "facilitator"),
    ("safe", "safeguarding"),
    ("protect", "safeguarding"),
    ("zast", "safeguarding"),
    ("zasc", "safeguarding"),
    ("handover", "handover"),
    ("tak", "handover"),
    ("preuz", "handover"),
    ("prez", "handover"),
    ("prevz", "handover"),
    ("alum", "alumna"),
)
_LANGUAGES: tuple[tuple[str, str], ...] = (
    ("hrv", "hr"),
    ("croat", "hr"),
    ("horv", "hr"),
    ("maked", "mk"),
    ("maced", "mk"),
    ("sloven", "sl"),
    ("eng", "en"),
    ("angl", "en"),
    ("bosn", "bs"),
    ("bosan", "bs"),
    ("crnog", "cnr"),
    ("monteneg", "cnr"),
    ("alban", "sq"),
    ("shqip", "sq"),
    ("tur", "tr"),
    ("portug", "pt"),
)
_TAGS = {
    tag.casefold(): tag
    for tag in ("sr-Cyrl", "sr-Latn", "hr", "mk", "sl", "en", "bs", "cnr", "sh", "sq", "tr", "pt")
}  # fmt: skip


def role_of(word: str) -> EnrolmentRole | None:
    return next((role for begin, role in _ROLES if word.startswith(begin)), None)


def language_of(word: str, written: str) -> str | None:
    """`written`: the word as it stands there, whose letters tell the script of Serbian where nothing else does."""
    tag = _TAGS.get(written.strip().casefold().replace("_", "-"))
    if tag is not None:
        return tag
    if word.startswith(("srp", "serb")) or word == "sr":
        return "sr-Cyrl" if _is_cyrillic(word, written) else "sr-Latn"
    return next((tag for begin, tag in _LANGUAGES if word.startswith(begin)), None)


def _is_cyrillic(word: str, written: str) -> bool:
    if "cir" in word or "cyr" in word:
        return True
    return "lat" not in word and any("\u0400" <= letter <= "\u052f" for letter in written)
