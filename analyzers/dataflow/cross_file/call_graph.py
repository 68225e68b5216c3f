"""Which functions of other files a file may call, as far as words tell, and which rules can have a say there.

Nearly all of a workspace is of no matter to a file; this finds out without any data-flow analysis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.dataflow.cross_file.imports import ANY_CLASS, EVERYTHING
from reread.analyzers.dataflow.cross_file.workspace import Resolution, SourceModule
from reread.analyzers.dataflow.domain.language import Semantics
from reread.analyzers.dataflow.models.library_names import bytes_pattern_with, names
from reread.analyzers.dataflow.summaries.function_units import Unit
from reread.analyzers.dataflow.summaries.relevance import Relevance
from reread.analyzers.text import Document

_WORD = re.compile(rb"\w+")
_WORD_OF_NAME = re.compile(r"\w+")
_FIELD = re.compile(rb"[;{}]\s*\w+\s*=[^=]")
"""What may put something into a field of an object that the text does not name."""
_MADE = re.compile(rb"\breturn (?:new\b|self\b|this\b|&?(?:\w+\.)*[A-Z]\w*[({])")
"""What gives back an object whose methods may be called then."""
_MADE_OR_CALLED = re.compile(rb"(?<!raise )(?<!throw new )\b(\w+)(?:<[\w, ]*>)?[({]")
"""The function that is called, or the class of which an object is made."""
_SHORT = 250
"""Bytes of a function that is looked at whatever it says: many of them only hand out an object."""
_CLASS = re.compile(rb"\b[A-Z]\w*")
_PART = r"(?:\.\w+|\[[^\]\n]*\])"
_CHANGE = rf"(?<![\w.])(\w+)(?:\(|{_PART}+\s*[-+|&?]*=[^=>]|{_PART}*\.{{object-changer}}\()"
"""Finds where a text puts something into what a name stands for, or calls it."""


class Methods(NamedTuple):
    """The methods of a class by their names, and those of them that make objects."""

    by_word: dict[bytes, list[Unit]]
    constructors: list[Unit]


_NO_METHODS = Methods({}, [])


class Calls:
    """What the functions of one file may call in others."""

    def __init__(self, module: SourceModule) -> None:
        self._module = module
        self._used: dict[int, tuple[tuple[SourceModule, Unit], ...]] = {}
        self._bits: dict[tuple[int, int], int] = {}
        self._named: dict[int, tuple[tuple[SourceModule, Unit], ...]] = {}
        self._from_makers: dict[int, dict[bytes, list[tuple[SourceModule, Unit]]]] = {}
        self._classes: dict[int, tuple[tuple[SourceModule, str], ...]] = {}
        self._changing: dict[tuple[int, int], bool] = {}
        self._below: Relevance | None = None
        self._methods: dict[str, Methods] = {}
        self._functions: dict[bytes, list[Unit]] = {}
        self._held: tuple[tuple[SourceModule, str], ...] | None = None
        self._libraries: set[bytes] = set()
        self._spelled = {name: _spelled(name) for name in module.names.imported}

    def used(self, unit: Unit) -> tuple[tuple[SourceModule, Unit], ...]:
        """The functions of other files that one of this file may call: their names stand in its text."""
        found = self._used.get(id(unit))
        if found is None:
            seen = {id(each): (module, each) for module, each in self._called(unit)}
            for maker in self._makers(unit):
                methods = self._methods_from(maker)
                for word in unit.words & methods.keys():
                    seen.update((id(each), (module, each)) for module, each in methods[word])
            found = self._used[id(unit)] = tuple(seen.values())
        return found

    def _makers(self, unit: Unit) -> Iterator[Unit]:
        """The functions of this file that may bring one the objects that it has; also those that it calls."""
        functions = self.functions()
        yield from (unit, self._module.units[0], *self.methods(unit.site.owner).constructors)
        for word in unit.words & functions.keys():
            yield from functions[word]

    def _methods_from(self, unit: Unit) -> dict[bytes, list[tuple[SourceModule, Unit]]]:
        """The methods, by their names, of the objects that a function makes or gets from those that it calls."""
        found = self._from_makers.get(id(unit))
        if found is None:
            found = self._from_makers[id(unit)] = {}
            called = _MADE_OR_CALLED.findall(unit.key[1])
            makers = ((module, each) for module, each in self._called(unit) if each.word in called)
            classes = dict.fromkeys(each for module, maker in makers for each in module.calls.classes_made(maker))
            classes.update(dict.fromkeys(self.classes_made(unit)))
            for module, owner in classes:
                if module is not self._module:
                    for word, other, method in _methods_of(module, owner):
                        found.setdefault(word, []).append((other, method))
        return found

    def classes_made(self, unit: Unit) -> tuple[tuple[SourceModule, str], ...]:
        """The classes of the objects that a function makes by its text: what it gives may be one of them."""
        found = self._classes.get(id(unit))
        if found is None:
            made, names = frozenset(_MADE_OR_CALLED.findall(unit.key[1])), self._module.names
            modules: list[SourceModule] = [self._module]
            classes: list[tuple[SourceModule, str]] = []
            for name, spelled in self._spelled.items() if made else ():
                known = names.local(name) if spelled in unit.words else None
                if known is not None and not known.owner:
                    modules += known.modules if not known.name else ()
                elif known is not None and not known.name and spelled in made:
                    classes += ((module, known.owner) for module in known.modules)
            for word in made - self._libraries if names.open else ():
                known = names.local(word.decode()) if word[:1].isupper() else None
                if known is not None and known.owner and not known.name:
                    classes += ((module, known.owner) for module in known.modules)
            classes += ((module, owner) for module in modules for owner in module.classes if owner.encode() in made)
            found = self._classes[id(unit)] = tuple(classes)
        return found

    def _called(self, unit: Unit) -> tuple[tuple[SourceModule, Unit], ...]:
        """The functions of other files whose names, or names of their classes, stand in the text of one."""
        found = self._named.get(id(unit))
        if found is None:
            found = self._named[id(unit)] = tuple(self._may_call(unit))
        return found

    def _may_call(self, unit: Unit) -> Iterator[tuple[SourceModule, Unit]]:
        words, around = unit.words, self._module.units[0].words
        for name, spelled in self._spelled.items():
            if spelled in words or spelled in around:
                yield from _called_by_words(self._module.names.local(name), words, spelled in words)
        for module, owner in self._held_classes():
            yield from _methods_by_words(module, owner, words, False)
        for each in self._module.names.open:
            if "." in each.name:
                owner = each.name.partition(".")[0]
                yield from _called_by_words(Resolution(self._module.names.found(each.module), owner), words, True)
            elif ANY_CLASS not in each.module:
                for module in self._module.names.found(each.module):
                    yield from _called_by_words(Resolution((module,)), words, True)
        if any(ANY_CLASS in each.module for each in self._module.names.open):
            for word in (words | around) - self._libraries:
                found = self._module.names.local(word.decode()) if word[:1].isupper() else None
                if found is None:
                    self._libraries.add(word)
                yield from _called_by_words(found, words, word in words)
        for base in self._module.links.bases.get(unit.site.owner, ()):
            if base not in self._module.classes:
                yield from _called_by_words(self._module.names.named(tuple(base.split("."))), words, True)

    def methods(self, owner: str) -> Methods:
        """The methods of a class of this file."""
        if not self._methods:
            constructors = names("constructor", self._module.semantics.library)
            for unit in self._module.units[1:]:
                name, own = unit.site.name, unit.site.owner
                found = self._methods.setdefault(own, Methods({}, []))
                found.by_word.setdefault(name.encode(), []).append(unit)
                if name in constructors or name == own:
                    found.constructors.append(unit)
        return self._methods.get(owner, _NO_METHODS)

    def functions(self) -> dict[bytes, list[Unit]]:
        """The functions of this file by the words that those write who call them."""
        if not self._functions:
            constructors = names("constructor", self._module.semantics.library)
            for unit in self._module.units[1:]:
                word = unit.site.owner if unit.site.name in constructors else unit.site.name
                if unit.site.name:
                    self._functions.setdefault(word.encode(), []).append(unit)
        return self._functions

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

    def changes_given(self, unit: Unit, level: int) -> bool:
        """Whether a function may put what it is given into something else that it has, or hand out an object."""
        known = self._changing.get((id(unit), level))
        if known is None:
            if self._below is None:
                self._below = Relevance(self._module.units, {}, {}, frozenset(), calls=True)
            units = list(self._below.below(unit))
            known = any(_changes(each, self._module.semantics) for each in units) or (
                level > 0 and any(m.calls.changes_given(o, level - 1) for each in units for m, o in self.used(each))
            )
            self._changing[id(unit), level] = known
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
            if ANY_CLASS in link.module:
                for word in sorted(set(_CLASS.findall(self._module.document.data))):
                    yield link.module.replace(ANY_CLASS, word.decode())
            else:
                yield link.module


def _changes(unit: Unit, semantics: Semantics) -> bool:
    """Whether a function itself does, as far as its text tells. It may also call what it is given."""
    body, text = unit.site.node.child_by_field_name("body"), unit.key[1]
    at = 0 if body is None else body.start_byte - unit.site.start
    if len(text) < _SHORT or _MADE.search(text, at):
        return True
    given = {b"this", *_WORD.findall(text[:at])}
    if semantics.names_may_be_fields and _FIELD.search(text, at):
        return True
    return any(found[1] in given for found in bytes_pattern_with(_CHANGE, semantics.library).finditer(text, at))


def _spelled(name: str) -> bytes:
    """The word that stands in the text of who uses a name; a module that is loaded has its path as its name."""
    return (name.rpartition(".")[2] if "/" not in name else (_WORD_OF_NAME.findall(name) or [""])[-1]).encode()


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
    for each in dict.fromkeys((owner, *bases)):
        methods, constructors = module.calls.methods(each)
        for word in words & methods.keys():
            yield from ((module, unit) for unit in methods[word])
        if is_named:
            yield from ((module, unit) for unit in constructors)
    for base in bases:
        if base not in module.classes:
            yield from _called_by_words(module.names.named(tuple(base.split("."))), words, is_named)


def _methods_of(module: SourceModule, owner: str) -> Iterator[tuple[bytes, SourceModule, Unit]]:
    """All methods of a class and of the nearest that it builds on, with their names."""
    bases = module.links.bases.get(owner, ())
    classes = [(module, each) for each in dict.fromkeys((owner, *bases))]
    for base in bases:
        found = None if base in module.classes else module.names.named(tuple(base.split(".")))
        classes += ((each, found.owner) for each in (() if found is None else found.modules) if found and found.owner)
    for each, name in classes:
        for word, methods in each.calls.methods(name)[0].items():
            yield from ((word, each, method) for method in methods)


def _exports_by_words(
    module: SourceModule, words: frozenset[bytes], seen: set[int]
) -> Iterator[tuple[SourceModule, Unit]]:
    """The functions that a module has or passes on from others."""
    if id(module) in seen:
        return
    seen.add(id(module))
    functions = module.calls.functions()
    for word in words & functions.keys():
        yield from ((module, unit) for unit in functions[word])
    for exported, own in module.links.exports.items():
        other = module.by_name.get(("", own))
        if other is not None and (exported == "default" or exported.encode() in words):
            yield module, other
    if module.semantics.imports_are_private:
        return
    for link in (*module.links.imports, *module.links.passed_on):
        if link.local == EVERYTHING:
            for each in module.names.found(link.module):
                yield from _exports_by_words(each, words, seen)
        elif link.local.encode() in words:
            yield from _called_by_words(module.names.exported(link.local, set()), words, True, seen)
