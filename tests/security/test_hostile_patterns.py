"""Patterns of a repository that match one place in very many ways, and texts of it that are read like patterns.

Who: whoever writes rules, `CODEOWNERS` or a policy of a repository. What must not happen: a check without end.
Nothing here is timed: a test that a pattern holds up ends by the time limit of all tests.
"""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.pattern.bindings import Binding, TooManySteps
from reread.analyzers.pattern.compilation import parser
from reread.analyzers.pattern.matching import budget, match_context
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import Imports
from reread.analyzers.pattern.matching.unification import same
from reread.analyzers.pattern.patterns.metavariable_encoding import ELLIPSIS_NAME, PatternError
from reread.analyzers.pattern.patterns.special import TextTemplate
from reread.analyzers.review.settings import PolicySettings
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document
from reread.rag.source.ignore import patterns_of
from reread.server.conclusion import owners

CALL = f"f({', '.join(f'a{n}' for n in range(40))})\nother(1)\n"
NESTED = f"x = {'f(' * 60}1{')' * 60}\nother(1)\n"
EITHER = {"pattern-either": [{"pattern": f"f(..., $A{n}, ...)"} for n in range(20)]}
ANY = {"semgrep-internal-pattern-anywhere": {"pattern": "f(..., $B, ...)"}}
EXPLODING = {
    "either": (CALL, [EITHER] * 20),
    "inside": (NESTED, [{"pattern-inside": f"<... f(${name}) ...>"} for name in "ABCD"] + [{"pattern": "f($X)"}]),
    "anywhere": (CALL, [{"pattern": "f(..., $A, ...)"}, *[json.loads(json.dumps(ANY).replace("$B", f"${n}")) for n in "BCDE"]]),
}  # fmt: skip
OTHER = {"id": "other", "languages": ["python"], "severity": "ERROR", "message": "m", "pattern": "other(...)"}


def engine(folder, patterns):
    rule = {"id": "many", "languages": ["python"], "severity": "ERROR", "message": "m", "patterns": patterns}
    (folder / "rules.yaml").write_text(json.dumps({"rules": [rule, OTHER]}))
    found = load([str(folder)], builtin=False)
    assert found.problems == ()
    return Engine(found)


@pytest.mark.parametrize("name", EXPLODING)
@pytest.mark.slow
def test_a_rule_that_matches_in_very_many_ways_ends_and_the_others_go_on(tmp_path, monkeypatch, name):
    monkeypatch.setattr(match_context, "MOST_STEPS", 2_000)
    monkeypatch.setattr(budget, "MOST_STEPS", 2_000)
    code, patterns = EXPLODING[name]
    found = engine(tmp_path, patterns).check(Document("", code, language="python"), "a.py").findings
    assert [each.rule for each in found] == ["other"]


@pytest.mark.slow
@pytest.mark.parametrize("name", EXPLODING)
def test_without_a_limit_of_ways_it_goes_on(tmp_path, monkeypatch, name):
    class ManyWaysError(Exception):
        pass

    def counted(context: MatchContext) -> None:
        context.steps += 1
        if context.steps > 50_000:
            raise ManyWaysError

    monkeypatch.setattr(MatchContext, "step", counted)
    code, patterns = EXPLODING[name]
    with pytest.raises(ManyWaysError):
        engine(tmp_path, patterns).check(Document("", code, language="python"), "a.py")


@pytest.fixture
def context():
    document = Document("", "f(1)\n", language="python")
    tree = parse(document)
    return MatchContext(document.text.encode(), tree.root, tree.language, Imports())


def test_steps_that_take_long_end_by_the_clock(context, monkeypatch):
    clock = itertools.count(step=3.0)
    monkeypatch.setattr(match_context, "thread_time", lambda: next(clock))
    with pytest.raises(TooManySteps):
        for _ in range(2_000):
            context.step()
    assert context.steps < 1_500


def test_a_part_and_what_is_remembered_share_the_time_of_the_try(context, monkeypatch):
    clock = itertools.count(step=3.0)
    monkeypatch.setattr(match_context, "thread_time", lambda: next(clock))
    context.remember((1, 1), lambda: iter(()))
    inner = context.part(context.root, {})
    with pytest.raises(TooManySteps):
        inner.remember((1, 1), lambda: iter(()))


def test_comparing_long_code_counts_for_more(context):
    node = context.root
    one, other = Binding(0, 5, b"a/1 " * 2_000, node), Binding(0, 5, b"a/ 1 " * 2_000, node)
    with pytest.raises(TooManySteps):
        for _ in range(1_000):
            same(one, other, context)


TEMPLATE = f"{ELLIPSIS_NAME}a" * 30 + f"{ELLIPSIS_NAME}b"


def template_matches(text, pattern):
    document = Document("", f"echo {text}\n", language="bash")
    tree = parse(document)
    context = MatchContext(document.text.encode(), tree.root, tree.language, Imports())
    [word] = [node for node in _all(tree.root) if node.type == "word" and tree.text(node) == text]
    return list(TextTemplate("word", pattern).match(word, {}, context))


