"""What the engine makes of matches: findings, messages, fixes, options; and that it finds them again after edits."""

from __future__ import annotations

import glob
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.engine.dispatch import active_rules, candidates, plans
from reread.analyzers.engine.engine import Engine
from reread.analyzers.engine.incremental import state
from reread.analyzers.engine.place import DocumentPlace
from reread.analyzers.findings import Applicability, Severity, sort_key
from reread.analyzers.pattern.prefilter.requirement import Requirement, all_of, any_of, is_met, some_of
from reread.analyzers.roles import Role
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.locations import PACKS
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document, Span, TextChange, apply
from reread.analyzers.tokenize import words_of
from tests.examples import examples

EXTENSIONS = {"python": "py", "javascript": "js", "typescript": "ts", "go": "go", "java": "java"}
ENGINE = Engine(load())


def document(code, language="python"):
    return Document("file:///x", code, language=language)


def test_a_finding_carries_what_its_rule_says(engine, rule):
    metadata = {
        "documentation": "https://example.org/r",
        "explanation": "Because.",
        "applicability": "safe",
        "confidence": "LOW",
    }
    entry = rule("python", "foo($X)", message="No $X, $Y!", fix="bar($X)", metadata=metadata)

    [finding] = engine(entry).check(document("x = foo(a.b)\n")).findings

    assert finding.rule == "r"
    assert finding.message == "No a.b, $Y!"
    assert finding.severity is Severity.WARNING
    assert finding.span == Span(4, 12)
    assert finding.documentation == "https://example.org/r"
    assert finding.explanation == "Because."
    assert finding.confidence == 0.4
    [fix] = finding.fixes
    assert fix.applicability is Applicability.SAFE
    assert [(edit.span, edit.text) for edit in fix.edits] == [(Span(4, 12), "bar(a.b)")]


def test_fixes_are_unsafe_unless_their_rule_says_otherwise(engine, rule):
    [finding] = engine(rule("python", "foo()", fix="bar()")).check(document("foo()")).findings
    assert finding.fixes[0].applicability is Applicability.UNSAFE


def test_only_addresses_become_documentation(engine, rule):
    [finding] = engine(rule("python", "foo()", metadata={"source": "javascript:x"})).check(document("foo()")).findings
    assert finding.documentation == ""


@pytest.mark.parametrize(
    ("code", "offered"),
    [
        ("import yaml\nyaml.load(s)\n", True),
        ("from yaml import load\nload(s)\n", False),
        ("import yaml as y\ny.load(s)\n", False),
        ("from yaml import load\nimport yaml\nload(s)\n", True),
    ],
)
def test_a_fix_that_names_what_the_file_does_not_know_is_not_offered(engine, rule, code, offered):
    [finding] = engine(rule("python", "yaml.load($X)", fix="yaml.safe_load($X)")).check(document(code)).findings
    assert bool(finding.fixes) is offered


@pytest.mark.parametrize("fix", ["a.b($X)", "'a.b'", "str.join($X)", "$X.a()"])
def test_a_fix_may_use_what_is_in_the_code_in_texts_and_built_in(engine, rule, fix):
    [finding] = engine(rule("python", "foo($X)", fix=fix)).check(document("foo(a)\n")).findings
    assert finding.fixes


@pytest.mark.parametrize(
    ("fix", "title"),
    [
        ("bar($X)", "Replace with `bar(1)`"),
        ("", "Remove it"),
        ("bar($X,\n    2)", "Replace with `bar(1, 2)`"),
        ("bar('`')", "Replace with bar('`')"),
        (f"bar({'1' * 80})", f"Replace with `bar({'1' * 55}…`"),
    ],
)
def test_a_fix_is_called_by_what_it_writes_in_one_short_line(engine, rule, fix, title):
    [finding] = engine(rule("python", "foo($X)", fix=fix)).check(document("foo(1)\n")).findings
    assert finding.fixes[0].title == title


