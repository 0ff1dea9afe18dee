"""All settings, read once from the environment: `ATELJE_<NAME>`, or `ATELJE_<NAME>_FILE` naming a file with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.headerregistry import Address
from ipaddress import ip_network
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote, urlsplit


class ConfigError(Exception):
    """A setting that the server refuses to start with, in words."""


LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where outgoing mail is handed over. Without TLS only on this machine: links that sign people in are in it."""

    host: str
    port: int
    tls: Literal["at once", "after greeting", "none"]
    name: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Config:
    host: str
    port: int
    data: Path
    """The directory of the database, the start stamp and, unless they lie elsewhere, files."""
    url: str
    """The public address: links, the Origin list and the cookie's name and flags follow from it."""
    database_url: str
    redis_url: str | None
    limits: bool
    """Rate and connection limits; off only on loopback, for benchmarks."""
    log_level: str
    web: Path
    """The built browser client."""
    mail_server: MailServer | None
    """None: nothing leaves."""
    mail_from: Address
    proxies: tuple[str, ...]
    """Addresses and networks that are believed when they say whose request they pass on."""
    metrics_host: str
    metrics_port: int | None
    """None: nobody is told any figures."""
    security_contact: str | None
    """An address (mailto: or https:) for who has found a hole."""
    call_server: str | None
    """A Jitsi Meet of the programme's own, with which links for calls are made."""
    bbb_url: str | None
    """A BigBlueButton of the programme's own, with the path before its `/api`."""
    bbb_secret: str = field(repr=False)
    replies_key: str = field(repr=False)
    """What whoever hands over the answers of calendars has to know; empty: nobody does."""
    s3_url: str | None = field(repr=False)
    """Where the bytes of files lie; None: in `data`."""
    room_files: int
    """Bytes that the files of one room may take."""
    outside: frozenset[str]
    """Why the server may ask others: `push`, `calendars`; `loopback`: this machine too, without TLS, for tests."""

    @property
    def secure(self) -> bool:
        return self.url.startswith("https://")

    @property
    def loopback(self) -> bool:
        return self.host in LOOPBACK

    @property
    def at_home(self) -> bool:
        """Only this machine reaches it: neither the socket nor the public address can be reached from elsewhere."""
        return self.loopback and urlsplit(self.url).hostname in LOOPBACK

    @property
    def catches_mail(self) -> bool:
        """What would be mailed is shown on this machine instead."""
        return self.mail_server is None and self.at_home

    @property
    def embedded(self) -> bool:
        return self.database_url.startswith("sqlite")


def read_config(environment: Mapping[str, str], *, default_data: Path, web: Path) -> Config:
    """Raises ConfigError, naming the setting."""
    setting = _Settings(environment)
    host = setting.get("HOST", "127.0.0.1")
    port = setting.port("PORT", 8000)
    data = Path(setting.get("DATA", str(default_data))).absolute()
    url = setting.url("URL", f"http://127.0.0.1:{port}")
    mail_server = _mail_server(setting.get("SMTP_URL", ""))
    config = Config(
        host=host,
        port=port,
        data=data,
        url=url,
        database_url=_database_url(setting.get("DATABASE_URL", f"sqlite:///{quote(str(data / 'atelje.db'))}")),
        redis_url=setting.get("REDIS_URL", "") or None,
        limits=setting.switch("LIMITS", on=True),
        log_level=setting.level("LOG_LEVEL", "info"),
        web=web,
        mail_server=mail_server,
        mail_from=_mail_from(setting.get("MAIL_FROM", ""), url, needed=mail_server is not None),
        proxies=_proxies(setting.get("PROXIES", "127.0.0.1,::1")),
        metrics_host=setting.get("METRICS_HOST", "127.0.0.1"),
        metrics_port=setting.port("METRICS_PORT", 0) or None,
        security_contact=_contact(setting.get("SECURITY_CONTACT", "")),
        call_server=_call_server(setting.get("CALL_SERVER", "")),
        bbb_url=_call_server(setting.get("BBB_URL", ""), "BBB_URL"),
        bbb_secret=setting.get("BBB_SECRET", ""),
        replies_key=_replies_key(setting.get("REPLIES_KEY", "")),
        s3_url=_s3_url(setting.get("S3_URL", "")),
        room_files=setting.number("ROOM_FILES_MB", 500, most=1_000_000) * 2**20,
        outside=_outside(setting.get("OUTSIDE", "none")),
    )
    if config.bbb_url and not config.bbb_secret:
        raise ConfigError("ATELJE_BBB_URL needs ATELJE_BBB_SECRET: `bbb-conf --secret` tells it.")
    if not config.limits and not config.loopback:
        raise ConfigError("ATELJE_LIMITS=off is possible on loopback only.")
    if "loopback" in config.outside and not config.at_home:
        raise ConfigError("ATELJE_OUTSIDE can hold loopback on loopback only.")
    if config.redis_url and config.embedded:
        raise ConfigError("ATELJE_REDIS_URL needs ATELJE_DATABASE_URL of a PostgreSQL: many nodes can't share a file.")
    return config


