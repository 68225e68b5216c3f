"""Values that stand apart from their names: in the next line, in a group, in a column, beside `name:` as `value:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.analyzers.review.privacy.names import HARMLESS_KEYS, HINT, Strength, ends_with_secret, parts_of, strength
from reread.analyzers.review.privacy.values import is_prose, is_stand_in, keeps_back
from reread.analyzers.text import Span

_NAMED = re.compile(
    r"(?i)\b(?:name|key|id|field|variable|env|property|parameter|parameterkey|setting|option|item|label)[\"']?[ \t]*(?:[:=]>?)[ \t]*"
    r"[\"']?(?P<name>[\w.\-/]{2,80})[\"']?(?=[\s,;}>)]|$)"
)
_VALUE = re.compile(
    r"(?i)(?:\b|[\"'])(?:value|val|default|content|text|data|parametervalue|defaultvalue|plaintext|secretstring|initial)[\"']?[ \t]*[:=]>?[ \t]*"
    r"(?P<quote>[\"'])?(?P<value>(?(quote)[^\"'\n]{3,1000}|[^\n,}]{3,1000}))"
)
_NEAR = 160
"""Characters between a name and its value."""
_GROUP = re.compile(
    r"(?m)^(?P<indent>[ \t]*)(?:-[ \t]+)?[\"']?(?P<name>[\w.\-$ ]{2,60})[\"']?[ \t]*(?::|=)[ \t]*(?P<block>[|>][+\-]?\d?|&\w+|!!?\w+)?[ \t]*(?:#[^\n]*)?$"
)
_SECTION = re.compile(r"(?m)^[ \t]*\[{1,2}[\"']?(?P<name>[\w.\-:\" ]{2,80})[\"']?\]{1,2}[ \t]*$")
_LEAF = re.compile(
    r"[ \t]*(?:-[ \t]+)?(?:[\"']?(?P<key>[\w.\-@ ]{1,60})[\"']?[ \t]*[:=][ \t]+|(?P<key2>[\w.\-]{1,60})[ \t]*=[ \t]*)?[\"']?(?P<value>[^\n]*?)[\"']?,?[ \t]*(?:[ \t]#[^\n]*)?$"
)
_MOST_LINES = 60
_CELLS = re.compile(r"[,;\t|]")
_MOST_ROWS = 500
_INSERT = re.compile(
    r"(?is)\binsert\s+into\s+[\w.\"`\[\]]+\s*\((?P<columns>[^()]{2,2000})\)\s*values\s*(?P<rows>(?:\((?:'(?:[^']|'')*'|\"[^\"]*\"|[^()'\"]|\([^()]*\))*\)\s*,?\s*){1,200})"
)
_FIELD = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|(?:[^,()'\"]|\([^()]*\))+")
_ROW = re.compile(r"\((?P<row>(?:'(?:[^']|'')*'|\"[^\"]*\"|[^()'\"]|\([^()]*\))*)\)")


def recorded(text: str, *, is_code: bool) -> Iterator[Span]:
    """The values that records, groups and tables give away. In code only the first of these is looked for."""
    yield from _pairs(text)
    yield from _inserted(text)
    if not is_code:
        lines = text.split("\n")
        yield from _groups(text)
        yield from _sections(text)
        yield from _tables(lines)


def _pairs(text: str) -> Iterator[Span]:
    for match in _NAMED.finditer(text):
        if not HINT.search(match["name"]):
            continue
        says = strength(match["name"])
        if not says:
            continue
        value = _VALUE.search(text, match.end(), match.end() + _NEAR)
        other = _NAMED.search(text, match.end(), match.end() + _NEAR)
        if value is not None and (other is None or other.start() > value.start()):
            yield from _kept(says, value, text)
        before = list(_VALUE.finditer(text, max(0, match.start() - _NEAR), match.start()))
        if before and "\n\n" not in text[before[-1].end() : match.start()]:
            between = text[before[-1].end() : match.start()]
            if _NAMED.search(between) is None and re.fullmatch(r"[\"']?[\s,]*[\"']?(?:-[ \t]+)?", between):
                yield from _kept(says, before[-1], text)


def _kept(says: Strength, match: re.Match[str], text: str) -> Iterator[Span]:
    value = match["value"].rstrip().rstrip("\"'")
    if keeps_back(says, value):
        yield Span(match.start("value"), match.start("value") + len(value))


def _groups(text: str) -> Iterator[Span]:
    """What is indented under a name."""
    for match in _GROUP.finditer(text):
        if not HINT.search(match["name"]) or " " in match["name"].strip():
            continue
        says = strength(match["name"].strip())
        if says < Strength.POSSIBLE:
            continue
        indent = len(match["indent"])
        position = match.end() + 1
        for _ in range(_MOST_LINES):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            line = text[position:end]
            deep = len(line) - len(line.lstrip())
            if position > len(text) or (
                line.strip() and (deep < indent or (deep == indent and not line.lstrip().startswith("- ")))
            ):
                break
            yield from _leaf(line, position, says, bool(match["block"] and match["block"][0] in "|>"))
            position = end + 1


def _sections(text: str) -> Iterator[Span]:
    """`[credentials]` and what follows it."""
    sections = list(_SECTION.finditer(text))
    for number, match in enumerate(sections):
        says = strength(match["name"])
        if says is not Strength.CERTAIN:
            continue
        end = sections[number + 1].start() if number + 1 < len(sections) else len(text)
        position = match.end() + 1
        for line in text[position:end].split("\n")[:_MOST_LINES]:
            if "=" in line or ":" in line:
                yield from _leaf(line, position, says, False)
            position += len(line) + 1


def _leaf(line: str, position: int, says: Strength, is_block: bool) -> Iterator[Span]:
    match = _LEAF.match(line)
    if match is None or not line.strip() or line.lstrip().startswith(("#", "//", '"""', "'''")):
        return
    if is_block:
        value = line.strip()
        place = position + line.index(value)
        if keeps_back(says, value):
            yield Span(place, place + len(value))
        return
    key = match["key"] or match["key2"] or ""
    if key and (parts_of(key)[-1:] or [""])[0] in HARMLESS_KEYS:
        return
    value = match["value"]
    if re.search(r"[({\[]", value[:1]) or re.match(
        r"[A-Za-z_.]+\(|return\b|raise\b|if\b|for\b|def\b|class\b|self\b|pass\b", value
    ):
        return
    if not key and " " in value and says is not Strength.CERTAIN:
        return
    if keeps_back(says, value, key_like=bool(not key)) and not is_prose(value):
        yield Span(position + match.start("value"), position + match.end("value"))


