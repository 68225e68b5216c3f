"""Parses the text of a pattern to a syntax tree.

A pattern is often only a piece of a program, and its metavariables and `...` are written as names. So it is parsed in
the spelling and between the texts of the language's table with which the whole parses without error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple, TypeAlias

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.patterns.metavariable_encoding import (
    ELLIPSIS_NAME,
    PatternError,
    encode,
    hidden_escapes,
    with_typed_names,
)
from reread.analyzers.syntax import Node, SyntaxTree, language, parse, walk
from reread.analyzers.text import Document

_LONGEST_PATTERN = 10_000
_MOST_ELLIPSES = 40
_MOST_COMBINATIONS = 256
_STATEMENT_WORDS = ("if", "for", "while", "switch", "catch", "return", "throw", "try", "do", "else", "case")
_STATEMENT = re.compile(rf"\b(?:{'|'.join(_STATEMENT_WORDS)})\b")
_CONTAINER_HEADER = re.compile(r"\b(?:class|enum|interface|namespace|object|record|struct|trait)\b[^{};()=]*$")
_ALONE_ON_ITS_LINE = re.compile(rf"\b{ELLIPSIS_NAME}\s*(?:\n|\Z)")

Attempt: TypeAlias = tuple[int, SyntaxTree, int, int]


class ParsedPattern(NamedTuple):
    """The top nodes of a pattern, in a tree of its own."""

    tree: SyntaxTree
    nodes: tuple[Node, ...]


def parse_pattern(text: str, language_name: str, form: tuple[str, str] | None = None) -> ParsedPattern:
    """The nodes of a pattern. Raises PatternError when it does not parse in that language.

    `form` are the texts to put before and after it, where only those will do.
    """
    table = language(language_name)
    if table is None or table.matching is None:
        raise PatternError(f"patterns are not supported for {language_name}")
    if len(text) > _LONGEST_PATTERN:
        raise PatternError(f"the pattern is longer than {_LONGEST_PATTERN:,} characters")
    text = text.strip("\r\n").rstrip()
    if not text.strip():
        raise PatternError("the pattern is empty")
    for expression, replacement in table.matching.reading.rewrites:
        text = re.sub(expression, replacement, text)
    if table.matching.typing is not None and form is None:
        text = with_typed_names(text, type_first=table.matching.typing.type_first)
    # An expression in a string has escapes that are none of the language.
    for attempt in dict.fromkeys((text, hidden_escapes(text))):
        found = _parsed(attempt, language_name, table.matching, form)
        if found is not None:
            return found
    raise PatternError(f"the pattern does not parse as {table.name}")


def _parsed(text: str, language_name: str, matching: Matching, form: tuple[str, str] | None) -> ParsedPattern | None:
    """The nodes of a pattern between the first texts with which it parses."""
    pieces, count = encode(text, matching)
    if count > _MOST_ELLIPSES:
        raise PatternError(f"the pattern has more than {_MOST_ELLIPSES} ellipses")
    for before, after in _forms(text, matching) if form is None else (form,):
        found = _fit(pieces, count, before, after, language_name, matching)
        if found is not None:
            return found
    return None


def _forms(text: str, matching: Matching) -> Iterator[tuple[str, str]]:
    for expression, before, after in matching.reading.special_forms:
        if re.match(expression, text):
            yield before, after
    yield from matching.reading.forms


def _fit(
    pieces: list[str], count: int, before: str, after: str, language_name: str, matching: Matching
) -> ParsedPattern | None:
    """The pattern with the first spellings of its ellipses that parse."""
    spellings = [spelling.format(ELLIPSIS_NAME) for spelling in matching.reading.ellipses]
    best = _attempt(pieces, [spellings[0]] * count, before, after, language_name)
    if best[0] and count:
        best = _best_spellings(pieces, count, before, after, language_name, spellings, best)
    errors, tree, start, end = best
    nodes = _top_nodes(tree, start, end) if errors == 0 else ()
    if nodes and nodes[0].start_byte != start:
        return None
    return ParsedPattern(tree, nodes) if nodes else None


def _is_misread(node: Node, tree: SyntaxTree) -> bool:
    """True for the name of a call or definition that only looks like one, `catch (e) { }` and the like, for a `...`
    on a line by itself that was taken for the type of what is declared on the next one, and for one that was taken for
    a line of a text without quotes.
    """
    if node.child_count or not node.is_named:
        return False
    text = tree.text(node)
    if node.type == "string_scalar" and "\n" in text:
        return any(line.strip() == ELLIPSIS_NAME for line in text.split("\n"))
    if node.type == "identifier" and text in _STATEMENT_WORDS:
        return True
    following = node.next_named_sibling
    return (
        text == ELLIPSIS_NAME
        and following is not None
        and node.end_point[0] < following.start_point[0]
        and not tree.document.data[node.end_byte : following.start_byte].strip()
        and node.parent is not None
        and node.parent.child_by_field_name("type") == node
    )


def _best_spellings(
    pieces: list[str],
    count: int,
    before: str,
    after: str,
    language_name: str,
    spellings: list[str],
    best: Attempt,
) -> Attempt:
    """Tries all combinations where they are few, else changes one ellipsis after the other while it helps.

    First of all those in which what is in the same kind of place is spelled in the same way.
    """
    finest = _places(pieces)
    # Members of a class are mostly spelled like statements.
    coarse = [(bracket.removeprefix("class"), column) for bracket, column in finest]
    for places in (coarse, finest) if coarse != finest else (coarse,):
        kinds = list(dict.fromkeys(places))
        if not 1 < len(kinds) < count or len(spellings) ** len(kinds) > _MOST_COMBINATIONS:
            continue
        for each in product(spellings, repeat=len(kinds)):
            spelled = dict(zip(kinds, each, strict=True))
            attempt = _attempt(pieces, [spelled[place] for place in places], before, after, language_name)
            if attempt[0] == 0:
                return attempt
    if len(spellings) ** count <= _MOST_COMBINATIONS:
        for chosen in product(spellings, repeat=count):
            attempt = _attempt(pieces, list(chosen), before, after, language_name)
            if attempt[0] == 0:
                return attempt
        return best
    choice = [spellings[0]] * count
    for index in range(count):
        for spelling in spellings[1:]:
            trial = [*choice[:index], spelling, *choice[index + 1 :]]
            attempt = _attempt(pieces, trial, before, after, language_name)
            if attempt[0] < best[0]:
                best, choice = attempt, trial
        if best[0] == 0:
            break
    return best


def _places(pieces: list[str]) -> list[tuple[str, int]]:
    """For each ellipsis the kind of brackets around it, and where it begins if it stands alone on its line, else -1.

    The kinds are those of the opening bracket, `def(` for the parameters of a definition, `class{` for its
    members and `={` for a literal.
    """
    text = "\0".join(pieces)
    closing: dict[int, int] = {}
    opened: list[int] = []
    around: dict[int, int] = {}
    for place, letter in enumerate(text):
        if letter in "([{":
            opened.append(place)
        elif letter in ")]}" and opened:
            closing[opened.pop()] = place
        elif letter == "\0":
            around[place] = opened[-1] if opened else -1
    return [(_bracket(text, around[place], closing), _column(text, place)) for place in sorted(around)]


def _bracket(text: str, start: int, closing: Mapping[int, int]) -> str:
    if start < 0:
        return ""
    if text[start] == "(":
        following = text[closing.get(start, len(text)) + 1 :].lstrip()
        return "def(" if following.startswith(("{", "throws", ":", "=>", "->")) else "("
    before = text[:start].rstrip()
    if text[start] == "{" and _CONTAINER_HEADER.search(before):
        return "class{"
    return "={" if text[start] == "{" and before.endswith(("=", ",", "(", ":", "[", "{")) else text[start]


def _column(text: str, place: int) -> int:
    """The column of what stands alone on its line; -1 for what does not. Braces say more than indentation does."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    is_alone = "\n" in text and text[start : end if end >= 0 else len(text)].strip() == "\0"
    if not is_alone:
        return -1
    return 0 if "{" in text else place - start