def test_an_empty_fix_takes_its_line_with_it(engine, rule):
    [finding] = engine(rule("python", "foo()", fix="")).check(document("a\n  foo()\nb\n")).findings
    assert apply("a\n  foo()\nb\n", [TextChange(edit.span, edit.text) for edit in finding.fixes[0].edits]) == "a\nb\n"


def test_further_lines_of_a_fix_are_indented_and_end_like_the_document(engine, rule):
    code = "if a:\r\n    foo(1)\r\n"
    [finding] = engine(rule("python", "foo($X)", fix="bar()\nbaz($X)")).check(document(code)).findings
    changes = [TextChange(edit.span, edit.text) for edit in finding.fixes[0].edits]
    assert apply(code, changes) == "if a:\r\n    bar()\r\n    baz(1)\r\n"


def test_long_values_are_cut_in_messages_but_not_in_fixes(engine, rule):
    value = "a" * 500
    entry = rule("python", "foo($X)", message="$X", fix="bar($X)")
    [finding] = engine(entry).check(document(f"foo({value})")).findings
    assert len(finding.message) == 120
    assert finding.fixes[0].edits[0].text == f"bar({value})"


def test_places_count_code_points(engine, rule):
    code = 'x = "é😀漢"; foo()\n'
    [finding] = engine(rule("python", "foo()")).check(document(code)).findings
    assert code[finding.span.start : finding.span.end] == "foo()"


def test_findings_come_in_the_order_of_the_text_and_once(engine, rule):
    entries = [rule("python", {"pattern-either": [{"pattern": "b()"}, {"pattern": "b(...)"}, {"pattern": "a()"}]})]
    findings = engine(*entries).check(document("b()\na()\n")).findings
    assert [finding.span.start for finding in findings] == [0, 4]


def test_a_language_without_parser_has_no_findings(engine, rule):
    analysis = engine(rule("python", "foo()")).check(document("foo()", "cobol"))
    assert analysis.tree is None
    assert analysis.findings == ()


def test_rules_keep_to_their_languages(engine, rule):
    assert engine(rule("python", "foo()")).check(document("foo()", "javascript")).findings == ()


def test_code_with_errors_is_still_read(engine, rule):
    findings = engine(rule("python", "eval(...)")).check(document("def f(:\n  eval(x)\nclass\n")).findings
    assert len(findings) == 1


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (CheckOptions(), ["one", "two"]),
        (CheckOptions(ignore=frozenset({"one"})), ["two"]),
        (CheckOptions(select=frozenset({"one"})), ["one"]),
        (CheckOptions(select=frozenset({"one"}), ignore=frozenset({"one"})), []),
    ],
)
def test_options_choose_rules(engine, rule, options, expected):
    entries = [rule("python", "a()", id="one"), rule("python", "a(...)", id="two")]
    findings = engine(*entries, options=options).check(document("a()")).findings
    assert [finding.rule for finding in findings] == expected


def test_options_change_severities(engine, rule):
    options = CheckOptions(severity={"r": Severity.HINT})
    [finding] = engine(rule("python", "a()"), options=options).check(document("a()")).findings
    assert finding.severity is Severity.HINT


@pytest.mark.parametrize(
    ("paths", "path", "found"),
    [
        ({"include": ["tests"]}, "tests/a.py", True),
        ({"include": ["tests"]}, "src/a.py", False),
        ({"include": ["*.py"]}, "src/deep/a.py", True),
        ({"include": ["src/*.py"]}, "src/deep/a.py", False),
        ({"include": ["src/**/*.py"]}, "src/deep/a.py", True),
        ({"include": ["/src"]}, "lib/src/a.py", False),
        ({"exclude": ["tests/"]}, "tests/a.py", False),
        ({"exclude": ["test_?.py"]}, "a/test_1.py", False),
        ({"exclude": ["tests"]}, "mytests/a.py", True),
    ],
)
def test_paths_say_where_a_rule_looks(engine, rule, paths, path, found):
    assert bool(engine(rule("python", "a()", paths=paths)).check(document("a()"), path).findings) is found


