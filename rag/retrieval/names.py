"""Where a name given by a person is defined, and its callers."""

from __future__ import annotations

import re

from reread.rag.index.catalogue import Catalogue
from reread.rag.results import NamedPlace
from reread.rag.retrieval.resolve import PROVED, Resolver
from reread.rag.retrieval.usage import Candidate

_MOST = 200
_LEAST_SURE = 0.2
"""The confidence below which a use of the name says nothing."""


def definitions(catalogue: Catalogue, name: str) -> list[NamedPlace]:
    """The definitions of a name, qualified or not, those outside tests first."""
    return [
        NamedPlace(
            path=each.place.path,
            line=each.line,
            name=each.qualified,
            kind=each.kind,
            signature=_one_line(each.signature),
        )
        for each in _named(Resolver(catalogue), name)[:_MOST]
    ]


def callers(catalogue: Catalogue, name: str) -> list[NamedPlace]:
    """The places that call a name, the proved ones first; each once, whatever definition it may mean."""
    resolver = Resolver(catalogue)
    meant = _named(resolver, name)
    best: dict[tuple[str, int], tuple[float, NamedPlace]] = {}
    for each in meant:
        for use in resolver.uses(each, rivals=len(meant)):
            sure = use.confidence >= PROVED
            place = NamedPlace(path=use.path, line=use.line, name=use.scope, sure=sure)
            known = best.get((use.path, use.line))
            if use.confidence >= _LEAST_SURE and (known is None or known[0] < use.confidence):
                best[use.path, use.line] = use.confidence, place
    ranked = sorted(best.values(), key=lambda each: (not each[1].sure, each[1].path, each[1].line))
    return [place for _, place in ranked][:_MOST]


def _named(resolver: Resolver, name: str) -> list[Candidate]:
    qualified = re.sub(r"::|#", ".", name)
    found = resolver.candidates([qualified.rpartition(".")[2]])
    candidates = [each for some in found.values() for each in some]
    exact = [each for each in candidates if f".{each.qualified}".endswith(f".{qualified}")]
    return sorted(exact, key=lambda each: (each.test, each.place.path, each.line))


def _one_line(signature: str) -> str:
    """A signature on one line."""
    return re.sub(r"(?<=[(\[]) |,? (?=[)\]])", "", " ".join(signature.split()))
