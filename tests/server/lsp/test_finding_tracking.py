"""Findings follow their text or vanish with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Edit, Finding, Fix, Severity
from reread.analyzers.text import Document, Span, TextChange, difference
from reread.server.lsp.documents.finding_tracking import covering, moved, moved_through

FINDING = Finding("rule", "message", Span(10, 14), Severity.WARNING)


def test_an_edit_before_moves_a_finding() -> None:
    found = moved(FINDING, TextChange(Span(2, 3), "four"))
    assert found is not None and found.span == Span(13, 17)


def test_an_edit_behind_leaves_a_finding() -> None:
    assert moved(FINDING, TextChange(Span(14, 20), "")) is FINDING


def test_an_edit_inside_ends_a_finding() -> None:
    assert moved(FINDING, TextChange(Span(11, 11), "x")) is None
    assert moved_through(FINDING, [TextChange(Span(0, 0), "x"), TextChange(Span(12, 13), "")]) is None


def test_a_fix_moves_along() -> None:
    finding = FINDING._replace(fixes=(Fix("fix", (Edit(Span(10, 12), "a"), Edit(Span(20, 21), "b"))),))
    found = moved_through(finding, [TextChange(Span(0, 0), "xx"), TextChange(Span(5, 6), "")])
    assert found is not None and [edit.span for edit in found.fixes[0].edits] == [Span(11, 13), Span(21, 22)]


def test_a_fix_whose_place_is_touched_is_dropped_and_the_finding_stays() -> None:
    finding = FINDING._replace(fixes=(Fix("fix", (Edit(Span(20, 24), "b"),)),))
    assert moved(finding, TextChange(Span(21, 22), "")) == FINDING


def test_a_fix_in_another_file_is_not_moved_by_edits_here() -> None:
    edit = Edit(Span(0, 4), "b", "file:///other.py")
    found = moved(FINDING._replace(fixes=(Fix("fix", (edit,)),)), TextChange(Span(0, 0), "x"))
    assert found is not None and found.fixes[0].edits == (edit,)


texts = st.text(st.sampled_from("ab\n\r🙂"), max_size=12)


@given(texts, st.data())
def test_one_change_does_what_several_did(text: str, data: st.DataObject) -> None:
    document, changes = Document("u", text), []
    for _ in range(data.draw(st.integers(1, 5))):
        length = len(document.text)
        start = data.draw(st.integers(0, length))
        change = TextChange(Span(start, data.draw(st.integers(start, length))), data.draw(texts))
        document = document.changed(change)
        changes.append(change)
    (start, end), inserted = covering(changes, document.text)
    assert text[:start] + inserted + text[end:] == document.text


@given(texts, texts)
def test_the_difference_of_two_texts_leads_from_one_to_the_other(old: str, new: str) -> None:
    (start, end), inserted = difference(old, new)
    assert old[:start] + inserted + old[end:] == new


def test_the_difference_is_no_larger_than_it_must_be() -> None:
    assert difference("one two three", "one 2 three") == TextChange(Span(4, 7), "2")
    assert difference("same", "same") == TextChange(Span(4, 4), "")
