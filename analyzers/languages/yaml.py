"""YAML, including GitHub Actions, Kubernetes and Compose files."""

from __future__ import annotations

import re

from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
)
from reread.analyzers.languages.value_kinds import TextKinds

_STRINGS = frozenset({"string_scalar", "double_quote_scalar", "single_quote_scalar", "block_scalar"})

_ESCAPED_LINE_END = re.compile(r"(?<!\\)((?:\\\\)*)\\\n[ \t]*")
_LINE_ENDS = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_ESCAPED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "_": "\xa0",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "\t": "\t",
}


def _spellings(words: str) -> frozenset[bytes]:
    """Words in lower case, in capitals, and with one capital."""
    return frozenset(each.encode() for word in words.split() for each in (word, word.upper(), word.capitalize()))


def scalar_text(written: str) -> str:
    """The text that a scalar stands for, however it is written: lines are folded, quotes and escapes resolved.

    An escape that YAML does not have stays as it is written.
    """
    written = written.replace("\r\n", "\n")
    quote = written[:1]
    if quote in ("|", ">"):
        return _block_text(written)
    text = written
    if quote in ("'", '"'):
        text = text[1:-1] if len(text) > 1 and text.endswith(quote) else text[1:]
    if "\n" in text:
        text = _ESCAPED_LINE_END.sub(r"\1", text) if quote == '"' else text
        text = _LINE_ENDS.sub(lambda found: "\n" * (found[0].count("\n") - 1) or " ", text)
    if quote == '"':
        return _ESCAPE.sub(_unescaped, text)
    return text.replace("''", "'") if quote == "'" else text


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else "\ufffd"
    return _ESCAPED.get(found[4], found[0])


def _block_text(written: str) -> str:
    """The text of a block, `|` or `>` with lines below it."""
    header, _, body = written.partition("\n")
    lines = body.split("\n")
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    whole = "\n".join(line[min(indents, default=0) :] for line in lines)
    text = whole.rstrip("\n \t")
    signs = header.partition("#")[0]
    ending = whole[len(text) :].count("\n") if "+" in signs else 1
    if header[0] == ">":
        text = _folded(text.split("\n"))
    return text if "-" in signs or not text else text + "\n" * max(ending, 1)


def _folded(lines: list[str]) -> str:
    """Lines as one text: a line end is a space, and one less where lines are empty, but not at lines further in."""
    parts: list[str] = []
    before, empty = "", 0
    for line in lines:
        if not line:
            empty += 1
            continue
        is_kept = before.startswith(" ") or line.startswith(" ")
        parts += ["\n" * (empty + is_kept) or " " if parts else "\n" * empty, line]
        before, empty = line, 0
    return "".join(parts) + "\n" * empty


MATCHING = Matching(
    reading=PatternReading(
        ellipses=("{}", "{0}: {0}", "- {}"),
    ),
    names=NameKinds(
        leaves=frozenset(),
    ),
    leeway=Leeway(
        transparent=frozenset(
            {
                "document",
                "block_node",
                "flow_node",
                "plain_scalar",
                "block_sequence_item",
            }
        ),
        marks=frozenset({"anchor", "tag"}),
        signed=frozenset({"block_sequence_item"}),
        passed_over=frozenset({"anchor"}),
        alone=frozenset({"block_sequence", "flow_sequence", "block_mapping", "flow_mapping"}),
        unordered=frozenset({"block_mapping", "flow_mapping"}),
        valueless=frozenset({"block_mapping_pair", "flow_pair"}),
        equivalents={
            "block_mapping": frozenset({"flow_mapping"}),
            "flow_mapping": frozenset({"block_mapping"}),
            "block_mapping_pair": frozenset({"flow_pair"}),
            "flow_pair": frozenset({"block_mapping_pair"}),
            "block_sequence": frozenset({"flow_sequence"}),
            "flow_sequence": frozenset({"block_sequence"}),
        },
        ignored_tokens=IGNORED_TOKENS | {"-", "?"},
    ),
    texts=TextKinds(
        parts=frozenset({"escape_sequence"}),
        leaves=frozenset({"string_scalar"}),
        text_of=scalar_text,
        spellings=(
            _spellings("y yes true on"),
            _spellings("n no false off"),
            _spellings("null") | {b"~"},
        ),
        spelled=frozenset({"string_scalar", "boolean_scalar", "null_scalar"}),
    ),
)

LANGUAGE = Language(
    name="yaml",
    grammar="yaml",
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=_STRINGS,
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
)
