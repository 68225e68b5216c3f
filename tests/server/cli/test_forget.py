"""`reread forget`: nothing about a workspace is left in the cache and state folders, and everything about others is."""

from __future__ import annotations

import io
import logging
import os

import pytest

from reread.analyzers import correlation, retention
from reread.analyzers.file_lock import FileLock
from reread.rag.index import location, store
from reread.rag.index.location import index_folder
from reread.rag.index.store import RemoteStore
from reread.server.logs import writing
from reread.server.pull_requests import stored_comments
from reread.server.pull_requests.stored_comments import StoredComment
from tests.rag.chroma_server import ChromaServer
from tests.server.cli.conftest import OWN_SETTINGS, Folder
from tests.standin import StandIn

WORD = "quaggazebra"
CODE = "def total(items):\n    result = 0\n    for index in range(len(items)):\n        result += items[index]\n    return result\n"
CASE = f"""
language: python
intent: About {WORD}
files:
  {WORD}.py: |2
    +def total(values):
    +    return sum(values) - 1
defects:
  - path: {WORD}.py
    line: "    return sum(values) - 1"
    class: wrong-result
    why: One is taken from the sum, which nobody asked for.
"""
COMMANDS = (
    ["index"],
    ["search", "total"],
    ["context", f"{WORD}.py:2"],
    ["check"],
    ["check", "--across-files"],
    ["check", "--loop", "session"],
    ["consent", "allow"],
    ["review"],
    ["review"],
    ["ask", "why does total fail for a long list of items?"],
    ["summary", "HEAD~1..HEAD"],
    ["feedback", "dismiss", f"{WORD}.py:6", "--reason", "so it is"],
    ["report", "--format", "json"],
    ["history"],
    ["doctor"],
    ["stats"],
    ["eval", "cases", "--yes"],
)


@pytest.fixture
def model(nothing_from_outside, monkeypatch):
    with StandIn() as standin:
        monkeypatch.setenv("OPENAI_API_KEY", "k")
        monkeypatch.setenv("OPENAI_BASE_URL", standin.openai_url)
        yield standin


@pytest.fixture
def workspaces(tmp_path, folder, monkeypatch):
    """One with the word in its path and in the names of its files, and another one."""

    def made(name: str, word: str) -> Folder:
        workspace = Folder(tmp_path / name)
        workspace.write(".reread/rules/house.yaml", folder.read(".reread/rules/house.yaml"))
        workspace.write(f"{word}.py", CODE + "take_a_nap(1)\n")
        workspace.write(f"cases/{word}.yaml", CASE.replace(WORD, word))
        monkeypatch.chdir(workspace.path)
        workspace.git("init", "--quiet")
        workspace.commit()
        workspace.write("more.py", CODE)
        workspace.commit()
        workspace.write(f"{word}.py", CODE.replace("len(items)", "len(items) + 1") + f"take_a_nap(1)  # {word}\n")
        return workspace

    return made(f"work-{WORD}", WORD), made("other", "okapi")


def mentions(tmp_path, word: str = WORD) -> dict[str, int]:
    """The files of the cache and state folders that have the word in their name or content."""
    places = [tmp_path / "cache", tmp_path / "state"]
    files = [path for place in places for path in place.rglob("*") if path.is_file() or word in path.name]
    return {
        str(path.relative_to(tmp_path)): count
        for path in files
        if (
            count := str(path.relative_to(tmp_path)).count(word)
            + (path.read_bytes().count(word.encode()) if path.is_file() else 0)
        )
    }


def used(workspace: Folder, word: str, reread, monkeypatch) -> None:
    monkeypatch.chdir(workspace.path)
    for arguments in COMMANDS:
        result = reread(*(each.replace(WORD, word) for each in arguments))
        assert result.code in (0, 1, 3), (arguments, result)
    log = writing.start("worker")
    with correlation.within(f"job-{word}"):
        logging.getLogger("reread.test").warning("%s cannot be read", workspace.path / "a.py")
        logging.getLogger("reread.test").warning("%s was skipped", f"{word}.py")
    log.close()
    stored_comments.write(str(workspace.path), [StoredComment(f"{word}.py", 1, "ada", f"{word}?", "github")])


