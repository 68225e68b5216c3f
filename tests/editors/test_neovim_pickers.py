"""Findings in the pickers of other plug-ins for Neovim: the real ones, from checkouts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.editors.conftest import NEOVIM_PLUGINS
from tests.editors.neovim import Neovim
from tests.editors.test_neovim_commands import start

pytestmark = pytest.mark.editor


@pytest.mark.parametrize("picker", ["", "picker = 'quickfix'"])
def test_without_a_picker_findings_are_in_the_quickfix_list(neovim: Neovim, project: Path, picker: str) -> None:
    start(neovim, project / "compare.py", picker)
    neovim.wait("#vim.diagnostic.get(0) > 0")
    neovim.command("RereadPick")
    assert neovim.evaluate("vim.bo.buftype") == "quickfix"


PICKERS = {
    "telescope": ("telescope.nvim", "TelescopePrompt", ["plenary.nvim", "telescope.nvim"]),
    "fzf-lua": ("fzf-lua", "fzf", ["fzf-lua"]),
    "snacks": ("snacks.nvim", "snacks_picker_input", ["snacks.nvim"]),
}


@pytest.mark.parametrize("picker", PICKERS)
def test_findings_are_chosen_in_the_picker_that_is_installed(neovim: Neovim, project: Path, picker: str) -> None:
    plug_in, filetype, folders = PICKERS[picker]
    if not (NEOVIM_PLUGINS and (Path(NEOVIM_PLUGINS) / plug_in).is_dir()):
        pytest.skip(f"REREAD_TEST_NEOVIM_PLUGINS names no folder with a checkout of {plug_in}")
    if not neovim.evaluate("vim.fn.has('nvim-0.11') == 1"):
        pytest.skip("the plug-ins want a newer Neovim")
    for folder in folders:
        neovim.run(f"vim.opt.runtimepath:append({json.dumps(str(Path(NEOVIM_PLUGINS) / folder))})")
    start(neovim, project / "compare.py")
    neovim.wait("#vim.diagnostic.get(0) > 0")
    neovim.command("enew | RereadPick")
    neovim.wait(f"vim.bo.filetype == {json.dumps(filetype)}")
    if neovim.evaluate("vim.api.nvim_get_mode().mode") == "nt":  # A terminal is entered once the editor is idle.
        neovim.press("i")
    neovim.wait(
        "vim.tbl_contains(vim.tbl_map(function(buffer) return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1,"
        " false), '\\n'):find('Compare with None', 1, true) ~= nil end, vim.api.nvim_list_bufs()), true)"
    )
    neovim.press("<CR>")
    neovim.wait("vim.fn.expand('%:t') == 'compare.py'")
    neovim.wait("vim.api.nvim_win_get_cursor(0)[1] == 2")
    assert neovim.evaluate("said") == []