def _all(node):
    yield node
    for child in node.children:
        yield from _all(child)


def test_a_text_with_many_dots_decides():
    assert template_matches("a" * 4_000, TEMPLATE) == []
    assert template_matches("a" * 4_000 + "b", TEMPLATE) == [{}]


@pytest.mark.parametrize("parts", [1, 2, 3, 6])
def test_its_metavariables_stand_for_as_little_as_possible(parts):
    pattern = "-".join(f"rrMeta_X{n}_rr" for n in range(parts))
    [found] = template_matches("-".join(["é.x"] * (parts + 1)), pattern)
    assert [bound.text.decode() for bound in found.values()] == ["é.x"] * (parts - 1) + ["é.x-é.x"]


STARS = ["/" + "**/" * 30 + "x", "/" + "*a" * 30 + "*b", "*a" * 30 + "*b", "a/" + "**/a/" * 30 + "x"]
DEEP = "a/" + "a/" * 200 + "a" * 200


@pytest.mark.parametrize("pattern", STARS)
def test_patterns_of_owners_decide(pattern):
    assert owners.parse(f"{pattern} @a").of(DEEP) == ()
    assert owners.parse(f"* @a\n{pattern} @b").of("c") == ("@a",)


@pytest.mark.parametrize("pattern", [*STARS, "!"])
def test_patterns_of_a_policy_decide(pattern):
    assert not patterns_of(PolicySettings(needs_owner=(pattern,)).needs_owner).match_file(DEEP)


EMPTY = r"(?:(?:(?=x?)|){40}\b)"


def test_a_replacement_is_read_without_being_used(tmp_path):
    fix = {"regex": EMPTY, "replacement": r"\g<0>"}
    rule = {**OTHER, "id": "fixed", "fix-regex": fix}
    (tmp_path / "rules.yaml").write_text(json.dumps({"rules": [rule]}))
    assert load([str(tmp_path)], builtin=False).problems == ()
    (tmp_path / "rules.yaml").write_text(json.dumps({"rules": [{**rule, "fix-regex": {**fix, "replacement": r"\1"}}]}))
    [problem] = load([str(tmp_path)], builtin=False).problems
    assert "not a replacement: invalid group reference" in problem.message


SIGNS = "/^(a+)+" + "?" * 200 + "(b)$/"


def test_a_literal_with_a_row_of_signs_of_repetition_is_read():
    checker = Engine(load(), CheckOptions(profile=Profile.PEDANTIC))
    found = checker.check(Document("", f"const a = {SIGNS};\nconst b = /^(a+)+$/;\n", language="javascript"), "a.js")
    assert [each.rule for each in found.findings if each.rule.endswith("redos-literal")] == ["js/redos-literal"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"\)[*+]\??(?:(?:\\.|[^\\()|])[?*]\??)*$", SIGNS),
        (EMPTY, ""),
        ("(?:.*/)?" * 20 + "x$", "a/" * 200),
        (re.escape("a") + r"[^\n]*?a" * 30 + r"[^\n]*?b$", "a" * 4_000),
    ],
)
def test_python_alone_would_run_on(expression, text):
    code = "import re, sys; e = re.compile(sys.argv[1]); print('in', flush=True); e.sub('', sys.argv[2])"
    with subprocess.Popen([sys.executable, "-c", code, expression, text], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)
        process.kill()


@pytest.mark.parametrize("language", ["python", "ruby", "generic"])
def test_a_pattern_of_code_without_end_is_refused(tmp_path, language):
    rule = {**OTHER, "id": "long", "languages": [language], "pattern": "f(" + "($X : a" + " " * 100_000 + "b"}
    (tmp_path / "rules.yaml").write_text(json.dumps({"rules": [rule]}))
    problems = [each.message for each in load([str(tmp_path)], builtin=False).problems]
    is_code = language != "generic"  # where blanks are no part of a pattern
    assert [each[:38] for each in problems] == ["the pattern is longer than 10,000 char"] * is_code


def test_a_pattern_that_the_parser_gives_up_is_no_bug(monkeypatch):
    monkeypatch.setattr(parser, "parse", lambda document: None)
    with pytest.raises(PatternError, match="takes too long"):
        parser.parse_pattern("f($X)", "python")


@pytest.mark.slow
def test_a_comment_of_any_length_is_looked_through_once():
    checker = Engine(load(), CheckOptions(profile=Profile.STANDARD))
    for comment, expected in ((b"#" * 60_000, ["py/undefined-name"]), (b"#" * 60_000 + b" F821", [])):
        # With short lines as well: what looks as if a program had written it is asked for less.
        text = f"missing_name(1)  {comment.decode()}\n" + "print(1)\n" * 2_000
        found = checker.check(Document("", text, language="python"), "a.py").findings
        assert [each.rule for each in found if each.rule == "py/undefined-name"] == expected
