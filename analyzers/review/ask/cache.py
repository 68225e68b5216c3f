"""Caches models' answers, so that the same question is never paid for twice."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from typing import Any

import diskcache
import msgspec

from reread.analyzers import databases, owned_files, retention
from reread.analyzers.file_lock import held
from reread.analyzers.review.ask.evidence import Looked
from reread.analyzers.review.prompts import Prompt

_SECONDS = retention.ANSWERS.days * 24 * 60 * 60
_BYTES = retention.ANSWERS.size
_FORMAT = "1"
_PATIENCE = 5.0
"""Seconds to wait for another process that writes."""

_UNUSABLE = (sqlite3.Error, OSError, diskcache.Timeout, ValueError)


class CachedAnswer(msgspec.Struct, frozen=True):
    """An answer, and the lookups that it rests on: where they return something else now, it is none."""

    text: str
    lookups: tuple[Looked, ...] = ()


class _PlainDisk(diskcache.Disk):  # type: ignore[misc]
    """Reads no pickle: who can write into the cache folder must not be able to run code in this process."""

    def fetch(self, mode: int, filename: str | None, value: Any, read: bool) -> Any:
        if mode == diskcache.core.MODE_PICKLE:
            raise ValueError("pickled values are not read")
        return super().fetch(mode, filename, value, read)

    def get(self, key: Any, raw: bool) -> Any:
        if not raw:
            raise ValueError("pickled keys are not read")
        return super().get(key, raw)


class ResponseCache:
    """Answers by key, as JSON, for 90 days. A cache that cannot be used is an empty cache, never an error.

    Answers are stored as the model wrote them: with placeholders instead of secrets.
    """

    def __init__(self, directory: str) -> None:
        self._directory = directory
        self._cache = self._opened()

    def get(self, key: str) -> CachedAnswer | None:
        """The answer, or None."""
        if self._cache is None:
            return None
        try:
            data = self._cache.get(key)
            found = None if data is None else msgspec.json.decode(data, type=str | CachedAnswer)
            return CachedAnswer(found) if isinstance(found, str) else found
        except (*_UNUSABLE, msgspec.MsgspecError, TypeError):
            return None

    def set(self, key: str, answer: CachedAnswer, folder: str = "") -> None:
        """Keep an answer to a question about a workspace folder."""
        if self._cache is None:
            return
        try:
            data = msgspec.json.encode(answer if answer.lookups else answer.text)
            self._cache.set(key, data, expire=_SECONDS, tag=owned_files.name_of(folder) if folder else None)
        except _UNUSABLE:
            return

    def close(self) -> None:
        if self._cache is not None:
            self._cache.close()

    def _opened(self) -> Any:
        try:
            try:
                return self._made()
            except _UNUSABLE as error:
                if _is_busy(error):
                    return None
            # Damaged: it can always be made anew. When that fails too, there is no cache.
            with held(f"{self._directory}.lock", _PATIENCE):
                try:
                    # Another process may have made it anew meanwhile.
                    return self._made()
                except _UNUSABLE as error:
                    if _is_busy(error):
                        return None
                shutil.rmtree(self._directory, ignore_errors=True)
                return self._made()
        except _UNUSABLE:
            return None

    def _made(self) -> Any:
        owned_files.make_folder(self._directory)
        databases.connect(os.path.join(self._directory, diskcache.core.DBNAME), patience=_PATIENCE).close()
        # Without files beside the database, whose rights would be those of the umask.
        cache = diskcache.Cache(
            self._directory, disk=_PlainDisk, size_limit=_BYTES, timeout=_PATIENCE, disk_min_file_size=_BYTES
        )
        cache.get("")
        return cache


def _is_busy(error: Exception) -> bool:
    """True if other processes use it, so that it is not damaged."""
    return databases.is_busy(error) or isinstance(error, diskcache.Timeout)


def key_of(prompt: Prompt, provider: str, model: str, identity: str = "") -> str:
    """The cache key of an answer: the question, the version of the prompt, and the model asked.

    `identity` stands for what was asked where questions that are the same may be worded differently.
    """
    digest = hashlib.sha256()
    # The instructions are those of the version; as they are worded, they name the boundary, which any text changes.
    asked = ("", identity) if identity else (prompt.system, prompt.user)
    for part in (_FORMAT, prompt.version, provider, model, *asked):
        data = part.encode()
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()
