"""Imports of several fixes together, after edits, and in rules."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Applicability
from reread.analyzers.fixes import Verified, fix_all, verify
from reread.analyzers.imports.changes import EXAMPLES, read
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.text import Document, Span, TextChange
from tests.analyzers.imports.conftest import engine_of

CHOICE = {"pattern": "random.choice($X)", "fix": "secrets.choice($X)", "metadata": {"fix-imports": ["import secrets"]}}
TOKEN = {"pattern": "token()", "fix": "secrets.token_hex()", "metadata": {"fix-imports": ["import secrets"]}}
EVAL = {"pattern": "eval($X)", "fix": "ast.literal_eval($X)", "metadata": {"fix-imports": ["import ast"]}}
PRINT = {"pattern": "print($X)", "fix": "log.info($X)", "metadata": {"fix-imports": ["from mine import log"]}}
LOG = {"pattern": "warn($X)", "fix": "log.warning($X)", "metadata": {"fix-imports": ["from other import log"]}}
EVERY = frozenset(Applicability)


def round_of(code: str, *rules: dict[str, object]) -> str:
    document = Document("file:///a.py", code, language="python")
    return fix_all(document, engine_of("python", *rules).check(document).findings, applicabilities=EVERY).document.text


def test_fixes_share_the_import_that_they_need():
    code = "import os\nx = random.choice(a)\ny = token()\nz = random.choice(b)\n"
    after = "import os\nimport secrets\nx = secrets.choice(a)\ny = secrets.token_hex()\nz = secrets.choice(b)\n"
    assert round_of(f"import random\n{code}", CHOICE, TOKEN) == after


def test_fixes_bring_different_imports_in_one_round():
    code = "import os\nx = eval(a)\ny = token()\n"
    after = "import ast\nimport os\nimport secrets\nx = ast.literal_eval(a)\ny = secrets.token_hex()\n"
    assert round_of(code, EVAL, TOKEN) == after


def test_of_two_that_need_the_name_for_different_things_one_is_fixed():
    assert round_of("import os\nprint(a)\nwarn(b)\nprint(c)\n", PRINT, LOG) == (
        "import os\n\nfrom mine import log\nlog.info(a)\nwarn(b)\nlog.info(c)\n"
    )


def test_an_import_goes_when_the_last_of_its_uses_does():
    code = "import random\nx = random.choice(a)\ny = random.choice(b)\n"
    [first, second] = engine_of("python", CHOICE).check(Document("file:///a", code, language="python")).findings
    assert [len(each.fixes[0].edits) for each in (first, second)] == [2, 2]
    assert "import random" not in round_of(code, CHOICE)


def test_a_fix_with_an_import_is_verified():
    engine = engine_of("python", CHOICE)
    document = Document("file:///a.py", "import random\nrandom.choice(a)\n", language="python")
    [finding] = engine.check(document).findings
    result = verify(document, finding.fixes[0], check=lambda new: engine.check(new).findings, finding=finding)
    assert isinstance(result, Verified)
    assert result.document.text == "import secrets\nsecrets.choice(a)\n"


def test_the_title_has_the_name_of_the_file():
    document = Document("file:///a.py", "import random\nimport secrets as s\nrandom.choice(a)\n", language="python")
    [finding] = engine_of("python", CHOICE).check(document).findings
    assert finding.fixes[0].title == "Replace with `s.choice(a)`"


def test_a_language_whose_imports_are_not_known_keeps_its_fixes():
    document = Document("file:///a.rb", "require 'x'\nold(1)\n", language="ruby")
    [finding] = engine_of("ruby", {"pattern": "old($X)", "fix": "new($X)"}).check(document).findings
    assert [edit.text for edit in finding.fixes[0].edits] == ["new(1)"]


def test_of_several_fixes_the_first_counts_that_leaves_nothing_open():
    rule = {
        "pattern-either": [{"pattern": "f($X)"}, {"pattern": "f($X, $Y)"}, {"pattern": "f()"}],
        "fix": "two($X, $Y)",
    }
    rule["metadata"] = {"more-fixes": ["one($X)"]}
    assert round_of("f(1)\nf(1, 2)\nf()\n", rule) == "one(1)\ntwo(1, 2)\nf()\n"


def test_of_several_expressions_the_first_counts_that_matches():
    rule = {"pattern": "f($X)", "fix-regex": {"regex": r"\((\d)\)", "replacement": r"(digit, \1)"}}
    rule["metadata"] = {"more-fixes": [{"regex": r"\((\w)\)", "replacement": r"(letter, \1)"}, "other($X)"]}
    assert round_of("f(1)\nf(a)\nf(ab)\n", rule) == "f(digit, 1)\nf(letter, a)\nother(ab)\n"


@pytest.mark.parametrize("more", ["text", [1], [{"regex": "("}], [{"regex": "a", "replacement": r"\1"}]])
def test_further_fixes_that_are_none_are_refused(more):
    rule = {"id": "r", "languages": ["python"], "severity": "INFO", "message": "m", "pattern": "f(1)", "fix": "g"}
    rules, [problem] = read_rules("r", json.dumps({"rules": [{**rule, "metadata": {"more-fixes": more}}]}).encode())
    assert (rules, "fix" in problem.key) == ([], True)


def test_with_a_regular_expression_the_replacement_names_what_it_needs():
    rule = {"pattern": "f(...)", "fix-regex": {"regex": r"^f\(", "replacement": "ast.parse("}}
    rule["metadata"] = {"fix-imports": ["import ast"]}
    assert round_of("import os\nf(1)\n", rule) == "import ast\nimport os\nast.parse(1)\n"


def test_the_digit_of_a_group_is_no_part_of_the_name_after_it():
    rule = {"pattern": "f(...)", "fix-regex": {"regex": r"^(f\()(.*)\)$", "replacement": r"\1ast.parse(\2))"}}
    rule["metadata"] = {"fix-imports": ["import ast"]}
    assert round_of("import os\nf(1)\n", rule) == "import ast\nimport os\nf(ast.parse(1))\n"


def test_an_import_that_the_text_does_not_name_is_not_needed():
    rule = {"pattern": "f($X)", "fix": "g($X)", "metadata": {"fix-imports": ["import ast"]}}
    assert round_of("import os\nf(ast)\n", rule) == "import os\ng(ast)\n"


@pytest.mark.parametrize("language", sorted(EXAMPLES))
def test_each_language_reads_its_example(language):
    assert read(language, EXAMPLES[language]) is not None


@pytest.mark.parametrize(
    ("language", "imports", "message"),
    [
        ("python", ["import a.b"], "`import a.b`: expected an import such as `from pathlib import Path`"),
        ("javascript", ['import x from "left-pad";'], "expected an import such as"),
        ("javascript", ['import * as x from "node:nothing";'], "expected an import such as"),
        ("go", ["fmt"], "expected an import such as"),
        ("java", ["import Objects;"], "expected an import such as"),
        ("ruby", ["require 'x'"], "imports of ruby cannot be added"),
        ("python", "import ast", "expected a list of texts"),
        ("python", [1], "expected a list of texts"),
    ],
)
def test_a_rule_with_an_import_that_is_none_is_refused(language, imports, message):
    rule = {"id": "r", "languages": [language], "severity": "INFO", "message": "m", "pattern": "f(1)", "fix": "g"}
    rules, [problem] = read_rules("r", json.dumps({"rules": [{**rule, "metadata": {"fix-imports": imports}}]}).encode())
    assert rules == []
    assert (problem.key, message in problem.message) == ("metadata.fix-imports", True)


PIECES = st.sampled_from(
    ["import secrets\n", "import random\n", "import os\n", "from random import choice\n", "\n", "# x\n"]
)
CALLS = st.sampled_from(
    ["random.choice(a)\n", "token()\n", "eval(b)\n", "secrets\n", "choice(c)\n", "def f():\n    token()\n"]
)
CODE = st.builds(lambda head, body: "".join([*head, *body]), st.lists(PIECES, max_size=4), st.lists(CALLS, max_size=4))


@given(CODE, st.data())
def test_after_an_edit_fixes_are_as_from_scratch(code, data):
    engine = engine_of("python", CHOICE, TOKEN, EVAL)
    document = Document("file:///a.py", code, language="python")
    start = data.draw(st.integers(0, len(code)))
    end = data.draw(st.integers(start, min(len(code), start + 20)))
    change = TextChange(Span(start, end), data.draw(st.one_of(PIECES, CALLS, st.just(""))))
    after = document.changed(change)

    assert engine.recheck(engine.check(document), change, after).findings == engine.check(after).findings