def test_a_rule_that_finds_only_with_an_import_does_so_once_it_is_typed(engine, rule):
    checker = engine(rule("python", "subprocess.run(...)"))
    before = checker.check(document("x = 1\nsp.run(a)\n"))
    change = TextChange(Span(0, 0), "import subprocess as sp\n")

    after = checker.recheck(before, change, before.document.changed(change))

    assert len(before.findings) == 0
    assert len(after.findings) == 1


def test_a_rule_whose_last_word_is_typed_looks_at_the_whole_file(engine, rule):
    body = {"patterns": [{"pattern": "foo()"}, {"pattern-inside": "import bar\n..."}]}
    checker = engine(rule("python", body))
    before = checker.check(document("import baz\n" + "x = 1\n" * 50 + "foo()\n"))
    change = TextChange(Span(9, 10), "r")

    after = checker.recheck(before, change, before.document.changed(change))

    assert len(before.findings) == 0
    assert len(after.findings) == 1


def test_an_edit_far_away_but_inside_of_the_surroundings_counts(engine, rule):
    body = {"patterns": [{"pattern": "foo()"}, {"pattern-not-inside": "def $F(x): ..."}]}
    checker = engine(rule("python", body))
    before = checker.check(document("def f(y):\n" + "  a = 1\n" * 50 + "  foo()\n"))
    change = TextChange(Span(6, 7), "x")

    after = checker.recheck(before, change, before.document.changed(change))

    assert len(before.findings) == 1
    assert len(after.findings) == 0


def test_a_word_that_is_new_compiles_no_rule(tmp_path, monkeypatch):
    path = tmp_path / "rules.yaml"
    patterns = "[{pattern: foo($X)}, {pattern-inside: 'with bar(): ...'}]"
    path.write_text(f"rules: [{{id: r, languages: [python], severity: INFO, message: m, patterns: {patterns}}}]")
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    load([str(path)], builtin=False)
    checker = Engine(load([str(path)], builtin=False))
    monkeypatch.setattr(plans, "formula_of", None)
    before = "foo(1)\nwith a():\n    pass\n"
    change = TextChange(Span(before.index("a():"), before.index("():")), "bar")
    after = checker.recheck(checker.check(document(before)), change, document(apply(before, [change])))
    assert after.findings == ()
    assert after.state.active != ()


def test_what_edits_ask_for_is_known_ahead(monkeypatch):
    analysis = ENGINE.check(document("import a\neval(a)\n"))
    ENGINE.prepare_edits(analysis)
    monkeypatch.setattr(active_rules, "tokens_required_by", None)
    monkeypatch.setattr(active_rules, "texts_of", None)
    change = TextChange(Span(9, 9), "assert (a, 'b')\n")
    after = ENGINE.recheck(analysis, change, document("import a\nassert (a, 'b')\neval(a)\n"))
    assert [finding.rule for finding in after.findings] == ["py/assert-tuple"]


def test_documents_of_no_language_need_no_preparing():
    ENGINE.prepare_edits(ENGINE.check(document("a", language="")))


def test_an_edit_does_not_look_at_the_rest_of_the_file(engine, rule, monkeypatch):
    checker = engine(rule("python", "foo($X)"))
    before = checker.check(document("foo(1)\n" * 1000))
    tried = []
    monkeypatch.setattr(candidates, "try_at", lambda *arguments: tried.append(arguments) or None)
    change = TextChange(Span(3500, 3500), "# a comment\n")

    after = checker.recheck(before, change, before.document.changed(change))

    assert len(tried) <= 3
    assert len(after.findings) >= 997


@pytest.mark.parametrize(
    "body",
    [
        {"pattern-regex": "foo-bar"},
        {"patterns": [{"pattern": "$X - $Y"}, {"pattern-regex": "foo-bar"}]},
        {"patterns": [{"pattern": "f($X)"}, {"metavariable-regex": {"metavariable": "$X", "regex": "^foo-bar$"}}]},
    ],
)
def test_an_edit_can_bring_a_text_without_a_new_word(engine, rule, body):
    checker = engine(rule("python", body))
    before = checker.check(document("f(foo+bar)\n"))
    assert before.findings == ()
    change = TextChange(Span(5, 6), "-")

    after = checker.recheck(before, change, before.document.changed(change))

    assert len(after.findings) == 1
    assert after.findings == checker.check(after.document).findings


