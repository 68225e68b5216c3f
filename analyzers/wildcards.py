"""Regular expressions for globs that take linear time even if a name has several `*`.

In `*a*b*c`, each piece but the last may be matched at its first occurrence, which leaves the most of the name. With
atomic groups, the matcher never tries another place, of which there are exponentially many in the number of `*`.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

_MANY = re.compile(r"(?:\[\^/\]\*){2,}")
_CHARACTER = r"(?:\\.|\[\^?\]?[^\]]*\](?![*+?{])|[^\\/\[\]()|.*+?{}^$](?![*+?{]))"
_PIECE = re.compile(rf"\[\^/\]\*((?:{_CHARACTER})+)(?=\[\^/\]\*)")


def without_retries(expression: str) -> str:
    """The same expression; `[^/]*` in it stands for the `*` of a glob."""
    return _PIECE.sub(r"(?>[^/]*?\1)", _MANY.sub("[^/]*", expression))


def expression_of(glob: str) -> str:
    """The regular expression of a glob: `*` and `?` stay within a folder, `**` goes across folders."""
    pieces: list[str] = []
    position = 0
    while position < len(glob):
        if glob.startswith("**/", position):
            pieces.append("(?:[^/]+/)*")
            position += 3
        elif glob.startswith("**", position):
            pieces.append(".*")
            position += 2
        else:
            letter = glob[position]
            pieces.append({"*": "[^/]*", "?": "[^/]"}.get(letter) or re.escape(letter))
            position += 1
    return "".join(pieces)


_ACROSS = re.compile(r"\(\?:/\.\+\)\?/|\(\?:\.\+/\)\?|\(\?:\[\^/\]\+/\)\*|\.\*(?!\)?\??\$)|(?<!/)\.\*")
"""What `**` is written as. The `/.*` at the end of a pattern of an ignore file is none: it is tried once."""


class Matcher(Protocol):
    """The interface of a regular expression made of a glob."""

    def match(self, text: str) -> Any: ...
    def search(self, text: str) -> Any: ...


def compiled(expression: str) -> Matcher:
    """The expression of a glob, ready to match in linear time. Raises re.error.

    Of several `**` the matcher of Python tries all ways to share the folders of a path among them, of which there are
    as many as folders to the power of `**`; an engine that keeps all ways at once does not care.
    """
    if len(_ACROSS.findall(expression)) > 1:
        return _Linear(expression)
    return re.compile(without_retries(expression))


class _Linear:
    """Matches by RE2, with names of files that are no text as well."""

    def __init__(self, expression: str) -> None:
        import re2  # type: ignore[import-untyped]

        options = re2.Options()
        options.log_errors = False
        try:
            self._expression = re2.compile(expression, options)
        except re2.error as error:
            raise re.error(str(error)) from error

    def match(self, text: str) -> Any:
        return self._expression.match(text.encode(errors="replace").decode())

    def search(self, text: str) -> Any:
        return self._expression.search(text.encode(errors="replace").decode())
