"""A regular expression in JavaScript, Java or Go that does not compile."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reread.analyzers.checks.calls._regex_syntax import problem
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_LONGEST = 2_000
_CALLS = {
    "javascript": re.compile(rb"(?:new\s+)?RegExp"),
    "go": re.compile(rb"regexp\.(?:MustCompile|Compile|MatchString|Match)"),
    "java": re.compile(rb"(?:java\.util\.regex\.)?Pattern\.(?:compile|matches)"),
}
_JAVA_METHODS = frozenset({b"matches", b"replaceAll", b"replaceFirst", b"split"})
"""Methods of strings whose first argument is an expression."""
_OTHERS = re.compile(rb"[Mm]atcher|[Pp]attern|[Ss]plitter|StringUtils|CharMatcher|Joiner")
_EXPECTING = re.compile(rb"toThrow|throws|assertThrows|expect|try\b|PatternSyntaxException")
_JAVA = "class A {{\n  Object f(String s) {{\n    return {};\n  }}\n}}\n"
_GO = "package a\n\nvar r = {}\n"

RULE = Definition(
    id="invalid-regex-syntax",
    message="Invalid regular expression: $PROBLEM. This line fails whenever it runs.",
    summary="Invalid regular expression fails whenever the line runs. Close or escape what is not closed.",
    severity=Severity.ERROR,
    category="correctness",
    cwe="CWE-185",
    kinds={
        **dict.fromkeys(_SCRIPTS, frozenset({"new_expression", "call_expression"})),
        "go": frozenset({"call_expression"}),
        "java": frozenset({"method_invocation"}),
    },
    words=any_of(["RegExp", "regexp", "Pattern", "matches", "replaceAll", "replaceFirst", "split"]),
    explanation="""\
An expression in a string is only compiled when the line runs. A bracket that is not closed or not escaped then throws,
or makes `regexp.MustCompile` end the program.

Bad:

```java
String[] parts = call.split("(");
```

Good:

```java
String[] parts = call.split("\\\\(");
```

To fix it, close the bracket, or write `\\` before a character that is meant as it is.
""",
    references=("https://cwe.mitre.org/data/definitions/185.html",),
    fix_title="Escape the character",
    fix_reason="The line failed before and goes on now.",
    invalid=(
        *(
            Example(language, f"const r = {code};\n")
            for language in _SCRIPTS
            for code in ('new RegExp("[")', 'RegExp("(a")', "new RegExp('*a', 'g')", 'new RegExp("a)")')
        ),
        *(Example("go", _GO.format(code)) for code in ('regexp.MustCompile("[a-z")', "regexp.MustCompile(`(a`)")),
        Example("go", _GO.format("regexp.MustCompile(`[z-a]`)")),
        Example("java", _JAVA.format('s.split("(")'), fixed=_JAVA.format('s.split("\\\\(")')),
        *(
            Example("java", _JAVA.format(code))
            for code in ('Pattern.compile("[")', 's.matches("(a")', 's.replaceAll("*", "")', 's.split("(")')
        ),
        Example("java", _JAVA.format('s.replaceAll("\\\\", "/")')),
    ),
    valid=(
        *(
            Example(language, f"const r = {code};\n")
            for language in _SCRIPTS
            for code in (
                'new RegExp("[(]")',
                'new RegExp("\\\\(")',
                "new RegExp('(' + a + ')')",
                "new RegExp(`${a}(`)",
                'new RegExp("(?<a>b)+?")',
                's.split("(")',
                'new RegExp("[]a")',
                'new RegExp("a{1,2}?")',
            )
        ),
        *(
            Example("go", _GO.format(code))
            for code in (
                "regexp.MustCompile(`[]a]`)",
                "regexp.MustCompile(`^*a(?i)?`)",
                "regexp.MustCompile(`(?i)a|(b)*?`)",
                'regexp.MustCompile("(" + a)',
            )
        ),
        *(
            Example("java", _JAVA.format(code))
            for code in (
                's.split("\\\\(")',
                's.replace("(", "")',
                'Pattern.compile("(", Pattern.LITERAL)',
                's.split("[a[b]]")',
                's.matches("a*+")',
                's.matches("^*a")',
                'StringUtils.split("(", s)',
                's.matches("\\\\Q(\\\\E")',
            )
        ),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    language = "javascript" if scan.table.name in _SCRIPTS else scan.table.name
    arguments = node.child_by_field_name("arguments")
    first = None if arguments is None or not arguments.named_child_count else arguments.named_children[0]
    if arguments is None or first is None or node.has_error or not _compiles(node, arguments, language, scan.data):
        return
    text = _value(scan.data[first.start_byte : first.end_byte], language)
    said = "" if text is None else problem(text, language)
    if not said or any(_is_tried(kind, each, scan.data) for kind, each in scan.surroundings(node)):
        return
    fix = None
    if text is not None and len(text) == 1 and text in "([)*+?":
        is_raw = scan.data[first.start_byte : first.start_byte + 1] == b"`"
        fix = Replacement(first.start_byte + 1, first.start_byte + 1, "\\" if is_raw else "\\\\")
    yield Found(first.start_byte, first.end_byte, {"$PROBLEM": said}, fix)


def _is_tried(kind: str, node: Node, data: bytes) -> bool:
    """Whether code around wants to see the call fail."""
    if kind in ("try_statement", "try_with_resources_statement"):
        return True
    if kind not in ("call_expression", "method_invocation"):
        return False
    return _EXPECTING.search(data[node.start_byte : node.start_byte + 80].split(b"(")[0]) is not None


def _compiles(node: Node, arguments: Node, language: str, data: bytes) -> bool:
    """Whether a call takes its first argument for a regular expression."""
    callee = data[node.start_byte : arguments.start_byte].strip()
    if _CALLS[language].fullmatch(callee):
        return language != "java" or b"LITERAL" not in data[arguments.start_byte : arguments.end_byte]
    receiver, _, method = callee.rpartition(b".")
    if language != "java" or method not in _JAVA_METHODS or _OTHERS.search(receiver):
        return False
    return arguments.named_child_count == (2 if method.startswith(b"replace") else 1)


_PAIR = re.compile(r"\\(.)")
_KNOWN = frozenset("\\nrtfbvxu01234567'\"")


def _pair(found: re.Match[str]) -> str:
    """An escape as Python reads it: one that it does not know is the character itself."""
    return found[0] if found[1] in _KNOWN else found[1]


# Evaluating a literal leaves a cycle of functions to the garbage collector, so not twice.
@lru_cache(maxsize=256)
def _value(literal: bytes, language: str) -> str | None:
    """The text of a literal that is nothing else; None for others."""
    if len(literal) > _LONGEST or len(literal) < 2 or b"\n" in literal:
        return None
    text = literal.decode(errors="replace")
    if language == "go" and text[0] == "`":
        return text[1:-1]
    if text[0] not in ("\"'" if language == "javascript" else '"') or text[-1] != text[0]:
        return None
    try:
        # Escapes are written alike, but for those that Python leaves as they are.
        value = ast.literal_eval(_PAIR.sub(_pair, text))
    except (ValueError, SyntaxError):
        return None
    return value if isinstance(value, str) else None
