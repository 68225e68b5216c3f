"""The metadata of a setting, from which the editors' forms and the JSON schema are generated."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Meta


def about(description: str, choices: Mapping[str, str] | None = None) -> Meta:
    """Of a setting: what it is for, in Markdown, and what each of its values means; for the type of its field.

    `field: Annotated[bool, about("What it does.")] = True`
    """
    return Meta(description=description, extra={"choices": dict(choices or {})})
