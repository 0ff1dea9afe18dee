"""`python -m server.catalogue`: writes what is made from the contract into the browser client and the documentation."""

from __future__ import annotations

from pathlib import Path

from server.catalogue.reference import reference
from server.catalogue.typescript import typescript

ROOT = Path(__file__).resolve().parent.parent.parent

WRITTEN = {"web/src/contract.ts": typescript, "docs/protocol/commands.md": reference}

if __name__ == "__main__":
    for path, make in WRITTEN.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(make(), encoding="utf-8")
