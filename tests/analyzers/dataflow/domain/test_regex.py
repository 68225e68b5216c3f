"""Which regular expressions restrict a text so far that it is sanitized."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.regex import group_of, is_narrow, is_particular


@pytest.mark.parametrize("pattern", ["^[a-z]+$", r"\A\d+\Z", r"^(a|b)$", r"^v\.\d$", "/^[a-z]+$/i"])
def test_an_anchored_pattern_of_named_characters_is_narrow(pattern):
    assert is_narrow(pattern, whole=False)


@pytest.mark.parametrize("pattern", ["[a-z]+", "^[a-z]+", "[a-z]+$", "^a|b$", "^.*$", r"^\S+$", "^[^/]+$", "/[a-z]/"])
def test_a_pattern_that_lets_other_characters_through_is_not(pattern):
    assert not is_narrow(pattern, whole=False)


def test_a_pattern_that_is_matched_against_the_whole_text_needs_no_anchors():
    assert is_narrow("[a-z]+", whole=True)
    assert is_narrow("a|b", whole=True)
    assert not is_narrow("/[a-z]+/", whole=True)


@pytest.mark.parametrize(
    ("pattern", "expected"), [("[.]", True), (r"\.", True), (".", False), (r"\\.", False), (r"\D", False)]
)
def test_a_dot_counts_where_it_stands_for_any_character(pattern, expected):
    assert is_particular(pattern) is expected


@pytest.mark.parametrize(
    ("group", "expected"), [(0, "(a(b))(?:c)(?P<n>[)]d)"), (1, "a(b)"), (2, "b"), (3, "[)]d"), ("n", "[)]d"), (4, None)]
)
def test_groups_are_found_by_number_and_name(group, expected):
    assert group_of("(a(b))(?:c)(?P<n>[)]d)", group) == expected
