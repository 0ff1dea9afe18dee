"""What docs/deploy gives for systemd and the command line: it names what exists, and lets the server do little."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import pytest

from tests.servers import ROOT
from tests.test_repository import read_settings

DEPLOY = ROOT / "docs/deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))
SHUT = {
    "CapabilityBoundingSet": "",
    "MemoryDenyWriteExecute": "yes",
    "NoNewPrivileges": "yes",
    "PrivateDevices": "yes",
    "PrivateTmp": "yes",
    "ProtectHome": "yes",
    "ProtectSystem": "strict",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces": "yes",
    "StateDirectoryMode": "0700",
    "UMask": "0077",
    "User": "atelje",
}
EXPOSURE = 20
"""Tenths, of a hundred."""


def service(file: Path) -> dict[str, str]:
    unit = RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(file, encoding="utf-8")
    return dict(unit["Service"])


@pytest.mark.parametrize("file", SERVICES, ids=lambda file: file.name)
def test_a_service_can_do_little_beyond_its_data(file: Path) -> None:
    assert service(file).items() >= SHUT.items()
    if analyze := shutil.which("systemd-analyze"):
        words = [analyze, "security", "--no-pager", "--offline=true", f"--threshold={EXPOSURE}", str(file)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        print(done.stdout.strip().splitlines()[-1:])
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", SERVICES, ids=lambda file: file.name)
def test_a_service_names_commands_and_settings_that_exist(file: Path) -> None:
    command = re.fullmatch(r"/opt/atelje/\.venv/bin/python -m server (\w+).*", service(file)["ExecStart"])
    assert command is not None
    assert f'command("{command[1]}"' in (ROOT / "server/__main__.py").read_text(encoding="utf-8")
    named = set(re.findall(r"ATELJE_[A-Z_]+", file.read_text(encoding="utf-8")))
    assert named <= read_settings()


def test_the_command_runs_with_the_settings_and_the_rights_of_the_service(tmp_path: Path) -> None:
    """From whichever folder it is called; for a user of another name, in another place."""
    settings = 'ATELJE_URL=https://rooms.example.org\nATELJE_MAIL_FROM="Our rooms <us@example.org>"\n'
    (tmp_path / "env").write_text(settings)
    text = (DEPLOY / "atelje").read_text(encoding="utf-8")
    ours = {
        "= atelje ]": f"= {pwd.getpwuid(os.geteuid()).pw_name} ]",
        "/opt/atelje": str(ROOT),
        "/etc/atelje.env": f"{tmp_path}/env",
        "/var/lib/atelje": f"{tmp_path}/data",
    }
    for given, here in ours.items():
        assert given in text
        text = text.replace(given, here)
    words = ["sh", "-c", text, "atelje", "config"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for line in (
        "ATELJE_URL=https://rooms.example.org ",
        "ATELJE_MAIL_FROM=Our rooms <us@example.org> ",
        f"ATELJE_DATA={tmp_path}/data ",
    ):
        assert line in done.stdout
