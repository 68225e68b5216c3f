from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from reread.rag import embedders
from reread.rag.index import location, schema
from reread.rag.index.damage import DamagedStoreError, IndexUnavailableError
from reread.rag.index.preparing import read
from reread.rag.index.run import IndexLimits
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import SAMPLE, git, write


@pytest.fixture
def index(sample):
    opened = WorkspaceIndex(str(sample))
    yield opened
    opened.close()


def consistent(index):
    """Whether catalogue and store agree, as after every finished run."""
    directory = index._directory
    directory._until_open()
    counts = directory.catalogue.counts()
    directory.catalogue.check()
    keys = directory.store.keys()
    return directory.catalogue.missing_vectors(1) == [] and len(keys) == counts["vector"] and counts["chunk"] > 0


def names(index, words):
    return [piece.name for piece in index.search(words)]


def age(folder):
    """Make the files old enough for their times to be trusted."""
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))


def test_a_first_run_indexes_everything(index):
    progress = []
    report = index.run(on_progress=progress.append)
    assert (report.indexed, report.unchanged, report.removed) == (len(SAMPLE), 0, 0)
    assert progress[-1].done == progress[-1].total == len(SAMPLE)
    assert progress[-1].seconds_left == 0 < progress[-1].rate
    assert index.status().complete
    assert consistent(index)


def test_a_second_run_has_nothing_to_do(sample, index):
    age(sample)
    index.run()
    report = index.run()
    assert (report.indexed, report.unchanged, report.chunks) == (0, len(SAMPLE), 0)


def test_a_changed_file_is_indexed_anew(sample, index):
    index.run()
    write(sample, {"shop/tax.py": "def customs_duty(net): ...\n"})
    assert index.run().indexed == 1
    assert names(index, "customs_duty")[0] == "customs_duty"
    assert "value_added_tax" not in names(index, "value_added_tax")
    assert consistent(index)


def test_a_touched_file_is_not_indexed_anew(sample, index):
    age(sample)
    index.run()
    os.utime(sample / "shop/tax.py")
    assert index.run().indexed == 0


