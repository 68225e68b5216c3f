"""Results for a person's query: names of definitions, words and meaning, each piece with a confidence."""

from __future__ import annotations

import re
from collections.abc import Callable

from reread.analyzers.roles import is_test
from reread.rag.index.catalogue import Catalogue
from reread.rag.retrieval import evidence, keywords, lookups
from reread.rag.retrieval.evidence import FoundBySource
from reread.rag.retrieval.rank_fusion import KEYWORDS, SYMBOLS, VECTORS, Found
from reread.rag.retrieval.resolve import Resolver

Near = Callable[[str, int], list[Found]]
"""So many pieces that mean most nearly the same as a text."""

_TEST = 0.6
"""What a test, or prose, counts for beside code, when somebody describes what to find."""
_TITLE = 3
"""Words that a first line needs to be the title of what follows."""
_LINES = 3
"""Lines that a title is wrapped to at most."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_TESTS = re.compile(r"(?<![a-z])test", re.IGNORECASE)
"""Not the end of "the latest"."""
_NO_WORDS = re.compile(
    "|".join(
        (
            r"(?:MIME-Version|Content-Type|Content-Transfer-Encoding): \S+(?:\s+charset=\S+)?",
            r"^[A-Z][A-Za-z]*(?:-[A-Za-z]+)+:.*$",
            r"https?://\S+",
            r"\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}\b",
            r"\bThanks\b[^.]{0,200}?\bfor the (?:report|review|patch|suggestion)[^.]{0,200}\.",
        )
    ),
    re.MULTILINE,
)
"""What messages have that says nothing about code: heads of mails, `Signed-off-by: ...`, addresses, names of
commits, thanks.
"""


def for_words(catalogue: Catalogue, text: str, count: int, sources: frozenset[str], near: Near) -> FoundBySource:
    """The evidence of each of the sources for a text, at most `count` pieces of each kind."""
    text = _NO_WORDS.sub("", text).strip() or text
    title, rest = _title(text)
    if rest and len(_WORD.findall(title)) >= _TITLE:
        gathered = _titled(catalogue, title, text, count, sources, near)
    else:
        # On one line, as embedders take a question.
        gathered = _plain(catalogue, " ".join(text.split()), count, sources, near)
    tests = bool(_TESTS.search(text))
    return {name: [_weighed(one, tests) for one in found] for name, found in gathered.items()}


def _title(text: str) -> tuple[str, str]:
    """The first paragraph of a text, or its first line where that is long, and the rest."""
    first, _, rest = text.strip().partition("\n\n")
    if first.count("\n") < _LINES:
        return " ".join(first.split()), rest.strip()
    line, _, rest = text.strip().partition("\n")
    return line.strip(), rest.strip()


def _plain(catalogue: Catalogue, line: str, count: int, sources: frozenset[str], near: Near) -> FoundBySource:
    weights = keywords.question(catalogue, line)
    gathered: FoundBySource = {}
    if VECTORS in sources:
        gathered["meant"] = near(line, count)
    if KEYWORDS in sources:
        gathered["some words"] = _with_words(catalogue, weights, count, gathered)
        gathered["in name"] = _in_name(weights, gathered)
    if SYMBOLS in sources:
        gathered["defined"] = _defined(catalogue, line, count)
    return gathered


def _titled(
    catalogue: Catalogue, title: str, text: str, count: int, sources: frozenset[str], near: Near
) -> FoundBySource:
    """The title says what it is about; what follows has more of the words, and more beside the point."""
    gathered: FoundBySource = {}
    if VECTORS in sources:
        gathered["title meant"] = near(title, count)
        gathered["text meant"] = near(" ".join(text.split()), count)
    if KEYWORDS in sources:
        gathered["in text"] = _with_words(catalogue, keywords.question(catalogue, text), count, gathered)
        gathered["title in name"] = _in_name(keywords.question(catalogue, title), gathered)
    if SYMBOLS in sources:
        gathered["mentioned"] = _defined(catalogue, text, count)
    return gathered


def _defined(catalogue: Catalogue, text: str, count: int) -> list[Found]:
    sure = lookups.named(Resolver(catalogue), text)
    best = sorted(sure, key=lambda number: (-sure[number], number))[:count]
    stored = catalogue.chunks(best)
    return [Found(evidence.piece(stored[number]), sure[number]) for number in best if number in stored]


def _with_words(catalogue: Catalogue, weights: keywords.Weights, count: int, gathered: FoundBySource) -> list[Found]:
    """What has most of these words, and what else was gathered: half by BM25, half by the share that it has of them."""
    scores = keywords.chunks(catalogue, weights, count)
    best = max(scores.values(), default=1.0)
    found = {evidence.piece(chunk): scores[number] / best for number, chunk in catalogue.chunks(scores).items()}
    found = {each.piece: 0.0 for others in gathered.values() for each in others} | found
    some = [
        Found(piece, (share + keywords.coverage(weights, (piece.path, piece.name, piece.text))) / 2)
        for piece, share in found.items()
    ]
    return _best_first(some)


def _in_name(weights: keywords.Weights, gathered: FoundBySource) -> list[Found]:
    """Of what was found, what has the words in its path and name."""
    known = {each.piece for found in gathered.values() for each in found}
    return _best_first([Found(piece, keywords.coverage(weights, (piece.path, piece.name))) for piece in known])


def _best_first(found: list[Found]) -> list[Found]:
    return sorted(found, key=lambda each: (-each.strength, each.piece.path, each.piece.start_line))


def _weighed(found: Found, tests: bool) -> Found:
    """With `tests`, they are what is asked for, too."""
    aside = not found.piece.language or (is_test(found.piece.path) and not tests)
    return found._replace(strength=found.strength * _TEST) if aside else found
