"""Names and kinds of placeholders in Python's two ways to format that do not fit the values."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_PLACEHOLDER = re.compile(
    r"%(?:%|(?:\((?P<name>[^()]*)\))?[-#0 +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(?P<kind>.|\Z))", re.S
)
_KINDS = frozenset("diouxXeEfFgGcrsa")
_LONGEST = 2_000

RULE = Definition(
    id="format-placeholder",
    message="Format does not fit its values: $PROBLEM.",
    summary="Placeholders of a format do not fit the values: a name is missing, or its kind is unknown.",
    severity=Severity.ERROR,
    category="correctness",
    cwe="CWE-685",
    kinds={"python": frozenset({"call", "binary_operator"})},
    names={"call": frozenset({"format"}), "binary_operator": frozenset({"%"})},
    explanation="""\
A placeholder whose name is not among the values raises `KeyError`, an index past the last value `IndexError`, and an
unknown conversion `ValueError`.

Bad:

```python
"{user} has {count} messages".format(user=user)
```

Good:

```python
"{user} has {count} messages".format(user=user, count=count)
```

To fix it, use the same names in the format and the values.
""",
    references=("https://docs.python.org/3/library/string.html#format-string-syntax",),
    invalid=tuple(
        Example("python", f"a = {code}\n")
        for code in (
            '"{a} of {c}".format(a=1)',
            '"{0} {1}".format(a)',
            '"{} {1}".format(a, b)',
            '"%(a)s %(b)s" % {"a": 1}',
            '"%y" % a',
            '"%d%" % a',
        )
    ),
    valid=tuple(
        Example("python", f"a = {code}\n")
        for code in (
            '"{a} {b.c} {d[0]}".format(a=1, b=b, d=d)',
            '"{a}".format(**b)',
            '"{a}".format(a=1, b=2)',
            '"{a} {}".format(1, a=2)',
            '"{a:{b}}".format(a=1, b=2)',
            '"{0} {0}".format(a)',
            '"{}" % a',
            '"%(a)s" % {"a": 1, "b": 2}',
            '"%(a)s" % {**b}',
            '"%(a)s" % b',
            '"%d%%" % a',
            '"%5.2f %-*d" % (a, b, c)',
            '"{a}".format_map(b)',
            'f"{b}".format(a=1)',
        )
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    said = _of_call(node, scan.data) if node.type == "call" else _of_operator(node, scan.data)
    if said and not any(kind in ("try_statement", "with_statement") for kind, _ in scan.surroundings(node)):
        yield Found(node.start_byte, node.end_byte, {"$PROBLEM": said})


def _of_call(call: Node, data: bytes) -> str:
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if function is None or function.type != "attribute" or arguments is None or arguments.type != "argument_list":
        return ""
    name = function.child_by_field_name("attribute")
    if name is None or name.text != b"format":
        return ""
    given = [each for each in arguments.named_children if not each.is_extra]
    text = _value(function.child_by_field_name("object"), data)
    if text is None:
        return ""
    if any(each.type in ("list_splat", "dictionary_splat") for each in given):
        return ""
    names = {
        data[key.start_byte : key.end_byte].decode()
        for each in given
        if each.type == "keyword_argument" and (key := each.child_by_field_name("name")) is not None
    }
    fields = _fields(text)
    if fields is None:
        return ""
    places = len(given) - len(names)
    numbers = [each for each in fields if each.isdigit()]
    if numbers and "" in fields:
        return "`{}` and numbers cannot be mixed"
    past = [each for each in numbers if int(each) >= places]
    if past:
        return f"`{{{past[0]}}}` has no value"
    missing = sorted({each for each in fields if each and not each.isdigit()} - names)
    return f"`{{{missing[0]}}}` has no value" if missing else ""


def _fields(text: str) -> list[str] | None:
    """The names in the placeholders of a format, nested ones too; None if it is none."""
    found: list[str] = []
    try:
        for _, field, specification, _ in string.Formatter().parse(text):
            if field is not None:
                found.append(re.split(r"[.\[]", field, maxsplit=1)[0])
                found += _fields(specification or "") or []
    except ValueError:
        return None
    return found


def _of_operator(operation: Node, data: bytes) -> str:
    sign, right = operation.child_by_field_name("operator"), operation.child_by_field_name("right")
    if sign is None or sign.type != "%" or right is None:
        return ""
    text = _value(operation.child_by_field_name("left"), data)
    if text is None:
        return ""
    found = list(_PLACEHOLDER.finditer(text))
    for each in found:
        kind = each["kind"]
        if kind is not None and kind not in _KINDS:
            return f"`{each[0]}` is no placeholder" if kind else "it ends in a lone `%`"
    names = [each["name"] for each in found if each["name"] is not None]
    if not names or right.type != "dictionary" or any(each.type != "pair" for each in right.named_children):
        return ""
    keys = [_value(each.child_by_field_name("key"), data) for each in right.named_children]
    missing = [each for each in names if each not in keys]
    return f"`%({missing[0]})` has no value" if missing and None not in keys else ""


def _value(node: Node | None, data: bytes) -> str | None:
    """The text of a literal without replacement fields."""
    if node is None or node.type not in ("string", "concatenated_string") or node.end_byte - node.start_byte > _LONGEST:
        return None
    return _text(data[node.start_byte : node.end_byte])


@lru_cache(maxsize=256)
def _text(literal: bytes) -> str | None:
    """What a literal stands for. Evaluating one leaves a cycle of functions to the garbage collector, so not twice."""
    try:
        value = ast.literal_eval(literal.decode())
    except (ValueError, SyntaxError):
        return None
    return value if isinstance(value, str) else None