@dataclass(frozen=True, slots=True)
class _Settings:
    environment: Mapping[str, str]

    def get(self, name: str, default: str) -> str:
        file = self.environment.get(f"ATELJE_{name}_FILE")
        if not file:
            return self.environment.get(f"ATELJE_{name}") or default
        try:
            return Path(file).read_text(encoding="utf-8").strip() or default
        except OSError as error:
            raise ConfigError(f"ATELJE_{name}_FILE can't be read: {error.strerror}.") from None
        except UnicodeDecodeError:
            raise ConfigError(f"ATELJE_{name}_FILE has to hold text in UTF-8.") from None

    def port(self, name: str, default: int) -> int:
        """0 for none, where that is the default."""
        text = self.get(name, str(default))
        if not re.fullmatch("[0-9]{1,5}", text) or not min(default, 1) <= int(text) < 65_536:
            raise ConfigError(f"ATELJE_{name} has to be a port between 1 and 65535.")
        return int(text)

    def number(self, name: str, default: int, *, most: int) -> int:
        text = self.get(name, str(default))
        if not re.fullmatch("[0-9]{1,9}", text) or not 1 <= int(text) <= most:
            raise ConfigError(f"ATELJE_{name} has to be a number from 1 to {most}.")
        return int(text)

    def switch(self, name: str, *, on: bool) -> bool:
        text = self.get(name, "on" if on else "off").lower()
        if text not in ("on", "off"):
            raise ConfigError(f"ATELJE_{name} has to be on or off.")
        return text == "on"

    def url(self, name: str, default: str) -> str:
        """As browsers spell an origin: lower case, without the port that the scheme implies."""
        try:
            parts = urlsplit(self.get(name, default).rstrip("/"))
            host, port = parts.hostname or "", parts.port
        except ValueError:
            parts, host, port = urlsplit(""), "", None
        bare = parts._replace(scheme="", netloc="").geturl() == "" and "@" not in parts.netloc
        if parts.scheme not in _PORTS or not host or not host.isascii() or not bare:
            raise ConfigError(f"ATELJE_{name} has to be an address such as https://rooms.example.org, without a path.")
        shown = f"[{host}]" if ":" in host else host
        return f"{parts.scheme}://{shown}" + ("" if port in (None, _PORTS[parts.scheme]) else f":{port}")

    def level(self, name: str, default: str) -> str:
        text = self.get(name, default).upper()
        if text not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ConfigError(f"ATELJE_{name} has to be debug, info, warning or error.")
        return text


_PORTS = {"http": 80, "https": 443}


def _database_url(url: str) -> str:
    """Names the drivers: a URL that says only `postgresql` or `sqlite` means ours."""
    scheme, _, rest = url.partition("://")
    match scheme:
        case "sqlite" | "sqlite+aiosqlite" if len(rest) > 1 and ":memory:" not in rest:
            return f"sqlite://{rest}"
        case "postgresql" | "postgres" | "postgresql+asyncpg" if rest:
            return f"postgresql+asyncpg://{rest}"
        case _:
            raise ConfigError("ATELJE_DATABASE_URL has to begin with sqlite:/// and a file, or with postgresql://.")


def _proxies(text: str) -> tuple[str, ...]:
    if text == "none":
        return ()
    try:
        networks = [ip_network(one.strip()) for one in text.split(",")]
    except ValueError:
        networks = []
    # A network of everybody would let all visitors choose their own address.
    if not networks or any(network.prefixlen == 0 for network in networks):
        raise ConfigError("ATELJE_PROXIES has to be none, or addresses and networks such as 10.0.0.2,10.1.0.0/24.")
    return tuple(str(n.network_address) if n.num_addresses == 1 else str(n) for n in networks)


def _contact(text: str) -> str | None:
    if re.fullmatch(r"[\w.+-]{1,64}@[A-Za-z0-9.-]{1,253}", text, re.ASCII):
        return f"mailto:{text}"
    if text and not re.fullmatch(r"(mailto:|https://)[!-~]{1,250}", text):
        raise ConfigError("ATELJE_SECURITY_CONTACT has to be a mail address or begin with https://.")
    return text or None


def _call_server(text: str, name: str = "CALL_SERVER") -> str | None:
    """Without TLS only on this machine: browsers give a page no microphone else."""
    try:
        parts = urlsplit(text.rstrip("/"))
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    safe = parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)
    bare = not parts.query and not parts.fragment and "@" not in parts.netloc and re.fullmatch(r"[!-~]*", text)
    if text and not (safe and host and bare):
        raise ConfigError(f"ATELJE_{name} has to be an address such as https://meet.example.org.")
    return parts.geturl() or None


def _replies_key(text: str) -> str:
    if text and not re.fullmatch(r"[!-~]{20,200}", text):
        raise ConfigError("ATELJE_REPLIES_KEY has to be 20 to 200 letters and digits that nobody guesses.")
    return text