def test_a_rule_is_left_out_where_a_metavariable_cannot_be_what_it_must(engine, rule):
    condition = {"metavariable": "$X", "regex": r"^(self\.)?request\.(args|form)"}
    checker = engine(rule("python", {"patterns": [{"pattern": "open($X)"}, {"metavariable-regex": condition}]}))
    for code, is_active in (("open(request)", False), ("open(self.request.form)", True)):
        data = code.encode()
        assert (
            bool(checker.context.active_rules.active("python", DocumentPlace("", Role.CODE), words_of(data), data))
            is is_active
        )


def in_order(found):
    return sorted(found.findings(), key=sort_key)


def pieces(language):
    """Lines and whole examples to build and edit programs from."""
    names = glob.glob(os.path.join(PACKS, "*", f"*.{EXTENSIONS[language]}"))
    texts = []
    for name in sorted(names):
        with open(name, encoding="utf-8") as stream:
            texts.append(stream.read())
    return texts, sorted({line for text in texts for line in text.split("\n")})


EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.floats(0, 1), st.sampled_from(["line", "none", "text"])),
    min_size=1,
    max_size=8,
)
SNIPPETS = ["a", "(", ")", "{", "}", "\n", " ", "'", "é", "😀", "#", "//", "eval(x)", "import os\n", "x = 1\n"]


@pytest.mark.parametrize("language", sorted(EXTENSIONS))
@settings(max_examples=examples(2, 12))
@given(chosen=st.tuples(st.floats(0, 1), st.floats(0, 1)), edits=EDITS)
def test_after_any_edit_the_findings_are_those_of_a_whole_check(language, chosen, edits):
    texts, lines = pieces(language)
    code = "\n".join(texts[int(each * (len(texts) - 1))] for each in chosen)
    current = ENGINE.check(document(code, language), "a")
    for place, length, choice, kind in edits:
        text = current.document.text
        start = int(place * len(text))
        inserted = {"none": "", "line": lines[int(choice * (len(lines) - 1))] + "\n"}.get(
            kind, SNIPPETS[int(choice * (len(SNIPPETS) - 1))]
        )
        change = TextChange(Span(start, min(len(text), start + length)), inserted)
        changed = current.document.changed(change)

        settled = ENGINE.settled(ENGINE.recheck(current, change, changed, follow=False))
        current = ENGINE.recheck(current, change, changed)
        assert in_order(settled.state) == in_order(current.state)
        assert in_order(current.state) == in_order(state.run(ENGINE.context, current.tree, current.place))
        # The tree after an edit may differ from a fresh one only where the code has errors.
        if not current.tree.has_errors:
            assert settled.findings == current.findings == ENGINE.check(changed, "a").findings


_WORDS = st.sampled_from("abc")
_NEEDS = st.recursive(
    st.tuples(st.sampled_from(["word", "text"]), _WORDS),
    lambda inner: st.tuples(st.sampled_from(["all", "any"]), st.lists(inner, max_size=4)),
)


def requirement_of(needs: tuple[str, Any]) -> Requirement:
    kind, argument = needs
    if kind in ("word", "text"):
        return all_of(**{f"{kind}s": [argument]})
    return (all_of if kind == "all" else any_of)(parts=map(requirement_of, argument))


def holds(needs: tuple[str, Any], words: set[bytes], data: bytes) -> bool:
    kind, argument = needs
    if kind in ("word", "text"):
        return argument.encode() in (words if kind == "word" else data)
    return (all if kind == "all" else any)(holds(part, words, data) for part in argument)


@given(_NEEDS, st.lists(_WORDS, max_size=3))
def test_a_requirement_is_met_by_what_has_all_that_it_asks_for(needs, found):
    data = " ".join(found).encode()
    words = words_of(data)
    requirement = requirement_of(needs)
    assert is_met(requirement, words, data) is holds(needs, words, data)
    some = some_of(requirement)
    assert not some or not is_met(requirement, words, data) or not words.isdisjoint(some)
