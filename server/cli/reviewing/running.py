"""Reviews a change, for `reread review` to show and `reread pr post` to post."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from reread.analyzers.findings import Source as Origin
from reread.analyzers.review.change.intent import ChangeContext
from reread.analyzers.syntax import language_of
from reread.server import checking, git, trusted
from reread.server.checking import Job, SourceFile
from reread.server.cli import baseline, model, scope, sources, writing
from reread.server.cli.additions import external, index_look
from reread.server.cli.commands.check import checked, job_of, report_rule_problems
from reread.server.cli.model import Assignment, RequestOptions
from reread.server.cli.options import ExternalOptions, OutputOptions, RuleOptions
from reread.server.cli.reporting import marked, report_of, with_reason
from reread.server.cli.reviewing import intent
from reread.server.cli.reviewing.intent import IntentOptions
from reread.server.cli.scope import ScopedChange
from reread.server.cli.workspace import Workspace, open_workspace
from reread.server.configuration import Configuration, load
from reread.server.known import lead_verdicts
from reread.server.known.state import record_review
from reread.server.pull_requests import continuous_integration
from reread.server.report.conclusion import Conclusion
from reread.server.report.report import FileReport, Report
from reread.server.report.review import ChangeSummary, ReviewDocument, leads_of
from reread.server.review.reviewing import availability
from reread.server.textfile import UnreadableFileError

if TYPE_CHECKING:
    from reread.server.result_cache import ResultCache

_THOROUGH = 3
"""Looks at each change. More than three find little more (SWR-Bench, arXiv 2509.01494)."""


class Options(NamedTuple):
    """`base` is None without --base, "" for --base without a name; `provider`, `model` and `budget` override settings.

    `budget` is in US dollars.
    """

    paths: tuple[str, ...]
    staged: bool
    uncommitted: bool
    base: str | None
    whole: bool
    no_model: bool
    plan: bool
    yes: bool
    provider: str | None
    model: str | None
    budget: float | None
    thorough: bool
    no_context: bool
    config: str | None
    intent: IntentOptions
    chosen: RuleOptions
    external: ExternalOptions
    output: OutputOptions
    fix: bool = False
    diff: bool = False

    @property
    def request_options(self) -> RequestOptions:
        return RequestOptions(once=self.yes, context=not self.no_context, quiet=self.output.quiet)


class ReviewTask(NamedTuple):
    """The subject of a review. `sound` is False if a rule cannot run; `memory` is what the rules found before."""

    workspace: Workspace
    configuration: Configuration
    job: Job
    change: ScopedChange
    sound: bool
    memory: ResultCache | None = None


class ReviewedChange(NamedTuple):
    """`said` are the last words on it; `asked` are the sources that have said all that they had to say.

    `summary` are the model's words on the change.
    """

    report: Report
    assignment: Assignment
    messages: tuple[str, ...]
    complete_origins: frozenset[Origin]
    summary: ChangeSummary | None = None


def prepared(arguments: Options, *, committed: bool = False) -> ReviewTask | None:
    """The task that the options describe; with `committed` without files that have uncommitted changes.

    None, after saying why, where the settings are broken.
    """
    workspace = open_workspace(arguments.paths, arguments.config)
    configuration = load(workspace.root, overrides=_overrides(arguments))
    for problem in configuration.problems:
        writing.say(str(problem))
    if configuration.broken:
        return None
    job = job_of(arguments.chosen, workspace)._replace(fingerprints=True)
    memory = checking.memory_of(job, workspace.root)
    sound = report_rule_problems(job, memory)
    change = _change(workspace, arguments)
    if committed:
        change = _committed(change)
    return ReviewTask(workspace, configuration, job, change, sound, memory)


def reviewed(work: ReviewTask, arguments: Options) -> ReviewedChange:
    """The review by rules, index, other tools and the model."""
    job, change, workspace = work.job, work.change, work.workspace
    reports = by_rules(work, arguments)
    unlooked = index_look.why_none(job, workspace, change) if work.configuration.settings.index.enable else ""
    if unlooked and not arguments.output.quiet:
        writing.say(unlooked)
    made = assignment(work, arguments, reports)
    if not made.documents and not arguments.output.quiet:
        writing.say(f"nothing to review: no {'code in the ' if change.selection.sources else ''}{change.label}")
    changed = change if change.changes else None
    reports, unasked = external.added(job, workspace, change.selection, reports, arguments.external, change=changed)
    report = report_of(job, [*reports, *change.selection.skipped], arguments.output)
    asked = {Origin.RULE, Origin.SUPPRESSION, Origin.INDEX}
    if not unasked and not arguments.external.no_external:
        asked.add(Origin.EXTERNAL)
    if unasked:
        report = with_reason(report, unasked)
    said: list[str] = []
    summary = None
    if made.documents and not arguments.no_model:
        before = report.incomplete
        report, said, summary = _with_model(report, made, work.configuration, arguments.request_options)
        if report.incomplete == before:
            asked.add(Origin.MODEL)
    report = marked(report, workspace, arguments.output, compared=bool(change.changes))
    return ReviewedChange(report, made, tuple(said), frozenset(asked), summary)


def by_rules(work: ReviewTask, arguments: Options) -> list[FileReport]:
    """The findings of rules and index, with those marked that were there before the change."""
    job, change = work.job, work.change
    reports = checked(job, change.selection, arguments.output.quiet, work.memory)
    if change.changes and not arguments.output.all_lines:
        reports = baseline.compare(job, change, reports, work.memory)
    if work.memory is not None:
        work.memory.save(sound=work.sound)
    return index_look.added(job, work.workspace, change, reports, staged=arguments.staged)


def assignment(work: ReviewTask, arguments: Options, reports: Sequence[FileReport]) -> Assignment:
    """The assignment for the model; `reports` are the findings of rules and index."""
    known = intent.change_context(arguments.intent, work.change, work.workspace, reports)
    made = assignment_of(work.job, work.change, work.workspace, known, reports, whole=arguments.whole)
    return made._replace(summarise=arguments.base is not None and not arguments.diff and known is not None)


def assignment_of(
    job: Job,
    change: ScopedChange,
    workspace: Workspace,
    known: ChangeContext | None,
    reports: Sequence[FileReport],
    *,
    whole: bool = False,
) -> Assignment:
    """The files of a change, or whole files, with what is known of the change and the hints of rules."""
    maximum = job.maximum_file_size
    gone = (_document(source, "", text) for source, text in scope.gone(change, workspace, maximum))
    hints = {
        each.path: leads_of(located.finding for located in each.findings if not located.in_cell) for each in reports
    }
    documents = tuple(msgspec.structs.replace(each, leads=hints.get(each.uri, ())) for each in _documents(job, change))
    return Assignment(change.label, workspace.root, documents, tuple(gone), whole, maximum, known)


def conclusion(work: ReviewTask, reviewed: ReviewedChange) -> Conclusion | None:
    """The conclusion of a change; None if there is nothing to compare it with."""
    change = work.change
    if change.compared is None or not change.root:
        return None
    from reread.server.conclusion.conclusion import Subject, conclude
    from reread.server.conclusion.definitions import Version

    gone = reviewed.assignment.others
    versions = [
        Version(_below(change.root, each.path), each.base_text, each.text) for each in reviewed.assignment.documents
    ]
    versions += [Version(_below(change.root, each.path), each.base_text, None) for each in gone]
    changes = {file.path: file for file in change.changes.values()}
    subject = Subject(change.root, change.compared, changes, tuple(versions))
    concluded = conclude(subject, reviewed.report, work.configuration.settings.review.policy)
    return concluded._replace(summary=reviewed.summary)


def _below(root: str, path: str) -> str:
    """A path in a repository, with `/`."""
    return os.path.relpath(os.path.realpath(path), root).replace(os.sep, "/")


def _committed(change: ScopedChange) -> ScopedChange:
    """The change without the files that are not on disk as they were committed."""
    other = {file.path for file in git.uncommitted(change.root)}
    kept = [source for source in change.selection.sources if change.changes[source.path].path not in other]
    left = len(change.selection.sources) - len(kept)
    if left:
        writing.say(f"left out: {writing.plural(left, 'file')} with uncommitted changes")
    paths = {source.path for source in kept}
    changes = {path: file for path, file in change.changes.items() if path in paths}
    return change._replace(selection=change.selection._replace(sources=tuple(kept)), changes=changes, committed=True)


def _overrides(arguments: Options) -> dict[str, dict[str, object]]:
    named = {
        "provider": arguments.provider,
        "model": arguments.model,
        "cost-per-run": arguments.budget,
        "context-tokens": 0 if arguments.no_context else None,
        "looks": _THOROUGH if arguments.thorough else None,
        "evidence": "always" if arguments.thorough else None,
    }
    return {"review": {key: value for key, value in named.items() if value is not None}}


def _change(workspace: Workspace, arguments: Options) -> ScopedChange:
    if arguments.whole:
        return ScopedChange("files", "", sources.from_paths(arguments.paths, workspace), {})
    if arguments.staged:
        return scope.staged(workspace, arguments.paths)
    if arguments.base is not None:
        return scope.since(arguments.base, workspace, arguments.paths)
    return scope.uncommitted(workspace, arguments.paths)


def _documents(job: Job, change: ScopedChange) -> list[ReviewDocument]:
    """The files that the model's review takes, each with its text before the change: code, and what a person names."""
    chosen = [source for source in change.selection.sources if source.below == "" or language_of(source.path)]
    before = change.base_data(chosen) if change.changes else scope.at_head(chosen)
    documents = []
    for source in chosen:
        try:
            content = checking.read(source, job.maximum_file_size)
        except UnreadableFileError:
            continue
        base = before.get(source.path)
        base_text = None if base is None else scope.decoded(source, base, job.maximum_file_size)
        documents.append(_document(source, content.text, base_text))
    return documents


