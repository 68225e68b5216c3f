"""Patterns of YAML: which mappings and lists they match, and which text a scalar has. Semgrep was asked about these."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.languages.yaml import scalar_text

MAPPINGS = """\
- a: 1
  b: 2
- c: 0
  a: 1
  b: 2
- x:
    b: 2
- x:
    b: 2
    c: 3
"""

LISTS = """\
- l: [3]
- l: [3, 4]
- l:
    - 1
    - 3
- l: 3
"""

VALUES = """\
- k:
- k: ""
- k: a b
- k: 'a b'
- k: >-
    a
    b
- k: yes
- k: True
- k: "yes"
- k: null
- k: ~
"""


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        ("a: $A\nb: $B", ["a: 1"]),
        ("b: $B\na: $A", ["a: 1"]),
        ("{b: $B, a: $A}", ["a: 1"]),
        ("a: $A\n...", ["a: 1", "c: 0"]),
        ("- a: $A\n  b: $B", ["a: 1"]),
        ("a: $A", ["a: 1", "a: 1"]),
        ("{a: $A}", ["a: 1", "a: 1"]),
        ("x:\n  b: $B", ["x:"]),
        ("x:\n  ...\n  b: $B", ["x:", "x:"]),
        ("c: $C\nd: $D", []),
    ],
)
def test_a_mapping_has_the_keys_of_the_pattern_and_more_only_for_dots(matched, pattern, starts):
    assert [text.split("\n")[0] for text in matched("yaml", pattern, MAPPINGS)] == starts


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("l:\n  - 3", 1),
        ("l: [3]", 1),
        ("l:\n  - 3\n  ...", 2),
        ("l:\n  ...\n  - 3", 2),
        ("l:\n  ...\n  - 3\n  ...", 3),
        ("l:\n  - ...\n  - 3\n  - ...", 3),
        ("l: [..., 4]", 1),
        ("l: [5]", 0),
        ("l: 3", 1),
    ],
)
def test_a_list_has_the_elements_of_the_pattern_and_more_only_for_dots(matched, pattern, count):
    assert len(matched("yaml", pattern, LISTS)) == count


@pytest.mark.parametrize(
    ("pattern", "lines"),
    [
        ("k:", ["k:", 'k: ""']),
        ('k: ""', ["k:", 'k: ""']),
        ('k: "=~/^a?$/"', ["k:", 'k: ""']),
        ("k: a b", ["k: a b", "k: 'a b'", "k: >-"]),
        ('k: "=~/a b/"', ["k: a b", "k: 'a b'", "k: >-"]),
        ("k: true", ["k: yes", "k: True"]),
        ("k: null", ["k: null", "k: ~"]),
        ("k: false", []),
    ],
)
def test_a_value_is_the_same_however_it_is_written(matched, pattern, lines):
    assert [text.split("\n")[0] for text in matched("yaml", pattern, VALUES)] == lines


@pytest.mark.parametrize("pattern", ["k: $X", "k: ..."])
def test_a_value_that_is_left_out_is_a_value(matched, pattern):
    assert len(matched("yaml", pattern, VALUES)) == 10


MARKED = """\
a: &x v
b: !Ref v
c: !Sub v
d: &m
  k: 1
e: !T
  k: 1
  l: 2
