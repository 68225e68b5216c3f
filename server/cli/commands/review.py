"""Review changes: rules, then a language model that reads each change with the code around it.

Reviews uncommitted changes, unless --staged, --base or --whole select others; PATHS narrow them down. Lists what will
be sent before sending it (--plan lists it in full and sends nothing). Keys and passwords are removed, and nothing is
sent before you consent for the workspace. Without a provider or consent, or when the model does not answer, the exit
code is 3; --no-model uses rules only.
"""

from __future__ import annotations

import argparse
import sys

from reread.analyzers.review.providers import provider_names
from reread.analyzers.shown.terminal import printable_lines
from reread.server.cli import options, writing
from reread.server.cli.reporting import is_whole, written
from reread.server.cli.reviewing import intent, patching, planning, running
from reread.server.cli.reviewing.running import Options, ReviewedChange, ReviewTask
from reread.server.exits import CLEAN, FOUND, INCOMPLETE, WRONG

SUMMARY = "review changes with rules and a language model"
__all__ = ["Options"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATHS", help="only changes of these files and folders")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--staged", action="store_true", help="changes staged for the next commit")
    which.add_argument("--uncommitted", action="store_true", help="changes since the last commit (default)")
    which.add_argument("--base", nargs="?", const="", metavar="REF", help="changes since you branched off REF")
    which.add_argument("--whole", action="store_true", help="all files in PATHS, changed or not")
    options.add_lines(parser)
    asking = parser.add_argument_group("model")
    asking.add_argument(
        "--no-model", "--offline", action="store_true", help="use rules only; nothing leaves this machine"
    )
    asking.add_argument(
        "--plan", action="store_true", help="show what would be sent and the estimated cost; send nothing"
    )
    asking.add_argument("--yes", action="store_true", help="consent, for this run, to sending code to the model")
    asking.add_argument("--provider", choices=("auto", *provider_names()), help="provider to use")
    asking.add_argument("-m", "--model", metavar="NAME", help="model to use")
    asking.add_argument("--budget", type=float, metavar="USD", help="stop before this run costs more; 0 means no limit")
    asking.add_argument(
        "--thorough",
        action="store_true",
        help="review each change three times, let the model look up code, and merge the findings",
    )
    fixing = parser.add_mutually_exclusive_group()
    fixing.add_argument("--fix", action="store_true", help="apply and show the model's verified fixes")
    fixing.add_argument("--diff", action="store_true", help="print the fixes as a patch instead of the findings")
    asking.add_argument("--no-context", action="store_true", help="send no related code to the model")
    intent.add_arguments(parser.add_argument_group("intent", "why the change was made; shown to the model"))
    options.add_rules(parser)
    options.add_external(parser)
    options.add_configuration(parser)
    options.add_output(parser, "warning")


def run(arguments: Options) -> int:
    work = running.prepared(arguments)
    if work is None:
        return WRONG
    if arguments.plan:
        assignment = running.assignment(work, arguments, running.by_rules(work, arguments))
        code = planning.show(
            assignment, work.configuration.settings, arguments.request_options, arguments.output.format
        )
        return code if work.sound or code == WRONG else INCOMPLETE
    reviewed = running.reviewed(work, arguments)
    report = reviewed.report
    if arguments.diff:
        return _diff(work, reviewed, arguments)
    if arguments.base is not None:
        report = report._replace(conclusion=running.conclusion(work, reviewed))
    whole, folders = is_whole(arguments.chosen), work.change.selection.folders
    code = written(report, work.workspace, arguments.output, "review", whole=whole, folders=folders)
    for line in reviewed.messages if not arguments.output.quiet else ():
        writing.say(line)
    if arguments.fix:
        _fix(reviewed)
    return code if work.sound or code == WRONG else INCOMPLETE


def _diff(work: ReviewTask, reviewed: ReviewedChange, arguments: Options) -> int:
    """Prints the fixes as a patch. 1 when there is something, as after findings."""
    patch = patching.patch_of(reviewed.assignment, reviewed.report)
    pieces = patch.difference()
    # A patch goes to a file or another program as it is; a terminal must not obey the code in it.
    sys.stdout.writelines(map(printable_lines, pieces) if sys.stdout.isatty() else pieces)
    writing.unchecked(reviewed.report, arguments.output)
    for line in reviewed.messages if not arguments.output.quiet else ():
        writing.say(line)
    if patch.applied and not arguments.output.exit_zero:
        return FOUND
    return CLEAN if work.sound and not reviewed.report.incomplete else INCOMPLETE


def _fix(reviewed: ReviewedChange) -> None:
    patch = patching.patch_of(reviewed.assignment, reviewed.report)
    files = writing.plural(patching.write(reviewed.assignment, patch), "file")
    if patch.applied:
        fixed = writing.plural(patch.applied, "finding")
        writing.say(f"applied the model's fixes for {fixed} to {files}; nothing is staged")
