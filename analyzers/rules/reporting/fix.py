"""The fix of a match: the rule's text with metavariables filled in, and the imports it needs or leaves unused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reread.analyzers.findings import Edit, Fix, ImportChange, Need
from reread.analyzers.pattern.bindings import Bindings
from reread.analyzers.pattern.formulas.formula import Match
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.reporting.interpolation import VARIABLE, filled
from reread.analyzers.rules.rule import Check, Rule
from reread.analyzers.text import Document

if TYPE_CHECKING:
    from reread.analyzers.pattern.text.text_formulas import TextMatch

_OBJECT = re.compile(r"(?<![\w$.])([A-Za-z_]\w*)\??\.(?=[A-Za-z_])")
_STRING = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`""")
_NAME = re.compile(r"(?<![\w$.])[A-Za-z_$][\w$]*")
_MARK = "\0"
FIX = "$(fix)"
"""Under this name rules in Python bind what their fix replaces, and by what."""
_LONGEST_FIX = 20_000
_LONGEST_SHOWN = 60
"""Of a fix, in its title: editors show it in one line of a list."""


def fixes_of(rule: Rule, match: Match | TextMatch, document: Document, context: MatchContext | None) -> tuple[Fix, ...]:
    """The fixes of a match: of the texts of a rule the first whose metavariables all stand for something, or of its
    expressions the first that matches.

    Imports are not in the edits yet, which `imports.changes.resolved` adds.
    """
    if match.end - match.start > _LONGEST_FIX:
        return ()
    needs = needs_of(rule, document.language)
    if needs is None:
        return ()
    if isinstance(rule.formula, Check):
        bound = match.bindings.get(FIX)
        text = "" if bound is None else bound.text.decode()
        return () if bound is None else given(rule, document, bound.start, bound.end, text, context)
    further = rule.metadata.get("more-fixes", ())
    for each in (rule.fix or "" if rule.fix_regex is None else rule.fix_regex, *further):
        if isinstance(each, str):
            found = _filled_in(each, rule, match, document, needs, context)
        else:
            found = _replaced(each, rule, match, document, needs, context)
        if found:
            return found
    return ()


def given(
    rule: Rule, document: Document, start: int, end: int, text: str, context: MatchContext | None
) -> tuple[Fix, ...]:
    """The fix of a rule in Python: the text in place of a range of bytes."""
    needs = needs_of(rule, document.language)
    if needs is None:
        return ()
    if not text:
        start, end = _whole_lines(document.data, start, end)
    text, needs = _unmarked(_marked(text, needs), needs)
    return _offered(rule, document, start, end, text, needs, context)


def needs_of(rule: Rule, language: str) -> list[Need] | None:
    """The imports that fixes of a rule may need in a language; None if one has no such form there."""
    statements = rule.metadata.get("fix-imports")
    if isinstance(statements, Mapping):
        statements = statements.get(language)
    if not statements:
        return []
    from reread.analyzers.imports.changes import read

    needs = [need for statement in statements if (need := read(language, statement)) is not None]
    return needs if len(needs) == len(statements) else None


def _is_open(template: str, bindings: Bindings, rule: Rule) -> bool:
    """Whether a metavariable of the rule is in the text that stands for nothing at this match."""
    missing = {name for name in VARIABLE.findall(template) if name not in bindings and name.isupper()}
    return any(name in repr(rule.formula) for name in missing)


def _filled_in(
    template: str,
    rule: Rule,
    match: Match | TextMatch,
    document: Document,
    needs: list[Need],
    context: MatchContext | None,
) -> tuple[Fix, ...]:
    if _is_open(template, match.bindings, rule):
        return ()
    if context is not None and not _names_are_known(template, match, context, needs):
        return ()
    start, end = match.start, match.end
    text = filled(_marked(template, needs), match.bindings, None)
    if not text:
        start, end = _whole_lines(document.data, start, end)
    text, needs = _unmarked(_indented(text, document.data, start), needs)
    return _offered(rule, document, start, end, text, needs, context)


