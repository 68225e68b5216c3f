"""Vectors that cannot be had: the index does without them, says so, and makes up for it later."""

from __future__ import annotations

import numpy as np

from reread.rag.embed import EmbeddingError
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.test_index import age, consistent


class Moody:
    """An embedder behind an address that may be away."""

    name, dimensions = "moody", 4

    def __init__(self, *, away):
        self.away = away
        self.asked = 0

    def embed(self, texts):
        self.asked += 1
        if self.away:
            raise EmbeddingError("moody: nobody is there")
        return np.tile(np.array([[1, 0, 0, 0]], dtype=np.float32), (len(texts), 1))


def test_without_vectors_symbols_and_keywords_still_work(sample):
    embedder = Moody(away=True)
    index = WorkspaceIndex(str(sample), embedder=embedder)
    try:
        report = index.run()
        assert report.notes == ("moody: nobody is there; symbols and keywords still work",)
        assert embedder.asked == 1
        assert report.without_vectors == report.chunks > 0
        assert index.status().files > 0
        assert index._directory.store.count() == 0
    finally:
        index.close()


def test_the_next_run_makes_up_for_vectors_that_could_not_be_had(sample):
    embedder = Moody(away=True)
    index = WorkspaceIndex(str(sample), embedder=embedder)
    try:
        index.run()
        age(sample)
        embedder.away = False
        report = index.run()
        assert (report.notes, report.without_vectors) == ((), 0)
        assert consistent(index)
    finally:
        index.close()


def test_another_embedder_makes_all_vectors_anew_and_says_so(sample):
    for embedder in (Moody(away=False), None):
        index = WorkspaceIndex(str(sample), embedder=embedder)
        try:
            report = index.run()
            assert consistent(index)
        finally:
            index.close()
    assert len(report.notes) == 1
    assert "another embedder" in report.notes[0]
