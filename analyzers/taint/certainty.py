"""Whether a taint flow is proven: from a source that others fill, past nothing that looks like a check.

What the data-flow analysis knows to be a check has ended the taint before. Here is asked for what it does not know: a
condition about the value, a call that has the name of a check, an unknown function that gives something made of it.
Conditions that say nothing of a value's content, such as comparisons with nothing, are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reread.analyzers.dataflow.cross_file.known_libraries import is_of_library, library_names
from reread.analyzers.dataflow.domain.function_summary import TaintFlow
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.syntax import Node, SyntaxTree, parse
from reread.analyzers.taint.known_calls import is_known, is_own, looks_like_check, only_makes, says_nothing
from reread.analyzers.taint.labelling import Matched
from reread.analyzers.text import Document

_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_ASSIGNED = re.compile(r"^\s*(?:(?:const|let|var|final)\s+)?([^=;{}]*?)\s*(?::=|(?<![=!<>])=(?![=>]))")
_ARGUMENT = re.compile(r"(?<![\w$.\"'`])[A-Za-z_$][\w$]*(?![\w$]*\s*[.(\"'`])")
_CALLED = re.compile(r"([\w.$]+)\s*\(\s*$")
# A field, a call of a method of the value, or an item by name
_FIELD = re.compile(r"\s*(?:\??\.\s*(\w+)(\s*\()?|\[\s*[\"'](\w+)[\"']\s*\])")
_CONTINUED = re.compile(rb"[\w$.?\[\]\"']*\(?")
_EMPTY = frozenset({"None", "null", "undefined", "nil", "true", "false", "True", "False"})
_SUBJECTS = frozenset({"req", "request", "self", "this", "ctx", "context", "res", "response", "w", "r", "c", "err"})
_LITERAL = re.compile(r"""^\s*(?:[bfru]?["'`\d-]|(?:None|null|undefined|nil|true|false|True|False)\b)""")
_COMPARED = r"\s*(?:===?|!==?|<=?|>=?)\s*([^\s)&|]+)"
_VARIABLES = re.compile(r"[\w$,\s]+")
_COMPARES = re.compile(r"([^\s(!&|]+)\s*(?:===?|!==?)\s*$")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_MAY_END = re.compile(
    r"\b(?:return|raise|throw|break|continue|goto|yield|else|elif)\b|(?<![=!<>])=(?![=>])"
    r"|abort|exit|panic|fatal|fail|die\b|error|reject|redirect|invalid|deny|refuse|warn|log",
    re.IGNORECASE,
)
# Only who knows a secret of the program's own settings comes further.
_SHARED_SECRET = re.compile(
    r"(?:[!=]==?|compare_digest|ConstantTimeCompare|timingSafeEqual|equals)[^&|]*"
    r"\b(?:process\.env|os\.environ|os\.getenv|os\.Getenv|System\.getenv|settings|config)\b"
    r"[\w.\[\]\"'(]*(?:secret|token|key|password)",
    re.IGNORECASE,
)
_LONGEST = 80
_MOST_TEXT = 4000


SinkPlace = tuple[Any, int, int]
"""The placement of a function, and the start and end of a sink in there (bytes)."""


def sinks_of(flows: Iterable[TaintFlow]) -> frozenset[SinkPlace]:
    """The places of all sinks that taint comes to."""
    return frozenset((flow.placement, flow.sink.start, flow.sink.end) for flow in flows)


def is_proven(tree: SyntaxTree, steps: Sequence[Step], sink: SinkPlace, sinks: Collection[SinkPlace] = ()) -> bool:
    """Whether taint came to a sink by these steps with nothing doubtful between; `sinks` are all that any came to."""
    if not steps or any(step.kind == "suspicion" for step in steps):
        return False
    if any(step.kind == "library" and not _keeps(tree, step, steps[0]) for step in steps):
        return False
    for placement in dict.fromkeys([*(step.placement for step in steps), sink[0]]):
        own = [step for step in steps if step.placement is placement]
        places = [(placement.document(step.start), placement.document(step.end)) for step in own]
        if sink[0] is placement:
            places.append((placement.document(sink[1]), placement.document(sink[2])))
        document = placement.document_of or tree.document
        data = document.data
        subjects = _subjects(data, own, None if own else placement.site.node)
        if sink[0] is placement:
            text = _text(data, *places[-1])
            subjects += [each for each in _ARGUMENT.findall(text) if each not in _SUBJECTS]
        end = max(last for _, last in places)
        reached = {
            (each.document(first), each.document(last))
            for each, first, last in (sink, *sinks)
            if (each.document_of or tree.document) is document
        }
        asked = GuardQuery(_functions(tree), data, end, _fields(data, places, subjects), document, reached)
        if has_check(placement.site.node, asked, subjects):
            return False
        if sink[0] is placement and _is_checked_later(placement.site.node, asked, *places[-1]):
            return False
    return True


def _is_checked_later(function: Node, asked: GuardQuery, start: int, end: int) -> bool:
    """Whether a sink only makes a path or address, which has a name then and is checked by that."""
    node = function.descendant_for_byte_range(start, end)
    while node is not None and node.start_byte >= function.start_byte:
        arguments = node.child_by_field_name("arguments")
        if arguments is not None and arguments.start_byte <= start:
            break
        node = node.parent
    else:
        return False
    if not only_makes(_text(asked.data, node.start_byte, arguments.start_byte)):
        return False
    line = asked.data.rfind(b"\n", 0, node.start_byte) + 1
    assigned = _ASSIGNED.match(_text(asked.data, line, node.start_byte))
    names = [] if assigned is None else _WORD.findall(assigned[1])
    return bool(names) and has_check(function, asked._replace(end=function.end_byte), names[-1:])


def _fields(data: bytes, places: Sequence[tuple[int, int]], subjects: Sequence[str]) -> dict[str, set[str]]:
    """The fields of a value that are used on a way, for the values of which nothing else is used."""
    # A source may be what a field is then taken of.
    texts = [_text(data, start, _CONTINUED.match(data, end).end()) for start, end in places]  # type: ignore[union-attr]
    found: dict[str, set[str]] = {}
    for subject in subjects:
        used = {field for text in texts for field in _fields_of(subject, text)}
        if used and "" not in used:
            found[subject] = used
    return found


def _fields_of(subject: str, text: str) -> Iterator[str]:
    """The fields of a subject in a text; "" where it stands by itself, but for where it is assigned."""
    for use in re.finditer(rf"(?<![\w.$]){re.escape(subject)}(?![\w$])(?!\s*(?::=|=[^=])|\s*$)", text):
        field = _FIELD.match(text, use.end())
        yield "" if field is None or field[2] else _name(field)


def _name(field: re.Match[str]) -> str:
    return field[1] or field[3]


def is_in_doubt(tree: SyntaxTree, source: Matched, sinks: Collection[tuple[int, int]] = ()) -> bool:
    """Whether the expression of a source that is a sink itself is also the subject of what looks like a check.

    Looks at all of the outermost definition, so it doubts at least whatever `is_proven` doubts.
    """
    node = tree.root.descendant_for_byte_range(source.start, source.end)
    while node is not None and node.parent is not None and node.parent.parent is not None:
        node = node.parent
    text = _text(tree.document.data, source.start, source.end)
    asked = GuardQuery(_functions(tree), tree.document.data, source.end, {}, tree.document, sinks)
    if node is None or len(text) >= _LONGEST:
        return False
    return has_check(node, asked, [text]) or _is_checked_later(node, asked, source.start, source.end)


def _functions(tree: SyntaxTree) -> frozenset[str]:
    matching = tree.language.matching
    return frozenset() if matching is None else matching.statements.functions


class GuardQuery(NamedTuple):
    """What is asked about the code before a place, the byte `end` of `data`: `functions` are the kinds of functions of
    the language, `fields` those of an expression that alone matter, where not all of it does, `document` has the code,
    and `sinks` are the places (bytes) in it of sinks that something comes to.
    """

    functions: frozenset[str]
    data: bytes
    end: int
    fields: Mapping[str, Collection[str]]
    document: Document
    sinks: Collection[tuple[int, int]] = ()


def has_check(node: Node, asked: GuardQuery, subjects: Sequence[str]) -> bool:
    """Whether anything before a place in the code of a node looks like a check of one of some expressions."""
    return any(_is_check(each, asked, about) for each, about in _before(node, asked, tuple(subjects)))


@lru_cache(maxsize=64)
def _about(subjects: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, subjects), key=len, reverse=True))
    return re.compile(rf"(?<![\w.$])(?:{names})(?![\w$])")


