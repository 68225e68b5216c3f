"""The engines with a bound understand an expression as Python's `re` does, and compile none that takes gigabytes."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reread.analyzers.pattern.regex import foreign
from reread.analyzers.pattern.regex.allowance import Allowance
from reread.analyzers.pattern.regex.regex_safety import UnsafeRegexError, compile_regex, regex

ATOMS = (
    *("a", "b", "A", "é", "É", "_", " ", r"\n", ".", r"\d", r"\w", r"\s", r"\W", r"\S", r"\D", "[a-c]", "[^a]"),
    *(r"[\w-]", r"[^\W_]", r"[^\s,]", r"[\Wb]", "k", r"\b", r"\B", "^", "$", r"\A", r"\Z", "{e}", "²", r"\u0301"),
    *("(?i:aB)", "(?-i:a)", "(?s:.)", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)", "(?>ab)", "[[:a]", "[a&&b]"),
)
WIDE = ("a", "b", ".", r"\w", r"[^\W_]", r"\d", r"\s", "[^a]", "É", "ab")
"""What is repeated is never nothing: of rounds of nothing each engine has its own idea, and those are refused."""
CHARACTERS = "abABkKé É_ \n1²ſß.,e{}[]-\u0301\x1c"


def combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        inner.map(lambda text: f"({text})"),
        st.tuples(st.sampled_from(WIDE), st.sampled_from(["*", "+", "?", "{1,3}", "*?", "+?", "{2}", "??", "++"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    )


EXPRESSIONS = st.tuples(
    st.sampled_from(["", "(?i)", "(?s)", "(?a)"]), st.recursive(st.sampled_from(ATOMS), combined, max_leaves=6)
).map("".join)
TEXTS = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=14)


def expected(expression: re.Pattern[str], text: str) -> list[list[tuple[int, int]]]:
    """The matches of Python's `re`, in bytes."""

    def byte(at: int) -> int:
        return -1 if at < 0 else len(text[:at].encode())

    groups = range(expression.groups + 1)
    return [[tuple(map(byte, match.span(each))) for each in groups] for match in expression.finditer(text) if match[0]]


@given(EXPRESSIONS, TEXTS)
@example(r"(?i)[^\W_]+", "É_k²")
@example(r"\bé\b", "é éa")
@example("(?:a?){3}b{2}$", "aabb\nabb")
@example("a{e}", "a{e} ae")
def test_engines_with_a_bound_match_as_python_does(expression, text):
    compiled = regex(expression)
    data, wanted = text.encode(), expected(compiled, text)
    is_ascii = data.isascii() and compiled.pattern.isascii()
    found = [list(each) for each in foreign._by_backtracking(compiled, data, 0, Allowance(), True)]
    assert [each for each in found if each[0][0] < each[0][1]] == wanted
    linear = foreign._linear(compiled, is_ascii)
    if linear is not None:
        found = [list(each) for each in foreign._by_linear(linear, data, 0, True)]
        assert [each for each in found if each[0][0] < each[0][1]] == wanted
    assert foreign.matches(compiled, data, Allowance(), at_start=True) == (compiled.match(text) is not None)


@given(EXPRESSIONS, TEXTS, st.data())
def test_what_is_replaced_is_what_python_replaces(expression, text, data):
    compiled = regex(f"({expression})")
    # In a match of nothing next to one of something engines differ, and a fix needs something to replace.
    assume(all(match[0] for match in compiled.finditer(text)))
    count = data.draw(st.integers(0, 2))
    wanted = compiled.sub(r"<\1\g<0>\n>", text, count=count)
    assert foreign.replaced(compiled, r"<\1\g<0>\n>", text, count, Allowance()) == wanted


def test_ordinary_expressions_run_in_linear_time():
    for expression in (
        r"(.*a){12}b",
        r"(?:a?){60}a{60}!b",
        r"(?i)\bpassword\s*=\s*['\"][^'\"]{8,}",
        r"^\s*import (\w+)$",
    ):
        assert foreign._linear(regex(expression), True) is not None, expression


@pytest.mark.parametrize("expression", [r"(?=a)b", r"(a)\1", "(?>a)b", "(?:a|)+?b", "a{2000}"])
def test_what_needs_backtracking_is_left_to_the_other_engine(expression):
    assert foreign._linear(regex(expression), True) is None


@pytest.mark.parametrize(
    "expression",
    ["(a{1000}){1000}", "((((a{999}){999}){999}){999}){999}", "(?i)" + "[\\x{0}-\\x{10ffff}]" * 3, "(?:a{0,30000})"],
)
def test_what_takes_gigabytes_or_minutes_to_compile_is_refused(expression):
    from reread.analyzers.pattern.regex.pcre import as_python

    with pytest.raises(UnsafeRegexError):
        compile_regex(as_python(expression))


@pytest.mark.parametrize("expression", [r"[\u0080-\U0010ffff]+", "(?i)[^a-z]{1,100}", "(?:[0-9a-f]{2}:){5}[0-9a-f]{2}"])
def test_what_people_write_is_not(expression):
    compile_regex(expression)
