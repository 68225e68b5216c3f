"""The JSON schema of settings files, for editors: completion, descriptions, and errors while typing."""

from __future__ import annotations

import inspect
import json
from typing import Any

import msgspec

from reread.server.configuration import REPOSITORY_MAY_SET
from reread.server.settings import Settings

FILE = ".reread/settings.schema.json"
"""Where `reread init` puts it in a repository."""


_ONLY_YOURS = "Only in your own settings or the editor: a repository cannot set it."


def schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) of `reread.toml` and of the user's `config.toml`."""
    _, definitions = msgspec.json.schema_components([Settings], ref_template="#/$defs/{name}")
    root = definitions.pop("Settings")
    root["properties"]["$schema"] = {"type": "string"}
    for definition in (root, *definitions.values()):
        definition["description"] = inspect.cleandoc(definition.get("description", ""))
    for key in sorted(_keys(root, definitions)):
        if key not in REPOSITORY_MAY_SET and not key.startswith(("rules.severity", "rules.options", "$schema")):
            _described(key, root, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://reread.invalid/settings.schema.json",
        "title": "Settings of Reread",
        **{name: value for name, value in root.items() if name not in ("title", "required")},
        "$defs": definitions,
    }


def text() -> str:
    """The schema as it is written to a file."""
    return json.dumps(schema(), indent=2) + "\n"


def _keys(table: dict[str, Any], definitions: dict[str, Any], prefix: str = "") -> list[str]:
    found = []
    for name, value in table["properties"].items():
        inner = definitions.get(value.get("$ref", "").rpartition("/")[2])
        found += _keys(inner, definitions, f"{prefix}{name}.") if inner is not None else [f"{prefix}{name}"]
    return found


def _described(key: str, table: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Says of a setting that only a person's own files may have it."""
    *sections, name = key.split(".")
    for section in sections:
        table = definitions[table["properties"][section]["$ref"].rpartition("/")[2]]
    setting = table["properties"][name]
    setting["description"] = f"{setting['description']} {_ONLY_YOURS}"