def _before(node: Node, asked: GuardQuery, subjects: tuple[str, ...]) -> Iterator[tuple[Node, re.Pattern[str]]]:
    """The nodes of a function that begin before a place, without conditions that say nothing of that place, each with
    the subjects that are the same there.
    """
    data, end = asked.data, asked.end
    stack = [(node, subjects)]
    while stack:
        each, known = stack.pop()
        if each.start_byte >= end:
            continue
        if each.type in asked.functions and each != node and each.end_byte <= end:
            # Another function may have variables of these names of its own.
            known = tuple(subject for subject in known if not _declares(each, data, subject))
        if not known:
            continue
        about = _about(known)
        condition = each.child_by_field_name("condition")
        if condition is not None and each.end_byte <= end and _is_of_its_own(each, condition, data, about):
            stack += [(child, known) for child in each.named_children if child != condition]
        else:
            yield each, about
            stack += [(child, known) for child in each.named_children]


def _declares(function: Node, data: bytes, subject: str) -> bool:
    """Whether a function has a parameter or variable of its own with the name that a subject begins with."""
    root = _WORD.match(subject)
    if root is None:
        return False
    body = function.child_by_field_name("body")
    start = function.end_byte if body is None else body.start_byte
    parameters = _text(data, function.start_byte, start)
    if re.search(rf"(?<![\w.$]){re.escape(root[0])}(?![\w$])", parameters):
        return True
    declared = rf"\b(?:const|let|var)\s+(?:\{{[^}}=]*)?(?<![\w$]){re.escape(root[0])}(?![\w$])"
    return re.search(declared, _text(data, start, function.end_byte)) is not None