def _replaced(
    fix: Mapping[str, Any] | tuple[str, str, int],
    rule: Rule,
    match: Match | TextMatch,
    document: Document,
    needs: list[Need],
    context: MatchContext | None,
) -> tuple[Fix, ...]:
    """The fix that replaces what an expression matches in the text of the match."""
    from reread.analyzers.pattern.regex.regex_safety import compile_regex
    from reread.analyzers.pattern.regex.search import replaced
    from reread.analyzers.rules.profiles import is_builtin

    expression, replacement, count = fix if isinstance(fix, tuple) else (fix["regex"], fix["replacement"], 0)
    code = document.data[match.start : match.end].decode(errors="replace")
    text = replaced(compile_regex(expression), _marked(replacement, needs), code, count, is_builtin(rule))
    if text is None:
        return ()
    text, needs = _unmarked(text, needs)
    if text == code:
        return ()
    return _offered(rule, document, match.start, match.end, text, needs, context)


def _offered(
    rule: Rule, document: Document, start: int, end: int, text: str, needs: list[Need], context: MatchContext | None
) -> tuple[Fix, ...]:
    span = document.lines.span_of_bytes(start, end)
    title = str(rule.metadata.get("fix-title") or _title(text))
    used = tuple(need for need in needs if need.places)
    leaves = _left(document.data[start:end], text, used, context)
    imports = ImportChange(used, leaves) if used or leaves else None
    return (Fix(title, (Edit(span, text),), rule.applicability, imports=imports),)


def _title(text: str) -> str:
    if not text.strip():
        return "Remove it"
    words = " ".join(text.split())
    shown = words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1].rstrip()}…"
    return f"Replace with {shown}" if "`" in shown else f"Replace with `{shown}`"


def _left(code: bytes, text: str, needs: Sequence[Need], context: MatchContext | None) -> tuple[str, ...]:
    """The imported names that are in the old code and not in the new."""
    if context is None:
        return ()
    for need in needs:
        for place in reversed(need.places):
            text = text[:place] + text[place + len(need.name) :]
    imported = context.imports.paths
    names = {word for word in _NAME.findall(code.decode(errors="replace")) if word in imported}
    return tuple(sorted(names.difference(_NAME.findall(text)))) if names else ()


def _names_are_known(fix: str, match: Match | TextMatch, context: MatchContext, needs: Sequence[Need]) -> bool:
    """False when a fix uses a module or the like that the file does not know by that name.

    `yaml.safe_load(x)` is no help in a file that says `from yaml import load`.
    """
    code = context.data[match.start : match.end]
    needed = {need.name for need in needs}
    for name in _OBJECT.findall(_STRING.sub("", fix)):
        known = name in needed or name in context.language.names.globals or name in context.imports.paths
        if not known and not re.search(rb"(?<![\w$.])%s(?![\w$])" % re.escape(name.encode()), code):
            return False
    return True


def _marked(template: str, needs: Sequence[Need]) -> str:
    """The text with a mark before each name that an import is needed for, so that filling it in does not lose them."""
    for need in needs:
        # In a replacement, the digit of a group before it is no part of a name.
        name = rf"(?:(?<![\w$.])|(?<=\\\d)){re.escape(need.name)}(?![\w$])"
        template = re.sub(name, f"{_MARK}{need.name}", template)
    return template


def _unmarked(text: str, needs: Sequence[Need]) -> tuple[str, list[Need]]:
    """The text without marks, and what is needed with the places where they were."""
    if _MARK not in text:
        return text, [need._replace(places=()) for need in needs]
    first, *rest = text.split(_MARK)
    places: dict[str, list[int]] = {}
    length = len(first)
    for part in rest:
        name = next((need.name for need in needs if re.match(rf"{re.escape(need.name)}(?![\w$])", part)), "")
        places.setdefault(name, []).append(length)
        length += len(part)
    return first + "".join(rest), [need._replace(places=tuple(places.get(need.name, ()))) for need in needs]


def _indented(text: str, data: bytes, start: int) -> str:
    """The further lines of a fix begin as far in as the line of the match, with the line ends of the document."""
    if "\n" not in text:
        return text
    line = data[data.rfind(b"\n", 0, start) + 1 : start]
    indent = line[: len(line) - len(line.lstrip())].decode()
    ending = "\r\n" if b"\r\n" in data else "\n"
    first, *rest = text.split("\n")
    return ending.join([first, *(f"{indent}{part}" if part else part for part in rest)])


def _whole_lines(data: bytes, start: int, end: int) -> tuple[int, int]:
    """A removal that leaves nothing on its lines takes the lines too."""
    line = data.rfind(b"\n", 0, start) + 1
    following = data.find(b"\n", end)
    if following >= 0 and not data[line:start].strip() and not data[end:following].strip(b" \t\r;"):
        return line, following + 1
    return start, end
