"""Protobuf as the protocol's own Python SDK spells it, told and read as JSON, so that one test does for both."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from centrifuge.protocol import client_pb2 as sdk  # type: ignore[import-untyped]

ALWAYS_TOLD: dict[str, dict[str, Any]] = {
    "SubscribeResult": {"offset": 0},
    "HistoryResult": {"offset": 0, "publications": []},
}
"""What is zero or empty too, where JSON says so."""


def commands(text: str) -> bytes:
    """Commands as a frame of JSON holds them."""
    return b"".join(delimited(_filled(sdk.Command(), json.loads(line))) for line in text.strip().split("\n"))


def emulation(post: dict[str, str]) -> bytes:
    """A post's body; its data as JSON has it."""
    request = sdk.EmulationRequest(session=post["session"], node=post["node"], data=commands(post["data"]))
    body: bytes = request.SerializeToString()
    return body


def replies(frame: bytes) -> list[dict[str, Any]]:
    found = []
    while frame:
        size, start = 0, 0
        while True:
            size |= (frame[start] & 127) << 7 * start
            start += 1
            if frame[start - 1] < 128:
                break
        found.append(_told(sdk.Reply.FromString(frame[start : start + size])))
        frame = frame[start + size :]
    return found


def delimited(message: Any) -> bytes:
    body: bytes = message.SerializeToString()
    return length(len(body)) + body


def length(size: int) -> bytes:
    head = []
    while size > 127:
        head.append(size & 127 | 128)
        size >>= 7
    return bytes([*head, size])


def _filled(message: Any, given: dict[str, Any]) -> Any:
    for name, value in given.items():
        field = message.DESCRIPTOR.fields_by_name.get(name)
        if field is None or value is None:
            continue
        if field.type == field.TYPE_BYTES:
            setattr(message, name, json.dumps(value, ensure_ascii=False).encode())
        elif field.type != field.TYPE_MESSAGE:
            setattr(message, name, value)
        elif field.message_type.GetOptions().map_entry:
            for key, one in value.items():
                _filled(getattr(message, name)[key], one)
        else:
            getattr(message, name).SetInParent()
            _filled(getattr(message, name), value)
    return message


def _told(message: Any) -> dict[str, Any]:
    told: dict[str, Any] = dict(ALWAYS_TOLD.get(message.DESCRIPTOR.name, {}))
    return told | {field.name: _value(field, value) for field, value in message.ListFields()}


def _value(field: Any, value: Any) -> Any:
    if field.type == field.TYPE_BYTES:
        return json.loads(value)
    if field.type != field.TYPE_MESSAGE:
        return value
    if field.message_type.GetOptions().map_entry:
        return {key: _told(value[key]) for key in value}
    return [_told(one) for one in value] if isinstance(value, Sequence) else _told(value)
