"""What a finding means, as a page of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.findings import Applicability, Finding, Source

if TYPE_CHECKING:
    from reread.analyzers.rules.rule import Rule

_ORIGINS = {
    Source.RULE: "a rule",
    Source.SUPPRESSION: "the check of ignore comments",
    Source.INDEX: "a look into the index",
    Source.MODEL: "a language model",
}


def page(finding: Finding, rule: Rule | None) -> str:
    """The finding in full: what it says, why, what can be done about it, and how to silence it."""
    explanation = finding.explanation or (rule.explanation if rule is not None else "")
    documentation = finding.documentation or (rule.documentation if rule is not None else "")
    parts = [f"**{finding.rule}** ({finding.severity.value}, from {_ORIGINS[finding.source]})", finding.message.strip()]
    if explanation.strip() and explanation.strip() != finding.message.strip():
        parts.append(explanation.strip())
    fixes = [fix for fix in finding.fixes if fix.applicability is not Applicability.DISPLAY_ONLY]
    if fixes:
        parts.append("\n".join(f"- Fix: {fix.title} ({fix.applicability.value})" for fix in fixes))
    parts += [f"`{related.path}:{related.line + 1}`: {related.message}" for related in finding.related]
    if documentation:
        parts.append(f"More: <{documentation}>")
    return "\n\n".join(part for part in parts if part)


def rule_page(rule: Rule) -> str:
    """What a rule looks for, without a finding of it."""
    parts = [f"# {rule.id}", rule.message.strip(), rule.explanation.strip()]
    parts.append(f"Severity: {rule.severity.value}. Languages: {', '.join(rule.languages)}.")
    weaknesses = _weaknesses(rule)
    if weaknesses:
        parts.append("See also: " + ", ".join(weaknesses) + ".")
    if rule.documentation:
        parts.append(f"More: <{rule.documentation}>")
    parts.append(silence(rule.id))
    return "\n\n".join(part for part in parts if part) + "\n"


def finding_page(finding: Finding, rule: Rule | None) -> str:
    """The page that the command opens: the finding, and how to silence it."""
    body = page(finding, rule).removeprefix(f"**{finding.rule}** ")
    return f"# {finding.rule}\n\n{body}\n\n{silence(finding.rule)}\n"


def silence(rule: str) -> str:
    return (
        f"To silence it on one line, end the line with a comment `reread: ignore[{rule}] -- why`. "
        f'To switch the rule off, put `rules.ignore = ["{rule}"]` into `reread.toml`.'
    )


def _weaknesses(rule: Rule) -> list[str]:
    values: list[str] = []
    for key in ("cwe", "owasp"):
        value = rule.metadata.get(key, ())
        values += [value] if isinstance(value, str) else [str(item) for item in value if isinstance(item, str)]
    return values
