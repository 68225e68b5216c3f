"""The definitions in an archive of source code, each apart from what its doc comment says of it."""

from __future__ import annotations

import hashlib
import io
import os
import random
import re
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.text import Document
from reread.rag.source.references import CALL
from reread.rag.source.symbols import symbols

HELD_OUT = "django flask werkzeug click requests httpx fastapi starlette rich attr attrs datasette".split()  # noqa: SIM905
"""What the embedder is measured on. Copies of it in other packages are left out too."""

_COPIES = re.compile(rf"(^|/)({'|'.join(HELD_OUT)}|_?vendor(ed)?|third_party|extern|node_modules)(/|\.py$)", re.I)
_NOT_WRITTEN = re.compile(
    r"(^|/)(tests?|testing|__tests__|testdata|fixtures|specs?|mocks?|examples?|docs?|dist|build|min|umd|esm|es5|cjs"
    r"|generated|gen|pb|locale|i18n|bundles?)(/|$)|_pb2|\.pb\.|[_.]test\.|\.spec\.|\.min\.|\.d\.ts$|zz_generated",
    re.I,
)
"""Paths of what nobody wrote by hand, and of tests, whose doc comments say little."""

_LARGEST_FILE = 300_000
_LONGEST_LINE = 120
"""Mean characters of a line; more is not for people."""
_SHORTEST, _LONGEST = 3, 8_000
"""Lines that a definition has at least, and characters that it has at most."""
_OPENING = re.compile(r"[rRbBuU]{0,2}(\"\"\"|'''|\"|')\s*$")
_COMMENT = re.compile(r"\s*(//|/\*|#|\*|--)")
_MARKS = re.compile(r"^\s*(/\*\*?|\*/|//+!?|#+|\*|--+)[ \t]?", re.M)
_WHOLE_DOC = 1_500
"""Characters that `symbols` keeps of a doc comment."""


class Described(NamedTuple):
    """A definition: `code` is its text without its doc comment, `doc` what that says, `calls` whom it calls."""

    path: str
    language: str
    name: str
    doc: str
    code: str
    calls: tuple[str, ...]


def members(archive: str) -> Iterator[tuple[str, int, Callable[[], bytes]]]:
    """Path, size and content of the files of a wheel, a package of npm or Debian, or a tar file of sources."""
    if archive.endswith((".whl", ".zip")):
        with zipfile.ZipFile(archive) as zipped:
            for entry in zipped.infolist():
                yield entry.filename, entry.file_size, lambda entry=entry: zipped.read(entry)  # type: ignore[misc]
        return
    source: io.BytesIO | None = None
    if archive.endswith(".deb"):
        unpacked = subprocess.run(["dpkg-deb", "--fsys-tarfile", archive], capture_output=True, check=True)
        source = io.BytesIO(unpacked.stdout)
    with tarfile.open(archive if source is None else None, fileobj=source) as packed:
        for member in packed:
            if member.isfile() and (content := packed.extractfile(member)) is not None:
                yield member.name.partition("/")[2], member.size, content.read


def written(path: str) -> bool:
    """Whether a file is code that people wrote, and none that the embedder is measured on."""
    return not _COPIES.search(path) and not _NOT_WRITTEN.search(path)


def of_archive(archive: str, most: int) -> list[Described]:
    """At most so many definitions of an archive, from files in an order that chance decided, the same each time."""
    files = [(path, read()) for path, size, read in members(archive) if size < _LARGEST_FILE and wanted(path)]
    files.sort()
    random.Random(1).shuffle(files)
    found: dict[bytes, Described] = {}
    for path, data in files:
        if len(found) >= most:
            break
        try:
            text = data.decode()
        except UnicodeDecodeError:
            continue
        for each in of_text(path, text):
            found.setdefault(fingerprint(each.code), each)
    return list(found.values())[:most]


def wanted(path: str) -> bool:
    return bool(syntax.language_of(path)) and written(path)


def fingerprint(code: str) -> bytes:
    """The same for code that differs in white space alone."""
    return hashlib.blake2b("".join(code.split()).encode(), digest_size=16).digest()


def of_text(path: str, text: str) -> Iterator[Described]:
    """The definitions of one file that are no containers of others, and not too short or long to say something."""
    document = Document("", text, path=os.path.join("/", path), language=syntax.language_of(path))
    tree = syntax.parse(document)
    if tree is None or len(text) > _LONGEST_LINE * document.lines.count:
        return
    found = symbols(tree)
    calls = [(reference.start, reference.name) for reference in found.references if reference.kind == CALL]
    for definition in found.definitions:
        start, end = definition.span.start, definition.span.end
        whole = text[start:end]
        if definition.container or whole.count("\n") + 1 < _SHORTEST or len(whole) > _LONGEST:
            continue
        code = without_doc(whole, definition.doc)
        inside = tuple(dict.fromkeys(name for place, name in calls if start <= place <= end))
        doc = first_paragraph(definition.doc) if code is not None else ""
        yield Described(path, tree.language.name, definition.qualified, doc, code or whole, inside)


def without_doc(text: str, doc: str) -> str | None:
    """The text of a definition without its doc comment or docstring; None when it has none, or is hard to part from."""
    at = text.find(doc)
    if not doc or at < 0:
        return None
    before, after = text[:at], text[at + len(doc) :]
    opening = _OPENING.search(before)
    if opening is not None:
        end = after.find(opening[1])
        if end < 0:
            return None
        before, after = before[: opening.start()], after[end + len(opening[1]) :]
    elif before.strip() or not _COMMENT.match(doc) or len(doc) >= _WHOLE_DOC:
        return None
    return re.sub(r"\n\s*\n", "\n", before + after)


def first_paragraph(doc: str) -> str:
    """What a doc comment says before its first empty line or tag, on one line, without the marks of a comment."""
    text = re.sub(r"\*/\s*$", "", _MARKS.sub("", doc))
    return " ".join(re.split(r"\n\s*\n|\n\s*[:@]", text.strip())[0].split())
