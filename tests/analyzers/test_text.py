"""Places in text: lines, columns in three encodings, bytes, changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.text import Document, LineIndex, Position, PositionEncoding, Span, TextChange, apply, shift
from tests.analyzers import reference

UTF8, UTF16, UTF32 = PositionEncoding.UTF8, PositionEncoding.UTF16, PositionEncoding.UTF32

# What has gone wrong in other servers: emoji, CJK, combining marks, tabs, all line endings, BOM, form feed, U+2028 ...
AWKWARD = "ab \t\n\r\x0b\x0c\x1c\x85\u2028\u2029\ufeffé\u0301漢字😀👩\u200d💻"
texts = st.text(alphabet=AWKWARD, max_size=40)
encodings = st.sampled_from(PositionEncoding)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("a", 1),
        ("a\n", 2),
        ("a\r\nb\rc\n\n", 5),
        ("\r\r\n", 3),
        ("form\x0cfeed\x0bline\u2028separator\x85", 1),
    ],
)
def test_lines_end_at_line_feed_carriage_return_or_both_and_nowhere_else(text, lines):
    assert LineIndex(text).count == lines


@pytest.mark.parametrize(("encoding", "column"), [(UTF8, 7), (UTF16, 4), (UTF32, 3)])
def test_a_column_counts_the_units_of_the_encoding(encoding, column):
    lines = LineIndex("x\né😀a")
    assert lines.position(4, encoding) == (1, column - 1)
    assert lines.position(5, encoding) == (1, column)
    assert lines.offset((1, column), encoding) == 5


@pytest.mark.parametrize(
    ("position", "offset"),
    [((0, 99), 2), ((9, 0), 6), ((1, 99), 6), ((-1, 5), 0), ((0, -1), 0)],
)
def test_a_position_outside_the_text_is_clamped(position, offset):
    assert LineIndex("ab\r\ncd").offset(position, UTF16) == offset


@pytest.mark.parametrize(("encoding", "column"), [(UTF8, 1), (UTF8, 2), (UTF8, 3), (UTF16, 1)])
def test_a_column_inside_a_character_means_its_start(encoding, column):
    assert LineIndex("😀b").offset((0, column), encoding) == 0


def test_a_byte_order_mark_is_a_character_of_the_first_line():
    lines = LineIndex("\ufeffab")
    assert lines.position(1, UTF8) == (0, 3)
    assert lines.byte(1) == 3


def test_half_a_surrogate_pair_becomes_one_replacement_character():
    document = Document("file:///a", "x\ud800y")
    assert document.text == "x\ufffdy"
    assert document.changed(TextChange(Span(1, 2), "\udfff")).text == "x\ufffdy"


def test_a_document_knows_the_hash_of_its_text():
    assert Document("u", "a").sha256 == Document("other", "a").sha256 != Document("u", "b").sha256


@given(texts, encodings)
def test_positions_agree_with_the_plain_reference(text, encoding):
    lines = LineIndex(text)
    assert lines.count == len(reference.split_lines(text))
    for offset in range(len(text) + 1):
        assert lines.position(offset, encoding) == reference.position(text, offset, encoding)


@given(texts, encodings, st.integers(0, 8), st.integers(0, 60))
def test_offsets_agree_with_the_plain_reference(text, encoding, line, column):
    assert LineIndex(text).offset(Position(line, column), encoding) == reference.offset(text, line, column, encoding)


@given(texts)
def test_bytes_and_code_points_agree_with_encoding_the_text(text):
    lines = LineIndex(text)
    for offset in range(len(text) + 1):
        byte = len(text[:offset].encode())
        assert lines.byte(offset) == byte
        assert lines.code_point(byte) == offset


@given(texts, texts, st.data())
def test_the_index_after_a_change_is_the_index_of_the_changed_text(text, inserted, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    changed = Document("u", text).changed(TextChange(Span(start, end), inserted))
    assert changed.text == text[:start] + inserted + text[end:]
    assert list(changed.lines.starts) == list(LineIndex(changed.text).starts)


@given(texts, texts, st.data())
def test_a_shifted_span_still_covers_the_same_text(text, inserted, data):
    start, end, first, last = (data.draw(st.integers(0, len(text))) for _ in range(4))
    change, span = (
        TextChange(Span(min(start, end), max(start, end)), inserted),
        Span(min(first, last), max(first, last)),
    )
    moved = shift(span, change)
    if moved is None:
        assert span.overlaps(change.span) or span.start <= change.span.start <= span.end
    else:
        assert apply(text, [change])[moved.start : moved.end] == text[span.start : span.end]


def test_a_span_whose_text_was_touched_is_gone():
    assert shift(Span(2, 6), TextChange(Span(3, 4), "")) is None
    assert shift(Span(2, 6), TextChange(Span(4, 4), "x")) is None


def test_changes_are_applied_together_and_may_not_overlap():
    assert apply("abcd", [TextChange(Span(3, 4), ""), TextChange(Span(0, 1), "xy")]) == "xybc"
    with pytest.raises(ValueError, match="overlaps"):
        apply("abcd", [TextChange(Span(0, 2), ""), TextChange(Span(1, 3), "")])
    with pytest.raises(ValueError, match="outside"):
        apply("abcd", [TextChange(Span(3, 5), "")])
