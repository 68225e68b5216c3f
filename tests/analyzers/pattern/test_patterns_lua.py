"""Patterns of Lua: tables, heads of functions, branches."""

from __future__ import annotations

import pytest

TABLES = """\
local t = { verify = "none", 3 }
local u = {}
f({ ["verify"] = "all", mode = key })
g(t.verify, "none")
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("{...}", ['{ verify = "none", 3 }', "{}", '{ ["verify"] = "all", mode = key }']),
        ('{ ..., verify = "none", ... }', ['{ verify = "none", 3 }']),
        ("{ mode = $X }", []),
        ('$X = "none"', ['verify = "none"']),
        ('$X = "..."', ['verify = "none"', '["verify"] = "all"']),
        ("mode = $X", ["mode = key"]),
    ],
)
def test_a_table_is_a_collection_of_assignments(matched, pattern, found):
    assert matched("lua", pattern, TABLES) == found


FUNCTIONS = """\
local function own(a) end
function all(a, b) end
function M.static(a) end
function M:method(a) end
local value = function(a) end
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("function $F(...) ... end", ["own", "all", "M.static", "M:method"]),
        ("local function $F(...) ... end", ["own"]),
        ("function $M.$F(...) ... end", ["M.static"]),
        ("function M.$F(...) ... end", ["M.static"]),
        ("function $M:$F(...) ... end", ["M:method"]),
        ("function M:$F(...) ... end", ["M:method"]),
        ("function N:$F(...) ... end", []),
        ("function $F(..., b, ...) ... end", ["all"]),
    ],
)
def test_functions_are_found_by_their_heads(matched, pattern, found):
    assert [each.split("function ")[1].split("(")[0] for each in matched("lua", pattern, FUNCTIONS)] == found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("if $C then ... end", ["if a", "elseif b"]),
        ("if b then ... end", ["elseif b"]),
        ("if c then ... end", []),
    ],
)
def test_another_branch_is_an_if_of_its_own(matched, pattern, found):
    code = "if a then\n  f()\nelseif b then\n  g()\nelse\n  h()\nend\n"
    assert [each.split(" then")[0] for each in matched("lua", pattern, code)] == found


CHAIN = """\
if a then
  f()
elseif b then
  g()
else
  h()
end
if c then f() elseif d then g() end
if e then f() else h() end
if k then f() end
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("if $C then ... else ... end", ["if a", "elseif b", "if c", "if e"]),
        ("if $C then f() else h() end", ["if e"]),
        ("if $C then f() elseif $D then ... end", ["if a", "if c"]),
        ("if $C then f() elseif $D then ... else ... end", ["if a"]),
        ("if $C then ... else if b then ... end end", ["if a"]),
    ],
)
def test_an_elseif_is_an_if_in_the_else_before_it(matched, pattern, found):
    assert [each.split(" then")[0] for each in matched("lua", pattern, CHAIN)] == found


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('local f = io.popen(c)\nlocal out = f:read("*a")\n', 1),
        ('local f = io.popen(c)\nf:read("*a")\n', 1),
        ('local f = io.popen(c)\nif f then f:read("*a") end\n', 1),
        ('local f = io.popen(c)\nlocal out = g:read("*a")\n', 0),
    ],
)
def test_a_call_counts_wherever_it_is_in_a_declaration(matched, code, count):
    assert len(matched("lua", "local $F = io.popen(...)\n...\n$F:read(...)", code)) == count
