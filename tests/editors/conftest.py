"""Real editors. `editors/install-test-tools.sh` (part of `make test-editors`) installs what is driven here."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.neovim import PLUGIN, Neovim
from tests.editors.servers import COMMAND

RULE = """
rules:
  - id: compare-with-none
    languages: [python]
    severity: WARNING
    message: Compare with None by `is`.
    pattern: $X == None
    fix: $X is None
    metadata:
      applicability: safe
      explanation: A class can define what `==` means; `is` asks whether it is None.
"""
"""A rule of the project's own, so that these tests do not depend on which rules are built in."""

COMPARED = "def known(value):\n    return value == None\n"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def environment(home: Path) -> dict[str, str]:
    """Nothing of the user's: neither settings nor keys nor caches."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR", "REREAD_PATIENCE") if name in os.environ}
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {**kept, **folders, "HOME": str(home), "LC_ALL": "C.UTF-8"}


def make_project(folder: Path) -> Path:
    """A folder that editors take for the root of a project, with `compare.py` in it."""
    rules = folder / ".reread" / "rules"
    rules.mkdir(parents=True)
    (rules / "compare.yaml").write_text(RULE)
    (folder / "reread.toml").touch()
    (folder / "compare.py").write_text(COMPARED)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


NEWER_NEOVIM = os.environ.get("REREAD_TEST_NEWER_NEOVIM", "")
"""The program of another Neovim than the one on the PATH, which is that of Debian."""

NEOVIM_PLUGINS = os.environ.get("REREAD_TEST_NEOVIM_PLUGINS", "")
"""A folder with checkouts of other plug-ins, under the names of their repositories."""


def program_of(which: str) -> str:
    if which == "on PATH":
        return "nvim"
    if not NEWER_NEOVIM:
        pytest.skip("REREAD_TEST_NEWER_NEOVIM does not name the program of a newer Neovim")
    return NEWER_NEOVIM


@pytest.fixture(params=["on PATH", "newer"])
def neovim(request: pytest.FixtureRequest, tmp_path: Path, environment: dict[str, str]) -> Iterator[Neovim]:
    """Neovim with the plug-in on its path, not set up yet; `server_command` is what starts the server."""
    editor = Neovim(tmp_path, environment, program_of(request.param))
    editor.run(f"vim.opt.runtimepath:append({json.dumps(str(PLUGIN))})")
    editor.command("filetype on | runtime plugin/reread.lua")
    editor.run(f"_G.server_command = vim.json.decode([==[{json.dumps(COMMAND)}]==])")
    editor.run("_G.deprecated = {}; vim.deprecate = function(name) table.insert(deprecated, name) end")
    try:
        yield editor
        assert editor.evaluate("deprecated") == []
    finally:
        editor.close()
