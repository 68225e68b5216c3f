"""Explains a finding, as a Markdown page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reread.analyzers.findings import Applicability, Finding, Fix, Related, Source
from reread.analyzers.roles import Role
from reread.analyzers.rules import pages
from reread.analyzers.shown.markdown import code, inline, link, markdown, place
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.analyzers.rules.rule import Rule
    from reread.server.lsp.documents.folders import Folder

_ORIGINS = {
    Source.RULE: "a rule",
    Source.SUPPRESSION: "the check of ignore comments",
    Source.INDEX: "the index",
    Source.MODEL: "a language model",
    Source.EXTERNAL: "another tool",
}


def page(finding: Finding, rule: Rule | None, folder: Folder, role: Role = Role.CODE, *, linked: bool = True) -> str:
    """The finding in full: what it says, why, what can be done about it, and how to silence it. `role` is its file's;
    `linked` says that places in the folder are links.

    The message has code of the file in it whoever wrote the rule; the rest is ours where the rule is.
    """
    message = markdown(finding.message.strip())
    explanation = _explanation(finding, rule)
    described = "" if role is Role.CODE else f"; the file: {role.described}"
    origin = f"({finding.severity.value}, from {_ORIGINS[finding.source]}{described})"
    parts = [f"**{inline(finding.rule)}** {origin}", message]
    if explanation and explanation not in (message, finding.message.strip()):
        parts.append(explanation)
    fixes = [fix for fix in finding.fixes if fix.applicability is not Applicability.DISPLAY_ONLY]
    if fixes:
        reason = str(rule.metadata.get("fix-reason") or "") if rule is not None else ""
        shown = (f"- Fix: {_named(fix)}. {'' if fix.generated else inline(reason)}" for fix in fixes)
        parts.append("\n".join(line.rstrip(" .") + "." * line.endswith(".") for line in shown))
    parts += [
        f"Proposed, but failed verification ({inline(fix.reason)}): {inline(fix.title)}"
        for fix in finding.fixes
        if fix not in fixes
    ]
    parts += dict.fromkeys(_step(related, folder, linked) for related in finding.related)
    links = _links(finding, rule)
    parts += [f"More: {', '.join(links)}"] if links else []
    return "\n\n".join(part for part in parts if part)


def _step(related: Related, folder: Folder, linked: bool) -> str:
    """A related place with its path as people know it: relative to the folder."""
    inside = folder.path and folder.contains(related.path)
    path, line = folder.relative(related.path) if inside else os.path.basename(related.path), related.line + 1
    shown = place(path, line, uris.uri_of(related.path)) if inside and linked else code(f"{path}:{line}")
    return f"{shown}: {inline(related.message)}"


def _explanation(finding: Finding, rule: Rule | None) -> str:
    if rule is not None and finding.explanation in ("", rule.explanation):
        return pages.explanation(rule)
    return markdown(finding.explanation.strip())


def _links(finding: Finding, rule: Rule | None) -> list[str]:
    """What the rule refers to. Without a rule it is a check of ours that says where more is."""
    if rule is None:
        named = [finding.documentation] if finding.documentation else []
        return [code(url) if finding.source is Source.MODEL else link(url) for url in named]
    named = [url for url in (finding.documentation, *pages.references(rule)) if url]
    return [pages.reference(rule, url) for url in dict.fromkeys(named)]


def _named(fix: Fix) -> str:
    others = f", edits {', '.join(code(file.relative) for file in fix.files)} too" if fix.files else ""
    return f"{inline(fix.title)} ({fix.applicability.value}{others})"


def finding_page(finding: Finding, rule: Rule | None, folder: Folder, role: Role = Role.CODE) -> str:
    """The page that the command opens: the finding, and how to silence it."""
    body = page(finding, rule, folder, role).removeprefix(f"**{inline(finding.rule)}** ")
    return f"# {inline(finding.rule)}\n\n{body}\n\n{pages.silence(finding.rule)}\n"
