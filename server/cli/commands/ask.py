"""Answer a question about the code, with references to the code that the answer is based on.

"explain RULE", "where is NAME defined", "who calls NAME", "who imports NAME" and "what changed in PATH or NAME" are
answered by the rules, the index and Git, without a model; a line on standard error says which it was.
For other questions, the model gets the code that the index finds, with secrets removed; each reference in its answer is
verified.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers import identifiers, parts
from reread.analyzers.rules import pages
from reread.analyzers.rules.rule import Rule
from reread.analyzers.shown.terminal import printable, printable_lines
from reread.rag.results import NamedPlace
from reread.server import checking, other_rules, textfile
from reread.server.cli import writing
from reread.server.cli.progress import Bar
from reread.server.cli.requests import generation, indexing
from reread.server.cli.requests.generation import ModelOptions, NoAnswerError
from reread.server.cli.worker import with_worker
from reread.server.cli.workspace import Workspace, open_workspace, rule_paths
from reread.server.exits import CLEAN, FOUND, UsageError
from reread.server.generation.intent import Intent, intent_of
from reread.server.generation.values import CitedPlace, GeneratedText, QuestionRequest
from reread.server.rpc.protocol import NameQuestion
from reread.server.settings import Settings
from reread.server.worker.client import Worker

_ABSENT = {"definitions": "no definition", "callers": "no call", "importers": "no import"}

SUMMARY = "answer a question about the code"


class Options(NamedTuple):
    question: tuple[str, ...]
    format: str
    config: str | None
    model: ModelOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="+", metavar="QUESTION", help="in words; quotes keep the shell away from it")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    generation.add_arguments(parser)


def run(arguments: Options) -> int:
    question = " ".join(arguments.question).strip()
    if not question:
        raise UsageError("expected a question")
    workspace = open_workspace([], arguments.config)
    rules = _rules(workspace)
    intent = intent_of(question, lambda name: bool(_named(rules, name)))
    if intent.kind == "rule":
        _say_how(arguments, "the rules")
        return _explained(_named(rules, intent.name), arguments.format)
    if intent.kind == "changes" and (commits := _of_path(workspace, intent.name)):
        _say_how(arguments, "git")
        return _shown([(intent.name, commits)], arguments.format)
    try:
        settings = generation.settings_of(workspace, arguments.model)
        if intent.kind in _ABSENT:
            return _looked_up(workspace, settings, intent, arguments)
        if intent.kind == "changes" and (found := _of_name(workspace, settings, intent.name, arguments)):
            _say_how(arguments, "index and git")
            return _shown(found, arguments.format)
        return _answered(workspace, settings, question, arguments)
    except NoAnswerError as error:
        writing.say(f"no answer: {error}")
        return error.code


def _rules(workspace: Workspace) -> tuple[Rule, ...]:
    return other_rules.with_others(checking.rules(rule_paths(workspace), workspace.settings.enable).rules)


def _named(rules: Sequence[Rule], name: str) -> list[Rule]:
    chosen = identifiers.fitting([name], [rule.id for rule in rules])
    return [rule for rule in rules if rule.id in chosen]


def _explained(rules: Sequence[Rule], form: str) -> int:
    text = "\n".join(map(pages.page, rules))
    if form == "json":
        text = json.dumps({"version": 1, "answer": text, "places": []}, indent=2) + "\n"
    sys.stdout.write(printable_lines(text))
    return CLEAN


def _question(intent: Intent) -> NameQuestion:
    """What the index is asked; for what changed, where it is defined."""
    return intent.kind if intent.kind in ("callers", "importers") else "definitions"


def _say_how(arguments: Options, how: str) -> None:
    if not arguments.model.quiet:
        writing.say(f"answered by {how}")


def _of_path(workspace: Workspace, path: str) -> list[str]:
    """The changes of a file or folder, by its path from here or from the workspace folder."""
    from reread.server import git
    from reread.server.git import recent

    for base in dict.fromkeys((os.getcwd(), workspace.root)):
        if os.path.lexists(os.path.join(base, path)):
            with contextlib.suppress(git.GitError):
                return recent.in_path(base, path)
    return []


def _of_name(workspace: Workspace, settings: Settings, name: str, arguments: Options) -> list[tuple[str, list[str]]]:
    """The changes of the definitions of a name, each with its place."""
    from reread.server.git import recent

    if not settings.index.enable or not parts.is_installed("index"):
        return []
    places = _places(workspace, settings, Intent("definitions", name), arguments)
    found = []
    for each in places:
        shown = f"{_typed(workspace, each.path)}:{each.line}: {each.signature or each.name}"
        with contextlib.suppress(OSError):
            found.append((shown, recent.in_definition(workspace.root, each.path, each.line)))
    return found


def _shown(found: Sequence[tuple[str, Sequence[str]]], form: str) -> int:
    if form == "json":
        data = {"version": 1, "answer": "", "places": [], "changes": [{"of": of, "lines": said} for of, said in found]}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
        return CLEAN
    for of, said in found:
        sys.stdout.write(printable(of) + "\n")
        sys.stdout.writelines(f"  {printable(each)}\n" for each in said or ["not committed yet"])
    return CLEAN


def _places(workspace: Workspace, settings: Settings, intent: Intent, arguments: Options) -> list[NamedPlace]:
    """The definitions, callers or importers of a name in the index, which is brought up to date before."""
    with Bar("Indexing", quiet=arguments.model.quiet) as bar:

        async def run(worker: Worker) -> list[NamedPlace]:
            _, problem = await indexing.updated(worker, workspace.root, settings)
            with indexing.reported_after(problem):
                return await worker.look_up(workspace.root, intent.name, _question(intent))

        return with_worker(workspace.root, settings, run, bar.indexed)


def _looked_up(workspace: Workspace, settings: Settings, intent: Intent, arguments: Options) -> int:
    """The places of a name, one a line; none is exit code 1, as of grep."""
    parts.require("index")
    places = _places(workspace, settings, intent, arguments)
    _say_how(arguments, "the index")
    if arguments.format == "json":
        entries = [{"path": each.path, "line": each.line, "name": each.name, "sure": each.sure} for each in places]
        sys.stdout.write(json.dumps({"version": 1, "answer": "", "places": entries}, indent=2) + "\n")
    else:
        for each in places:
            shown = f"{_typed(workspace, each.path)}:{each.line}: {each.signature or each.name or '(module)'}"
            sys.stdout.write(printable(shown if each.sure else f"{shown} (by its name alone)") + "\n")
    if not places:
        writing.say(f"{_ABSENT[_question(intent)]} of {intent.name} in the index")
    return CLEAN if places else FOUND


def _answered(workspace: Workspace, settings: Settings, question: str, arguments: Options) -> int:
    as_json = arguments.format == "json"

    def on_words(text: str) -> None:
        if not as_json:
            sys.stdout.write(printable_lines(text))
            sys.stdout.flush()

    async def ask(worker: Worker) -> GeneratedText:
        return await worker.generate(QuestionRequest(workspace.root, question, consent=True), on_words)

    parts.require("index")
    written = generation.ask(workspace.root, settings, arguments.model, ask, index=True)
    if as_json:
        places = [{"path": each.path, "line": each.line, "text": each.text} for each in written.places]
        sys.stdout.write(json.dumps({"version": 1, "answer": written.text, "places": places}, indent=2) + "\n")
    else:
        sys.stdout.write("" if written.text.endswith("\n") else "\n")
        sys.stdout.writelines(_place(workspace, each) for each in written.places)
    _say_how(arguments, "the model")
    generation.verdict(written, arguments.model)
    return CLEAN


def _place(workspace: Workspace, place: CitedPlace) -> str:
    return printable(f"  {_typed(workspace, place.path)}:{place.line}: {place.text}") + "\n"


def _typed(workspace: Workspace, path: str) -> str:
    """A path as the person would type it, so that terminals make it a link."""
    return textfile.display(os.path.join(workspace.root, *path.split("/")))