f: &y [1, 2]
g: w
"""


@pytest.mark.parametrize(
    ("pattern", "lines"),
    [
        ("$K: v", ["a: &x v", "b: !Ref v", "c: !Sub v"]),
        ("$K: !Ref v", ["b: !Ref v"]),
        ("$K: !Ref $V", ["b: !Ref v"]),
        ("$K: {k: 1}", ["d: &m"]),
        ("$K:\n  ...\n  k: 1", ["d: &m", "e: !T"]),
        ("$K: [..., 2]", ["f: &y [1, 2]"]),
    ],
)
def test_a_tag_or_an_anchor_before_a_value_counts_only_if_the_pattern_has_one(matched, pattern, lines):
    assert [text.split("\n")[0] for text in matched("yaml", pattern, MARKED)] == lines


def test_a_metavariable_alone_stands_for_an_element_of_a_list_once(matched):
    assert matched("yaml", "$X", "- a\n- b\n").count("a") == 1
    assert "- a" not in matched("yaml", "$X", "- a\n- b\n")


def test_a_metavariable_in_a_block_stands_for_a_text(matched):
    assert len(matched("yaml", "k: |\n  $X\n", "- k: |\n    a\n- k: a\n- k: 1\n")) == 2


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a b", "a b"),
        ("a\n  b", "a b"),
        ("a\n\n  b", "a\nb"),
        ("'it''s'", "it's"),
        (r'"a\tb\x41\u00e9"', "a\tbA\u00e9"),
        (r'"a\s\\"', "a\\s\\"),
        ('"a\\\n  b"', "ab"),
        ('"', ""),
        ("|\n  a\n    b\n", "a\n  b\n"),
        ("|-\n  a\n", "a"),
        ("|+\n  a\n\n", "a\n\n"),
        (">\n  a\n  b\n\n  c\n    d\n  e\n", "a b\nc\n  d\ne\n"),
        (">- # why\n  a\n  b\n", "a b"),
        ("|\r\n  a\r\n", "a\n"),
        ("|\n", ""),
    ],
)
def test_scalar_text(written, text):
    assert scalar_text(written) == text


@pytest.mark.parametrize(
    ("language", "pattern", "code", "count"),
    [
        ("json", r'"k": "=~/^a\s\d$/"', '{"k": "a 1"}', 1),
        ("json", r'"k": "=~/^a\s\d$/"', '{"k": "as1"}', 0),
        ("yaml", r'k: "=~/^a\s\d$/"', "k: a 1\n", 1),
        ("yaml", r'k: "=~/^a\\s$/"', 'k: "a "\n', 1),
        ("ocaml", r'f "=~/\/a/"', 'let x = f "b/a"\n', 1),
        ("ocaml", r'f "=~/\/a/"', 'let x = f "ba"\n', 0),
    ],
)
def test_an_expression_has_escapes_that_are_none_of_the_language(matched, language, pattern, code, count):
    assert len(matched(language, pattern, code)) == count


LINES = st.lists(st.sampled_from(["a", "b c", "  more", "", "it's", "d\\\\e"]), max_size=6)


@given(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+"]), LINES, st.integers(0, 2))
def test_a_block_is_the_text_that_a_parser_reads(header, lines, empty):
    written = "\n".join([header, *[""] * empty, *(f"  {line}".rstrip() for line in ["first", *lines])]) + "\n"
    assert scalar_text(written) == yaml.load(f"k: {written}", yaml.BaseLoader)["k"]


@given(LINES)
def test_a_quoted_text_is_the_one_that_a_parser_reads(lines):
    written = '"' + "\n  ".join(["first", *lines, "last"]) + '"'
    assert scalar_text(written) == yaml.load(f"k: {written}", yaml.BaseLoader)["k"]


@pytest.mark.parametrize(
    "written",
    [
        '"' + " " * 300_000 + 'a\n"',
        ">\n" + "\n" * 300_000 + "   a\n",
        ">\n a\n" + "\n" * 300_000 + "   a\n b\n",
        '"' + "\\" * 300_001 + '\n"',
    ],
)
def test_a_long_text_takes_no_longer_than_its_length_asks_for(written):
    assert scalar_text(written)


@pytest.mark.parametrize(
    ("pattern", "variable", "regex", "count"),
    [
        ('"$K": "$V"', "$K", "^pass", 0),
        ('"$K": "$V"', "$K", '^"pass', 1),
        ('"$K": "$V"', "$K", ".*word", 1),
        ('"$K": "$V"', "$V", "^x", 1),
        ('"$K": "$V"', "$V", '^"x', 0),
    ],
)
def test_a_key_of_json_has_its_quotes_for_a_regular_expression_and_its_value_has_none(
    matched, pattern, variable, regex, count
):
    body = {"patterns": [{"pattern": pattern}, {"metavariable-regex": {"metavariable": variable, "regex": regex}}]}
    assert len(matched("json", body, '{"password": "x", "n": 1}')) == count
