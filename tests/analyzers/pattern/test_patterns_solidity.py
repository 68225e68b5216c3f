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


OPERANDS = """\
contract C {
  function f() public {
    x = a && b.c(d);
    x = !e.f(g) || h[i] > j.k;
    x = l + m.n{value: o}(p) * q[r].s;
    x = t ? u.v() : w.y();
    delete z[a];
    x = "a + b.c(d)"; // a + b.c(d)
  }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("$A.$B(...)", ["b.c(d)", "e.f(g)", "u.v()", "w.y()"]),
        ("$A && $B", ["a && b.c(d)"]),
        ("$A || $B", ["!e.f(g) || h[i] > j.k"]),
        ("$A > $B", ["h[i] > j.k"]),
        ("!$A", ["!e.f(g)"]),
        ("$A * $B", ["m.n{value: o}(p) * q[r].s"]),
        ("$A.n{value: $V}(...)", ["m.n{value: o}(p)"]),
        ("$A ? $B : $C", ["t ? u.v() : w.y()"]),
        ("$A[$B]", ["h[i]", "q[r]", "z[a]"]),
        ("delete $A[$B]", ["delete z[a]"]),
    ],
)
def test_an_operand_goes_as_far_as_its_accesses(matched, pattern, found):
    assert matched("solidity", pattern, OPERANDS) == found


FUNCTIONS = """\
contract C {
  constructor(address a) first(a) payable { g(1); }
  function f(address a) external view first { g(2); }
  function h() external;
  modifier m() { g(3); _; }
  receive() external payable { g(4); }
  fallback(bytes calldata b) external returns (bytes memory) { g(5); }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("function $F(...) { ... }", [1, 2, 3, 4, 5]),
        ("function $F(..., address $A, ...) { ... }", [1, 2]),
        ("function $F(...) external { ... }", [2, 4, 5]),
        ("function $F(...) payable { ... }", [1, 4]),
        ("function $F(...) $M { ... }", [1, 2, 3, 4]),
        ("function $F(...) first { ... }", [2]),
        ("function $F(...) returns (uint) { ... }", [1, 2, 3, 4, 5]),
        ("constructor(...) { ... }", [1]),
        ("modifier $M(...) { ... }", [3]),
        ("receive() external payable { ... }", [4]),
    ],
)
def test_every_kind_of_function_with_a_body_is_a_function(matched, pattern, found):
    rule = {"patterns": [{"pattern-inside": pattern}, {"pattern": "g($N)"}, {"focus-metavariable": "$N"}]}
    assert matched("solidity", rule, FUNCTIONS) == [str(each) for each in found]


def test_the_name_of_a_function_that_has_none_is_its_word(matched):
    rule = {"patterns": [{"pattern": "function $F(...) { ... }"}, {"focus-metavariable": "$F"}]}
    assert matched("solidity", rule, FUNCTIONS) == ["constructor", "f", "m", "receive", "fallback"]


def test_a_pattern_without_a_body_is_for_declarations(matched):
    assert matched("solidity", "function $F(...);", FUNCTIONS) == ["function h() external;"]


DIRECTIVES = """\
pragma solidity ^0.8.0;
pragma solidity >= 0.6.0 <0.9.0;
pragma abicoder v2;
import "./a.sol";
import {A, B} from "./b.sol";
import * as C from "./c.sol";
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("pragma solidity $V;", [1, 2]),
        ("pragma solidity $V", [1, 2]),
        ("pragma solidity >=0.6.0 <0.9.0;", [2]),
        ("pragma solidity 0.8.0;", []),
        ("pragma $N v2;", [3]),
        ("pragma $N $V;", [1, 2, 3]),
        ('import "$X";', [4, 5, 6]),
        ('import "...";', [4, 5, 6]),
        ('import "./b.sol";', [5]),
        ('import {B} from "./b.sol";', [5]),
        ('import {C} from "./b.sol";', []),
    ],
)
def test_a_directive_is_found_by_what_it_says(matched, pattern, found):
    lines = DIRECTIVES.splitlines()
    assert matched("solidity", pattern, DIRECTIVES) == [lines[number - 1] for number in found]


@pytest.mark.parametrize(
    ("expression", "count"), [(r".*\^", 1), (r"\s*0", 0), (r"\s*>=\s*0\.6", 1), (r".*0\.[5-8]\.0", 2)]
)
def test_a_version_is_compared_as_it_is_written(matched, expression, count):
    versions = {"metavariable": "$V", "regex": expression}
    rule = {"patterns": [{"pattern": "pragma solidity $V;"}, {"metavariable-regex": versions}]}
    assert len(matched("solidity", rule, DIRECTIVES)) == count


BODIES = """\
contract C {
  event E(address indexed a, uint b);
  function f() public {
    if (a) { return 1; }
    if (b) return 2;
    if (c) { g(); return 3; }
    if (d) { revert F(); }
    for (uint256 i = 0; i < 3; i++) { h(); }
    uint256 j = 0;
    assembly { sstore(0, k(1)) }
    require(t.send(1));
    t.send(2);
  }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("if ($C) { return $X; }", [4, 5]),
        ("if ($C) return $X;", [4, 5]),
        ("if ($C) { revert $E(...); }", [7]),
        ("if ($C) { $F(); return $X; }", [6]),
        ("uint256 $I = 0;", [9]),
        ("$T $I = 0;", [9]),
        ("sstore(...)", [10]),
        ("k(...)", [10]),
        ("event $E(address $A, ...);", [2]),
        ("event $E(..., uint indexed $B, ...);", []),
        ({"patterns": [{"pattern": "$X.send($A);"}, {"pattern-not-inside": "require(...);"}]}, [12]),
        ({"patterns": [{"pattern": "$X.send($A);"}, {"pattern-not-inside": "assert(...);"}]}, [11, 12]),
    ],
)
def test_statements_are_found_with_braces_or_without(matched, pattern, found):
    starts = [BODIES[: BODIES.index(each)].count("\n") + 1 for each in matched("solidity", pattern, BODIES)]
    assert sorted(starts) == found


