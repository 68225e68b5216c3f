"""The hidden last line of posted comments, by which later runs recognise them.

It is an unused link definition, which no Markdown renderer displays; some hosts display HTML comments. Only a comment
by Reread's own account is recognised, whatever it ends with.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

_LINE = re.compile(r"\[//\]: # \(reread:(finding|summary) ([!-'*-~ ]*)\)\s*\Z")
_FIELD = re.compile(r"(\w+)=(\S*)")
_BEFORE_STATE = "\n\n"


class Marker(NamedTuple):
    """The data about a finding in its comment. `text` and `line` are hashes (`server/known/signatures.py`).

    `source` is who found it. `fixed` is set by us when we close the thread.
    """

    id: str
    rule: str
    text: str
    line: str
    source: str
    fixed: bool = False


def with_marker(body: str, marker: Marker) -> str:
    """The text of a comment with its marker."""
    state = "fixed" if marker.fixed else "open"
    fields = {**marker._asdict(), "fixed": state}
    return _joined(body, "finding", " ".join(f"{name}={_quoted(str(value))}" for name, value in fields.items()))


def without_marker(body: str) -> str:
    """The text of a comment as people see it."""
    return _LINE.sub("", body).rstrip()


def marker_of(body: str) -> Marker | None:
    """The marker of a comment on a finding; None if it has none."""
    fields = _fields(body, "finding")
    if fields is None or not {"id", "rule", "text", "line", "source"} <= fields.keys():
        return None
    names = ("id", "rule", "text", "line", "source")
    id_, rule, text, line, source = (fields[name] for name in names)
    return Marker(id_, rule, text, line, source, fixed=fields.get("fixed") == "fixed")


def with_summary_marker(body: str, known: frozenset[str], head: str = "") -> str:
    """The text of the summary, with the reviewed commit and the ids of the comments that are open beside it."""
    return _joined(body, "summary", f"head={_quoted(head)} known={','.join(sorted(known))}")


def known_of(body: str) -> frozenset[str] | None:
    """The ids in the marker of a summary; None if the text is not one of Reread's summaries."""
    fields = _fields(body, "summary")
    return None if fields is None else frozenset(filter(None, fields.get("known", "").split(",")))


def head_of(body: str) -> str:
    """The commit that a summary is about; "" if the text is not one of Reread's summaries."""
    return (_fields(body, "summary") or {}).get("head", "")


def _joined(body: str, kind: str, fields: str) -> str:
    return f"{body.rstrip()}{_BEFORE_STATE}[//]: # (reread:{kind} {fields})"


def _fields(body: str, kind: str) -> dict[str, str] | None:
    found = _LINE.search(body)
    if found is None or found[1] != kind:
        return None
    return {name: unquote(value) for name, value in _FIELD.findall(found[2])}


def _quoted(value: str) -> str:
    return quote(value, safe="/:,.-_", errors="replace")
