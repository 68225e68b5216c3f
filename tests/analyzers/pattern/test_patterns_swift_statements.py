"""Patterns of Swift: conditions that bind names, closures, and what stands in braces or may be left out."""

from __future__ import annotations

import pytest

BINDINGS = """\
if let x { f() }
if let x, x > 1 { f() }
if let x = y { f() }
guard let x else { return }
while let x { f() }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("if let $X = $Y { ... }", ["if let x { f() }", "if let x = y { f() }"]),
        ("if let x = x { ... }", ["if let x { f() }"]),
        ("guard let $X = $Y else { ... }", ["guard let x else { return }"]),
        ("while let $X = $Y { ... }", ["while let x { f() }"]),
        ("if let $X = z { ... }", []),
    ],
)
def test_a_name_without_a_value_is_bound_to_itself(matched, pattern, found):
    assert matched("swift", pattern, BINDINGS) == found


BODIES = """\
a { }
a { @MainActor in f() }
a { x in f() }
if x { } else { }
if x { }
do { try f() } catch { }
do { try f() } catch E.a { g() } catch { h() }
for try await x in y where x > 1 { f() }
extension A: @unchecked B { }
extension A where T == B { }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("a { ... }", ["a { }", "a { @MainActor in f() }"]),
        ("if $C { ... } else { ... }", ["if x { } else { }"]),
        (
            "do { ... } catch { ... }",
            [f"do {{ try f() }} catch {each}" for each in ("{ }", "E.a { g() } catch { h() }")],
        ),
        ("for $X in $Y { ... }", ["for try await x in y where x > 1 { f() }"]),
        ("extension A { ... }", ["extension A: @unchecked B { }", "extension A where T == B { }"]),
    ],
)
def test_braces_may_hold_nothing_and_marks_may_be_left_out(matched, pattern, found):
    assert matched("swift", pattern, BODIES) == found
