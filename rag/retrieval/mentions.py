"""Constants and variables that a change mentions, and the mentions of those it changes: neither is a call."""

from __future__ import annotations

import re

from reread.rag import words
from reread.rag.index.catalogue import Catalogue
from reread.rag.retrieval import keywords
from reread.rag.retrieval.change import Change
from reread.rag.retrieval.resolve import Resolver, family
from reread.rag.retrieval.usage import Usage
from reread.rag.source.definitions import VARIABLES

_NAMED = re.compile(r"[^\W\d][\w$]*(?:(?:\.|::)[^\W\d][\w$]*)*")
_MOST_NAMED = 200
_SHORTEST = 4
"""Letters; a shorter name is everywhere."""
_MOST_CHUNKS = 60
_LEAST = 0.5
"""How sure it must be that a name means a constant: most are variables of their function."""
_BY_NAME = 0.6
"""How sure it is that who has a name means the constant of that name."""


def named(resolver: Resolver, change: Change) -> dict[int, float]:
    """The chunks that define constants of other files which the change names, each with how sure it is."""
    called = {usage.name for usage in change.usages}
    written = dict.fromkeys(each.replace("::", ".") for each in _NAMED.findall(change.text))
    parted = [each.rpartition(".") for each in written]
    usages = [Usage(name, qualifier) for qualifier, _, name in parted if name not in called][:_MOST_NAMED]
    result: dict[int, float] = {}
    for found in resolver.resolve(change.names, usages):
        for meant in found:
            if meant.kind in VARIABLES and meant.path != change.path and meant.confidence >= _LEAST:
                result[meant.chunk] = max(result.get(meant.chunk, 0.0), meant.confidence)
    return result


def naming(catalogue: Catalogue, change: Change) -> dict[int, float]:
    """The chunks of other files that name a constant which the change touches."""
    result: dict[int, float] = {}
    for definition, _ in change.touched:
        if definition.kind not in VARIABLES or len(definition.name) < _SHORTEST:
            continue
        whole = words.stems(definition.name)[-1]
        exactly = re.compile(rf"(?<![\w$]){re.escape(definition.name)}(?![\w$])")
        numbers = keywords.chunks(catalogue, {whole: 1.0}, _MOST_CHUNKS)
        for number, chunk in catalogue.chunks(numbers).items():
            related = family(chunk.language) == family(change.document.language)
            if related and chunk.path != change.path and exactly.search(chunk.text):
                result[number] = _BY_NAME
    return result