def _document(source: SourceFile, text: str, base_text: str | None) -> ReviewDocument:
    language = language_of(source.path)
    return ReviewDocument(source.path, source.absolute, source.relative, language, text, base_text)


def _with_model(
    report: Report, work: Assignment, configuration: Configuration, asking: RequestOptions
) -> tuple[Report, list[str], ChangeSummary | None]:
    """The report with what the model found, or with the reason why it was not asked; the last words on it; its summary
    of the change.
    """
    if trusted.is_replaced() or continuous_integration.is_untrusted(os.environ):
        reason = "the change comes from a fork, so no model is used (--no-model reviews with rules only)"
        return with_reason(report, reason), [], None
    state = availability(configuration.settings)
    if not state.available:
        reason = f"the model review did not run: {state.message.removeprefix('model review: ')}"
        reason += " (--no-model reviews with rules only)"
        return with_reason(report, reason), [], None
    outcome = model.review(work, configuration.settings, state, asking)
    if unkept := record_review(work.folder, outcome):
        writing.say(f"the review was not stored: {unkept}")
    lead_verdicts.record(work.request, outcome.leads)
    files = {file.path: file for file in report.files}
    for document in work.documents:
        own = [finding for uri, finding in outcome.findings if uri == document.uri]
        files[document.uri] = model.merged(files[document.uri], document, own, work)
    reasons = [report.incomplete] if report.incomplete else []
    if not outcome.complete:
        reasons += outcome.problems or ["the model did not answer all requests"]
    incomplete = "; ".join(reasons)
    report = report._replace(files=tuple(files[file.path] for file in report.files), incomplete=incomplete)
    said = [*outcome.notes, model.verdict(outcome)] if outcome.units else list(outcome.notes)
    return report, said, outcome.summary
