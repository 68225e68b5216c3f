"""Parses the command line. To save time, builds only the parser of the command that runs."""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, NoReturn, Protocol, TypeAlias, cast

from reread.analyzers import correlation
from reread.server import __version__
from reread.server.cli.options import Given, read
from reread.server.exits import UsageError, hint, no_such, proposal

ALIASES = {"lsp": "server"}
_HELP = ("-h", "--help", "help")
_NOT_LOGGED = frozenset({"completions", "demo", "logs", "lsp", "mcp", "server"})
"""Commands that show the log, or have logs of their own, as the steps of the demo do; a completion is no work."""


Action: TypeAlias = tuple[str, Callable[[argparse.ArgumentParser], None]]
"""What is said of an action of a command, and what adds the arguments that it takes."""


class Command(Protocol[Given]):
    """The interface of a module in `commands`. `Options` is a named tuple with a field for each argument."""

    SUMMARY: str
    Options: type[Given]

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, arguments: Given, /) -> int: ...


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Of a fixed width: asking for the terminal's costs an import that is slower than all the rest of parsing."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=100)


class _Word(str):
    """An argument that is not an option, whatever it begins with."""


class _Parser(argparse.ArgumentParser):
    """After `--` there are no options, which `parse_intermixed_args` forgets when it comes to the positionals.

    Proposes the nearest word for an option or a choice that does not exist.
    """

    def _parse_optional(self, arg_string: str) -> Any:
        return None if isinstance(arg_string, _Word) else super()._parse_optional(arg_string)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            names = [str(choice) for choice in action.choices]
            raise argparse.ArgumentError(
                action, f"expected {', '.join(names)}; got {value!r}{proposal(str(value), names)}"
            )

    def error(self, message: str) -> NoReturn:
        message = re.sub(r"invalid (?:int|float) value: ", "expected a number, got ", message.removeprefix("argument "))
        unknown = message.removeprefix("unrecognized arguments: ")
        if unknown != message:
            message = self._unknown(unknown.split())
        raise UsageError(hint(message, f"{self.prog} --help"))

    def _unknown(self, words: list[str]) -> str:
        dashed = [word for word in words if word.startswith("-")]
        if not dashed:
            return f"unexpected argument: {' '.join(words)}"
        if any(map(os.path.lexists, dashed)):
            return f"no such option: {dashed[0]}. File names that begin with a dash go after `--`"
        return no_such("option", dashed[0].partition("=")[0], self._option_string_actions)


def run(argv: list[str]) -> int:
    """Runs the command that the arguments name. Raises UsageError, or SystemExit after `--help`."""
    if not argv or argv[0] in _HELP:
        sys.stdout.write(overview())
        return 0
    if argv[0] in ("-V", "--version"):
        sys.stdout.write(f"reread {__version__}\n")
        return 0
    command = find(argv[0])
    options = options_of(argv[0], command, argv[1:])
    with correlation.within(correlation.fresh()):
        return _logged(argv[0], lambda: _of_trusted(options, lambda: command.run(options)))


def _of_trusted(options: object, act: Callable[[], int]) -> int:
    """Does what reviews a change since a base; where that comes from a fork, with the settings of the base."""
    base = getattr(options, "base", None)
    if base is None:
        return act()
    from reread.server.cli import base_settings

    with base_settings.where_untrusted(base):
        return act()


def _logged(name: str, act: Callable[[], int]) -> int:
    """Does what a command does, and has the log say so."""
    began, outcome = time.perf_counter(), ""
    try:
        code = act()
        outcome = str(code)
        return code
    except BaseException as error:
        outcome = type(error).__name__
        raise
    finally:
        if name not in _NOT_LOGGED:
            from reread.server.logs import commands

            commands.record(name, outcome, time.perf_counter() - began)


def options_of(name: str, command: Command[Given], argv: list[str]) -> Given:
    """The options of one command as its `Options`. Raises UsageError."""
    _help_with_action(name, getattr(command, "ACTIONS", {}), argv[: argv.index("--")] if "--" in argv else argv)
    return read(command.Options, parser_of(name, command).parse_intermixed_args(_with_words(argv)))


def _help_with_action(name: str, actions: Mapping[str, Action], argv: list[str]) -> None:
    """Where help is asked for about one action of a command, shows what that takes and raises SystemExit."""
    action = next((word for word in argv if word in actions), "")
    if action and not {"-h", "--help"}.isdisjoint(argv):
        description, add = actions[action]
        parser = _Parser(prog=f"reread {name} {action}", description=description, formatter_class=_Formatter)
        add(parser)
        parser.parse_args(["--help"])


def _with_words(argv: list[str]) -> list[str]:
    """The arguments without the `--` that ends the options; what follows it are words."""
    end = argv.index("--") if "--" in argv else len(argv)
    # argparse drops a second `--` wherever it stands.
    return [*argv[:end], *(_Word("./--" if word == "--" else word) for word in argv[end + 1 :])]


def parser_of(name: str, command: Command[Any]) -> argparse.ArgumentParser:
    """The parser of one command."""
    parser = _Parser(prog=f"reread {name}", description=command.__doc__, formatter_class=_Formatter, allow_abbrev=False)
    command.add_arguments(parser)
    return parser


def whole() -> argparse.ArgumentParser:
    """The parser of all commands, for what has to know them all, such as the completion of shells."""
    parser = _Parser(prog="reread", formatter_class=_Formatter, allow_abbrev=False)
    commands = parser.add_subparsers()
    for name in command_names():
        command = find(name)
        command.add_arguments(commands.add_parser(name, help=command.SUMMARY))
    return parser


def find(name: str) -> Command[Any]:
    """The module of the command with that name or alias. Raises UsageError with a proposal when there is none."""
    known = _modules()
    real = ALIASES.get(name, name)
    if real in known:
        return cast(Command[Any], import_module(f"reread.server.cli.commands.{known[real]}"))
    kind = "option" if name.startswith("-") else "command"
    raise UsageError(hint(no_such(kind, name, known), "reread --help"))


def command_names() -> tuple[str, ...]:
    """The names of all commands, sorted."""
    return tuple(sorted(_modules()))


def _modules() -> dict[str, str]:
    """The modules of `commands` and of the folders in it, by the names of the commands."""
    found = {}
    base = os.path.join(os.path.dirname(__file__), "commands")
    with os.scandir(base) as entries:
        folders = [entry.name for entry in entries if entry.is_dir() and entry.name[0] != "_"]
    for folder in ("", *folders):
        for file in os.listdir(os.path.join(base, folder)):
            if file.endswith(".py") and file[0] != "_":
                found[file[:-3].replace("_", "-")] = f"{folder}.{file[:-3]}".lstrip(".")
    return found


def overview() -> str:
    """The text of `reread --help`: every command with its summary."""
    lines = [f"  {name:<12} {find(name).SUMMARY}" for name in command_names()]
    return "\n".join(
        [
            "usage: reread COMMAND [OPTIONS]",
            "",
            "Reviews code with rules and, if you set one up, a language model.",
            "",
            "commands:",
            *lines,
            "",
            "`reread COMMAND --help` shows the options of a command. Exit codes: 0 no findings at or above the fail",
            "level, 1 findings, 2 usage error or internal error, 3 incomplete run, 130 interrupted.",
            "",
        ]
    )


def words(values: Iterable[str]) -> frozenset[str]:
    """The names in the values of an option that may be given several times and holds names parted by commas."""
    return frozenset(word.strip() for item in values for word in item.split(",") if word.strip())
