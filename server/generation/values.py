"""Requests for generated texts and their results: plain values that cross the worker's pipe."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from reread.analyzers.findings import Finding
from reread.server.report.review import Paragraph, ReviewDocument


class LogEntry(Struct, frozen=True):
    """A commit of the log: `author` is `name <address>`, and is not sent."""

    author: str
    subject: str
    body: str = ""


class MessageRequest(Struct, frozen=True, tag="message"):
    """A commit message for documents with their texts before (`base_text`) and after, in the style of the log.

    What is gone has the text "", `renamed` has former paths by the present ones. `author` is who commits, for trailers.
    """

    folder: str
    documents: tuple[ReviewDocument, ...]
    log: tuple[LogEntry, ...] = ()
    renamed: dict[str, str] = {}
    author: str = ""
    consent: bool = False


class SummaryRequest(Struct, frozen=True, tag="summary"):
    """A request for a summary of commits, the latest first; with `release` for users instead of reviewers."""

    folder: str
    documents: tuple[ReviewDocument, ...]
    log: tuple[LogEntry, ...] = ()
    renamed: dict[str, str] = {}
    consent: bool = False
    release: bool = False


class QuestionRequest(Struct, frozen=True, tag="question"):
    """A question about the code of a folder. `opened` are files that an editor has open, with their texts.

    `about` is a file with the `selection` that the question is about; None if it is about no place.
    """

    folder: str
    question: str
    consent: bool = False
    opened: tuple[ReviewDocument, ...] = ()
    about: ReviewDocument | None = None


class SuggestedTestRequest(Struct, frozen=True, tag="test"):
    """A test that shows a finding in a document."""

    folder: str
    document: ReviewDocument
    finding: Finding
    consent: bool = False


GenerationRequest = MessageRequest | SummaryRequest | QuestionRequest | SuggestedTestRequest


class GenerationParams(Struct, frozen=True):
    """The parameters of the worker's request `words`."""

    request: GenerationRequest


class CitedPlace(Struct, frozen=True):
    """A place that a text cites: `path` with `/`, below the folder; `line` counts from 1; `text` is that line."""

    path: str
    line: int
    text: str


class GeneratedText(Struct, frozen=True):
    """A model's text, or in `problem` one line that says why there is none; with both, the text is for display only.

    `text` is a commit message, the title of a summary, an answer, or the code of a test. `path` is the file that a
    test belongs into, `explanation` what it shows. `notes` are lines that change nothing. `tokens` are those paid for;
    `cost` is in US dollars, None when a price is not known.
    """

    text: str = ""
    problem: str = ""
    places: tuple[CitedPlace, ...] = ()
    concerns: tuple[Paragraph, ...] = ()
    risks: tuple[Paragraph, ...] = ()
    path: str = ""
    explanation: str = ""
    notes: tuple[str, ...] = ()
    tokens: int = 0
    cost: float | None = 0.0
    model: str = ""


OnText = Callable[[str], None]
"""Is given words of an answer as the model writes them."""
