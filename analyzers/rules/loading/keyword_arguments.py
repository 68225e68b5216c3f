"""Arguments by keyword: what a pattern says of an argument by its position holds for the same one by its name.

The names are data beside the rules, in `shared/signatures.yaml`. Without such a file, patterns mean
what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

from reread.analyzers.pattern import source
from reread.analyzers.rules.loading.field_values import Wrong

Signatures: TypeAlias = "Mapping[str, list[str]]"
"""The names of the leading parameters of functions. A name without a dot is that of a method of any object."""
_CALL = re.compile(r"(?P<callee>[\w$.]+(?:\([^()\n]*\)[\w$.]+)?)\((?P<arguments>[^\n]*)\)", re.ASCII)
_KEYWORD = re.compile(r"[\w$]+\s*=(?!=)|\*")
_ARGUMENT = re.compile(r"""(?:"[^"]*"|'[^']*'|\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|[^,()\[\]{}"'])+""")


def signatures_of(shared: Any) -> Signatures:
    """The signatures beside a rule, given what reads its shared files; none where there is no such file."""
    try:
        content = shared("signatures", "")
    except Wrong as wrong:
        if wrong.key == "use":
            return {}
        raise
    found = content.get("signatures") if isinstance(content, dict) else None
    if not isinstance(found, dict) or not all(isinstance(each, list) for each in found.values()):
        raise Wrong("use", "expected lists of names under `signatures` in shared/signatures.yaml")
    return found


def with_keywords(part: Any, signatures: Signatures) -> Any:
    """A part of a formula with the variants of its patterns in which arguments have their names."""
    if not signatures:
        return part
    if isinstance(part, source.PatternText):
        variants = [source.PatternText(text) for text in variants_of(part.text.strip(), signatures)]
        return source.Any((part, *variants)) if variants else part
    again = partial(with_keywords, signatures=signatures)
    if isinstance(part, source.SEVERAL):
        return part._replace(parts=tuple(map(again, part.parts)))
    return part._replace(formula=again(part.formula)) if isinstance(part, source.AROUND) else part


def variants_of(text: str, signatures: Signatures) -> Iterator[str]:
    """The calls that say the same as one with arguments by position: the last by its name, the last two, and so on."""
    call = _CALL.fullmatch(text)
    if call is None:
        return
    callee, arguments = call["callee"], call["arguments"]
    owner, _, method = callee.rpartition(".")
    names = (signatures.get(callee) or signatures.get(method)) if owner else None
    given = [each.strip() for each in _ARGUMENT.findall(arguments)]
    if not names or _without_spaces(",".join(given)) != _without_spaces(arguments):
        return
    count = next((at for at, each in enumerate(given) if each == "..." or _KEYWORD.match(each)), len(given))
    if count > len(names):
        return
    between = ["..."] if "..." in given else []
    keywords = [each for each in given[count:] if each != "..."]
    for kept in range(count - 1, -1, -1):
        named = [f"{name}={each}" for name, each in zip(names[kept:], given[kept:count], strict=False)]
        parts = [*given[:kept], *between]
        for each in (*named, *keywords):
            parts += [each, *between]
        yield f"{callee}({', '.join(parts)})"


def _without_spaces(text: str) -> str:
    return "".join(text.split())
