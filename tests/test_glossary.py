"""Code and documentation speak the field's language: the glossary's terms are used, and words of a dialect are not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.our_code import MODULES, ROOT, nodes, tree

DIALECT = {
    "told": "reported",
    "brought": "tainted by callers",
    "vouch": "sanitize or guard",
    "vouched": "sanitized",
    "handed": "passed as an argument",
    "handing": "a higher-order call",
    "gathered": "collected; deep taint",
    "alike": "similar, equal or a duplicate",
    "mending": "fixing",
    "pieced": "split or joined",
    "workbench": "a verifier",
    "remembered": "cached",
    "kept": "cached, stored, retained or open",
    "asked": "queried, requested or required",
    "asking": "a request",
    "seen": "visited or detected",
    "ways": "paths or entries",
    "turns": "a queue, or the order of iteration",
    "heads": "headers or callees",
    "taken": "applied, removed or matched",
    "said": "a message, finding or decision",
    "heard": "reported or received",
    "meant": "resolved or intended",
    "mended": "fixed or retried",
    "mender": "a retry",
}
"""Words that once stood for a term of the field, each with what to say instead."""

TERMS = {
    "turns": "the turns of a conversation with a model",
    "first_seen": "a finding's first occurrence, as in the reports of other tools",
    "last_seen": "its last one",
}
"""Names with such a word that are terms themselves."""


def terms() -> list[str]:
    """The terms of the glossary, each in its words alone."""
    rows = re.findall(r"^\| (?!term |---)([^|]+?) \|", (ROOT / "docs/glossary.md").read_text("utf-8"), re.M)
    return [re.sub(r"\s*\(.*?\)|`", "", one).strip() for row in rows for one in re.split(r", | / ", row)]


def words_of(text: str) -> str:
    """A text in lower case with one space between words, so that `access_path` and `AccessPath` are an access path."""
    apart = re.sub(r"([a-z])([A-Z])", r"\1 \2", text)
    return " ".join(re.findall(r"[a-z0-9]+", apart.lower()))


def test_every_term_of_the_glossary_is_used_in_the_code():
    code = words_of("\n".join(path.read_text("utf-8") for path in MODULES if "packs" not in path.parts))
    assert len(terms()) > 50
    assert [term for term in terms() if words_of(term) not in code] == []


def test_a_term_is_found_in_any_spelling():
    assert words_of("access path") in words_of("def f(x: AccessPath)")
    assert words_of("access path") in words_of("known_access_path(e)")
    assert words_of("access path") not in words_of("a path to access")


def names(code: str) -> set[str]:
    """The names of classes, functions, constants and attributes that a module defines."""
    bodies = [tree(code), *(node for node in nodes(code) if isinstance(node, ast.ClassDef))]
    statements = [statement for body in bodies for statement in body.body]
    return {name for node in nodes(code) for name in _defined(node)} | {
        name.id
        for statement in statements
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for name in ast.walk(statement)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
    }


def _defined(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield node.name
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        yield node.attr


def in_dialect(name: str) -> list[str]:
    if name in TERMS:
        return []
    return [f"{name}: say {DIALECT[word]}" for word in words_of(name).split() if word in DIALECT]


def test_no_module_class_function_or_attribute_is_named_in_a_dialect():
    own = [path for path in MODULES if not {"packs", "sample"} & {*path.parts}]
    places = [(path, path.relative_to(ROOT).with_suffix("").parts) for path in own]
    named = [(path, name) for path, parts in places for name in {*parts} | names(path.read_text("utf-8"))]
    assert sorted(f"{path.relative_to(ROOT)}: {say}" for path, name in named for say in in_dialect(name)) == []


@pytest.mark.parametrize(
    "code",
    [
        "def kept(): ...",
        "class A:\n    def kept(self): ...",
        "class Kept: ...",
        "kept = 1",
        "kept: int = 1",
        "class A:\n    kept: int",
        "def f(x):\n    x.kept = 1",
    ],
)
def test_each_kind_of_definition_is_looked_at(code):
    assert {name.lower() for name in names(code)} >= {"kept"}


@pytest.mark.parametrize("code", ["def f(kept): ...", "def f():\n    kept = 1", "f(kept=1)", "x = y.kept"])
def test_local_names_and_uses_are_no_definitions(code):
    assert "kept" not in names(code)


@pytest.mark.parametrize("name", ["_vouched", "is_alike", "RememberedFile", "handed_over", "seen_in"])
def test_a_name_in_a_dialect_is_seen(name):
    assert in_dialect(name)


@pytest.mark.parametrize("name", ["handler", "sanitized", "is_similar", "CachedFile", "untold", "first_seen"])
def test_a_name_of_the_field_is_let_through(name):
    assert in_dialect(name) == []
