"""Reread in a real Helix, in a terminal, with `editors/helix/languages.toml`.

REREAD_TEST_HELIX names the program if it is not `hx` on the PATH; without Helix the tests are skipped. REREAD_PICTURES
names a folder to keep the picture in: that of `docs/pictures/` comes from here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.screens import recorded
from tests.editors.screens.sample import FIXED, FOUND, LEFT, picture
from tests.editors.screens.terminal import Terminal
from tests.editors.screens.traffic import Traffic

pytestmark = pytest.mark.editor

HELIX = os.environ.get("REREAD_TEST_HELIX") or shutil.which("hx") or shutil.which("helix") or ""
SETTINGS = Path(__file__).parents[3] / "editors" / "helix" / "languages.toml"


@pytest.fixture
def helix(shop: Path, surroundings: dict[str, str], configuration: Path) -> Iterator[Terminal]:
    if not HELIX:
        pytest.skip("Helix is not installed (hx), and REREAD_TEST_HELIX names no program")
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    (configuration / "helix").mkdir()
    shutil.copy(SETTINGS, configuration / "helix")
    terminal = Terminal(shop, surroundings, HELIX)
    try:
        yield terminal
    finally:
        terminal.close()


def version() -> str:
    return subprocess.run([HELIX, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]


def test_findings_are_shown_and_a_fix_is_applied(helix: Terminal, shop: Path, traffic: Traffic, tmp_path: Path) -> None:
    helix.wait("● 1 ● 1")
    assert traffic.rules(shop.name) == FOUND
    helix.type("17ggglhh")
    helix.wait("`is` with a literal compares identity")
    helix.press("Space", "a")
    helix.wait('Replace with `order.state == "open"`', "Ignore for this line", "Dismiss this finding")
    helix.picture(picture("helix.svg", tmp_path))
    helix.press("Enter")
    traffic.wait_for(shop.name, LEFT)
    helix.type(":write")
    helix.press("Enter")
    helix.wait("written")
    assert shop.read_text() == FIXED


def test_what_it_can_do_is_what_was_recorded(helix: Terminal, traffic: Traffic) -> None:
    helix.wait("● 1 ● 1")
    name = f"Helix {version()}"
    recorded.record(name, traffic.capabilities)
    if name not in recorded.names():
        pytest.skip(f"{name} has not been recorded")
    assert traffic.capabilities == recorded.capabilities(name)
