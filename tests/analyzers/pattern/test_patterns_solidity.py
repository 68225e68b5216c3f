"""Patterns of Solidity: types of arrays, contracts, and statements that contain something."""

from __future__ import annotations

import pytest

DECLARATIONS = """\
contract C {
  function f() public {
    address[] memory a;
    address[2] memory b;
    address c;
    uint[] storage d = e;
  }
}
abstract contract D { }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("$T[...] memory $V;", ["address[2] memory b"]),
        ("$T[] memory $V;", ["address[] memory a"]),
        ("address $V;", ["address c"]),
        ("$T[] storage $V = ...;", ["uint[] storage d = e"]),
        ("$T[...] storage $V = ...;", []),
        ("$T[...] storage $V;", []),
        ("contract D { ... }", ["abstract contract D { }"]),
        ("abstract contract C { ... }", []),
    ],
)
def test_the_length_of_an_array_is_part_of_its_type(matched, pattern, found):
    assert [each.rstrip(";") for each in matched("solidity", pattern, DECLARATIONS)] == found


STATEMENTS = """\
contract C {
  function f() public { if (a == b) { g(1); } }
  function h() public { require(a == c); g(2); }
  function i() public { while (k) { a == b; } g(3); }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("(<... a == $X ...>);\n...", ["g(1)", "g(2)"]),
        ("(<... a ...>);\n(<... g ...>);", ["g(2)"]),
        ("(<... b == $X ...>);\n...", []),
    ],
)
def test_a_statement_among_others_contains_what_is_outside_of_its_blocks(matched, pattern, found):
    rule = {"patterns": [{"pattern-inside": pattern}, {"pattern": "g($N)"}]}
    assert [each.rstrip(";") for each in matched("solidity", rule, STATEMENTS)] == found


MODIFIERS = """\
contract C is A, B {
  function f() external first second(1) { }
  function g() external second(1) { }
  function h() external { }
}
contract D { }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("function $F(...) first { ... }", ["function f"]),
        ("function $F(...) external second(1) { ... }", ["function f", "function g"]),
        ("function $F(...) second(2) { ... }", []),
        ("function $F(...) external { ... }", ["function f", "function g", "function h"]),
        ("contract $C { ... }", ["contract C", "contract D"]),
        ("contract $C is B { ... }", ["contract C"]),
        ("contract $C { ... function h() external { ... } ... }", ["contract C"]),
    ],
)
def test_code_may_have_more_modifiers_and_bases_than_the_pattern(matched, pattern, found):
    assert [
        each.split("(")[0].split("{")[0].split(" is ")[0].strip() for each in matched("solidity", pattern, MODIFIERS)
    ] == found
