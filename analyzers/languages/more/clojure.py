"""Clojure: nothing but lists, vectors, maps and sets of symbols and literals.

Metadata (`^String x`, `^{:doc "a"} x`) says nothing of the value that it is before; the parser reads it as blank, since
the grammar has it as a part of the name.
"""

from __future__ import annotations

import re

from reread.analyzers.languages.table import (
    Language,
    Leeway,
    Matching,
    NameKinds,
    StatementKinds,
)
from reread.analyzers.languages.value_kinds import TextKinds

_TOKEN = re.compile(
    rb'"(?:[^"\\]|\\.)*"|;[^\n]*|\\.[^\s()\[\]{}"]*|#?\^(?=[\s{"]*[^\s])|[^\s()\[\]{}";\\#^]+|[()\[\]{}]|[\s#]',
    re.DOTALL,
)
_NO_LINE_END = bytes(each if each in b"\r\n" else 32 for each in range(256))
_OPENING, _CLOSING = b"([{", b")]}"


def as_parsed(data: bytes) -> bytes:
    """The text that the grammar reads, as long as it was: without metadata."""
    if b"^" not in data:
        return data
    parts, done, at = [], 0, 0
    while (match := _TOKEN.search(data, at)) is not None:
        at = match.end()
        if match[0] in (b"^", b"#^"):
            at = _end_of_form(data, at)
            parts += [data[done : match.start()], data[match.start() : at].translate(_NO_LINE_END)]
            done = at
    return b"".join([*parts, data[done:]])


def _end_of_form(data: bytes, at: int) -> int:
    """Where the word, text or collection ends that comes next."""
    depth = 0
    while (match := _TOKEN.match(data, at)) is not None:
        at, token = match.end(), match[0]
        depth += (token in _OPENING) - (token in _CLOSING)
        if depth <= 0 and token.strip() not in (b"", b"#") and not token.startswith(b";"):
            break
    return at


MATCHING = Matching(
    names=NameKinds(
        leaves=frozenset({"sym_lit"}),
    ),
    statements=StatementKinds(
        blocks=frozenset({"source"}),
        whole=True,
    ),
    leeway=Leeway(passed_over=frozenset({"comment", "dis_expr"})),
    texts=TextKinds(
        parts=frozenset(),
    ),
)

LANGUAGE = Language(
    name="clojure",
    grammar="clojure",
    line_comment=";",
    comments=frozenset({"comment", "dis_expr"}),
    strings=frozenset({"str_lit"}),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
    code=as_parsed,
)
