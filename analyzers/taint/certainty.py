"""Whether a taint flow is proven: from a source that others fill, past nothing that looks like a check.

What the data-flow analysis knows to be a check has ended the taint before. Here is asked for what it does not know: a
condition about the value, a call that has the name of a check, an unknown function that gives something made of it.
Conditions that say nothing of a value's content, such as comparisons with nothing, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.taint.known_calls import is_known, is_own, looks_like_check, says_nothing
from reread.analyzers.taint.labelling import Matched

_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_ASSIGNED = re.compile(r"^\s*(?:(?:const|let|var|final)\s+)?([^=;{}]*?)\s*(?::=|(?<![=!<>])=(?![=>]))")
_ARGUMENT = re.compile(r"(?<![\w$.\"'`])[A-Za-z_$][\w$]*(?![\w$]*\s*[.(\"'`])")
_CALLED = re.compile(r"([\w.$]+)\s*\(\s*$")
_EMPTY = frozenset({"None", "null", "undefined", "nil", "true", "false", "True", "False"})
_SUBJECTS = frozenset({"req", "request", "self", "this", "ctx", "context", "res", "response", "w", "r", "c", "err"})
_LITERAL = re.compile(r"""^\s*(?:[bfru]?["'`\d-]|(?:None|null|undefined|nil|true|false|True|False)\b)""")
_COMPARED = r"\s*(?:===?|!==?|<=?|>=?)\s*([^\s)&|]+)"
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_MAY_END = re.compile(
    r"\b(?:return|raise|throw|break|continue|goto|yield|else|elif)\b|(?<![=!<>])=(?![=>])"
    r"|abort|exit|panic|fatal|fail|die\b|error|reject|redirect|invalid|deny|refuse|warn|log",
    re.IGNORECASE,
)
_LONGEST = 80
_MOST_TEXT = 4000


def is_proven(tree: SyntaxTree, steps: Sequence[Step], sink: tuple[Any, int, int]) -> bool:
    """Whether taint came to a sink by these steps with nothing doubtful between.

    The sink is given by its unit and its start and end in that unit (bytes).
    """
    if not steps or any(step.kind == "suspicion" for step in steps):
        return False
    if any(step.kind == "library" and not _keeps(tree, step, steps[0]) for step in steps):
        return False
    for unit in dict.fromkeys([*(step.unit for step in steps), sink[0]]):
        own = [step for step in steps if step.unit is unit]
        end = max([step.end for step in own] + ([sink[2]] if sink[0] is unit else []))
        document = unit.document_of or tree.document
        subjects = _subjects(document.data, own, None if own else unit.site.node)
        if sink[0] is unit:
            text = _text(document.data, unit.document(sink[1]), unit.document(sink[2]))
            subjects += [each for each in _ARGUMENT.findall(text) if each not in _SUBJECTS]
        if has_check(unit.site.node, document.data, unit.document(end), subjects):
            return False
    return True


def is_in_doubt(tree: SyntaxTree, source: Matched) -> bool:
    """Whether the expression of a source that is a sink itself is also the subject of what looks like a check.

    Looks at all of the outermost definition, so it doubts at least whatever `is_proven` doubts.
    """
    node = tree.root.descendant_for_byte_range(source.start, source.end)
    while node is not None and node.parent is not None and node.parent.parent is not None:
        node = node.parent
    text = _text(tree.document.data, source.start, source.end)
    return node is not None and len(text) < _LONGEST and has_check(node, tree.document.data, source.end, [text])


def has_check(node: Node, data: bytes, end: int, subjects: Sequence[str]) -> bool:
    """Whether anything before a place (bytes) in the code of a node looks like a check of one of some expressions."""
    if not subjects:
        return False
    names = "|".join(sorted(map(re.escape, subjects), key=len, reverse=True))
    about = re.compile(rf"(?<![\w.$])(?:{names})(?![\w$])")
    return any(_is_check(each, data, about) for each in _before(node, data, end, about))


def _before(node: Node, data: bytes, end: int, about: re.Pattern[str]) -> Iterator[Node]:
    """The nodes of a function that begin before a place, without conditions that say nothing of that place."""
    stack = [node]
    while stack:
        each = stack.pop()
        if each.start_byte >= end:
            continue
        condition = each.child_by_field_name("condition")
        if condition is not None and each.end_byte <= end and _is_of_its_own(each, condition, data, about):
            stack += [child for child in each.named_children if child != condition]
        else:
            yield each
            stack += each.named_children


def _is_check(node: Node, data: bytes, about: re.Pattern[str]) -> bool:
    arguments = node.child_by_field_name("arguments")
    if arguments is not None:
        callee = _text(data, node.start_byte, arguments.start_byte)
        if looks_like_check(callee):
            return about.search(_text(data, arguments.start_byte, arguments.end_byte)) is not None
    condition = node.child_by_field_name("condition")
    return condition is not None and asks_for_content(_text(data, condition.start_byte, condition.end_byte), about)


def _is_of_its_own(node: Node, condition: Node, data: bytes, about: re.Pattern[str]) -> bool:
    """Whether an `if` uses the value itself and goes on, so that its condition says nothing of what comes after it."""
    if not node.type.startswith("if"):
        return False
    guarded = _STRING.sub("", _text(data, condition.end_byte, node.end_byte))
    return about.search(guarded) is not None and _MAY_END.search(guarded) is None


def asks_for_content(condition: str, about: re.Pattern[str]) -> bool:
    """Whether a condition says anything about the content of an expression, and not only whether there is one."""
    for found in about.finditer(condition):
        before, after = condition[: found.start()], condition[found.end() :]
        called = _CALLED.search(re.sub(r"[^()]*$", "", before)) if "(" in before else None
        if called is not None and not says_nothing(called[1]):
            return True
        field = re.match(r"(?:\s*\??\.\s*\w+)+", after)
        if field is not None:
            rest = after[field.end() :]
            if rest.lstrip().startswith("("):
                if not says_nothing(field[0]):
                    return True
                continue
            compared = re.match(_COMPARED, rest)
            if (
                compared is not None
                and compared[1].strip("\"'`") not in {*_EMPTY, "", "0"}
                and "length" not in field[0]
            ):
                return True
        if re.match(r"\s+(?:not\s+)?in\b|\s*=~", after) or re.search(r"[\w\])]\[\s*$", before):
            return True
        compared = re.match(_COMPARED, after)
        if compared is not None and not _LITERAL.match(compared[1]):
            return True
    return False


def _subjects(data: bytes, steps: Sequence[Step], function: Node | None) -> list[str]:
    """The names that a value has on its way through a function, and the expression that it comes from.

    Of a function that has no steps of its own these are its parameters.
    """
    found: dict[str, None] = {}
    if function is not None:
        parameters = function.child_by_field_name("parameters")
        if parameters is not None:
            found.update(dict.fromkeys(_WORD.findall(_text(data, parameters.start_byte, parameters.end_byte))))
    for step in steps:
        text = _text(data, step.unit.document(step.start), step.unit.document(step.end))
        if step.kind in ("source", "suspicion") and len(text) < _LONGEST:
            found[text] = None
        elif step.kind == "assign" and (names := _ASSIGNED.match(text)) is not None:
            found.update(dict.fromkeys(_WORD.findall(names[1])))
        elif step.kind == "assign" and _WORD.fullmatch(text):
            found[text] = None
    return [each for each in found if each not in _SUBJECTS]


def _keeps(tree: SyntaxTree, step: Step, source: Step) -> bool:
    """Whether what an unknown call gives is still what it was given, as far as its name says."""
    document = step.unit.document_of or tree.document
    start, end = step.unit.document(step.start), step.unit.document(step.end)
    node: Node | None = step.unit.site.node.descendant_for_byte_range(start, end)
    while node is not None and node.child_by_field_name("arguments") is None and node.parent is not None:
        node = node.parent if node.end_byte < end or node.start_byte > start or node.parent.end_byte == end else None
    arguments = None if node is None else node.child_by_field_name("arguments")
    if node is None or arguments is None:
        return True
    callee = _text(document.data, node.start_byte, arguments.start_byte).strip()
    if looks_like_check(callee):
        return False
    if source.unit is step.unit and step.start <= source.start and source.end <= step.end:
        # The call itself is the source.
        return True
    before = step.previous[0] if step.previous else source
    if before.unit is step.unit and step.unit.document(before.start) < arguments.start_byte <= end:
        is_inside = start <= step.unit.document(before.start)
        if is_inside:
            # A method of the value itself
            return True
    return is_known(callee) or not is_own(callee, document.text)


def _text(data: bytes, start: int, end: int) -> str:
    return data[start : min(end, start + _MOST_TEXT)].decode(errors="replace")
