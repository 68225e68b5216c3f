from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.answer.answer import AnswerReader, read_fix

FINDING = {"title": "t", "message": "m", "severity": "warning", "category": "c", "confidence": 0.9, "quote": "q"}


def read(text: str, size: int = 1) -> tuple[list[str], AnswerReader]:
    reader = AnswerReader()
    found = []
    for start in range(0, len(text), size):
        found += reader.feed(text[start : start + size])
    found += reader.finish()
    return [finding.quote for finding in found], reader


def finding(**values) -> dict:
    return {**FINDING, **values}


def answer(*findings: dict) -> str:
    return json.dumps({"findings": list(findings)})


def test_each_finding_is_there_as_soon_as_it_is_whole():
    reader = AnswerReader()
    text = answer(finding(quote="one"), finding(quote="two"))
    middle = text.index("}, {") + 1
    assert [said.quote for said in reader.feed(text[:middle])] == ["one"]
    assert not reader.closed
    assert [said.quote for said in reader.feed(text[middle:])] == ["two"]
    assert reader.closed


@given(st.integers(1, 50), st.lists(st.text(min_size=1, max_size=20), max_size=4))
def test_where_the_pieces_are_cut_does_not_matter(size, quotes):
    found, reader = read(answer(*(finding(quote=quote) for quote in quotes)), size)
    assert found == quotes
    assert (reader.closed, reader.malformed) == (True, 0)


def test_an_empty_list_is_a_whole_answer():
    assert read('{"findings": []}')[1].closed
    assert read("[]")[1].closed


@pytest.mark.parametrize(
    "text",
    [
        "```json\n" + answer(FINDING) + "\n```",
        'He said "look {here}": ' + answer(FINDING) + " and [more]",
        json.dumps([FINDING]),
        json.dumps(FINDING),
        '{"findings":\n\n[' + json.dumps(FINDING, indent=4) + "]}",
        '{"summary": "x", "findings" : [' + json.dumps(FINDING) + '], "more": {}}',
    ],
)
def test_other_forms_of_the_same_answer(text):
    found, reader = read(text, 7)
    assert found == ["q"]
    assert reader.closed


@pytest.mark.parametrize("size", [1, 5, 1_000])
def test_what_a_model_only_thinks_is_no_answer(size):
    thought = answer(finding(quote="a mere thought"))
    assert read(f"\n<think>Maybe {thought}? No.</think>\n{answer(FINDING)}", size)[0] == ["q"]
    found, reader = read(f"<think>Maybe {thought}", size)
    assert (found, reader.closed) == ([], False)
    edits = '{"edits": [{"search": "s", "replace": "%s"}]}'
    assert read_fix("<think>" + edits % "no" + "</think>" + edits % "yes").edits[0].replace == "yes"


def test_what_is_whole_is_kept_when_the_end_is_missing():
    found, reader = read(answer(finding(quote="one"), finding(quote="two"))[:-30])
    assert found == ["one"]
    assert not reader.closed


@pytest.mark.parametrize(
    "bad",
    [
        "3",
        '"text"',
        "null",
        "{}",
        '{"quote": "q"}',
        json.dumps(finding(edits=[{"search": "a", "replace": "b" * 9_000}])),
        json.dumps(finding(confidence="sure")),
        json.dumps(finding(confidence=-1)),
        json.dumps(finding(severity="disaster")),
        json.dumps(finding(edits="x")),
        json.dumps(finding(edits=[{"search": 1}])),
        '{"quote": "q", "message": NaN}',
        '{"quote": "q" "message": "m"}',
    ],
)
def test_a_finding_that_does_not_fit_costs_only_itself(bad):
    found, reader = read('{"findings": [' + bad + ", " + json.dumps(FINDING) + "]}")
    assert found == ["q"]
    assert reader.closed
    assert reader.malformed == (0 if bad in ("3", '"text"', "null") else 1)


@pytest.mark.parametrize("values", [{"quote": ""}, {"message": ""}, {"why": "w" * 9_000}, {"quote": "q" * 9_000}])
def test_what_says_nothing_or_too_much_is_in_the_right_form_all_the_same(values):
    found, reader = read(answer(finding(**values), FINDING))
    assert (len(found), reader.malformed) == (2, 0)


def test_half_of_a_letter_is_a_sign_for_one():
    [said] = AnswerReader().feed(answer(finding(message="a \ud83c b \U0001f389")))
    assert said.message == "a \ufffd b \U0001f389"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (2, 2),
        ("2", 2),
        ("unit 2", 2),
        (None, 0),
        (-2, 0),
        ("-2", 0),
        (2.5, 0),
        ("2.5", 0),
        (True, 0),
        ([2], 0),
        ("", 0),
    ],
)
def test_numbers_of_units_in_other_words(value, number):
    [said] = AnswerReader().feed(answer(finding(unit=value)))
    assert said.unit == number


@pytest.mark.parametrize(
    ("value", "expected"), [("high", 0.9), ("80%", 0.8), ("0.5", 0.5), (85, 0.85), (1, 1.0), (0, 0.0)]
)
def test_confidence_in_other_words(value, expected):
    reader = AnswerReader()
    [said] = reader.feed(answer(finding(confidence=value)))
    assert said.confidence == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "expected"), [("error", "warning"), ("CRITICAL", "warning"), ("low", "info"), ("nit", "hint")]
)
def test_severity_in_other_words(value, expected):
    [said] = AnswerReader().feed(answer(finding(severity=value)))
    assert said.severity == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Null Dereference", "null-dereference"),
        ("a/../b", "a-b"),
        ("", "correctness"),
        ("\n*", "correctness"),
        ("x" * 99, "x" * 40),
    ],
)
def test_the_category_becomes_a_short_name(value, expected):
    [said] = AnswerReader().feed(answer(finding(category=value)))
    assert said.category == expected


def test_an_endless_answer_is_not_read_to_its_end():
    reader = AnswerReader()
    list(reader.feed('{"findings": [{"quote": "'))
    for _ in range(30):
        assert list(reader.feed("x" * 100_000)) == []
    assert reader.overlong
    assert len(reader.text) <= 1_000_000


def test_endless_findings_are_not_read_to_their_end():
    found, reader = read(answer(*[FINDING] * 500), 10_000)
    assert len(found) == 200
    assert reader.overlong


@given(st.text(st.sampled_from('{}[]":,\\ab1 \n'), max_size=80))
def test_no_text_breaks_the_reader(text):
    read('{"findings": [' + text)
    read(text)
    read_fix(text)


def test_deep_nesting_breaks_nothing():
    assert read("[" * 100_000, 10_000)[0] == []
    assert read('{"findings": [' + "[" * 50_000 + "]" * 50_000 + "]}", 10_000)[0] == []


def test_a_fix_is_read_wherever_it_stands():
    text = 'Sure: {"x": 1}\n```json\n{"explanation": "e", "edits": [{"search": "a", "replace": "b"}]}\n```'
    said = read_fix(text)
    assert said is not None
    assert [(edit.search, edit.replace) for edit in said.edits] == [("a", "b")]


@pytest.mark.parametrize("text", ["", "no", '{"edits": 3}', '{"edits": [{"search": "a"}]}', '{"edits": ['])
def test_what_is_no_fix_is_none(text):
    assert read_fix(text) is None
