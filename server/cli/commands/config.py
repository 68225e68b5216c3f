"""Show the effective settings and where each comes from, validate settings files, or print their schema.

ACTION is one of: show (the default: each setting that differs from its default, with its origin; -v includes defaults),
validate (FILE, or all settings files that apply here; exits with 2 if one is invalid), schema (the JSON schema of
`reread.toml`, for editors).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from reread.analyzers.shown.terminal import printable
from reread.server import settings_schema
from reread.server.cli import options, writing
from reread.server.cli.workspace import Workspace, check_settings, name_user_file, root_of, rule_paths
from reread.server.configuration import Configuration, ConfigurationProblem, check_file, load, placed
from reread.server.exits import CLEAN, WRONG, UsageError, no_such

SUMMARY = "show or validate settings"
_ACTIONS = ("show", "validate", "schema")


class Options(NamedTuple):
    action: str
    file: str | None
    format: str
    config: str | None
    verbose: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", choices=_ACTIONS, default="show", metavar="ACTION", help="one of " + ", ".join(_ACTIONS)
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="with validate: a repository settings file")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    options.add_configuration(parser)
    options.add_verbose(parser)


def run(arguments: Options) -> int:
    if arguments.file and arguments.action != "validate":
        raise UsageError(f"{arguments.action} takes no FILE")
    name_user_file(arguments.config)
    if arguments.action == "schema":
        sys.stdout.write(settings_schema.text())
        return CLEAN
    if arguments.file:
        if not os.path.isfile(arguments.file):
            raise UsageError(no_such("file", arguments.file))
        return _validate(check_file(os.path.abspath(arguments.file)), root_of([arguments.file]))
    root = root_of([])
    loaded = load(root)
    return _validate(loaded, root) if arguments.action == "validate" else _show(loaded, arguments)


def _validate(loaded: Configuration, root: str) -> int:
    unknown = list(_of_rules(loaded, root))
    for problem in (*loaded.problems, *unknown):
        writing.say(str(problem))
    if not loaded.problems and not unknown:
        sys.stderr.write("the settings are valid\n")
    return WRONG if loaded.broken or unknown else CLEAN


def _of_rules(loaded: Configuration, root: str) -> Iterator[ConfigurationProblem]:
    """What is wrong with the rules that the settings name, by the rules that there are."""
    from reread.server import checking
    from reread.server.cli import rule_settings

    settings = check_settings(loaded.settings)
    if not settings.enable or not any((settings.select, settings.ignore, settings.severity, settings.options)):
        return
    rules = checking.rules(rule_paths(Workspace(root, settings)))
    for key, message, _ in rule_settings.problems(settings, rules):
        origin = next((origin for name, origin in loaded.origins.items() if f"{name}.".startswith(f"{key}.")), "")
        yield placed(ConfigurationProblem(origin, key, message))


def _show(loaded: Configuration, arguments: Options) -> int:
    shown = {
        key: {"value": value, "origin": loaded.origins.get(key, "default")}
        for key, value in _flat(msgspec.to_builtins(loaded.settings))
        if arguments.verbose or arguments.format == "json" or key in loaded.origins
    }
    if arguments.format == "json":
        sys.stdout.write(json.dumps({"version": 1, "settings": shown}, indent=2) + "\n")
    for key, entry in shown.items() if arguments.format == "text" else ():
        value = json.dumps(entry["value"], ensure_ascii=False)
        sys.stdout.write(printable(f"{key} = {value}  # {entry['origin']}") + "\n")
    if not shown:
        sys.stderr.write("all settings have their defaults (-v shows them)\n")
    for problem in loaded.problems:
        writing.say(str(problem))
    return WRONG if loaded.broken else CLEAN


def _flat(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
