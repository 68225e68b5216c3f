"""Evidence on demand for a review: the lookups, and the files that they may show."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cached_property

from reread.analyzers import inside
from reread.analyzers.review.ask.evidence import Evidence, Found
from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.text import Document
from reread.server.review import lookups
from reread.server.review.lookups import CodeIndex, Ground
from reread.server.review.reading import Readable
from reread.server.settings import Settings

logger = logging.getLogger(__name__)

OpenIndex = Callable[[], CodeIndex | None]
"""Opens the index of the folder, which takes a moment; None where there is none."""

_MOST_CACHED = 64
"""Files whose texts are kept while a review goes on."""


class Gathering:
    """The means of lookup for the questions of one review. The index is opened by the first lookup."""

    def __init__(self, settings: Settings, folder: str, readable: Readable, index: OpenIndex | None) -> None:
        self._settings = settings.review
        self._folder = folder
        self._readable = readable
        self._open = index
        self._texts: dict[str, Document | None] = {}

    def evidence(self, redactor: Redactor, personal: Personal) -> Evidence:
        """The lookups permitted for one question, whose redactor it is."""
        number, tokens = self._settings.lookups, self._settings.lookup_tokens
        tools = lookups.tools() if number and tokens else ()
        return Evidence(tools, self._look, self.read, number, tokens, redactor, personal)

    def read(self, relative: str) -> Document | None:
        """A file of the review or of the index that may be shown to a model. What git ignores is in neither."""
        if relative not in self._texts:
            if len(self._texts) == _MOST_CACHED:
                self._texts.clear()
            self._texts[relative] = self._readable.read(relative) if self._is_known(relative) else None
        return self._texts[relative]

    def _look(self, name: str, arguments: str) -> Found:
        return lookups.look(Ground(self._folder, self._index, self.read), name, arguments)

    def _is_known(self, relative: str) -> bool:
        if relative in self._readable.documents or self._index is None:
            return relative in self._readable.documents
        # A file that the index has may have become a link to one that git ignores.
        return all(map(self._index.has, {relative, *inside.targets(self._folder, [relative]).values()}))

    @cached_property
    def _index(self) -> CodeIndex | None:
        try:
            return self._open() if self._open is not None else None
        except Exception as error:
            logger.warning("a review goes on without lookups in the index: %s", error)
            return None
