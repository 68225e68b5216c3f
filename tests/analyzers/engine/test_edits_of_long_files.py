"""Typing in a long file: what the edit may concern far from it waits for the pause, and is then as in a whole check."""

from __future__ import annotations

import json
import random

import pytest

from reread.analyzers.engine.analysis import Analysis
from reread.analyzers.engine.dispatch import candidates
from reread.analyzers.engine.engine import Engine
from reread.analyzers.engine.incremental import revalidation
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document, Span, TextChange

UNIT = "export const s{n} = z.object({{ name{n}: z.string().max({n}) }});\nfunction f{n}(req) {{\n  use(s{n}, req.body);\n}}\n"
CODE = 'import { use } from "lib";\nconst z = schemas();\n' + "".join(UNIT.format(n=n) for n in range(400))
RULES = {
    "inside": {"patterns": [{"pattern-inside": "const $Z = $MAKE();\n..."}, {"pattern": "$Z.string()"}]},
    "unless": {"patterns": [{"pattern": "use($S, ...)"}, {"pattern-not-inside": "safe();\n..."}]},
    "fresh": {"patterns": [{"pattern": "$X.max(...)"}, {"pattern-inside": "danger();\n..."}]},
    "imported": {"pattern": "other.use($S, ...)"},
    "taint": {
        "mode": "taint",
        "pattern-sources": [{"pattern": "$REQ.body"}],
        "pattern-sinks": [{"pattern": "use(..., $X)"}],
    },
}
EDITS = {
    "nothing": ("function f7", "x"),
    "another variable": ("const z", "z"),
    "what must be around": ("schemas();", "\ndanger();"),
    "what must not be around": ("schemas();", "\nsafe();"),
    "a template": ("schemas();", "\nconst t = `"),
    "an import": ('from "', "other"),
}


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("rules") / "rules.yaml"
    same = {"languages": ["javascript"], "severity": "INFO", "message": "m"}
    path.write_text(json.dumps({"rules": [{"id": name, **same, **rule} for name, rule in RULES.items()]}))
    return Engine(load([str(path)], builtin=False))


@pytest.fixture(scope="module")
def whole(checker: Engine) -> Analysis:
    return checker.check(Document("file:///a.js", CODE, language="javascript"))


def edited(checker: Engine, analysis: Analysis, name: str, *texts: str) -> Analysis:
    anchor, text = EDITS[name]
    offset = CODE.index(anchor) + len(anchor)
    for each in texts or (text,):
        change = TextChange(Span(offset, offset), each)
        analysis = checker.recheck(analysis, change, analysis.document.changed(change), follow=False)
        offset += len(each)
    return analysis


def found(rule: str, analysis: Analysis) -> int:
    return sum(each.rule == rule for each in analysis.findings)


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_after_the_pause_all_is_as_in_a_whole_check(name, checker, whole):
    for texts in ((), EDITS[name][1]):
        after = edited(checker, whole, name, *texts)

        assert checker.settled(after).findings == checker.check(after.document).findings


def test_a_rule_that_becomes_active_is_tried_at_the_edit_first(checker, whole, monkeypatch):
    tried, real = [], candidates.try_at
    for module in (candidates, revalidation):
        monkeypatch.setattr(module, "try_at", lambda *arguments: tried.append(arguments) or real(*arguments))

    after = edited(checker, whole, "what must be around")

    assert len(tried) < 20
    assert [found("fresh", each) for each in (after, checker.settled(after))] == [0, 400]


@pytest.mark.slow
@pytest.mark.property
@pytest.mark.parametrize("seed", range(4))
def test_random_edits_end_as_in_a_whole_check(seed, checker, whole):
    chosen, analysis = random.Random(seed), whole
    for _ in range(12):
        length = len(analysis.document.text)
        start = chosen.choice((chosen.randrange(120), chosen.randrange(length)))
        change = TextChange(
            Span(start, min(length, start + chosen.choice((0, 0, 1, 8)))),
            chosen.choice(("x", "\n", "(", "}", "safe();", "danger();", "other", "const z = q();", "")),
        )
        document = analysis.document.changed(change)
        follow = chosen.random() < 0.2
        analysis = checker.recheck(analysis, change, document, follow=follow)
        if follow or chosen.random() < 0.4:
            analysis = checker.settled(analysis)
            assert analysis.findings == checker.check(document).findings, change


def test_a_quotation_mark_that_is_not_closed_yet_leaves_the_rest_for_the_pause(checker, whole, monkeypatch):
    tried, real = [], candidates.try_at
    for module in (candidates, revalidation):
        monkeypatch.setattr(module, "try_at", lambda *arguments: tried.append(arguments) or real(*arguments))

    opened = edited(checker, whole, "a template")

    assert len(tried) < 20
    assert found("unless", opened) == 400
    assert checker.settled(opened).findings == checker.check(opened.document).findings
