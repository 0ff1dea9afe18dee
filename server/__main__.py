"""The command line: `python -m server serve · migrate · backup · restore …`; without a command it lists them."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import uvloop

from server import serving
from server.accounts.passwords import Passwords
from server.app import Product, build
from server.backup.archive import BackupRefused
from server.backup.making import back_up
from server.backup.restoring import check, put_back
from server.clock import system_clock
from server.config import Config, ConfigError, effective, read_config
from server.conformance import Conformance
from server.database import Database
from server.flows.demo import DemoExists, demo_people, has_data, load_demo
from server.flows.load import load_programme
from server.flows.rebuild import rebuild
from server.installation import begin_new_epoch
from server.logs import set_up_logs
from server.matching.reading import ProblemRefused
from server.metrics import offered
from server.migrations import SchemaIsNewer, migrate
from server.person import add_arguments, person

ROOT = Path(__file__).resolve().parent.parent

Action = Callable[[Config, argparse.Namespace], Awaitable[int]]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    # Being told to end is the usual end: uvicorn drains, then gives the signal on to this.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    action: Action = options.action
    try:
        config = read_config(os.environ, default_data=ROOT / "data", web=ROOT / "web" / "dist")
        set_up_logs(config.log_level)
        with serving.hold_data(config) if options.alone else contextlib.nullcontext():
            return uvloop.run(action(config, options))  # type: ignore[arg-type]
    except (ConfigError, serving.DataInUse, SchemaIsNewer, DemoExists, BackupRefused, ProblemRefused) as error:
        print(_words(error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _words(error: Exception) -> str:
    match error:
        case serving.DataInUse():
            return f"Another process already serves the data in {error}. Stop it first, or set ATELJE_DATA."
        case SchemaIsNewer():
            return f"The database is of a newer version (schema {error}). Install that version, or restore a backup."
        case _:
            return str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m server", description="Atelje's server.")
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name: str, action: Action, words: str, *, alone: bool = True) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=words)
        added.set_defaults(action=action, alone=alone)
        return added

    one = command("serve", serve, "Serve the product; on an empty database print a single-use set-up link.")
    one.add_argument("--demo", action="store_true", help="fill an empty database with the demo programme first")
    command("migrate", migrate_only, "Bring the database to this version's schema.")
    one = command("demo", demo, "Load the demo programme.")
    one.add_argument("--now", type=date.fromisoformat, default=None, metavar="DATE", help="the demo's today")
    one.add_argument("--replace", action="store_true", help="throw away everything that is in the database")
    command("load", load, "Serve a programme for load tests in the data directory, with limits off.")
    command("config", show_config, "Print the settings as they are used, without secrets.", alone=False)
    one = command("backup", backup, "Make one file of the whole database, also while the server runs.", alone=False)
    one.add_argument("file", nargs="?", type=Path, metavar="FILE", help="or a folder; by default one in the data")
    one.add_argument("--keep", type=_at_least_one, metavar="N", help="delete older backups in the folder but so many")
    one = command("restore", restore, "Put a backup back.", alone=False)
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--replace", action="store_true", help="put aside what is there")
    one.add_argument("--check", action="store_true", help="only look whether it could be put back")
    command("conformance", conformance, "Serve the wire alone, open to everybody, for its SDK suites.", alone=False)
    one = command("slots", slots, "Answer a question about common times: JSON in, JSON out.", alone=False)
    one.add_argument("file", metavar="FILE", help="see docs/slots.md; - reads standard input")
    command("rebuild", rebuild_only, "Write everything that follows from the log anew.")
    command(
        "new-epoch", new_epoch, "Tell all clients to read their rooms anew; after a failover that may lack commits."
    )
    one = command("match", solve_matching, "Solve a matching problem from a file, and print the answer.", alone=False)
    one.add_argument("file", metavar="FILE", help="JSON, as docs/matching.md says; - reads standard input")
    add_arguments(command("person", person, "Invite, list, keep out or let in people.", alone=False))
    return parser


async def serve(config: Config, options: argparse.Namespace) -> int:
    database, installation = await serving.open_data(config, system_clock)
    if options.demo and not await database.read(has_data):
        await _load_demo(database, None, replace=False)
    product = build(config, database, installation, Passwords(), system_clock)
    try:
        with offered(product.metrics, config):
            await serving.serve(config, product, lambda: _welcome(config, product))
    finally:
        if product.failed:
            # It drained as if it was told to, but whoever keeps it running has to know that it was not.
            sys.exit(1)
    return 0


async def _welcome(config: Config, product: Product) -> None:
    print(f"\n  Atelje is at {config.url}\n", flush=True)
    people = await product.database.read(demo_people)
    if people:
        print("  Sign in with <name>@example.org and the password atelje-demo, for example as\n")
        for one in people:
            print(f"    {one.key:<10} {one.name}, {one.role}, {one.place}")
        if config.catches_mail:
            print(f"\n  No mail leaves this machine: what would have been sent is at {config.url}/mail")
        print("\n  Two browsers (or one private window) make two people. Ctrl-C ends the server.\n", flush=True)
    elif not await product.database.read(has_data):
        token = await product.accounts.make_set_up_link()
        print(
            f"  Nobody is here yet. Set up the first person, once, at\n\n    {config.url}/set-up#{token}\n", flush=True
        )


async def migrate_only(config: Config, _options: argparse.Namespace) -> int:
    changed = await migrate(config.database_url)
    print("The schema was brought up to date." if changed else "The schema is up to date.")
    return 0


async def demo(config: Config, options: argparse.Namespace) -> int:
    database, _ = await serving.open_data(config, system_clock)
    await _load_demo(database, options.now, replace=options.replace)
    await database.close()
    return 0


async def _load_demo(database: Database, today: date | None, *, replace: bool) -> None:
    done = await load_demo(database, Passwords(), today=today, replace=replace, progress=_progress)
    print(f"\r  {done}", flush=True)


def _progress(done: int, of: int) -> None:
    if sys.stdout.isatty() and (done == of or done % 25 == 0):
        print(f"\r  Loading the demo programme: {done} of {of}", end="", flush=True)


async def load(config: Config, _options: argparse.Namespace) -> int:
    # Whoever knows a person's id is that person here: neither strangers nor real people may come near.
    if not config.loopback:
        raise ConfigError("load serves on loopback only: take ATELJE_HOST away.")
    people = int(os.environ.get("ATELJE_LOAD_PEOPLE", "2000"))
    members = int(os.environ.get("ATELJE_LOAD_ROOM", "2"))
    config = replace(config, limits=False)
    database, installation = await serving.open_data(config, system_clock)
    if await database.read(has_data):
        await database.close()
        raise ConfigError("load needs a database of its own, and people are in this one: set ATELJE_DATA.")
    await database.write_once(lambda connection: load_programme(connection, system_clock(), people, members))
    product = build(config, database, installation, Passwords(), system_clock, tokens_are_names=True)
    with offered(product.metrics, config):
        await serving.serve(config, product)
    return 0


async def show_config(config: Config, _options: argparse.Namespace) -> int:
    settings = effective(os.environ, config)
    width = max(len(name) + len(value) for name, value, _ in settings) + 1
    for name, value, source in settings:
        print(f"{f'{name}={value}':<{width}}  # {source}")
    return 0


def _at_least_one(text: str) -> int:
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number


async def backup(config: Config, options: argparse.Namespace) -> int:
    made = await back_up(config, options.file, options.keep, system_clock)
    print(f"{made.file}: {made.size / 1e6:.1f} MB in {made.seconds:.1f} s.")
    if made.deleted:
        print(f"{made.deleted} older ones were deleted.")
    return 0


async def restore(config: Config, options: argparse.Namespace) -> int:
    if options.check:
        done = await check(config, options.file)
        print(f"It is whole: made by {done.manifest.product} at {done.manifest.at}. Checked in {done.seconds:.1f} s.")
        return 0
    with serving.hold_data(config):
        done = await put_back(config, options.file, system_clock, replace=options.replace)
    print(f"The state of {done.manifest.at} is back, in {done.seconds:.1f} s. Everybody has to sign in again.")
    if done.aside is not None:
        print(f"What was there before lies in {done.aside}: delete it when all is well.")
    return 0


async def conformance(config: Config, _options: argparse.Namespace) -> int:
    if not config.loopback:
        raise ConfigError("conformance serves on loopback only: take ATELJE_HOST away.")
    await serving.serve(config, Conformance(system_clock))
    return 0


async def slots(_config: Config, options: argparse.Namespace) -> int:
    # Loaded only here: the solver takes longer to load than the rest of the server, and nobody else needs it yet.
    from server.scheduling.problem import ProblemRefused, solve

    try:
        file = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()  # noqa: ASYNC240
        print(solve(file).decode())
    except (OSError, ProblemRefused) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


async def rebuild_only(config: Config, _options: argparse.Namespace) -> int:
    database, _ = await serving.open_data(config, system_clock)
    rooms = await database.write_once(rebuild)
    print(f"{rooms} rooms were written anew from their logs.")
    await database.close()
    return 0


async def new_epoch(config: Config, _options: argparse.Namespace) -> int:
    database, _ = await serving.open_data(config, system_clock)
    await database.write_once(begin_new_epoch)
    print("A new epoch has begun. Restart every node.")
    await database.close()
    return 0


async def solve_matching(_config: Config, options: argparse.Namespace) -> int:
    # The solvers take a third of a second and 60 MB to load: only who asks for them pays.
    from server.matching.command import run

    sys.stdout.buffer.write(run(_problem_file(options.file)))
    return 0


def _problem_file(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise ProblemRefused(f"{name}: {error.strerror}") from None


if __name__ == "__main__":
    sys.exit(main())