def _attempt(pieces: list[str], spellings: list[str], before: str, after: str, language_name: str) -> Attempt:
    """How many errors there are, the tree, and where (bytes) the pattern itself begins and ends in it."""
    text = "".join([pieces[0], *(part for pair in zip(spellings, pieces[1:], strict=True) for part in pair)])
    if before.endswith(":\n"):
        text = "\n".join(f"  {line}" for line in text.split("\n"))
    tree = parse(Document("pattern:", f"{before}{text}{after}\n", language=language_name))
    if tree is None:
        raise PatternError("the pattern takes too long to parse")
    errors = 0
    if tree.has_errors:
        errors = sum(node.is_error or node.is_missing for node in walk(tree.root))
    if not errors and (_STATEMENT.search(text) or _ALONE_ON_ITS_LINE.search(text)):
        errors = sum(_is_misread(node, tree) for node in walk(tree.root))
    # A `;` that belongs to the statement around a `...` leaves a second one, of no statement.
    errors += sum(
        spelling.endswith(";") and following.lstrip(" \t").startswith(";") and not pieces[0].rstrip().endswith("for (")
        for spelling, following in zip(spellings, pieces[1:], strict=True)
    )
    start = len(before.encode()) + len(text) - len(text.lstrip())
    return errors, tree, start, len(before.encode()) + len(text.encode())


def _top_nodes(tree: SyntaxTree, start: int, end: int) -> tuple[Node, ...]:
    """The largest nodes that lie between two bytes and together make up all that is there."""
    found: list[Node] = []
    stack = [tree.root]
    while stack:
        node = stack.pop()
        # A final `;` or line end may belong to the text around the pattern.
        if start <= node.start_byte and (node.end_byte <= end + 2 or node.start_byte == start) and node.parent:
            inside = node.end_byte <= end + 2
            more = tree.document.data[end : node.end_byte].strip()
            if inside and node.is_named and not (more and _splits(node, end)):
                found.append(node)
                continue
        if node.start_byte < end and node.end_byte > start:
            stack.extend(reversed(node.children))
    return tuple(found)


def _splits(node: Node, end: int) -> bool:
    """True when more than a closing `;` of the node lies beyond `end`."""
    last = node.child(node.child_count - 1) if node.child_count else None
    return last is None or last.start_byte < end or last.is_named or last.type != ";"
