"""An analysis that let go of what the next look goes on from: nothing else is lost, and the next look is the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.engine.cross_file_delta import CrossFileDelta
from reread.analyzers.text import Span, TextChange
from tests.analyzers.taint.taint_cases import document
from tests.analyzers.taint.test_taint_edits import EDITS, ENGINE, found, programs

CODE = "def f(a):\n    return a\n\nx = f(source())\nsink(x)\n"


@settings(max_examples=20, deadline=None)
@given(programs(), EDITS, st.data())
def test_after_edits_and_rests_in_any_order_the_findings_are_those_of_a_check(text, edits, data):
    analysis = ENGINE.check(document(text))
    for where, length, inserted in edits:
        if data.draw(st.booleans()):
            whole, analysis = analysis, analysis.rested()
            assert (analysis.findings, analysis.has_errors) == (whole.findings, whole.has_errors)
        old = analysis.document
        start = int(where * len(old.text))
        change = TextChange(Span(start, min(len(old.text), start + length)), inserted)
        analysis = ENGINE.settled(ENGINE.recheck(analysis, change, old.changed(change), follow=False))
        if not analysis.has_errors:
            assert found(analysis) == found(ENGINE.check(document(analysis.document.text)))


def test_until_values_are_followed_again_what_they_came_to_moves_along():
    rested = ENGINE.check(document(CODE)).rested()
    change = TextChange(Span(0, 0), "\n")
    analysis = ENGINE.recheck(rested, change, rested.document.changed(change), follow=False)
    assert analysis.pending and not analysis.at_rest
    assert [each.span for each in analysis.findings] == [each.span.moved(1) for each in rested.findings] != []
    assert found(ENGINE.settled(analysis)) == found(ENGINE.check(analysis.document))


def test_what_other_files_changed_is_not_lost():
    whole = ENGINE.check(document(CODE))
    elsewhere = whole.findings[0]._replace(span=Span(0, 3), message="from another file")
    delta = CrossFileDelta((elsewhere,), ())
    linked = ENGINE._finish(whole.document, whole.place, whole.tree, whole.state, (), (), delta)
    awake = ENGINE.recheck(linked.rested(), TextChange(Span(0, 0), ""), linked.document)
    assert awake.findings == linked.findings != whole.findings


def test_one_at_rest_has_no_tree_and_no_functions_and_is_not_unparsed():
    whole = ENGINE.check(document(CODE))
    rested = whole.rested()
    assert rested.at_rest and rested.tree is None and not rested.state.taint.units
    assert not whole.at_rest and not whole.unparsed and not rested.unparsed


def test_a_text_without_a_parser_has_nothing_to_let_go():
    plain = ENGINE.check(document("x", "nothing"))
    assert not plain.rested().at_rest and plain.rested().findings == plain.findings


def test_a_text_that_took_too_long_to_parse_stays_unparsed(monkeypatch):
    monkeypatch.setattr("reread.analyzers.engine.engine.parse", lambda document: None)
    assert ENGINE.check(document(CODE)).rested().unparsed
