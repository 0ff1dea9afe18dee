"""`python -m server person …`: who may come in, for who keeps the server. Works while it is served, too."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import TypeVar

from server.accounts.model import Known
from server.accounts.passwords import Passwords
from server.accounts.people import disable, enable, end_second_factor, everybody, person_by, sign_out
from server.accounts.service import Accounts
from server.app import build
from server.clock import system_clock
from server.config import Config
from server.contract.accounts import Invite
from server.contract.refusals import problem
from server.errors import Refused
from server.serving import open_beside
from server.unit_of_work import UnitOfWork

T = TypeVar("T")

DEEDS: dict[str, tuple[Callable[[UnitOfWork, str], None], str]] = {
    "disable": (disable, "Keep a person out, and end their logins. What they wrote stays."),
    "enable": (enable, "Let a person in again who was kept out."),
    "sign-out": (sign_out, "End all logins of a person."),
    "codes-off": (end_second_factor, "No code at sign-in any more, for who lost telephone and recovery codes."),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(required=True, metavar="deed", dest="deed")
    words = "Invite a person; prints the link, and mails it when the server runs."
    invite = deeds.add_parser("invite", help=words, description=words)
    invite.add_argument("name")
    invite.add_argument("email")
    invite.add_argument("--language", default="en", metavar="TAG", help="sr-Cyrl, sr-Latn, hr, mk, sl or en")
    invite.add_argument("--zone", default="UTC", metavar="ZONE", help="such as Europe/Belgrade")
    invite.add_argument("--keeper", action="store_true", help="may invite others without running a programme")
    deeds.add_parser("list", help="Everybody.", description="Everybody.")
    for name, (_, words) in DEEDS.items():
        deeds.add_parser(name, help=words, description=words).add_argument("email", help="an address or an id")


async def person(config: Config, options: argparse.Namespace) -> int:
    database, installation = await open_beside(config, system_clock)
    accounts = build(config, database, installation, Passwords(), system_clock).accounts

    def work(unit: UnitOfWork) -> str:
        match options.deed:
            case "invite":
                return _invite(unit, accounts, options)
            case "list":
                return "\n".join(map(_line, everybody(unit.connection)))
            case deed:
                return _do(unit, deed, options.email)

    try:
        print(await database.write_once(lambda connection: work(UnitOfWork(connection, system_clock()))))
    except Refused as refused:
        print(problem(refused.code, dict(refused.parameters))["title"])
        return 1
    finally:
        await database.close()
    return 0


def _invite(unit: UnitOfWork, accounts: Accounts, options: argparse.Namespace) -> str:
    wanted = Invite(options.name, options.email, options.language, options.zone)
    made = accounts.invitations.by_command(unit, wanted, keeper=options.keeper)
    until = time.strftime("%Y-%m-%d %H:%M", time.localtime(made.invitation.expires_at / 1000))
    return f"Good once, until {until}:\n\n    {made.link}\n"


def _do(unit: UnitOfWork, deed: str, whom: str) -> str:
    known = person_by(unit.connection, whom)
    act, _ = DEEDS[deed]
    act(unit, known.id)
    return _line(person_by(unit.connection, known.id))


def _line(known: Known) -> str:
    return f"{known.id:<26}  {known.stage + (', keeper' if known.keeper else ''):<17}  {known.name} <{known.email}>"
