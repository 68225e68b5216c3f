"""The code that attrs generates is kept, and never trusted further than Python's own cached modules are."""

from __future__ import annotations

import linecache
import marshal
import os
from pathlib import Path

import attrs
import pytest

from reread.analyzers.owned_files import read_values, write_values
from reread.server.lsp.transport.generated_code import cache_file, cached_code


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path))
    return Path(cache_file())


def point() -> type:
    return attrs.make_class("Point", ["x", "y"])


def test_code_is_written_once_and_then_read(cache: Path) -> None:
    with cached_code():
        point()
    written = cache.stat()
    with cached_code():
        again = point()
    assert again(1, 2) == again(1, 2)
    assert repr(again(1, 2)) == "Point(x=1, y=2)"
    assert (cache.stat().st_mtime_ns, cache.stat().st_ino) == (written.st_mtime_ns, written.st_ino)


def test_what_was_kept_is_what_runs(cache: Path) -> None:
    with cached_code():
        point()
    kept = read_values(str(cache))
    marked = compile("def __init__(self, x, y): self.x = 'from the cache'; self.y = y", "marked", "exec")
    write_values(str(cache), dict.fromkeys(kept, marked))
    with cached_code(), pytest.raises(KeyError):
        point()  # Its other methods are not in there: what attrs asks for is really taken from the file.


def test_code_that_no_class_needs_any_more_goes(cache: Path) -> None:
    with cached_code():
        point()
    with cached_code():
        attrs.make_class("Other", ["z"])
    with cached_code():
        attrs.make_class("Other", ["z"])
    assert len(read_values(str(cache))) == 1


@pytest.mark.parametrize("content", [b"", b"damaged", marshal.dumps(["no", "code"])])
def test_a_damaged_file_is_replaced(cache: Path, content: bytes) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_bytes(content)
    with cached_code():
        assert point()(1, 2).y == 2
    assert read_values(str(cache))


def test_a_file_of_somebody_else_is_not_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with cached_code():
        point()
    write_values(str(cache), {key: compile("raise SystemExit", "theirs", "exec") for key in read_values(str(cache))})
    me = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: me + 1)
    with cached_code():
        assert point()(1, 2).x == 1


def test_without_a_place_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("reread.server.lsp.transport.generated_code.cache_folder", lambda part: "relative")
    with cached_code():
        assert point()(1, 2).x == 1
    assert not list(tmp_path.rglob("*.cache"))


def test_attrs_is_left_as_it_was(cache: Path) -> None:
    import attr._make as generating

    before = dict(vars(generating))
    with pytest.raises(ZeroDivisionError), cached_code():
        raise ZeroDivisionError
    assert vars(generating) == before


def test_methods_get_no_copy_of_their_module() -> None:
    """The control: without it, they do."""
    with cached_code():
        assert "point" not in point().__init__.__globals__
    assert "point" in point().__init__.__globals__


def test_the_text_of_generated_code_is_not_kept() -> None:
    def kept() -> list[str]:
        return [name for name in linecache.cache if name.startswith("<attrs generated")]

    with cached_code():
        assert point()(1, 2) != point()(1, 3)
        assert kept() != []
    assert kept() == []
