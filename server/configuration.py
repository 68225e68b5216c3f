"""Reads settings of user, repository, environment and editor, keeps them apart, and reports their problems.

Later wins: defaults, the user's `config.toml`, the repository's `reread.toml` / `.reread.toml` / `[tool.reread]` in
`pyproject.toml`, environment variables, the editor's settings or the command line.

A repository is not trusted. Of its file only what `REPOSITORY_MAY_SET` names is taken, limits may only become stricter
there, and paths must stay inside it; everything else in it is a problem that says so. Where a person does not trust it
at all (`restricted`), nothing of it is taken. A wrong value never takes the rest of its file with it: the value is left
out, the problem names the file, the key and what was expected.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from reread.analyzers import inside
from reread.analyzers.data_directories import user_file
from reread.server import trusted
from reread.server.restricted import is_restricted, restricted
from reread.server.settings import Settings

OWN_FILES = ("reread.toml", ".reread.toml")
REPOSITORY_FILES = (*OWN_FILES, "pyproject.toml")

REPOSITORY_MAY_SET = frozenset(
    {
        "exclude",
        "max-file-size",
        "rules.select",
        "rules.ignore",
        "rules.paths",
        "rules.severity",
        "rules.options",
        "rules.profile",
        "index.exclude",
        "index.max-files",
        "review.exclude",
        "review.minimum-confidence",
        "review.max-findings",
        "review.max-findings-per-file",
        "review.profile",
        "review.guideline",
        "review.context-tokens",
        "review.tokens-per-run",
        "review.tokens-per-day",
        "review.tokens-per-month",
        "review.cost-per-run",
        "review.cost-per-day",
        "review.cost-per-month",
        "review.policy.approve",
        "review.policy.fail-on",
        "review.policy.max-findings",
        "review.policy.needs-owner",
    }
)
"""All that a file of the repository may set: never an endpoint, a key, a command, or a switch that sends code out."""

_ONLY_LOWER = frozenset(f"review.{unit}-per-{span}" for unit in ("tokens", "cost") for span in ("run", "day", "month"))


_COMMANDS = frozenset({"review.command", "review.verify", "external", "pr.host", "pr.url", "pr.mail"})
"""Settings that name commands, or who gets a token. Many editors let files of the workspace change what they send
(`.dir-locals.el`, for one): these come from the user's own file, or an editor that says by `EDITOR_COMMANDS` that its
user alone sets them."""

FILE_ONLY = ("logs.", "telemetry.")
"""Beginnings of settings that are for all workspaces at once: those of the user's own file alone."""

EDITOR_COMMANDS = "REREAD_EDITOR_COMMANDS"
"""The variable that is "1" in a server that such an editor has started."""

_OFF = ("0", "false", "off", "no")
_ON = ("", "1", "true", "on", "yes")

_CLIENT_ONLY = frozenset({"trace", "path", "interpreter"})
"""What editors keep in the same section for themselves: how to start the server, and what to log."""


class ConfigurationProblem(NamedTuple):
    """A problem that a person can fix, in one line. `origin` is a file or "editor settings"; `line` is from 1, 0 where
    not known.

    `refused` marks what is well-formed but not for this file to set: a run continues without it.
    """

    origin: str
    key: str
    message: str
    refused: bool = False
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.origin}:{self.line}" if self.line else self.origin
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


class Configuration(NamedTuple):
    """The settings of one folder and everything that was wrong in their sources.

    `origins` has for each key that is set, such as "rules.profile", what set it: a file, "environment",
    "editor settings" or "command line".
    """

    settings: Settings
    problems: tuple[ConfigurationProblem, ...] = ()
    origins: Mapping[str, str] = {}

    @property
    def broken(self) -> bool:
        """True when a source is malformed, so that the settings are not what somebody meant them to be."""
        return any(not problem.refused for problem in self.problems)


def repository_file(folder: str) -> str | None:
    """The settings file of a workspace folder, or None."""
    for name in REPOSITORY_FILES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != "pyproject.toml" or "reread" in _tool_table(folder, path)):
            return path
    return None


