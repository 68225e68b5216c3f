"""Reread in a real Kate, on a display of its own, with `editors/kate/settings.json`.

Without Kate the tests are skipped. REREAD_PICTURES names a folder to keep the picture in: that of `docs/pictures/` comes
from here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.screens import recorded
from tests.editors.screens.instructions import EDITORS
from tests.editors.screens.kate import MARKED_AS_ERROR, MARKED_AS_WARNING, Kate, missing
from tests.editors.screens.sample import FIXED, FOUND, LEFT, picture
from tests.editors.screens.traffic import Traffic

pytestmark = pytest.mark.editor

CONSENT = "LSP server start requested"


@pytest.fixture
def kate(shop: Path, surroundings: dict[str, str], configuration: Path, tmp_path: Path) -> Iterator[Kate]:
    """Kate with its plug-in and our settings, after the person has agreed that the server is started."""
    if missing():
        pytest.skip(f"not installed: {', '.join(missing())}")
    (configuration / "katerc").write_text("[Kate Plugins]\nkatelspclientplugin=true\n")
    (configuration / "kate" / "lspclient").mkdir(parents=True)
    shutil.copy(EDITORS / "kate" / "settings.json", configuration / "kate" / "lspclient")
    (tmp_path / "run").mkdir(mode=0o700)
    editor = Kate({**surroundings, "XDG_RUNTIME_DIR": str(tmp_path / "run")}, shop)
    try:
        editor.focus(CONSENT)
        editor.press("alt+y")
        editor.wait_until_closed(CONSENT)
        editor.fill_the_screen(shop.name)
        editor.wait_for_lines(MARKED_AS_ERROR)
        editor.wait_for_lines(MARKED_AS_WARNING)
        yield editor
    finally:
        editor.close()


def version() -> str:
    said = subprocess.run(
        ["kate", "--version"], env={"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=True
    ).stdout
    return re.findall(r"[\d.]+", said)[0]


def test_findings_are_shown_and_a_fix_is_applied(kate: Kate, shop: Path, traffic: Traffic, tmp_path: Path) -> None:
    traffic.wait_for(shop.name, FOUND)
    kate.press("ctrl+End", "Up", "End", "Left", "Left", "alt+l", "d")
    kate.click(700, 350)
    kate.press("ctrl+End", "Up", "End", "Left", "Left", "alt+Return")
    kate.wait_for_menu()
    kate.picture(picture("kate.png", tmp_path))
    kate.press("Down", "Return")
    traffic.wait_for(shop.name, LEFT)
    kate.wait_for_lines(MARKED_AS_ERROR, present=False)
    kate.press("ctrl+s")
    traffic.wait_until_saved(shop.name)
    assert shop.read_text() == FIXED


def test_what_it_can_do_is_what_was_recorded(kate: Kate, traffic: Traffic) -> None:
    name = f"Kate {version()}"
    recorded.record(name, traffic.capabilities)
    if name not in recorded.names():
        pytest.skip(f"{name} has not been recorded")
    assert traffic.capabilities == recorded.capabilities(name)
