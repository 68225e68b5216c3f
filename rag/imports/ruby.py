"""Ruby: loaded names are global, whichever file loaded them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.rag.imports.table import EVERYTHING, Import, ImportRules, ModulePlace, Shared, Text, joined, tail

LANGUAGES = ("ruby",)


def _read(node: Any, text: Text) -> Iterator[Import]:
    method = node.child_by_field_name("method")
    arguments = node.child_by_field_name("arguments")
    name = text(method) if method is not None else ""
    if name not in ("require", "require_relative", "load") or arguments is None or not arguments.named_children:
        return
    path = text(arguments.named_children[0]).strip("\"'")
    if path.replace("/", "").replace("_", "").replace("-", "").replace(".", "").isalnum():
        yield Import(EVERYTHING, f"./{path}" if name == "require_relative" else path, EVERYTHING)


def _reach(module: str, importer: ModulePlace, candidate: ModulePlace) -> float:
    found = candidate.path.removesuffix(".rb")
    if module.startswith("./"):
        return 1.0 if joined(importer.folder, module.removesuffix(".rb")) == found else 0.0
    parts = tuple(module.removesuffix(".rb").split("/"))
    return 0.9 if tail(tuple(found.split("/")), parts) == len(parts) else 0.0


def _mixed(node: Any, text: Text) -> Iterator[str]:
    """The modules of `include A, B::C` and the like in a class."""
    method, arguments = node.child_by_field_name("method"), node.child_by_field_name("arguments")
    if method is None or arguments is None or node.child_by_field_name("receiver") is not None:
        return
    if text(method) in ("include", "extend", "prepend"):
        named = [child for child in arguments.named_children if child.type in ("constant", "scope_resolution")]
        yield from (text(child).rpartition("::")[2] for child in named)


RULES = ImportRules(
    kinds=frozenset({"call"}),
    read=_read,
    reach=_reach,
    shared=Shared.ALL,
    own_members=True,
    selves=frozenset({"self"}),
    bases=frozenset({"super"}),
    separator="::",
    mixing=frozenset({"call"}),
    mixed=_mixed,
)
