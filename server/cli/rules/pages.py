"""`reread rules list`, `explain` and `docs`: lists and pages of rules."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from reread.analyzers import identifiers, owned_files
from reread.analyzers.rules import pages
from reread.analyzers.rules.profiles import least_profile, level_of
from reread.analyzers.rules.reporting.excerpt import in_general
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.shown.terminal import printable, printable_lines
from reread.server import checking, other_rules
from reread.server.cli import writing
from reread.server.cli.options import RulesOptions
from reread.server.cli.rules.problems import described
from reread.server.cli.workspace import open_workspace, rule_paths
from reread.server.exits import CLEAN, WRONG, UsageError, hint, no_such

_OTHER = "other"


def list_rules(arguments: RulesOptions) -> int:
    loaded = _loaded(arguments)
    _write(loaded.rules, arguments, "".join(_lines(loaded.rules)))
    return WRONG if loaded.problems else CLEAN


def explain(arguments: RulesOptions) -> int:
    loaded = _loaded(arguments)
    chosen = _named(loaded, arguments.names)
    _write(chosen, arguments, "\n".join(pages.page(rule) for rule in chosen))
    return WRONG if loaded.problems else CLEAN


def _write(rules: Sequence[Rule], arguments: RulesOptions, text: str) -> None:
    if arguments.format == "json":
        text = json.dumps({"version": 1, "rules": [_as_data(rule) for rule in rules]}, indent=2) + "\n"
        sys.stdout.write(text)
        return
    # The Markdown of rules is to be read here, and may go to a file.
    sys.stdout.write(printable_lines(text))


def _loaded(arguments: RulesOptions) -> RuleSet:
    workspace = open_workspace((), arguments.config)
    for problem in workspace.problems:
        writing.say(problem)
    loaded = checking.rules(rule_paths(workspace), workspace.settings.enable)
    for broken in loaded.problems:
        writing.say(described(broken))
    return loaded._replace(rules=other_rules.with_others(loaded.rules)) if workspace.settings.enable else loaded


def _named(loaded: RuleSet, names: Sequence[str]) -> tuple[Rule, ...]:
    known = [rule.id for rule in loaded.rules]
    if not names:
        raise UsageError("rules explain needs a rule id. See `reread rules list`.")
    for name in names:
        if name.startswith("model/"):
            raise UsageError(
                f"{name} is a category of model findings, not a rule; each finding has its own explanation"
            )
        if not identifiers.fitting([name], known):
            raise UsageError(hint(no_such("rule", name, identifiers.names_of(known)), "reread rules list"))
    chosen = identifiers.fitting(names, known)
    return tuple(rule for rule in loaded.rules if rule.id in chosen)


def _lines(rules: tuple[Rule, ...]) -> Iterator[str]:
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in sorted(rules, key=lambda rule: (rule.languages, rule.id)):
        fix = f" (fix: {rule.applicability.value})" if rule.has_fix else ""
        message = printable(" ".join(in_general(rule).split()))
        yield f"{rule.id:<{width}}  {level_of(rule).value:<7}  {', '.join(rule.languages)}  {message}{fix}\n"


def _as_data(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "message": in_general(rule),
        "severity": level_of(rule).value,
        "languages": list(rule.languages),
        "category": rule.category,
        "class": rule.group,
        "confidence": rule.confidence,
        "profile": least_profile(rule).value,
        "fix": rule.applicability.value if rule.has_fix else None,
        "documentation": rule.documentation,
        "explanation": rule.explanation,
        "metadata": dict(rule.metadata),
        "path": rule.path,
    }


def documentation() -> dict[str, str]:
    """The documentation of the built-in rules: paths with `/` and their Markdown, with an index in `README.md`."""
    rules = other_rules.with_others(checking.rules(()).rules)
    files = {_file_name(rule): pages.page(rule) for rule in rules}
    files["README.md"] = _index(rules)
    return files


def _file_name(rule: Rule) -> str:
    return f"{rule.id}.md"


def _index(rules: Sequence[Rule]) -> str:
    """All rules by category, class and language."""
    parts = [
        "# The built-in rules",
        f"{len(rules)} rules. `reread rules explain ID` prints the page of a rule.",
    ]
    for category in sorted({rule.category or _OTHER for rule in rules}, key=_order):
        of_category = [rule for rule in rules if (rule.category or _OTHER) == category]
        parts.append(f"## {category.capitalize()}")
        for group in sorted({rule.group for rule in of_category}):
            parts += [f"### {group}"] if group else []
            parts.append(_rows([rule for rule in of_category if rule.group == group]))
    return "\n\n".join(parts) + "\n"


def _order(category: str) -> tuple[int, str]:
    known = ("security", "correctness", "performance", "maintainability")
    return (known.index(category) if category in known else len(known), category)


def _rows(rules: Sequence[Rule]) -> str:
    head = "| rule | languages | severity | profile | confidence | why not high | fix |"
    rows = [head, "|---" * 7 + "|"]
    for rule in sorted(rules, key=lambda rule: (rule.languages, rule.id)):
        fix = rule.applicability.value if rule.has_fix else ""
        languages = ", ".join(rule.languages)
        name = f"[{rule.id}]({_file_name(rule)})"
        reason = rule.metadata.get("confidence-reason", "")
        values = (
            name,
            languages,
            level_of(rule).value,
            least_profile(rule).value,
            rule.confidence.lower(),
            reason,
            fix,
        )
        rows.append(f"| {' | '.join(values)} |")
    return "\n".join(rows)


def write_documentation(arguments: RulesOptions) -> int:
    """Writes the pages of all built-in rules into a folder, and removes those of rules that are gone."""
    if len(arguments.names) != 1:
        raise UsageError("rules docs needs an output folder")
    folder = arguments.names[0]
    try:
        os.makedirs(folder, exist_ok=True)
        return _written(folder)
    except OSError as error:
        raise UsageError(owned_files.unwritten(error.filename or folder, error)) from error


def _written(folder: str) -> int:
    files = documentation()
    for name in _pages_in(folder) - files.keys():
        os.unlink(os.path.join(folder, name))
    for name, text in files.items():
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    sys.stderr.write(f"{len(files)} files written to {printable(folder)}\n")
    return CLEAN


def _pages_in(folder: str) -> set[str]:
    """The pages in a folder and the folders in it, by their paths with `/`."""
    entries = [(path, name) for path, _, names in os.walk(folder) for name in names if name.endswith(".md")]
    return {os.path.relpath(os.path.join(path, name), folder).replace(os.sep, "/") for path, name in entries}
