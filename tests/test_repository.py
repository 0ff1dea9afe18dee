"""What the repository promises about itself: its papers name what exists, and nothing of one machine is in it."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.servers import ROOT


@cache
def tracked() -> tuple[Path, ...]:
    """What is in the repository, or is about to be: neither ignored nor deleted."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return tuple(sorted(path for name in listed.split("\0") if name and (path := ROOT / name).is_file()))


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


# ── papers ────────────────────────────────────────────────────────────────────────────────────────────────────────────

BACKTICKS = re.compile(r"`([^`\n]+)`")
# A path has a slash and nothing that belongs to an address, a command, a pattern or a placeholder.
PATH = re.compile(r"[\w.@-]+(/[\w.@-]+)+/?")
# Made by a chore, so not there in a fresh checkout.
MADE_LATER = ("data/", "build/", "web/dist", "web/node_modules", ".venv")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def papers() -> Iterator[tuple[Path, str]]:
    for path, text in texts():
        if path.suffix == ".md" and (len(path.parts) == 1 or path.parts[0] in ("docs", "requirements")):
            yield path, text


def named_paths(text: str) -> Iterator[str]:
    """Paths in backticks whose first part is something of ours: `a/b` may also be a MIME type or a package."""
    ours = {path.name for path in ROOT.iterdir()}
    for name in BACKTICKS.findall(text):
        bare = re.sub(r"::?\w+$|:\d+$", "", name)
        if PATH.fullmatch(bare) and bare.split("/")[0] in ours and not bare.startswith(MADE_LATER):
            yield bare


def test_papers_name_only_files_that_exist() -> None:
    gone = [f"{paper}: {name}" for paper, text in papers() for name in named_paths(text) if not (ROOT / name).exists()]
    assert gone == []


def test_papers_link_only_to_files_that_exist() -> None:
    gone = [
        f"{paper}: {target}"
        for paper, text in papers()
        for target in LINK.findall(text)
        if "://" not in target
        and not target.startswith(("mailto:", "/"))
        and not (ROOT / paper.parent / target).exists()
    ]
    assert gone == []


def test_papers_name_only_chores_that_the_makefile_has() -> None:
    chores = set(re.findall(r"^([a-z]+(?: [a-z]+)*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    chores = {chore for names in chores for chore in names.split()}
    unknown = [
        f"{paper}: {chore}"
        for paper, text in papers()
        for chore in re.findall(r"`make ([a-z]+)", text)
        if chore not in chores
    ]
    assert unknown == []


def test_decisions_are_numbered_without_doubles_or_holes() -> None:
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    headings = [page.read_text(encoding="utf-8").partition(". ")[0] for page in pages]
    assert headings == [f"# {number}" for number in range(1, len(pages) + 1)]


# ── nothing of one machine ────────────────────────────────────────────────────────────────────────────────────────────

# Written in parts, so that this file does not hold what it looks for.
FOREIGN = {
    "a path of one machine": re.compile(r"(?<![\w.~-])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|Us" + r"ers/\w+)/\w"),
    "a package registry": re.compile(
        r"\b(?:pypi\.or" + r"g|files\.python" + r"hosted|registry\.np" + r"mjs|deb\.deb" + r"ian\.org)"
    ),
    "an index line": re.compile(r"^--(?:extra-)?ind" + r"ex-url|^--find-" + r"links", re.MULTILINE),
}


def test_nothing_points_to_one_machine_or_registry() -> None:
    found = [
        f"{path}: {what}: {match.group()}"
        for path, text in texts()
        for what, pattern in FOREIGN.items()
        if (match := pattern.search(text))
    ]
    assert found == []


def test_the_lock_file_of_the_web_client_names_no_registry() -> None:
    lock = json.loads((ROOT / "web/package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert [name for name, package in lock["packages"].items() if name and "integrity" not in package] == []


def test_every_pinned_python_package_has_a_hash() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        pins = re.split(r"(?m)^(?=\S)", path.read_text(encoding="utf-8"))
        assert [pin.split()[0] for pin in pins if pin and "--hash=sha256:" not in pin] == []


# ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

VAGUE = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}


def test_no_file_has_a_name_that_says_nothing() -> None:
    vague = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if VAGUE & {part.lower() for name in (path.stem, path.parent.name) for part in re.split(r"[_.-]", name)}
    ]
    assert vague == []


# ── settings ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_settings() -> set[str]:
    """Every `ATELJE_…` that the server reads: `setting.get("PORT", …)` in server/config.py, or its whole name there."""
    tree = ast.parse((ROOT / "server/config.py").read_text(encoding="utf-8"))
    asked = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "setting"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    whole = {
        match
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for match in re.findall(r"\bATELJE_[A-Z][A-Z0-9_]*[A-Z]", node.value)
    }
    return {f"ATELJE_{name}" for name in asked} | whole


def test_every_setting_is_in_the_operations_page_and_no_other() -> None:
    page = ROOT / "docs/operations.md"
    settings = read_settings()
    assert "ATELJE_PORT" in settings
    if not page.exists():
        return
    documented = set(re.findall(r"\bATELJE_[A-Z][A-Z0-9_]*[A-Z]", page.read_text(encoding="utf-8")))
    assert settings - documented == set()
    # A setting may also be given as a file; those of the load programme are read by that command alone.
    extra = {name for name in documented - settings if name.removesuffix("_FILE") not in settings}
    assert {name for name in extra if not name.startswith("ATELJE_LOAD_")} == set()
