"""One word for one thing: where two classes have the same name, nobody who reads a module meets both."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations

import pytest

from tests.our_code import MODULES, tree
from tests.test_layers import graph, imports, module_name

CONTRACTS = {
    "Arguments": "what a model says to one lookup, which is the module around it",
    "Options": "what a command line says to one command, which is the module around it",
    "File": "what the files of one language declare, which is the module around it",
}
"""Names that many modules give to their part of the same thing."""


def classes(code: str) -> list[str]:
    """The public classes of a module."""
    found = [node.name for node in tree(code).body if isinstance(node, ast.ClassDef)]
    return [name for name in found if not name.startswith("_")]


def places(codes: Mapping[str, str]) -> dict[str, list[str]]:
    """The modules by the names of their public classes, of those names that more than one module has."""
    found = defaultdict(list)
    for module, code in codes.items():
        for name in classes(code):
            found[name].append(module)
    return {name: modules for name, modules in found.items() if len(modules) > 1}


def meetings(named: Mapping[str, list[str]], edges: Mapping[str, AbstractSet[str]]) -> Iterator[str]:
    """Who meets two classes of one name: a module that has or imports both, or the package that they are in."""
    for name, modules in sorted(named.items()):
        for one, other in combinations(modules, 2):
            package = one.split(".")[:3]
            if package == other.split(".")[:3]:
                yield f"{'.'.join(package)} has two classes {name}: {one}, {other}"
            for module, imported in edges.items():
                if {one, other} <= imported | {module}:
                    yield f"{module} meets two classes {name}: {one}, {other}"


def test_nobody_meets_two_classes_of_one_name():
    own = {module_name(path): path.read_text("utf-8") for path in MODULES if not {"packs", "sample"} & {*path.parts}}
    named = places(own)
    assert named.keys() >= CONTRACTS.keys()
    others = {name: modules for name, modules in named.items() if name not in CONTRACTS}
    assert list(meetings(others, graph())) == []


def test_classes_of_one_name_in_a_package_are_seen():
    named = places({"reread.a.b.c": "class Place: ...", "reread.a.b.d": "class Place: ..."})
    assert list(meetings(named, {})) == ["reread.a.b has two classes Place: reread.a.b.c, reread.a.b.d"]


def test_a_module_that_imports_both_is_seen(tmp_path):
    named = {"Place": ["reread.a.b.c", "reread.d.e.f"]}
    path = tmp_path / "module.py"
    path.write_text("from reread.a.b.c import Place\nfrom reread.d.e import f\n")
    assert list(meetings(named, {"module": imports(path)})) == [
        "module meets two classes Place: reread.a.b.c, reread.d.e.f"
    ]


@pytest.mark.parametrize("code", ["class _Place: ...", "def f():\n    class Place: ..."])
def test_a_class_that_others_cannot_import_is_no_other(code):
    assert places({"reread.a.b.c": "class Place: ...", "reread.a.b.d": code}) == {}
