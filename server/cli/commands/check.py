"""Check files with rules. Needs no network, no model and no index.

PATHS are files and folders (default: the current folder); "-" reads standard input. --staged checks the staged content,
not the files on disk. With --staged or --base, only findings that the change adds make the run fail. Findings in the
baseline never do.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reread.analyzers import identifiers
from reread.analyzers.findings import Applicability
from reread.analyzers.rules.profiles import level_of
from reread.server import checking
from reread.server.checking import Job, RuleChoice
from reread.server.cli import options, progress, rule_settings, sources, writing
from reread.server.cli import parser as command_line
from reread.server.cli.additions import external
from reread.server.cli.options import RuleOptions
from reread.server.cli.reporting import finish, is_whole, report_of, with_reason
from reread.server.cli.sources import Selection
from reread.server.cli.workspace import CheckSettings, Workspace, open_workspace, rule_paths
from reread.server.exits import FOUND, INCOMPLETE, WRONG, UsageError, no_such
from reread.server.report.report import FileReport

if TYPE_CHECKING:
    from reread.analyzers.rules.rule import Problem
    from reread.server.cli.sharding import Sharding
    from reread.server.report.report import Report
    from reread.server.result_cache import ResultCache

SUMMARY = "check files with rules: fast, offline"
Options = options.CheckingOptions
_WORTH_A_BAR = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATHS", help="files and folders, or - for standard input")
    parser.add_argument("--staged", action="store_true", help="check the changes staged for the next commit")
    parser.add_argument(
        "--hook",
        action="store_true",
        help="for pre-commit: check the staged files of PATHS, or all of PATHS if none is staged",
    )
    parser.add_argument(
        "--base",
        nargs="?",
        const="",
        metavar="REF",
        help="check the changes since you branched off REF; only findings that they add count",
    )
    options.add_lines(parser)
    parser.add_argument(
        "--across-files",
        action="store_true",
        help="track taint through imported files: finds more, takes up to twice as long",
    )
    parser.add_argument(
        "--shard",
        type=options.shard,
        metavar="I/N",
        help="check the I-th of N parts of the files; `reread merge` merges the JSON or SARIF reports of all parts",
    )
    parser.add_argument("--stdin-filename", metavar="NAME", help="file name of the text on standard input")
    fixing = parser.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="apply safe fixes; each is verified first")
    fixing.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: include fixes that may change behaviour"
    )
    fixing.add_argument("--diff", action="store_true", help="print the changes of --fix as a patch; change no files")
    parser.add_argument(
        "--gate",
        action="append",
        default=[],
        metavar="GATE",
        help="exit with 1 if this condition fails, for example 'health:core>=B'",
    )
    parser.add_argument("--no-cache", action="store_true", help="ignore cached results")
    options.add_rules(parser)
    options.add_external(parser)
    parser.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="PATH",
        help="run only the rules in this file or folder, as in Semgrep; may be repeated. A .toml file replaces your "
        "user settings file",
    )
    options.add_output(parser, "warning")


def run(arguments: Options) -> int:
    _refuse_what_does_not_fit(arguments)
    named = [path for path in arguments.paths if path != "-"]
    settings_file = next((path for path in reversed(arguments.config) if path.endswith(".toml")), None)
    only = tuple(path for path in arguments.config if not path.endswith(".toml"))
    workspace = open_workspace([*named, *filter(None, [arguments.stdin_filename])], settings_file)
    for problem in workspace.problems:
        writing.say(problem)
    job = job_of(arguments.chosen, workspace, only)
    # What is kept serves runs in other formats, too, which have the fingerprints in them.
    identified = arguments.output.format != "text" or arguments.output.loop is not None or not arguments.no_cache
    job = job._replace(fingerprints=identified, across=workspace.root if arguments.across_files else "")
    if arguments.output.verbose:
        say_models(job)
    memory = None if arguments.no_cache else checking.memory_of(job, workspace.root)
    problems = rule_problems(job, memory)
    is_staged = arguments.staged or (arguments.hook and arguments.base is None and _anything_staged(workspace))
    if is_staged or arguments.base is not None:
        code = _changed(job, workspace, arguments, memory, problems, staged=is_staged)
    else:
        code = _given(job, workspace, arguments, memory, problems)
    sound = all(problem.runs for problem in problems)
    if memory is not None:
        memory.save(sound=sound)
    if arguments.gate and code != WRONG:
        from reread.server.cli.additions import gates

        code = code if gates.hold(gates.conditions_of(arguments.gate), workspace) else FOUND
    return code if sound or code == WRONG else INCOMPLETE


def _refuse_what_does_not_fit(arguments: Options) -> None:
    if arguments.base is not None and (arguments.staged or "-" in arguments.paths):
        raise UsageError(
            "--base cannot be combined with --staged or standard input: it compares files on disk with a commit"
        )
    if "-" in arguments.paths and (len(arguments.paths) > 1 or arguments.staged or arguments.hook):
        raise UsageError("standard input (-) cannot be combined with other paths, --staged or --hook")
    if "-" in arguments.paths and not arguments.stdin_filename:
        raise UsageError("standard input (-) needs --stdin-filename to determine the language")
    if "-" not in arguments.paths and arguments.stdin_filename:
        raise UsageError("--stdin-filename requires standard input (-)")
    if "-" in arguments.paths and arguments.fix:
        raise UsageError("--fix cannot change standard input; use --diff to print the changes")
    if arguments.shard is not None:
        from reread.server.cli import sharding

        sharding.refuse_what_does_not_fit(arguments)
    if arguments.gate:
        from reread.server.cli.additions import gates

        gates.conditions_of(arguments.gate)
    if arguments.fix and arguments.diff:
        raise UsageError("--fix and --diff cannot be combined")
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise UsageError("--unsafe-fixes requires --fix or --diff")


def job_of(arguments: RuleOptions, workspace: Workspace, only: tuple[str, ...] = ()) -> Job:
    """How to check, from the settings and the options: each file alone, without fingerprints; with `only`, by nothing
    but the rules of these files and folders. Raises UsageError.
    """
    settings = workspace.settings
    for path in arguments.rules:
        if not os.path.exists(path):
            raise UsageError(f"--rules: {no_such('file or folder', path)}")
    for path in only:
        if not os.path.exists(path):
            raise UsageError(f"--config: {no_such('file or folder', path)} (rules are not downloaded)")
    severity = tuple(sorted(settings.severity.items()))
    paths = (*rule_paths(workspace), *arguments.rules, *only)
    profile = arguments.profile or settings.profile
    choice = RuleChoice(
        paths, severity=severity, enable=settings.enable, profile=profile, options=_thresholds(settings.options)
    )
    named = (settings.select, settings.ignore, settings.severity, settings.options, arguments.select, arguments.ignore)
    if any(named) or arguments.severity or only:
        choice = _narrowed(_selected(choice, settings, arguments), arguments, only)
    return Job(choice, settings.max_file_size)


def say_models(job: Job) -> None:
    """Says which library models are in force: their sanitizers can silence findings."""
    from reread.analyzers.rules.models.inventory import described

    for line in described(checking.models(job.rules.paths, job.rules.enable)):
        writing.say(line)


def report_rule_problems(job: Job, memory: ResultCache | None = None) -> bool:
    """Says what is wrong with rules; True when all of them run, which may be known without reading them."""
    problems = rule_problems(job, memory)
    say_problems(problems)
    return all(problem.runs for problem in problems)


def rule_problems(job: Job, memory: ResultCache | None) -> Sequence[Problem]:
    """What is wrong with rules and library models; nothing if it is known that all of them run."""
    return () if memory is not None and memory.is_sound else checking.rules(job.rules.paths, job.rules.enable).problems


def say_problems(problems: Sequence[Problem], report: Report | None = None, *, all_lines: bool = False) -> None:
    """Says what is wrong with rules, and that no finding of the report shows in the file itself."""
    if problems:
        from reread.server.cli.rules import problems as rules_problems

        for line in rules_problems.unshown(problems, report, all_lines=all_lines):
            writing.say(line)


def _thresholds(thresholds: Mapping[str, Mapping[str, int]]) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """The thresholds of rules as values that can be compared and kept as keys."""
    return tuple(sorted((rule, tuple(sorted(values.items()))) for rule, values in thresholds.items()))


def _selected(choice: RuleChoice, settings: CheckSettings, arguments: RuleOptions) -> RuleChoice:
    """The choice narrowed down; `--select` replaces the selection of the settings, `--ignore` adds to theirs."""
    loaded = checking.rules(choice.paths, choice.enable)
    known = rule_settings.known_rules(loaded)
    if choice.enable:
        for problem in rule_settings.problems(settings, loaded, selects=not arguments.select):
            if problem.fatal:
                raise UsageError(f"settings: {problem.key}: {problem.message}")
            writing.say(f"settings: {problem.message}")
    # A selection of nothing that exists selects nothing; an empty one would select everything.
    selected = identifiers.fitting(settings.select, known) | set(settings.select)
    thresholds = identifiers.thresholds_by_rule(settings.options, known)
    return choice._replace(
        select=_known(arguments.select, known, "--select") or selected,
        ignore=_known(arguments.ignore, known, "--ignore")
        | identifiers.fitting(settings.ignore, known)
        | frozenset(filter(identifiers.is_of_tool, settings.ignore)),
        severity=tuple(sorted(dict(identifiers.by_rule(settings.severity, known)).items())),
        options=_thresholds(thresholds),
    )


def _narrowed(choice: RuleChoice, arguments: RuleOptions, only: tuple[str, ...]) -> RuleChoice:
    """The choice without rules of other severities, and with nothing but those of the files and folders in `only`."""
    loaded = checking.rules(choice.paths, choice.enable).rules
    if arguments.severity:
        others = (rule.id for rule in loaded if level_of(rule).value not in arguments.severity)
        choice = choice._replace(ignore=choice.ignore.union(others))
    if only:
        places = tuple(os.path.abspath(path) for path in only)
        mine = frozenset(rule.id for rule in loaded if _is_below(rule.path, places))
        # An empty selection would be one of all rules.
        choice = choice._replace(select=(choice.select & mine if choice.select else mine) or frozenset({""}))
    return choice


def _is_below(path: str, places: tuple[str, ...]) -> bool:
    absolute = os.path.abspath(path)
    return any(absolute == place or absolute.startswith(os.path.join(place, "")) for place in places)


def _known(values: Sequence[str], known: list[str], option: str) -> frozenset[str]:
    """The rules that an option names. Raises UsageError for a name that fits none: it is a typing error."""
    named = command_line.words(values)
    of_tools = frozenset(word for word in named if option == "--ignore" and rule_settings.may_be_of_tool(word, known))
    for word in sorted(named - of_tools):
        if not identifiers.fitting([word], known):
            raise UsageError(f"{option}: {no_such('rule', word, identifiers.names_of(known))}")
    return identifiers.fitting(named, known) | of_tools


def _given(
    job: Job, workspace: Workspace, arguments: Options, memory: ResultCache | None, problems: Sequence[Problem]
) -> int:
    """Checks the paths that are named, or standard input."""
    if "-" in arguments.paths:
        selection = sources.from_standard_input(arguments.stdin_filename or "", workspace)
    else:
        selection = sources.from_paths(arguments.paths, workspace, named_by_person=not arguments.hook)
    shard = _shared_out(selection, workspace, arguments)
    selection = shard.selection if shard else selection
    reports = checked(job, selection, arguments.output.quiet, memory)
    if arguments.diff:
        say_problems(problems)
        return _diff(job, selection, reports, arguments)
    if arguments.fix:
        reports = _fixed(job, selection, reports, arguments)
    everything = not arguments.paths and not arguments.hook
    reports, unasked = external.added(job, workspace, selection, reports, arguments.external, everything=everything)
    report = with_reason(report_of(job, [*reports, *selection.skipped], arguments.output), unasked)
    report = shard.marked(report, problems, arguments) if shard else report
    say_problems(problems, report, all_lines=arguments.output.all_lines)
    # One file is checked by editors and while one works on it, and has to be fast.
    kept = "check" if (selection.folders or len(selection.sources) > 1) and not shard else ""
    whole = is_whole(arguments.chosen)
    return finish(report, workspace, arguments.output, kept=kept, whole=whole, folders=selection.folders)


def _fixed(job: Job, selection: Selection, reports: list[FileReport], arguments: Options) -> list[FileReport]:
    """The reports after fixing the files on disk."""
    from reread.server.cli import fixing

    return fixing.write_all(fixing.fixed_files(job, selection.sources, reports, _allowed(arguments)), reports)


def _anything_staged(workspace: Workspace) -> bool:
    """False when pre-commit runs over all files, or over a range of commits."""
    from reread.server import git

    return bool(git.staged(git.root_of(workspace.root)))


def _changed(
    job: Job,
    workspace: Workspace,
    arguments: Options,
    memory: ResultCache | None,
    problems: Sequence[Problem],
    *,
    staged: bool,
) -> int:
    """Checks the files of a change, each finding marked as new with it or not."""
    from reread.server.cli import baseline, scope
    from reread.server.cli.additions import index_look

    if staged:
        change = scope.staged(workspace, arguments.paths)
    else:
        change = scope.since(arguments.base or "", workspace, arguments.paths)
    whole, shard = change, _shared_out(change.selection, workspace, arguments)
    change = change._replace(selection=shard.selection) if shard else change
    known = shard.with_texts(job) if shard else job
    reports = checked(known, change.selection, arguments.output.quiet, memory)
    if arguments.diff:
        say_problems(problems)
        return _diff(job, change.selection, reports, arguments)
    if arguments.fix and not staged:
        reports = _fixed(job, change.selection, reports, arguments)
    if not arguments.output.all_lines:
        reports = baseline.compare(job, change, reports, memory)
    # Findings of the index come from the whole change, wherever they are.
    reports = index_look.added(job, workspace, whole, reports, staged=staged)
    reports = shard.own(reports) if shard else reports
    fixed = 0
    if arguments.fix and staged:
        from reread.server.cli import fixing

        reports = fixing.fix_on_disk(job, change, reports, _allowed(arguments))
        fixed = sum(report.fixed for report in reports)
    reports, unasked = external.added(job, workspace, change.selection, reports, arguments.external, change=change)
    report = with_reason(report_of(job, [*reports, *change.selection.skipped], arguments.output), unasked)
    report = shard.marked(report, problems, arguments) if shard else report
    say_problems(problems, report, all_lines=arguments.output.all_lines)
    kept, folders = "" if shard else "check", scope.deleted(change, workspace)
    all_rules = is_whole(arguments.chosen)
    code = finish(report, workspace, arguments.output, compared=True, kept=kept, whole=all_rules, folders=folders)
    if not fixed:
        return code
    writing.say("the fixes are not staged yet; review them and `git add` them")
    return FOUND


def _shared_out(selection: Selection, workspace: Workspace, arguments: Options) -> Sharding | None:
    """The part of the files that this run checks; None for all of them."""
    if arguments.shard is None:
        return None
    from reread.server.cli import sharding

    return sharding.shared_out(arguments.shard, selection, workspace, arguments)


def _diff(job: Job, selection: Selection, reports: list[FileReport], arguments: Options) -> int:
    from reread.server.cli import fixing

    return fixing.print_differences(job, selection.sources, reports, _allowed(arguments), arguments.output)


def _allowed(arguments: Options) -> frozenset[Applicability]:
    from reread.server.cli import fixing

    return fixing.SAFE_AND_UNSAFE if arguments.unsafe_fixes else fixing.SAFE


def checked(job: Job, selection: Selection, quiet: bool, memory: ResultCache | None = None) -> list[FileReport]:
    """The reports of the files, with a bar on a terminal while there are many."""
    total = len(selection.sources)
    with progress.Bar("Checking", quiet=quiet, least=_WORTH_A_BAR) as bar:
        return checking.check_all(job, selection.sources, lambda done: bar.at(done, total), memory)
