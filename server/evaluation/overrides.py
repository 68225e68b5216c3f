"""Settings given on the command line: `review.looks=3`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from typing import Any


class OverrideError(Exception):
    """The argument is not a setting with a value. The text is one line for the user."""


def overrides(given: Iterable[str]) -> dict[str, Any]:
    """Settings from `KEY=VALUE` as nested tables; the later wins. VALUE is TOML, or else a text as it stands."""
    found: dict[str, Any] = {}
    for text in given:
        key, equals, value = text.partition("=")
        names = key.strip().split(".")
        if not equals or not all(names):
            raise OverrideError(f"{text!r} is not KEY=VALUE, such as review.looks=3")
        table = found
        for name in names[:-1]:
            table = table.setdefault(name, {})
            if not isinstance(table, dict):
                raise OverrideError(f"{text!r}: {name} is a value already")
        table[names[-1]] = _value(value)
    return found


def merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Both tables; the other wins."""
    result = dict(one)
    for name, value in other.items():
        before = result.get(name)
        result[name] = merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return result


def _value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
