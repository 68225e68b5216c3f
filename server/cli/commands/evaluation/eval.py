"""Measure the quality of the model review on DATASET, a set of changes with known defects: a folder, or `golden`.

Reports precision, recall and F1 (by defect class, language, size and number of files), findings on clean changes,
calibration, repeatability, tokens, cost and time. Answers are cached: an interrupted run continues where it stopped,
and a repeated run sends nothing. --compare and --against compare two settings or versions on the same cases, with
confidence intervals. docs/evaluation.md describes how to write data sets.

With `retrieval`, it measures instead how well the index finds code in the REPOSITORY folders (default: this one): what
a function uses and who calls it, functions by their doc comments, the rest of a commit. That needs no model.

With `make`, it makes a data set of the REPOSITORY folders: bug fixes of their histories taken back, and small mistakes
put into their code, where a test notices. This runs the tests of the repository, with the command that --test gives, in
a temporary copy. Nothing leaves this machine; what is interrupted is continued by the same command.
"""

from __future__ import annotations

import argparse

from reread.analyzers.review.providers import provider_names
from reread.server.cli import options
from reread.server.exits import INCOMPLETE, UsageError

Options = options.EvalOptions
_RETRIEVAL, _MAKE = "retrieval", "make"
_LAYERS = (
    ("--rules-only", "rules", "measure the rules alone; asks no model"),
    ("--with-index", "index", "measure rules and findings from the index; asks no model"),
    ("--with-model", "all", "measure rules, index and model together, with hints as questions to the model"),
)
SUMMARY = "measure the model review on changes with known defects"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "dataset",
        metavar="DATASET",
        help="a folder of cases; golden: the 240 cases that come with Reread; or retrieval, or make (folders of these "
        "names are ./golden, ./retrieval and ./make)",
    )
    parser.add_argument(
        "repositories",
        nargs="*",
        metavar="REPOSITORY",
        help="with retrieval: a source tree; with make: a git repository",
    )
    _add_model(parser.add_argument_group("model"))
    _add_measurement(parser.add_argument_group("measurement"))
    _add_making(parser.add_argument_group("making"))
    writing = parser.add_argument_group("output")
    writing.add_argument(
        "--format", choices=("text", "json", "html", "md"), default="text", help="output format (default: text)"
    )
    writing.add_argument(
        "-o",
        "--output-file",
        metavar="FILE",
        help="write to FILE instead of standard output; with make: the folder of cases",
    )
    writing.add_argument("-q", "--quiet", action="store_true", help="print only the results")
    options.add_configuration(parser)


def _add_model(asking: argparse._ArgumentGroup) -> None:
    asking.add_argument("--provider", choices=("auto", *provider_names()), help="provider to use")
    asking.add_argument("-m", "--model", metavar="NAME", help="model to use")
    asking.add_argument("--yes", action="store_true", help="consent, for this run, to sending the cases to the model")
    asking.add_argument(
        "--budget",
        type=float,
        default=0.0,
        metavar="USD",
        help="start no review after spending this much; 0 means no limit",
    )
    asking.add_argument(
        "--parallel", type=options.positive, metavar="N", help="review N cases at once (default: review.concurrency)"
    )
    asking.add_argument("--plan", action="store_true", help="show the number of reviews and their cost; send nothing")


def _add_measurement(what: argparse._ArgumentGroup) -> None:
    what.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="a setting, such as review.looks=3; may be repeated",
    )
    what.add_argument(
        "--compare",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="measure again with this setting added, and compare; may be repeated",
    )
    what.add_argument("--against", metavar="FILE", help="compare with results written by --format json")
    what.add_argument(
        "--runs", type=options.positive, default=1, metavar="N", help="review each case N times (default: 1)"
    )
    what.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="PATTERN",
        help="only cases whose names match ('go/*'); may be repeated",
    )
    layers = what.add_mutually_exclusive_group()
    for option, layer, meaning in _LAYERS:
        layers.add_argument(option, dest="layers", action="store_const", const=layer, help=meaning)
    what.set_defaults(layers="model")
    what.add_argument(
        "--judge",
        action="store_true",
        help="let the model decide about findings that match no defect by class and words; its agreement with a "
        "labelled sample is reported",
    )
    what.add_argument("--judge-model", metavar="NAME", help="with --judge: the model that decides")
    what.add_argument(
        "--calibrate", action="store_true", help="store the measured calibration of this model's confidence"
    )
    what.add_argument(
        "--most",
        type=options.positive,
        metavar="N",
        help="with retrieval: queries of a task and repository (default: 300); with make: fixes, and mutants, of a "
        "repository (default: 50)",
    )


def _add_making(how: argparse._ArgumentGroup) -> None:
    how.add_argument(
        "--test", metavar="COMMAND", help="the command that runs the tests, as 'pytest -q'; without a shell"
    )
    how.add_argument(
        "--timeout",
        type=options.positive,
        default=60,
        metavar="SECONDS",
        help="stop tests that take longer; they tell nothing (default: 60)",
    )


def run(arguments: Options) -> int:
    if arguments.dataset == _RETRIEVAL:
        from reread.server.cli.reviewing import retrieval_measuring

        return retrieval_measuring.measured(arguments)
    if arguments.dataset == _MAKE:
        from reread.server.cli.reviewing import case_making

        return case_making.made(arguments)
    if arguments.repositories:
        raise UsageError(
            f"unexpected argument: {arguments.repositories[0]} (only retrieval and make take several folders)"
        )
    from reread.server.cli.reviewing import measuring

    work = measuring.prepared(arguments)
    if arguments.plan:
        return measuring.show_plan(work)
    refused = measuring.refusal(work, arguments) if work.asks or work.judge is not None else ""
    if refused:
        measuring.say(refused)
        return INCOMPLETE
    return measuring.measured(work, arguments)
