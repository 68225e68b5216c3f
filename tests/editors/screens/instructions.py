"""The instructions in the pages of the editors, as the tests follow them."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[3]
EDITORS = ROOT / "editors"


def instruction(editor: str, language: str) -> str:
    """The first block of code in this language on the page of an editor, for this checkout."""
    page = (EDITORS / editor / "README.md").read_text()
    block = re.search(rf"^ *```{language}\n(.*?)^ *```$", page, re.MULTILINE | re.DOTALL)
    assert block is not None, f"no {language} on the page of {editor}"
    return textwrap.dedent(block[1]).replace("/path/to/reread", str(ROOT))
