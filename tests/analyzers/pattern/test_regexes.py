"""Regular expressions of rules: what is accepted, what is refused, and what they match."""

from __future__ import annotations

import glob
import json
import os
import re

import pytest
import yaml

from reread.analyzers.pattern.regex.pcre import MissingSyntaxError, as_python
from reread.analyzers.pattern.regex.regex_safety import (
    UnsafeRegexError,
    compile_regex,
    refuse_nested_repeats,
    regex,
)
from reread.analyzers.pattern.regex.search import find_all, matches_value
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import PACKS


@pytest.mark.parametrize(
    "expression",
    [
        r"(a+)+",
        r"(a*)*b",
        r"(\w+\s*)*$",
        r"((a|b)*)*",
        r"(.*,)*x",
        r"(a|)*",
        r"(?:a{2,}){3,}",
        r"([\"'].*(\+\s*|\$\{)|\()*x",
    ],
)
def test_what_could_run_for_minutes_runs_within_a_limit(expression):
    assert isinstance(compile_regex(expression), re.Pattern)
    with pytest.raises(UnsafeRegexError):
        refuse_nested_repeats(expression)


def test_a_long_expression_is_refused():
    with pytest.raises(UnsafeRegexError):
        compile_regex("a" * 6000)


def test_no_built_in_expression_could_run_for_minutes():
    written = re.compile(r"^\s*(?:- )?(?:pattern-(?:not-)?regex|regex): (?!\*)(.+)$", re.MULTILINE)
    for path in glob.glob(os.path.join(PACKS, "**", "*.yaml"), recursive=True):
        with open(path, encoding="utf-8") as stream:
            for entry in written.findall(stream.read()):
                expression = yaml.safe_load(entry)
                if isinstance(expression, str):
                    refuse_nested_repeats(regex(as_python(expression)).pattern)


@pytest.mark.parametrize(
    "expression",
    [
        r"a+b*",
        r"(ab)+",
        r"(\w+,)*",
        r"(?:\+\s*)+",
        r"([\"'][^\"']*[\"']\s*\+\s*|\w+\s*\+\s*)*x",
        r"(\.[a-z]+)*",
        r"(a|b)*",
        r"(?i)secret",
        r"x(?i)y",
        r"^(?!.*safe)(a{1,5}){1,5}$",
    ],
)
def test_what_is_safe_is_accepted(expression):
    refuse_nested_repeats(compile_regex(expression).pattern)


def test_flags_in_the_middle_hold_for_all_of_it():
    assert compile_regex("x(?i)y").search("XY")


def test_lines_begin_and_end_inside_of_the_text():
    assert len(compile_regex("^a$").findall("a\na")) == 2


@pytest.mark.parametrize("text", ["ab xab", "é ab 😀xab", ""])
def test_matches_are_given_in_bytes(text):
    data = text.encode()
    found = [data[start:end] for start, end, _ in find_all(compile_regex("x?ab"), data)]
    assert found == [piece.encode() for piece in re.findall("x?ab", text)]


def test_matches_of_nothing_are_no_matches():
    assert list(find_all(compile_regex("a*"), b"bbb")) == []


def test_groups_are_metavariables():
    [(_, _, groups)] = find_all(compile_regex(r"(a)(?P<name>b)(c)?"), b"ab")
    assert {name: bound.text for name, bound in groups.items()} == {"$1": b"a", "$2": b"b", "$name": b"b"}


