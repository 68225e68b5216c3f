"""Rules as the formats describe them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reread.analyzers.rules.profiles import is_ours
from reread.analyzers.rules.rule import Rule
from reread.server.report.report import RuleDescription


def descriptions(rules: Iterable[Rule]) -> tuple[RuleDescription, ...]:
    """The rules as the formats describe them."""
    return tuple(map(_description, rules))


def _description(rule: Rule) -> RuleDescription:
    from reread.analyzers.rules.reporting.excerpt import in_general

    ours = is_ours(rule)
    tags = _tags(rule.metadata)
    return RuleDescription(
        rule.id,
        in_general(rule),
        rule.severity,
        rule.explanation,
        rule.documentation if ours else "",
        tags,
        ours,
        rule.category,
        rule.confidence.lower(),
        {} if ours else rule.metadata,
    )


def _tags(metadata: Mapping[str, object]) -> tuple[str, ...]:
    """The category of a rule and its entries in the common catalogues of weaknesses; CWE also as code scanning wants
    it, `external/cwe/cwe-089`.
    """
    tags: list[str] = []
    for key in ("category", "cwe", "owasp"):
        value = metadata.get(key, ())
        tags += [value] if isinstance(value, str) else [str(item) for item in value] if isinstance(value, list) else []
    numbers = [tag.removeprefix("CWE-") for tag in tags if tag.startswith("CWE-")]
    return (*tags, *(f"external/cwe/cwe-{number.zfill(3)}" for number in numbers if number.isdecimal()))
