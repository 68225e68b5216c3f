"""The plug-in in a real Neovim: findings follow the text, fixes change it, pages open beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.editors.neovim import Neovim

pytestmark = pytest.mark.editor

COMPARED = "def known(value):\n    return value == None\n"


def open_file(neovim: Neovim, path: Path, text: str = COMPARED, options: str = "") -> None:
    path.write_text(text)
    neovim.run(f"require('reread').setup({{ cmd = server_command, {options} }})")
    neovim.command(f"edit {path}")


def test_findings_appear_and_follow_the_text(neovim: Neovim, project: Path) -> None:
    open_file(neovim, project / "compare.py")
    neovim.wait("#vim.diagnostic.get(0) > 0")
    assert [line for line, _ in neovim.findings] == [2]

    neovim.press("ggO# one line more<Esc>")
    neovim.wait("#vim.diagnostic.get(0) == 1 and vim.diagnostic.get(0)[1].lnum == 2")
    neovim.press("Gccdone = True<Esc>")
    neovim.wait("#vim.diagnostic.get(0) == 0")
    neovim.press("u")
    neovim.wait("#vim.diagnostic.get(0) == 1")
