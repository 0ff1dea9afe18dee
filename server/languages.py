"""Which of several languages a reader gets, where theirs is not among them."""

from __future__ import annotations

from collections.abc import Collection

_NEXT = {
    "sr-Cyrl": ("sr-Latn", "hr"),
    "sr-Latn": ("sr-Cyrl", "hr"),
    "hr": ("sr-Latn",),
    "bs": ("hr", "sr-Latn", "sr-Cyrl"),
    "cnr": ("sr-Latn", "sr-Cyrl", "hr"),
    "sh": ("sr-Latn", "hr", "sr-Cyrl"),
}


def best_language(there: Collection[str], wanted: str) -> str:
    """The wanted one, else one that its readers understand, else English, else the first. `there` has at least one."""
    wishes = (wanted, *_NEXT.get(wanted, ()), "en")
    return next((language for language in wishes if language in there), next(iter(there)))
