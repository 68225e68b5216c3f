"""What rules and the index find in the cases of an evaluation: answers without a model, and hints to ask one about."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from reread.rag.git.running import GitLocation, run
from reread.rag.workspace_index import WorkspaceIndex
from reread.server import checking
from reread.server.case_reviews import CaseHints, write_files
from reread.server.cli import baseline, scope
from reread.server.cli.additions import index_look
from reread.server.cli.commands.check import checked, job_of
from reread.server.cli.options import RuleOptions
from reread.server.cli.temporary_cache import temporary_cache
from reread.server.cli.workspace import Workspace, check_settings
from reread.server.evaluation.classes import class_of, class_of_rule
from reread.server.evaluation.matching import is_near
from reread.server.evaluation.values import AnnotatedLines, Answer, Case, Reported
from reread.server.report import rule_descriptions
from reread.server.report.report import FileReport
from reread.server.report.review import leads_of
from reread.server.settings import Settings

_ANY = "bug"
"""The category of a finding whose rule tells no class: it is judged by its place."""

_WHO = ("-c", "user.name=evaluation", "-c", "user.email=evaluation@localhost", "-c", "commit.gpgSign=false")


class RuleAnswer(NamedTuple):
    """What rules find in a case, and their hints."""

    answer: Answer
    hints: CaseHints


def rule_answers(
    cases: Sequence[Case], settings: Settings, *, index: bool, on_answer: Callable[[int, int], None]
) -> list[RuleAnswer]:
    """The new findings of each change by rules, and with `index` by the index; hints are no findings of an answer.

    Each case is a repository of its own in a temporary folder. `on_answer` gets how many are done and how many there
    are. Raises GitError, OSError.
    """
    answers = []
    with temporary_cache(), tempfile.TemporaryDirectory(prefix="reread-evaluation-") as scratch:
        job = job_of(RuleOptions(), Workspace(scratch, check_settings(settings)))
        tags = {each.id: each.tags for each in rule_descriptions.descriptions(checking.rules(job.rules.paths).rules)}
        for number, case in enumerate(cases, 1):
            folder = os.path.join(os.path.realpath(scratch), str(number))
            started = time.perf_counter()
            reports = _reports(case, folder, settings, index=index)
            found = tuple(each for report in reports for each in _reported(report, tags))
            hints = {each.relative: leads_of(located.finding for located in each.findings) for each in reports}
            answer = Answer(found, seconds=time.perf_counter() - started, model="rules")
            names = {hint.rule for of_file in hints.values() for hint in of_file}
            known = CaseHints(hints, {name: _class(name, tags) for name in names})
            answers.append(RuleAnswer(answer, known))
            on_answer(number, len(cases))
    return answers


def with_rules(answer: Answer, found: Answer) -> Answer:
    """The answer of a model with what rules found: what both found at a place, once."""
    known = [(each.place, class_of(each.category)) for each in found.findings]
    new = (
        each
        for each in answer.findings
        if not any(is_near(each.place, place) and class_of(each.category) in (kind, "") for place, kind in known)
    )
    return msgspec.structs.replace(answer, findings=(*found.findings, *new))


def _reports(case: Case, folder: str, settings: Settings, *, index: bool) -> list[FileReport]:
    os.makedirs(folder)
    place = GitLocation(folder)
    run(place, ["init", "--quiet"])
    write_files(folder, case.before)
    run(place, ["add", "--all", "--force"])
    run(place, [*_WHO, "commit", "--quiet", "--allow-empty", "--message", "before"])
    for path in case.before.keys() - case.after.keys():
        os.unlink(os.path.join(folder, *path.split("/")))
    write_files(folder, case.after)
    workspace = Workspace(folder, check_settings(settings))
    job = job_of(RuleOptions(), workspace)
    change = scope.uncommitted(workspace, ())
    reports = baseline.compare(job, change, checked(job, change.selection, quiet=True))
    if not index:
        return reports
    made = WorkspaceIndex(folder)
    try:
        made.run()
    finally:
        made.close()
    return index_look.added(job, workspace, change, reports, staged=False)


def _reported(report: FileReport, tags: Mapping[str, Sequence[str]]) -> Iterator[Reported]:
    for each in report.findings:
        if each.new and not each.is_hint:
            rule = each.finding.rule
            place = AnnotatedLines(report.relative, each.place.line + 1, each.place.end_line + 1)
            yield Reported(place, _class(rule, tags), each.finding.confidence, f"{rule}: {each.finding.message}")


def _class(rule: str, tags: Mapping[str, Sequence[str]]) -> str:
    return class_of_rule(rule, tags.get(rule, ())) or _ANY
