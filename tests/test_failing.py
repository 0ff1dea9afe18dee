"""A node that loses one of its parts ends, and says by its exit code that nobody told it to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests import servers

LOSES_A_PART = """
import sys
from server.__main__ import main
from server.flows.follow import Follower

async def run(self):
    raise RuntimeError("planted")

Follower.run = run
sys.exit(main(["serve"]))
"""


def test_a_node_that_lost_a_part_ends_as_failed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOSES_A_PART],
        env=os.environ | {"ATELJE_DATA": str(tmp_path), "ATELJE_PORT": str(servers.free_port())},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "a part of the node failed" in done.stderr
