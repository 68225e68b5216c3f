"""Markdown of untrusted text: keeps its formatting, but no link, picture or HTML.

What editors render can act or fetch when it is shown, and no two renderers read Markdown alike. So nothing is searched
for and taken out: the text is read for what is known to be harmless (paragraphs, lists, emphasis, code) and written
again, in a form that leaves no renderer a choice. All other marks are escaped, and so shown as they are. Escapes and
entities are read as such, so that what is safe already comes out as it went in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.shown import links
from reread.analyzers.shown.characters import visible

_LONGEST_TEXT = 6_000
_FENCE = re.compile(r" {0,3}(?P<marks>`{3,}|~{3,})[ \t]*(?P<language>[A-Za-z0-9_+#.-]{0,30})[^`]*")
_FENCE_END = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*")
_RUN = re.compile(r"`+")
_READ = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ACTIVE = frozenset("\\[]<>&|~$`")
_FIRST_HELD = 0xF0000
_HELD = chr(_FIRST_HELD)
"""Characters that were escaped are held in those for private use from here on, of which `visible` leaves none."""
_RULER = re.compile(r"[ \t>]*[-:|+=*_][-:|+=*_ \t>]*")
_QUOTED = re.compile(r"([ \t]*)((?:>[ \t]?)*)(.*)", re.DOTALL)
_TOKEN = re.compile(r"""[^\s`<>()\[\]"'*]+""")
_ADDRESS = re.compile(r"://|//\w|\bwww\.|\b(?:mailto|xmpp):|[\w.+-]@[\w-]", re.IGNORECASE)
"""What some renderer makes a link of by itself. It is shown as code, where it can be read and copied."""
_DECIMAL = re.compile(r"(?<![\w.])([0-9]+)\.[0-9]+(?![\w/:@-]|\.\w)")
"""A number such as 0.5, which nothing makes a link of."""
_AFTER = ".,;:!?"


def markdown(text: str) -> str:
    """Harmless Markdown of Markdown."""
    text = visible(text)
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT] + "…"
    return "\n".join(_blocks(text.split("\n")))


def inline(text: str) -> str:
    """Harmless Markdown of Markdown on one line."""
    return " ".join(_prose(" ".join(visible(text).split())).split())


def code(text: str) -> str:
    """A plain text as a code span."""
    text = " ".join(visible(text).split())
    if not text:
        return ""
    longest = max((len(run) for run in _RUN.findall(text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def code_block(language: str, text: str) -> str:
    """A plain text as fenced code; the fence is longer than any in the text."""
    text = visible(text)
    fence = "`" * max(3, 1 + max((len(run) for run in _RUN.findall(text)), default=0))
    return f"{fence}{re.sub('[^A-Za-z0-9_+#.-]', '', language)[:30]}\n{text}\n{fence}"


def link(url: str) -> str:
    """An address given by Reread itself, as a link to itself; other text as code."""
    return f"<{found}>" if (found := links.address(url)) else code(url)


def place(path: str, line: int, uri: str) -> str:
    """A line (from 1) of a file as a link to it. The URI is one that Reread made, in which odd letters are quoted."""
    return f"[{code(f'{path}:{line}')}](<{uri}#L{line}>)"


def _blocks(lines: list[str]) -> Iterator[str]:
    """The lines, fenced code in a form of Reread's."""
    place = 0
    while place < len(lines):
        opening = _FENCE.fullmatch(lines[place])
        place += 1
        if opening is None:
            yield _line(lines[place - 1])
            continue
        inside: list[str] = []
        while place < len(lines):
            closing = _FENCE_END.fullmatch(lines[place])
            place += 1
            if closing is not None and closing[1].startswith(opening["marks"]):
                break
            inside.append(lines[place - 1])
        yield code_block(opening["language"], "\n".join(inside))


def _line(line: str) -> str:
    if not line.strip():
        return ""
    if _RULER.fullmatch(line) and len(line.strip()) > 1:
        # The ruler of a table would cut code spans at each `|`; what else such a line can be is no loss.
        return "".join(f"\\{mark}" if mark not in " \t" else " " for mark in line.strip())
    match = _QUOTED.fullmatch(line)
    indent, quotes, rest = match.groups() if match is not None else ("", "", line)
    return indent.expandtabs(4) + quotes + _prose(rest)


def _prose(text: str) -> str:
    """One line: code spans in a form of Reread's, the rest of it escaped."""
    parts: list[str] = []
    start = place = 0
    while (tick := text.find("`", place)) >= 0:
        run = _RUN.match(text, tick)
        length = len(run[0]) if run is not None else 1
        if _is_escaped(text[start:tick]):
            place = tick + 1
            continue
        end = next((found for found in _RUN.finditer(text, tick + length) if len(found[0]) == length), None)
        if end is None:
            place = tick + length
            continue
        parts += [*_escaped(text[start:tick]), code(text[tick + length : end.start()])]
        start = place = end.end()
    return _joined([*parts, *_escaped(text[start:])])


def _is_escaped(before: str) -> bool:
    """Whether what comes after a text is escaped by its end."""
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _joined(parts: list[str]) -> str:
    """The parts in a row. Two spans of code side by side would be read as something else."""
    result = ""
    for part in parts:
        result += " " + part if result.endswith("`") and part.startswith("`") else part
    return result


def _escaped(text: str) -> Iterator[str]:
    """Text outside code: what could be more than formatting is escaped, what could be an address becomes code."""
    held = _held(text)
    plain = "".join(map(_released, held))
    start = 0
    for token in _TOKEN.finditer(plain):
        found = token[0].rstrip(_AFTER)
        if not found or not _ADDRESS.search(found):
            continue
        yield _marked(held[start : token.start()])
        yield code(found)
        start = token.start() + len(found)
    yield _marked(held[start:])


def _held(text: str) -> str:
    """The text with escapes and entities read, each character of them held apart from those that are marks."""

    import html  # Its table of names is not needed by who writes code blocks only.

    def read(match: re.Match[str]) -> str:
        meant = match[1] or visible(html.unescape(match[0])).replace("\n", " ").replace("\t", " ")
        return "".join(chr(_FIRST_HELD + ord(letter)) if letter < "\x7f" else letter for letter in meant)

    return _READ.sub(read, text)


def _released(letter: str) -> str:
    return chr(ord(letter) - _FIRST_HELD) if letter >= _HELD else letter


def _marked(held: str) -> str:
    """The characters of a text that would be marks escaped: those that must not be any, and those that were escaped."""
    result: list[str] = []
    decimals = {match.end(1) for match in _DECIMAL.finditer(held)} if "." in held else frozenset[int]()
    for place, letter in enumerate(held):
        meant = _released(letter)
        if meant in _ACTIVE or (letter != meant and not meant.isalnum() and meant != " "):
            result.append(f"\\{meant}")
        elif meant == "." and place not in decimals and _is_between_words(held, place):
            # Some renderers make a link of any name with a dot.
            result.append("\\.")
        else:
            result.append(meant)
    return "".join(result)


def _is_between_words(text: str, place: int) -> bool:
    return text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
