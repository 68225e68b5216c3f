"""Which variables and fields a condition sanitizes, where it holds and where it does not."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.taint_bits import lowers
from reread.analyzers.dataflow.domain.value import CONSTANT, AbstractValue
from reread.analyzers.dataflow.sanitizers.conditions import sanitized_where
from tests.analyzers.dataflow.states import TAINTED, condition, state_of


def places(language: str, text: str, holds: bool, doubted: bool, **variables: AbstractValue) -> set[str]:
    """What a condition sanitizes, or makes only possible, as it would be written: `x`, `x.a`."""
    state = state_of(language, **{"x": TAINTED, "y": TAINTED, **variables})
    found = sanitized_where(state, condition(language, text), holds)
    return {".".join(map(str, (name, *path))) for (name, path), mask in found.items() if lowers(mask) is doubted}


def sanitized(language: str, text: str, holds: bool = True, **variables: AbstractValue) -> set[str]:
    return places(language, text, holds, False, **variables)


def doubted(language: str, text: str, holds: bool = True, **variables: AbstractValue) -> set[str]:
    return places(language, text, holds, True, **variables)


@pytest.mark.parametrize(
    ("text", "where_true", "where_false"),
    [
        ("x == 'a'", {"x"}, set()),
        ("x != 'a'", set(), {"x"}),
        ("not x == 'a'", set(), {"x"}),
        ("x in ('a', 'b')", {"x"}, set()),
        ("x not in ('a', 'b')", set(), {"x"}),
        ("x.isdigit()", {"x"}, set()),
        ("x.strip() == 'a'", {"x"}, set()),
        ("x.a == 'b'", {"x.a"}, set()),
        ("x['a'] == 'b'", {"x.a"}, set()),
        ("x == 'a' and y == 'b'", {"x", "y"}, set()),
        ("x == 'a' or y == 'b'", set(), set()),
        ("x == 'a' or x == 'b'", {"x"}, set()),
        ("x != 'a' or y != 'b'", set(), {"x", "y"}),
    ],
)
def test_comparisons_with_constants_sanitize(text, where_true, where_false):
    assert sanitized("python", text) == where_true
    assert sanitized("python", text, holds=False) == where_false


@pytest.mark.parametrize("text", ["x == y", "x in y", "x", "len(x) < 8", "x.startswith('a')", "f(x)"])
def test_conditions_that_restrict_no_characters_do_not(text):
    assert sanitized("python", text) == set()


@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("f(x)", {"x"}),
        ("not f(x)", {"x"}),
        ("f(x.a, 1)", {"x.a"}),
        ("f('x')", set()),
        ("f(x + '/')", {"x"}),
        ("x.startswith('a')", {"x"}),
        ("'..' in x", {"x"}),
        ("'name' in x", set()),
        ("x in y", {"x", "y"}),
        ("x in unseen()", {"x"}),
        ("f(x) or y", {"x"}),
        ("len(x) > 8", set()),
        ("isinstance(x, str)", set()),
        ("x.strip()", set()),
        ("x is None", set()),
        ("x.a()", set()),
        ("x.is_valid()", {"x"}),
        ("get(x).is_valid()", {"x"}),
    ],
)
def test_a_question_whose_meaning_is_not_known_leaves_taint_only_possible(text, places, holds):
    # `a or b` says something of both where it does not hold, and of neither where it does.
    expected = set() if " or " in text and holds else places
    assert doubted("python", text, holds) == expected


def test_equality_says_something_where_it_holds_alone():
    unseen = AbstractValue()
    assert (
        doubted("python", "x == z", z=unseen) == {"x"} and doubted("python", "x == z", holds=False, z=unseen) == set()
    )


def test_a_comparison_with_an_untainted_variable_sanitizes():
    assert sanitized("python", "x == z", z=CONSTANT) == {"x"}
    assert sanitized("python", "x in z", z=CONSTANT) == {"x"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("re.fullmatch('[a-z]+', x)", {"x"}),
        ("re.match('^[a-z]+$', x)", {"x"}),
        ("re.match('[a-z]+', x)", set()),
        ("re.fullmatch('.*', x)", set()),
    ],
)
def test_a_narrow_regular_expression_sanitizes(text, expected):
    assert sanitized("python", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x === 'a'", {"x"}),
        ("['a', 'b'].includes(x)", {"x"}),
        ("/^[a-z]+$/.test(x)", {"x"}),
        ("/[a-z]+/.test(x)", set()),
        ("typeof x === 'number'", {"x"}),
        ("typeof x === 'string'", set()),
        ("y.includes(x)", set()),
    ],
)
def test_guards_of_javascript(text, expected):
    assert sanitized("javascript", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x >= '0' && x <= '9'", {"x"}),
        ("x >= 'a' && x <= 'z'", {"x"}),
        ("'a' <= x && 'f' >= x", {"x"}),
        ("x >= 'A' && x <= 'z'", set()),
        ("x >= '0'", set()),
        ("x > '0' && x < '9'", set()),
    ],
)
def test_a_range_of_letters_or_digits_sanitizes_a_character(text, expected):
    assert sanitized("go", text) == expected
