"""`python -m tools.training FOLDER`: fetch the data into FOLDER, learn, and write the model into the package."""

from __future__ import annotations

import argparse
import os
import pickle
import random
import sys
import zlib
from collections.abc import Sequence

import numpy as np

from reread.rag.embedders.features import Vocabulary
from reread.rag.embedders.static import FOLDER, StaticEmbedder
from tools.training import common_words, recall
from tools.training.definitions import Described, of_archive
from tools.training.fetch import LIST, VALIDATE, fetch, sources
from tools.training.files import write
from tools.training.options import Options
from tools.training.pairs import Examples, Pair, encode, pairs, vocabulary

_OF_PACKAGE = 6_000
"""Definitions of one package at most, so that the large ones do not decide alone."""
_PAIRS_OF_PACKAGE = 3_000
_QUESTIONS = 2_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.training", description=__doc__)
    parser.add_argument("folder", help="where the data is kept, about 3 GB")
    parser.add_argument("--data", default=LIST, metavar="LIST", help="the packages, as in data.tsv")
    parser.add_argument("--model", default=FOLDER, help="where the model is written to")
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--buckets", type=int, default=8_192)
    parser.add_argument("--dimensions", type=int, default=Options().dimensions)
    parser.add_argument("--steps", type=int, default=Options().steps)
    parser.add_argument("--common-words", metavar="FILE", help="write the table of common words there, and no more")
    arguments = parser.parse_args()
    learned_from, validation = _packages(arguments.folder, arguments.data)
    _say(f"{len(learned_from)} packages, {sum(map(len, learned_from))} definitions")
    if arguments.common_words:
        common_words.write(common_words.shares(learned_from), arguments.common_words)
        return 0
    from tools.training.learn import learn

    known = vocabulary(learned_from, arguments.words)
    model = Vocabulary(known, arguments.buckets)
    examples = _examples(model, learned_from)
    _say(f"{len(known)} words, {len(examples.packages)} pairs")
    options = Options(dimensions=arguments.dimensions, steps=arguments.steps)
    name = write(learn(examples, model.size, options, _say), known, arguments.model)
    for title, definitions in validation.items():
        asked = recall.questions(definitions, _QUESTIONS)
        if not asked:
            continue
        found = recall.by_vectors(StaticEmbedder(arguments.model), definitions, asked)
        _say(f"{name}, {title}: {recall.recall(found)}")
    return 0


def _packages(folder: str, listed: str = LIST) -> tuple[list[list[Described]], dict[str, list[Described]]]:
    """The definitions to learn from, by package, and those to validate with, by title."""
    learned_from = []
    validation: dict[str, list[Described]] = {"Python": [], "other languages": []}
    for source, archives in fetch(folder, sources(listed)):
        definitions = [each for archive in archives for each in _cached(archive)]
        if source.use == VALIDATE:
            for each in definitions:
                validation["Python" if each.language == "python" else "other languages"].append(each)
        elif definitions:
            learned_from.append(definitions)
    return learned_from, validation


def _cached(archive: str) -> list[Described]:
    """The definitions of an archive, kept beside it since reading it takes longer than all the rest."""
    path = archive + ".definitions"
    if not os.path.exists(path):
        found = of_archive(archive, _OF_PACKAGE)
        with open(path + "~", "wb") as file:
            pickle.dump([tuple(each) for each in found], file)
        os.replace(path + "~", path)
    with open(path, "rb") as file:
        return [Described(*each) for each in pickle.load(file)]


def _examples(model: Vocabulary, packages: Sequence[Sequence[Described]]) -> Examples:
    chance = random.Random(1)
    found: list[Pair] = []
    numbers: list[int] = []
    for number, definitions in enumerate(packages):
        own = pairs(definitions, _PAIRS_OF_PACKAGE, chance)
        found += own
        numbers += [number] * len(own)
    return Examples(
        encode(model, (pair.question for pair in found)),
        encode(model, (pair.answer for pair in found)),
        np.array(numbers),
        np.array([zlib.crc32(pair.question.encode()) for pair in found]),
    )


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
