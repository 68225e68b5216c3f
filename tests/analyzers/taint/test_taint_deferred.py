"""Data-flow analysis that is deferred: findings of before move with the edits until then."""

import pytest

from reread.analyzers.engine.dispatch import candidates
from reread.analyzers.engine.incremental import state
from reread.analyzers.text import Document, Span, TextChange

CODE = """def run(name):
    value = source()
    sink(value)
"""


def document(text):
    return Document("", text, language="python")


def edited(text, at, length, inserted):
    start = text.index(at)
    change = TextChange(Span(start, start + length), inserted)
    return change, document(text[:start] + inserted + text[start + length :])


RULE = {
    "id": "r",
    "languages": ["python"],
    "severity": "ERROR",
    "message": "m",
    "mode": "taint",
    "pattern-sources": [{"pattern": "source()"}],
    "pattern-sinks": [{"pattern": "sink(...)"}],
}


@pytest.fixture
def checker(engine):
    return engine(RULE)


def lines(analysis):
    return [analysis.document.lines.line_of(each.span.start) for each in analysis.findings]


def test_a_finding_moves_while_data_flow_is_deferred(checker):
    before = checker.check(document(CODE))
    change, after = edited(CODE, "def", 0, "# new\n")
    quick = checker.recheck(before, change, after, follow=False)
    assert quick.pending
    assert lines(quick) == [3]


def test_a_finding_that_was_touched_is_gone_until_then(checker):
    before = checker.check(document(CODE))
    change, after = edited(CODE, "sink(value)", 4, "sink")
    quick = checker.recheck(before, change, after, follow=False)
    assert lines(quick) == []
    assert lines(checker.settled(quick)) == [2]


def test_findings_of_an_edit_appear_with_the_data_flow_analysis(checker):
    before = checker.check(document(CODE.replace("source()", "1 + source")))
    assert lines(before) == []
    change, after = edited(before.document.text, "1 + source", 10, "source()")
    quick = checker.recheck(before, change, after, follow=False)
    assert (lines(quick), quick.pending) == ([], True)
    settled = checker.settled(quick)
    assert (lines(settled), settled.pending) == ([2], False)
    assert settled.findings == checker.check(after).findings


def test_several_edits_may_wait(checker):
    text, analysis = CODE, checker.check(document(CODE))
    for _ in range(3):
        change, after = edited(text, "def", 0, "x = 1\n")
        analysis, text = checker.recheck(analysis, change, after, follow=False), after.text
    assert lines(analysis) == [5]
    assert checker.settled(analysis).findings == checker.check(document(text)).findings


def test_without_sources_and_sinks_nothing_is_deferred(checker):
    before = checker.check(document("x = 1\n"))
    change, after = edited("x = 1\n", "1", 1, "2")
    quick = checker.recheck(before, change, after, follow=False)
    assert not quick.pending
    assert checker.settled(quick) is quick


def brought(checker, line, before=CODE):
    """What the quick and the whole answer to a new line at the end say of it."""
    start = len(before)
    change = TextChange(Span(start, start), line)
    quick = checker.recheck(checker.check(document(before)), change, document(before + line), follow=False)
    return [[each for each in found.findings if each.span.start >= start] for found in (quick, checker.settled(quick))]


def test_a_source_in_the_place_of_a_sink_is_found_at_once(engine):
    checker = engine(RULE | {"pattern-sinks": [{"patterns": [{"pattern": "sink($X)"}, {"focus-metavariable": "$X"}]}]})
    quick, whole = brought(checker, "sink(source())\n")
    assert quick == whole
    assert len(quick) == 1


@pytest.mark.parametrize("line", ["sink(clean(source()))\n", "sink(1)\n", "sink(value)\n", "source()\n"])
def test_anything_else_waits(engine, line):
    sinks = [{"patterns": [{"pattern": "sink($X)"}, {"focus-metavariable": "$X"}]}]
    checker = engine(RULE | {"pattern-sinks": sinks, "pattern-sanitizers": [{"pattern": "clean(...)"}]})
    assert brought(checker, line)[0] == []


@pytest.mark.parametrize(
    "more",
    [
        {"pattern-sanitizers": [{"pattern": "source()"}]},
        {"pattern-sources": [{"pattern": "source()", "label": "A"}]},
        {"options": {"taint_unify_mvars": True}},
    ],
)
def test_what_depends_on_more_waits(engine, more):
    sinks = [{"patterns": [{"pattern": "sink($X)"}, {"focus-metavariable": "$X"}]}]
    assert brought(engine(RULE | {"pattern-sinks": sinks} | more), "sink(source())\n")[0] == []


