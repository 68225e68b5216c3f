"""Builds the patterns that find a function, method, field or handler by name, in each language.

A qualified name is resolved as in rules: through imports and their aliases, and by declared types. Names are checked
before they come here (`names.py`), so what is built of them parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.pattern.prefilter.requirement import Requirement, all_of

_OTHER = re.compile(r"[^\w$]+")
VALUE = "$VALUE"
"""The argument, parameter or whole expression that an entry is about."""


class Subject(NamedTuple):
    """The subject of a model entry. `form` is the key that it stands under (function, method, attribute, field,
    decorator, parameter-decorator or callback).

    `module` is what has to be imported for it in Go and JavaScript, `owner` what is before the name with dots
    between (in Python and Java with the module), a type in the case of methods and fields.
    """

    form: str
    module: str
    owner: str
    name: str

    @property
    def is_bare(self) -> bool:
        return not self.module and not self.owner


def subject_of(form: str, text: str, language: str) -> Subject:
    """Reads `module.owner.name`; in Go and JavaScript the module may have slashes."""
    before, _, last = text.rpartition("/")
    *owner, name = last.split(".")
    if language not in ("go", "javascript") or not owner:
        return Subject(form, "", ".".join(owner), name)
    module = f"{before}/{owner[0]}" if before else owner[0]
    return Subject(form, module, ".".join(owner[1:]), name)


def words_of(subject: Subject) -> Requirement:
    """The words that a file must contain if it imports the module."""
    return all_of(part for part in _OTHER.split(subject.module) if part)


def _qualifier(subject: Subject, language: str) -> str:
    """What a pattern writes before the name: as the tables of languages name modules."""
    module = subject.module
    if language == "go":
        module = module.rpartition("/")[2]
    elif language == "javascript":
        module = _OTHER.sub(".", module.removeprefix("node:").removeprefix("@"))
    return ".".join(part for part in (module, subject.owner) if part)


def callees(subject: Subject, language: str) -> list[str]:
    """Patterns of what is called or read, without arguments."""
    full = _qualifier(subject, language)
    if subject.form not in ("method", "field"):
        return [f"{full}.{subject.name}" if full else subject.name]
    if not full:
        return [f"$OBJECT.{subject.name}"]
    if language == "go":
        return [f"($OBJECT : {star}{full}).{subject.name}" for star in ("*", "")]
    if language == "java":
        return [f"({full} $OBJECT).{subject.name}"]
    # In TypeScript a type is written without its module.
    return [f"($OBJECT : {subject.owner if language == 'javascript' else full}).{subject.name}"]


def calls(subject: Subject, language: str, arguments: str = "...") -> Iterator[str]:
    """Patterns of calls. What begins with a capital letter may be the construction of an object."""
    for callee in callees(subject, language):
        yield f"{callee}({arguments})"
        if language in ("javascript", "java") and subject.form == "function" and subject.name[:1].isupper():
            yield f"new {callee}({arguments})"


def argument_calls(subject: Subject, language: str, argument: int | str) -> Iterator[str]:
    """Patterns of calls that bind one argument, by its position from 0 or, in Python, its keyword."""
    if isinstance(argument, str):
        yield from calls(subject, language, f"..., {argument}={VALUE}, ...")
    else:
        yield from calls(subject, language, f"{_numbered(argument)}{VALUE}, ...")


def parameters(subject: Subject, language: str, parameter: int | str) -> Iterator[str]:
    """Patterns of functions that a framework calls, which bind one parameter by its position from 0, or any ("all")."""
    if subject.form == "callback":
        yield from _callbacks(subject, language, parameter)
        return
    for name in callees(subject._replace(form="function"), language):
        for decorator in (f"@{name}(...)", f"@{name}"):
            if language == "java":
                yield _of_java(subject, decorator, parameter)
            elif language == "python":
                yield f"{decorator}\ndef $FUNCTION({_before(parameter)}{VALUE}, ...):\n    ...\n"


def _of_java(subject: Subject, decorator: str, parameter: int | str) -> str:
    if subject.form == "parameter-decorator":
        return f"$RESULT $METHOD(..., {decorator} $TYPE {VALUE}, ...) {{ ... }}"
    before = "..., " if isinstance(parameter, str) else "".join(f"$T{n} $A{n}, " for n in range(parameter))
    return f"{decorator} $RESULT $METHOD({before}$TYPE {VALUE}, ...) {{ ... }}"


def _callbacks(subject: Subject, language: str, parameter: int | str) -> Iterator[str]:
    named = f"{_before(parameter)}{VALUE}, ..."
    form = "function" if subject.module else "method"
    for handler in (
        f"({named}) => {{ ... }}",
        f"function ({named}) {{ ... }}",
        f"function $FUNCTION({named}) {{ ... }}",
    ):
        yield from calls(subject._replace(form=form), language, f"..., {handler}, ...")


def _before(parameter: int | str) -> str:
    return "..., " if isinstance(parameter, str) else _numbered(parameter)


def _numbered(count: int) -> str:
    return "".join(f"$A{number}, " for number in range(count))
