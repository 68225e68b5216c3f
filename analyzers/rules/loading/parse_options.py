"""What is wrong with the `options` of a rule, which work without those that are not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reread.analyzers.pattern.patterns.options import NAMES
from reread.analyzers.rules.loading.parse_taint import ENDS
from reread.analyzers.rules.loading.parse_taint import OPTIONS as OF_TAINT


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
    """What to say about options that change nothing, by key."""
    for name, value in options.items():
        if name not in KNOWN:
            why = _WITHOUT_MEANING.get(name, f"the option `{name}` is not known, and changes nothing")
            yield f"options.{name}", why
        elif name in OF_GENERIC and not OF_GENERIC[name][0](value):
            yield f"options.{name}", f"expected {OF_GENERIC[name][1]}; the option changes nothing"
