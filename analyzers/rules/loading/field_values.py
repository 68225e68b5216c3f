"""Values under the keys of a rule, checked: lists, metavariables and regular expressions."""

from __future__ import annotations

import re
from typing import Any

_VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+|\$[a-z_]\w*")


class Wrong(Exception):  # noqa: N818
    """Something under a key of a rule is not as it must be."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.message = message


def read_list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise Wrong(key, "expected a list that is not empty")
    return value


def read_variable(key: str, value: Any) -> str:
    if not isinstance(value, str) or not _VARIABLE.fullmatch(value):
        raise Wrong(key, "expected a metavariable such as $X")
    return value


def read_regex(key: str, value: Any) -> str:
    """A regular expression, as Python writes it. Raises Wrong."""
    from reread.analyzers.pattern.regex.pcre import MissingSyntaxError, as_python
    from reread.analyzers.pattern.regex.regex_safety import UnsafeRegexError, compile_regex

    if not isinstance(value, str):
        raise Wrong(key, "expected a regular expression")
    try:
        expression = as_python(value)
        compile_regex(expression)
    except (UnsafeRegexError, MissingSyntaxError) as error:
        raise Wrong(key, str(error)) from None
    except (re.error, OverflowError, RecursionError) as error:
        raise Wrong(key, f"not a regular expression: {error}") from None
    return expression
