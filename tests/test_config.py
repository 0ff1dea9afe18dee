"""Settings from the environment: what they may be, and how a wrong one is refused."""

from __future__ import annotations

from email.headerregistry import Address
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from server.config import Config, ConfigError, effective, read_config
from server.database import open_database
from tests.test_repository import read_settings


def read(data: Path = Path("/data"), **environment: str) -> Config:
    named = {f"ATELJE_{name}": value for name, value in environment.items()}
    return read_config(named, default_data=data, web=Path("/web"))


def refused(**environment: str) -> str:
    with pytest.raises(ConfigError) as error:
        read(**environment)
    return str(error.value)


def test_nothing_has_to_be_set() -> None:
    assert read() == Config(
        host="127.0.0.1",
        port=8000,
        data=Path("/data"),
        url="http://127.0.0.1:8000",
        database_url="sqlite:////data/atelje.db",
        redis_url=None,
        limits=True,
        log_level="INFO",
        web=Path("/web"),
        mail_server=None,
        mail_from=Address("Atelje", "atelje", "127.0.0.1"),
        proxies=("127.0.0.1", "::1"),
        metrics_host="127.0.0.1",
        metrics_port=None,
        security_contact=None,
        bbb_url=None,
        bbb_secret="",
        replies_key="",
        call_server=None,
        s3_url=None,
        room_files=500 * 2**20,
        outside=frozenset(),
    )
    assert read().embedded
    assert read().loopback
    assert not read().secure


def test_the_large_form() -> None:
    config = read(
        HOST="0.0.0.0",
        URL="https://rooms.example.org/",
        DATABASE_URL="postgres://atelje@db/atelje",
        REDIS_URL="redis://cache:6379/1",
        LOG_LEVEL="debug",
    )
    assert (config.url, config.secure, config.loopback) == ("https://rooms.example.org", True, False)
    assert (config.database_url, config.embedded) == ("postgresql+asyncpg://atelje@db/atelje", False)
    assert (config.redis_url, config.log_level) == ("redis://cache:6379/1", "DEBUG")


def test_the_port_is_part_of_the_default_address() -> None:
    assert read(PORT="8123").url == "http://127.0.0.1:8123"


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80a", " ", "٣", "²", "8000.0", "9" * 5_000])
def test_a_port_is_a_port(port: str) -> None:
    assert "ATELJE_PORT" in refused(PORT=port)


def test_proxies_are_named_exactly() -> None:
    assert read(PROXIES="10.0.0.2, 10.1.0.0/24,fd00::/64").proxies == ("10.0.0.2", "10.1.0.0/24", "fd00::/64")
    assert read(PROXIES="none").proxies == ()
    for wrong in ("*", "0.0.0.0/0", "::/0", "proxy.example.org", "10.0.0.2,", "10.0.0.1/24"):
        assert "ATELJE_PROXIES" in refused(PROXIES=wrong)


def test_calls_are_made_on_a_server_that_browsers_give_a_microphone() -> None:
    assert read(CALL_SERVER="https://meet.example.org/").call_server == "https://meet.example.org"
    assert read(CALL_SERVER="https://example.org/meet").call_server == "https://example.org/meet"
    assert read(CALL_SERVER="http://localhost:8443").call_server == "http://localhost:8443"
    for wrong in (
        "meet.example.org",
        "http://meet.example.org",
        "https://me@meet.example.org",
        "https://",
        "https://[::1",
    ):
        assert "ATELJE_CALL_SERVER" in refused(CALL_SERVER=wrong)
    assert "ATELJE_CALL_SERVER" in refused(CALL_SERVER="https://meet.example.org/?jwt=1")


def test_nobody_outside_is_asked_unless_it_is_said_why() -> None:
    assert read().outside == frozenset()
    assert read(OUTSIDE="none").outside == frozenset()
    assert read(OUTSIDE="push, calendars").outside == {"push", "calendars"}
    assert read(OUTSIDE="push,loopback").outside == {"push", "loopback"}
    for wrong in ("on", "all", "push;calendars", "none,push", ","):
        assert "ATELJE_OUTSIDE" in refused(OUTSIDE=wrong)
    assert "ATELJE_OUTSIDE" in refused(OUTSIDE="push,loopback", URL="https://rooms.example.org")


def test_a_contact_is_one_that_can_be_written_to() -> None:
    assert read(SECURITY_CONTACT="safe@example.org").security_contact == "mailto:safe@example.org"
    assert read(SECURITY_CONTACT="https://example.org/holes").security_contact == "https://example.org/holes"
    for wrong in ("somebody", "http://example.org", "a@b\nExpires: never", "https://example.org/a\nb"):
        assert "ATELJE_SECURITY_CONTACT" in refused(SECURITY_CONTACT=wrong)


def test_files_lie_beside_the_database_or_with_a_service_that_is_reached_in_secret() -> None:
    url = "https://key:se%2Fcret@s3.example.org:9000/bucket/folder?region=eu"
    assert read(S3_URL=url).s3_url == url
    assert read(S3_URL="http://key:secret@127.0.0.1:9000/bucket").s3_url
    for wrong in (
        "bucket",
        "http://key:secret@s3.example.org/bucket",
        "https://s3.example.org/bucket",
        "https://a:b@c",
    ):
        assert "ATELJE_S3_URL" in refused(S3_URL=wrong)
    shown = {name: value for name, value, _ in effective({"ATELJE_S3_URL": url}, read(S3_URL=url))}
    assert shown["ATELJE_S3_URL"] == "https://key:***@s3.example.org:9000/bucket/folder?region=eu"
    assert read(ROOM_FILES_MB="20").room_files == 20 * 2**20
    for wrong in ("0", "-1", "many", "1000001", "1.5"):
        assert "ATELJE_ROOM_FILES_MB" in refused(ROOM_FILES_MB=wrong)


