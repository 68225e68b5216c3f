"""Removes what a stranger must not read: secrets, personal data, private words, and the name of the machine."""

from __future__ import annotations

import getpass
import os
import socket

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


def _home() -> str:
    return os.path.expanduser("~")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
