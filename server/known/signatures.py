"""How a finding is recognised later: hashes of its rule, its marked code and the line on which it begins.

Neither path nor line number is part of it, so that it stays the same over renames and over edits elsewhere. Hashes are
kept and not code, since a file of them is committed and the code may be a secret.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.owned_files import digest

_BYTES = 8


class Signature(NamedTuple):
    """`text` is the hash of the marked code, `line` that of the first line it is on, both without white space."""

    rule: str
    text: str
    line: str


def hashed(code: str) -> str:
    """The hash of a piece of code, whatever its white space."""
    return digest("".join(code.split()).encode(errors="surrogatepass"))[:_BYTES].hex()


def signatures(findings: Iterable[Finding], text: str) -> list[Signature]:
    """The signatures of findings in a text, in their order."""
    return [
        Signature(each.rule, hashed(text[slice(*each.span)]), hashed(_line(text, each.span[0]))) for each in findings
    ]


def line_hashes(text: str) -> Sequence[str]:
    """The hashes of the lines of a text, as signatures have them; without those of empty lines."""
    return [hashed(line) for line in _plain(text).split("\n") if line.strip()]


def _line(text: str, place: int) -> str:
    start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    ends = [end for end in (text.find("\n", place), text.find("\r", place)) if end >= 0]
    return text[start : min(ends, default=len(text))]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
