"""Questions to the catalogue. Each answers with numbers of chunks, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.rag import words
from reread.rag.catalogue import Catalogue

_MOST_ROWS = 400
_AMBIGUOUS = 4
"""So many definitions of one name tell nothing about which is meant, unless imports or folders do."""
_QUERY_WORDS = 16


class _Place(NamedTuple):
    name: str
    chunk: int
    path: str
    language: str
    test: bool


def definitions(
    catalogue: Catalogue, names: Sequence[str], path: str, imports: frozenset[str], language: str
) -> list[int]:
    """Where names, as used in the file `path` with these imports, are defined."""
    scored: list[tuple[float, int]] = []
    for places in _by_name(_places(catalogue, "definition", names)).values():
        places = [place for place in places if place.path != path and _related(place.language, language)]
        for place in places:
            near = _nearness(place.path, path, imports)
            if near > 0 or len(places) < _AMBIGUOUS:
                scored.append((near + 1 / len(places) - 0.5 * place.test, place.chunk))
    return _ordered(scored)


def users(
    catalogue: Catalogue, names: Sequence[str], path: str, kind: str, *, tests: bool | None = None, language: str = ""
) -> list[int]:
    """Who calls or inherits from names that the file `path` defines; only tests or only others if `tests` is given."""
    scored: list[tuple[float, int]] = []
    importing = _importing(catalogue, names, path)
    for name, places in _by_name(_places(catalogue, "reference", names, kind)).items():
        rivals = len({place.chunk for place in _places(catalogue, "definition", [name])})
        for place in places:
            if tests is not None and place.test != tests:
                continue
            if place.path == path or not _related(place.language, language):
                continue
            near = (2.0 if place.path in importing else 0.0) + (1.0 if _folder(place.path) == _folder(path) else 0.0)
            if near > 0 or rivals < _AMBIGUOUS:
                scored.append((near + 1 / (1 + rivals), place.chunk))
    return _ordered(scored)


def tests_by_name(catalogue: Catalogue, path: str) -> list[int]:
    """Chunks of the test files that are named after a file."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    rows = catalogue.query(
        "SELECT chunk.id, file.path FROM file JOIN chunk ON chunk.file = file.id"
        " WHERE file.test AND file.path LIKE ? ESCAPE '\\' LIMIT ?",
        (f"%{_escaped(stem)}%", _MOST_ROWS),
    )
    from reread.analyzers.roles import subject

    return [int(str(number)) for number, test in rows if subject(str(test)).lower() == stem.lower()]


def keywords(catalogue: Catalogue, text: str, limit: int, *, every: bool = False) -> list[int]:
    """Chunks with the rarest words of a text (with `every`, all of them), by BM25; a match in a name counts more."""
    counted = dict.fromkeys(part for word in words.identifiers(text) for part in words.parts(word))
    chosen = sorted(counted, key=lambda part: -words.rarity(part))[:_QUERY_WORDS]
    if not chosen:
        return []
    # The parts hold letters and digits only, so quoting them cannot fail.
    match = (" AND " if every else " OR ").join(f'"{part}"' for part in chosen)
    rows = catalogue.query(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 3.0, 1.0), rowid LIMIT ?", (match, limit)
    )
    return [int(str(row[0])) for row in rows]


def _places(catalogue: Catalogue, table: str, names: Sequence[str], kind: str = "") -> list[_Place]:
    wanted = list(dict.fromkeys(names))[:200]
    if not wanted:
        return []
    marks = ",".join("?" * len(wanted))
    condition = " AND symbol.kind = ?" if kind else ""
    rows = catalogue.query(
        f"SELECT DISTINCT symbol.name, symbol.chunk, file.path, file.language, file.test FROM {table} AS symbol"
        " JOIN chunk ON chunk.id = symbol.chunk JOIN file ON file.id = chunk.file"
        f" WHERE symbol.name IN ({marks}){condition} LIMIT ?",
        [*wanted, *([kind] if kind else []), _MOST_ROWS * 5],
    )
    return [
        _Place(str(name), int(str(chunk)), str(path), str(lang), bool(test)) for name, chunk, path, lang, test in rows
    ]


def _importing(catalogue: Catalogue, names: Sequence[str], path: str) -> set[str]:
    """The files that import one of the names, or the module that is the file."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    module = _folder(path).rpartition("/")[2] if stem in ("__init__", "index", "mod", "lib") else stem
    return {place.path for place in _places(catalogue, "reference", [*names, module], "import")}


def _nearness(candidate: str, path: str, imports: frozenset[str]) -> float:
    """How likely a name of the file `path` means the definition in `candidate`."""
    parts = candidate.rpartition(".")[0].split("/")
    module = parts[-2] if parts[-1] in ("__init__", "index", "mod", "lib") and len(parts) > 1 else parts[-1]
    near = 0.0
    if module in imports or (len(parts) > 1 and parts[-2] in imports):
        near += 2.0
    if _folder(candidate) == _folder(path):
        near += 1.0
    return near


def _related(first: str, second: str) -> bool:
    """Whether code of one language can use names of the other."""
    return not first or not second or _family(first) == _family(second)


def _family(language: str) -> str:
    families = {"typescript": "javascript", "tsx": "javascript", "cpp": "c", "kotlin": "java"}
    return families.get(language, language)


def _by_name(places: Iterable[_Place]) -> dict[str, list[_Place]]:
    result: dict[str, list[_Place]] = {}
    for place in places:
        result.setdefault(place.name, []).append(place)
    return result


def _ordered(scored: Iterable[tuple[float, int]]) -> list[int]:
    return list(dict.fromkeys(chunk for _, chunk in sorted(scored, key=lambda pair: (-pair[0], pair[1]))))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
