"""The conclusion of a review, as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from reread.server.report.review import ChangeSummary

Verdict = Literal["approve", "comment", "request changes"]
Kind = Literal["added", "changed", "removed"]


class Concern(NamedTuple):
    """A concern of files. `label` is for the pull request, `risk` what a reviewer should ask, both "" for none."""

    name: str
    label: str = ""
    risk: str = ""


class ChangedDefinition(NamedTuple):
    """`name` is qualified ("Class.method"); `others` are files that the change does not touch and that name it."""

    path: str
    name: str
    kind: Kind
    others: tuple[str, ...] = ()


class Judged(NamedTuple):
    """A verdict and why; without a reason there is nothing against the change."""

    verdict: Verdict
    reasons: tuple[str, ...]


class Reviewer(NamedTuple):
    """`account` is what a host knows the person by, "" where that is not known."""

    name: str
    account: str
    reason: str


class Conclusion(NamedTuple):
    """`concerns` are the files by what they are about; `risks` are lines; `summary` is a model's, if one was asked."""

    concerns: Mapping[Concern, tuple[str, ...]]
    definitions: tuple[ChangedDefinition, ...]
    risks: tuple[str, ...]
    verdict: Judged
    labels: tuple[str, ...]
    reviewers: tuple[Reviewer, ...]
    summary: ChangeSummary | None = None
