"""Indexing paused and resumed, by whichever process."""

from __future__ import annotations

import threading

import pytest

from reread.rag.index import pause
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import SAMPLE, write
from tests.rag.test_index import consistent, names


@pytest.fixture
def index(sample):
    opened = WorkspaceIndex(str(sample))
    yield opened
    opened.close()


def test_while_paused_nothing_is_indexed(sample, index):
    pause.pause(str(sample))
    for paths in (None, [str(sample / "shop/tax.py")]):
        report = index.run(paths)
        assert report.paused
        assert not report.read_only
    status = index.status()
    assert status.paused
    assert status.files == 0


def test_after_resuming_it_goes_on(sample, index):
    pause.pause(str(sample))
    index.run()
    assert pause.resume(str(sample))
    report = index.run()
    assert (report.paused, report.indexed) == (False, len(SAMPLE))
    assert not index.status().paused


def test_a_run_that_goes_on_ends_after_its_batch(folder):
    write(folder, {f"m{number}.py": f"def f{number}(): ...\n" for number in range(190)})
    index = WorkspaceIndex(str(folder))
    report = index.run(on_progress=lambda progress: pause.pause(str(folder)))
    assert report.paused
    assert 0 < report.indexed < 190
    assert names(index, "f1") or names(index, "f189")
    pause.resume(str(folder))
    index.run()
    assert index.status().complete
    assert consistent(index)
    index.close()


def test_lookups_work_while_paused(sample, index):
    index.run()
    pause.pause(str(sample))
    assert names(index, "parse_money")[0] == "parse_money"


def test_other_folders_are_not_paused(sample, index, tmp_path):
    pause.pause(str(tmp_path))
    assert index.run().indexed == len(SAMPLE)


def test_resuming_what_is_not_paused_says_so(sample):
    assert not pause.resume(str(sample))


def test_a_cancelled_run_is_not_a_paused_one(sample, index):
    stop = threading.Event()
    stop.set()
    report = index.run(cancelled=stop.is_set)
    assert report.cancelled
    assert not report.paused
