"""Options of several commands, each described once, and their conversion to typed values.

Each command declares its options as a named tuple `Options`; a field has the name of its argument, or is itself such a
tuple of options. `read` makes it, so that no `argparse.Namespace` gets past `parser.py`.
"""

from __future__ import annotations

import argparse
from typing import Any, NamedTuple, TypeVar, get_type_hints

from reread.server import output

Given = TypeVar("Given", bound=tuple[Any, ...])

LEVELS = ("error", "warning", "info", "hint")


class OutputOptions(NamedTuple):
    """The options added by `add_output` and `add_lines`: how findings are written and when they fail the run.

    `loop` names the session of a loop of fixing and reviewing.
    """

    format: str = "text"
    output_file: str | None = None
    fail_on: str = "warning"
    exit_zero: bool = False
    strict: bool = False
    max_findings: int | None = None
    quiet: bool = False
    verbose: int = 0
    no_color: bool = False
    all_lines: bool = False
    baseline: str | None = None
    loop: str | None = None
    rounds: int = 10
    hints: bool = False


class RuleOptions(NamedTuple):
    """The options added by `add_rules`: which rules run.

    Each item of `select` and `ignore` holds names separated by commas.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    rules: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()


class RulesOptions(NamedTuple):
    """The options shared by the actions of `reread rules`.

    `names` are ids of rules, or paths; `profile` is what is measured. `years` and `months` say how far evidence goes
    back, and in which steps.
    """

    action: str | None
    names: tuple[str, ...]
    format: str
    language: str
    taint: bool
    profile: str
    years: int
    months: int
    config: str | None
    verbose: int


class EvalOptions(NamedTuple):
    """The options of `reread eval`. `set` and `compare` hold KEY=VALUE; `budget` is in US dollars, 0 is none.

    `layers` is "model" (the model's review alone), "rules", "index" (with rules) or "all" (with the model).
    `repositories` and `most`, the queries of a task or the cases of a sort in each, are for the evaluation of retrieval
    and for making a data set; `test` is the command that runs the tests then, `timeout` its limit in seconds.
    `judge_model` is the model of the judge where it is another one.
    """

    dataset: str
    layers: str
    judge: bool
    judge_model: str | None
    repositories: tuple[str, ...]
    most: int | None
    test: str | None
    timeout: int
    provider: str | None
    model: str | None
    set: tuple[str, ...]
    compare: tuple[str, ...]
    against: str | None
    runs: int
    parallel: int | None
    budget: float
    only: tuple[str, ...]
    plan: bool
    calibrate: bool
    yes: bool
    format: str
    output_file: str | None
    quiet: bool
    config: str | None


def read(kind: type[Given], arguments: argparse.Namespace) -> Given:
    """The options of a command; lists become tuples."""
    fields = get_type_hints(kind)
    return kind(**{name: _value(name, field, arguments) for name, field in fields.items()})


def _value(name: str, kind: object, arguments: argparse.Namespace) -> object:
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return read(kind, arguments)
    value = getattr(arguments, name)
    return tuple(value) if isinstance(value, list) else value


def add_output(parser: argparse.ArgumentParser, fail_on: str) -> None:
    """How findings are written and when they fail the run."""
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=output.names(), default="text", help="output format (default: text)")
    group.add_argument("-o", "--output-file", metavar="FILE", help="write to FILE instead of standard output")
    group.add_argument(
        "--fail-on",
        choices=(*LEVELS, "never"),
        default=fail_on,
        metavar="LEVEL",
        help=f"exit with 1 for findings of LEVEL and above: {', '.join(LEVELS)} or never (default: {fail_on})",
    )
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")
    group.add_argument(
        "--strict", action="store_true", help="exit with 3 also if a function was too large for data-flow analysis"
    )
    group.add_argument(
        "--loop",
        nargs="?",
        const="default",
        metavar="SESSION",
        help="compare with the last run of this session and decide whether to go on: exit with 1 to continue fixing, "
        "0 when no findings are left, 3 to stop with findings left (see docs/agents.md)",
    )
    group.add_argument(
        "--rounds", type=positive, default=10, metavar="N", help="stop a loop after N rounds (default: 10)"
    )
    group.add_argument(
        "--max-findings", type=counted, metavar="N", help="print at most N findings; all still affect the exit code"
    )
    group.add_argument("--hints", action="store_true", help="print hints as well, which never fail a run")
    group.add_argument("-q", "--quiet", action="store_true", help="print one line for each finding and no summary")
    add_verbose(group)
    group.add_argument("--no-color", action="store_true", help="use no colours, as with NO_COLOR in the environment")


def add_verbose(group: argparse._ActionsContainer) -> None:
    group.add_argument("-v", "--verbose", action="count", default=0, help="print more details")


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Which rules run."""
    group = parser.add_argument_group("rules")
    group.add_argument(
        "--select", action="append", default=[], metavar="RULES", help="run only these rules: ids or patterns ('go/*')"
    )
    group.add_argument(
        "--ignore", action="append", default=[], metavar="RULES", help="do not run these rules: ids or patterns"
    )
    group.add_argument(
        "--profile",
        choices=("quiet", "standard", "pedantic"),
        help="which built-in rules run (default: rules.profile, else standard)",
    )
    group.add_argument(
        "--rules", action="append", default=[], metavar="PATH", help="also run the rules in this file or folder"
    )
    group.add_argument(
        "--severity",
        action="append",
        default=[],
        type=str.lower,
        choices=LEVELS,
        help="run only rules of this severity; may be repeated",
    )


class ExternalOptions(NamedTuple):
    """The options added by `add_external`: which other tools' findings to include. `imported` are SARIF files."""

    imported: tuple[str, ...] = ()
    no_external: bool = False


def add_external(parser: argparse.ArgumentParser) -> None:
    """Findings of other tools."""
    group = parser.add_argument_group("other tools")
    group.add_argument(
        "--import",
        dest="imported",
        action="append",
        default=[],
        metavar="FILE",
        help="add the findings of this SARIF file; may be repeated",
    )
    group.add_argument("--no-external", action="store_true", help="do not run the tools in your settings")


def add_configuration(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--config", metavar="FILE", help="user settings file, instead of the default one")


class CheckingOptions(NamedTuple):
    """The options of `reread check`. `shard` is the number of one and how many there are."""

    paths: tuple[str, ...]
    staged: bool
    hook: bool
    base: str | None
    across_files: bool
    shard: tuple[int, int] | None
    stdin_filename: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    no_cache: bool
    gate: tuple[str, ...]
    config: tuple[str, ...]
    chosen: RuleOptions
    external: ExternalOptions
    output: OutputOptions


def add_lines(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--all-lines",
        action="store_true",
        help="include findings that are not new, by the change or the baseline",
    )
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help="list of known findings (default: .reread/baseline.json, if it exists)",
    )


def positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"expected a number of at least 1, got {text!r}")
    return int(text)


def counted(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a number of at least 0, got {text!r}")
    return int(text)


def shard(text: str) -> tuple[int, int]:
    """ "2/5" as numbers."""
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise argparse.ArgumentTypeError(f"expected i/n with i from 1 to n, such as 1/4, got {text!r}")
    return int(number), int(count)
