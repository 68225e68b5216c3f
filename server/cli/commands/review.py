"""Review changes: rules, then a language model that reads each change with the code around it.

Reviewed is what is not committed yet, unless --staged, --base or --whole say otherwise; PATHS narrow it down. What goes
to the model is said before it is sent (--plan says it in full and sends nothing); keys and passwords are taken out of
it, and nothing is sent before you have agreed to it for the workspace. Without a provider or that consent, or when the
model does not answer, the run ends with exit code 3; --no-model reviews with rules alone.
"""

from __future__ import annotations

import argparse
from typing import NamedTuple

from reread.analyzers.review.providers import provider_names
from reread.analyzers.syntax import language_of
from reread.server import checking
from reread.server.checking import Job, Source
from reread.server.cli import baseline, model, options, planning, scope, sources, writing
from reread.server.cli.additions import external, index_look
from reread.server.cli.commands.check import checked, finish, is_whole, job_of, report_of, said_to_be_sound
from reread.server.cli.exits import WRONG
from reread.server.cli.model import Asking, Assignment
from reread.server.cli.options import ExternalOptions, OutputOptions, RuleOptions
from reread.server.cli.scope import Change
from reread.server.cli.workspace import Workspace, open_workspace
from reread.server.configuration import Configuration, load
from reread.server.output.report import Report
from reread.server.review.reviewing import availability
from reread.server.review.values import ReviewDocument
from reread.server.textfile import UnreadableFileError

SUMMARY = "review changes with rules and a language model"


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
    no_context: bool
    config: str | None
    chosen: RuleOptions
    external: ExternalOptions
    output: OutputOptions

    @property
    def asking(self) -> Asking:
        return Asking(once=self.yes, context=not self.no_context, quiet=self.output.quiet)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATHS", help="only changes of these files and folders")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--staged", action="store_true", help="what is staged for the next commit")
    which.add_argument("--uncommitted", action="store_true", help="what differs from the last commit (default)")
    which.add_argument(
        "--base", nargs="?", const="", metavar="REF", help="what differs from where you branched off REF"
    )
    which.add_argument("--whole", action="store_true", help="all of the files in PATHS, changed or not")
    options.add_lines(parser)
    asking = parser.add_argument_group("model")
    asking.add_argument("--no-model", "--offline", action="store_true", help="rules only: nothing leaves this machine")
    asking.add_argument("--plan", action="store_true", help="say what would be sent and what it takes; send nothing")
    asking.add_argument("--yes", action="store_true", help="agree, for this run, that code is sent to the model")
    asking.add_argument("--provider", choices=("auto", *provider_names()), help="whom to ask")
    asking.add_argument("-m", "--model", metavar="NAME", help="which model to ask")
    asking.add_argument("--budget", type=float, metavar="USD", help="stop before this run costs more; 0 is no limit")
    asking.add_argument("--no-context", action="store_true", help="do not look up other code for the model")
    options.add_rules(parser)
    options.add_external(parser)
    options.add_configuration(parser)
    options.add_output(parser, "warning")


def run(arguments: Options) -> int:
    workspace = open_workspace(arguments.paths, arguments.config)
    configuration = load(workspace.root, overrides=_overrides(arguments))
    for problem in configuration.problems:
        writing.say(str(problem))
    if configuration.broken:
        return WRONG
    job = job_of(arguments.chosen, workspace)._replace(fingerprints=True)
    sound = said_to_be_sound(job)
    change = _change(workspace, arguments)
    if arguments.plan:
        work = _assignment(job, change, workspace, whole=arguments.whole)
        code = planning.show(work, configuration.settings, arguments.asking, arguments.output.format)
        return code if sound else WRONG
    reports = checked(job, change.selection, arguments.output.quiet)
    if change.changes and not arguments.output.all_lines:
        reports = baseline.compare(job, change, reports)
    reports = index_look.added(job, workspace, change, reports, staged=arguments.staged)
    work = _assignment(job, change, workspace, whole=arguments.whole)
    if not work.documents and not arguments.output.quiet:
        writing.say(f"nothing to review: no {'code in the ' if change.selection.sources else ''}{change.label}")
    changed = change if change.changes else None
    reports, unasked = external.added(job, workspace, change.selection, reports, arguments.external, change=changed)
    report = report_of(job, [*reports, *change.selection.skipped], arguments.output)
    if unasked:
        report = report._replace(incomplete="; ".join(filter(None, (report.incomplete, unasked))))
    said: list[str] = []
    if work.documents and not arguments.no_model:
        report, said = _with_model(report, work, configuration, arguments.asking)
    compared, whole = bool(change.changes), is_whole(arguments.chosen)
    code = finish(report, workspace, arguments.output, compared=compared, kept="review", whole=whole)
    for line in said if not arguments.output.quiet else ():
        writing.say(line)
    return code if sound else WRONG


def _overrides(arguments: Options) -> dict[str, dict[str, object]]:
    named = {
        "provider": arguments.provider,
        "model": arguments.model,
        "cost-per-run": arguments.budget,
        "context-tokens": 0 if arguments.no_context else None,
    }
    return {"review": {key: value for key, value in named.items() if value is not None}}


def _change(workspace: Workspace, arguments: Options) -> Change:
    if arguments.whole:
        return Change("files", "", sources.from_paths(arguments.paths, workspace), {})
    if arguments.staged:
        return scope.staged(workspace, arguments.paths)
    if arguments.base is not None:
        return scope.since(arguments.base, workspace, arguments.paths)
    return scope.uncommitted(workspace, arguments.paths)


def _documents(job: Job, change: Change) -> list[ReviewDocument]:
    """The files that the model's review takes, each with its text before the change: code, and what a person names."""
    chosen = [source for source in change.selection.sources if source.below == "" or language_of(source.path)]
    before = change.base_data(chosen) if change.changes else {}
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


def _document(source: Source, text: str, base_text: str | None) -> ReviewDocument:
    language = language_of(source.path)
    return ReviewDocument(source.path, source.absolute, source.relative, language, text, base_text)


def _assignment(job: Job, change: Change, workspace: Workspace, *, whole: bool) -> Assignment:
    maximum = job.maximum_file_size
    gone = (_document(source, "", text) for source, text in scope.gone(change, workspace, maximum))
    documents = tuple(_documents(job, change))
    return Assignment(change.label, workspace.root, documents, tuple(gone), whole, maximum)


def _with_model(
    report: Report, work: Assignment, configuration: Configuration, asking: Asking
) -> tuple[Report, list[str]]:
    """The report with what the model found, or with the reason why it was not asked; and the last words on it."""
    state = availability(configuration.settings)
    if not state.available:
        reason = f"{state.message} (--no-model reviews with rules alone)"
        return report._replace(incomplete="; ".join(filter(None, (report.incomplete, reason)))), []
    outcome = model.review(work, configuration.settings, state, asking)
    files = {file.path: file for file in report.files}
    for document in work.documents:
        own = [finding for uri, finding in outcome.findings if uri == document.uri]
        files[document.uri] = model.merged(files[document.uri], document, own, work)
    reasons = [report.incomplete] if report.incomplete else []
    if not outcome.complete:
        reasons += outcome.problems or ["the model did not answer everything"]
    incomplete = "; ".join(reasons)
    report = report._replace(files=tuple(files[file.path] for file in report.files), incomplete=incomplete)
    return report, [*outcome.notes, model.verdict(outcome)] if outcome.units else list(outcome.notes)
