"""The template for LSP4IJ, as its public description has them."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reread.analyzers.languages.files import FILES
from reread.analyzers import syntax

TEMPLATE = Path(__file__).parents[2] / "editors" / "jetbrains"
NAME = {"type": "string", "minLength": 1}
MAPPING = {
    "type": "object",
    "additionalProperties": False,
    "required": ["fileType", "languageId"],
    "properties": {
        "fileType": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "name": NAME,
                "patterns": {"type": "array", "items": {"pattern": r"^\*\.\w+$"}, "minItems": 1},
            },
        },
        "languageId": NAME,
    },
}
SHAPE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "name", "programArgs", "fileTypeMappings"],
    "properties": {
        "id": NAME,
        "name": NAME,
        "programArgs": {
            "type": "object",
            "additionalProperties": False,
            "required": ["default"],
            "properties": {"default": NAME, "windows": NAME, "linux": NAME, "mac": NAME},
        },
        "expandConfiguration": {"type": "boolean"},
        "fileTypeMappings": {"type": "array", "minItems": 1, "items": MAPPING},
    },
}


def read(name: str) -> dict[str, Any]:
    text: dict[str, Any] = json.loads((TEMPLATE / name).read_text())
    return text


def test_the_template_has_the_shape_that_is_described() -> None:
    jsonschema.validate(read("template.json"), SHAPE)


def test_a_template_of_another_shape_is_noticed() -> None:
    template = read("template.json")
    del template["programArgs"]["default"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(template, SHAPE)


def test_it_starts_the_server() -> None:
    started = read("template.json")["programArgs"]
    assert shlex.split(started["default"]) == ["sh", "-c", "reread server"]
    assert started["windows"] == "reread.exe server"


def test_every_file_that_it_names_is_read_in_the_language_that_it_says() -> None:
    mapped = [
        (pattern.removeprefix("*"), mapping["languageId"])
        for mapping in read("template.json")["fileTypeMappings"]
        for pattern in mapping["fileType"]["patterns"]
    ]
    assert mapped
    assert {name for _, name in mapped} <= {name for each in FILES.values() for name in each.identifiers}
    files = [(f"file{ending}", name) for ending, name in mapped]
    assert [file for file, _ in files if not syntax.language_of(file)] == []
    assert [file for file, name in files if syntax.language_of(file, name) != syntax.language_of(file)] == []


def test_its_settings_are_settings_of_the_server() -> None:
    schema = json.loads((TEMPLATE.parents[1] / "docs" / "settings.schema.json").read_text())
    jsonschema.validate(read("settings.json")["reread"], schema)
