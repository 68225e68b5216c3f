"""Splits a file into chunks: definitions by syntax, prose by headings, everything else by windows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.text import Document, LineIndex, Span
from reread.rag.source.definitions import VARIABLES
from reread.rag.source.symbols import Definition, Import, Reference, Symbols, symbols

DEFINITION = "definition"
SECTION = "section"
WINDOW = "window"

_WHOLE_CONTAINER = 30
"""Lines up to which a class stays in one chunk with its methods: parts of so small a thing say less than the whole."""
_WHOLE_VARIABLE = 3
"""Lines up to which a constant stays in one chunk with what is around it."""
_LONGEST = 100
"""Lines of one chunk; what is longer is split."""
_PART = 60
"""Lines of a part of what is split."""
_LONGEST_TEXT = 8_000
"""Characters of one chunk."""
_MOST_WINDOWS = 40
"""Chunks of one file without syntax: beyond that it is data, and more of it helps nobody."""

_MARKDOWN = (".md", ".markdown", ".mdx", ".mdc")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
_WORD = re.compile(r"\w\w")


class Chunk(NamedTuple):
    """A piece of a file, of whole lines. `span` is in code points; lines count from 1, the last one belongs to it.

    `name` is the qualified name of the definition or the path of headings; parts of one definition share it.
    """

    span: Span
    first_line: int
    last_line: int
    kind: str
    name: str
    signature: str
    doc: str
    text: str


class FileChunks(NamedTuple):
    """A file in chunks, in order, and its symbols, each with the place in `chunks` of the one that it is in.

    With a definition goes also the line, from 1, that its head is on, with a reference the line that it ends on.
    `imports` and `namespace` are those of the file.
    """

    chunks: tuple[Chunk, ...]
    definitions: tuple[tuple[Definition, int, int], ...] = ()
    references: tuple[tuple[Reference, int, int], ...] = ()
    imports: tuple[Import, ...] = ()
    namespace: str = ""


class _Range(NamedTuple):
    """Lines `[first, last)`, from 0, that make one chunk or more."""

    first: int
    last: int
    kind: str
    definition: Definition | None = None
    name: str = ""


def chunk(document: Document) -> FileChunks:
    """The chunks and symbols of a document; never raises for what is in it."""
    tree = syntax.parse(document)
    if tree is None:
        markdown = document.path.lower().endswith(_MARKDOWN)
        ranges = _sections(document) if markdown else [_Range(0, document.lines.count, WINDOW)]
        parts = [part for whole in ranges for part in _split(document, whole)]
        return FileChunks(tuple(_chunks(document, parts[:_MOST_WINDOWS])))
    found = symbols(tree)
    ranges = _definition_ranges(document, found)
    parts = [part for whole in ranges for part in _split(document, whole)]
    chunks = tuple(_chunks(document, parts))
    return _placed(document, chunks, found)


def _definition_ranges(document: Document, found: Symbols) -> list[_Range]:
    """Every definition that is on its own, and what is left between them, in order."""
    lines = document.lines
    ranges: list[_Range] = []
    whole: set[int] = set()
    done = 0
    owners: list[tuple[int, Definition]] = []
    for number, definition in enumerate(found.definitions):
        first = lines.line_of(definition.span.start)
        last = lines.line_of(max(definition.span.start, definition.span.end - 1)) + 1
        if definition.parent in whole or first < done:
            whole.add(number)
            continue
        while owners and owners[-1][0] <= first:
            owners.pop()
        if definition.container and last - first > _WHOLE_CONTAINER:
            ranges += _rest(done, first, owners)
            done = first
            owners.append((last, definition))
            continue
        if definition.kind in VARIABLES and last - first < _WHOLE_VARIABLE:
            continue
        ranges += _rest(done, first, owners)
        ranges.append(_Range(first, last, DEFINITION, definition))
        whole.add(number)
        done = last
    return [*ranges, *_rest(done, lines.count, owners)]


def _rest(first: int, last: int, owners: list[tuple[int, Definition]]) -> Iterator[_Range]:
    """The lines that no smaller definition has, cut where a container ends."""
    while owners and owners[-1][0] <= first:
        owners.pop()
    for end, owner in reversed(owners):
        if first < min(end, last):
            yield _Range(first, min(end, last), DEFINITION, owner)
            first = min(end, last)
    if first < last:
        yield _Range(first, last, WINDOW)


def _sections(document: Document) -> list[_Range]:
    """Markdown, cut at its headings; each section is named by the headings above it too."""
    starts: list[tuple[int, str]] = [(0, "")]
    above: list[tuple[int, str]] = []
    fence = ""
    for number in range(document.lines.count):
        line = document.text[slice(*document.lines.line_span(number))]
        if mark := _FENCE.match(line):
            fence = "" if fence == mark[1] else fence or mark[1]
        heading = None if fence else _HEADING.match(line)
        if heading is not None:
            level = len(heading[1])
            above = [*(entry for entry in above if entry[0] < level), (level, heading[2])]
            starts.append((number, " > ".join(title for _, title in above)))
    ends = [number for number, _ in starts[1:]] + [document.lines.count]
    return [
        _Range(first, last, SECTION, name=name)
        for (first, name), last in zip(starts, ends, strict=True)
        if first < last
    ]


def _split(document: Document, whole: _Range) -> Iterator[_Range]:
    """The range itself, or when it is long parts of it, cut at blank lines or shallow ones where there are some."""
    first = whole.first
    longest = _LONGEST if whole.kind == DEFINITION else _PART
    while whole.last - first > longest or _length(document, first, whole.last) > _LONGEST_TEXT:
        cut = min(first + _PART, whole.last)
        while cut - first > 1 and _length(document, first, cut) > _LONGEST_TEXT:
            cut = first + (cut - first) // 2
        cut = _good_cut(document, first + max(1, (cut - first) // 2), cut)
        if cut >= whole.last:
            break
        yield whole._replace(first=first, last=cut)
        first = cut
    yield whole._replace(first=first)


def _good_cut(document: Document, earliest: int, latest: int) -> int:
    """The line in between, before which a cut hurts least: the last with the least indentation after a blank line."""
    best, best_cost = latest, 1_000
    for line in range(latest, earliest - 1, -1):
        text = document.text[slice(*document.lines.line_span(line))] if line < document.lines.count else ""
        before = document.text[slice(*document.lines.line_span(line - 1))]
        cost = len(text) - len(text.lstrip()) + (0 if not before.strip() else 6)
        if text.strip() and cost < best_cost:
            best, best_cost = line, cost
    return best


def _length(document: Document, first: int, last: int) -> int:
    return _offset(document.lines, last) - _offset(document.lines, first)


def _offset(lines: LineIndex, line: int) -> int:
    return lines.starts[line] if line < lines.count else len(lines.text)


def _chunks(document: Document, ranges: Iterable[_Range]) -> Iterator[Chunk]:
    for first, last, kind, definition, name in ranges:
        span = Span(_offset(document.lines, first), _offset(document.lines, last))
        text = document.text[span.start : span.end]
        if len(text) > 4 * _LONGEST_TEXT:
            # One line of this length is data or minified code.
            text = text[:_LONGEST_TEXT]
        if not _WORD.search(text):
            continue
        yield Chunk(
            span,
            first + 1,
            last,
            kind,
            definition.qualified if definition else name,
            definition.signature if definition else "",
            definition.doc if definition else "",
            text,
        )


def _placed(document: Document, chunks: tuple[Chunk, ...], found: Symbols) -> FileChunks:
    """Symbols with the chunks that they are in; equal references of one definition count once."""
    owner: list[int] = [-1] * (document.lines.count + 1)
    for number, part in enumerate(chunks):
        owner[part.first_line - 1 : part.last_line] = [number] * (part.last_line - part.first_line + 1)
    line_of = document.lines.line_of
    definitions = [
        (definition, line + 1, owner[line])
        for definition in found.definitions
        if owner[line := line_of(definition.head)] >= 0
    ]
    references: dict[tuple[str, str, str, str, int], tuple[Reference, int, int]] = {}
    for reference in found.references:
        line = line_of(reference.start)
        if (place := owner[line]) >= 0:
            key = (reference.name, reference.kind, reference.qualifier, reference.scope, place)
            references.setdefault(key, (reference, line + 1, place))
    return FileChunks(chunks, tuple(definitions), tuple(references.values()), found.imports, found.namespace)
