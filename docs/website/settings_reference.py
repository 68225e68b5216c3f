"""The page on settings, made from what they say of themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_type_hints

import msgspec

from reread.server.configuration import FILE_ONLY, REPOSITORY_MAY_SET
from reread.server.settings import Settings

_HEAD = """# Settings

All settings with their defaults. They come from these sources; later ones override earlier ones: your `config.toml`
(`reread doctor` prints its path), the repository's `reread.toml`, `.reread.toml` or `[tool.reread]` in
`pyproject.toml`, environment variables, and your editor (under `reread`, in camelCase). `reread config` shows the
effective settings and where each comes from.

**Who may set it**: "anyone" means you, the repository and the editor; "you" means your own file and the editor; "your
file" means only your own file.
"""


def reference() -> str:
    """The page, as Markdown."""
    return "".join([_HEAD, *_table("", Settings)])


def _table(prefix: str, table: type) -> Iterator[str]:
    own, inner = [], []
    for field in msgspec.structs.fields(table):
        kind = get_type_hints(table)[field.name]
        name = f"{prefix}{field.encode_name}"
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            inner.append((name, kind))
        else:
            own.append(_row(name, field, _schema(table, field.encode_name)))
    if own:
        yield f"\n## {_title(prefix)}\n\n| setting | default | who may set it | |\n|---|---|---|---|\n"
        yield from own
    for name, kind in inner:
        yield from _table(f"{name}.", kind)


def _title(prefix: str) -> str:
    return f"`{prefix.rstrip('.')}`" if prefix else "General"


def _row(name: str, field: msgspec.structs.FieldInfo, schema: dict[str, Any]) -> str:
    about = " ".join(str(schema.get("description", "")).split())
    choices = schema.get("enum")
    if choices is not None:
        about = f"{about} One of {', '.join(f'`{choice}`' for choice in choices)}.".strip()
    cells = (f"`{name}`", f"`{json.dumps(_default(field))}`", _who(name), about)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _default(field: msgspec.structs.FieldInfo) -> Any:
    made = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()  # type: ignore[operator,misc]
    return msgspec.to_builtins(made)


def _who(name: str) -> str:
    if name.startswith(FILE_ONLY):
        return "your file"
    return "anyone" if name in REPOSITORY_MAY_SET else "you"


def _schema(table: type, name: str) -> dict[str, Any]:
    (reference,), definitions = msgspec.json.schema_components([table])
    found: dict[str, Any] = definitions[reference["$ref"].rsplit("/", 1)[1]]["properties"][name]
    return found
