"""The contract as OpenAPI 3.1, served at `/api/v1/openapi.json`."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from server.catalogue.table import COMMANDS, VIEWS, View, structs
from server.contract.refusals import REFUSALS

Schema = dict[str, Any]

_PROBLEM: Schema = {
    "type": "object",
    "description": "Problem details. `code` is stable; `title` says in words what is wrong.",
    "required": ["type", "title", "status", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "enum": list(REFUSALS)},
    },
    "additionalProperties": True,
}


def openapi(version: str) -> Schema:
    """The document for this version of the product."""
    _, components = msgspec.json.schema_components(structs(), ref_template="#/components/schemas/{name}")
    paths: dict[str, Schema] = {}
    for view in VIEWS:
        paths.setdefault(view.path, {})[view.method.lower()] = _view(view)
    for name, command in COMMANDS.items():
        words = (command.data.__doc__ or "").strip()
        paths[f"/api/v1/rpc/{name}"] = {"post": _operation(name, words, command.data, command.reply, person=True)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Atelje", "version": version, "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}},
        "paths": paths,
        "components": {
            "schemas": {**components, "Problem": _PROBLEM},
            "securitySchemes": {"cookie": {"type": "apiKey", "in": "cookie", "name": "__Host-atelje"}},
        },
    }


def _view(view: View) -> Schema:
    name = f"{view.method.lower()} {view.path.removeprefix('/api/v1/')}"
    operation = _operation(name, (view.reply and view.reply.__doc__) or "", view.body, view.reply, person=view.person)
    operation["parameters"] = [
        {"name": found, "in": "path", "required": True, "schema": {"type": "string"}}
        for found in re.findall(r"{(\w+)}", view.path)
    ]
    if view.path.endswith("/talk"):
        offset = {"type": "integer", "minimum": 1}
        operation["parameters"] += [
            {"name": name, "in": "query", "required": False, "schema": offset} for name in ("before", "after", "around")
        ]
    if view.query is not None:
        fields = msgspec.json.schema_components([view.query])[1][view.query.__name__]["properties"]
        operation["parameters"] += [
            {"name": name, "in": "query", "required": False, "schema": schema} for name, schema in fields.items()
        ]
    return operation


def _operation(
    name: str, words: str, body: type[msgspec.Struct] | None, reply: type[msgspec.Struct] | None, *, person: bool
) -> Schema:
    done: Schema = {"description": "Done."}
    if reply is not None:
        done["content"] = {"application/json": {"schema": _ref(reply.__name__)}}
    refused = {"description": "Refused.", "content": {"application/problem+json": {"schema": _ref("Problem")}}}
    operation: Schema = {
        "operationId": re.sub(r"\W+", "_", name).strip("_"),
        "summary": words.strip().split("\n")[0],
        "responses": {"200": done, "default": refused},
        "security": [{"cookie": []}] if person else [],
    }
    if body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": _ref(body.__name__)}},
        }
    return operation


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