def test_every_setting_is_shown_as_it_is_used_and_no_secret(tmp_path: Path) -> None:
    file = tmp_path / "smtp"
    file.write_text("smtps://name:canary%40one@mail.example.org")
    environment = {
        "ATELJE_URL": "https://rooms.example.org/",
        "ATELJE_DATABASE_URL": "postgres://atelje:canary/two@db/atelje?sslpassword=canary3",
        "ATELJE_REDIS_URL": "redis://:canary@4@cache",
        "ATELJE_SMTP_URL_FILE": str(file),
    }
    shown = effective(environment, read_config(environment, default_data=Path("/data"), web=Path("/web")))
    assert {name for name, _, _ in shown} == read_settings()
    assert "canary" not in str(shown)
    assert ("ATELJE_URL", "https://rooms.example.org", "the environment") in shown
    assert ("ATELJE_SMTP_URL", "smtps://name:***@mail.example.org", f"the file {file}") in shown
    assert ("ATELJE_REDIS_URL", "redis://:***@cache", "the environment") in shown
    assert ("ATELJE_PORT", "8000", "by default") in shown


def test_figures_are_for_who_asked_for_them() -> None:
    assert read(METRICS_PORT="9100").metrics_port == 9100
    assert read(METRICS_PORT="0").metrics_port is None
    assert "ATELJE_METRICS_PORT" in refused(METRICS_PORT="70000")


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ("https://Rooms.Example.ORG", "https://rooms.example.org"),
        ("HTTPS://rooms.example.org:443", "https://rooms.example.org"),
        ("http://localhost:80/", "http://localhost"),
        ("https://rooms.example.org:8443", "https://rooms.example.org:8443"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://xn--e1aybc.example", "https://xn--e1aybc.example"),
    ],
)
def test_the_address_is_spelled_as_browsers_spell_an_origin(given: str, origin: str) -> None:
    assert read(URL=given).url == origin


@pytest.mark.parametrize(
    "url",
    [
        "rooms.example.org",
        "ftp://rooms.example.org",
        "https://",
        "https://a/b",
        "https://a?b",
        "https://a#b",
        "https://u@a",
        "https://u:p@a",
        "https://a:99999",
        "https://a:b",
        "https://[::1",
        "https://тест.example",
    ],
)
def test_an_address_that_could_not_be_an_origin_is_refused(url: str) -> None:
    assert "ATELJE_URL" in refused(URL=url)


@pytest.mark.parametrize(
    "url", ["mysql://x", "sqlite://", "sqlite:///", "sqlite:///:memory:", "atelje.db", "postgresql"]
)
def test_a_database_that_can_not_hold_the_rooms_is_refused(url: str) -> None:
    assert "ATELJE_DATABASE_URL" in refused(DATABASE_URL=url)


def test_redis_is_for_many_nodes() -> None:
    assert "ATELJE_REDIS_URL" in refused(REDIS_URL="redis://cache")


def test_limits_are_off_on_loopback_only() -> None:
    assert not read(LIMITS="Off").limits
    assert "ATELJE_LIMITS" in refused(LIMITS="off", HOST="0.0.0.0")
    assert "ATELJE_LIMITS" in refused(LIMITS="maybe")


def test_a_log_level_that_nobody_knows_is_refused() -> None:
    assert "ATELJE_LOG_LEVEL" in refused(LOG_LEVEL="loud")


def test_a_setting_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text("https://rooms.example.org\n")
    assert read(URL_FILE=str(file), URL="https://other.example.org").url == "https://rooms.example.org"
    assert read(URL_FILE="", URL="https://other.example.org").url == "https://other.example.org"


def test_a_file_that_can_not_be_read_is_refused_by_name(tmp_path: Path) -> None:
    assert "ATELJE_REDIS_URL_FILE" in refused(REDIS_URL_FILE=str(tmp_path / "none"))
    assert "ATELJE_REDIS_URL_FILE" in refused(REDIS_URL_FILE=str(tmp_path))
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    assert "ATELJE_REDIS_URL_FILE" in refused(REDIS_URL_FILE=str(tmp_path / "binary"))


def test_an_empty_file_is_an_empty_setting(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")
    assert read(PORT_FILE=str(tmp_path / "empty")).port == 8000


@pytest.mark.parametrize("name", ["plain", "with space", "Jože's", "100%", "a%20b", "a?b", "a#b", "соба"])
async def test_the_data_may_be_in_any_directory(tmp_path: Path, name: str) -> None:
    data = tmp_path / name
    data.mkdir()
    config = read(DATA=str(data))
    assert make_url(config.database_url).database == str(data / "atelje.db")
    database = open_database(config.database_url)
    await database.write_once(lambda c: c.execute(text("CREATE TABLE t (a)")))
    assert await database.read(lambda c: c.execute(text("SELECT count(*) FROM t")).scalar()) == 0
    await database.close()
    assert "atelje.db" in {one.name for one in data.iterdir()}


@pytest.mark.parametrize("key", ["short", "with a blank in the middle", "x" * 201])
def test_a_key_that_is_guessed_is_none(key: str) -> None:
    assert "ATELJE_REPLIES_KEY" in refused(REPLIES_KEY=key)
