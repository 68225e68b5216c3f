"""The intent of a question: rules, definitions, callers, imports, and what changed where need no model.

Only what is surely one of these is taken for it; everything else is a question for the model.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

Kind = Literal["rule", "definitions", "callers", "importers", "changes", "model"]


class Intent(NamedTuple):
    """`name` is the rule, what is named in the code, or for changes a path or a name; "" for the model."""

    kind: Kind
    name: str = ""


_NAME = r"[`'\"]?(?P<name>[\w$]+(?:(?:\.|::|#)[\w$]+)*)(?:\(\))?[`'\"]?"
_RULE = r"[`'\"]?(?P<name>[\w.-]+(?:/[\w.-]+)*)[`'\"]?"
_PATH = r"[`'\"]?(?P<name>[\w$@.-]+(?:(?:/|::|#)[\w$@.-]+)*)/?(?:\(\))?[`'\"]?"
_KINDS = r"(?:(?:file|folder|function|method|class|type|interface|struct|constant|variable|symbol)\s+)?"
_IMPORTED = rf"(?:(?:module|package)\s+)?{_KINDS}"

_QUESTIONS: tuple[tuple[Kind, str], ...] = (
    ("rule", rf"(?:explain|describe)\s+(?:the\s+)?(?:rule\s+)?{_RULE}(?:\s+rule)?"),
    (
        "rule",
        rf"what\s+(?:does|is|do)\s+(?:the\s+)?(?:rule\s+)?{_RULE}(?:\s+rule)?(?:\s+(?:mean|do|say|check|find|for))?",
    ),
    ("rule", rf"(?:the\s+)?rule\s+{_RULE}"),
    ("definitions", rf"where\s+(?:is|are)\s+(?:the\s+)?{_KINDS}{_NAME}\s+(?:defined|declared|implemented)"),
    ("definitions", rf"where\s+(?:do\s+we|does\s+\w+)\s+define\s+(?:the\s+)?{_KINDS}{_NAME}"),
    ("definitions", rf"(?:definitions?|declarations?)\s+of\s+(?:the\s+)?{_KINDS}{_NAME}"),
    ("definitions", rf"(?:go\s+to|find|show)\s+(?:the\s+)?definition\s+of\s+(?:the\s+)?{_KINDS}{_NAME}"),
    ("callers", rf"(?:who|what|which\s+\w+)\s+(?:calls?|uses?|invokes?)\s+(?:the\s+)?{_KINDS}{_NAME}"),
    ("callers", rf"(?:callers?|uses|usages?|references)\s+(?:of|to)\s+(?:the\s+)?{_KINDS}{_NAME}"),
    ("callers", rf"where\s+(?:is|are)\s+(?:the\s+)?{_KINDS}{_NAME}\s+(?:called|used|invoked)"),
    ("callers", rf"(?:find|show|list)\s+(?:the\s+|all\s+)?(?:callers|usages|uses)\s+of\s+(?:the\s+)?{_KINDS}{_NAME}"),
    (
        "changes",
        rf"what(?:\s+has|\s+was|'s)?\s+chang(?:ed|es)\s+(?:recently\s+)?in\s+(?:the\s+)?{_KINDS}{_PATH}(?:\s+recently)?",
    ),
    ("importers", rf"(?:who|what|which\s+\w+)\s+(?:imports?|includes?|requires?)\s+(?:the\s+)?{_IMPORTED}{_PATH}"),
    ("importers", rf"importers\s+of\s+(?:the\s+)?{_IMPORTED}{_PATH}"),
    ("importers", rf"where\s+is\s+(?:the\s+)?{_IMPORTED}{_PATH}\s+imported"),
    ("changes", rf"(?:(?:recent|latest|last)\s+)?(?:changes|commits)\s+(?:in|of|to)\s+(?:the\s+)?{_KINDS}{_PATH}"),
)


def intent_of(question: str, is_rule: Callable[[str], bool]) -> Intent:
    """The intent of a question. `is_rule` says whether a rule has that name, and is asked where it may be meant."""
    words = " ".join(question.split()).rstrip(" ?.!")
    for kind, pattern in _QUESTIONS:
        match = re.fullmatch(pattern, words, re.IGNORECASE)
        if match and (kind != "rule" or is_rule(match["name"])):
            return Intent(kind, match["name"])
    return Intent("model")
