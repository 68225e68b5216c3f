"""Evidence on demand: a model's lookups while it answers, limited, redacted, and restricted to permitted files."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from reread.analyzers.review import prompts
from reread.analyzers.review.ask.sections import code_language
from reread.analyzers.review.privacy.audit import AuditedPiece
from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.review.tokens import estimate
from reread.analyzers.review.tool_calls import Tool, ToolCall, Turn
from reread.analyzers.text import Document, Span

logger = logging.getLogger(__name__)

_MOST_LINES = 120
"""Of one excerpt."""

_NOTHING = "Nothing was found."
_FAILED = "This lookup failed."
_SPENT = "No further lookups: answer with what you know."
_FEWEST_TOKENS = 30
"""Room that is worth a shortened excerpt."""


class LookupRefusedError(Exception):
    """The call cannot be answered; the message says why in one line, for the model."""


class Excerpt(NamedTuple):
    """Lines `first` to `last` of a file, from 1, both included, with a short description."""

    path: str
    first: int
    last: int
    reason: str


class Found(NamedTuple):
    """The result of a lookup: lines of files, or words about the file `path`."""

    excerpts: tuple[Excerpt, ...] = ()
    words: str = ""
    path: str = ""


class Looked(Struct, frozen=True):
    """A lookup that an answer is based on. `digest` is that of its result."""

    name: str
    arguments: str
    digest: str


class Evidence(NamedTuple):
    """The lookups that a model may make for one question: at most `number` times, and `tokens` of results.

    `look` finds places, given the name of a tool and its arguments as JSON; it raises LookupRefusedError. Their text
    comes from `read` alone, given a path in the folder: None is what a review may not show, and then nothing of it is
    returned. `redactor` is that of the question; it is left as it is.
    """

    tools: tuple[Tool, ...]
    look: Callable[[str, str], Found]
    read: Callable[[str], Document | None]
    number: int
    tokens: int
    redactor: Redactor
    personal: Personal

    def holds(self, record: Sequence[Looked]) -> bool:
        """Whether the lookups of an earlier answer would return the same now."""
        inquiry = Inquiry(self)
        return all(_digest(inquiry.result(looked.name, looked.arguments)) == looked.digest for looked in record)


Gather = Callable[[Redactor, Personal], Evidence]
"""Makes what may be looked up for a question, given its redactor and what is private besides secrets."""


class Inquiry:
    """The lookups of one answer so far. `shown` are the pieces of files that were returned, for the audit log."""

    def __init__(self, evidence: Evidence) -> None:
        self.looked: list[Looked] = []
        self.shown: list[AuditedPiece] = []
        self._evidence = evidence
        self._redactor = evidence.redactor.copy()
        self._left = evidence.number
        self._tokens = evidence.tokens

    @property
    def may_go_on(self) -> bool:
        """Whether another lookup is within the limits."""
        return self._left > 0 and self._tokens >= _FEWEST_TOKENS

    def answered(self, text: str, calls: Sequence[ToolCall]) -> Turn:
        """The results of the calls in one answer. Reads files, an index and git: it belongs into a thread."""
        results = []
        for call in calls:
            result = self.result(call.name, call.arguments)
            self.looked.append(Looked(call.name, call.arguments, _digest(result)))
            results.append(result)
        return Turn(text, tuple(calls), tuple(results))

    def result(self, name: str, arguments: str) -> str:
        """The result of a call, for the model; it names anything that is unavailable."""
        if not self.may_go_on:
            return _SPENT
        self._left -= 1
        try:
            found = self._evidence.look(name, arguments)
            sections = [*self._words(found), *self._excerpts(found.excerpts)]
        except LookupRefusedError as error:
            return self._redactor.redact(str(error))
        except Exception:
            # The model answers with what it knows: an index that cannot be read takes nothing else from a review.
            logger.exception("a lookup failed")
            return _FAILED
        return prompts.as_data(sections) if sections else _NOTHING

    def _words(self, found: Found) -> Iterator[Section]:
        if found.words and self._evidence.read(found.path) is not None:
            text = self._within(self._redactor.redact(found.words))
            if text:
                yield Section("HISTORY", text, {"path": self._redactor.redact(found.path)})

    def _excerpts(self, excerpts: Sequence[Excerpt]) -> Iterator[Section]:
        for excerpt in excerpts:
            document = self._evidence.read(excerpt.path)
            if document is None or self._tokens < _FEWEST_TOKENS:
                continue
            first = max(1, excerpt.first)
            last = min(excerpt.last, document.lines.count, first + _MOST_LINES - 1)
            if first > last:
                continue
            text = self._within(self._redacted(document, first, last))
            if not text:
                continue
            path = self._redactor.spread(self._redactor.redact(excerpt.path))
            self.shown.append(AuditedPiece(path, first, last))
            attributes = {"path": path, "line": str(first), "reason": self._redactor.redact(excerpt.reason)}
            yield Section("CONTEXT", text, attributes)

    def _redacted(self, document: Document, first: int, last: int) -> str:
        """Lines without secrets: what gives one away may be on other lines of the file."""
        lines = document.lines
        part = Span(lines.starts[first - 1], lines.line_span(last - 1).end)
        language = code_language(document.path or document.uri, document.language)
        return self._redactor.redact_part(document.text, part, is_code=bool(language), language=language)

    def _within(self, text: str) -> str:
        """As many of the first lines as there are tokens left for."""
        kept = []
        for line in text.rstrip("\n").split("\n"):
            needed = estimate(line) + 1
            if needed > self._tokens:
                break
            self._tokens -= needed
            kept.append(line)
        return "\n".join(kept)


def _digest(result: str) -> str:
    return hashlib.sha256(result.encode(errors="surrogatepass")).hexdigest()