KEYS = """\
contract A is B, C { mapping(address a => bool) private b; }
contract D { mapping(address => mapping(uint e => bool f)) g; mapping(uint => bool) h; }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("mapping($K => bool) $X;", ["mapping(address a => bool) private b", "mapping(uint => bool) h"]),
        ("mapping(address => bool) $X;", ["mapping(address a => bool) private b"]),
        ("mapping(address $A => bool) $X;", ["mapping(address a => bool) private b"]),
        ("contract $C is ... { ... }", KEYS.splitlines()),
        ("contract $C is $B { ... }", KEYS.splitlines()[:1]),
    ],
)
def test_the_names_of_keys_and_bases_may_be_left_out(matched, pattern, found):
    assert [each.rstrip(";") for each in matched("solidity", pattern, KEYS)] == found


CONSTANTS = """\
uint256 constant FREE = 5;
string constant NAME = "ab";
library L {
  uint256 internal constant OWN = 5;
  function f() internal { g(OWN); }
}
contract C {
  uint256 internal constant FIXED = 5;
  function f(uint256 p) public {
    uint256 v = 5;
    g(v);
    g(uint8(v));
    g(IERC20(5));
    g(FREE);
    g(FIXED);
    g(p);
    p = 5;
    g(p + 0);
    g(p);
    delete p;
    g(p);
    (uint256 a, uint256 b) = (5, 5);
    g(a);
    assembly { v := 6 }
    g(v);
    h(NAME);
    h(bytes("ab"));
    if (x == address(0)) { }
    for (uint256 i = 5; i < 9; i++) { g(i); }
  }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("g(5)", ["g(OWN)", "g(v)", "g(uint8(v))", "g(FREE)", "g(p)"]),
        ('h("ab")', ["h(NAME)", 'h(bytes("ab"))']),
        ("$X == 0", ["x == address(0)"]),
        ("$X == 1", []),
    ],
)
def test_a_literal_is_also_found_as_a_variable_and_in_a_conversion(matched, pattern, found):
    assert matched("solidity", pattern, CONSTANTS) == found


PARTS = """\
pragma solidity ^0.8.0;
pragma solidity >=0.8.0 <0.9.0;
uint256 constant FREE = 5;
contract C {
  struct S { mapping(address => bool) members; }
  event Left(address indexed who) anonymous;
  function f() internal {
    if (a) t.send(1);
    if (a) { t.send(2); } else t.send(3);
    for (i = t.send(4); a; i++) t.send(5);
    g(t.send(6));
    assembly { if iszero(p) { h() } }
  }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("pragma solidity ^$V;", ["pragma solidity ^0.8.0;"]),
        ("pragma solidity >=$V;", []),
        ("$T constant $X = $V;", ["uint256 constant FREE = 5;"]),
        ("mapping($K => $V) $N;", ["mapping(address => bool) members;"]),
        ("event $E(..., address indexed $A, ...);", ["event Left(address indexed who) anonymous;"]),
        ("t.send($N);", [*(f"t.send({n});" for n in (1, 2, 3, 5)), "g(t.send(6));"]),
        ("if ($C) { h(); }", ["if iszero(p) { h() }"]),
    ],
)
def test_statements_and_declarations_are_found_wherever_they_may_stand(matched, pattern, found):
    assert matched("solidity", pattern, PARTS) == found
