"""What holds prompts, answers or code is for its user alone, whatever the umask says and whatever was there before."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reread.analyzers import owned_files
from reread.analyzers.network.health import Health
from reread.analyzers.review.ask.cache import CachedAnswer, ResponseCache
from reread.analyzers.review.privacy.audit import AuditEntry, AuditLog
from reread.analyzers.review.provider import Usage
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.rag import history
from reread.rag.index import pause
from reread.rag.index.catalogue import Catalogue
from reread.rag.index.directory import IndexDirectory
from reread.rag.index.location import index_folder
from reread.server.lsp.parts import pages
from tests.security import hostile_git

pytestmark = pytest.mark.skipif(not hasattr(os, "umask"), reason="rights of files are those of POSIX")


@pytest.fixture(autouse=True)
def generous(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A umask that lets everybody read and write."""
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    before = os.umask(0)
    yield
    os.umask(before)


def ledger(place: Path) -> Callable[[], None]:
    made = Ledger(str(place / "ledger.sqlite"))
    # What SQLite keeps beside it is there for as long as it is open.
    made.keep_open()
    made.reserve(Call("run", "review", "provider", "model", "1"), Usage(1, 1), 0.1, SpendingLimits())
    assert (place / "ledger.sqlite-wal").exists()
    return made.close


def audit(place: Path) -> None:
    entry = AuditEntry("", "", "", "", "", "", "", "", (), (), 0, 0)
    AuditLog(str(place / "audit.jsonl")).append(entry)


def answers(place: Path) -> Callable[[], None]:
    cache = ResponseCache(str(place))
    cache.set("key", CachedAnswer("answer"))
    cache.set("long", CachedAnswer("answer" * 50_000))
    assert (cache.get("key"), cache.get("long")) == (CachedAnswer("answer"), CachedAnswer("answer" * 50_000))
    return cache.close


def health(place: Path) -> None:
    Health(str(place), "ollama", "http://localhost").failed("no answer")


def catalogue(place: Path) -> Callable[[], None]:
    owned_files.make_folder(str(place))
    made = Catalogue(str(place / "catalogue.sqlite"), writer=True)
    return made.close


def values(place: Path) -> None:
    assert owned_files.write_values(str(place / "values"), {"a": 1})


def page(place: Path) -> None:
    owned_files.make_folder(str(place))
    pages.write(str(place), "page.md", "text")


def commits(place: Path) -> None:
    owned_files.make_folder(str(place))
    history._write(str(place), b"text")


WRITERS = {
    "ledger": ledger,
    "audit": audit,
    "answers": answers,
    "health": health,
    "catalogue": catalogue,
    "values": values,
    "page": page,
    "history": commits,
}


@pytest.mark.parametrize("writer", WRITERS)
def test_files_and_their_folder_are_for_the_user_alone(tmp_path: Path, writer: str) -> None:
    close = WRITERS[writer](tmp_path / "place")
    assert others(tmp_path / "place") == []
    assert any(path.is_file() for path in (tmp_path / "place").rglob("*"))
    if close:
        close()


@pytest.mark.parametrize("writer", WRITERS)
def test_files_that_others_could_read_are_narrowed(tmp_path: Path, writer: str) -> None:
    place = tmp_path / "place"
    close = WRITERS[writer](place)
    for path in place.rglob("*"):
        path.chmod(0o777 if path.is_dir() else 0o666)
    assert others(place)
    again = WRITERS[writer](place)
    assert [path for path in others(place) if path.is_file()] == []
    for each in (close, again):
        if each:
            each()


def test_an_index_is_for_the_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    folder.mkdir()
    place = Path(index_folder(str(folder)))
    place.mkdir(parents=True, mode=0o777)
    (place / "chroma.sqlite3").touch(0o666)
    assert others(place)
    index = IndexDirectory(str(folder))
    index.close()
    pause.pause(str(folder))
    assert others(place) == []


def test_what_is_no_ones_business_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "target").touch(0o644)
    (tmp_path / "link").symlink_to(tmp_path / "target")
    owned_files.narrow_all(str(tmp_path))
    assert stat.S_IMODE((tmp_path / "target").stat().st_mode) == 0o600
    (tmp_path / "target").chmod(0o644)
    owned_files._narrow(str(tmp_path / "link"))
    owned_files._narrow(str(tmp_path / "missing"))
    assert stat.S_IMODE((tmp_path / "target").stat().st_mode) == 0o644


@pytest.mark.slow
def test_all_that_an_index_run_and_a_review_leave_is_for_the_user_alone(reread, tmp_path: Path, monkeypatch) -> None:
    from tests.standin import StandIn

    folder = hostile_git.harmless(tmp_path / "repository")
    hostile_git.changed(folder)
    monkeypatch.chdir(folder)
    os.umask(0o022)
    settings = tmp_path / "settings.toml"
    settings.write_text("[review]\n")
    monkeypatch.setenv("REREAD_CONFIG", str(settings))
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        reread("index")
        reread("review", "--yes")
        assert model.requests
    left = [path for part in ("cache", "state") for path in others(tmp_path / part) if path.is_file()]
    assert [path for path in left if not is_shut_in(path, tmp_path)] == []
    assert any(path.name == "ledger.sqlite" for path in (tmp_path / "state").rglob("*"))
    assert [path for path in left if "rules" not in path.parts] == []


def is_shut_in(path: Path, top: Path) -> bool:
    return any(not stat.S_IMODE(parent.stat().st_mode) & 0o077 for parent in path.parents if top in parent.parents)


def others(place: Path) -> list[Path]:
    """What others than the user have rights to."""
    return [
        path
        for path in (place, *place.rglob("*"))
        if stat.S_IMODE(path.lstat().st_mode) & 0o077 and not path.is_symlink()
    ]
