"""The examples of the protocol's page, as somebody runs them who has read nothing else."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.servers import ROOT, StartAtelje
from tests.stories.sdks import HERE, install

EXAMPLES = ROOT / "docs" / "protocol" / "examples"
WORDS = "Dobro veče, Чедомире! 🌍"


@pytest.mark.parametrize("name", ["talk.mjs", "talk.py"])
async def test_an_example_talks_in_a_room_of_the_demo_programme(
    server_process: StartAtelje, tmp_path: Path, name: str
) -> None:
    process = server_process(arguments=("serve", "--demo"))
    await asyncio.to_thread(install)
    # Elsewhere, with the packages that its first line asks for.
    (tmp_path / "node_modules").symlink_to(HERE / "node_modules")
    (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    interpreter = sys.executable if name.endswith(".py") else "node"
    said = [process.base_url, "luka@example.org", "atelje-demo", "p4", WORDS]
    lines = await heard([interpreter, str(tmp_path / name), *said], 2)
    offset = next(line.split()[0] for line in lines if line[0].isdigit())
    assert sorted(lines) == [f"{offset} message_posted {WORDS}", f"stored for good as entry {offset}"]


async def heard(command: Sequence[str], count: int) -> list[str]:
    """The first lines that the program prints; then it is ended, as it would go on for ever."""
    program = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert program.stdout is not None
    try:
        async with asyncio.timeout(30):
            return [(await program.stdout.readline()).decode().rstrip() for _ in range(count)]
    finally:
        program.kill()
        await program.wait()


def test_the_page_shows_the_examples_as_they_are() -> None:
    page = (ROOT / "docs" / "protocol" / "README.md").read_text(encoding="utf-8")
    for example in EXAMPLES.iterdir():
        assert example.read_text(encoding="utf-8") in page, example.name
