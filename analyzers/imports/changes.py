"""The import edits of a fix: imports that its code needs, and imports that it leaves unused.

They are made for a version of the text at a time, when all its findings are known: where an import belongs depends on
the file and not on the place of the finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import TypeAlias

from reread.analyzers.findings import Edit, Finding, Fix, ImportChange, Need
from reread.analyzers.imports.style import Imported, Style, before, relisted, stands_alone
from reread.analyzers.imports.uses import is_free, overlap, unused
from reread.analyzers.syntax import Node, SyntaxTree

_MODULES = {
    "python": "python",
    "javascript": "javascript",
    "typescript": "javascript",
    "tsx": "javascript",
    "go": "go",
    "java": "java",
}
_NODE = 'import * as path from "node:path";'
EXAMPLES = {
    "python": "from pathlib import Path",
    "javascript": _NODE,
    "typescript": _NODE,
    "tsx": _NODE,
    "go": 'import "crypto/rand"',
    "java": "import java.util.Objects;",
}
"""The languages whose imports can be changed, with an import as rules write it."""

Change: TypeAlias = tuple[int, int, str]


def style_of(language: str) -> Style | None:
    """How a language imports, or None if that is not known."""
    module = _MODULES.get(language)
    if module is None:
        return None
    style: Style = import_module(f"reread.analyzers.imports.{module}").STYLE
    return style


@lru_cache(maxsize=500)
def read(language: str, statement: str) -> Need | None:
    """An import as a rule writes it, or None when the language has no such import."""
    style = style_of(language)
    return None if style is None else style.read(statement)


def resolved(findings: Iterable[Finding], tree: SyntaxTree) -> Iterator[Finding]:
    """The findings with fixes that bring what they need into the file, and without those for which that fails."""
    style = style_of(tree.language.name)
    found = [] if style is None else style.imported(tree)
    for finding in findings:
        if any(fix.imports is not None for fix in finding.fixes):
            made = (_resolved(fix, style, found, tree) for fix in finding.fixes)
            finding = finding._replace(fixes=tuple(fix for fix in made if fix is not None))
        yield finding


def edits(tree: SyntaxTree, needs: Sequence[Need], leaves: Sequence[str], own: Sequence[Edit]) -> list[Edit] | None:
    """The edits of imports that go with these edits of code; None if one that is needed cannot be added."""
    style = style_of(tree.language.name)
    if style is None:
        return None if needs else []
    return _edits(style, style.imported(tree), tree, needs, leaves, own)


def _edits(
    style: Style,
    found: Sequence[Imported],
    tree: SyntaxTree,
    needs: Sequence[Need],
    leaves: Sequence[str],
    own: Sequence[Edit],
) -> list[Edit] | None:
    lines = tree.document.lines
    gone = [(lines.byte(edit.span.start), lines.byte(edit.span.end)) for edit in own]
    dropped = unused(found, leaves, gone, style, tree)
    kept = [each for each in found if each not in dropped]
    if not all(is_free(need, kept, gone, tree) for need in needs):
        return None
    changes = _changes(needs, found, dropped, min(gone)[0] if gone else 0, style, tree)
    if changes is None or any(overlap(change[:2], part) for change in changes for part in gone):
        return None
    return [Edit(lines.span_of_bytes(start, end), text) for start, end, text in changes]


def _resolved(fix: Fix, style: Style | None, found: Sequence[Imported], tree: SyntaxTree) -> Fix | None:
    if fix.imports is None:
        return fix
    if style is None:
        return None if fix.imports.needs else fix._replace(imports=None)
    names = _names(fix, found, tree)
    missing = tuple(need for need in fix.imports.needs if need not in names)
    own = fix.edits
    more = _edits(style, found, tree, missing, fix.imports.leaves, own)
    if more is None and style.qualifies:
        names |= {need: need.path for need in missing}
        missing = ()
        more = _edits(style, found, tree, (), fix.imports.leaves, own)
    if more is None:
        return None
    text = _renamed(own[0].text, names)
    title = fix.title.replace(own[0].text, text) if text != own[0].text else fix.title
    own = (own[0]._replace(text=text), *own[1:])
    imports = ImportChange(missing, fix.imports.leaves, len(own))
    return fix._replace(title=title, edits=(*more, *own), imports=imports)


def _names(fix: Fix, found: Sequence[Imported], tree: SyntaxTree) -> dict[Need, str]:
    """The names that are in the file already for what a fix needs."""
    assert fix.imports is not None
    place = tree.document.lines.byte(fix.edits[0].span.start)
    known = ((need, _known_as(need, found, place)) for need in fix.imports.needs)
    return {need: name for need, name in known if name is not None}


def _known_as(need: Need, found: Sequence[Imported], place: int) -> str | None:
    """The name that stands for what is needed at a place (bytes); None if there is none yet."""
    names = [each.name for each in found if each.path == need.path and each.start <= place < each.end]
    if not names:
        package = need.path.rpartition(".")[0]
        return need.name if any(each.name == "*" and each.path == package for each in found) else None
    return need.name if need.name in names else names[0]


def _renamed(text: str, names: dict[Need, str]) -> str:
    """The text with other names in the places of those that were needed."""
    places = sorted(((place, need.name, name) for need, name in names.items() for place in need.places), reverse=True)
    for place, old, new in places:
        text = f"{text[:place]}{new}{text[place + len(old) :]}"
    return text


def _changes(
    needs: Sequence[Need],
    found: Sequence[Imported],
    dropped: Sequence[Imported],
    first: int,
    style: Style,
    tree: SyntaxTree,
) -> list[Change] | None:
    """The changes of imports (bytes), in order and apart from each other."""
    data = tree.document.data
    changes: list[Change] = []
    removed, lists = _without(found, dropped, data)
    gone = {statement.id for statement in removed}
    kept = [each for each in found if each.statement.id not in gone]
    for need in sorted(set(needs), key=lambda need: need.statement):
        joined = style.joins(need, kept, tree)
        if joined is not None and _has_plain_list(joined[0], found, data):
            texts = lists.setdefault(joined[0].statement.id, _texts(joined[0], found, data))
            lists[joined[0].statement.id] = _with_item(texts, joined[1])
            continue
        place = style.place(need, kept, tree)
        if place is None or place[0] > first:
            return None
        changes.append((place[0], place[0], place[1]))
    places = {start for start, _, _ in changes}
    changes += (_lines_of(statement, data, places) for statement in removed)
    for each in {each.statement.id: each for each in found if each.item is not None}.values():
        if each.statement.id in lists:
            change = relisted(_items(each, found), lists[each.statement.id], data)
            if change is not None:
                changes.append(change)
    return _fused(changes)


def _without(
    found: Sequence[Imported], dropped: Sequence[Imported], data: bytes
) -> tuple[list[Node], dict[int, list[str]]]:
    """The statements to take out, and what lists of the others hold then, by the ids of their statements."""
    removed: list[Node] = []
    lists: dict[int, list[str]] = {}
    for each in dropped:
        rest = [one for one in found if one.statement.id == each.statement.id and one not in dropped]
        if not rest:
            if each.statement not in removed and stands_alone(each.statement, data):
                removed.append(each.statement)
        elif each.item is not None and any(one.item is not None for one in rest):
            texts = lists.setdefault(each.statement.id, _texts(each, found, data))
            lists[each.statement.id] = [text for text in texts if text != _code(each.item, data)]
    return removed, lists


def _items(one: Imported, found: Sequence[Imported]) -> list[Node]:
    items = [each.item for each in found if each.statement.id == one.statement.id and each.item is not None]
    return sorted(items, key=lambda item: item.start_byte)


def _texts(one: Imported, found: Sequence[Imported], data: bytes) -> list[str]:
    return [_code(item, data) for item in _items(one, found)]


def _has_plain_list(one: Imported, found: Sequence[Imported], data: bytes) -> bool:
    return relisted(_items(one, found), [], data) is not None


def _code(node: Node, data: bytes) -> str:
    return data[node.start_byte : node.end_byte].decode()


def _with_item(texts: list[str], item: str) -> list[str]:
    """The texts with one more: in its place where they are sorted, else at the end."""
    if item in texts:
        return texts
    return sorted([*texts, item], key=str.lower) if texts == sorted(texts, key=str.lower) else [*texts, item]


def _lines_of(statement: Node, data: bytes, places: set[int]) -> Change:
    """The removal of the lines of a statement, with a blank line below where there is one above or nothing, unless
    another import takes its place.
    """
    start = before(statement, data)
    following = data.find(b"\n", statement.end_byte)
    end = len(data) if following < 0 else following + 1
    above = data[:start].rstrip(b" \t\r\n")
    is_first = not above or data[len(above) : start].count(b"\n") > 1
    below = data.find(b"\n", end)
    if is_first and start not in places and below >= 0 and not data[end:below].strip():
        end = below + 1
    return start, end, ""


def _fused(changes: list[Change]) -> list[Change]:
    """The changes in order, those that touch each other as one."""
    result: list[Change] = []
    for start, end, text in sorted(changes):
        if result and result[-1][1] >= start:
            last = result[-1]
            result[-1] = (last[0], max(end, last[1]), last[2] + text)
        else:
            result.append((start, end, text))
    return result
