"""The plug-in in a real Neovim: findings follow the text, fixes change it, pages open beside it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reread.analyzers.languages.files import FILES
from reread.analyzers import syntax
from tests.editors.neovim import PLUGIN, Neovim
from tests.editors.servers import COMMAND

pytestmark = pytest.mark.editor


def open_file(neovim: Neovim, path: Path, options: str = "") -> None:
    neovim.run(f"require('reread').setup({{ cmd = server_command, {options} }})")
    neovim.command(f"edit {path}")


def open_with_finding(neovim: Neovim, project: Path) -> None:
    open_file(neovim, project / "compare.py")
    neovim.wait("#vim.diagnostic.get(0) > 0")


def test_findings_appear_and_follow_the_text(neovim: Neovim, project: Path) -> None:
    open_with_finding(neovim, project)
    assert neovim.findings == [(2, "compare-with-none")]

    neovim.press("ggO# one line more<Esc>")
    neovim.wait("#vim.diagnostic.get(0) == 1 and vim.diagnostic.get(0)[1].lnum == 2")
    neovim.press("Gcc    return True<Esc>")
    neovim.wait("#vim.diagnostic.get(0) == 0")
    neovim.press("u")
    neovim.wait("#vim.diagnostic.get(0) == 1")


def test_a_quick_fix_changes_the_text(neovim: Neovim, project: Path) -> None:
    open_with_finding(neovim, project)
    neovim.run("vim.ui.select = function(items, options, choose) _G.offered = items; choose(items[1], 1) end")
    neovim.press("2G$")
    neovim.run("vim.lsp.buf.code_action()")
    neovim.wait("#vim.diagnostic.get(0) == 0")
    assert neovim.lines == ["def known(value):", "    return value is None"]
    titles = neovim.evaluate("vim.tbl_map(function(item) return (item.action or item[2]).title end, offered)")
    assert titles[0] == "Replace with `value is None` (Reread: compare-with-none)"
    assert any("Ignore" in title for title in titles)


def test_all_safe_fixes_at_once(neovim: Neovim, project: Path) -> None:
    (project / "compare.py").write_text("import sys\n\nfirst = sys.argv == None\nsecond = sys.path == None\n")
    open_with_finding(neovim, project)
    neovim.command("RereadFixAll")
    neovim.wait("#vim.diagnostic.get(0) == 0")
    assert neovim.lines[2:] == ["first = sys.argv is None", "second = sys.path is None"]


def test_the_finding_under_the_cursor_is_explained_in_a_page_to_read(neovim: Neovim, project: Path) -> None:
    open_with_finding(neovim, project)
    neovim.press("2G$")
    neovim.command("RereadExplain")
    neovim.wait("vim.fn.expand('%:e') == 'md'")
    assert any("compare-with-none" in line for line in neovim.lines)
    assert neovim.evaluate("vim.bo.modifiable") is False


def test_pages_can_float_and_q_closes_them(neovim: Neovim, project: Path) -> None:
    open_file(neovim, project / "compare.py", "pages = 'float'")
    neovim.wait("#vim.diagnostic.get(0) > 0")
    neovim.press("2G$")
    neovim.command("Reread explain")
    neovim.wait("vim.fn.expand('%:e') == 'md'")
    assert neovim.evaluate("vim.api.nvim_win_get_config(0).relative") == "editor"
    assert any("compare-with-none" in line for line in neovim.lines)
    neovim.press("q")
    neovim.wait("vim.fn.expand('%:t') == 'compare.py'")


@pytest.mark.parametrize(("command", "get"), [("Quickfix", "getqflist()"), ("LocationList", "getloclist(0)")])
def test_findings_fill_a_list(neovim: Neovim, project: Path, command: str, get: str) -> None:
    open_with_finding(neovim, project)
    neovim.run(
        "vim.diagnostic.set(vim.api.nvim_create_namespace('another'), 0, {{ lnum = 0, col = 0, message = '?' }})"
    )
    neovim.command(f"Reread{command}")
    [item] = neovim.evaluate(f"vim.fn.{get}")
    assert (item["lnum"], item["type"]) == (2, "W")
    assert neovim.evaluate("vim.bo.buftype") == "quickfix"


def test_the_status_line_counts_the_findings_of_the_file(neovim: Neovim, project: Path) -> None:
    assert neovim.evaluate("require('reread').statusline()") == ""
    open_with_finding(neovim, project)
    assert neovim.evaluate("require('reread').statusline()") == "Reread W1"
    neovim.press("ggdG")
    neovim.wait("require('reread').statusline() == 'Reread'")


def test_the_health_check_says_what_runs(neovim: Neovim, project: Path) -> None:
    open_with_finding(neovim, project)
    neovim.command("checkhealth reread")
    page = "\n".join(neovim.lines)
    assert re.search(r"OK:? (reread )?\d+\.\d+", page)
    assert f"a server runs in {project}" in page
    assert "ERROR" not in page


def test_the_health_check_says_what_is_missing(neovim: Neovim) -> None:
    neovim.run("require('reread').setup({ cmd = { 'no-such-program' } })")
    neovim.command("checkhealth reread")
    page = "\n".join(neovim.lines)
    assert "there is no program no-such-program" in page
    assert "uv tool install ." in page
    assert "the server runs for no open file" in page


def test_commands_are_completed(neovim: Neovim) -> None:
    assert neovim.evaluate("vim.fn.getcompletion('Reread fix', 'cmdline')") == ["fix-all", "fix-with-model"]
    assert neovim.evaluate("vim.fn.getcompletion('Reread nothing', 'cmdline')") == []


def test_a_command_that_is_none_is_told(neovim: Neovim) -> None:
    neovim.run("_G.said = {}; vim.notify = function(message) table.insert(said, message) end")
    neovim.command("Reread nothing")
    [said] = neovim.evaluate("said")
    assert "no command nothing" in said
    assert "explain" in said


def test_the_help_has_its_tags(neovim: Neovim, tmp_path: Path) -> None:
    shutil.copytree(PLUGIN / "doc", tmp_path / "plugin" / "doc")
    neovim.command(f"helptags {tmp_path / 'plugin' / 'doc'}")
    neovim.command(f"set runtimepath+={tmp_path / 'plugin'}")
    for topic in ("reread", "reread-health", ":RereadQuickfix", ":Reread"):
        neovim.command(f"help {topic}")
        assert neovim.evaluate("vim.fn.expand('%:t')") == "reread.txt"
    page = (PLUGIN / "doc" / "reread.txt").read_text()
    assert max(map(len, page.splitlines())) <= 80
    assert [link for link in re.findall(r"\|(reread[\w-]*)\|", page) if f"*{link}*" not in page] == []


def test_settings_reach_the_server(neovim: Neovim, project: Path) -> None:
    (project / "compare.py").write_text("import sys\n\nfirst = sys.argv == None\nsecond = sys.platform is 'two'\n")
    open_file(neovim, project / "compare.py", "settings = { rules = { ignore = { 'compare-with-none' } } }")
    neovim.wait("#vim.diagnostic.get(0) == 1")
    assert [line for line, _ in neovim.findings] == [4]


def test_the_server_can_be_restarted(neovim: Neovim, project: Path) -> None:
    open_with_finding(neovim, project)
    before = neovim.evaluate("require('reread.client').of(0).id")
    neovim.command("RereadRestart")
    neovim.wait("require('reread.client').of(0) and #vim.diagnostic.get(0) == 1")
    assert neovim.evaluate("require('reread.client').of(0).id") != before


def test_one_server_for_the_files_of_a_project(neovim: Neovim, project: Path) -> None:
    (project / "folder").mkdir()
    (project / "folder" / "other.py").write_text("second = __name__ == None\n")
    open_with_finding(neovim, project)
    first = neovim.evaluate("require('reread.client').of(0).id")
    neovim.command(f"edit {project / 'folder' / 'other.py'}")
    neovim.wait("#vim.diagnostic.get(0) > 0")
    assert neovim.evaluate("require('reread.client').of(0).id") == first


@pytest.mark.parametrize("other", ["edit notes.txt", "edit fugitive://compare.py | set filetype=python"])
def test_other_buffers_are_left_alone(neovim: Neovim, project: Path, other: str) -> None:
    open_with_finding(neovim, project)
    neovim.command(other)
    assert neovim.evaluate("require('reread.client').of(0)") is None


def test_every_language_that_the_server_reads_has_its_file_type(neovim: Neovim) -> None:
    names = neovim.evaluate(
        "vim.tbl_map(require('reread.client').language_id, require('reread.config').defaults.filetypes)"
    )
    assert set(names) >= {each.identifiers[0] for each in FILES.values()}


def test_a_missing_program_is_said_once(neovim: Neovim, project: Path) -> None:
    neovim.run("_G.said = {}; vim.notify = function(message) table.insert(said, message) end")
    neovim.run("require('reread').setup({ cmd = { 'no-such-program' } })")
    neovim.command(f"edit {project / 'compare.py'}")
    neovim.command("enew | set filetype=python")
    said = neovim.evaluate("said")
    assert len(said) == 1
    assert "no-such-program" in said[0]


def test_commands_without_a_server_say_so(neovim: Neovim) -> None:
    neovim.run("_G.said = {}; vim.notify = function(message) table.insert(said, message) end")
    for command in ("RereadReview", "RereadFixAll"):
        neovim.command(command)
    assert neovim.evaluate("said") == ["Reread: the server does not run for this file"] * 2


def test_newer_versions_are_configured_by_their_own_means(neovim: Neovim, project: Path) -> None:
    neovim.run(
        "vim.lsp.config = function(name, config) _G.name, _G.config = name, config end;"
        "vim.lsp.enable = function(name) _G.enabled = name end;"
        "require('reread').setup({ cmd = server_command });"
    )
    neovim.command(f"edit {project / 'compare.py'}")
    assert neovim.evaluate("{ name, enabled, config.cmd, config.name }") == [
        *("reread", "reread"),
        COMMAND,
        "reread",
    ]
    neovim.run("config.root_dir(vim.api.nvim_get_current_buf(), function(root) _G.root = root end)")
    assert neovim.evaluate("root") == str(project)
    assert neovim.evaluate("vim.lsp.buf_is_attached(0, 1)") is False


def test_the_configuration_without_the_plug_in_agrees_with_its_defaults(neovim: Neovim) -> None:
    own = neovim.evaluate(f"dofile('{PLUGIN / 'lsp' / 'reread.lua'}')")
    defaults = neovim.evaluate("require('reread.config').defaults")
    assert own == {key: defaults[key] for key in ("cmd", "filetypes", "root_markers")}


def test_every_command_is_in_the_help(neovim: Neovim) -> None:
    defined = neovim.evaluate(
        "vim.tbl_filter(function(n) return n:match('^Reread') end, vim.fn.getcompletion('', 'command'))"
    )
    page = (PLUGIN / "doc" / "reread.txt").read_text()
    assert defined
    assert [name for name in defined if f"*:{name}*" not in page] == []
