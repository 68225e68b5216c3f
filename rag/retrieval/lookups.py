"""Small queries to the catalogue, each of which returns chunk numbers, the most likely first."""

from __future__ import annotations

import re

from reread.analyzers.roles import subject
from reread.rag.index.catalogue import Catalogue
from reread.rag.retrieval import keywords as keyword_search
from reread.rag.retrieval.resolve import Candidate, Resolver

_MOST_ROWS = 400
_WORD = re.compile(r"[^\W\d][\w$]*(?:(?:\.|::|#)[^\W\d][\w$]*)*[?!]?")
"""What ends with `?` is a name of Ruby, or the last word of a question."""
_NAMELIKE = re.compile(r"_|[a-z\d][A-Z]|[.:#]|^[A-Z]\w*[A-Z]")
_SHORTEST = 3
"""Letters of a name in prose: "e.g." means none."""
_ORDINARY_WORD = 0.05
"""How sure it is that a word of prose means the definition of that name."""


def named(resolver: Resolver, text: str) -> dict[int, float]:
    """Chunks that define what a person names, each with how sure it is: `parse_money`, `Money.add`, or one word."""
    wanted = dict.fromkeys(_WORD.findall(text))
    simple = {word: re.split(r"\.|::|#", word)[-1] for word in wanted}
    names = dict.fromkeys(each for name in simple.values() for each in (name, name.rstrip("?!")))
    found = resolver.candidates(list(names)[:60])
    result: dict[int, float] = {}
    for written, name in simple.items():
        word = written
        if name not in found:
            word, name = written.rstrip("?!"), name.rstrip("?!")
        telling = len(name) >= _SHORTEST and _NAMELIKE.search(word)
        sure = 1.0 if len(wanted) == 1 or telling else _ORDINARY_WORD
        candidates = found.get(name, [])
        exact = [each for each in candidates if _ends_with(each, word)]
        for each in exact or candidates:
            share = sure / max(1, len(exact or candidates)) ** 0.5 * (0.5 if each.test else 1.0)
            result[each.chunk] = max(result.get(each.chunk, 0.0), share)
    return result


def tests_by_name(catalogue: Catalogue, path: str) -> list[int]:
    """Chunks of the test files that are named after a file."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    rows = catalogue.query(
        "SELECT id, path FROM file WHERE test AND path LIKE ? ESCAPE '\\' LIMIT ?",
        (f"%{_escaped(stem)}%", _MOST_ROWS),
    )
    files = [number for number, test in rows if subject(str(test)).lower() == stem.lower()]
    marks = ",".join("?" * len(files))
    found = catalogue.query(f"SELECT id FROM chunk WHERE file IN ({marks}) ORDER BY id LIMIT ?", [*files, _MOST_ROWS])
    return [int(str(row[0])) for row in found]


def chunks_of(catalogue: Catalogue, path: str) -> range:
    """All chunks of a file, which have numbers one after the other."""
    statement = "SELECT min(chunk.id), max(chunk.id) FROM chunk JOIN file ON file.id = chunk.file WHERE file.path = ?"
    ((first, last),) = catalogue.query(statement, (path,))
    return range(int(str(first)), int(str(last)) + 1) if first is not None else range(0)


def keywords(catalogue: Catalogue, text: str, limit: int, *, every: bool = False) -> list[int]:
    """Chunks with the words of a text that say most (with `every`, all of them), by BM25."""
    return list(keyword_search.chunks(catalogue, keyword_search.question(catalogue, text), limit, every=every))


def _ends_with(candidate: Candidate, word: str) -> bool:
    qualified = re.sub(r"::|#", ".", word)
    return f".{candidate.qualified}".endswith(f".{qualified}")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
