"""Modules of many declarations, and long chains of calls, take work in proportion to their length."""

from __future__ import annotations

import cProfile
import json
import pstats

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.pattern.formulas.formula import has_words, nodes_within
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import Imports
from reread.analyzers.rules.ruleset import load
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document

PATTERNS = {
    "declarations": [{"pattern-inside": "const $S = z.object(...);\n..."}, {"pattern": "$S.parse(...)"}],
    "two places around": [
        {"pattern": "$S.parse(...)"},
        {
            "pattern-either": [
                {"pattern-inside": "const $S = y.schema(...);\n..."},
                {
                    "patterns": [
                        {"pattern-inside": "const $S = z.object(...);\n..."},
                        {"pattern-inside": "const $Q = y.part(...);\n..."},
                    ]
                },
            ]
        },
    ],
    "other declarations": [{"pattern-inside": "const $S = y.object(...);\n..."}, {"pattern": "$S.parse(...)"}],
}


class Searched(bytes):
    """A text that counts the bytes that are searched in it."""

    count = 0

    def find(self, word, start=0, end=None):
        self.count += (len(self) if end is None else end) - start
        return super().find(word, start, end)


@pytest.mark.parametrize("shape", PATTERNS)
def test_twice_the_declarations_take_twice_the_work(shape, tmp_path):
    path = tmp_path / "rules.yaml"
    rule = {"id": "r", "languages": ["javascript"], "severity": "INFO", "message": "m", "patterns": PATTERNS[shape]}
    path.write_text(json.dumps({"rules": [rule]}))
    checker = Engine(load([str(path)], builtin=False))
    work, findings = [], []
    for length in (150, 150, 300):
        profile = cProfile.Profile()
        code = "".join(f"const a{n} = z.object({{ b: z.string() }});\na{n}.parse(b);\n" for n in range(length))
        document = Document("file:///a", code + "// y.object y.schema y.part\n", language="javascript")
        findings.append(len(profile.runcall(checker.check, document).findings))
        work.append(pstats.Stats(profile).total_calls)

    assert findings == ([150, 150, 300] if shape == "declarations" else [0, 0, 0])
    assert work[2] < 2.3 * work[1], work


def test_words_around_a_call_are_searched_for_once():
    text = "a" + "".join(f"\n.step({n})" for n in range(1000)) + ";\n"
    tree = parse(Document("file:///a", text, language="javascript"))
    data = Searched(text.encode())
    context = MatchContext(data, tree.root, tree.language, Imports(()))
    calls = [each for each in nodes_within(tree.root) if each.type == "call_expression"]

    assert len(calls) == 1000
    assert [has_words(each, (b"step(999)",), context) for each in calls] == [True] + [False] * 999
    assert data.count < 150_000


