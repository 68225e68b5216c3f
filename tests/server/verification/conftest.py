from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.review.settings import ReviewSettings, VerifyCommand
from reread.server.settings import Settings
from reread.server.verification.tools import Tools


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where copies are made, below a folder of our own."""
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "cache" / "verify"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with two files and a folder that is ignored."""
    folder = tmp_path / "work"
    (folder / "lib").mkdir(parents=True)
    (folder / "a.py").write_text("first = 1\n")
    (folder / "lib" / "b.py").write_text("second = 2\n")
    (folder / ".gitignore").write_text("build/\n")
    (folder / ".rereadignore").write_text("private.txt\n")
    (folder / "private.txt").write_text("nobody's business\n")
    (folder / "build").mkdir()
    (folder / "build" / "out.txt").write_text("made\n")
    return folder


def python(code: str, *arguments: str, **options: Any) -> dict[str, Any]:
    """A tool: what this Python does, in any folder."""
    return {"command": (sys.executable, "-c", code, *arguments), "folders": ("/",), **options}


def tools_of(workspace: Path, *commands: dict[str, Any], texts: dict[str, str] | None = None) -> Tools:
    settings = Settings(review=ReviewSettings(verify=tuple(VerifyCommand(**command) for command in commands)))
    return Tools(str(workspace), settings, texts or {})


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The files of a folder: what is in them, and when they were written."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }
