"""Emacs in a terminal, set up as its page says.

REREAD_PICTURES names a folder to keep the picture in: that of `docs/pictures/` comes from here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.screens import recorded
from tests.editors.screens.instructions import instruction
from tests.editors.screens.sample import FIXED, FOUND, LEFT, picture
from tests.editors.screens.terminal import Terminal
from tests.editors.screens.traffic import Traffic

pytestmark = pytest.mark.editor

QUIET = "(setq inhibit-startup-screen t make-backup-files nil)\n(menu-bar-mode -1)\n"


@pytest.fixture
def emacs(shop: Path, surroundings: dict[str, str], configuration: Path) -> Iterator[Terminal]:
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    (configuration / "emacs").mkdir()
    (configuration / "emacs" / "init.el").write_text(QUIET + instruction("emacs", "elisp"))
    terminal = Terminal(shop, surroundings, "emacs", "-nw", lines=38)
    try:
        yield terminal
    finally:
        terminal.close()


def version() -> str:
    said = subprocess.run(["emacs", "--version"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"[\d.]+", said)[0]


def test_findings_are_shown_and_a_fix_is_applied(emacs: Terminal, shop: Path, traffic: Traffic, tmp_path: Path) -> None:
    traffic.wait_for(shop.name, FOUND)
    emacs.press("M-x")
    emacs.type("flymake-show-buffer-diagnostics")
    emacs.press("Enter")
    emacs.wait("py/sql-injection", "`is` with a literal")
    emacs.press("M-g", "g")
    emacs.type("17")
    emacs.press("Enter", "C-e", "C-b", "C-b")
    emacs.press("M-x")
    emacs.type("eglot-code-actions")
    emacs.press("Enter")
    emacs.wait('Replace with `order.state == "open"`')
    emacs.picture(picture("emacs.svg", tmp_path))
    emacs.press("Enter")
    traffic.wait_for(shop.name, LEFT)
    emacs.press("C-x", "C-s")
    emacs.wait("Wrote")
    assert shop.read_text() == FIXED


def test_what_it_can_do_is_what_was_recorded(emacs: Terminal, shop: Path, traffic: Traffic) -> None:
    traffic.wait_for(shop.name, FOUND)
    name = f"Emacs {version()} (reread.el)"
    recorded.record(name, traffic.capabilities)
    if name not in recorded.names():
        pytest.skip(f"{name} has not been recorded")
    assert traffic.capabilities == recorded.capabilities(name)