def test_a_change_within_the_same_time_stamp_is_seen(sample, index):
    path = sample / "shop/tax.py"
    index.run()
    status = path.stat()
    path.write_text(path.read_text().replace("0.19", "0.07"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert index.run().indexed == 1


def test_deleted_and_renamed_files_are_followed(sample, index):
    index.run()
    (sample / "shop/mail.py").unlink()
    (sample / "shop/tax.py").rename(sample / "shop/duty.py")
    report = index.run()
    assert (report.indexed, report.removed) == (1, 2)
    assert index.search("value_added_tax")[0].path == "shop/duty.py"
    assert consistent(index)


def test_single_files_can_be_indexed(sample, index):
    index.run()
    write(sample, {"shop/new.py": "def brand_new(): ...\n", "shop/unseen.py": "def not_seen(): ...\n"})
    (sample / "shop/mail.py").unlink()
    report = index.run([str(sample / "shop/new.py"), str(sample / "shop/mail.py"), "/elsewhere/a.py"])
    assert (report.indexed, report.removed) == (1, 1)
    assert names(index, "brand_new")[0] == "brand_new"
    assert "not_seen" not in names(index, "not_seen")


def test_a_folder_that_moved_is_followed_by_its_name(sample, index):
    index.run()
    (sample / "shop").rename(sample / "store")
    report = index.run([str(sample / "shop"), str(sample / "store")])
    assert report.indexed == report.removed == 5
    assert index.search("parse_money")[0].path == "store/money.py"
    assert not [piece for piece in index.search("money", 100) if piece.path.startswith("shop/")]


def test_a_new_ignore_file_takes_files_out(sample, index):
    index.run()
    write(sample, {".rereadignore": "shop/\n"})
    assert index.run([str(sample / ".rereadignore")]).removed == 5


def test_odd_files_are_reported_or_taken_in(sample, index):
    write(sample, {"data.csv": "a,b\n" * 10, "package-lock.json": "{}", "big.txt": "words " * 200_000})
    (sample / "binary.py").write_bytes(b"a\0b")
    (sample / "latin.py").write_bytes("def grüße(): ...".encode("latin-1"))
    (sample / "lone.py").write_bytes(b"def lone():\r    return 1\r")
    (sample / "minified.js").write_text("var a=1;" * 20_000)
    report = index.run()
    assert {skipped.path: skipped.reason for skipped in report.skipped} == {
        "binary.py": "binary",
        "big.txt": "larger than 1,000,000 bytes",
        "minified.js": "minified or data",
    }
    assert names(index, "grüße")[0] == "grüße"
    assert names(index, "lone")[0] == "lone"


def test_a_file_that_cannot_be_read_is_reported(sample, index, monkeypatch):
    monkeypatch.setattr("reread.rag.index.preparing.read", lambda folder, found: None)
    assert {skipped.reason for skipped in index.run().skipped} == {"cannot be read"}


def test_what_says_nothing_is_not_read_again_until_it_changes(sample, index, monkeypatch):
    (sample / "logo.png").write_bytes(b"a\0b")
    os.utime(sample / "logo.png", (1, 1))
    asked = []
    monkeypatch.setattr(
        "reread.rag.index.preparing.read", lambda folder, found: asked.append(found.path) or read(folder, found)
    )
    first, second = index.run(), index.run([str(sample / "logo.png")])
    assert first.skipped == second.skipped == index.run().skipped
    assert asked.count("logo.png") == 1
    (sample / "logo.png").write_text("words about parcels\n")
    assert index.run().indexed == 1 and names(index, "parcels")
    (sample / "logo.png").write_bytes(b"a\0b")
    assert [each.reason for each in index.run().skipped] == ["binary"] and not names(index, "parcels")
    (sample / "logo.png").unlink()
    assert index.run().removed == 1 and index.run().removed == 0


def test_limits(sample):
    index = WorkspaceIndex(str(sample), IndexLimits(exclude=("shop/",), max_file_size=150, max_files=2))
    report = index.run()
    assert report.indexed == 2
    assert {skipped.reason for skipped in report.skipped} == {"larger than 150 bytes", "beyond the first 2 files"}
    index.close()


def test_a_run_can_be_cancelled_and_goes_on_later(folder):
    write(folder, {f"m{number}.py": f"def f{number}(): ...\n" for number in range(200)})
    index = WorkspaceIndex(str(folder))
    stop = threading.Event()
    report = index.run(on_progress=lambda progress: stop.set(), cancelled=stop.is_set)
    assert report.cancelled
    assert 0 < report.indexed < 200
    assert not index.status().complete
    rest = index.run()
    assert rest.indexed + report.indexed >= 200
    assert index.status().files == 200
    assert consistent(index)
    index.close()


def test_a_changed_file_does_not_wait_for_a_long_run(folder):
    write(folder, {f"m{number}.py": f"def f{number}(): ...\n" for number in range(400)})
    index = WorkspaceIndex(str(folder))
    started, urgent_done = threading.Event(), threading.Event()
    order = []

    def slowly(progress):
        started.set()
        urgent_done.wait(120)

    long_run = threading.Thread(target=lambda: order.append(index.run(on_progress=slowly).indexed))
    long_run.start()
    assert started.wait(120)
    write(folder, {"now.py": "def right_now(): ...\n"})
    order.append(index.run([str(folder / "now.py")]).indexed)
    assert names(index, "right_now")[0] == "right_now"
    urgent_done.set()
    long_run.join(120)
    assert order[0] == 1
    assert consistent(index)
    index.close()


def test_two_runs_at_once_give_one_index(sample, index):
    threads = [threading.Thread(target=index.run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    index.run()
    assert index.status().files == len(SAMPLE)
    assert consistent(index)


def test_lookups_work_while_a_run_goes_on(folder):
    write(folder, {f"m{number}.py": f"def f{number}(): return shared({number})\n" for number in range(300)})
    index = WorkspaceIndex(str(folder))
    found = []
    index.run(on_progress=lambda progress: found.append(len(index.search("shared", 500))))
    assert found[0] > 0
    index.close()


def test_equal_files_share_nothing_but_their_words(folder):
    write(folder, {"a.py": "def f(): ...\n", "b.py": "def f(): ...\n"})
    index = WorkspaceIndex(str(folder))
    index.run()
    (folder / "a.py").unlink()
    index.run()
    assert [piece.path for piece in index.search("f")] == ["b.py"]
    assert consistent(index)
    index.close()


def test_repeated_code_in_one_file(folder):
    write(folder, {"a.py": "def f(): ...\n" * 3})
    index = WorkspaceIndex(str(folder))
    index.run()
    assert consistent(index)
    index.close()


def test_a_branch_switch_is_followed(sample, index):
    git(sample, "init", "-q", "-b", "main")
    git(sample, "add", ".")
    git(sample, "commit", "-qm", "a")
    index.run()
    git(sample, "checkout", "-qb", "other")
    write(sample, {"shop/tax.py": "def other_branch(): ...\n"})
    git(sample, "commit", "-qam", "b")
    index.run()
    assert names(index, "other_branch")[0] == "other_branch"
    git(sample, "checkout", "-q", "main")
    index.run()
    assert "other_branch" not in names(index, "other_branch")
    assert consistent(index)


class Counting:
    """The default embedder, and what it was asked for."""

    def __init__(self):
        self._own = embedders.default()
        self.name, self.dimensions = "counting", self._own.dimensions
        self.texts = []

    def embed(self, texts):
        self.texts += texts
        return self._own.embed(texts)


@pytest.fixture
def two_branches(sample):
    """A repository on the branch `main`, with another one, `other`, where much is different."""
    git(sample, "init", "-q", "-b", "main")
    git(sample, "add", ".")
    git(sample, "commit", "-qm", "a")
    git(sample, "checkout", "-qb", "other")
    write(sample, {"shop/tax.py": "def other_branch(): ...\n", "shop/new.py": "def brand_new(): ...\n"})
    (sample / "shop/mail.py").unlink()
    git(sample, "add", ".")
    git(sample, "commit", "-qam", "b")
    git(sample, "checkout", "-q", "main")
    return sample


def test_switching_branches_back_and_forth_embeds_nothing_anew(two_branches):
    counting = Counting()
    index = WorkspaceIndex(str(two_branches), embedder=counting)
    for branch in ("main", "other"):
        git(two_branches, "checkout", "-q", branch)
        index.run()
    counting.texts.clear()
    for branch in ("main", "other", "main"):
        git(two_branches, "checkout", "-q", branch)
        assert index.run().indexed
        assert consistent(index)
    assert counting.texts == []
    index.close()


def test_of_the_vectors_that_nothing_has_only_the_newest_are_kept(two_branches, monkeypatch):
    monkeypatch.setattr("reread.rag.index.vectors._MOST_UNUSED", 0)
    monkeypatch.setattr("reread.rag.index.vectors._UNUSED_SHARE", 0)
    index = WorkspaceIndex(str(two_branches))
    for branch in ("main", "other"):
        git(two_branches, "checkout", "-q", branch)
        index.run()
    assert index._directory.catalogue.unused_vectors() == []
    assert consistent(index)
    index.close()


def test_vectors_that_nothing_has_do_not_stand_in_the_way(folder):
    index = WorkspaceIndex(str(folder))
    for number in range(40):
        write(folder, {"a.py": f"def read_amount_of_money(text):\n    return {number}\n"})
        index.run()
    assert len(index._directory.catalogue.unused_vectors()) > 30
    assert [piece.path for piece in index.search("read an amount of money", 3, "vectors")] == ["a.py"]
    index.close()


def test_only_one_index_object_writes_and_the_others_read(sample, index):
    index.run()
    other = WorkspaceIndex(str(sample))
    assert (other.run().read_only, other.run().behind) == (True, 0)
    assert not other.status().writer
    assert names(other, "parse_money")[0] == "parse_money"
    index.close()
    assert not other.run().read_only
    other.close()


def test_who_may_only_read_is_told_how_far_behind_the_index_is(sample, index):
    index.run()
    first, *_ = sorted(sample.rglob("*.py"))
    first.unlink()
    write(sample, {"new.py": "new = 1\n"})
    other = WorkspaceIndex(str(sample))
    assert other.run().behind == 2
    assert other.run([str(sample / "new.py")]).behind == 0
    index.run()
    assert other.run().behind == 0
    other.close()


def test_an_index_closed_in_good_order_is_not_checked_again(sample, cache):
    index = WorkspaceIndex(str(sample))
    index.run()
    assert list(cache.rglob("unclean"))
    index.close()
    assert not list(cache.rglob("unclean"))


def test_a_folder_has_one_index_under_all_its_names(sample, tmp_path):
    os.symlink(sample, tmp_path / "link")
    assert location.index_folder(str(tmp_path / "link")) == location.index_folder(str(sample) + "/")
    assert location.index_folder(str(sample)) != location.index_folder(str(tmp_path))


def test_an_index_of_another_version_is_left_alone(sample, cache, monkeypatch):
    index = WorkspaceIndex(str(sample))
    index.run()
    index.close()
    before = location.index_folder(str(sample))
    assert before.endswith(f"v{schema.VERSION}")
    monkeypatch.setattr(location, "VERSION", "v0")
    other = WorkspaceIndex(str(sample))
    assert other.run().indexed == len(SAMPLE)
    assert other.status().directory != before
    assert Path(before, "catalogue.sqlite").exists()
    other.close()


def test_where_no_index_can_be_kept_the_message_says_what_to_do(sample, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "file" / "below"))
    with pytest.raises(IndexUnavailableError, match="REREAD_CACHE_DIR"):
        WorkspaceIndex(str(sample))


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ("reread.rag.index.catalogue.Catalogue.replace", sqlite3.OperationalError("database or disk is full")),
        ("reread.rag.index.store.Store.upsert", DamagedStoreError("database or disk is full")),
        ("reread.rag.index.run.plan", OSError(28, "No space left on device")),
    ],
)
def test_a_full_disk_is_told_in_one_line_and_nothing_is_thrown_away(sample, index, monkeypatch, where, error):
    index.run()
    chunks = index.status().chunks
    write(sample, {"shop/new.py": "def brand_new(): ...\n"})

    def full(*arguments, **options):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(where, full)
        with pytest.raises(IndexUnavailableError, match=r"cannot be written: no space left on /.*: /"):
            index.run()
    assert index.status().chunks >= chunks
    index.run()
    assert consistent(index)


def test_files_that_keep_secrets_are_not_indexed(folder):
    write(folder, {".env": "TOKEN=abc", ".env.local": "TOKEN=abc", "server.pem": "token abc", "id_rsa": "token abc"})
    index = WorkspaceIndex(str(folder))
    index.run()
    assert index.status().files == 0
    index.close()


def test_a_deleted_cache_comes_back(sample, cache):
    index = WorkspaceIndex(str(sample))
    index.run()
    index.close()
    shutil.rmtree(cache)
    index = WorkspaceIndex(str(sample))
    assert index.run().indexed == len(SAMPLE)
    index.close()


def test_the_status_says_what_is_there(sample, index):
    assert index.status().files == 0
    index.run()
    status = index.status()
    assert Path(status.directory).is_dir()
    assert status.writer
    assert min(status.files, status.chunks, status.definitions, status.references, status.size) > 0


def test_no_batch_is_prepared_once_it_is_being_closed(folder):
    write(folder, {f"m{number}.py": f"def f{number}(): ...\n" for number in range(400)})
    index = WorkspaceIndex(str(folder))
    running, reports = threading.Event(), []

    def wait_for_the_end(progress):
        running.set()
        assert index._indexer._closed.wait(120)

    thread = threading.Thread(target=lambda: reports.append(index.run(on_progress=wait_for_the_end)))
    thread.start()
    assert running.wait(120)
    index.close()
    thread.join()
    [report] = reports
    assert report.cancelled
    assert 0 < report.indexed < 400, "those that were already prepared are still put in"
    reopened = WorkspaceIndex(str(folder))
    reopened.run()
    assert reopened.status().files == 400
    assert consistent(reopened)
    reopened.close()