CHAINED = {
    "inside calls": [{"pattern-inside": "$X.start(...)"}, {"pattern": "$R.body"}],
    "inside either": [
        {"pattern-either": [{"pattern-inside": "$X.start(...)"}, {"pattern-inside": "$X.other(...)"}]},
        {"pattern": "$R.body"},
    ],
    "outside of calls": [{"pattern": "$R.body"}, {"pattern-not-inside": "$X.end(...)"}],
    "inside functions": [{"pattern-inside": "function $F(...) { ... }"}, {"pattern": "$R.body"}],
    "inside statements": [{"pattern-inside": "$Q = start();\n..."}, {"pattern": "$R.body"}],
    "same statement": [{"pattern": "$X.then(...);"}],
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", CHAINED)
def test_twice_the_calls_of_a_chain_take_twice_the_work(shape, tmp_path):
    path = tmp_path / "rules.yaml"
    rule = {"id": "r", "languages": ["javascript"], "severity": "INFO", "message": "m", "patterns": CHAINED[shape]}
    path.write_text(json.dumps({"rules": [rule]}))
    checker = Engine(load([str(path)], builtin=False))
    work = []
    for length in (200, 200, 400):
        profile = cProfile.Profile()
        code = (
            "function run(req) {\n  q = start();\n  return start(q)" + "\n    .then((r) => r.step(req.body.a))" * length
        )
        document = Document("file:///a", code + ";\n}\n// other() end()\n", language="javascript")
        profile.runcall(checker.check, document)
        work.append(pstats.Stats(profile).total_calls)

    assert work[2] < 2.3 * work[1], work


def test_what_is_around_the_innermost_of_a_thousand_calls_is_seen(tmp_path):
    path = tmp_path / "rules.yaml"
    patterns = [{"pattern-inside": "outermost(...)"}, {"pattern": "innermost()"}]
    rule = {"id": "r", "languages": ["javascript"], "severity": "INFO", "message": "m", "patterns": patterns}
    path.write_text(json.dumps({"rules": [rule]}))
    code = "outermost(" + "a(" * 1_000 + "innermost()" + ")" * 1_000 + ")"
    document = Document("file:///a", code, language="javascript")
    assert len(Engine(load([str(path)], builtin=False)).check(document).findings) == 1


def test_what_is_looked_for_inside_of_what_is_around_is_found_once(tmp_path):
    path = tmp_path / "rules.yaml"
    around = {"patterns": [{"pattern": "outer(...)"}, {"pattern": "inner(...)"}]}
    patterns = [{"pattern-inside": around}, {"pattern": "$R.body"}]
    rule = {"id": "r", "languages": ["javascript"], "severity": "INFO", "message": "m", "patterns": patterns}
    path.write_text(json.dumps({"rules": [rule]}))
    checker = Engine(load([str(path)], builtin=False))
    work = []
    for length in (200, 200, 400):
        profile = cProfile.Profile()
        code = "outer(inner(() => {\n" + "  g(r.body);\n" * length + "}));\n"
        document = Document("file:///a", code, language="javascript")
        assert len(profile.runcall(checker.check, document).findings) == length
        work.append(pstats.Stats(profile).total_calls)

    assert work[2] < 2.3 * work[1], work


def test_a_named_entry_among_thousands_is_found(tmp_path):
    path = tmp_path / "rules.yaml"
    condition = {"metavariable-regex": {"metavariable": "$K", "regex": "Insecure"}}
    patterns = [{"pattern": "Settings{..., $K: $V, ...}"}, condition]
    rule = {"id": "r", "languages": ["go"], "severity": "INFO", "message": "m", "patterns": patterns}
    path.write_text(json.dumps({"rules": [rule]}))
    checker = Engine(load([str(path)], builtin=False))
    entries = "".join(f"\tKey{number}: {number},\n" for number in range(4_000))
    code = "package p\n\nvar s = Settings{\n" + entries + "\tInsecure: true,\n}\n"
    analysis = checker.check(Document("file:///a", code, language="go"))
    assert (len(analysis.findings), checker.lost(analysis)) == (1, ())


SEQUENCES = {
    "declared after": "const $S = z.object({..., $F: $K, ...});\n...\nconst $P = $S.parse(...);\n...\n",
    "declared inside of functions": "const $S = z.object({..., $F: $K, ...});\n...\nconst $P = await $S.parse(...);\n...\n",
}


@pytest.mark.parametrize("shape", SEQUENCES)
def test_thousands_of_schemas_lose_no_place(shape, tmp_path, monkeypatch):
    path = tmp_path / "rules.yaml"
    patterns = [{"pattern-inside": SEQUENCES[shape]}, {"pattern": "$P.$F"}]
    rule = {"id": "r", "languages": ["javascript"], "severity": "INFO", "message": "m", "patterns": patterns}
    path.write_text(json.dumps({"rules": [rule]}))
    checker = Engine(load([str(path)], builtin=False))
    steps = [0]
    original = MatchContext.step

    def count(context):
        steps[0] += 1
        original(context)

    monkeypatch.setattr(MatchContext, "step", count)
    taken = []
    for length in (200, 400):
        declared = "".join(f"const S{n} = z.object({{ a{n}: z.string(), name: z.string() }});\n" for n in range(length))
        parsed = "const p{0} = S{0}.parse(b);\nuse(p{0}.name, other.name);\n"
        if shape == "declared inside of functions":
            parsed = (
                "async function f{0}(b) {{\n  const p{0} = await S{0}.parse(b);\n  use(p{0}.name, other.name);\n}}\n"
            )
        code = declared + "".join(parsed.format(number) for number in range(length))
        steps[0] = 0
        analysis = checker.check(Document("file:///a", code, language="javascript"))
        assert (len(analysis.findings), checker.lost(analysis)) == (length, ())
        taken.append(steps[0])
    assert taken[1] < 2.3 * taken[0], taken
