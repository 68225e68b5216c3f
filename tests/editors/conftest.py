"""Real editors. `editors/install-test-tools.sh` (part of `make test-editors`) installs what is driven here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.neovim import PLUGIN, Neovim
from tests.editors.servers import COMMAND


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Nothing of the user's: neither settings nor keys nor caches."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {**kept, **folders, "HOME": str(home), "LC_ALL": "C.UTF-8"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that editors take for the root of a project."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "reread.toml").touch()
    return folder


@pytest.fixture
def neovim(tmp_path: Path, environment: dict[str, str]) -> Iterator[Neovim]:
    """Neovim with the plug-in on its path, not set up yet."""
    editor = Neovim(tmp_path, environment)
    editor.run(f"vim.opt.runtimepath:append({str(PLUGIN)!r}); vim.cmd('filetype on | runtime plugin/reread.lua')")
    editor.run(f"_G.server_command = vim.json.decode([==[{_json(COMMAND)}]==])")
    yield editor
    editor.close()


def _json(value: object) -> str:
    import json

    return json.dumps(value)
