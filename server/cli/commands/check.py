"""Check files with rules. Needs no network, no model and no index.

PATHS are files and folders (default: the current folder); "-" is standard input. With --staged the staged content is
checked, not the files on disk, and only what the change brought makes the run fail.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reread.analyzers import identifiers
from reread.analyzers.findings import Applicability
from reread.analyzers.rules.rule import Rule
from reread.analyzers.suppressions import COMMENT_RULES
from reread.server import checking, index_rules
from reread.server.checking import Job, RuleChoice
from reread.server.cli import options, progress, sources, writing
from reread.server.cli import parser as command_line
from reread.server.cli.exits import CLEAN, FOUND, WRONG, UsageError
from reread.server.cli.sources import Selection
from reread.server.cli.workspace import CheckSettings, Workspace, open_workspace, rule_paths
from reread.server.output.report import FileReport, Report

if TYPE_CHECKING:
    from reread.server.result_cache import Remembered

SUMMARY = "check files with rules: fast, offline"
_WORTH_A_BAR = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATHS", help="files and folders, or - for standard input")
    parser.add_argument("--staged", action="store_true", help="check what is staged for the next commit")
    parser.add_argument(
        "--hook", action="store_true", help="for pre-commit: what is staged of PATHS, or all of them when nothing is"
    )
    options.add_lines(parser)
    parser.add_argument(
        "--across-files",
        action="store_true",
        help="follow values into the files that a file imports: finds more, and takes up to twice as long",
    )
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name of the file whose text is on standard input")
    fixing = parser.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="apply safe fixes, each verified before")
    fixing.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: those that may change meaning too"
    )
    fixing.add_argument("--diff", action="store_true", help="print what --fix would change, and change nothing")
    parser.add_argument("--no-cache", action="store_true", help="look at all files, also at those known from before")
    options.add_rules(parser)
    options.add_configuration(parser)
    options.add_output(parser, "warning")


def run(arguments: argparse.Namespace) -> int:
    _refuse_what_does_not_fit(arguments)
    named = [path for path in arguments.paths if path != "-"]
    workspace = open_workspace([*named, *filter(None, [arguments.stdin_filename])], arguments.config)
    for problem in workspace.problems:
        writing.say(problem)
    job = job_of(arguments, workspace)
    # What other files say is not part of what is remembered of one.
    memory = None if arguments.no_cache or job.across else checking.memory_of(job, workspace.root)
    sound = said_to_be_sound(job, memory)
    is_staged = arguments.staged or (arguments.hook and _anything_staged(workspace))
    code = (_staged if is_staged else _given)(job, workspace, arguments, memory)
    if memory is not None:
        memory.save(sound=sound)
    return code if sound else WRONG


def _refuse_what_does_not_fit(arguments: argparse.Namespace) -> None:
    if "-" in arguments.paths and (len(arguments.paths) > 1 or arguments.staged or arguments.hook):
        raise UsageError("standard input (-) goes with no other path and not with --staged or --hook")
    if "-" in arguments.paths and not arguments.stdin_filename:
        raise UsageError("standard input (-) needs --stdin-filename, which tells the language")
    if "-" not in arguments.paths and arguments.stdin_filename:
        raise UsageError("--stdin-filename goes with the path - only")
    if "-" in arguments.paths and arguments.fix:
        raise UsageError("--fix has no file to write to; --diff prints what it would change")
    if arguments.fix and arguments.diff:
        raise UsageError("--fix changes files and --diff changes nothing: name one of them")
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")


def job_of(arguments: argparse.Namespace, workspace: Workspace) -> Job:
    """How to check, from the settings and the options. Raises UsageError."""
    settings = workspace.settings
    for path in arguments.rules or ():
        if not os.path.exists(path):
            raise UsageError(f"--rules {path}: there is no such file or folder")
    severity = tuple(sorted(settings.severity.items()))
    paths = (*rule_paths(workspace), *(arguments.rules or ()))
    profile = arguments.profile or settings.profile
    choice = RuleChoice(
        paths, severity=severity, enable=settings.enable, profile=profile, options=_thresholds(settings.options)
    )
    named = (settings.select, settings.ignore, settings.severity, settings.options, arguments.select, arguments.ignore)
    if any(named):
        choice = _selected(choice, settings, arguments)
    across = workspace.root if getattr(arguments, "across_files", False) else ""
    return Job(choice, settings.max_file_size, fingerprints=arguments.format != "text", across=across)


def said_to_be_sound(job: Job, memory: Remembered | None = None) -> bool:
    """Says what is wrong with rules; True when nothing is, which may be known without reading them."""
    if memory is not None and memory.is_sound:
        return True
    problems = checking.rules(job.rules.paths, job.rules.enable).problems
    for problem in problems:
        writing.say(str(problem))
    return not problems


def _thresholds(thresholds: Mapping[str, Mapping[str, int]]) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """The thresholds of rules as values that can be compared and kept as keys."""
    return tuple(sorted((rule, tuple(sorted(values.items()))) for rule, values in thresholds.items()))


def _selected(choice: RuleChoice, settings: CheckSettings, arguments: argparse.Namespace) -> RuleChoice:
    """The choice narrowed down; `--select` replaces the selection of the settings, `--ignore` adds to theirs."""
    loaded = checking.rules(choice.paths, choice.enable).rules
    known = [*COMMENT_RULES, *(rule.id for rule in loaded), *index_rules.ids()]
    for name in (*settings.select, *settings.ignore, *settings.severity, *settings.options):
        if choice.enable and not identifiers.fitting([name], known):
            writing.say(f"settings: there is no rule {name!r}{_proposal(name, known)}")
        elif choice.enable:
            _say_new_name("settings:", name, known)
    # A selection of nothing that exists selects nothing; an empty one would select everything.
    selected = identifiers.fitting(settings.select, known) | set(settings.select)
    thresholds = identifiers.thresholds_by_rule(settings.options, known)
    return choice._replace(
        select=_known(arguments.select, known, "--select") or selected,
        ignore=_known(arguments.ignore, known, "--ignore") | identifiers.fitting(settings.ignore, known),
        severity=tuple(sorted(dict(identifiers.by_rule(settings.severity, known)).items())),
        options=_thresholds(thresholds),
    )


def _known(values: list[str] | None, known: list[str], option: str) -> frozenset[str]:
    """The rules that an option names. Raises UsageError for a name that fits none: it is a typing error."""
    for word in sorted(command_line.words(values)):
        if not identifiers.fitting([word], known):
            raise UsageError(f"{option} {word}: there is no such rule{_proposal(word, known)}")
        _say_new_name(f"{option}:", word, known)
    return identifiers.fitting(command_line.words(values), known)


def _say_new_name(where: str, name: str, known: list[str]) -> None:
    """One line about a name that rules had in an earlier release."""
    hint = identifiers.hint(name, known)
    if hint:
        writing.say(f"{where} {hint}")


def _proposal(name: str, known: list[str]) -> str:
    return command_line.proposal(name, identifiers.names_of(known))


def _given(job: Job, workspace: Workspace, arguments: argparse.Namespace, memory: Remembered | None) -> int:
    """Checks the paths that are named, or standard input."""
    if "-" in arguments.paths:
        selection = sources.from_standard_input(arguments.stdin_filename, workspace)
    else:
        selection = sources.from_paths(arguments.paths, workspace, named_by_person=not arguments.hook)
    reports = checked(job, selection, arguments.quiet, memory)
    if arguments.diff:
        return _diff(job, selection, reports, arguments)
    if arguments.fix:
        from reread.server.cli import fixing

        fixed = fixing.fixed_files(job, selection.sources, reports, _allowed(arguments))
        reports = fixing.write_all(fixed, reports)
    return writing.finish(report_of(job, [*reports, *selection.skipped], arguments, baseline=False), arguments)


def _anything_staged(workspace: Workspace) -> bool:
    """False when pre-commit runs over all files, or over a range of commits."""
    from reread.server import git

    return bool(git.staged(git.root_of(workspace.root)))


def _staged(job: Job, workspace: Workspace, arguments: argparse.Namespace, memory: Remembered | None) -> int:
    """Checks the staged files, each finding marked as brought by the change or not."""
    from reread.server.cli import baseline, index_look, scope

    change = scope.staged(workspace, arguments.paths)
    reports = checked(job, change.selection, arguments.quiet, memory)
    if arguments.diff:
        return _diff(job, change.selection, reports, arguments)
    if not arguments.all_lines:
        reports = baseline.compare(job, change, reports)
    reports = index_look.added(job, workspace, change, reports, staged=True)
    fixed = 0
    if arguments.fix:
        from reread.server.cli import fixing

        reports = fixing.fix_on_disk(job, change, reports, _allowed(arguments))
        fixed = sum(report.fixed for report in reports)
    files = [*reports, *change.selection.skipped]
    code = writing.finish(report_of(job, files, arguments, baseline=not arguments.all_lines), arguments)
    if not fixed:
        return code
    writing.say("the fixes are on disk and not staged yet; look at them and `git add` them")
    return FOUND


def _diff(job: Job, selection: Selection, reports: list[FileReport], arguments: argparse.Namespace) -> int:
    """Prints what fixes would change. 1 when there is something, as after findings."""
    import sys

    from reread.analyzers.shown.terminal import printable_lines
    from reread.server.cli import fixing

    count = files = 0
    for file in fixing.fixed_files(job, selection.sources, reports, _allowed(arguments)):
        pieces = fixing.difference(file)
        # A patch goes to a file or another program as it is; a terminal must not obey the code in it.
        sys.stdout.writelines(map(printable_lines, pieces) if sys.stdout.isatty() else pieces)
        count, files = count + file.applied, files + 1
    if not arguments.quiet:
        sys.stderr.write(f"{writing.plural(count, 'finding')} in {writing.plural(files, 'file')} can be fixed\n")
    return FOUND if count and not arguments.exit_zero else CLEAN


def _allowed(arguments: argparse.Namespace) -> frozenset[Applicability]:
    from reread.server.cli import fixing

    return fixing.SAFE_AND_UNSAFE if arguments.unsafe_fixes else fixing.SAFE


def report_of(job: Job, files: list[FileReport], arguments: argparse.Namespace, *, baseline: bool) -> Report:
    """The report of the files, as the options want it."""
    rules: tuple[Rule, ...] = ()
    if arguments.format == "sarif":
        from reread.server.other_rules import with_others

        rules = with_others(checking.rules(job.rules.paths, job.rules.enable).rules)
    broken = sum(file.broken for file in files)
    return Report(
        files=tuple(sorted(files, key=lambda file: file.path)),
        fail_on=writing.level(arguments.fail_on),
        rules=checking.descriptions(rules),
        incomplete=f"{writing.plural(broken, 'file')} could not be checked" if broken else "",
        baseline=baseline,
    )


def checked(job: Job, selection: Selection, quiet: bool, memory: Remembered | None = None) -> list[FileReport]:
    """The reports of the files, with a bar on a terminal while there are many."""
    total = len(selection.sources)
    with progress.Bar("Checking", quiet=quiet, least=_WORTH_A_BAR) as bar:
        return checking.check_all(job, selection.sources, lambda done: bar.at(done, total), memory)