def test_values_are_matched_from_their_start():
    assert matches_value(compile_regex("a"), b"ab")
    assert not matches_value(compile_regex("b"), b"ab")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"(?<a>x)\k<a>", r"(?P<a>x)(?P=a)"),
        (r"(?'a'x)\k{a}", r"(?P<a>x)(?P=a)"),
        (r"(x)\g1", r"(x)(?:\1)"),
        (r"[[:alpha:]_]", r"[A-Za-z_]"),
        (r"[]a][^]a]\[:x:]", r"[]a][^]a]\[:x:]"),
        (r"\hx\z", r"[ \t]x\Z"),
        (r"[\h,]", r"[ \t,]"),
        (r"\Qa.b\E+", r"a\.b+"),
        (r"\x{41}", r"\U00000041"),
        (r"(?<=a)(?<!b)c", r"(?<=a)(?<!b)c"),
        (r"[(?<a>]", r"[(?<a>]"),
        ("(?x)\n^ (a\n  | b [ #] ) # why\n \\  \\# $\n", r"^(a|b[ #])\ \#$"),
        ("(?isx) a\n", "(?is)a"),
        ("(?x) (a)\\1 # [once more\n 2", r"(a)\1(?:)2"),
        ("(?x) a (?-x: b)", "(?x) a (?-x: b)"),
        ("(?i) a # b", "(?i) a # b"),
        (r"\v[\v]\V", r"[\n-\r\x85\u2028\u2029][\n-\r\x85\u2028\u2029][^\n-\r\x85\u2028\u2029]"),
        ("(*UTF8)(*UCP)a", "a"),
        ("a{,3}[{,3}]", r"a\{,3}[{,3}]"),
        ("(?<=ab|cde)(x|y)", "(?:(?<=ab)|(?<=cde))(x|y)"),
        (r"(?<!a|\(b|[)|]cd)x", r"(?<!a)(?<!\(b)(?<![)|]cd)x"),
        ("(?<!(?:a|b)c|d)", "(?<!(?:a|b)c)(?<!d)"),
        ("(a|b)(?<=ab|cd)", "(a|b)(?<=ab|cd)"),
    ],
)
def test_expressions_in_the_syntax_of_pcre(expression, expected):
    assert as_python(expression) == expected
    re.compile(expected)


@pytest.mark.parametrize(
    "expression", [r"\K", r"(?R)", r"(?&name)", r"(?1)", r"(?|a|b)", r"\p{Zz}", r"\p{Orcish}", r"[[:other:]]"]
)
def test_what_python_has_nothing_for_is_told(expression):
    with pytest.raises(MissingSyntaxError, match="not supported"):
        as_python(expression)


@pytest.mark.parametrize("expression", ["^one|^(?i)other", "(?<first>one)|other"])
def test_conditions_may_have_what_only_pcre_takes(expression):
    condition = {"metavariable-regex": {"metavariable": "$X", "regex": expression}}
    body = {"languages": ["java"], "severity": "ERROR", "message": "m", "patterns": [{"pattern": "f($X)"}, condition]}
    rules, problems = read_rules("rules.yaml", json.dumps({"rules": [{"id": "r", **body}]}).encode())

    assert [rule.id for rule in rules] == ["r"]
    assert problems == []


@pytest.mark.parametrize(
    ("expression", "found", "missed"),
    [
        (r"\p{L}+=", "aé=", "1="),
        (r"\pL=", "b=", "1="),
        (r"[\p{Lu}_]x", "Éx", "éx"),
        (r"[\P{L}]x", "1x", "ax"),
        (r"^\P{^L}x", "ax", "1x"),
        (r"\p{Cyrillic}", "p\u0430ss", "pass"),
        (r"[\p{Greek}\p{Han}]", "\u6f22", "a"),
        (r"\P{Latin}x", "\u0430x", "\u00e9x"),
        (r"[^\p{ASCII}]", "\u200b", "a"),
        (r"\p{Cf}", "\u202e", "\u0430"),
        (r"^\p{Xan}+$", "a1", "a_"),
        (r"^\p{Any}$", "_", ""),
        (r"(?i)ab(?-i)c", "ABc", "ABC"),
        (r"(?i)^(?:a(?-i)b|c)d$", "cD", "CD"),
    ],
)
def test_properties_of_characters_and_flags_that_end(expression, found, missed):
    assert compile_regex(as_python(expression)).search(found)
    assert not compile_regex(as_python(expression)).search(missed)


def test_what_python_would_warn_of_is_read_in_silence():
    assert compile_regex("^[[a]$").search("[")
