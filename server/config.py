"""All settings, read once from the environment: `ATELJE_<NAME>`, or `ATELJE_<NAME>_FILE` naming a file with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit


class ConfigError(Exception):
    """A setting that the server refuses to start with, in words."""


@dataclass(frozen=True, slots=True)
class Config:
    host: str
    port: int
    data: Path
    """The directory of the database, the start stamp and (later) files and backups."""
    url: str
    """The public address: links, the Origin list and the cookie's name and flags follow from it."""
    database_url: str
    redis_url: str | None
    limits: bool
    """Rate and connection limits; off only on loopback, for benchmarks."""
    log_level: str
    web: Path
    """The built browser client."""

    @property
    def secure(self) -> bool:
        return self.url.startswith("https://")

    @property
    def loopback(self) -> bool:
        return self.host in ("127.0.0.1", "::1", "localhost")

    @property
    def embedded(self) -> bool:
        return self.database_url.startswith("sqlite")


def read_config(environment: Mapping[str, str], *, default_data: Path, web: Path) -> Config:
    """Raises ConfigError, naming the setting."""
    setting = _Settings(environment)
    host = setting.get("HOST", "127.0.0.1")
    port = setting.port("PORT", 8000)
    data = Path(setting.get("DATA", str(default_data))).absolute()
    config = Config(
        host=host,
        port=port,
        data=data,
        url=setting.url("URL", f"http://127.0.0.1:{port}"),
        database_url=_database_url(setting.get("DATABASE_URL", f"sqlite:///{quote(str(data / 'atelje.db'))}")),
        redis_url=setting.get("REDIS_URL", "") or None,
        limits=setting.switch("LIMITS", on=True),
        log_level=setting.level("LOG_LEVEL", "info"),
        web=web,
    )
    if not config.limits and not config.loopback:
        raise ConfigError("ATELJE_LIMITS=off is possible on loopback only.")
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
        text = self.get(name, str(default))
        if not re.fullmatch("[0-9]{1,5}", text) or not 0 < int(text) < 65_536:
            raise ConfigError(f"ATELJE_{name} has to be a port between 1 and 65535.")
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
