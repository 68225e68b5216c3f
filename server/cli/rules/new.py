"""`reread rules new`: creates a rule and its example to start from; `schema`: prints the schema for editors."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from typing import NamedTuple

from reread.analyzers import inside, owned_files
from reread.analyzers.data_directories import RULES_FOLDER
from reread.analyzers.languages.files import FILES
from reread.analyzers.shown.terminal import printable
from reread.analyzers.syntax import language, language_names
from reread.server import textfile
from reread.server.cli.options import RulesOptions
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, UsageError, no_such

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_SCHEMA = "schema.json"


class _Sample(NamedTuple):
    """A call to report, the code around it for the example, and a call that is right."""

    pattern: str = "dangerous_call(...)"
    bad: str = "dangerous_call(value)"
    good: str = "harmless_call(value)"
    before: str = ""
    after: str = ""
    end: str = ""


_SAMPLES = {
    "python": _Sample(),
    "ruby": _Sample(),
    "go": _Sample(
        "dangerousCall(...)",
        "dangerousCall(value)",
        "harmlessCall(value)",
        "package sample\n\nfunc f(value string) {\n",
        "}\n",
    ),
    "java": _Sample(
        "dangerousCall(...)",
        "dangerousCall(value)",
        "harmlessCall(value)",
        "class Sample {\n    void f(String value) {\n",
        "    }\n}\n",
        ";",
    ),
    "javascript": _Sample("dangerousCall(...)", "dangerousCall(value)", "harmlessCall(value)", end=";"),
}
_SEARCH = """\
rules:
  - id: {id}
    languages: [{language}]
    severity: WARNING
    message: What is wrong, and what to do about it.
    pattern: {pattern}
    metadata:
      category: correctness
      confidence: HIGH
      explanation: |
        Why it matters.

        Bad: `{bad}`

        Good: `{good}`
"""
_TAINT = """\
rules:
  - id: {id}
    mode: taint
    languages: [{language}]
    severity: ERROR
    message: What comes from outside reaches the call unchecked; check it first.
    pattern-sources:
      - pattern: read_input(...)
    pattern-sinks:
      - pattern: {pattern}
    pattern-sanitizers:
      - pattern: checked(...)
    metadata:
      category: security
      class: command-injection
      cwe: CWE-78
      confidence: HIGH
      explanation: |
        Why it matters.

        Bad: `{tainted}`

        Good: `{checked}`
"""


def run(arguments: RulesOptions) -> int:
    """Writes both files; nothing that is there is overwritten."""
    if len(arguments.names) != 1:
        raise UsageError("rules new needs an id for the new rule")
    name = arguments.names[0]
    if not _ID.fullmatch(name):
        raise UsageError(f"{name}: an id may contain lower-case letters, digits, `.` and `-`")
    table = language(arguments.language)
    if table is None:
        raise UsageError(f"{no_such('language', arguments.language)}; available: {', '.join(language_names())}")
    root = open_workspace((), arguments.config).root
    folder = os.path.join(root, RULES_FOLDER)
    files = {f"{name}.yaml": rule_text(name, table.name, taint=arguments.taint)}
    ending = FILES[table.name].extensions[0]
    files[name + ending] = example_text(name, table.name, table.line_comment, taint=arguments.taint)
    paths = {os.path.join(folder, file): text for file, text in files.items()}
    for path in paths:
        if os.path.exists(path):
            raise UsageError(f"{path}: already exists")
    if not inside.is_inside(root, folder):
        raise UsageError(f"{folder}: is outside the workspace")
    _write(folder, paths)
    for path in paths:
        sys.stdout.write(f"{printable(os.path.relpath(path))}\n")
    sys.stderr.write(f"edit both, then run `reread rules test {printable(os.path.relpath(folder))}`\n")
    return CLEAN


def _write(folder: str, texts: Mapping[str, str]) -> None:
    """All of the files, or none. Raises UsageError."""
    made: list[str] = []
    try:
        os.makedirs(folder, exist_ok=True)
        for path, text in texts.items():
            textfile.create(path, text)
            made.append(path)
    except OSError as error:
        for path in made:
            os.unlink(path)
        raise UsageError(owned_files.unwritten(error.filename or folder, error)) from error


def rule_text(name: str, language_name: str, *, taint: bool = False) -> str:
    """The YAML of a new rule."""
    sample = _sample(language_name)
    bad, good = _calls(sample, taint)
    text = _TAINT if taint else _SEARCH
    return text.format(
        id=name, language=language_name, pattern=sample.pattern, bad=bad, good=good, tainted=bad, checked=good
    )


def example_text(name: str, language_name: str, comment: str, *, taint: bool = False) -> str:
    """The example file of a new rule."""
    sample = _sample(language_name)
    inner = " " * 8 if language_name == "java" else "\t" if language_name == "go" else ""
    bad, good = _calls(sample, taint)
    lines = [f"{comment} ruleid: {name}", bad + sample.end, f"{comment} ok: {name}", good + sample.end]
    return sample.before + "".join(f"{inner}{line}\n" for line in lines) + sample.after


def _calls(sample: _Sample, taint: bool) -> tuple[str, str]:
    if not taint:
        return sample.bad, sample.good
    return sample.bad.replace("value", "read_input()"), sample.bad.replace("value", "checked(read_input())")


def _sample(language_name: str) -> _Sample:
    return _SAMPLES.get(language_name, _SAMPLES["javascript"])


def write_schema(arguments: RulesOptions) -> int:
    """Writes the JSON schema of rule files, or with the word `models` that of library models, to standard output."""
    with open(model_schema_file() if arguments.names == ("models",) else schema_file(), encoding="utf-8") as file:
        sys.stdout.write(file.read())
    return CLEAN


def schema_file() -> str:
    from reread.analyzers import rules

    return os.path.join(os.path.dirname(rules.__file__ or ""), _SCHEMA)


def model_schema_file() -> str:
    from reread.analyzers.rules import models

    return os.path.join(os.path.dirname(models.__file__ or ""), _SCHEMA)
