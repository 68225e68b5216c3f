"""`reread setup`: installs a part whole or not at all, and says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reread.analyzers import parts
from reread.server import installing


@pytest.fixture
def part(monkeypatch, tmp_path):
    """A part whose list is one wheel of our own making; no index is asked."""
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    missing = parts.Part("the sample", ("reread_sample_part",), 1)
    monkeypatch.setitem(parts.PARTS, "sample", missing)
    pinned = "reread-sample-part==1.0"
    lists = {"sample": f"{pinned}\n", "constraints": f"{pinned} \\\n    --hash=sha256:{64 * '0'}\n"}
    monkeypatch.setattr(parts, "_text", lambda name: lists.get(name, ""))
    monkeypatch.setattr(installing, "_uv", lambda: None)
    monkeypatch.setattr(installing, "find_spec", lambda name: name == "pip" or None)


@pytest.fixture
def pip(monkeypatch):
    """Stands in for pip: notes the command, makes the folder, ends with `code`."""

    class Pip:
        code = 0
        command: list[str] = []
        listed = ""
        said = b"Collecting it\n\x1b[31mno such wheel\n"

        def run(self, command, **options):
            self.command = [*command]
            self.listed = Path(command[-1]).read_text()
            target = Path(command[command.index("--target") + 1])
            target.mkdir()
            (target / "reread_sample_part.py").write_text("")
            assert {options["stdout"], options["stderr"]} == {subprocess.PIPE, subprocess.STDOUT}
            return subprocess.CompletedProcess(command, self.code, self.said)

    stand_in = Pip()
    monkeypatch.setattr(installing.subprocess, "run", stand_in.run)
    return stand_in


def test_a_part_is_installed_into_its_folder(part, pip, reread):
    result = reread("setup", "sample")
    assert result.code == 0
    assert "the sample: installed in" in result.out
    assert Path(parts.folder("sample"), "reread_sample_part.py").is_file()


def test_one_line_says_what_is_installed_and_pip_says_nothing(part, pip, reread):
    assert reread("setup", "sample").err == "reread: 1 of 1: installing the sample (about 1 MB) ...\n"


def test_what_pip_wrote_is_shown_where_it_fails(part, pip, reread):
    pip.code = 1
    said, *written, failed = reread("setup", "sample").err.splitlines()
    assert said == "reread: 1 of 1: installing the sample (about 1 MB) ..."
    assert written == ["Collecting it", "\\x1b[31mno such wheel"]
    assert failed.endswith("ended with exit code 1; see its output above")


def test_a_full_disk_is_named_instead_of_the_exit_code_of_pip(part, pip, reread):
    pip.code, pip.said = 1, b"ERROR: Could not install packages: [Errno 28] No space left on device\n"
    _, failed = reread("setup", "sample").err.splitlines()
    assert "the sample could not be installed: no space left on /" in failed


def test_only_what_the_list_says_is_installed_and_nothing_is_built(part, pip, reread):
    reread("setup", "sample")
    assert {"--require-hashes", "--no-deps", "--only-binary", ":all:"} <= set(pip.command)
    assert pip.command[-2] == "-r"
    assert pip.listed == f"reread-sample-part==1.0 \\\n    --hash=sha256:{64 * '0'}\n"
    assert pip.command[0] == sys.executable


def test_a_failed_installation_leaves_nothing(part, pip, reread):
    pip.code = 1
    result = reread("setup", "sample")
    assert result.code == 2
    assert "the sample could not be installed: " in result.err
    assert list(Path(parts.root()).iterdir()) == []


def test_an_installed_part_is_not_installed_again(part, pip, reread):
    reread("setup", "sample")
    pip.code = 1
    assert "already installed" in reread("setup", "sample").out


def test_an_installation_deletes_that_of_another_version(part, pip, reread):
    old = Path(parts.root(), "sample-00000000-cpython-311-linux")
    old.mkdir(parents=True)
    reread("setup", "sample")
    assert not old.exists()


def test_remove_deletes_a_part(part, pip, reread):
    reread("setup", "sample")
    assert "removed" in reread("setup", "--remove", "sample").out
    assert not parts.is_installed("sample")
    assert "nothing to remove" in reread("setup", "--remove", "sample").out


def test_an_unknown_part_is_refused(reread):
    result = reread("setup", "indx")
    assert result.code == 2
    assert f"no such part: indx; available: {', '.join(parts.PARTS)}" in result.err


@pytest.mark.parametrize("command", [["index"], ["search", "money"], ["context", "a.py:1"]])
def test_a_command_asks_for_the_part_that_it_needs(command, repository, reread, monkeypatch):
    repository.write("a.py", "a = 1\n")
    monkeypatch.setattr(parts, "is_installed", lambda name: False)
    result = reread(*command)
    assert result.code == 2
    assert result.err.strip() == f"reread: {parts.request('index')}"


def test_without_the_part_the_model_review_is_off_and_says_how_to_get_it(repository, reread, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "key")
    monkeypatch.setattr(parts, "is_installed", lambda name: False)
    repository.write("a.py", "def f(a):\n    return a\n")
    result = reread("review", "--whole", "a.py")
    assert result.code == 3
    assert "model review is not installed; `reread setup model` installs it" in result.out + result.err
