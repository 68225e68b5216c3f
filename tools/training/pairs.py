"""Pairs of texts that mean the same: what the embedder learns from."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reread.rag import words
from reread.rag.embed import embedded_text
from reread.rag.embedders.features import Vocabulary, weighted
from tools.training.definitions import Described

_SAYS_SOMETHING = 3
"""Words that a doc comment has at least."""
_LONGEST_QUESTION = 600
_ENOUGH_CODE = 150
"""Characters of code that can be distinguished from its body alone."""
_UNIQUE = 4
"""Letters of a name that is taken to mean the one definition that has it."""
_SPREAD = 3
"""Packages that a word must be in to be worth a row of its own."""
_LONGEST_WORD = 24
_COUNTED = 2_000
"""Definitions of a package whose words are counted."""

_WORD = re.compile(r"[a-zA-Z]{2,}")

Indices: TypeAlias = NDArray[np.int64]


class Pair(NamedTuple):
    """A question, and the text that answers it, both as they are embedded."""

    question: str
    answer: str


class Encoded(NamedTuple):
    """Texts as rows of a sparse matrix: those of text `i` are `columns[starts[i]:starts[i + 1]]`, with `weights`.

    A column is a field and a row of the table in one: `field * rows + row`.
    """

    starts: Indices
    columns: NDArray[np.int32] | Indices
    weights: NDArray[np.float32]


class Examples(NamedTuple):
    """Encoded pairs. `packages` says where each is from; equal `questions` are never held against each other."""

    left: Encoded
    right: Encoded
    packages: Indices
    questions: Indices


def pairs(definitions: Sequence[Described], most: int, chance: random.Random) -> list[Pair]:
    """The pairs of one package: at most so many from doc comments, and a third as many of each other kind."""
    shuffled = chance.sample(definitions, len(definitions))
    by_doc = [Pair(each.doc[:_LONGEST_QUESTION], _text(each)) for each in shuffled if says_something(each.doc)]
    by_name = [
        Pair(chance.choice((each.name, _last(each))), _nameless(each, chance))
        for each in shuffled
        if not says_something(each.doc) and len(each.code) > _ENOUGH_CODE
    ]
    by_call = list(_calls(shuffled, chance))
    return by_doc[:most] + by_name[: most // 3] + by_call[: most // 3]


def says_something(doc: str) -> bool:
    return len(_WORD.findall(doc)) >= _SAYS_SOMETHING


def vocabulary(packages: Iterable[Sequence[Described]], size: int) -> list[str]:
    """The words that most packages use, most of all first."""
    definitions: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for package in packages:
        counted = Counter(
            part
            for each in package[:_COUNTED]
            for part in {part for text in (each.doc, each.code) for part in _parts(text)}
        )  # fmt: skip
        definitions.update(counted)
        spread.update(counted.keys())
    known = [word for word in spread if spread[word] >= _SPREAD and len(word) <= _LONGEST_WORD]
    known.sort(key=lambda word: (-spread[word] * min(definitions[word], 3_000) ** 0.5, word))
    return known[:size]


def encode(known: Vocabulary, texts: Iterable[str]) -> Encoded:
    """What the embedder sees of texts."""
    sizes, columns, weights = [], [np.empty(0, np.int32)], [np.empty(0, np.float32)]
    for text in texts:
        sizes.append(0)
        for field, features in weighted(known, text).items():
            sizes[-1] += len(features)
            columns.append(np.fromiter(features, np.int32, len(features)) + np.int32(field * known.size))
            weights.append(np.fromiter(features.values(), np.float32, len(features)))
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return Encoded(starts, np.concatenate(columns), np.concatenate(weights))


def _parts(text: str) -> Iterator[str]:
    for identifier in set(words.identifiers(text)):
        for part in words.parts(identifier):
            if len(part) > 1 and not part.isdigit():
                yield part


def _text(each: Described) -> str:
    return embedded_text(each.path, each.name, each.code)


def _last(each: Described) -> str:
    return each.name.rpartition(".")[2]


def _nameless(each: Described, chance: random.Random) -> str:
    """A definition as one knows it from its body alone."""
    path = each.path if chance.random() < 0.5 else ""
    return embedded_text(path, "", re.sub(rf"\b{re.escape(_last(each))}\b", " ", each.code))


def _calls(definitions: Sequence[Described], chance: random.Random) -> Iterator[Pair]:
    """Definitions with one that they call, where a name leaves no doubt which."""
    named = defaultdict(list)
    for each in definitions:
        named[_last(each)].append(each)
    for each in definitions:
        called = [
            named[name][0]
            for name in each.calls
            if len(name) >= _UNIQUE and len(named.get(name, ())) == 1 and named[name][0] is not each
        ]
        if called:
            target = chance.choice(called)
            yield Pair(_documented(each), _documented(target))


def _documented(each: Described) -> str:
    return embedded_text(each.path, each.name, f"{each.doc}\n{each.code}")
