"""The `options` of a rule: those for taint rules, and warnings about unsupported ones, which are ignored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reread.analyzers.pattern.patterns.options import NAMES
from reread.analyzers.rules.loading.field_values import Wrong

OF_TAINT = (
    *("taint_assume_safe_functions", "taint_assume_safe_indexes", "taint_assume_safe_comparisons"),
    *("taint_assume_safe_booleans", "taint_assume_safe_numbers", "taint_only_propagate_through_assignments"),
    *("taint_unify_mvars", "taint_intrafile", "taint_guards", "taint_report_call", "interfile"),
    *("taint_exact_sanitizers", "taint_assume_own_methods", "taint_fixed_start"),
)
ENDS = ("taint_focus_on", "taint_match_on")
"""Options that say at which end of the way to report: the sink or the source."""


def _are_characters(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and len(each) == 1 for each in value)


def _are_pairs(value: Any) -> bool:
    return isinstance(value, list) and all(_are_characters(pair) and len(pair) == 2 for pair in value)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


OF_GENERIC: dict[str, tuple[Callable[[Any], bool], str]] = {
    "generic_engine": (lambda value: value in ("spacegrep", "aliengrep"), "spacegrep or aliengrep"),
    "generic_comment_style": (lambda value: value in ("c", "cpp", "shell"), "c, cpp or shell"),
    "generic_ellipsis_max_span": (lambda value: type(value) is int and value >= 0, "a number of lines"),
    "generic_multiline": (_is_flag, "true or false"),
    "generic_caseless": (_is_flag, "true or false"),
    "generic_extra_word_characters": (_are_characters, "a list of characters"),
    "generic_braces": (_are_pairs, "a list of pairs of characters"),
    "generic_extra_braces": (_are_pairs, "a list of pairs of characters"),
}
"""The options of the language `generic`: whether a value is one, and what they are."""
_NOTHING_TO_DO = frozenset({"unify_ids_strictly"})
"""Names are the same here when their text is, and no two variables are known to have it."""
_WITHOUT_MEANING = {"cpp_parsing_pref": "C and C++ have a parser each, and the ending of a file says which"}
"""Options of Semgrep that change nothing here."""
KNOWN = NAMES | OF_GENERIC.keys() | _NOTHING_TO_DO | {*OF_TAINT, *ENDS}


def remarks(options: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """Remarks about options without effect, by key."""
    for name, value in options.items():
        if name not in KNOWN:
            why = _WITHOUT_MEANING.get(name, f"the option `{name}` is not known, and changes nothing")
            yield f"options.{name}", why
        elif name in OF_GENERIC and not OF_GENERIC[name][0](value):
            yield f"options.{name}", f"expected {OF_GENERIC[name][1]}; the option changes nothing"


def taint_options(value: Any) -> dict[str, bool]:
    """The options of a taint rule. Raises `Wrong`."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Wrong("options", "expected a mapping")
    found = {}
    for name in OF_TAINT:
        if name in value:
            if not isinstance(value[name], bool):
                raise Wrong(f"options.{name}", "expected true or false")
            found[name] = value[name]
    for name in ENDS:
        if name in value:
            if value[name] not in ("sink", "source"):
                raise Wrong(f"options.{name}", "expected sink or source")
            found["report_source"] = value[name] == "source"
    return found
