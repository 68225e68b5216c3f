"""From the text of a pattern to a syntax tree: `$X` and `...` become names that the grammar accepts.

A grammar knows neither metavariables nor `...`, and a pattern is often only a piece of a program. So each is written
as a name, in the spelling and between the texts of the language's table with which the whole parses without error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple, TypeAlias

from reread.analyzers.languages.table import Matching
from reread.analyzers.syntax import Node, SyntaxTree, language, parse, walk
from reread.analyzers.text import Document

ELLIPSIS_NAME = "rrEllipsis"
DEEP_NAME = "rrDeep"
_VARIABLE = re.compile(r"\$[A-Z_][A-Z_0-9]*")
_TYPED_NAME = re.compile(r"rrTyped_(\w+?)_([0-9a-f]+)_rr")
_TYPE_FIRST = re.compile(
    r"\(\s*(?:final\s+)?(?P<type>[$A-Za-z_][\w.$]*(?:\s*<[^()]*>)?(?:\s*\[\s*\])*)"
    r"\s+(?P<name>\$[A-Z_][A-Z_0-9]*)\s*\)(?!\s*(?:->|\{))"
)
_NAME_FIRST = re.compile(r"\(\s*(?P<name>\$[A-Z_][A-Z_0-9]*)\s*:\s*(?P<type>[^():=?]+?)\s*\)(?!\s*(?:=>|:|\{))")
_BEFORE_EXPRESSION = frozenset(
    ["return", "throw", "case", "assert", "yield", "in", "and", "or", "not", "await", "else", "of", "if", "while"]
)
_SPECIAL = re.compile(rf"rrMeta_(?P<variable>\w+?)_rr|{ELLIPSIS_NAME}")
_PUNCTUATION = re.compile(r"[:;,*$(){}<=]+")
_METAVARIABLE_NAME = re.compile(r"rrMeta_(\w+)_rr")
_ELLIPSIS_METAVARIABLE_NAME = re.compile(r"rrMany_(\w+)_rr")
_TOKEN = re.compile(
    r"""
      (?P<many>\$\.\.\.[A-Z_][A-Z_0-9]*)
    | (?P<meta>\$[A-Z_][A-Z_0-9]*\b)
    | (?P<deep><\.\.\.) | (?P<deep_end>\.\.\.>)
    | (?P<ellipsis>\.\.\.)
    | (?P<string>'''(?:\\.|(?!''').)*''' | \"\"\"(?:\\.|(?!\"\"\").)*\"\"\"
      | '(?:\\.|[^'\\\n])*' | "(?:\\.|[^"\\\n])*" | `(?:\\.|[^`\\])*`)
    """,
    re.VERBOSE | re.DOTALL,
)
_NAME_LETTER = re.compile(r"[\w$]")
_IN_STRING = re.compile(r"(?P<many>\$\.\.\.[A-Z_][A-Z_0-9]*)|(?P<meta>\$[A-Z_][A-Z_0-9]*\b)")
_MOST_ELLIPSES = 40
_MOST_COMBINATIONS = 256

Attempt: TypeAlias = tuple[int, SyntaxTree, int, int]


class PatternError(ValueError):
    """The text of a pattern cannot be understood; the message says what was expected."""


class ParsedPattern(NamedTuple):
    """The top nodes of a pattern, in a tree of its own."""

    tree: SyntaxTree
    nodes: tuple[Node, ...]


def bare(name: str) -> str:
    """A name in a parsed pattern without the sigil of a name that stands for something else."""
    return name[1:] if name.startswith(("$rr", "Rrr")) else name


def is_encoded(name: str) -> bool:
    """Whether a name in a parsed pattern stands for something else."""
    return bare(name).startswith("rr")


def words_of(text: str) -> frozenset[str]:
    """The words of a text, without the punctuation that a spelling of `...` may have."""
    return frozenset(_PUNCTUATION.sub(" ", text).split())


@lru_cache(maxsize=100)
def ellipsis_words(spellings: tuple[str, ...]) -> frozenset[frozenset[str]]:
    """The words of each way to write `...`."""
    return frozenset(words_of(spelling.format(ELLIPSIS_NAME)) for spelling in (*spellings, "{}"))


def is_template(text: str) -> bool:
    """Whether a text holds metavariables or `...` among other text."""
    return _SPECIAL.search(text) is not None


def template(text: str) -> tuple[str, tuple[str, ...]]:
    """A regular expression for such a text, and the metavariables that its groups stand for."""
    variables: list[str] = []
    pieces: list[str] = []
    position = 0
    for match in _SPECIAL.finditer(text):
        pieces.append(re.escape(text[position : match.start()]))
        position = match.end()
        if match["variable"]:
            variables.append(f"${match['variable']}")
        pieces.append(r"([^\s]+?)" if match["variable"] else r"[^\n]*?")
    return "".join([*pieces, re.escape(text[position:])]), tuple(variables)


def metavariable(name: str) -> str:
    """The metavariable (`$X`) that a name in a parsed pattern stands for, or ""."""
    match = _METAVARIABLE_NAME.fullmatch(name) if name.startswith("rrMeta_") else None
    return f"${match[1]}" if match else ""


def ellipsis_metavariable(name: str) -> str:
    """The metavariable for many things (`$...X`) that a name in a parsed pattern stands for, or ""."""
    match = _ELLIPSIS_METAVARIABLE_NAME.fullmatch(name) if name.startswith("rrMany_") else None
    return f"$...{match[1]}" if match else ""


def typed_metavariable(name: str) -> tuple[str, str]:
    """The metavariable and the type that a name in a parsed pattern stands for, or two empty texts."""
    match = _TYPED_NAME.fullmatch(name) if name.startswith("rrTyped_") else None
    return (f"${match[1]}", bytes.fromhex(match[2]).decode()) if match else ("", "")


def metavariable_of(text: str) -> str:
    """The text itself if it is a metavariable, else ""."""
    return text if _VARIABLE.fullmatch(text) else ""


def _typed(text: str, *, type_first: bool) -> str:
    """The pattern with a name in place of each `($X: T)`, or `(T $X)`, that is an expression and no parameter."""

    def named(match: re.Match[str]) -> str:
        before = text[: match.start()].rstrip()
        word = re.search(r"[\w$]+$", before)
        if (word is not None and word[0] not in _BEFORE_EXPRESSION) or before.endswith((")", "]", ">")):
            return match[0]
        return f"rrTyped_{match['name'][1:]}_{match['type'].encode().hex()}_rr"

    return (_TYPE_FIRST if type_first else _NAME_FIRST).sub(named, text)


def parse_pattern(text: str, language_name: str, form: tuple[str, str] | None = None) -> ParsedPattern:
    """The nodes of a pattern. Raises PatternError when it does not parse in that language.

    `form` are the texts to put before and after it, where only those will do.
    """
    table = language(language_name)
    if table is None or table.matching is None:
        raise PatternError(f"patterns are not supported for {language_name}")
    text = text.strip("\r\n").rstrip()
    if not text.strip():
        raise PatternError("the pattern is empty")
    for expression, replacement in table.matching.rewrites:
        text = re.sub(expression, replacement, text)
    if table.matching.typing is not None and form is None:
        text = _typed(text, type_first=table.matching.typing.type_first)
    pieces, count = _encode(text, table.matching)
    if count > _MOST_ELLIPSES:
        raise PatternError(f"the pattern has more than {_MOST_ELLIPSES} ellipses")
    for before, after in _forms(text, table.matching) if form is None else (form,):
        found = _fit(pieces, count, before, after, language_name, table.matching)
        if found is not None:
            return found
    raise PatternError(f"the pattern does not parse as {table.name}")


def _forms(text: str, matching: Matching) -> Iterator[tuple[str, str]]:
    for expression, before, after in matching.special_forms:
        if re.match(expression, text):
            yield before, after
    yield from matching.forms


def _encode(text: str, matching: Matching) -> tuple[list[str], int]:
    """The text cut at each `...`, with everything else that is special replaced by names."""
    pieces: list[str] = []
    current: list[str] = []
    position = depth = 0
    for match in _TOKEN.finditer(text):
        current.append(text[position : match.start()])
        position = match.end()
        token = match[0]
        if match.lastgroup == "ellipsis" and _is_operator(text, match, matching):
            current.append(token)
        elif match.lastgroup == "ellipsis":
            pieces.append("".join(current))
            current = []
        elif match.lastgroup == "deep":
            depth += 1
            current.append(f"{DEEP_NAME}(")
        elif match.lastgroup == "deep_end" and not depth:
            # `<div ...>`: the end of a tag.
            pieces.append("".join(current))
            current = [">"]
        elif match.lastgroup == "deep_end":
            depth -= 1
            current.append(")")
        elif token in matching.no_metavariables:
            current.append(token)
        elif match.lastgroup == "string":
            current.append(_IN_STRING.sub(_name, token))
        else:
            current.append(_sigil(text[: match.start()], matching) + _name(match))
    current.append(text[position:])
    pieces.append("".join(current))
    return pieces, len(pieces) - 1


def _is_operator(text: str, match: re.Match[str], matching: Matching) -> bool:
    """True for the `...` of the language itself: `f(...args)`, `f(args...)`."""
    if matching.spreads:
        return _NAME_LETTER.match(text, match.end()) is not None
    before = text[match.start() - 1 : match.start()]
    return matching.spreads_after and bool(_NAME_LETTER.match(before)) and text[match.end() :].lstrip().startswith(")")


def _sigil(before: str, matching: Matching) -> str:
    """What the grammar wants at the start of a name that stands after this text."""
    return next((sigil for expression, sigil in matching.sigils if re.search(expression, before)), "")


def _name(match: re.Match[str]) -> str:
    text = match[0]
    return f"rrMany_{text[4:]}_rr" if text.startswith("$...") else f"rrMeta_{text[1:]}_rr"


def _fit(
    pieces: list[str], count: int, before: str, after: str, language_name: str, matching: Matching
) -> ParsedPattern | None:
    """The pattern with the first spellings of its ellipses that parse."""
    spellings = [spelling.format(ELLIPSIS_NAME) for spelling in matching.ellipses]
    best = _attempt(pieces, [spellings[0]] * count, before, after, language_name)
    if best[0] and count:
        best = _best_spellings(pieces, count, before, after, language_name, spellings, best)
    errors, tree, start, end = best
    nodes = _top_nodes(tree, start, end) if errors == 0 else ()
    if nodes and nodes[0].start_byte != start:
        return None
    return ParsedPattern(tree, nodes) if nodes else None


_STATEMENT_WORDS = ("if", "for", "while", "switch", "catch", "return", "throw", "try", "do", "else", "case")
_STATEMENT = re.compile(rf"\b(?:{'|'.join(_STATEMENT_WORDS)})\b")


_TYPED_BY_LINE_BEFORE = re.compile(rf"\b{ELLIPSIS_NAME}\s*\n")


def _is_misread(node: Node, tree: SyntaxTree) -> bool:
    """True for the name of a call or definition that only looks like one, `catch (e) { }` and the like, and for a `...`
    on a line by itself that was taken for the type of what is declared on the next one.
    """
    if node.child_count or not node.is_named:
        return False
    text = tree.text(node)
    if node.type == "identifier" and text in _STATEMENT_WORDS:
        return True
    following = node.next_named_sibling
    return (
        text == ELLIPSIS_NAME
        and following is not None
        and node.end_point[0] < following.start_point[0]
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
    """Tries all combinations where they are few, else changes one ellipsis after the other while it helps."""
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


def _attempt(pieces: list[str], spellings: list[str], before: str, after: str, language_name: str) -> Attempt:
    """How many errors there are, the tree, and where (bytes) the pattern itself begins and ends in it."""
    text = "".join([pieces[0], *(part for pair in zip(spellings, pieces[1:], strict=True) for part in pair)])
    if before.endswith(":\n"):
        text = "\n".join(f"  {line}" for line in text.split("\n"))
    tree = parse(Document("pattern:", f"{before}{text}{after}\n", language=language_name))
    assert tree is not None
    errors = 0
    if tree.has_errors:
        errors = sum(node.is_error or node.is_missing for node in walk(tree.root))
    if not errors and (_STATEMENT.search(text) or _TYPED_BY_LINE_BEFORE.search(text)):
        errors = sum(_is_misread(node, tree) for node in walk(tree.root))
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
