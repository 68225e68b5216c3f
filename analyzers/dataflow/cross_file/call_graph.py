"""Which functions of other files a file may call, as far as words tell, and which rules can have a say there.

Nearly all of a workspace is of no matter to a file; this finds out without any data-flow analysis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.dataflow.cross_file.imports import EVERYTHING
from reread.analyzers.dataflow.cross_file.workspace import Resolution, SourceModule
from reread.analyzers.dataflow.domain.language import FileRelation
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.summaries.function_units import Unit
from reread.analyzers.dataflow.summaries.relevance import Relevance
from reread.analyzers.text import Document

_CLASS = re.compile(rb"\b[A-Z]\w*")


class Calls:
    """What the functions of one file may call in others."""

    def __init__(self, module: SourceModule) -> None:
        self._module = module
        self._used: dict[int, tuple[tuple[SourceModule, Unit], ...]] = {}
        self._bits: dict[tuple[int, int], int] = {}
        self._below: Relevance | None = None
        self._held: tuple[tuple[SourceModule, str], ...] | None = None
        self._libraries: set[bytes] = set()

    def used(self, unit: Unit) -> tuple[tuple[SourceModule, Unit], ...]:
        """The functions of other files that one of this file may call: their names stand in its text."""
        found = self._used.get(id(unit))
        if found is None:
            seen = {id(each): (module, each) for module, each in self._may_call(unit)}
            found = self._used[id(unit)] = tuple(seen.values())
        return found

    def _may_call(self, unit: Unit) -> Iterator[tuple[SourceModule, Unit]]:
        words, around = unit.words, self._module.units[0].words
        for name in self._module.names.imported:
            spelled = name.rpartition(".")[2].encode()
            if spelled in words or spelled in around:
                yield from _called_by_words(self._module.names.local(name), words, spelled in words)
        for module, owner in self._held_classes():
            yield from _methods_by_words(module, owner, words, False)
        for each in self._module.names.open:
            if "." in each.name:
                owner = each.name.partition(".")[0]
                yield from _called_by_words(Resolution(self._module.names.found(each.module), owner), words, True)
            elif self._module.semantics.files is FileRelation.CLASSES:
                for word in sorted((words | around) - self._libraries):
                    found = self._module.names.local(word.decode()) if word[:1].isupper() else None
                    if found is None:
                        self._libraries.add(word)
                    yield from _called_by_words(found, words, word in words)
            else:
                for module in self._module.names.found(each.module):
                    yield from _called_by_words(Resolution((module,)), words, True)
        for base in self._module.links.bases.get(unit.site.owner, ()):
            if base not in self._module.classes:
                yield from _called_by_words(self._module.names.named(tuple(base.split("."))), words, True)

    def _held_classes(self) -> tuple[tuple[SourceModule, str], ...]:
        """The classes of other packages that fields are declared to be of: `users *store.Users`."""
        if self._held is None:
            structs = self._module.links.declared.structs.values()
            qualified = dict.fromkeys(each for struct in structs for each in struct.fields.values() if "." in each)
            types = [type_ for each in qualified if (type_ := self._module.names.class_of(each)) is not None]
            classes = dict.fromkeys((name, uri) for type_ in types for name, uri in type_.classes)
            modules = self._module.modules
            self._held = tuple((module, name) for name, uri in classes if (module := modules.by_uri(uri)) is not None)
        return self._held

    def source_bits(self, unit: Unit) -> int:
        """The rules that have sources in a function or in those of this file that it may call."""
        return self._bits_below(unit, -1)

    def sink_bits(self, unit: Unit, level: int) -> int:
        """The rules that have sinks in a function, or in those that it may call, in other files too."""
        return self._bits_below(unit, level)

    def _bits_below(self, unit: Unit, level: int) -> int:
        known = self._bits.get((id(unit), level))
        if known is None:
            if self._below is None:
                self._below = Relevance(self._module.units, {}, {}, frozenset(), calls=True)
            known = 0
            for each in self._below.below(unit):
                possible = self._module.modules.rules.possible(self._module, each)[level >= 0]
                if possible & ~known:
                    known |= (self._module.sources if level < 0 else self._module.sinks).get(id(each), 0)
                if level > 0:
                    known |= self.sink_bits_elsewhere(each, level)
            self._bits[id(unit), level] = known
        return known

    def sink_bits_elsewhere(self, unit: Unit, level: int) -> int:
        """The rules that have sinks in the functions of other files that a function may call."""
        bits = 0
        for module, other in self.used(unit):
            bits |= module.calls.sink_bits(other, level - 1)
        return bits

    def source_bits_elsewhere(self, unit: Unit) -> int:
        """The rules that have sources in the functions of other files that a function may call itself."""
        bits = 0
        for module, other in self.used(unit):
            if self._module.modules.rules.possible_sources(module.document):
                bits |= module.calls.source_bits(other)
        return bits

    def possible_sources_elsewhere(self) -> int:
        """The rules that the files imported here may have sources of, by their words."""
        bits = 0
        for name in self._modules_in_reach():
            for document in self._module.modules.files.find(self._module.document, name):
                if _passes_on(document):
                    return self._module.modules.rules.everything
                bits |= self._module.modules.rules.possible_sources(document)
        return bits

    def _modules_in_reach(self) -> Iterator[str]:
        """What is imported; of an open package of classes, which is no file, those that the text names."""
        for link in self._module.links.imports:
            if self._module.semantics.files is FileRelation.CLASSES and link.name == EVERYTHING:
                for word in sorted(set(_CLASS.findall(self._module.document.data))):
                    yield f"{link.module}.{word.decode()}" if link.module else word.decode()
            else:
                yield link.module


def _passes_on(document: Document) -> bool:
    """True for files whose contents often come from others: those that stand for a folder."""
    name = document.path.replace("\\", "/").rpartition("/")[2]
    return name.startswith(("__init__.", "index."))


def _called_by_words(
    found: Resolution | None, words: frozenset[bytes], is_named: bool, seen: set[int] | None = None
) -> Iterator[tuple[SourceModule, Unit]]:
    """The functions of what a name stands for that a text with these words may call.

    Of a class that the text does not name only methods are called, of objects that others have made.
    """
    for module in () if found is None else found.modules:
        assert found is not None
        if found.name:
            unit = module.by_name.get((found.owner, found.name))
            if unit is not None and is_named:
                yield module, unit
        elif found.owner:
            yield from _methods_by_words(module, found.owner, words, is_named)
        elif is_named:
            yield from _exports_by_words(module, words, set() if seen is None else seen)


def _methods_by_words(
    module: SourceModule, owner: str, words: frozenset[bytes], is_named: bool
) -> Iterator[tuple[SourceModule, Unit]]:
    """The methods of a class and of those that it builds on."""
    bases = module.links.bases.get(owner, ())
    for unit in module.units[1:]:
        if unit.site.owner == owner or unit.site.owner in bases:
            is_constructor = (
                unit.site.name in names("constructor", module.semantics.library) or unit.site.name == unit.site.owner
            )
            if unit.site.name.encode() in words or (is_constructor and is_named):
                yield module, unit
    for base in bases:
        if base not in module.classes:
            yield from _called_by_words(module.names.named(tuple(base.split("."))), words, is_named)


def _exports_by_words(
    module: SourceModule, words: frozenset[bytes], seen: set[int]
) -> Iterator[tuple[SourceModule, Unit]]:
    """The functions that a module has or passes on from others."""
    if id(module) in seen:
        return
    seen.add(id(module))
    for unit in module.units[1:]:
        is_constructor = unit.site.name in names("constructor", module.semantics.library)
        if unit.site.name and (unit.site.owner if is_constructor else unit.site.name).encode() in words:
            yield module, unit
    for exported, own in module.links.exports.items():
        other = module.by_name.get(("", own))
        if other is not None and (exported == "default" or exported.encode() in words):
            yield module, other
    if module.semantics.files in (FileRelation.PACKAGES, FileRelation.CLASSES):
        return
    for link in (*module.links.imports, *module.links.passed_on):
        if link.local == EVERYTHING:
            for each in module.names.found(link.module):
                yield from _exports_by_words(each, words, seen)
        elif link.local.encode() in words:
            yield from _called_by_words(module.names.exported(link.local, set()), words, True, seen)
