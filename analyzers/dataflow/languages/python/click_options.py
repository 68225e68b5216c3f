"""Options of commands that are declared above their function: what `click` makes of them before it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reread.analyzers.dataflow.ir.nodes import Parameter

_DECLARES = re.compile(r"@(?:\w+\.)*(?:option|argument)\(\s*(.*)\)\s*$", re.DOTALL)
_NAMES = re.compile(r"\s*(['\"])([\w/-]+)\1\s*(?:,|$)")
_TEXTLESS = re.compile(
    r"\b(?:type\s*=\s*(?:(?:\w+\.)*(?:Choice\(|(?:Int|Float)Range\b|DateTime\b|INT\b|FLOAT\b|BOOL\b|UUID\b)"
    r"|(?:int|float|bool|uuid\.UUID)\b)|is_flag\s*=\s*True|count\s*=\s*True)"
)
_NUMBER = "int"


def with_options(parameters: tuple[Parameter, ...], decorators: Iterable[str]) -> tuple[Parameter, ...]:
    """The parameters, with a type where an option says that its value is a number or one of a few."""
    textless = {name for decorator in decorators for name in _declared(decorator)}
    if not textless:
        return parameters
    return tuple(
        each._replace(type=_NUMBER) if not each.type and each.name in textless else each for each in parameters
    )


def _declared(decorator: str) -> set[str]:
    """The parameter that a decorator is about, as `click` finds it: the plain name, else the longest option."""
    found = _DECLARES.match(decorator)
    if found is None or not _TEXTLESS.search(found[1]):
        return set()
    names, at = [], 0
    while each := _NAMES.match(found[1], at):
        names.append(each[2])
        at = each.end()
    plain = [name for name in names if name.isidentifier()]
    longest = max((name.partition("/")[0] for name in names), key=lambda name: name.startswith("--"), default="")
    chosen = plain[0] if plain else longest.lstrip("-").replace("-", "_")
    return {chosen} if chosen else set()