def test_a_known_finding_is_not_reported_twice(engine):
    sinks = [{"patterns": [{"pattern": "sink($X)"}, {"focus-metavariable": "$X"}]}]
    checker = engine(RULE | {"pattern-sinks": sinks})
    before = "sink(source())\n"
    change = TextChange(Span(len(before) - 1, len(before) - 1), "  # so it is")
    quick = checker.recheck(
        checker.check(document(before)), change, document(before[:-1] + "  # so it is\n"), follow=False
    )
    assert len(quick.findings) == 1


def test_a_first_analysis_may_defer_data_flow(checker):
    quick = checker.check(document(CODE), follow=False)
    assert quick.pending
    assert lines(quick) == []
    assert lines(checker.settled(quick)) == lines(checker.check(document(CODE))) == [2]


def test_a_first_look_leaves_sources_for_later(checker, tried):
    quick = checker.check(document(CODE), follow=False)
    assert len(tried) == 1
    assert lines(checker.settled(quick)) == [2]
    assert len(tried) == 2


def test_a_first_look_without_sinks_is_the_last(checker):
    assert not checker.check(document("source()\n"), follow=False).pending


def test_an_edit_of_imports_defers_data_flow(checker):
    before = checker.check(document("import a\n" + CODE))
    change, after = edited("import a\n" + CODE, "a\n", 1, "b as a")
    assert checker.recheck(before, change, after, follow=False).pending


@pytest.fixture
def tried(monkeypatch):
    """How many nodes rules are tried at, at a time."""
    counts = []

    def try_all(engine, dispatch, nodes, *rest):
        counts.append(len(nodes))
        return original(engine, dispatch, nodes, *rest)

    original = state.try_all
    monkeypatch.setattr(state, "try_all", try_all)
    return counts


def test_deferred_data_flow_matches_no_rule_again(checker, tried):
    change, after = edited(CODE, "source", 0, "not_")
    quick = checker.recheck(checker.check(document(CODE)), change, after, follow=False)
    change, again = edited(after.text, "not_", 4, "")
    quick = checker.recheck(quick, change, again, follow=False)
    tried.clear()
    settled = checker.settled(quick)
    assert (lines(settled), tried) == ([2], [])


def test_sources_are_matched_around_the_edit_until_data_flow_runs(checker, tried):
    before = CODE.replace("sink", "print") + "other(source())\n" * 500
    analysis = checker.check(document(before))
    tried.clear()
    change, after = edited(before, "print", 5, "sink")
    quick = checker.recheck(analysis, change, after, follow=False)
    assert (lines(quick), quick.pending) == ([], True)
    assert sum(tried) < 50
    settled = checker.settled(quick)
    assert (lines(settled), settled.pending) == ([2], False)
    assert sum(tried) > 500


def test_edits_that_wait_for_the_sources_of_a_new_sink_end_in_the_same_findings(checker):
    text = CODE.replace("sink", "print")
    analysis = checker.check(document(text))
    for at, length, inserted in (("print", 5, "sink"), ("def", 0, "x = 1\n"), ("sink", 4, "sink")):
        change, after = edited(text, at, length, inserted)
        analysis, text = checker.recheck(analysis, change, after, follow=False), after.text
    assert lines(analysis) == []
    assert checker.settled(analysis).findings == checker.check(document(text)).findings != ()


SERVICE = """class Greeter(base_pb2.GreeterXX):
    def greet(self, request):
        sink(request.name)
"""
OF_SERVICE = {
    **RULE,
    "pattern-sources": [
        {
            "patterns": [
                {"pattern": "request.$FIELD"},
                {"pattern-inside": "class $NAME($BASE):\n    ..."},
                {"metavariable-regex": {"metavariable": "$BASE", "regex": r"^(\w+\.)*\w+Servicer$"}},
            ]
        },
        {"pattern": "source()"},
    ],
}


@pytest.mark.parametrize("code", [SERVICE, SERVICE + "sink(source())\n"])
def test_an_edit_can_bring_the_end_of_a_word_that_a_source_asks_for(engine, code):
    checker = engine(OF_SERVICE)
    before = checker.check(document(code))
    assert 2 not in lines(before)
    change, after = edited(code, "XX", 2, "Servicer")
    assert 2 in lines(checker.recheck(before, change, after))


def test_a_source_is_not_tried_where_no_word_ends_as_it_asks(engine, monkeypatch):
    tried = []
    as_it_is = candidates.try_at
    monkeypatch.setattr(candidates, "try_at", lambda *each: tried.append(each[1].plan.number) or as_it_is(*each))
    checker = engine(OF_SERVICE)
    checker.check(document(SERVICE + "sink(source())\n"))
    in_vain = set(tried)
    checker.check(document(SERVICE.replace("XX", "Servicer") + "sink(source())\n"))
    assert len(set(tried)) == len(in_vain) + 1
