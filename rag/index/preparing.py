"""Prepares a file on disk for the catalogue."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reread.analyzers import inside, syntax
from reread.analyzers.roles import is_test
from reread.analyzers.text import Document
from reread.rag import embed, mappings
from reread.rag.index.catalogue import NewFile, indexed_words
from reread.rag.source import walk
from reread.rag.source.chunk import chunk

_DATA = (".lock", ".svg", ".map", ".po", ".pot", ".csv", ".tsv", ".min.js", ".min.css", ".snap", ".sum", ".geojson")
_DATA_NAMES = frozenset({"package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock"})
_SECRETS = (".pem", ".key", ".p12", ".pfx", ".jks", ".keystore", ".kdbx")
_SECRET_NAMES = frozenset({"id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".netrc", ".npmrc", ".pypirc", ".htpasswd"})
UNREADABLE = "cannot be read"
_MINIFIED = 500
"""Mean characters of a line from which on a file is not for people."""


class Prepared(NamedTuple):
    """A file ready to be added; `texts` has the text to embed for each of its chunks."""

    file: NewFile
    texts: tuple[str, ...]


class PendingFile(NamedTuple):
    """A file that may have changed, with the hash of its indexed content."""

    found: walk.FoundFile
    hash: bytes | None


class Batch(NamedTuple):
    """The result of preparing some files: ready to go in, why not, or None for unchanged content; vectors if already
    made.
    """

    results: list[Prepared | walk.Skipped | None]
    vectors: dict[str, embed.Vectors]


def prepare_all(
    folder: str,
    files: Sequence[PendingFile],
    embedder_name: str,
    embedder: embed.Embedder | None,
    unknown: Callable[[list[str]], Iterable[str]] = iter,
) -> Batch:
    """Read and cut up some files. If there is an embedder, embed what is in them, as far as its keys are `unknown`."""
    results = [_prepare_one(folder, todo, embedder_name) for todo in files]
    texts: dict[str, str] = {}
    if embedder is not None:
        for result in results:
            if isinstance(result, Prepared):
                texts.update(zip(result.file.vectors, result.texts, strict=True))
    new = {key: texts[key] for key in unknown(list(texts))}
    vectors = embedder.embed(list(new.values())) if embedder is not None and new else ()
    return Batch(results, dict(zip(new, vectors, strict=True)))


def _prepare_one(folder: str, todo: PendingFile, embedder: str) -> Prepared | walk.Skipped | None:
    data = read(folder, todo.found)
    if data is None:
        return walk.Skipped(todo.found.path, UNREADABLE)
    if todo.hash == content_hash(data):
        return None
    return prepare(folder, todo.found, data, embedder)


def is_data(path: str) -> bool:
    """Whether a file, by its name, is text that no reviewer reads, or holds secrets, which must not become context."""
    name = path.rpartition("/")[2].lower()
    secret = name.endswith(_SECRETS) or name in _SECRET_NAMES or name == ".env" or name.startswith(".env.")
    return secret or name.endswith(_DATA) or name in _DATA_NAMES


def content_hash(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def vector_key(embedder: str, text: str) -> str:
    """The key of a vector: the same for the same text, so that known text is not embedded again."""
    person = hashlib.blake2b(embedder.encode(), digest_size=16).digest()
    return hashlib.blake2b(text.encode(errors="replace"), digest_size=16, person=person).hexdigest()


def read(folder: str, found: walk.FoundFile) -> bytes | None:
    """The bytes of a file, or None when it cannot be read any more."""
    try:
        return inside.read(folder, found.path)
    except OSError:
        return None


def prepare(folder: str, found: walk.FoundFile, data: bytes, embedder: str) -> Prepared | walk.Skipped:
    """The chunks and symbols of a file's bytes."""
    text = walk.decode(data)
    if text is None:
        return walk.Skipped(found.path, "binary")
    language = syntax.language_of(found.path)
    document = Document("", text, path=os.path.join(folder, found.path), language=language)
    if len(text) > 10_000 and len(text) > _MINIFIED * document.lines.count:
        return walk.Skipped(found.path, "minified or data")
    content = chunk(document)
    if said := mappings.read(found.path, text):
        content = content._replace(imports=said)
    texts = tuple(embed.embedded_text(found.path, part.name, part.text) for part in content.chunks)
    keys = [vector_key(embedder, part) for part in texts]
    file = NewFile(
        path=found.path,
        size=found.size,
        modified=found.modified,
        checked=time.time_ns(),
        hash=content_hash(data),
        language=language,
        test=is_test(found.path),
        content=content,
        vectors=keys,
        words=[indexed_words(found.path, part.name, part.text) for part in content.chunks],
    )
    return Prepared(file, texts)
