"""Reads the "answer" of a JSON object while it streams, decoded as far as it has arrived."""

from __future__ import annotations

import json
import re
from typing import Any

_ANSWER = re.compile(r'"answer"\s*:\s*"')
_PLACES = re.compile(r'"places"\s*:\s*')
_WHOLE = re.compile(
    r'(?:[^"\\]|\\u(?:[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?![dD][89abAB])[0-9a-fA-F]{4})|\\[^u])*'
)
"""Letters and whole escapes; half of a letter waits for its other half."""

_LARGEST = 200_000
_json = json.JSONDecoder(strict=False)


class AnswerStream:
    """Is fed an answer piece by piece. `places` is the list before the answer, once the answer has begun."""

    def __init__(self) -> None:
        self.text = ""
        self.places: list[Any] | None = None
        self._position = -1

    def feed(self, piece: str) -> str:
        """The text of the answer that became readable with this piece. Nothing before the places are known."""
        if len(self.text) < _LARGEST:
            self.text += piece
        if self._position < 0 and not self._begun():
            return ""
        match = _WHOLE.match(self.text, self._position)
        raw = match[0] if match else ""
        self._position += len(raw)
        return str(_json.decode(f'"{raw}"'))

    def _begun(self) -> bool:
        match = _ANSWER.search(self.text)
        before = _PLACES.search(self.text, 0, match.start()) if match else None
        if match is None or before is None:
            return False
        try:
            self.places, _ = _json.raw_decode(self.text, before.end())
        except ValueError:
            return False
        self._position = match.end()
        return True
