"""The glossary is kept: words that it rules out name nothing that the server defines."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.servers import ROOT

OF_LIBRARIES = frozenset(("user_agent", "record", "_record", "cursor", "handler"))
"""HTTP's header, logging's record and handler, the database driver's records and cursors keep their names."""

ROW = re.compile(r"^\|(?P<say>[^|]+)\|(?P<of>[^|]+)\|(?P<never>[^|]*)\|$", re.MULTILINE)
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def rows() -> Iterator[tuple[set[str], set[str]]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for row in ROW.finditer(text):
        said = {word.lower() for word in re.findall(r"\*\*([^*]+)\*\*", row["say"])}
        if said:
            yield said, {re.sub(r"\(.*\)", "", word).strip() for word in row["never"].split(",")} - {""}


def defined_names() -> Iterator[tuple[str, str]]:
    """Every name that the server's code gives to something, with its place."""
    for path in sorted((ROOT / "server").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _given(node):
                yield name, f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def _given(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.arg(arg=name):
            yield name
        case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
            yield name


def test_words_that_the_glossary_rules_out_name_nothing() -> None:
    ruled_out = {word for _, never in rows() for word in never if word != "post"}
    used = [
        f"{place} {name}"
        for name, place in defined_names()
        if name not in OF_LIBRARIES and {word.lower() for word in WORD.findall(name)} & ruled_out
    ]
    assert used == []


def test_no_word_is_both_said_and_ruled_out() -> None:
    said = {word for words, _ in rows() for word in words}
    assert not said & {word for _, never in rows() for word in never}
