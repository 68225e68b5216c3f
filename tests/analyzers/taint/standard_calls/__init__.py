"""The functions of the standard libraries that take a command, a query, a path, a template or an address.

A module a language; by class of weakness a call a line as the documentation of the language writes it, with what has to
be imported in front and `X` for what is given by a user.
"""

from __future__ import annotations

from tests.analyzers.taint.standard_calls import go, java, javascript, python

_LANGUAGES = {"python": python, "javascript": javascript, "typescript": javascript, "go": go, "java": java}


def calls(language: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Class, modules to import and call of each line for a language."""
    found = []
    for group, text in _LANGUAGES[language].CALLS.items():
        for line in filter(None, map(str.strip, text.split("\n"))):
            modules, _, call = line.partition(": ") if not line.startswith(": ") else ("", "", line[2:])
            found.append((group, tuple(modules.split()), call))
    return found


def unreported(language: str) -> set[str]:
    """The calls of a language that no rule reports, for a reason that is written beside them."""
    return set(_LANGUAGES[language].UNREPORTED)
