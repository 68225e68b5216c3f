"""Strings side by side in patterns, and collections of `...`. The matches are those of Semgrep, too."""

from __future__ import annotations

import pytest

ADJACENT = """\
["a" "b"]
["c"]
"d" "e" "f"
f"g{y}"
"h" f"{y}"
"i" + "j"
"""


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ('"$X" "..."', ['"a" "b"', '"d" "e" "f"', 'f"g{y}"', '"h" f"{y}"']),
        ('"..." "..."', ['"a" "b"', '"d" "e" "f"', 'f"g{y}"', 'f"{y}"', '"h" f"{y}"']),
        ('["$X" "..."]', ['["a" "b"]']),
        ('"$X" "$Y"', ['"a" "b"']),
        ('"a" "b"', ['"a" "b"']),
        ('"a" "c"', []),
        ('"$X" "$X"', []),
        ('"..." "f"', ['"d" "e" "f"']),
        ("f'...' '...'", []),
    ],
)
def test_adjacent_strings_are_found_one_by_one(matched, pattern, expected):
    assert sorted(matched("python", pattern, ADJACENT)) == sorted(expected)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("[...]", ["[1]", "[i for i in w]"]),
        ("{...}", ["{2}", "{3: 4}", "{i for i in w}", "{i: 5 for i in w}"]),
        ("[$A]", ["[1]"]),
        ("[..., $A]", ["[1]"]),
    ],
)
def test_a_collection_of_an_ellipsis_is_one_that_a_loop_makes_too(matched, pattern, expected):
    code = "a = [1]\nb = [i for i in w]\nc = {2}\nd = {3: 4}\ne = {i for i in w}\nf = {i: 5 for i in w}\n"
    assert matched("python", pattern, code) == expected
