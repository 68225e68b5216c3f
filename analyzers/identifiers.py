"""Identifiers of rules: `<language>/<weakness>[-<variant>]`, as in `py/sql-injection`, and the names that mean them.

A name in a suppression, a setting or an option is an identifier, one without its language (`sql-injection` means the
rules of that name in every language), or what a rule was called in an earlier release. The part before the `/` is
`any` for rules of several languages. `index/...` and `model/...` are no languages: those are written in full. Rules of
a workspace's own have no part for the language.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

NAMESPACES: Mapping[str, str] = {
    "python": "py",
    "javascript": "js",
    "typescript": "ts",
    "go": "go",
    "java": "java",
}
"""The first part of an identifier by the folder of `packs/`. `packs/javascript` serves TypeScript as well."""

SEVERAL = "any"
"""The first part for rules of several languages."""

_FIRST_PARTS = frozenset((*NAMESPACES.values(), SEVERAL))
_OURS = frozenset((*_FIRST_PARTS, *NAMESPACES, "index", "model"))
_OLD_NAMES = os.path.join(os.path.dirname(__file__), "old_identifiers.json")
_JAVASCRIPT = frozenset(("javascript", "typescript", "tsx"))

T = TypeVar("T")


def identifier(stem: str, languages: Iterable[str]) -> str:
    """The identifier of a built-in rule for these languages, by their names."""
    named = set(languages)
    if len(named) == 1:
        return f"{NAMESPACES.get(named.pop(), SEVERAL)}/{stem}"
    return f"{'js' if named <= _JAVASCRIPT else SEVERAL}/{stem}"


def has_language(rule: str) -> bool:
    """True for identifiers of the scheme; false for `index/...`, `model/...` and names without a `/`."""
    return rule.partition("/")[0] in _FIRST_PARTS and "/" in rule


def is_of_tool(name: str) -> bool:
    """Whether a name, which may be a pattern, has the form of another tool's rule: `ruff/F401`, `eslint/*`."""
    tool, slash, rule = name.partition("/")
    return bool(tool and slash and rule) and tool not in _OURS and not _is_pattern(tool)


def stem_of(rule: str) -> str:
    """An identifier without its language."""
    return rule.partition("/")[2] if has_language(rule) else rule


def current(name: str) -> str:
    """What the rule with this old name is called now; "" where there was none."""
    return "" if "/" in name else old_names().get(name, "")


@cache
def old_names() -> Mapping[str, str]:
    """Identifiers by the names that earlier releases had for them. Read when somebody uses a name that is none now."""
    import json

    with open(_OLD_NAMES, encoding="utf-8") as file:
        names: dict[str, str] = json.load(file)
    return names


def former(rule: str) -> str:
    """What a rule was called in earlier releases, if that was something else; "" otherwise."""
    return _former_names().get(rule, "")


@cache
def _former_names() -> Mapping[str, str]:
    return {new: old for old, new in old_names().items()}


def fits(name: str, rule: str) -> bool:
    """Whether a name means the rule of that identifier."""
    return name in (rule, stem_of(rule), _last(rule)) or (bool(rule) and current(name) == rule)


def _last(rule: str) -> str:
    """An identifier without the path that stands before it where several files have a rule of that name."""
    return rule.rpartition(".")[2]


def names_of(rules: Iterable[str]) -> frozenset[str]:
    """The names of rules by their identifiers, with and without the language or the path, without old ones."""
    known = tuple(rules)
    return frozenset((*known, *map(stem_of, known), *map(_last, known)))


def fitting(names: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Those of the known identifiers that one of the names means. A name may have `*` and `?` as in a shell."""
    rules = tuple(known)
    return frozenset(rule for name in names for rule in _matching(name, rules))


def _matching(name: str, rules: Sequence[str]) -> Iterator[str]:
    from fnmatch import fnmatchcase

    found = [rule for rule in rules if any(fnmatchcase(each, name) for each in (rule, stem_of(rule), _last(rule)))]
    yield from found or renamed(name, rules)


def renamed(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The identifiers that an old name or a pattern for old names means, sorted; none where the name means a rule by
    what it is called now.
    """
    from fnmatch import fnmatchcase

    rules = frozenset(known)
    if any(fnmatchcase(each, name) for each in names_of(rules)):
        return ()
    return tuple(sorted(new for old, new in old_names().items() if new in rules and fnmatchcase(old, name)))


def hint(name: str, known: Iterable[str]) -> str:
    """One line that says what an old name is now; "" for a name that is none."""
    found = renamed(name, known)
    if not found:
        return ""
    if len(found) == 1:
        return f"the rule {name!r} is called {found[0]!r} now"
    first = ", ".join(map(repr, found[:3]))
    return f"the rules {name!r} have other names now: {first}" + (f" and {len(found) - 3} more" if found[3:] else "")


def by_rule(values: Mapping[str, T], known: Iterable[str]) -> Iterator[tuple[str, T]]:
    """Settings by name as pairs of identifier and value. What is named in full comes after what is named in short, so
    that it wins; a name that means no rule stays as it is.
    """
    rules = tuple(known)
    for name in sorted(values, key=lambda name: (not _is_pattern(name), has_language(name))):
        for rule in sorted(fitting([name], rules)) or [name]:
            yield rule, values[name]


def thresholds_by_rule(values: Mapping[str, Mapping[str, int]], known: Iterable[str]) -> dict[str, dict[str, int]]:
    """The thresholds of rules by identifier, from those by name; each on its own as `by_rule` has it."""
    result: dict[str, dict[str, int]] = {}
    for rule, thresholds in by_rule(values, known):
        result.setdefault(rule, {}).update(thresholds)
    return result


def _is_pattern(name: str) -> bool:
    return "*" in name or "?" in name or "[" in name
