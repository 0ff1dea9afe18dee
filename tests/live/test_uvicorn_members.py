"""The members of the pinned HTTP server that adopting a socket overrides or relies on are there, as they were read."""

from __future__ import annotations

import inspect
from importlib.metadata import version

import pytest
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import Server, ServerState

from server.live.transports.adopted import AdoptedSocket
from server.live.transports.uvicorn_protocol import AdoptableProtocol

SIGNATURES = {
    "data_received": "(self, data: 'bytes') -> 'None'",
    "handle_connect": "(self, event: 'Request') -> 'None'",
    "on_task_complete": "(self, task: 'asyncio.Task[None]') -> 'None'",
    "stop_keepalive": "(self) -> 'None'",
    "connection_made": "(self, transport: 'BaseTransport') -> 'None'",
    "run_asgi": "(self) -> 'None'",
    "shutdown": "(self) -> 'None'",
}


def test_the_version_is_the_one_that_was_read() -> None:
    assert version("uvicorn") == "0.54.0"


@pytest.mark.parametrize("member", SIGNATURES)
def test_a_member_has_the_signature_that_was_read(member: str) -> None:
    assert str(inspect.signature(getattr(WebSocketsSansIOProtocol, member))) == SIGNATURES[member]


@pytest.mark.parametrize("member", sorted(set(vars(AdoptableProtocol)) & set(SIGNATURES)))
def test_an_override_takes_what_the_original_takes(member: str) -> None:
    original = inspect.signature(getattr(WebSocketsSansIOProtocol, member))
    assert list(inspect.signature(getattr(AdoptableProtocol, member)).parameters) == list(original.parameters)


def test_attributes_that_are_used_are_set_by_the_constructor() -> None:
    source = inspect.getsource(WebSocketsSansIOProtocol.__init__)
    for attribute in ("transport", "connections", "conn", "handshake_initiated", "handshake_complete"):
        assert f"self.{attribute}" in source


def test_the_scope_is_made_in_handle_connect_and_the_application_starts_later() -> None:
    source = inspect.getsource(WebSocketsSansIOProtocol.handle_connect)
    assert '"extensions": {' in source
    assert source.index("self.scope") < source.index("create_task(self.run_asgi())")


def test_the_server_waits_for_its_connections_and_calls_their_shutdown() -> None:
    assert isinstance(ServerState().connections, set)
    assert "connection.shutdown()" in inspect.getsource(Server.shutdown)
    assert callable(AdoptedSocket.shutdown)


def test_an_adopted_socket_has_no_dictionary() -> None:
    assert not hasattr(AdoptedSocket.__new__(AdoptedSocket), "__dict__")
