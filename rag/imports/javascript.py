"""JavaScript and TypeScript: modules are files, folders stand for their `index`, and packages of one repository for
the folders of their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reread.analyzers.languages.javascript import imports_of
from reread.rag.imports.table import EVERYTHING, ROOT, Import, ImportRules, ModulePlace, Text, joined, tail

LANGUAGES = ("javascript", "typescript", "tsx")

_ENDING = re.compile(r"(?:\.d)?\.[cm]?[jt]sx?$")
_BUILT = re.compile(r"(?:^|(?<=/))(?:dist|build|out)(?:/|$)(?:(?:esm?|cjs|lib|types|src)(?:/|$))*")
"""Folders of what is made from the sources beside them, which is hardly ever in the repository."""
_ROOT = re.compile(r"^(?:[@~#]?/|[@~]/)")
_REQUIRE = re.compile(r"^(?:await\s+)?(?:require|import)\s*\(\s*[\"']([^\"'\n]+)[\"']\s*\)\s*(?:\.\s*([\w$]+))?\s*;?$")


def _read(node: Any, text: Text) -> Iterator[Import]:
    if node.type in ("import_statement", "export_statement"):
        if node.child_by_field_name("source") is not None:
            yield from (Import(*each[:3]) for each in imports_of(node, text))
    elif node.type == "variable_declarator":
        value, name = node.child_by_field_name("value"), node.child_by_field_name("name")
        required = _required(value, text)
        if required is not None and name is not None:
            yield from _destructured(name, required, text)
    elif text(node.child_by_field_name("left")) in ("module.exports", "exports"):
        required = _required(node.child_by_field_name("right"), text)
        if required is not None:
            yield Import(EVERYTHING, required.module, EVERYTHING)


def _required(value: Any, text: Text) -> Import | None:
    """The module, or one member of it, that `require(...)` gives."""
    if value is None or value.end_byte - value.start_byte > 300:
        return None
    match = _REQUIRE.match(text(value))
    return Import("", match[1], match[2] or "") if match else None


def _destructured(name: Any, required: Import, text: Text) -> Iterator[Import]:
    if name.type == "identifier":
        yield required._replace(local=text(name))
    elif name.type == "object_pattern":
        for part in name.named_children:
            if part.type == "shorthand_property_identifier_pattern":
                yield Import(text(part), required.module, text(part))
            elif part.type == "pair_pattern":
                value = part.child_by_field_name("value")
                yield Import(text(value), required.module, text(part.child_by_field_name("key")))


def _reach(module: str, importer: ModulePlace, candidate: ModulePlace) -> float:
    found = _ENDING.sub("", candidate.path)
    if found == candidate.path:
        return 0.0
    whole = found.removesuffix("/index") if found != "index" else ""
    bare = _ENDING.sub("", module)
    if module.startswith(ROOT):
        return _is_file(bare[len(ROOT) :], found, whole)
    if module.startswith("."):
        wanted = joined(importer.folder, bare)
        return _is_file(wanted, found, whole) if wanted is not None else 0.0
    if _ROOT.match(module):
        wanted_parts = tuple(_ROOT.sub("", bare).split("/"))
        return 0.9 if tail(tuple(whole.split("/")), wanted_parts) == len(wanted_parts) else 0.0
    return _of_package(bare, importer, candidate, whole)


def _is_file(wanted: str, found: str, whole: str) -> float:
    """Whether a path means the file `found`, or its folder `whole`: itself, or as the source of what is built there."""
    if wanted in (found, whole):
        return 1.0
    if not _BUILT.search(wanted):
        return 0.0
    sources = {_BUILT.sub(folder, wanted, count=1).rstrip("/") for folder in ("src/", "")}
    return 0.0 if sources.isdisjoint({found, whole}) else 0.85


def _of_package(module: str, importer: ModulePlace, candidate: ModulePlace, whole: str) -> float:
    """Whether a package of the same repository, `@scope/name/part`, is the folder of that name."""
    parts = module.split("/")
    if parts[0].startswith("@"):
        parts = parts[1:]
    folders = candidate.folder.split("/")
    if not parts or parts[0] not in folders or parts[0] in importer.path.split("/"):
        return 0.0
    inside = "/".join(parts[1:])
    if not inside:
        return 0.8
    return 0.85 if whole.endswith("/" + inside) else 0.0


RULES = ImportRules(
    kinds=frozenset({"import_statement", "export_statement", "variable_declarator", "assignment_expression"}),
    read=_read,
    reach=_reach,
    nested=False,
)
