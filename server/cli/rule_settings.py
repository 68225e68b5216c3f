"""Problems with rules that settings name: unknown rules, and unknown thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reread.analyzers import identifiers
from reread.analyzers.rules.profiles import is_builtin
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.suppressions import COMMENT_RULES
from reread.server import index_rules
from reread.server.cli.workspace import CheckSettings
from reread.server.exits import no_such, proposal


class RuleProblem(NamedTuple):
    """`key` is the setting, such as "rules.severity.py/x". A run continues without a rule that it does not know, since
    settings are for several versions; `fatal` marks what ends it.
    """

    key: str
    message: str
    fatal: bool = False


def known_rules(loaded: RuleSet) -> list[str]:
    """The identifiers that settings and options may name, those of rules that cannot be read among them."""
    unread = (problem.rule for problem in loaded.problems if problem.rule)
    return [*COMMENT_RULES, *(rule.id for rule in loaded.rules), *unread, *index_rules.ids()]


_ALSO_OF_TOOLS = ("rules.ignore", "rules.severity")
"""The settings that name rules of other tools as well."""


def may_be_of_tool(name: str, known: Iterable[str]) -> bool:
    """Whether a name can be one of another tool's rules, and not a misspelt one of Reread's."""
    from reread.server.external.tools import presets

    is_known = name.partition("/")[0] in presets()
    return identifiers.is_of_tool(name) and (is_known or not proposal(name, identifiers.names_of(known)))


def problems(settings: CheckSettings, loaded: RuleSet, *, selects: bool = True) -> Iterator[RuleProblem]:
    """Problems in the settings of rules. `selects` says that `rules.select` is in force."""
    known = known_rules(loaded)
    named = [("rules.select", name) for name in settings.select] + [("rules.ignore", name) for name in settings.ignore]
    named += [(f"rules.severity.{name}", name) for name in settings.severity]
    named += [(f"rules.options.{name}", name) for name in settings.options]
    for key, name in named:
        of_tools = key.startswith(_ALSO_OF_TOOLS) and may_be_of_tool(name, known)
        if not of_tools and not identifiers.fitting([name], known):
            yield RuleProblem(key, no_such("rule", name, identifiers.names_of(known)))
    if selects and settings.select and not identifiers.fitting(settings.select, known):
        yield RuleProblem("rules.select", "selects no existing rule, so nothing would be checked", fatal=True)
    for name in settings.options:
        yield from _thresholds(settings, loaded, name, identifiers.fitting([name], known))


def _thresholds(settings: CheckSettings, loaded: RuleSet, name: str, meant: frozenset[str]) -> Iterator[RuleProblem]:
    rules = [rule for rule in (*loaded.rules, *index_rules.rules()) if rule.id in meant] if meant else []
    there = sorted({option for rule in rules if is_builtin(rule) for option in rule.metadata.get("options") or ()})
    for option in settings.options[name] if rules else ():
        if option not in there:
            has = "" if proposal(option, there) else f"; {name} has {', '.join(there) or 'none'}"
            yield RuleProblem(f"rules.options.{name}.{option}", no_such("option", option, there) + has, fatal=True)
