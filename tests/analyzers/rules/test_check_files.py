"""Which files below `checks/` are read as rules: modules at any depth, but none whose name begins with `_`."""

from __future__ import annotations

import os

import pytest

from reread.analyzers import checks as package
from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules import locations, ruleset
from reread.analyzers.rules.cache.rule_cache import read_cached
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.text import Document

CHECK = """
from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Found

RULE = Definition(
    id="{id}", message="A print.", severity=Severity.WARNING, kinds={{"python": ("call",)}}, category="correctness",
    confidence="HIGH", explanation="-", invalid=(), valid=(),
)


def at(node, context, options):
    if node.text.startswith(b"print"):
        yield Found(node.start_byte, node.end_byte, {{}})
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in the place of `checks/`."""
    monkeypatch.setattr(locations, "CHECKS", str(tmp_path))
    monkeypatch.setattr(ruleset, "CHECKS", str(tmp_path))
    monkeypatch.setattr(package, "__path__", [str(tmp_path)])
    return tmp_path


def plant(folder, path):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(CHECK.format(id=file.stem.replace("_", "-")), encoding="utf-8")


@pytest.mark.parametrize("path", ["flat_print.py", "one/nested_print.py", "one/two/deep_print.py"])
def test_a_check_at_any_depth_is_found_and_reports(folder, path):
    plant(folder, path)
    rules, problems, _ = read_cached(str(folder), ruleset._checks)
    assert problems == []
    (finding,) = Engine(RuleSet(tuple(rules))).check(Document("file:///a.py", "print(1)\n", language="python")).findings
    assert finding.rule == f"py/{os.path.basename(path)[:-3].replace('_', '-')}"


@pytest.mark.parametrize("path", ["_shared_print.py", "one/_shared_print.py", "_own/some_print.py", "one/readme.md"])
def test_what_is_no_check_is_not_read(folder, path):
    plant(folder, path)
    assert ruleset._checks() == []


@pytest.mark.parametrize("path", ["../outside_print.py", "../checks_too/outside_print.py", "one/print.yaml"])
def test_no_other_file_is_read_as_python(folder, path):
    assert locations.check_module(os.path.join(str(folder), path)) == ""


NAMED = """
from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Found

RULE = Definition(
    id="named", message="A name.", severity=Severity.WARNING, category="correctness", confidence="HIGH",
    explanation="-", invalid=(), valid=(), kinds={"python": frozenset({"call", "binary_operator", "integer"})},
    names={"call": frozenset({"f"}), "binary_operator": frozenset({"%"})},
)


def at(node, context, options):
    yield Found(node.start_byte, node.end_byte, {})
"""


def test_a_check_with_names_is_tried_at_calls_of_them_and_at_these_operators(folder):
    (folder / "named.py").write_text(NAMED, encoding="utf-8")
    rules, _, _ = read_cached(str(folder), ruleset._checks)
    text = "f(a)\nb.f(a)\ng(a)\na % b\na + b\n1\n"
    found = Engine(RuleSet(tuple(rules))).check(Document("file:///a.py", text, language="python")).findings
    assert [text[each.span.start : each.span.end] for each in found] == ["f(a)", "b.f(a)", "a % b", "1"]
