"""The kinds of findings from the index as rules: listed, explained, selected and suppressed like all others."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.prefilter.requirement import ALWAYS
from reread.analyzers.rules.profiles import BUILTIN, is_chosen
from reread.analyzers.rules.rule import NO_CODE, Details, LazyDetails, Rule

if TYPE_CHECKING:
    from reread.analyzers.rules.check_options import CheckOptions
    from reread.rag.findings.kind import Kind


@cache
def ids() -> tuple[str, ...]:
    """The ids of all kinds. Known by the names of their files, so that nothing is imported for it."""
    import reread.rag

    folder = os.path.join(os.path.dirname(reread.rag.__file__), "findings", "kinds")
    names = (name[:-3] for name in os.listdir(folder) if name.endswith(".py") and name[0] != "_")
    return tuple(sorted(f"index/{name.replace('_', '-')}" for name in names))


@cache
def rules() -> tuple[Rule, ...]:
    """All kinds, as rules that match no text by themselves."""
    from reread.rag.findings.registry import kinds

    return tuple(map(_rule, kinds()))


def chosen(options: CheckOptions, *, whole_change: bool) -> tuple[str, ...]:
    """The ids of those that the settings want; those about a whole change only where there is one."""
    from reread.rag.findings.registry import kinds

    by_id = {rule.id: rule for rule in rules()}
    return tuple(
        kind.id for kind in kinds() if whole_change or not kind.whole_change if _is_on(by_id[kind.id], options)
    )


def _is_on(rule: Rule, options: CheckOptions) -> bool:
    if rule.id in options.ignore:
        return False
    return rule.id in options.select if options.select else is_chosen(rule, options.profile)


def _rule(kind: Kind) -> Rule:
    metadata = {"category": kind.category, "confidence": kind.confidence, "explanation": kind.explanation}
    details = Details(
        message=kind.message,
        formula=NO_CODE,
        metadata={**metadata, "options": dict(kind.options)} if kind.options else metadata,
        explanation=kind.explanation,
    )
    return Rule(
        id=kind.id,
        severity=Severity(kind.severity),
        languages=kind.languages,
        words=ALWAYS,
        details=LazyDetails(details),
        path=f"{BUILTIN}{kind.id}",
        confidence=kind.confidence,
        category=kind.category,
        group="index",
    )
