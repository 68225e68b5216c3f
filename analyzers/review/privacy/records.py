"""Values separated from their names: on the next line, in a group, in a column, beside `name:` as `value:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.analyzers.review.privacy.named import Named
from reread.analyzers.review.privacy.names import HARMLESS_KEYS, Strength, ends_with_secret, parts_of, strength
from reread.analyzers.review.privacy.values import is_field, is_prose, is_stand_in, is_strong, keeps_back
from reread.analyzers.secrets.vocabulary import forms
from reread.analyzers.text import Span

_NAMING = (
    r"(?i:\b(?:name|key|id|field|variable|env|property|parameter|parameterkey|setting|option|item|label))"
    r"[\"']?[ \t]*[:=]>?[ \t]*[\"']?"
)
_NAMED = re.compile(rf"{_NAMING}\Z")
_OTHER = re.compile(_NAMING)
_BETWEEN = re.compile(rf"[\"']?[\s,;}}]*(?:-[ \t]+)?[\"']?{_NAMING}")
_VALUES = forms("value val default content text data parametervalue defaultvalue plaintext secretstring initial")
_VALUE = re.compile(
    rf"(?i)(?:\b|[\"']){_VALUES}[\"']?[ \t]*[:=]>?[ \t]*"
    r"(?P<quote>[\"'])?(?P<value>(?(quote)[^\"'\n]{3,1000}|[^\n,}]{3,1000}))"
)
_NEAR = 160
"""Characters between a name and its value."""
_INDENT = r"(?P<indent>[ \t]*)(?:-[ \t]+)?"
_BLOCK = r"(?P<block>[|>][+\-]?\d?|&\w+|!!?\w+)?"
_GROUP = re.compile(
    rf"(?m)^{_INDENT}[\"']?(?P<name>[\w.\-$ ]{{2,60}})[\"']?[ \t]*(?::|=)[ \t]*{_BLOCK}[ \t]*(?:#[^\n]*)?$"
)
_SECTION = re.compile(r"(?m)^[ \t]*\[{1,2}[\"']?(?P<name>[\w.\-:\" ]{2,80})[\"']?\]{1,2}[ \t]*$")
_KEY = r"(?:[\"']?(?P<key>[\w.\-@ ]{1,60})[\"']?[ \t]*[:=][ \t]+|(?P<key2>[\w.\-]{1,60})[ \t]*=[ \t]*)?"
_LEAF = re.compile(rf"[ \t]*(?:-[ \t]+)?{_KEY}[\"']?(?P<value>[^\n]*?)[\"']?,?[ \t]*(?:[ \t]#[^\n]*)?$")
_MOST_LINES = 60
_SHORTEST_TOKEN = 8
_CELLS = re.compile(r"[,;\t|]")
_MOST_ROWS = 500
_LONGEST_TABLE = 50_000
_LONGEST_HEADING = 1000
_HEADING = re.compile(r"[\w .\-/#]{0,40}")
_INSERT = re.compile(
    r"(?is)insert\s+into\s+[\w.\"`\[\]]+\s*\((?P<columns>[^()]{2,2000})\)\s*values\s*(?P<rows>(?:\((?:'(?:[^']|'')*'|\"[^\"]*\"|[^()'\"]|\([^()]*\))*\)\s*,?\s*){1,200})"
)
_FIELD = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|(?:[^,()'\"]|\([^()]*\))+")
_ROW = re.compile(r"\((?P<row>(?:'(?:[^']|'')*'|\"[^\"]*\"|[^()'\"]|\([^()]*\))*)\)")


def recorded(text: str, found: Sequence[Named], *, is_code: bool) -> Iterator[Span]:
    """The values that records, groups and tables give away. In code only the first of these is looked for."""
    yield from _pairs(text, found, is_code)
    if any(named.says >= Strength.POSSIBLE for named in found) and "values" in (lowered := text.lower()):
        yield from _inserted(text, lowered)
    if not is_code and found:
        yield from _groups(text, found)
        yield from _sections(text, found)
        yield from _tables(text, found)


def _pairs(text: str, found: Sequence[Named], is_code: bool) -> Iterator[Span]:
    for named in found:
        if _NAMED.search(text, max(0, named.start - _NEAR // 4), named.start) is None:
            continue
        value = _VALUE.search(text, named.end, named.end + _NEAR)
        other = _OTHER.search(text, named.end, named.end + _NEAR)
        if (
            value is not None
            and not (is_code and value["quote"] is None)
            and (other is None or other.start() > value.start())
        ):
            yield from _redacted(named.says, value)
        for before in _VALUE.finditer(text, max(0, named.start - _NEAR), named.start):
            between = text[before.end() : named.start]
            if _BETWEEN.fullmatch(between):
                yield from _redacted(named.says, before)


def _redacted(says: Strength, match: re.Match[str]) -> Iterator[Span]:
    value = match["value"].rstrip().rstrip("\"'")
    if keeps_back(says, value):
        yield Span(match.start("value"), match.start("value") + len(value))


def _groups(text: str, found: Sequence[Named]) -> Iterator[Span]:
    """What is indented under a name."""
    for named in found:
        if named.says < Strength.POSSIBLE:
            continue
        first = text.rfind("\n", 0, named.start) + 1
        match = _GROUP.match(text, first) if named.start - first < _NEAR else None
        if match is None or not match.start("name") <= named.start < match.end("name") or " " in match["name"]:
            continue
        indent = len(match["indent"])
        position = match.end() + 1
        for _ in range(_MOST_LINES):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            line = text[position:end]
            deep = len(line) - len(line.lstrip())
            is_item = deep == indent and line.lstrip().startswith("- ")
            if position > len(text) or (line.strip() and deep <= indent and not is_item):
                break
            yield from _leaf(line, position, named.says, bool(match["block"] and match["block"][0] in "|>"))
            position = end + 1


def _sections(text: str, found: Sequence[Named]) -> Iterator[Span]:
    """`[credentials]` and what follows it."""
    for named in found:
        first = text.rfind("\n", 0, named.start) + 1
        if named.says is not Strength.CERTAIN or named.start - first > _NEAR or "[" not in text[first : named.start]:
            continue
        match = _SECTION.match(text, first)
        if match is None:
            continue
        position = match.end() + 1
        for _ in range(_MOST_LINES):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            line = text[position:end]
            if position > len(text) or line.lstrip().startswith("["):
                break
            if "=" in line or ":" in line:
                yield from _leaf(line, position, Strength.CERTAIN, False)
            position = end + 1


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
    value = match["value"]
    if (parts_of(key)[-1:] or [""])[0] in HARMLESS_KEYS and not _is_token(value):
        return
    if (not key and value.endswith(":")) or is_field(value):
        return
    if re.search(r"[({\[]", value[:1]) or re.match(
        r"[A-Za-z_.]+\(|return\b|raise\b|if\b|for\b|def\b|class\b|self\b|pass\b", value
    ):
        return
    if not key and " " in value and says is not Strength.CERTAIN:
        return
    if keeps_back(says, value, key_like=bool(not key)) and not is_prose(value):
        yield Span(position + match.start("value"), position + match.end("value"))


def _is_token(value: str) -> bool:
    return len(value) >= _SHORTEST_TOKEN and is_strong(value) and "." not in value


def _tables(text: str, found: Sequence[Named]) -> Iterator[Span]:
    """Columns of tables whose heading names a secret."""
    read = -1
    for named in found:
        if named.says is not Strength.CERTAIN or named.start < read:
            continue
        first = text.rfind("\n", 0, named.start) + 1
        read = text.find("\n", named.start)
        if read < 0:
            return
        line = text[first:read]
        delimiter = _CELLS.search(line) if len(line) < _LONGEST_HEADING else None
        if delimiter is None:
            continue
        cells = [cell.strip(" \"'`*") for cell in line.split(delimiter[0])]
        columns = [place for place, cell in enumerate(cells) if _is_header(cell)]
        if columns and len(cells) >= 2 and all(_HEADING.fullmatch(cell) for cell in cells):
            yield from _rows(text, read + 1, delimiter[0], len(cells), columns)


def _is_header(cell: str) -> bool:
    return len(cell) <= 40 and strength(cell) is Strength.CERTAIN and ends_with_secret(cell)


def _rows(text: str, position: int, delimiter: str, width: int, columns: Sequence[int]) -> Iterator[Span]:
    for line in text[position : position + _LONGEST_TABLE].split("\n")[:_MOST_ROWS]:
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


def _inserted(text: str, lowered: str) -> Iterator[Span]:
    """The values of columns in `INSERT INTO users (name, password) VALUES ('a', 'x')`."""
    place = lowered.find("insert")
    while place >= 0:
        match = _INSERT.match(text, place)
        place = lowered.find("insert", place + 6)
        if match is not None:
            yield from _of_columns(text, match)


def _of_columns(text: str, match: re.Match[str]) -> Iterator[Span]:
    columns = [column.strip(' `"[]\n\t') for column in match["columns"].split(",")]
    secret = [place for place, column in enumerate(columns) if strength(column) >= Strength.POSSIBLE]
    for row in _ROW.finditer(text, *match.span("rows")):
        fields = [field for field in _FIELD.finditer(text, *row.span("row")) if field[0].strip()]
        for place in secret:
            if place < len(fields):
                value = fields[place][0].strip()
                inner = value.strip("'\"")
                if keeps_back(Strength.CERTAIN, inner) and not is_stand_in(inner):
                    start = fields[place].start() + fields[place][0].index(inner)
                    yield Span(start, start + len(inner))
