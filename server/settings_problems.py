"""Describes a problem with a setting: what was expected, and which name may have been mistyped."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from msgspec import ValidationError, inspect

from reread.server.settings import Settings

_NAMES: Mapping[type[inspect.Type], str] = {
    inspect.BoolType: "true or false",
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.StrType: "a text",
    inspect.StructType: "a table of settings",
    inspect.DictType: "a table",
}
_ITEMS: Mapping[type[inspect.Type], str] = {inspect.StrType: "texts", inspect.StructType: "tables"}


_PLACE = re.compile(r"at `\$(?:\.[\w-]+)*\[(\d+)\]\.([\w-]+)`$")


def described(key: str, value: Any, error: ValidationError) -> str:
    """The description of a value that `Settings` refuses under a key such as "rules.profile"."""
    kind: inspect.Type = inspect.type_info(Settings)
    for name in key.split("."):
        whole = kind
        if isinstance(kind, inspect.StructType):
            fields = {field.encode_name: field.type for field in kind.fields}
            if name not in fields:
                return f"no such setting: `{name}`{proposal(name, fields)}"
            whole = fields[name]
            kind = _bare(whole)
        elif isinstance(kind, inspect.DictType):
            whole = kind = _bare(kind.value_type)
    if isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        return _in_a_table(kind, value, error)
    return _mismatch(whole, value) or _plain(error)


def _in_a_table(kind: inspect.Type, value: list[Any], error: ValidationError) -> str:
    """What to say of a value in a table of a list: where it is comes from the message of the error."""
    found = _PLACE.search(str(error))
    if (
        found is None
        or not isinstance(kind, inspect.VarTupleType)
        or not isinstance(kind.item_type, inspect.StructType)
    ):
        return _plain(error)
    fields = {field.encode_name: field.type for field in kind.item_type.fields}
    entry, name = value[int(found[1])], found[2]
    said = _mismatch(fields[name], entry[name]) if name in fields and isinstance(entry, Mapping) else ""
    return f"`{name}`: {said}" if said else _plain(error)


def _mismatch(kind: inspect.Type, value: Any) -> str:
    """ "expected ..., got ...", or "" for a type that there are no words for."""
    wanted = _expected(kind)
    if not wanted:
        return ""
    bare = _bare(kind)
    names = [name for name in bare.values if isinstance(name, str)] if isinstance(bare, inspect.LiteralType) else []
    close = get_close_matches(value, names, n=1) if isinstance(value, str) else []
    meant = f". Did you mean {json.dumps(close[0])}?" if close else ""
    return f"expected {wanted}, got {json.dumps(value, ensure_ascii=False, default=str)}{meant}"


def proposal(name: str, beside: Iterable[str]) -> str:
    """ ". Did you mean `x`?" for a name close to one `beside` it, or to one of other tables; or ""."""
    close: Sequence[str] = get_close_matches(name, list(beside), n=1)
    if not close:
        last_names = {key.rpartition(".")[2] for key in keys()}
        closest = get_close_matches(name, last_names, n=1)
        close = sorted(key for key in keys() if key.rpartition(".")[2] in closest)
    return f". Did you mean {' or '.join(f'`{key}`' for key in close)}?" if close else ""


def keys() -> Iterator[str]:
    """The names of all settings, such as "rules.profile"."""
    yield from _keys(inspect.type_info(Settings), "")


def _keys(kind: inspect.Type, prefix: str) -> Iterator[str]:
    if not isinstance(kind, inspect.StructType):
        yield prefix
        return
    for field in kind.fields:
        yield from _keys(field.type, f"{prefix}.{field.encode_name}" if prefix else field.encode_name)


def _bare(kind: inspect.Type) -> inspect.Type:
    """A type without what the setting says of itself."""
    return _bare(kind.type) if isinstance(kind, inspect.Metadata) else kind


def _expected(kind: inspect.Type) -> str:
    """The values of a type in words, or "" for those that there are no words for."""
    example = _example(kind)
    kind = _bare(kind)
    if isinstance(kind, inspect.LiteralType):
        return _listed([f'"{value}"' for value in kind.values if value != ""])
    if isinstance(kind, inspect.StrType) and kind.pattern:
        return f"a text of a specific form{example}"
    if isinstance(kind, inspect.UnionType):
        return _listed([name for one in kind.types if (name := _expected(one))])
    if isinstance(kind, inspect.VarTupleType):
        return f"a list of {_ITEMS.get(type(kind.item_type)) or _expected(kind.item_type)}"
    limits = _limits(kind) if isinstance(kind, inspect.IntType | inspect.FloatType) else ""
    return _NAMES.get(type(kind), "") + limits


def _example(kind: inspect.Type) -> str:
    """The first value that a setting names in what it says of itself."""
    about = (kind.extra_json_schema or {}).get("description", "") if isinstance(kind, inspect.Metadata) else ""
    found = re.search(r"for example `([^`]+)`", about)
    return f" such as {json.dumps(found[1])}" if found else ""


def _limits(kind: inspect.IntType | inspect.FloatType) -> str:
    if kind.ge is not None and kind.le is not None:
        return f" from {kind.ge:g} to {kind.le:g}"
    return f" of at least {kind.ge:g}" if kind.ge is not None else ""


def _listed(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _plain(error: ValidationError) -> str:
    """msgspec's message about what is in a table of a list, without its path."""
    text = str(error).split(" - at ")[0].replace("Object contains unknown field", "no such setting:")
    return text[0].lower() + text[1:]
