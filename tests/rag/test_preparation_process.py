"""The process that helps with long runs: same answers as without it, no harm when it dies."""

from __future__ import annotations

import sys

import pytest

from reread.rag import embedders
from reread.rag.index import run
from reread.rag.index.preparation_process import PreparationProcess
from reread.rag.index.preparing import PendingFile, Prepared, prepare_all
from reread.rag.source.walk import walk
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import write
from tests.rag.test_index import consistent


def todo(folder):
    return [PendingFile(found, None) for found in walk(str(folder)).files]


@pytest.fixture
def process(sample):
    made = PreparationProcess(str(sample), embedders.default().name)
    yield made
    made.close()


def test_the_helper_prepares_as_this_process_would(sample, process):
    files = todo(sample)
    batches = [files[:3], files[3:]]
    for (asked, done), batch in zip(process.prepared(iter(batches)), batches, strict=True):
        expected = prepare_all(str(sample), batch, embedders.default().name, embedders.default())
        assert asked == batch
        assert [result.file._replace(checked=0) for result in done.results if isinstance(result, Prepared)] == [
            result.file._replace(checked=0) for result in expected.results if isinstance(result, Prepared)
        ]
        assert done.vectors.keys() == expected.vectors.keys()
        assert all((done.vectors[key] == expected.vectors[key]).all() for key in expected.vectors)


def test_vectors_of_another_embedder_are_left_to_this_process(sample):
    process = PreparationProcess(str(sample), "another")
    [(_, done)] = process.prepared(iter([todo(sample)]))
    process.close()
    assert done.vectors == {}
    assert any(isinstance(result, Prepared) for result in done.results)


def test_vectors_that_the_catalogue_knows_are_not_made_again(sample):
    index = WorkspaceIndex(str(sample))
    index.run()
    for catalogue, known in ((index._directory.catalogue_file, True), (str(sample / "nothing"), False)):
        process = PreparationProcess(str(sample), embedders.default().name, catalogue)
        [(_, done)] = process.prepared(iter([todo(sample)]))
        process.close()
        assert (done.vectors == {}) is known
    index.close()


def test_what_a_dead_helper_had_is_prepared_here(sample, process):
    files = todo(sample)
    batches = iter([[entry] for entry in files])
    answers = process.prepared(batches)
    seen = [next(answers)]
    process._process.kill()
    process._process.wait()
    seen += answers
    seen += [(batch, None) for batch in batches]
    assert [batch[0] for batch, _ in seen] == files


def test_an_index_made_with_help_is_the_same(folder, monkeypatch):
    write(folder, {f"m{number}.py": f"def f{number}(): return g{number}()\n" for number in range(60)})
    helped = []
    monkeypatch.setattr(run, "_WORTH_HELP", 10)
    monkeypatch.setattr(run.PreparationProcess, "available", staticmethod(lambda: helped.append(1) or True))
    index = WorkspaceIndex(str(folder))
    assert index.run().indexed == 60
    assert helped
    assert consistent(index)
    index.close()


def test_there_is_no_helper_without_a_python_to_run_it(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert not PreparationProcess.available()
