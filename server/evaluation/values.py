"""The values of an evaluation: cases with annotations, and the review of each case."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class DatasetError(Exception):
    """A data set cannot be read. The text is one line for the user, with the file."""


class AnnotatedLines(Struct, frozen=True):
    """Lines of a file after the change; they count from 1, and `last` belongs to them."""

    path: str
    first: int
    last: int


class Annotation(Struct, frozen=True):
    """A known defect: its class (`classes.yaml`), the places where a finding about it may be, and why it is one.

    A finding whose category is another class, or none, counts only if its message has a word of each part of `says`;
    without parts, one of no class counts. With neither class ("") nor parts, any finding at its place counts.
    """

    kind: str
    places: tuple[AnnotatedLines, ...]
    why: str = ""
    says: tuple[tuple[str, ...], ...] = ()


class Case(Struct, frozen=True):
    """A change with all of its defects; without annotations it is a clean one.

    `before` and `after` are the texts of all files of a small repository by path (with `/`): a file is in one of them
    where it is new or gone. `intent` is what the commit message says. `test` are further files, which nobody is shown:
    a test that passes before the change and, of a change with a defect, fails after it.
    """

    name: str
    language: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    annotations: tuple[Annotation, ...] = ()
    intent: str = ""
    test: Mapping[str, str] = {}

    @property
    def changed(self) -> list[str]:
        """The paths of the files that differ, sorted."""
        paths = self.before.keys() | self.after.keys()
        return sorted(path for path in paths if self.before.get(path) != self.after.get(path))

    @property
    def size(self) -> str:
        """The size of the change by the lines of the changed files: "small" (to 30), "medium" (to 100), "large"."""
        lines = sum(self.after.get(path, "").count("\n") for path in self.changed)
        return "small" if lines <= _SMALL else "medium" if lines <= _MEDIUM else "large"

    @property
    def spread(self) -> str:
        """The number of changed files, in words: "1 file", "2 files", "3 or more"."""
        return ("1 file", "2 files", "3 or more")[min(len(self.changed), 3) - 1]


_SMALL, _MEDIUM = 30, 100


class Reported(Struct, frozen=True):
    """A finding of a review: its place, its category in the model's words, and its confidence from 0 to 1.

    `rank` is its place among the findings of the review, the one most worth showing first, from 0. `describes` is the
    annotation that it is about by the word of a judge model, whatever its place and category.
    """

    place: AnnotatedLines
    category: str
    confidence: float
    message: str = ""
    rank: int = 0
    describes: Annotation | None = None


class Answer(Struct, frozen=True):
    """The review of a case. `problems` says why it is not complete; then it is not kept.

    `cost` is in US dollars, None without a known price; `seconds` is how long the review took.
    """

    findings: tuple[Reported, ...] = ()
    problems: tuple[str, ...] = ()
    tokens: int = 0
    cost: float | None = 0.0
    seconds: float = 0.0
    provider: str = ""
    model: str = ""


class Judged(Struct, frozen=True):
    """A case with the answers of all runs, in their order."""

    case: Case
    answers: tuple[Answer, ...]
