"""Removes what a stranger must not read: secrets, personal data, private words, and the name of the machine."""

from __future__ import annotations

import getpass
import json
import os
import socket
from collections.abc import Callable
from functools import cache
from typing import Any

from reread.analyzers.review.privacy.pii import FINDERS, Personal
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.settings import ReviewSettings
from reread.server.personal import personal_of

_SHORTEST = 3
"""Characters of a name of a user or machine that is kept back: a shorter one is a part of many words."""


class Cleaner:
    """The redaction used for models, with all kinds of personal data, for one archive: equal values in two of its texts
    get the same placeholder.
    """

    def __init__(self, settings: ReviewSettings, folder: str) -> None:
        own = personal_of(settings, folder)
        names = tuple(name for name in (_user(), socket.gethostname()) if len(name) >= _SHORTEST and name != "root")
        self._redactor = Redactor(Personal(frozenset(FINDERS), (*own.words, *names)))
        self._places = [(folder, "<workspace>"), (os.path.realpath(folder), "<workspace>"), (_home(), "~")]

    def clean(self, text: str) -> str:
        """The text, line by line: a line is what the redaction understands best."""
        for place, name in self._places:
            if len(place) > 1:
                text = text.replace(place, name)
        cleaned = "".join(self._redactor.redact(line) for line in text.splitlines(keepends=True))
        # What one line gives away may stand in a line before it, where nothing does.
        return self._redactor.spread(cleaned)

    def clean_data(self, value: Any) -> Any:
        """Plain data with its texts cleaned; names and numbers stay, so that it can still be written as JSON."""
        known: dict[tuple[str, str], str] = {}
        cleaned = _mapped(value, lambda name, text: self._learned(name, text, known))
        spread = cache(self._redactor.spread)
        # What one text gives away may stand in a text before it, where nothing does.
        return _mapped(cleaned, lambda _, text: spread(text))

    def _learned(self, name: str, text: str, known: dict[tuple[str, str], str]) -> str:
        """The text cleaned; `known` has those that were before, since entries of a log repeat themselves."""
        if (name, text) not in known:
            known[name, text] = cleaned = self.clean(text)
            # A name can be all that gives its value away: `"password": "..."`.
            self._redactor.redact(json.dumps({name: cleaned}, ensure_ascii=False))
        return known[name, text]


def _mapped(value: Any, change: Callable[[str, str], str], name: str = "") -> Any:
    """Plain data with its texts changed; `change` also gets the name that a text stands under."""
    if isinstance(value, dict):
        return {key: _mapped(inner, change, str(key)) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(inner, change, name) for inner in value]
    return change(name, value) if isinstance(value, str) else value


def _home() -> str:
    return os.path.expanduser("~")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