def load(
    folder: str | None, editor: Mapping[str, Any] | None = None, overrides: Mapping[str, Any] | None = None
) -> Configuration:
    """The settings for a workspace folder (None: no folder). Never raises for what is in the sources.

    `editor` is the `reread` section as the editor sends it (camelCase keys); `overrides` (kebab-case) come from the
    command line.
    """
    problems: list[ConfigurationProblem] = []
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}

    def add(origin: str, layer: dict[str, Any]) -> None:
        origins.update((key, origin) for key, _ in _leaves(layer))
        _merge(values, layer)

    user = user_file()
    if os.path.isfile(user):
        add(user, _valid(_read("", user, problems), user, problems))
    folder = trusted.read_from(folder) if folder else None
    repository = repository_file(folder) if folder and not is_restricted() else None
    if repository and folder:
        table = _valid(_read(folder, repository, problems), repository, problems)
        add(repository, _trusted_part(table, repository, folder, values, problems))
    add("environment", _valid(_environment(), "environment", problems))
    if editor:
        add("editor settings", _without_commands(_valid(_kebab(editor), "editor settings", problems), problems))
    if overrides:
        add("command line", _valid(dict(overrides), "command line", problems))
    settings = msgspec.convert(values, Settings)
    settings = restricted(settings) if is_restricted() else settings
    return Configuration(settings, tuple(map(placed, problems)), origins)


def check_file(path: str) -> Configuration:
    """The settings of one file (an absolute path), read as a repository's whatever its name is."""
    problems: list[ConfigurationProblem] = []
    folder = os.path.dirname(path)
    table = _valid(_read(folder, path, problems), path, problems)
    values = _trusted_part(table, path, folder, {}, problems)
    origins = {key: path for key, _ in _leaves(values)}
    return Configuration(msgspec.convert(values, Settings), tuple(map(placed, problems)), origins)


def placed(problem: ConfigurationProblem) -> ConfigurationProblem:
    """The problem with its line, where it is about a key in a file."""
    if not problem.key or not os.path.isabs(problem.origin):
        return problem
    from reread.server.settings_places import line_of

    try:
        with inside.open_file("", problem.origin) as file:
            text = file.read().decode(errors="replace")
    except OSError:
        return problem
    table = "tool.reread" if os.path.basename(problem.origin) == "pyproject.toml" else ""
    return problem._replace(line=line_of(text, problem.key, table))


def _read(folder: str, path: str, problems: list[ConfigurationProblem]) -> dict[str, Any]:
    try:
        with inside.open_file(folder, path) as file:
            content = tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        problems.append(ConfigurationProblem(path, "", f"not valid TOML: {error}"))
        return {}
    except UnicodeDecodeError:
        problems.append(ConfigurationProblem(path, "", "not valid TOML: it is not UTF-8"))
        return {}
    except OSError as error:
        problems.append(ConfigurationProblem(path, "", f"cannot be read: {error.strerror}"))
        return {}
    if os.path.basename(path) == "pyproject.toml":
        table: dict[str, Any] = content.get("tool", {}).get("reread", {})
        return table
    content.pop("$schema", None)
    return content


def _tool_table(folder: str, path: str) -> Mapping[str, Any]:
    try:
        with inside.open_file(folder, path) as file:
            tool = tomllib.load(file).get("tool", {})
    except (OSError, ValueError):
        return {}
    return tool if isinstance(tool, dict) else {}


def _environment() -> dict[str, Any]:
    """`REREAD_MODEL`, `REREAD_PROVIDER` and `REREAD_REVIEW=0`; keys and endpoints have the vendors' own variables."""
    review: dict[str, Any] = {}
    if model := os.environ.get("REREAD_MODEL"):
        review["model"] = model
    if provider := os.environ.get("REREAD_PROVIDER"):
        review["provider"] = provider
    word = os.environ.get("REREAD_REVIEW", "").lower()
    if word not in _ON:
        # Any other word is no value of the setting, and is reported as one.
        review["enable"] = False if word in _OFF else word
    return {"review": review} if review else {}


