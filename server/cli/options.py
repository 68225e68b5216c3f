"""The options that several commands share, each described once."""

from __future__ import annotations

import argparse

from reread.server import output

LEVELS = ("error", "warning", "info", "hint")


def add_output(parser: argparse.ArgumentParser, fail_on: str) -> None:
    """How findings are written and when they fail the run."""
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=output.names(), default="text", help="how to write findings (default: text)")
    group.add_argument("-o", "--output-file", metavar="FILE", help="write findings to FILE instead of standard output")
    group.add_argument(
        "--fail-on",
        choices=(*LEVELS, "never"),
        default=fail_on,
        metavar="LEVEL",
        help=f"exit with 1 for findings of LEVEL and above: {', '.join(LEVELS)} or never (default: {fail_on})",
    )
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    group.add_argument("--max-findings", type=_count, metavar="N", help="write at most N findings; all of them count")
    group.add_argument("-q", "--quiet", action="store_true", help="one line for each finding and no summary")
    add_verbose(group)
    group.add_argument("--no-color", action="store_true", help="no colours; the variable NO_COLOR does the same")


def add_verbose(group: argparse._ActionsContainer) -> None:
    group.add_argument("-v", "--verbose", action="count", default=0, help="say more about what is done")


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Which rules run."""
    group = parser.add_argument_group("rules")
    group.add_argument("--select", action="append", metavar="RULES", help="run only these: ids or patterns ('go/*')")
    group.add_argument("--ignore", action="append", metavar="RULES", help="do not run these: ids or patterns")
    group.add_argument(
        "--profile",
        choices=("quiet", "standard", "pedantic"),
        help="how much the built-in rules say (default: the settings' profile, else quiet)",
    )
    group.add_argument("--rules", action="append", metavar="PATH", help="also run the rules of this file or folder")


def add_configuration(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--config", metavar="FILE", help="your settings file, instead of the one in its usual place")


def add_lines(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--all-lines",
        action="store_true",
        help="with a change: findings that the change did not bring are shown and count too",
    )


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0")
    return int(text)
