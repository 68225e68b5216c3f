"""Resources: the rules, the page of each rule, the findings of checked files, and a report of them."""

from __future__ import annotations

import json

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError

from reread.analyzers.shown.lines import line
from reread.analyzers.shown.markdown import markdown
from reread.server import checking, output
from reread.server.cli.workspace import rule_paths
from reread.server.exits import no_such
from reread.server.mcp.session import Session, item
from reread.server.report import rule_descriptions
from reread.server.report.report import Report, Style


def add(server: MCPServer, session: Session) -> None:
    """Give the resources to a server."""

    @server.resource("reread://rules", title="Rules in force", mime_type="application/json")
    def rules() -> str:
        """All rules with their severities and messages."""
        found = checking.rules(rule_paths(session.workspace), True).rules
        listed = [{"id": rule.id, "severity": rule.severity.value, "message": line(rule.message)} for rule in found]
        return json.dumps(listed)

    @server.resource("reread://rules/{language}/{name}", title="A rule", mime_type="text/markdown")
    def rule(language: str, name: str) -> str:
        """What a rule looks for, and why."""
        found = checking.rules(rule_paths(session.workspace), True).rules
        wanted = [each for each in found if each.id == f"{language}/{name}"]
        if not wanted:
            raise ResourceNotFoundError(no_such("rule", f"{language}/{name}"))
        (described,) = rule_descriptions.descriptions(wanted[:1])
        return described.help if described.ours else markdown(described.help or described.message)

    @server.resource("reread://findings", title="Findings", mime_type="application/json")
    def findings() -> str:
        """The findings of all files that were checked, as they were then."""
        redactor = session.redactor()
        found = [
            item(report, located, redactor).model_dump(mode="json")
            for report in session.reports.values()
            for located in report.findings
        ]
        return json.dumps(found)

    @server.resource("reread://report", title="Report", mime_type="text/markdown")
    def report() -> str:
        """The new findings of all files that were checked, for people."""
        files = tuple(sorted(session.reports.values(), key=lambda each: each.path))
        written = "".join(output.render("markdown", Report(files, baseline=True), Style()))
        return session.redactor().redact(written)
