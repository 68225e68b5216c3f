"""Measure how good the model review is, on DATASET: changes whose defects are known.

Precision, recall and F1 (by class of defect, language and size), findings on clean changes, calibration, repeatability,
tokens, cost and time. Answers are kept: a run that was interrupted goes on where it was, and a second one asks nothing.
With --compare or --against two settings, or two versions, are compared on the same cases, with confidence intervals.
docs/evaluation.md says how data sets are written.
"""

from __future__ import annotations

import argparse

from reread.analyzers.review.providers import provider_names
from reread.server.cli import options
from reread.server.exits import INCOMPLETE

Options = options.EvalOptions
SUMMARY = "measure the model review on changes whose defects are known"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dataset", metavar="DATASET", help="a folder of cases")
    asking = parser.add_argument_group("model")
    asking.add_argument("--provider", choices=("auto", *provider_names()), help="whom to ask")
    asking.add_argument("-m", "--model", metavar="NAME", help="which model to ask")
    asking.add_argument("--yes", action="store_true", help="agree, for this run, that the cases are sent to the model")
    asking.add_argument(
        "--budget", type=float, default=0.0, metavar="USD", help="begin no review after so much is spent; 0 is no limit"
    )
    asking.add_argument(
        "--jobs", type=_positive, metavar="N", help="review N cases at once (default: review.concurrency)"
    )
    asking.add_argument("--plan", action="store_true", help="say how many reviews are to be asked for; send nothing")
    what = parser.add_argument_group("what is measured")
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
        help="measure a second time with this setting as well, and compare; may be repeated",
    )
    what.add_argument("--against", metavar="FILE", help="compare with results that --format json has written")
    what.add_argument("--runs", type=_positive, default=1, metavar="N", help="review each case N times (default: 1)")
    what.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="PATTERN",
        help="only cases with such a name ('go/*'); may be repeated",
    )
    what.add_argument(
        "--calibrate", action="store_true", help="keep what confidences of this model are worth, as measured"
    )
    writing = parser.add_argument_group("output")
    writing.add_argument(
        "--format", choices=("text", "json", "html"), default="text", help="how to write (default: text)"
    )
    writing.add_argument("-o", "--output-file", metavar="FILE", help="write to FILE instead of standard output")
    writing.add_argument("-q", "--quiet", action="store_true", help="say nothing besides the results")
    options.add_configuration(parser)


def run(arguments: Options) -> int:
    from reread.server.cli.reviewing import measuring

    work = measuring.prepared(arguments)
    if arguments.plan:
        return measuring.show_plan(work)
    refused = measuring.refusal(work, arguments)
    if refused:
        measuring.say(refused)
        return INCOMPLETE
    return measuring.measured(work, arguments)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
