"""Harmless Markdown (`markdown`) as plain text, for clients without Markdown: the same words without the markup."""

from __future__ import annotations

import re

_FENCE = re.compile(r"(`{3,})[A-Za-z0-9_+#.-]*")
_HEADING = re.compile(r"#{1,6} ")
_KINDS = (
    r"\\(?P<escaped>[!-/:-@\[-`{-~])",
    r"(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)",
    r"<(?P<link>https?://[^>\s]+)>",
    r"\[(?P<place>(?P<fence>`+).+?(?<!`)(?P=fence)(?!`))\]\(<file:[^>\s]+>\)",
    r"(?P<marks>\*{1,3})(?=\S)(?P<emphasized>[^*\\`]+?)(?<=\S)(?P=marks)",
)
_INLINE = re.compile("|".join(_KINDS))


def plain(markdown: str) -> str:
    """The text of a page. Code blocks are indented by four spaces."""
    lines: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        opening = _FENCE.fullmatch(line)
        if fence:
            if line == fence:
                fence = ""
            else:
                lines.append(f"    {line}".rstrip())
        elif opening is not None:
            fence = opening[1]
        else:
            lines.append(_INLINE.sub(_text, _HEADING.sub("", line, count=1) if line.startswith("#") else line))
    return "\n".join(lines)


def _text(match: re.Match[str]) -> str:
    code = match["code"]
    if match["place"]:
        return _INLINE.sub(_text, match["place"])
    if code is None:
        return match["escaped"] or match["link"] or match["emphasized"]
    # A code span that begins or ends with a backtick has a space there, which is none of the code.
    return code[1:-1] if len(code) > 2 and code[0] == code[-1] == " " and "`" in (code[1], code[-2]) else code
