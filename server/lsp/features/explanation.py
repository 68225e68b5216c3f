"""Explains a finding or a rule, for an editor that shows the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reread.analyzers.findings import Applicability
from reread.analyzers.shown.lines import message, title
from reread.server.lsp.features import commands
from reread.server.lsp.transport import convert

if TYPE_CHECKING:
    from reread.analyzers.findings import Finding
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.parts.parts import Parts


async def explain(parts: Parts, params: Any) -> dict[str, Any]:
    """The `page` in Markdown, without HTML and only with Reread's own links, or the `problem` that there is none.

    Takes what our actions pass, `{uri, fingerprint}` or `{uri, range}` or `{rule}`. Of a finding there are also the
    `rule`, the `message`, the `uri` and `range` as they are now, the `fingerprint`, and the `fixes` (`title`, and as
    `fix` the number that `reread.previewFix` takes).
    """
    opened = commands.document_of(parts, str(params.get("uri") or ""))
    if opened is not None:
        await parts.schedule.settled(opened)
    found = commands.resolve_reference(parts, params)
    if found.page is None:
        return {"problem": commands.no_page(params)}
    if found.finding is None or found.opened is None:
        return {"page": found.page}
    return {"page": found.page, **_about(parts, found.opened, found.finding)}


def _about(parts: Parts, opened: OpenDocument, finding: Finding) -> dict[str, Any]:
    place = convert.range_of(opened.document, finding.span, parts.session.client.encoding)
    start, end = place.start, place.end
    return {
        "rule": finding.rule,
        "message": message(finding.message),
        "uri": opened.document.uri,
        "range": {
            "start": {"line": start.line, "character": start.character},
            "end": {"line": end.line, "character": end.character},
        },
        "fingerprint": finding.fingerprint,
        "fixes": [
            {"title": title(fix.title), "fix": number}
            for number, fix in enumerate(finding.fixes)
            if fix.applicability is not Applicability.DISPLAY_ONLY
        ],
    }


QUESTIONS = {"reread/explain": explain}
