"""The weaknesses that a rule names, in the Common Weakness Enumeration."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

PAGES = "https://cwe.mitre.org/data/definitions/"
_CWE = re.compile(r"CWE-(\d+)")


def weakness_pages(metadata: Mapping[str, Any]) -> list[str]:
    """The addresses of the pages about the weaknesses in the metadata of a rule."""
    named = metadata.get("cwe")
    texts = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    return [f"{PAGES}{match[1]}.html" for text in texts if (match := _CWE.match(str(text)))]
