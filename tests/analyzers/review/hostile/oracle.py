"""What must hold of requests and findings, judged without the code under test."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt

from reread.analyzers.findings import Applicability, Finding, Severity
from reread.analyzers.review.change.subject import Subject
from tests.standin.replies import Recorded

_MARK = re.compile(r'<<<([A-Z]+) ([0-9a-f]{12})((?: [a-z]+="[^"<>\s]*(?: [^"<>\s]+)*")*)>>>')
_TAGS = frozenset(
    {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "a"}
    | {f"h{level}" for level in range(1, 7)}
)


def frame(request: Recorded) -> tuple[Any, str, list[str], str]:
    """What a request is besides data: its body without the messages, the instructions, the names of the sections with
    their attributes, and what stands outside of them.
    """
    body = {key: value for key, value in request.json.items() if key not in ("messages", "system")}
    roles = [message["role"] for message in request.json["messages"]]
    first, rest = request.prompt.split("\n", 1)
    boundary = re.fullmatch(r"BOUNDARY is ([0-9a-f]{12})\.", first)
    assert boundary is not None, "no boundary"
    names, outside = _sections(rest, boundary[1])
    return (body, roles), request.system, names, outside


def _sections(prompt: str, boundary: str) -> tuple[list[str], str]:
    names: list[str] = []
    outside: list[str] = []
    inside = False
    for line in prompt.split("\n"):
        if inside:
            inside = line != f"<<<END {boundary}>>>"
            assert boundary not in line or not inside, f"the boundary is in the data: {line!r}"
        elif boundary in line:
            mark = _MARK.fullmatch(line)
            assert mark is not None, f"a mark that is none: {line!r}"
            names.append(mark[1] + "".join(sorted(re.findall(r' ([a-z]+)="', mark[3]))))
            inside = True
        else:
            outside.append(line)
    assert not inside, "a section without an end"
    return names, "\n".join(outside)


def assert_harmless(finding: Finding, subject: Subject) -> None:
    """The finding is in its unit, says what it says in plain text, acts on nothing, and is never sure of itself."""
    document = subject.document
    assert subject.unit.span.contains(finding.span)
    assert re.fullmatch(r"model/[a-z0-9][a-z0-9-]{0,39}", finding.rule), finding.rule
    assert finding.severity.rank <= Severity.WARNING.rank
    assert 0 <= finding.confidence <= 1
    assert 0 < len(finding.message) <= 500
    assert_plain(finding.message)
    assert_inert(finding.explanation)
    for fix in finding.fixes:
        assert fix.generated
        assert fix.applicability in (Applicability.UNSAFE, Applicability.DISPLAY_ONLY)
        assert_plain(fix.title)
        assert_plain(fix.reason)
        assert fix.files == ()
        for edit in fix.edits:
            assert edit.uri in ("", document.uri)
            assert 0 <= edit.span.start <= edit.span.end <= len(document.text)


def assert_plain(line: str) -> None:
    """One line without anything that a terminal obeys or that hides or turns round text."""
    for letter in line:
        category = unicodedata.category(letter)
        assert category not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"), f"{letter!r} in {line!r}"


class _Rendered(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, f"<{tag}>"
        for name, value in attrs:
            assert name in ("href", "class", "start"), f"{name}={value!r}"
            assert name != "href" or str(value).startswith(("http://", "https://")), value


def assert_inert(markdown: str) -> None:
    """As a renderer shows it that allows all that Markdown has, there is nothing that acts or fetches."""
    for letter in markdown:
        assert letter == "\n" or letter == "\t" or unicodedata.category(letter)[0] != "C" or letter == "\u200b", repr(
            letter
        )
    parser = _Rendered()
    parser.feed(MarkdownIt("commonmark", {"html": True}).render(markdown))
    parser.close()
