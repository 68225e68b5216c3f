"""Identifiers of rules: `<language>/<weakness>[-<variant>]`, as in `py/sql-injection`, and the names that mean them.

A name in a suppression, a setting or an option is an identifier, or one without its language (`sql-injection` means the
rules of that name in every language). The part before the `/` is `any` for rules of several languages. `index/...` and
`model/...` are no languages: those are written in full. Rules of a workspace's own have no part for the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


def fits(name: str, rule: str) -> bool:
    """Whether a name means the rule of that identifier."""
    return name in (rule, stem_of(rule), _last(rule))


def _last(rule: str) -> str:
    """An identifier without the path that is before it where several files have a rule of that name."""
    return rule.rpartition(".")[2]


def names_of(rules: Iterable[str]) -> frozenset[str]:
    """The names of rules by their identifiers, with and without the language or the path."""
    known = tuple(rules)
    return frozenset((*known, *map(stem_of, known), *map(_last, known)))


def fitting(names: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Those of the known identifiers that one of the names means. A name may have `*` and `?` as in a shell."""
    from fnmatch import fnmatchcase

    named = [(rule, (rule, stem_of(rule), _last(rule))) for rule in known]
    return frozenset(rule for name in names for rule, own in named if any(fnmatchcase(each, name) for each in own))


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
