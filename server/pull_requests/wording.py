"""The texts to post. Untrusted text in them is made harmless first, and mentions nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.analyzers.findings import Finding
from reread.analyzers.shown.links import address
from reread.analyzers.shown.markdown import code, inline
from reread.server.pull_requests.suggestion import Suggestion

_CALL = re.compile(r"(?<!\w)(\\?[@#!%&~$^])(?=[\w{\"])")
_CODE = re.compile(r"(`+[^`]+`+)")
_APART = "\u200b"
_MOST_STEPS = 6
_CUT = "\n\n(shortened)"
DOUBLED_SUMMARY = "**Duplicate** of the summary above."
"""The text of a summary that a run at the same time has made as well, on a host that does not delete it."""


def plain(text: str) -> str:
    """One line of untrusted text: no link, and no mention of people, issues or labels."""
    pieces = _CODE.split(inline(text))
    return "".join(piece if place % 2 else _CALL.sub(rf"\1{_APART}", piece) for place, piece in enumerate(pieces))


def comment(
    finding: Finding, steps: Sequence[str], suggestion: Suggestion | None, kind: str | None, old: Sequence[str] = ()
) -> str:
    """The text of a comment on a finding, without its marker.

    `kind` is what the host calls a block of code that offers a change; None if it has none, and the change from the
    lines `old` is shown instead. `steps` are those of its data flow.
    """
    parts = [f"**{finding.severity.value}**: {plain(finding.message)} ({_rule(finding)})"]
    if steps:
        shown = [f"{number}. {plain(step)}" for number, step in enumerate(steps[:_MOST_STEPS], 1)]
        parts.append("\n".join(shown))
    if suggestion is not None and kind is not None:
        parts.append(fenced(kind, suggestion.text))
    elif suggestion is not None:
        new = suggestion.text.split("\n") if suggestion.text else []
        parts.append(fenced("diff", "\n".join([*(f"-{line}" for line in old), *(f"+{line}" for line in new)])))
    return "\n\n".join(parts)


def one_line(finding: Finding, path: str, line: int) -> str:
    """A finding in the summary."""
    return f"- **{finding.severity.value}** {code(f'{path}:{line}')}: {plain(finding.message)} ({_rule(finding)})"


def fenced(kind: str, text: str) -> str:
    """A block of code; its fence is longer than any in the text."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{kind}\n{text}\n{fence}" if text else f"{fence}{kind}\n{fence}"


def closed(body: str, commit: str, reason: str | None) -> str:
    """The text of a comment that is done with: `reason` is why it was dismissed, None if the code has changed."""
    if reason is None:
        lead = f"**Fixed** in {commit[:10]}."
    else:
        lead = f"**Dismissed**: {plain(reason)}" if reason else "**Dismissed.**"
    return f"{lead}\n\n{body}"


def doubled(body: str) -> str:
    """The text of a comment that says what another one says, which a run at the same time has made."""
    return f"**Duplicate** of another comment here.\n\n{body}"


def moved(body: str, path: str, line: int) -> str:
    """The text of a comment whose finding is elsewhere by now, with a comment of its own."""
    return f"**Moved** to {code(f'{path}:{line}')}.\n\n{body}"


def cut(body: str, longest: int, room: int = 600) -> str:
    """The text, shortened to what a host takes; `room` is kept for the marker."""
    most = longest - room
    if len(body) <= most:
        return body
    lines: list[str] = []
    left = most - len(_CUT)
    for each in body.split("\n"):
        left -= len(each) + 1
        if left < 0:
            break
        lines.append(each)
    return "\n".join([*_closed_fences(lines)]) + _CUT


def _closed_fences(lines: Sequence[str]) -> Iterator[str]:
    """The lines, and the end of a block of code that they have begun."""
    fence = ""
    for line in lines:
        marks = re.match("`{3,}", line)
        if marks and not fence:
            fence = marks[0]
        elif marks and line == fence:
            fence = ""
        yield line
    if fence:
        yield fence


def _rule(finding: Finding) -> str:
    href = address(finding.documentation)
    return f"[{code(finding.rule)}]({href})" if href else code(finding.rule)