def _outside(text: str) -> frozenset[str]:
    chosen = frozenset(one.strip() for one in text.split(",")) - ({"none"} if text == "none" else set())
    if not chosen <= {"push", "calendars", "loopback"}:
        raise ConfigError("ATELJE_OUTSIDE has to be none, or push, calendars or both with a comma.")
    return chosen


def _s3_url(url: str) -> str | None:
    """Keys go to another machine through TLS only."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host, keys, _port = parts.hostname or "", parts.username and parts.password, parts.port
    except ValueError:
        parts, host, keys = urlsplit(""), "", None
    secret = parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)
    if not secret or not host or not keys or not parts.path.strip("/") or parts.fragment:
        raise ConfigError("ATELJE_S3_URL has to be an address such as https://key:secret@s3.example.org/bucket.")
    return url


def _mail_server(url: str) -> MailServer | None:
    """`smtps://name:password@host` speaks TLS at once, `smtp://…` after the greeting, and not within this machine."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    bare = parts._replace(scheme="", netloc="").geturl() in ("", "/")
    if parts.scheme not in _MAIL_PORTS or not host or not bare:
        raise ConfigError("ATELJE_SMTP_URL has to be an address such as smtps://name:password@mail.example.org.")
    tls: Literal["at once", "after greeting", "none"] = "at once" if parts.scheme == "smtps" else "after greeting"
    if tls == "after greeting" and host in LOOPBACK:
        tls = "none"
    name = None if parts.username is None else unquote(parts.username)
    password = None if parts.password is None else unquote(parts.password)
    return MailServer(host, port or _MAIL_PORTS[parts.scheme], tls, name, password)


_MAIL_PORTS = {"smtp": 587, "smtps": 465}


def _mail_from(text: str, url: str, *, needed: bool) -> Address:
    """By default a name at the public address, which has to be one that mail can come from."""
    host = urlsplit(url).hostname or ""
    if not text and needed and (host in LOOPBACK or re.fullmatch(r"[0-9.]+|.*:.*", host)):
        raise ConfigError("ATELJE_MAIL_FROM has to be set when mail goes out from an address without a name.")
    given = _FROM.fullmatch(text or f"Atelje <atelje@{host}>")
    if given is None:
        raise ConfigError("ATELJE_MAIL_FROM has to be an address such as Atelje <atelje@rooms.example.org>.")
    return Address(given["shown"] or "Atelje", given["name"], given["host"])


_FROM = re.compile(
    r"(?:\"?(?P<shown>[^\"<>\x00-\x1f]*?)\"? *<)?(?P<name>[\w.+-]{1,64})@(?P<host>[A-Za-z0-9.:-]{1,253})>?", re.ASCII
)


# ── shown to who keeps the server ─────────────────────────────────────────────────────────────────────────────────────


def effective(environment: Mapping[str, str], config: Config) -> list[tuple[str, str, str]]:
    """Each setting as it is used, without secrets: its name, its value, and where that comes from."""
    return [
        (f"ATELJE_{name}", value, _source(environment, name)) for name, value in _values(environment, config).items()
    ]


def _values(environment: Mapping[str, str], config: Config) -> dict[str, str]:
    return {
        "URL": config.url,
        "HOST": config.host,
        "PORT": str(config.port),
        "DATA": str(config.data),
        "DATABASE_URL": _without_secrets(config.database_url),
        "REDIS_URL": _without_secrets(config.redis_url or ""),
        "SMTP_URL": _without_secrets(_Settings(environment).get("SMTP_URL", "")),
        "MAIL_FROM": str(config.mail_from),
        "LIMITS": "on" if config.limits else "off",
        "LOG_LEVEL": config.log_level.lower(),
        "PROXIES": ",".join(config.proxies) or "none",
        "METRICS_HOST": config.metrics_host,
        "METRICS_PORT": str(config.metrics_port or ""),
        "SECURITY_CONTACT": config.security_contact or "",
        "CALL_SERVER": config.call_server or "",
        "BBB_URL": config.bbb_url or "",
        "BBB_SECRET": "***" if config.bbb_secret else "",
        "REPLIES_KEY": "***" if config.replies_key else "",
        "S3_URL": _without_secrets(config.s3_url or ""),
        "ROOM_FILES_MB": str(config.room_files // 2**20),
        "OUTSIDE": ",".join(sorted(config.outside)) or "none",
    }


def _source(environment: Mapping[str, str], name: str) -> str:
    if file := environment.get(f"ATELJE_{name}_FILE"):
        return f"the file {file}"
    return "the environment" if environment.get(f"ATELJE_{name}") else "by default"


def _without_secrets(url: str) -> str:
    url = re.sub(r"://([^:@/]*):.*@", r"://\1:***@", url)
    return re.sub(r"(?i)([?&][^=&]*(?:pass|secret|key|token)[^=&]*=)[^&]*", r"\1***", url)
