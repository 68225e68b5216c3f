"""What is broken on disk is made again, with one message, and nothing of the workspace is touched."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys

import pytest

from reread.rag.index.location import index_folder
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import SAMPLE, write
from tests.rag.test_index import consistent, names

DAMAGES = {
    "empty": lambda path: path.write_bytes(b""),
    "short": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "garbage": lambda path: path.write_bytes(b"\xa5" * max(5_000, path.stat().st_size)),
    "gone": lambda path: path.unlink(),
    "folder": lambda path: (path.unlink(), path.mkdir()),
}

INDEXING = """
import sys
from reread.rag.workspace_index import WorkspaceIndex
index = WorkspaceIndex(sys.argv[1])
print("open", flush=True)
index.run(on_progress=lambda progress: print(progress.done, flush=True))
print("done", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def indexed(sample):
    """A workspace with a finished index that nobody has open."""
    index = WorkspaceIndex(str(sample))
    index.run()
    index.close()
    return sample


def reopened(folder):
    index = WorkspaceIndex(str(folder))
    report = index.run()
    return index, report


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_catalogue_is_made_again(indexed, cache, damage):
    damage(next(cache.rglob("catalogue.sqlite")))
    index, report = reopened(indexed)
    assert report.indexed == len(SAMPLE)
    assert names(index, "parse_money")[0] == "parse_money"
    assert consistent(index)
    assert len(report.notes) <= 1
    index.close()


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_vector_store_is_made_again(indexed, cache, damage):
    damage(next(cache.rglob("chroma.sqlite3")))
    index, report = reopened(indexed)
    assert report.indexed < len(SAMPLE)
    assert consistent(index)
    assert len(report.notes) <= 1
    index.close()


def test_damage_is_told_in_one_message(indexed, cache):
    next(cache.rglob("catalogue.sqlite")).write_bytes(b"garbage" * 1_000)
    index, report = reopened(indexed)
    assert len(report.notes) == 1
    assert "being rebuilt" in report.notes[0]
    assert index.run().notes == ()
    index.close()


def test_a_vector_store_that_was_deleted_comes_back(indexed, cache):
    shutil.rmtree(next(cache.rglob("vectors-*")))
    index, _ = reopened(indexed)
    assert consistent(index)
    index.close()


def test_vectors_are_kept_when_only_the_catalogue_is_gone(indexed, cache, monkeypatch):
    next(cache.rglob("catalogue.sqlite")).unlink()
    index = WorkspaceIndex(str(indexed))
    index.run()
    assert consistent(index)
    index.close()


def test_damage_that_a_reader_meets_is_repaired_by_the_next_run(sample):
    index = WorkspaceIndex(str(sample))
    index.run()
    index._directory.catalogue_damage = "database disk image is malformed"
    assert index.run([str(sample / "shop/tax.py")]).indexed == len(SAMPLE)
    index._directory.store_damage = "hnsw"
    assert "vectors" in index.run().notes[0]
    assert consistent(index)
    index.close()


def test_a_store_that_kills_its_process_is_done_without(indexed, cache):
    marker = next(cache.rglob("opening"))
    marker.write_text("3")
    index, report = reopened(indexed)
    assert "going on without it" in report.notes[0]
    assert names(index, "parse_money")[0] == "parse_money"
    index.close()
    index, report = reopened(indexed)
    assert report.notes == ()
    assert consistent(index)
    index.close()


def test_a_process_that_ends_on_purpose_while_the_store_is_opened_was_not_killed_by_it(indexed, cache):
    index = WorkspaceIndex(str(indexed))
    next(cache.rglob("opening")).write_text("3")
    index.expect_end()
    assert index.run().notes == ()
    index.close()


def test_a_foreign_file_in_the_directory_does_no_harm(indexed):
    directory = index_folder(str(indexed))
    write(indexed.parent / "x", {"a": ""})
    for name in ("vectors-other-1", "vectors-hashed-1-x", "opening", "unclean"):
        with open(f"{directory}/{name}", "w") as file:
            file.write("nonsense")
    index, _ = reopened(indexed)
    assert consistent(index)
    index.close()


def start(folder):
    return subprocess.Popen(
        [sys.executable, "-c", INDEXING, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def end(process):
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


def contents(index):
    """All that an index says, in an order of its own: files, chunks, symbols, keywords, and vectors in use."""
    query = index._directory.catalogue.query
    chunk = "JOIN chunk ON chunk.id = {} JOIN file ON file.id = chunk.file"
    columns = "path, first_line, last_line, chunk.kind, name, signature, doc, text, vector"
    statements = (
        "SELECT path, size, hash, language, test, namespace FROM file",
        f"SELECT {columns} FROM chunk JOIN file ON file.id = chunk.file",
        f"SELECT path, definition.name, qualified, line FROM definition {chunk.format('definition.chunk')}",
        f"SELECT path, reference.name, reference.kind, scope, line FROM reference {chunk.format('reference.chunk')}",
        "SELECT path, local, module, member FROM import JOIN file ON file.id = import.file",
        f"SELECT path, first_line FROM words {chunk.format('words.rowid')} WHERE words MATCH 'g1'",
    )
    said = [sorted(query(statement, ())) for statement in statements]
    used = {row[0] for row in query("SELECT vector FROM chunk", ())}
    return said, used <= index._directory.store.keys()


def contents_afresh(folder, monkeypatch):
    """The same of an index that is made of the folder as it is, elsewhere."""
    with monkeypatch.context() as patch:
        patch.setenv("REREAD_CACHE_DIR", str(folder.parent / "afresh"))
        index = WorkspaceIndex(str(folder))
        index.run()
        found = contents(index)
        index.close()
    return found


def test_two_processes_at_once_have_one_writer(sample):
    process = start(sample)
    assert "open" in process.stdout.readline()
    index = WorkspaceIndex(str(sample))
    assert index.run().read_only
    while process.stdout.readline() != "done\n":
        pass
    assert names(index, "parse_money")[0] == "parse_money"
    end(process)
    assert not index.run().read_only
    assert consistent(index)
    index.close()


def run_after_an_end(index):
    """Indexes once nothing of a killed process is left: a program that it was just starting has its lock for a moment."""
    for _ in range(100):
        if not index.run().read_only:
            break


@pytest.mark.parametrize(
    "seed",
    [
        *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(10)),
        *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(10, 30)),
    ],
)
def test_killed_at_any_moment_the_index_is_whole_again(folder, seed, monkeypatch):
    chance = random.Random(seed)
    write(folder, {f"m{number}.py": f"def f{number}():\n    return g{number}()\n" * 3 for number in range(350)})
    for _ in range(2):
        process = start(folder)
        for _ in range(chance.randrange(1, 9)):
            if process.stdout.readline() == "done\n":
                break
        try:
            process.wait(chance.random() * chance.choice([0.1, 0.5, 1.5]))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        end(process)
        write(folder, {f"m{chance.randrange(350)}.py": "def changed(): ...\n"})
        (folder / f"m{chance.randrange(350)}.py").unlink(missing_ok=True)
    index = WorkspaceIndex(str(folder))
    run_after_an_end(index)
    assert consistent(index)
    assert contents(index) == contents_afresh(folder, monkeypatch)
    index.close()
