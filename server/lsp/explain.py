"""What a finding means, as a page of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.findings import Applicability, Finding, Fix, Source
from reread.analyzers.rules import pages

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
        reason = str(rule.metadata.get("fix-reason") or "") if rule is not None else ""
        shown = (f"- Fix: {_named(fix)}. {'' if fix.generated else reason}" for fix in fixes)
        parts.append("\n".join(line.rstrip(" .") + "." * line.endswith(".") for line in shown))
    parts += [
        f"Proposed, but it does not hold ({fix.reason}): {fix.title}" for fix in finding.fixes if fix not in fixes
    ]
    parts += [f"`{related.path}:{related.line + 1}`: {related.message}" for related in finding.related]
    references = pages.references(rule) if rule is not None else ()
    links = [link for link in dict.fromkeys([documentation, *references]) if link]
    parts += [f"More: {', '.join(f'<{link}>' for link in links)}"] if links else []
    return "\n\n".join(part for part in parts if part)


def _named(fix: Fix) -> str:
    others = f", edits {', '.join(f'`{file.relative}`' for file in fix.files)} too" if fix.files else ""
    return f"{fix.title} ({fix.applicability.value}{others})"


def finding_page(finding: Finding, rule: Rule | None) -> str:
    """The page that the command opens: the finding, and how to silence it."""
    body = page(finding, rule).removeprefix(f"**{finding.rule}** ")
    return f"# {finding.rule}\n\n{body}\n\n{pages.silence(finding.rule)}\n"
