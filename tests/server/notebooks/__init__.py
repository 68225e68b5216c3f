from __future__ import annotations

from reread.analyzers.syntax import parse
from reread.analyzers.text import Document


def errors_in(text: str) -> bool:
    """Whether a text is no Python."""
    return parse(Document("a.py", text, language="python")).has_errors