def _is_check(node: Node, asked: GuardQuery, about: re.Pattern[str]) -> bool:
    data = asked.data
    arguments = node.child_by_field_name("arguments")
    if arguments is not None:
        callee = _text(data, node.start_byte, arguments.start_byte)
        if looks_like_check(callee) and not _is_sink(node, arguments, asked) and not _is_known(callee, asked.document):
            return about.search(_text(data, arguments.start_byte, arguments.end_byte)) is not None
    condition = node.child_by_field_name("condition")
    if condition is None:
        return False
    text = _text(data, condition.start_byte, condition.end_byte)
    return _SHARED_SECRET.search(text) is not None or asks_for_content(text, about, asked.fields)


def _is_sink(call: Node, arguments: Node, asked: GuardQuery) -> bool:
    """Whether a call, or an argument of it, is a sink; what only stands in an argument is another one's."""
    given = {(each.start_byte, each.end_byte) for each in (call, *arguments.named_children)}
    return not given.isdisjoint(asked.sinks)


@lru_cache(maxsize=16)
def _libraries(document: Document) -> frozenset[str]:
    tree = parse(document)
    return frozenset() if tree is None else library_names(tree)


def _is_known(callee: str, document: Document) -> bool:
    """Whether what is called is of a library that is known, so that its name says nothing."""
    return is_of_library(callee, _libraries(document))


def _is_of_its_own(node: Node, condition: Node, data: bytes, about: re.Pattern[str]) -> bool:
    """Whether an `if` uses the value itself and goes on, so that its condition says nothing of what comes after it."""
    if not node.type.startswith("if"):
        return False
    guarded = _STRING.sub("", _text(data, condition.end_byte, node.end_byte))
    return about.search(guarded) is not None and _MAY_END.search(guarded) is None


def asks_for_content(
    condition: str, about: re.Pattern[str], fields: Mapping[str, Collection[str]] | None = None
) -> bool:
    """Whether a condition says anything about the content of an expression, and not only whether there is one.

    Of an expression in `fields` only those fields count.
    """
    for found in about.finditer(condition):
        of_it = _FIELD.match(condition, found.end())
        if (
            fields
            and found[0] in fields
            and of_it is not None
            and not of_it[2]
            and _name(of_it) not in fields[found[0]]
        ):
            # Another field, which says nothing of these
            continue
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
        compared = re.match(_COMPARED, after) or _COMPARES.search(before)
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
        text = _text(data, step.placement.document(step.start), step.placement.document(step.end))
        if step.kind in ("source", "suspicion") and len(text) < _LONGEST:
            found[text] = None
        elif step.kind == "assign" and (names := _ASSIGNED.match(text)) is not None:
            found.update(dict.fromkeys(_WORD.findall(names[1])))
        elif step.kind == "assign" and _VARIABLES.fullmatch(text):
            found.update(dict.fromkeys(_WORD.findall(text)))
    return [each for each in found if each not in _SUBJECTS]


def _keeps(tree: SyntaxTree, step: Step, source: Step) -> bool:
    """Whether what an unknown call gives is still what it was given, as far as its name says."""
    document = step.placement.document_of or tree.document
    start, end = step.placement.document(step.start), step.placement.document(step.end)
    node: Node | None = step.placement.site.node.descendant_for_byte_range(start, end)
    while node is not None and node.child_by_field_name("arguments") is None and node.parent is not None:
        node = node.parent if node.end_byte < end or node.start_byte > start or node.parent.end_byte == end else None
    arguments = None if node is None else node.child_by_field_name("arguments")
    if node is None or arguments is None:
        return True
    callee = _text(document.data, node.start_byte, arguments.start_byte).strip()
    if looks_like_check(callee):
        return False
    if source.placement is step.placement and start <= step.placement.document(source.start):
        until = step.placement.document(source.end)
        if until <= arguments.start_byte or (step.start, step.end) == (source.start, source.end):
            # The call itself is the source, or a method of it.
            return True
    before = step.previous[0] if step.previous else source
    if before.placement is step.placement and step.placement.document(before.start) < arguments.start_byte <= end:
        is_inside = start <= step.placement.document(before.start)
        if is_inside or _is_method_of(callee, document.data, before):
            # A method of the value itself
            return True
    return is_known(callee) or not is_own(callee, document.text)


def _is_method_of(callee: str, data: bytes, before: Step) -> bool:
    """Whether a callee is a method of what a step has just put into a variable or parameter.

    One that replaces may take away what is dangerous: `name.replaceAll("[^a-z]", "")`.
    """
    if "replace" in callee.lower():
        return False
    text = _text(data, before.placement.document(before.start), before.placement.document(before.end))
    assigned = _ASSIGNED.match(text)
    name = assigned[1].split(":")[0].strip() if assigned is not None else text
    return _WORD.fullmatch(name) is not None and callee.removeprefix("await ").startswith(f"{name}.")


def _text(data: bytes, start: int, end: int) -> str:
    return data[start : min(end, start + _MOST_TEXT)].decode(errors="replace")
