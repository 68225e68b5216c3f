"""Literals of patterns match what is known to have their value in Ruby and PHP."""

from __future__ import annotations

import pytest

RUBY = [
    ("TOP = 'a'\ndef m\n  f(TOP)\nend", ["f(TOP)"]),
    ("def m\n  x = 'a'\n  f x\nend", ["f x"]),
    ("x = 'a'\ny = \"#{x}b\"\nf(y)", ["f(y)"]),
    ("x = 'a'\nx += 'b'\nf(x)", ["f(x)"]),
    ("x, y = 'a', b\nf(x)\nf(y)", ["f(x)"]),
    ("if c\n  x = 'a'\nelse\n  x = 'b'\nend\nf(x)", ["f(x)"]),
    ("if c\n  x = 'a'\nelse\n  x = b\nend\nf(x)", []),
    ("x = 'a' if c\nf(x)", ["f(x)"]),
    ("x = b\nx = 'a' if c\nf(x)", []),
    ("x = 'a'\nc.each { f(x) }", ["f(x)"]),
    ("x = 'a'\nc.each { x = b }\nf(x)", []),
    ("x = 'a'\nc.each { |x| f(x) }\nf(x)", ["f(x)"]),
    ("x = 'a'\nc.each do |y, *x|\n  f(x)\nend", []),
    ("x = b\nbegin\n  x = 'a'\nrescue\n  f(x)\nend", []),
    ("x = 'a'\nx << b\nf(x)", []),
    ("x = 'a'\nx.concat(b)\nf(x)", []),
    ("x = 'a'\nx.upcase!\nf(x)", []),
    ("x = 'a'\nx.upcase\nf(x)", ["f(x)"]),
    ("def m(x = 'a')\n  f(x)\nend", []),
    ("x = nil\nx ||= 'a'\nf(x)", []),
]


@pytest.mark.parametrize(("code", "found"), RUBY)
def test_variables_of_ruby_are_followed_to_texts(matched, code, found):
    assert matched("ruby", 'f("...")', code) == found


PHP = [
    ("const TOP = 'a'; function m() { f(TOP); }", ["f(TOP)"]),
    ("function m() { $x = 'a'; f($x); }", ["f($x)"]),
    ("$x = 'a'; $y = \"{$x}b$x\"; f($y);", ["f($y)"]),
    ("$x = 'a'; $x .= 'b'; f($x);", ["f($x)"]),
    ("$x = 'a'; $x .= b(); f($x);", []),
    ("f('a' . 'b');", ["f('a' . 'b')"]),
    ("f('1' + '2');", []),
    ("if ($c) { $x = 'a'; } else { $x = 'b'; } f($x);", ["f($x)"]),
    ("if ($c) { $x = 'a'; } else { $x = b(); } f($x);", []),
    ("$x = 'a'; foreach ($c as $x) { f($x); }", []),
    ("$x = 'a'; foreach ($c as $x => $y) { f($x); }", []),
    ("$x = 'a'; g(function () use ($x) { f($x); });", ["f($x)"]),
    ("$x = 'a'; g(fn($x) => f($x));", []),
    ("$x = 'a'; function m() { global $x; f($x); }", []),
    ("$x = 'a'; [$x, $y] = $c; f($x);", []),
    ("function m($x = 'a') { f($x); }", []),
    ("$x = 'a'; $y = &$x; $y = b(); f($x);", []),
]


@pytest.mark.parametrize(("code", "found"), PHP)
def test_variables_of_php_are_followed_to_texts(matched, code, found):
    assert matched("php", 'f("...")', f"<?php {code}") == found


@pytest.mark.parametrize(
    ("language", "code"), [("ruby", "x = 5\nf(x)\ny = 4\nf(y)"), ("php", "<?php $x = 5; f($x); $y = 4; f($y);")]
)
def test_variables_are_followed_to_numbers(matched, language, code):
    assert matched(language, "f(5)", code) == ["f(x)" if language == "ruby" else "f($x)"]


def test_a_parameter_of_an_arrow_function_is_another_variable(matched):
    assert matched("javascript", 'f("...")', "const x = 'a'; g(x => f(x)); f(x)") == ["f(x)"]
