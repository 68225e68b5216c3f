"""Prepares the rules of a workspace folder by its settings, for the editor and the model review."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reread.analyzers.data_directories import own_rule_folders
from reread.server.restricted import is_restricted
from reread.server.settings import RuleSettings, Settings

if TYPE_CHECKING:
    from reread.analyzers.engine.engine import Engine

_builtin_engines: list[tuple[RuleSettings, tuple[Engine, tuple[str, ...]]]] = []
_making = threading.Lock()
"""Who needs the same rules at the same time waits for those that are being made."""


def load_engine(folder: str, settings: Settings) -> tuple[Engine, tuple[str, ...]]:
    """The rules of a folder made ready, and a line for each that could not be loaded. Reads files; takes a while."""
    paths = rule_paths(folder, settings)
    return _make_engine(paths, settings.rules) if paths else _builtin_engine(settings.rules)


def rule_paths(folder: str, settings: Settings) -> list[str]:
    """The rule files and folders of a workspace folder besides the built-in rules."""
    paths = own_rule_folders(folder) if folder and not is_restricted() else []
    return paths + [os.path.join(folder, path) for path in settings.rules.paths]


def _make_engine(paths: Sequence[str], settings: RuleSettings) -> tuple[Engine, tuple[str, ...]]:
    # Imported in the thread that loads the rules: an editor's server answers before that.
    from reread.analyzers import identifiers
    from reread.analyzers.engine.engine import Engine
    from reread.analyzers.rules import ruleset
    from reread.analyzers.rules.check_options import options_of
    from reread.analyzers.suppressions import COMMENT_RULES
    from reread.server import index_rules

    rules = ruleset.load(paths) if settings.enable else ruleset.RuleSet()
    known = [*COMMENT_RULES, *index_rules.ids(), *(rule.id for rule in rules.rules)]
    ignore = frozenset(settings.ignore) | identifiers.fitting(settings.ignore, known)
    select = frozenset(settings.select) | identifiers.fitting(settings.select, known)
    severity = identifiers.by_rule(settings.severity, known)
    thresholds = identifiers.thresholds_by_rule(settings.options, known)
    engine = Engine(rules, options_of(ignore, select, severity, settings.profile, thresholds))
    return engine, tuple(map(str, rules.problems))


def _builtin_engine(settings: RuleSettings) -> tuple[Engine, tuple[str, ...]]:
    """The built-in rules alone: the same for all folders with the same settings, and files cannot change them."""
    with _making:
        for known, engine in _builtin_engines:
            if known == settings:
                return engine
        made = _make_engine((), settings)
        _builtin_engines[:] = [*_builtin_engines[-3:], (settings, made)]
        return made