def _tables(lines: Sequence[str]) -> Iterator[Span]:
    """Columns of tables whose heading names a secret."""
    position = 0
    for number, line in enumerate(lines):
        if len(line) < 1000 and HINT.search(line) and (delimiter := _CELLS.search(line)) is not None:
            cells = [cell.strip(" \"'`*") for cell in line.split(delimiter[0])]
            columns = [place for place, cell in enumerate(cells) if _heads(cell)]
            if columns and all(re.fullmatch(r"[\w .\-/#]{0,40}", cell) for cell in cells) and len(cells) >= 2:
                yield from _rows(lines, number + 1, position + len(line) + 1, delimiter[0], len(cells), columns)
        position += len(line) + 1


def _heads(cell: str) -> bool:
    return len(cell) <= 40 and strength(cell) is Strength.CERTAIN and ends_with_secret(cell)


def _rows(
    lines: Sequence[str], number: int, position: int, delimiter: str, width: int, columns: Sequence[int]
) -> Iterator[Span]:
    for line in lines[number : number + _MOST_ROWS]:
        cells = line.split(delimiter)
        if len(cells) != width:
            return
        place = position
        for column, cell in enumerate(cells):
            value = cell.strip(" \"'`*\t")
            if (
                column in columns
                and value
                and not re.fullmatch(r"[:\- ]+", value)
                and keeps_back(Strength.CERTAIN, value, key_like=True)
            ):
                start = place + cell.index(value)
                yield Span(start, start + len(value))
            place += len(cell) + 1
        position += len(line) + 1


def _inserted(text: str) -> Iterator[Span]:
    """The values of columns in `INSERT INTO users (name, password) VALUES ('a', 'x')`."""
    for match in _INSERT.finditer(text):
        columns = [column.strip(' `"[]\n\t') for column in match["columns"].split(",")]
        secret = [place for place, column in enumerate(columns) if strength(column) >= Strength.POSSIBLE]
        for row in _ROW.finditer(text, *match.span("rows")):
            fields = list(_FIELD.finditer(text, *row.span("row")))
            for place in secret:
                if place < len(fields):
                    value = fields[place][0].strip()
                    inner = value.strip("'\"")
                    if keeps_back(Strength.CERTAIN, inner) and not is_stand_in(inner):
                        start = fields[place].start() + fields[place][0].index(inner)
                        yield Span(start, start + len(inner))
