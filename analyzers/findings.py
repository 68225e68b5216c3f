"""The result of an analysis: a `Finding` with its `Fix`es. `server/` turns it into LSP, JSON or SARIF."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Literal, NamedTuple

from reread.analyzers.text import Document, Span


class Severity(enum.Enum):
    """How much a finding matters. Compare with `rank`: the higher, the more severe."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    HINT = "hint"

    @property
    def rank(self) -> int:
        return _RANKS[self.value]


_RANKS = {"error": 3, "warning": 2, "info": 1, "hint": 0}


class Applicability(enum.Enum):
    """How far a fix can be trusted.

    SAFE keeps the meaning of correct code and may be applied unseen (fix-all, `--fix`). UNSAFE is likely right and a
    person should look. DISPLAY_ONLY is shown and never applied by a tool.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY_ONLY = "display-only"


class Source(enum.Enum):
    """The part of Reread that made the finding."""

    RULE = "rule"
    SUPPRESSION = "suppression"
    INDEX = "index"
    MODEL = "model"
    EXTERNAL = "external"


class Tag(enum.Enum):
    """How an editor may draw the code (LSP `DiagnosticTag`)."""

    UNNECESSARY = "unnecessary"
    DEPRECATED = "deprecated"


class Edit(NamedTuple):
    """Replace `span` (code points) by `text`, in the document `uri`; "" means the finding's own document."""

    span: Span
    text: str
    uri: str = ""


class Need(NamedTuple):
    """An import that the text of a fix needs: `statement` as a rule writes it, `name` for `path` in that text.

    `places` are the offsets in the text of the first edit where the name stands.
    """

    statement: str
    name: str
    path: str
    places: tuple[int, ...] = ()


class ImportChange(NamedTuple):
    """The import changes of a fix: the imports it `needs`, and the names that only the replaced code used (`leaves`).

    Of the edits of the fix the last `own` are not about imports.
    """

    needs: tuple[Need, ...] = ()
    leaves: tuple[str, ...] = ()
    own: int = 1


class OtherFile(NamedTuple):
    """A file besides the finding's own that a fix edits: its edits are of the text with this SHA-256 and of no other.

    `path` is absolute, `relative` that in the workspace folder, with `/`.
    """

    uri: str
    path: str
    relative: str
    sha256: str


class Fix(NamedTuple):
    """Edits that belong together: all of them are applied, or none. `generated` marks the work of a model: never safe,
    never preferred.

    With `imports`, the edits hold what that comes to in a file with this fix alone (see `imports.changes`). `files` are
    those that the edits name besides the finding's own. `reason` says why a fix is only displayed.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE
    generated: bool = False
    imports: ImportChange | None = None
    files: tuple[OtherFile, ...] = ()
    reason: str = ""


class Related(NamedTuple):
    """A place that explains the finding, possibly in another file. `line` from 0; `path` absolute.

    `flow` is for a step of a data flow: "before" or "after" the place of the finding, in the order of the steps.
    """

    path: str
    line: int
    message: str
    flow: Literal["", "before", "after"] = ""


class OwnConfidence(NamedTuple):
    """How sure a model ("openai/gpt-5-mini"), with which versions of the prompts, was of a finding: from 0 to 1, before
    any calibration.
    """

    confidence: float
    model: str
    prompts: tuple[str, ...]


class Finding(NamedTuple):
    """One remark about one place of one document.

    `rule` is the identifier that suppressions and settings name. `fingerprint` is stable over runs and over edits
    elsewhere in the file (see `with_fingerprints`). `confidence` is 0 to 1. `explanation` is Markdown. `metavariables`
    are the names of those of a rule that is not built in, with the code that they stand for. `own_confidence` is of a
    finding that one model alone made.
    """

    rule: str
    message: str
    span: Span
    severity: Severity
    source: Source = Source.RULE
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    tags: tuple[Tag, ...] = ()
    documentation: str = ""
    explanation: str = ""
    confidence: float = 1.0
    fingerprint: str = ""
    metavariables: tuple[tuple[str, str], ...] = ()
    own_confidence: OwnConfidence | None = None

    def moved(self, distance: int) -> Finding:
        """The same finding after `distance` code points came before it, its fixes moved as well."""
        fixes = tuple(
            fix._replace(edits=tuple(edit._replace(span=edit.span.moved(distance)) for edit in fix.edits))
            for fix in self.fixes
        )
        return self._replace(span=self.span.moved(distance), fixes=fixes)


def sort_key(finding: Finding) -> tuple[int, int, str, str]:
    """Findings are always shown in this order, so that the same input gives the same output."""
    return (finding.span.start, finding.span.end, finding.rule, finding.message)


def with_fingerprints(findings: Iterable[Finding], document: Document, path: str) -> list[Finding]:
    """The findings in order, each with its fingerprint: a hash of rule, path, the text it marks and its ordinal.

    `path` is relative to the workspace folder, with `/`. White space in the marked text does not count, and two
    findings of one rule over equal text are distinguished by their order, so that edits elsewhere change nothing.
    """
    import hashlib

    seen: dict[tuple[str, str], int] = {}
    result = []
    for finding in sorted(findings, key=sort_key):
        anchor = " ".join(document.text[finding.span.start : finding.span.end].split())
        ordinal = seen[finding.rule, anchor] = seen.get((finding.rule, anchor), -1) + 1
        key = "\0".join((finding.rule, path, anchor, str(ordinal)))
        result.append(finding._replace(fingerprint=hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()[:16]))
    return result
