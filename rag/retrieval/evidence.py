"""Evidence from symbols about a change: callees, callers and tests, each piece with a confidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from reread.analyzers.roles import is_test, subject
from reread.rag import words
from reread.rag.imports import ModulePlace
from reread.rag.index.catalogue import Catalogue, StoredChunk
from reread.rag.results import Piece
from reread.rag.retrieval import keywords, lookups, mentions
from reread.rag.retrieval.change import Change
from reread.rag.retrieval.confidence import likelihood
from reread.rag.retrieval.rank_fusion import Found
from reread.rag.retrieval.resolve import CALL, INHERITANCE, Resolver, family
from reread.rag.retrieval.usage import Candidate, Usage, WorkspaceFacts

EACH = 20
"""Pieces that one kind of evidence may propose."""
_UNCHANGED = 0.7
"""What a callee counts for that only lines call which did not change, where it is known which did."""
_SURE = 0.12
"""The confidence below which a name may mean anything."""
_TELLING = 3.0
"""What one word alone must say at least to name what is tested."""
_NOBODY = WorkspaceFacts(lambda name, key: (), lambda key: (), lambda name: frozenset(), lambda *names: False)

FoundBySource = dict[str, list[Found]]


def own_file(change: Change, world: WorkspaceFacts = _NOBODY) -> FoundBySource:
    """From the text as it is now, which may not be saved: what the change calls, what calls it, what is around it."""
    called: dict[int, float] = {}
    callers: dict[int, float] = {}
    names = change.names
    targets = change.targets()
    definitions = _candidates(change)
    for usage in change.usages:
        meant = [each for each in definitions if each.name == usage.name]
        for each in meant:
            _keep(called, each.chunk, likelihood(usage, names, each, len(meant), world) * _weight(usage, change))
    for reference, _, number in change.file.references:
        for target in targets:
            if reference.kind == CALL and reference.name == target.name and reference.scope not in change.qualified:
                usage = Usage(reference.name, reference.qualifier, reference.scope, reference.type)
                _keep(callers, number, likelihood(usage, names, target, 1, world))
    return {
        "called": _own(change, called),
        "callers": _own(change, callers),
        "around": _own(change, dict.fromkeys(_around(change), 1.0)),
        "beside": _own(change, dict.fromkeys(_beside(change), 1.0)),
    }


def symbols(catalogue: Catalogue, resolver: Resolver, change: Change) -> FoundBySource:
    """The definitions and uses in other files that concern the change."""
    called: dict[int, float] = {}
    for usage, found in zip(change.usages, resolver.resolve(change.names, change.usages), strict=True):
        for meant in found:
            if meant.path != change.path:
                _keep(called, meant.chunk, meant.confidence * _weight(usage, change))
    uses = {False: dict[int, float](), True: dict[int, float]()}
    heirs: dict[int, float] = {}
    for target in change.targets():
        rivals = resolver.candidates([target.name]).get(target.name, [])
        elsewhere = [each for each in rivals if each.place.path != change.path and _related(each, change)]
        for use in resolver.uses(target, rivals=1 + len(elsewhere)):
            if use.path != change.path:
                _keep(uses[use.test], use.chunk, use.confidence)
        for use in resolver.uses(target, INHERITANCE, rivals=1 + len(elsewhere)):
            _keep(heirs, use.chunk, use.confidence)
    return {
        "called": _pieces(catalogue, called),
        "callers": _pieces(catalogue, uses[False]),
        "heirs": _pieces(catalogue, heirs),
        "named": _pieces(catalogue, mentions.named(resolver, change)),
        "naming": _pieces(catalogue, mentions.naming(catalogue, change)),
        "tests": _pieces(catalogue, uses[True]),
        "named tests": _named_tests(catalogue, change),
        "file tests": _file_tests(catalogue, change),
    }


def pieces(catalogue: Catalogue, numbers: Collection[int]) -> list[Piece]:
    """The pieces of chunks, in that order."""
    found = catalogue.chunks(numbers)
    return [piece(found[number]) for number in numbers if number in found]


def _weight(usage: Usage, change: Change) -> float:
    """What is called on lines that did not change is known to fit."""
    return 1.0 if usage in change.newly or not change.changed_text else _UNCHANGED


def _keep(found: dict[int, float], number: int, confidence: float) -> None:
    if confidence >= _SURE:
        found[number] = max(found.get(number, 0.0), confidence)


def _pieces(catalogue: Catalogue, sure: Mapping[int, float]) -> list[Found]:
    """The surest ones; among equals in the order that they were found in."""
    best = sorted(sure, key=lambda number: -sure[number])[:EACH]
    found = catalogue.chunks(best)
    return [Found(piece(found[number]), sure[number]) for number in best if number in found]


def _own(change: Change, sure: Mapping[int, float]) -> list[Found]:
    best = sorted((number for number in sure if number not in change.chunks), key=lambda number: -sure[number])
    return [Found(_piece_of_own(change, number), sure[number]) for number in best[:EACH]]


def _candidates(change: Change) -> list[Candidate]:
    """The definitions of the changed file itself; `chunk` is the number among its own."""
    place = ModulePlace(change.path, change.file.namespace)
    language = change.document.language
    return [
        Candidate(each.name, each.qualified, each.kind, each.signature, line, number, place, language, test=False)
        for each, line, number in change.file.definitions
    ]


def _related(candidate: Candidate, change: Change) -> bool:
    return family(candidate.language) == family(change.document.language)


def _containers(change: Change) -> set[str]:
    return {name.rpartition(".")[0] for name in change.qualified} - {""}


def _around(change: Change) -> Iterable[int]:
    containers = _containers(change)
    return (number for found, _, number in change.file.definitions if found.qualified in containers)


def _beside(change: Change) -> list[int]:
    """The other members of the same class, or definitions of the file, the nearest first."""
    containers = _containers(change)
    siblings = [
        number
        for number, part in enumerate(change.file.chunks)
        if part.name and part.name.rpartition(".")[0] in containers and part.name not in containers
    ]
    middle = min(change.chunks, default=0)
    return sorted(siblings, key=lambda number: (abs(number - middle), number))


def _named_tests(catalogue: Catalogue, change: Change) -> list[Found]:
    """Tests whose names have all words of the name of a changed definition."""
    result: dict[int, float] = {}
    for target in change.targets():
        parts = [words.stem(part) for part in words.parts(target.name)]
        weights = keywords.question(catalogue, target.name)
        wanted = {part: weights.get(part, 0.0) for part in parts if part in weights}
        if len(wanted) < len(set(parts)) or (len(parts) < 2 and max(wanted.values(), default=0.0) < _TELLING):
            continue
        for number in keywords.chunks(catalogue, wanted, EACH, every=True, name=True):
            result.setdefault(number, 1.0)
    return [each for each in _pieces(catalogue, result) if is_test(each.piece.path)]


def _file_tests(catalogue: Catalogue, change: Change) -> list[Found]:
    """Tests in files that are named after the changed one, those first that mention what changed."""
    numbers = lookups.tests_by_name(catalogue, change.path)[:200]
    names = [target.name for target in change.targets()]
    found = catalogue.chunks(numbers)
    mentioning = {
        number: 1.0 if any(name in found[number].text for name in names) else 0.3
        for number in numbers
        if number in found and subject(change.path) == ""
    }
    return _pieces(catalogue, mentioning)


def piece(chunk: StoredChunk) -> Piece:
    """A chunk as a piece that has no reason yet."""
    return Piece(
        path=chunk.path,
        start_line=chunk.first_line,
        end_line=chunk.last_line,
        text=chunk.text,
        reason="",
        name=chunk.name,
        kind=chunk.kind,
        language=chunk.language,
    )


def _piece_of_own(change: Change, number: int) -> Piece:
    chunk = change.chunk_of(number)
    return Piece(
        path=change.path,
        start_line=chunk.first_line,
        end_line=chunk.last_line,
        text=chunk.text,
        reason="",
        name=chunk.name,
        kind=chunk.kind,
        language=change.document.language,
    )
