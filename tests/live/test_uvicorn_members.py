"""The members of the pinned HTTP server that our HTTP protocol overrides or relies on are there, as they were read."""

from __future__ import annotations

import inspect
from importlib.metadata import version

import pytest
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import Server, ServerState

from server.live.transports.adopted import AdoptedSocket
from server.live.transports.uvicorn_protocol import AteljeProtocol

SIGNATURES = {
    "connection_made": "(self, transport: 'asyncio.Transport') -> 'None'",
    "connection_lost": "(self, exc: 'Exception | None') -> 'None'",
    "on_message_begin": "(self) -> 'None'",
    "on_url": "(self, url: 'bytes') -> 'None'",
    "on_header": "(self, name: 'bytes', value: 'bytes') -> 'None'",
    "on_headers_complete": "(self) -> 'None'",
    "on_response_complete": "(self) -> 'None'",
    "handle_websocket_upgrade": "(self) -> 'None'",
    "_should_upgrade_to_ws": "(self) -> 'bool'",
}


def test_the_version_is_the_one_that_was_read() -> None:
    assert version("uvicorn") == "0.54.0"


@pytest.mark.parametrize("member", SIGNATURES)
def test_a_member_has_the_signature_that_was_read(member: str) -> None:
    assert str(inspect.signature(getattr(HttpToolsProtocol, member))) == SIGNATURES[member]


@pytest.mark.parametrize("member", sorted(set(vars(AteljeProtocol)) & set(vars(HttpToolsProtocol))))
def test_an_override_takes_what_the_original_takes(member: str) -> None:
    original = getattr(HttpToolsProtocol, member)
    if callable(original):
        parameters = inspect.signature(getattr(AteljeProtocol, member)).parameters
        assert list(parameters) == list(inspect.signature(original).parameters)


def test_attributes_that_are_used_are_set_by_the_constructor() -> None:
    source = inspect.getsource(HttpToolsProtocol.__init__)
    for attribute in (
        "transport",
        "flow",
        "server",
        "client",
        "scheme",
        "connections",
        "tasks",
        "loop",
        "app",
        "parser",
    ):
        assert f"self.{attribute}" in source


def test_a_request_knows_whether_it_was_answered_and_whether_its_body_is_whole() -> None:
    source = inspect.getsource(RequestResponseCycle.send)
    assert source.index("self.response_complete = True") < source.index("self.on_response()")
    assert "self.cycle.more_body = False" in inspect.getsource(HttpToolsProtocol.on_message_complete)


def test_what_the_original_sets_when_a_connection_comes_is_set_by_ours_too() -> None:
    original, ours = (inspect.getsource(one.connection_made) for one in (HttpToolsProtocol, AteljeProtocol))
    for attribute in ("transport", "flow", "server", "client", "scheme"):
        assert f"self.{attribute} = " in original
        assert f"self.{attribute} = " in ours


def test_an_upgrade_ends_the_parser_with_an_exception_that_leads_to_ours() -> None:
    source = inspect.getsource(HttpToolsProtocol.data_received)
    assert source.index("HttpParserUpgrade") < source.index("self.handle_websocket_upgrade()")


def test_the_server_waits_for_its_connections_and_calls_their_shutdown() -> None:
    assert isinstance(ServerState().connections, set)
    assert "connection.shutdown()" in inspect.getsource(Server.shutdown)
    assert callable(AdoptedSocket.shutdown)


def test_an_adopted_socket_has_no_dictionary() -> None:
    assert not hasattr(AdoptedSocket.__new__(AdoptedSocket), "__dict__")


def test_the_scope_is_there_before_the_head_is_complete_and_goes_to_the_application() -> None:
    assert "self.scope = {" in inspect.getsource(HttpToolsProtocol.on_message_begin)
    assert "scope=self.scope" in inspect.getsource(HttpToolsProtocol.on_headers_complete)


def test_an_empty_part_of_an_answer_waits_until_the_socket_has_taken_the_one_before() -> None:
    source = inspect.getsource(RequestResponseCycle.send)
    assert source.index("await self.flow.drain()") < source.index("self.transport.write(")
