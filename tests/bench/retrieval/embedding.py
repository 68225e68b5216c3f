"""Doc comment to its definition, by embedders beside keywords: `python -m tests.bench.retrieval.embedding PATH ...`.

Each PATH is a source tree, or an archive such as `pip download --no-deps` gets. The doc comments of 2,000 definitions
(all of them, if there are fewer) are looked for among all definitions of all paths, whose own doc comments are taken
out first. Without a PATH it is those of the projects that the default embedder did not learn from which are installed.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reread.analyzers.roles import is_test
from reread.rag import embedders, words
from reread.rag.embed import Embedder
from tests.bench.retrieval.hashed import HashedEmbedder
from tools.training import recall
from tools.training.definitions import HELD_OUT, Described, fingerprint, members, of_text

QUESTIONS = 2_000
_FOUND = 1_000
"""Answers that are looked at; what keywords do not find among so many counts as last of all."""
_FUSION = 60
"""The constant of reciprocal rank fusion."""

Ranks = NDArray[np.int64]


class Result(NamedTuple):
    """How well one way of looking finds answers; `speed` in chunks a second of one processor, 0 where not measured."""

    name: str
    recall: recall.Recall
    speed: float = 0.0

    def __str__(self) -> str:
        speed = f"  {self.speed:8,.0f} chunks/s" if self.speed else ""
        return f"{self.name:36}{self.recall}{speed}"


def definitions(paths: Sequence[Path]) -> list[Described]:
    """All definitions below the paths but those of tests; the same code counts once."""
    found: dict[bytes, Described] = {}
    for path, text in _files(paths):
        if not is_test(path):
            for each in of_text(path, text):
                found.setdefault(fingerprint(f"{each.doc}{each.code}"), each)
    return list(found.values())


def measure(found: Sequence[Described], most: int = QUESTIONS) -> list[Result]:
    """Keywords, the embedder before, the default one, and keywords fused with that."""
    asked = recall.questions(found, most)
    by_words = keyword_ranks(found, asked)
    hashed, _ = _by(HashedEmbedder(), found, asked)
    learned = embedders.default()
    by_vectors, speed = _by(learned, found, asked)
    return [
        Result("keywords (BM25)", recall.recall(_last(by_words, len(found)))),
        Result("vectors, hashed-1", recall.recall(hashed)),
        Result(f"vectors, {learned.name}", recall.recall(by_vectors), speed),
        Result(f"both, {learned.name}", recall.recall(fused_ranks(learned, found, asked))),
    ]


def keyword_ranks(found: Sequence[Described], asked: Sequence[recall.Question]) -> Ranks:
    """The rank of each answer by BM25 over words of identifiers; 0 where it is not among the first."""
    return np.array(
        [_rank(order, question.answer) for order, question in zip(_orders(found, asked), asked, strict=True)]
    )


def fused_ranks(embedder: Embedder, found: Sequence[Described], asked: Sequence[recall.Question]) -> Ranks:
    """The rank of each answer by reciprocal rank fusion of keywords and vectors."""
    answers = embedder.embed(recall.texts(found))
    vectors = embedder.embed([question.text for question in asked])
    ranks = []
    for question, vector, order in zip(asked, vectors, _orders(found, asked), strict=True):
        scores = np.zeros(len(found))
        scores[order] += 1 / (_FUSION + 1 + np.arange(len(order)))
        like = np.argsort(-(answers @ vector), kind="stable")[:_FOUND]
        scores[like] += 1 / (_FUSION + 1 + np.arange(len(like)))
        ranks.append(int((scores > scores[question.answer]).sum()) + 1)
    return np.array(ranks)


def _by(embedder: Embedder, found: Sequence[Described], asked: Sequence[recall.Question]) -> tuple[Ranks, float]:
    """The ranks, and the chunks embedded in one second of processor time."""
    answers = recall.texts(found)
    embedder.embed(answers[:1])
    began = time.process_time()
    vectors = embedder.embed(answers)
    speed = len(answers) / (time.process_time() - began)
    return recall.ranks(embedder.embed([question.text for question in asked]), vectors, asked), speed


def _orders(found: Sequence[Described], asked: Sequence[recall.Question]) -> Iterator[NDArray[np.int64]]:
    """For each question the places of the definitions that share words with it, by BM25, best first."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (body, content='', tokenize='unicode61')")
        rows = [(number, words.indexed(text)) for number, text in enumerate(recall.texts(found))]
        connection.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)", rows)
        for question in asked:
            match = " OR ".join(f'"{word}"' for word in dict.fromkeys(words.indexed(question.text).split()))
            statement = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words), rowid LIMIT ?"
            order = connection.execute(statement, (match, _FOUND)).fetchall() if match else []
            yield np.array([row[0] for row in order], dtype=np.int64)
    finally:
        connection.close()


def _rank(order: NDArray[np.int64], answer: int) -> int:
    places = np.flatnonzero(order == answer)
    return int(places[0]) + 1 if len(places) else 0


def _last(ranks: Ranks, count: int) -> Ranks:
    return np.where(ranks == 0, count, ranks)


def _files(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Path, below what was named, and text of each file."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file():
                    yield from _text(file.relative_to(path.parent).as_posix(), file.read_bytes())
        else:
            for name, data in sorted((name, read()) for name, _, read in members(str(path))):
                yield from _text(name, data)


def _text(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    try:
        yield name, data.decode()
    except UnicodeDecodeError:
        pass


def installed() -> list[Path]:
    """Those of the projects held out that are installed here."""
    library = Path(sysconfig.get_path("purelib"))
    return [library / name for name in HELD_OUT if (library / name).is_dir()]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.retrieval.embedding", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    paths = parser.parse_args().paths or installed()
    found = definitions(paths)
    sys.stdout.write(f"{len(found):,} definitions in {', '.join(path.name for path in paths)}\n")
    for result in measure(found):
        sys.stdout.write(f"{result}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