@pytest.mark.slow
def test_nothing_about_a_forgotten_workspace_is_left(workspaces, model, reread, tmp_path, monkeypatch):
    mine, other = workspaces
    used(other, "okapi", reread, monkeypatch)
    used(mine, WORD, reread, monkeypatch)
    before, others = mentions(tmp_path), mentions(tmp_path, "okapi")
    shown = reread("forget", "--yes")
    assert shown.code == 0, shown
    assert mentions(tmp_path) == {}
    for part in ("index", "workspaces", "responses", "audit", "rules", "pull-requests", "consent"):
        assert any(part in name for name in before), (part, before)
    for kind in (
        retention.FINDINGS,
        retention.REVIEWS,
        retention.LOOPS,
        retention.LOGS,
        retention.ANSWERS,
        retention.EVALUATIONS,
    ):
        assert f"  {kind.name}: " in shown.out, shown.out
    assert "the ledger stays" in shown.err and ".reread stays" in shown.err
    assert set(mentions(tmp_path, "okapi")) == set(others)
    assert reread("forget", "--yes").out == f"nothing is kept about {mine.path}\n"
    assert (mine.path / ".reread" / "feedback.jsonl").exists()
    monkeypatch.chdir(other.path)
    assert reread("review").code == 1 and reread("search", "total").out


def test_it_shows_what_there_is_and_asks(folder, reread, monkeypatch, tmp_path):
    folder.write("a.py", "take_a_nap(1)\n")
    reread("check")
    files = sorted((tmp_path / "cache" / "findings").iterdir())
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    result = reread("forget")
    assert result.code == 0 and "cached findings: 1 file" in result.out and "nothing was removed" in result.err
    assert sorted((tmp_path / "cache" / "findings").iterdir()) == files
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert reread("forget").err.endswith("use --yes to remove without asking\n")
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    assert reread("forget").code == 0
    assert list((tmp_path / "cache" / "findings").iterdir()) == []


def test_it_refuses_in_a_line_while_the_index_is_used(folder, reread):
    place = index_folder(str(folder.path))
    os.makedirs(place)
    lock = FileLock(os.path.join(place, "lock"))
    assert lock.acquire()
    result = reread("forget", "--yes")
    lock.release()
    assert result.code == 2 and len(result.err.splitlines()) == 1 and "uses its index" in result.err


def test_a_folder_that_is_gone_can_be_named(folder, reread, tmp_path):
    gone = tmp_path / "gone"
    stored_comments.write(str(gone), [StoredComment("a.py", 1, "ada", "?", "github")])
    assert "pull request comments: 1 file" in reread("forget", str(gone), "--yes").out
    assert stored_comments.read(str(gone)) == []


def test_the_doctor_shows_size_and_limits_of_what_there_is(folder, reread):
    folder.write("a.py", "take_a_nap(1)\n")
    reread("check")
    shown = reread("doctor").out
    assert "kept: cached findings: 1 file, " in shown
    assert "limits: 30 days, 200 files, 500 MB" in shown


class Terminal(io.StringIO):
    def isatty(self):
        return True


def at_server(folder, reread, url: str) -> None:
    folder.write(OWN_SETTINGS, f'[index]\nstore-url = "{url}"\n')
    folder.write("a.py", CODE)
    result = reread("index")
    assert (result.code, "Chroma at" in result.err) == (0, False), result


@pytest.mark.slow
def test_vectors_at_a_server_go_too(folder, reread, tmp_path):
    with ChromaServer(tmp_path / "chroma") as server:
        other = RemoteStore(server.url, "/elsewhere", "e")
        at_server(folder, reread, server.url)
        shown = reread("forget", "--yes")
        assert "  vectors at the Chroma server: " in shown.out
        assert "vectors in" not in shown.err
        assert list(store.counted(server.url, str(folder.path))) == []
        assert list(store.counted(server.url, "/elsewhere")) == [other._name]
        other.close()


@pytest.mark.slow
def test_vectors_that_stay_at_a_server_are_named(folder, reread, tmp_path):
    with ChromaServer(tmp_path / "chroma") as server:
        at_server(folder, reread, f"{server.url}/default_tenant/default_database/team")
        shown = reread("forget", "--yes")
        assert f"vectors in reread-team-* at {server.url}/default_tenant/default_database/team stay" in shown.err
        at_server(folder, reread, server.url)
    shown = reread("forget", "--yes")
    [line] = [line for line in shown.err.splitlines() if "vectors in" in line]
    assert location.address_of(server.url).family_of(str(folder.path)) in line
    assert line.endswith("they have keys, no text; delete the collection there")
