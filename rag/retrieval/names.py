"""Where a name given by a person is defined, its callers, and who imports it."""

from __future__ import annotations

import re

from reread.rag.imports import ModulePlace, rules_of
from reread.rag.index.catalogue import Catalogue
from reread.rag.results import NamedPlace
from reread.rag.retrieval.resolve import PROVED, Resolver
from reread.rag.retrieval.usage import Candidate

_MOST = 200
_MOST_FILES = 50
"""Files that a person may mean by one name."""
_ENDINGS = frozenset(
    {"py", "pyi", "js", "jsx", "mjs", "cjs", "ts", "tsx", "go", "java", "rb", "php", "rs", "c", "h", "cs"}
)
_LEAST_SURE = 0.2
"""The confidence below which a use of the name says nothing."""


def definitions(catalogue: Catalogue, name: str) -> list[NamedPlace]:
    """The definitions of a name, qualified or not, those outside tests first."""
    return [
        NamedPlace(
            path=each.place.path,
            line=each.line,
            name=each.qualified,
            kind=each.kind,
            signature=_one_line(each.signature),
        )
        for each in _named(Resolver(catalogue), name)[:_MOST]
    ]


def callers(catalogue: Catalogue, name: str) -> list[NamedPlace]:
    """The places that call a name, the proved ones first; each once, whatever definition it may mean."""
    resolver = Resolver(catalogue)
    meant = _named(resolver, name)
    best: dict[tuple[str, int], tuple[float, NamedPlace]] = {}
    for each in meant:
        for use in resolver.uses(each, rivals=len(meant)):
            sure = use.confidence >= PROVED
            place = NamedPlace(path=use.path, line=use.line, name=use.scope, sure=sure)
            known = best.get((use.path, use.line))
            if use.confidence >= _LEAST_SURE and (known is None or known[0] < use.confidence):
                best[use.path, use.line] = use.confidence, place
    ranked = sorted(best.values(), key=lambda each: (not each[1].sure, each[1].path, each[1].line))
    return [place for _, place in ranked][:_MOST]


def importers(catalogue: Catalogue, name: str) -> list[NamedPlace]:
    """The imports of a file, a module or a name, the proved ones first; each file once."""
    wanted = _parts(name)
    if not wanted:
        return []
    resolver = Resolver(catalogue)
    places = _files(catalogue, wanted)
    defined = [each.place for each in _named(resolver, name)]
    found: dict[str, NamedPlace] = {}
    for path, namespace, language, module, member in catalogue.query(_IMPORTS, (wanted[-1], wanted[-1])):
        importer, whole = ModulePlace(path, namespace), rules_of(language).separator.join((module, member))
        modules = [(module, places), (whole, places), *([(module, defined)] if member == wanted[-1] else [])]
        sure = any(resolver.reach(each, importer, language, one) >= PROVED for each, some in modules for one in some)
        if not sure and wanted not in (_parts(module)[-len(wanted) :], _parts(whole)[-len(wanted) :]):
            continue
        # Of what is not in the workspace, what the import says is all that can be known.
        sure = sure or not (places or defined)
        if path not in found or (sure and not found[path].sure):
            line, text = _line_of(catalogue, path, wanted[-1])
            found[path] = NamedPlace(path=path, line=line, name=module, signature=text, sure=sure)
    return sorted(found.values(), key=lambda each: (not each.sure, each.path))[:_MOST]


_IMPORTS = (
    "SELECT DISTINCT file.path, file.namespace, file.language, module, member"
    " FROM import JOIN file ON file.id = import.file WHERE member = ? OR instr(module, ?) > 0"
)
_WORD = re.compile(r"\b(?:import|from|require\w*|include\w*|use|using|load|export)\b")
_OF_FOLDERS = ("__init__", "index", "mod")
"""Names of files that stand for their folder."""


def _files(catalogue: Catalogue, wanted: tuple[str, ...]) -> list[ModulePlace]:
    """The files of the workspace that the parts of a path or of a module may mean."""
    rows = catalogue.query(
        "SELECT path, namespace FROM file WHERE instr(path, ?) > 0 OR namespace != ''", (wanted[-1],)
    )
    places = (ModulePlace(*row) for row in rows)
    return [
        each for each in places if wanted in (_parts(each.path)[-len(wanted) :], _parts(each.namespace)[-len(wanted) :])
    ][:_MOST_FILES]


def _parts(name: str) -> tuple[str, ...]:
    """The names in a path or module, without the ending of a file."""
    folder, _, last = name.replace("\\", "/").rpartition("/")
    stem, dot, ending = last.rpartition(".")
    last = stem if dot and stem and (folder or ending in _ENDINGS) else last
    parts = [part for part in re.split(r"[./:#!]+", f"{folder}/{last}") if part]
    return tuple(parts[:-1] if len(parts) > 1 and parts[-1] in _OF_FOLDERS else parts)


def _line_of(catalogue: Catalogue, path: str, word: str) -> tuple[int, str]:
    """The line of a file that seems to import what has this name, and its text."""
    statement = (
        "SELECT chunk.first_line, chunk.text FROM chunk JOIN file ON file.id = chunk.file"
        " WHERE file.path = ? ORDER BY chunk.first_line"
    )
    for first, text in catalogue.query(statement, (path,)):
        for number, line in enumerate(text.splitlines(), first):
            if word in line and _WORD.search(line):
                return number, line.strip()
    return 1, ""


def _named(resolver: Resolver, name: str) -> list[Candidate]:
    qualified = re.sub(r"::|#", ".", name)
    found = resolver.candidates([qualified.rpartition(".")[2]])
    candidates = [each for some in found.values() for each in some]
    exact = [each for each in candidates if f".{each.qualified}".endswith(f".{qualified}")]
    return sorted(exact, key=lambda each: (each.test, each.place.path, each.line))


def _one_line(signature: str) -> str:
    """A signature on one line."""
    return re.sub(r"(?<=[(\[]) |,? (?=[)\]])", "", " ".join(signature.split()))