def _valid(values: Mapping[str, Any], origin: str, problems: list[ConfigurationProblem]) -> dict[str, Any]:
    """The part of the values that Settings accepts, tried key by key so that one wrong value costs only itself."""
    accepted: dict[str, Any] = {}
    for key, value in _leaves(values):
        trial = _nested(key, value)
        try:
            msgspec.convert(trial, Settings)
        except msgspec.ValidationError as error:
            # Imported when there is something to say: it looks into the types of all settings.
            from reread.server.settings_problems import described

            problems.append(ConfigurationProblem(origin, key, described(key, value, error)))
        else:
            _merge(accepted, trial)
    return accepted


def _without_commands(values: dict[str, Any], problems: list[ConfigurationProblem]) -> dict[str, Any]:
    """The editor's settings without those that name commands, unless it says that they are the user's own."""
    kept: dict[str, Any] = {}
    trusted = os.environ.get(EDITOR_COMMANDS) == "1"
    for key, value in _leaves(values):
        if not key.startswith(FILE_ONLY) and (key not in _COMMANDS or trusted):
            _merge(kept, _nested(key, value))
        elif value:
            message = f"a workspace may bring editor settings; put it into your user settings ({user_file()})"
            problems.append(ConfigurationProblem("editor settings", key, message, refused=True))
    return kept


def _trusted_part(
    values: Mapping[str, Any],
    origin: str,
    folder: str,
    before: Mapping[str, Any],
    problems: list[ConfigurationProblem],
) -> dict[str, Any]:
    trusted: dict[str, Any] = {}
    current = msgspec.to_builtins(msgspec.convert(before, Settings))
    for key, value in _leaves(values):
        if key not in REPOSITORY_MAY_SET and not key.startswith(("rules.severity.", "rules.options.")):
            message = "a repository cannot set this; put it into your user settings (" + user_file() + ") or the editor"
            problems.append(ConfigurationProblem(origin, key, message, refused=True))
            continue
        if key == "rules.paths":
            value = [os.path.join(folder, path) for path in value if _inside(folder, path, origin, problems)]
        if key == "review.guideline":
            # Guidance can make a finding and silence none, so a repository may have its own, beside the user's.
            value = [*current["review"]["guideline"], *value]
        if key in _ONLY_LOWER:
            section, name = key.split(".")
            limit = current[section][name]
            if limit and (value == 0 or value > limit):
                message = f"a repository can only lower this limit; {limit} stays in force"
                problems.append(ConfigurationProblem(origin, key, message, refused=True))
                continue
        _merge(trusted, _nested(key, value))
    return trusted


def _inside(folder: str, path: str, origin: str, problems: list[ConfigurationProblem]) -> bool:
    if inside.is_inside(folder, os.path.join(folder, path)):
        return True
    message = f"{path} is outside the repository and was not read"
    problems.append(ConfigurationProblem(origin, "rules.paths", message, refused=True))
    return False


def _leaves(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, key + ".")
        elif not isinstance(value, Mapping):
            yield key, value


def _nested(key: str, value: Any) -> dict[str, Any]:
    # A rule id may have dots of its own: below `rules.severity` the rest of the key is one name, below
    # `rules.options` all of it but the last part.
    if key.startswith("rules.severity."):
        return {"rules": {"severity": {key.removeprefix("rules.severity."): value}}}
    if key.startswith("rules.options."):
        rule, _, name = key.removeprefix("rules.options.").rpartition(".")
        return {"rules": {"options": {rule: {name: value}} if rule else {name: value}}}
    for part in reversed(key.split(".")):
        value = {part: value}
    result: dict[str, Any] = value
    return result


def _merge(into: dict[str, Any], values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = dict(value) if isinstance(value, Mapping) else value


def _kebab(values: Mapping[str, Any]) -> dict[str, Any]:
    """The editor's camelCase keys as the files spell them; null means that nothing is set."""
    result: dict[str, Any] = {}
    for key, value in values.items():
        if value is None or key in _CLIENT_ONLY:
            continue
        name = "".join("-" + letter.lower() if letter.isupper() else letter for letter in key)
        if isinstance(value, Mapping):
            result[name] = dict(value) if name in ("severity", "options") else _kebab(value)
        elif isinstance(value, list):
            result[name] = [_kebab(entry) if isinstance(entry, Mapping) else entry for entry in value]
        else:
            result[name] = value
    return result
