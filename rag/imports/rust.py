"""Rust: modules are files below the crate root; `use` names them from the crate, the module or its parent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.rag.imports.table import EVERYTHING, ROOT, Import, ImportRules, ModulePlace, Text

LANGUAGES = ("rust",)

_OWN = frozenset({"crate", "self", "super"})


def _read(node: Any, text: Text) -> Iterator[Import]:
    argument = node.child_by_field_name("argument")
    if argument is not None:
        yield from _used(argument, (), text)


def _used(node: Any, prefix: tuple[str, ...], text: Text) -> Iterator[Import]:
    if node.type in ("scoped_use_list", "use_list"):
        path, listed = node.child_by_field_name("path"), node.child_by_field_name("list")
        inner = (*prefix, *_names(path, text)) if path is not None else prefix
        for child in (listed if listed is not None else node).named_children:
            yield from _used(child, inner, text)
    elif node.type == "use_as_clause":
        names = (*prefix, *_names(node.child_by_field_name("path"), text))
        yield Import(text(node.child_by_field_name("alias")), "::".join(names[:-1]), names[-1])
    elif node.type == "use_wildcard":
        names = (*prefix, *(_names(node.named_children[0], text) if node.named_children else ()))
        yield Import(EVERYTHING, "::".join(names), EVERYTHING)
    elif node.type == "self" and prefix:
        yield Import(prefix[-1], "::".join(prefix[:-1]), prefix[-1])
    elif node.type in ("identifier", "scoped_identifier"):
        names = (*prefix, *_names(node, text))
        yield Import(names[-1], "::".join(names[:-1]), names[-1])


def _names(node: Any, text: Text) -> tuple[str, ...]:
    return tuple("".join(text(node).split()).split("::"))


def _module_of(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folder of the crate that a file is in, and the names of its module there."""
    parts = path.removesuffix(".rs").split("/")
    root = max((number for number, part in enumerate(parts[:-1]) if part == "src"), default=-1)
    inside = parts[root + 1 :]
    if inside[-1] in ("mod", "lib", "main"):
        inside = inside[:-1]
    return tuple(parts[: root + 1]), tuple(inside)


def _reach(module: str, importer: ModulePlace, candidate: ModulePlace) -> float:
    if not candidate.path.endswith(".rs"):
        return 0.0
    names = tuple(name for name in module.split("::") if name)
    here, inside = _module_of(importer.path)
    root, found = _module_of(candidate.path)
    if module.startswith(ROOT):
        return 1.0 if "/".join(root) == names[0][len(ROOT) :] and _matches(found, names[1:]) else 0.0
    if names and names[0] not in _OWN and (*inside, *names) == found and here == root:
        return 0.9
    if names and names[0] not in _OWN:
        crate = names[0].replace("_", "-")
        same = len(root) > 1 and root[-2] in (crate, names[0])
        return 0.9 if same and _matches(found, names[1:]) else 0.0
    if here != root:
        return 0.0
    while names and names[0] in _OWN:
        inside = () if names[0] == "crate" else inside[:-1] if names[0] == "super" else inside
        names = names[1:]
    return 1.0 if _matches(found, (*inside, *names)) else 0.0


def _matches(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a module is the wanted one, or the wanted one may be written inside it or be a type of it."""
    return found == wanted or (bool(wanted) and found == wanted[:-1])


RULES = ImportRules(
    kinds=frozenset({"use_declaration"}),
    read=_read,
    reach=_reach,
    selves=frozenset({"self", "Self"}),
    bases=frozenset(),
    nested=True,
    separator="::",
    declarations={"parameter": ("pattern", "type", ""), "let_declaration": ("pattern", "type", "value")},
)
