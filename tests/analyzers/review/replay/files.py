"""Files of a few functions, with all that makes places in a text hard to find."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

BUG = "return sum(values) / len(values)"

_STATEMENTS = {
    "python": [
        BUG,
        "total = 0",
        "print(values)",
        "name = 'e\u0301'",
        "party = '🎉𝒳'",
        "text = 'ｆｕｌｌ　ｗｉｄｔｈ'",
        "if values: total = 1",
        "total = [value for value in values if value]",
        "x  =  1",
        "# a remark \u00a0 with odd spaces",
    ],
    "javascript": [
        "return values.length <= 0;",
        "let total = 0;",
        "console.log(values);",
        "const name = 'e\u0301';",
        "const party = `🎉${total}`;",
        "for (const value of values) { total += value; }",
        "let  x  =  1;",
        "/* a remark */",
    ],
    "go": [
        "total := 0",
        "fmt.Println(values)",
        'party := "🎉"',
        "if len(values) > 0 { total = 1 }",
        "_ = total",
        "// a remark",
    ],
    "java": [
        "int total = 0;",
        "System.out.println(values);",
        'String party = "🎉";',
        "if (values != null) { total = 1; }",
        "// x",
    ],
}
_HEADS = {
    "python": ("def f{}(values):", ""),
    "javascript": ("function f{}(values) {{", "}"),
    "go": ("func f{}(values []int) {{", "}"),
    "java": ("int f{}(int[] values) {{", "}"),
}
_NAMES = {"python": "a.py", "javascript": "a.js", "go": "a.go", "java": "A.java"}


class File(NamedTuple):
    """A file to review, all of it new or with its text before."""

    name: str
    language: str
    text: str
    base: str | None


def file(chance: Random, functions: int) -> File:
    """A file with that many functions of two lines and more."""
    language = chance.choice(("python", "python", "python", *_STATEMENTS))
    ending = chance.choice(("\n", "\n", "\n", "\r\n", "\r\n"))
    indent = chance.choice(("    ", "    ", "  ", "\t"))
    lines: list[str] = []
    for number in range(functions):
        lines += [*_function(chance, language, indent, number), "", ""]
    if language == "java":
        lines = ["class A {", *(f"{indent}{line}" if line else line for line in lines), "}"]
    if chance.random() < 0.05:
        lines[1] += "  # \0" if language == "python" else "  // \0"
    if chance.random() < 0.1:
        # An editor that is not sure of its line endings.
        text = "".join(line + chance.choice(("\n", "\r\n")) for line in lines)
    else:
        text = ending.join(lines) + ending
    if chance.random() < 0.1:
        text = "\ufeff" + text
    base = text.replace("total", "sum_", 1) if chance.random() < 0.2 and "total" in text else None
    return File(_NAMES[language], language, text, base)


def _function(chance: Random, language: str, indent: str, number: int) -> list[str]:
    head, tail = _HEADS[language]
    statements = chance.choices(_STATEMENTS[language], k=chance.randint(2, 8))
    body = [f"{indent}{statement}" for statement in statements]
    if language == "python" and all(statement.startswith("#") for statement in statements):
        body.append(f"{indent}pass")
    return [head.format(number), *body, *([tail] if tail else [])]
