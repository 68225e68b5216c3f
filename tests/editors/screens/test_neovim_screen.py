"""Neovim in a terminal, set up as its page says.

REREAD_TEST_NEWER_NEOVIM names a newer Neovim, of which the picture is taken too. REREAD_PICTURES names a folder to keep
the pictures in: that of `docs/pictures/` comes from here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.conftest import program_of
from tests.editors.screens.instructions import instruction
from tests.editors.screens.sample import FIXED, FOUND, LEFT, picture
from tests.editors.screens.terminal import Terminal
from tests.editors.screens.traffic import Traffic

pytestmark = pytest.mark.editor

COLOURS = "vim.opt.termguicolors = true\nvim.opt.number = true\nvim.opt.signcolumn = 'yes'\n"


@pytest.fixture(params=["on PATH", "newer"])
def neovim(
    request: pytest.FixtureRequest, shop: Path, surroundings: dict[str, str], configuration: Path
) -> Iterator[Terminal]:
    program = program_of(request.param)
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    (configuration / "nvim").mkdir()
    (configuration / "nvim" / "init.lua").write_text(COLOURS + instruction("neovim", "lua"))
    terminal = Terminal(shop, surroundings, program, "-n")
    try:
        yield terminal
    finally:
        terminal.close()


def test_findings_are_shown_and_a_fix_is_applied(
    neovim: Terminal, shop: Path, traffic: Traffic, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    traffic.wait_for(shop.name, FOUND)
    neovim.type("17G$hh")
    neovim.type(":lua vim.diagnostic.open_float()")
    neovim.press("Enter")
    neovim.wait("`is` with a literal compares identity")
    neovim.picture(picture("neovim.svg" if "newer" in request.node.name else "neovim-older.svg", tmp_path))
    neovim.type(":lua vim.lsp.buf.code_action()")
    neovim.press("Enter")
    neovim.wait('1: Replace with `order.state == "open"`', "Ignore for this line")
    neovim.type("1")
    neovim.press("Enter")
    traffic.wait_for(shop.name, LEFT)
    neovim.press("Escape")
    neovim.type(":write")
    neovim.press("Enter")
    neovim.wait("written")
    assert shop.read_text() == FIXED
