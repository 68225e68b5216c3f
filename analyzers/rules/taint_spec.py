"""One source, sink, sanitizer or propagator of a taint rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

DEFAULT_LABEL = "__SOURCE__"


class TaintSpec(NamedTuple):
    """One source, sink, sanitizer or propagator. Once its formula has a number, `formula` and `words` are empty.

    `effect` is `by-side-effect`: 0 for no, 1 for yes, 2 for only. `requires` is a condition on labels: `["label", a]`,
    `["not", r]`, `["and", [r, ...]]`, `["or", [r, ...]]`; `needs` pairs metavariables with such. `flag` is `control`,
    `at-exit` or `not-conflicting`. `route` are the metavariables from and to, `replaced` the labels that a propagator
    replaces (None: it adds). A sanitizer with `guard` is a condition: `route` is the metavariable that it sanitizes
    where it holds, or does not, which `flag` says. A source that is not `interfile` says nothing about other files.
    One of two guards that sanitize together has a `part`. A sanitizer that is `only_unresolved` says nothing of calls
    whose functions are interpreted, and one `as_a_whole` nothing of what is taken out of a value. A `summary` says by
    its `route` (from, to, kind) what a call does to values; one without a route gives nothing on.
    """

    kind: str
    formula: list[Any]
    words: Sequence[Any]
    exact: bool = False
    effect: int = 0
    label: str = ""
    requires: list[Any] | None = None
    needs: list[Any] = []
    flag: bool = False
    route: list[str] = []
    replaced: list[str] | None = None
    focused: bool = False
    interfile: bool = True
    only_unresolved: bool = False
    as_a_whole: bool = False
    part: int = 0


def labels_of(specs: Iterable[TaintSpec]) -> dict[str, int]:
    """A bit for each label that the specs name."""
    names: dict[str, int] = {}

    def visit(condition: list[Any] | None) -> None:
        if condition is None:
            return
        kind, argument = condition
        if kind == "label":
            names.setdefault(argument, len(names))
        else:
            for part in [argument] if kind == "not" else argument:
                visit(part)

    names[DEFAULT_LABEL] = 0
    for spec in specs:
        if spec.label:
            names.setdefault(spec.label, len(names))
        visit(spec.requires)
        for _, condition in spec.needs:
            visit(condition)
    return names


def is_origin(spec: TaintSpec) -> bool:
    """True for a source that brings taint where there was none: `requires` holds without any label."""
    return spec.kind == "source" and (spec.requires is None or _holds_of_nothing(spec.requires))


def _holds_of_nothing(condition: list[Any]) -> bool:
    kind, argument = condition
    if kind == "label":
        return False
    if kind == "not":
        return not _holds_of_nothing(argument)
    return (all if kind == "and" else any)(_holds_of_nothing(part) for part in argument)
