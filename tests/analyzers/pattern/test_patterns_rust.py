"""Patterns of Rust: items with attributes, modifiers, one-line bodies."""

from __future__ import annotations

import pytest

ITEMS = """\
#[derive(Clone, Debug)]
#[repr(C)]
pub struct A { x: u8 }
#[cfg(a)]
use b::C;
#[inline]
/// What it does.
fn f() {}
struct B;
impl A {
    #[inline]
    fn g(&self) {
        #[allow(unused)]
        let v = 1;
    }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("struct $S { ... }", ["#[derive(Clone, Debug)]", "struct B;"]),
        ("fn $F(...) { ... }", ["#[inline]", "fn g(&self) {"]),
        ("let $X = 1;", ["#[allow(unused)]"]),
        ("use b::C;", ["use b::C"]),
        ("#[derive(..., Debug, ...)]\nstruct $S { ... }", ["#[derive(Clone, Debug)]"]),
        ("#[repr(C)]\nstruct $S { ... }", ["#[derive(Clone, Debug)]"]),
        ("#[derive(...)]\n#[repr(C)]\nstruct $S { ... }", ["#[derive(Clone, Debug)]"]),
        ("#[repr(C)]\n#[derive(...)]\nstruct $S { ... }", []),
        ("#[repr(C)]\nfn $F(...) { ... }", []),
    ],
)
def test_an_item_begins_at_its_attributes_outside_of_impl(matched, pattern, found):
    assert [each.splitlines()[0].rstrip(";") for each in matched("rust", pattern, ITEMS)] == [
        each.rstrip(";") for each in found
    ]


FUNCTIONS = """\
unsafe extern "C" fn a(s: &'static str) { s.x; g(); }
async fn b<'a>(s: &'a str) { if s.x { g(); } }
fn c(s: &str) { match s { "x" => 1, _ => 2, }; 'l: for i in s { h(i); } g(move |y| y) }
fn d(s: &mut String) { if let Some(t) = s { t } else { 1 }; while let Some(t) = s { t } }
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("unsafe fn $F(...) { ... }", ["a"]),
        ('extern "C" fn $F(...) { ... }', ["a"]),
        ("async fn $F(...) { ... }", ["b"]),
        ("fn $F($S: &str) { ... }", ["a", "b", "c"]),
        ("fn $F($S: &mut $T) { ... }", ["d"]),
        ("fn $F(...) { ... $S.x ... }", ["a", "b"]),
        ("fn $F(...) {\n  ...\n  $S.x\n  ...\n  g()\n}", ["a", "b"]),
        ("fn $F(...) { ... match $S { _ => ... } ... }", ["c"]),
        ("fn $F(...) { ... for $I in $S { ... } ... }", ["c"]),
        ("fn $F(...) { ... g(|$Y| $Y) }", ["c"]),
        ("fn $F(...) { ... if $C { ... } ... }", ["b"]),
        ("fn $F(...) { ... while $C { ... } ... }", []),
        ("fn $F(...) { ... while let Some($T) = $S { ... } ... }", ["d"]),
    ],
)
def test_functions_are_found_by_their_heads_and_by_what_is_in_them(matched, pattern, found):
    heads = [each.split("(")[0] for each in matched("rust", pattern, FUNCTIONS)]
    assert [head.split("fn ")[1].split("<")[0] for head in heads] == found


MACROS = """\
fn f() {
    log!("a {}", self.key);
    log!("b {}", secret(1), x);
    log!("c {}", a.key.clone(),);
    log!["d", a + b];
    log!("e", n = %x);
    log!({"f": x});
    log!("g");
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("log!(...)", "abcdefg"),
        ('log!("...", $X)', "acd"),
        ('log!("...", $X.key)', "a"),
        ('log!("...", $X.$F())', "c"),
        ('log!("...", ..., x)', "b"),
        ('log!("...", secret(...), ...)', "b"),
        ('log!("...", $A + $B)', "d"),
        ('log!("...", ..., $X.key, ...)', "a"),
        ("log!($X)", "fg"),
        ("log!()", ""),
        ('log!({"f": x})', "f"),
        ('log!("e", n = %x)', "e"),
    ],
)
def test_arguments_of_macros_are_expressions_where_they_can_be_read_as_such(matched, pattern, found):
    assert [each.split('"')[1][0] for each in matched("rust", pattern, MACROS)] == list(found)


def test_a_macro_at_the_start_of_a_line_is_compared_word_for_word(matched):
    assert matched("rust", 'a!("b", $X)', 'a!\n("b", c);\na!("b", d.e);') == ['a!\n("b", c)', 'a!("b", d.e)']
