"""Files that import each other, each read when a function of it is first asked for: what it does for those who call it.

What one file says about another is a matter of levels: a summary of level 2 knows those of level 1 of the files it
calls, and so on; at level 0 calls of other files are unknown calls. So circles end, and a summary depends on nothing
but the texts of the files, not on who asked first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from reread.analyzers.flow.file import File, Settings
from reread.analyzers.flow.linking import EVERYTHING, Import, Links, links_of
from reread.analyzers.flow.marks import Marks
from reread.analyzers.flow.names import does_nothing
from reread.analyzers.flow.reach import Reach
from reread.analyzers.flow.state import Outcome
from reread.analyzers.flow.units import Unit, units_of
from reread.analyzers.flow.values import Value, without
from reread.analyzers.syntax import SyntaxTree, parse
from reread.analyzers.text import Document

LEVELS = 3
"""How many files a value may pass through after the one that is looked at."""
_MOST_IMPORTS = 200
_MOST_MODULES = 300
"""Files that are kept; all are forgotten before the next one is looked at."""
_CONSTRUCTORS = ("__init__", "constructor")

Seen = set[tuple[int, str, str]]
"""The names that were looked for on the way, by the file."""


class Files(Protocol):
    """The files of a workspace."""

    def find(self, document: Document, module: str) -> Sequence[Document]:
        """The files that a module stands for in a file, in an order that is always the same; none that is unknown.

        `module` is written as in `linking.Import`. The same file is the same object while its content is the same.
        """
        ...


class Marking(Protocol):
    """What rules say about a file: `sources` and `sinks` are bits by the id of a function."""

    sources: dict[int, int]
    sinks: dict[int, int]

    def marked(self) -> set[int]: ...

    def of(self, unit: Unit) -> Marks: ...


class Rules(Protocol):
    """What rules say about files, found out as far as it is asked for."""

    everything: int
    """The bits of all rules."""

    def possible_sources(self, document: Document) -> int:
        """The rules that a file may have sources of, by its words."""
        ...

    def possible(self, module: Module, unit: Unit) -> tuple[int, int]:
        """The rules that a function may have sources of and those that it may have sinks of, by its words."""
        ...

    def sources(self, module: Module) -> dict[int, int]:
        """The rules that have sources in functions, as bits by the ids of these."""
        ...

    def sinks(self, module: Module) -> dict[int, int]: ...

    def marking(self, module: Module) -> Marking: ...


class Found(NamedTuple):
    """What a name stands for: a function, a method, a class (without `name`), or a module (without both)."""

    modules: tuple[Module, ...]
    owner: str = ""
    name: str = ""

    @property
    def key(self) -> str:
        """What stands for a class or a module where the owner of a function is asked for."""
        return f"{self.modules[0].document.uri}\0{self.owner}"


class Modules:
    """The files that were read, by their URIs."""

    def __init__(self, files: Files, rules: Rules, settings: Settings) -> None:
        self.files = files
        self.rules = rules
        self.settings = settings
        self._known: dict[str, Module | None] = {}

    def __len__(self) -> int:
        return len(self._known)

    def begin(self) -> None:
        """Before a file is looked at: forgets what was read when that is much, or when any of it has changed."""
        if len(self._known) > _MOST_MODULES:
            self._known.clear()

    def forget(self) -> None:
        """Files have changed."""
        self._known.clear()

    def module(self, document: Document) -> Module | None:
        """The file of a document; None for languages whose values are not followed."""
        known = self._known.get(document.uri)
        if known is not None and known.document is document:
            return known
        if known is not None:
            # Summaries that knew the old text are wrong now.
            self._known.clear()
        tree = parse(document)
        made = None if tree is None or tree.language.matching is None else Module(self, tree)
        self._known[document.uri] = made
        return made

    def by_key(self, owner: str) -> tuple[Module | None, str]:
        """The file and the class of `Found.key`."""
        uri, _, name = owner.partition("\0")
        return self._known.get(uri), name


class Module:
    """One file, as others see it."""

    def __init__(self, modules: Modules, tree: SyntaxTree) -> None:
        self.modules = modules
        self.tree = tree
        self.document = tree.document
        self.language = tree.language.name
        self.units = units_of(tree, {})
        self.by_name = {(unit.site.owner, unit.site.name): unit for unit in self.units[1:]}
        self.links: Links = links_of(tree)
        self.classes = frozenset(unit.site.owner for unit in self.units if unit.site.owner) | self.links.bases.keys()
        # What the rules remember of it: which entries were tried, and where they matched.
        self.tried: set[int] = set()
        self.places: dict[int, Any] = {}
        self._sources: dict[int, int] | None = None
        self._sinks: dict[int, int] | None = None
        self._marking: Marking | None = None
        self._locals: dict[str, Found | None] = {}
        self._used: dict[int, tuple[tuple[Module, Unit], ...]] = {}
        self._bits: dict[tuple[int, int], int] = {}
        self._below: Reach | None = None
        self._files: dict[int, File] = {}
        self._outcomes: dict[tuple[int, int], Outcome | None] = {}
        self._imported: dict[str, list[Import]] = {}
        self._open: list[Import] = []
        for each in self.links.imports[:_MOST_IMPORTS]:
            if each.local == EVERYTHING:
                self._open.append(each)
            else:
                self._imported.setdefault(each.local, []).append(each)
        for unit in self.units:
            unit.document_of = self.document

    @property
    def sources(self) -> dict[int, int]:
        """The rules that have sources in functions, as bits by the ids of these."""
        if self._sources is None:
            self._sources = self.modules.rules.sources(self)
        return self._sources

    @property
    def sinks(self) -> dict[int, int]:
        if self._sinks is None:
            self._sinks = self.modules.rules.sinks(self)
        return self._sinks

    @property
    def marking(self) -> Marking:
        if self._marking is None:
            self._marking = self.modules.rules.marking(self)
        return self._marking

    # Names.

    def found(self, module: str) -> tuple[Module, ...]:
        """The files of a module as this file names it."""
        documents = self.modules.files.find(self.document, module)
        return tuple(found for each in documents if (found := self.modules.module(each)) is not None)

    def named(self, parts: tuple[str, ...], seen: Seen | None = None) -> Found | None:
        """What a dotted name stands for in this file, where that is something of another one."""
        for count in range(len(parts), 1, -1):
            dotted = ".".join(parts[:count])
            if dotted in self._imported:
                return _inside(self.local(dotted, seen), parts[count:], seen)
        return _inside(self.local(parts[0], seen), parts[1:], seen)

    def local(self, name: str, seen: Seen | None = None) -> Found | None:
        """What a plain name stands for in this file, where that is something of another one."""
        if name in self._locals:
            return self._locals[name]
        if seen is not None:
            return self._local(name, seen)
        found = self._locals[name] = self._local(name, set())
        return found

    def _local(self, name: str, seen: Seen) -> Found | None:
        if _is_seen((id(self), "", name), seen):
            return None
        for each in self._imported.get(name, ()):
            found = self._resolved(each, seen)
            if found is not None:
                return found
        for each in self._open:
            found = self._opened(each, name, seen)
            if found is not None:
                return found
        return None

    def _resolved(self, link: Import, seen: Seen) -> Found | None:
        """What an import brings in."""
        modules = self.found(link.module)
        if not link.name:
            return Found(modules) if modules else None
        first, _, rest = link.name.partition(".")
        for each in modules:
            found = each.exported(first, seen)
            if found is not None:
                return _inside(found, (rest,), seen) if rest else found
        if self.language == "python":
            inner = self.found(link.module + first if link.module.endswith(".") else f"{link.module}.{first}")
            return Found(inner) if inner else None
        return None

    def _opened(self, link: Import, name: str, seen: Seen) -> Found | None:
        """A name out of all that an import brings in."""
        if self.language == "java" and link.name == EVERYTHING:
            # A package is no file; its classes are.
            modules = self.found(f"{link.module}.{name}" if link.module else name) if name[:1].isupper() else ()
        else:
            modules = self.found(link.module)
        owner = link.name.partition(".")[0] if "." in link.name else ""
        for each in modules:
            found = each.method(owner, name, seen) if owner else each.exported(name, seen)
            if found is not None:
                return found
        return None

    def own(self, name: str) -> Found | None:
        """A function or class of this file."""
        if ("", name) in self.by_name:
            return Found((self,), "", name)
        return Found((self,), name) if name in self.classes else None

    def exported(self, name: str, seen: Seen) -> Found | None:
        """What a name of this file stands for in those that import it."""
        if _is_seen((id(self), "exported", name), seen):
            return None
        own_name = self.links.exports.get(name, name)
        found = self.own(own_name)
        if found is not None:
            return found
        for each in self.links.passed_on:
            if each.local == name:
                found = self._resolved(each, seen)
            elif each.local == EVERYTHING:
                found = self._opened(each, name, seen)
            if found is not None:
                return found
        # What Go and Java import stays in the file.
        return self.local(own_name, seen) if self.language not in ("go", "java") else None

    def method(self, owner: str, name: str, seen: Seen) -> Found | None:
        """A method of a class of this file, or of one that it builds on."""
        if (owner, name) in self.by_name:
            return Found((self,), owner, name)
        if _is_seen((id(self), owner, name), seen):
            return None
        for base in self.links.bases.get(owner, ()):
            if base in self.classes:
                found = self.method(base, name, seen)
            else:
                found = _inside(self.named(tuple(base.split(".")), seen), (name,), seen)
            if found is not None:
                return found
        for each in self.found("") if self.language == "go" else ():
            found = each.method(owner, name, seen)
            if found is not None:
                return found
        return None

    def function(self, owner: str, name: str) -> Found | None:
        """What a call stands for that this file does not answer itself: of a function, a method, an owner's key."""
        seen: Seen = set()
        if "\0" in owner:
            module, owner = self.modules.by_key(owner)
            if module is None:
                return None
            found = module.method(owner, name, seen) if owner else _inside(Found((module,)), (name,), seen)
        elif owner:
            found = self.method(owner, name, seen)
            if found is None and owner not in self.classes:
                found = _inside(self.local(owner), (name,), seen)
        else:
            found = self.local(name)
            if found is not None and not (found.owner or found.name):
                # A module that is called is what it exports by default.
                found = _inside(found, ("default",), seen)
        return found if found is not None and found.name else None

    # What can matter, as far as names tell.

    def used(self, unit: Unit) -> tuple[tuple[Module, Unit], ...]:
        """The functions of other files that one of this file may call: their names stand in its text."""
        found = self._used.get(id(unit))
        if found is None:
            seen = {id(each): (module, each) for module, each in self._may_call(unit)}
            found = self._used[id(unit)] = tuple(seen.values())
        return found

    def _may_call(self, unit: Unit) -> Iterator[tuple[Module, Unit]]:
        words, around = unit.words, self.units[0].words
        for name in self._imported:
            spelled = name.rpartition(".")[2].encode()
            if spelled in words or spelled in around:
                yield from _called_by_words(self.local(name), words, spelled in words)
        for each in self._open:
            if self.language == "java":
                capitalised = (word for word in sorted(words | around) if word[:1].isupper())
                for word in capitalised:
                    yield from _called_by_words(self.local(word.decode()), words, word in words)
            else:
                for module in self.found(each.module):
                    yield from _called_by_words(Found((module,)), words, True)
        for base in self.links.bases.get(unit.site.owner, ()):
            if base not in self.classes:
                yield from _called_by_words(self.named(tuple(base.split("."))), words, True)

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
                self._below = Reach(self.units, {}, {}, frozenset(), calls=True)
            known = 0
            for each in self._below.below(unit):
                possible = self.modules.rules.possible(self, each)[level >= 0]
                if possible & ~known:
                    known |= (self.sources if level < 0 else self.sinks).get(id(each), 0)
                if level > 0:
                    known |= self.sink_bits_elsewhere(each, level)
            self._bits[id(unit), level] = known
        return known

    def sink_bits_elsewhere(self, unit: Unit, level: int) -> int:
        """The rules that have sinks in the functions of other files that a function may call."""
        bits = 0
        for module, other in self.used(unit):
            bits |= module.sink_bits(other, level - 1)
        return bits

    def source_bits_elsewhere(self, unit: Unit) -> int:
        """The rules that have sources in the functions of other files that a function may call itself."""
        bits = 0
        for module, other in self.used(unit):
            if self.modules.rules.possible_sources(module.document):
                bits |= module.source_bits(other)
        return bits

    def possible_sources_elsewhere(self) -> int:
        """The rules that the files imported here may have sources of, by their words."""
        bits = 0
        for link in self.links.imports:
            for document in self.modules.files.find(self.document, link.module):
                if _passes_on(document):
                    return self.modules.rules.everything
                bits |= self.modules.rules.possible_sources(document)
        return bits

    # Summaries.

    def outcome(self, owner: str, name: str, level: int) -> Outcome | None:
        """What a function does for those who call it in another file; None where nothing can be said."""
        unit = self.by_name.get((owner, name))
        if unit is None:
            return None
        key = (id(unit), level)
        if key not in self._outcomes:
            self._outcomes[key] = self._summary(unit, level)
        return self._outcomes[key]

    def _summary(self, unit: Unit, level: int) -> Outcome | None:
        file = self._files.get(level)
        if file is None:
            marks = self.marking
            reach = _Unpruned(self.units, marks.sources, marks.sinks, marks.marked(), calls=True)
            file = self._files[level] = File(
                self.tree, reach, marks.of, self.modules.settings, Elsewhere(self, level) if level else None
            )
        outcome = file.summary(unit)
        if outcome.failed or unit.function is None or does_nothing(unit.function):
            return None
        return self._as_seen_elsewhere(outcome)

    def _as_seen_elsewhere(self, outcome: Outcome) -> Outcome:
        """Without what belongs to this file alone.

        Of what becomes of parameters only that counts which other parameters bring: a function that is given the whole
        program, to set something up, would else taint all of it with what some handler puts there one day.
        """
        certain = self.modules.settings.masks.full
        return outcome._replace(
            hits=(),
            globals=(),
            environment=None,
            returned=self._exported_value(outcome.returned),
            effects=tuple(
                (number, path, without(self._exported_value(value), certain)) for number, path, value in outcome.effects
            ),
            elsewhere=True,
        )

    def _exported_value(self, value: Value) -> Value:
        """The value with owners that other files understand, and without code of this one."""
        fields = None
        if value.fields:
            fields = {key: self._exported_value(field) for key, field in value.fields.items()}
        owner = value.owner
        if owner and "\0" not in owner:
            found = Found((self,), owner) if owner in self.classes else self.local(owner)
            owner = found.key if found is not None and found.owner and not found.name else ""
        symbol, constant = value.symbol, value.constant
        return Value(value.mask, value.trace, fields, None, owner, symbol, constant, size=value.size, lacks=value.lacks)


class Elsewhere:
    """What a file asks about others, at a level."""

    __slots__ = ("_level", "_module")

    def __init__(self, module: Module, level: int) -> None:
        self._module = module
        self._level = level

    def outcome(self, owner: str, name: str) -> Outcome | None:
        """The summary of a function or method that the file does not have itself."""
        found = self._module.function(owner, name)
        for module in () if found is None else found.modules:
            outcome = module.outcome(found.owner, found.name, self._level - 1) if found is not None else None
            if outcome is not None:
                return outcome
        return None

    def is_class(self, name: str) -> bool:
        """True for a name that stands for a class of another file."""
        found = self._module.local(name)
        return found is not None and bool(found.owner) and not found.name

    def owner_of(self, parts: tuple[str, ...]) -> str:
        """What a dotted name is as the owner of functions: a module or class of another file; "" for all else."""
        found = self._module.named(parts)
        return "" if found is None or found.name else found.key


class _Unpruned(Reach):
    """Of a file that is asked about one function all that this one calls is followed."""

    def meets_marks(self, unit: Unit) -> bool:
        return True


def _passes_on(document: Document) -> bool:
    """True for files whose contents often come from others: those that stand for a folder."""
    name = document.path.replace("\\", "/").rpartition("/")[2]
    return name.startswith(("__init__.", "index."))


def _is_seen(key: tuple[int, str, str], seen: Seen) -> bool:
    """True when a name has been looked for in a file before: files may import each other in circles."""
    if key in seen:
        return True
    seen.add(key)
    return False


def _inside(found: Found | None, names: Sequence[str], seen: Seen | None = None) -> Found | None:
    """What names after a dot stand for: of a module its functions and classes, of a class its methods."""
    for name in names:
        if found is None or found.name:
            return None
        found = _member(found, name, set() if seen is None else seen)
    return found


def _member(found: Found, name: str, seen: Seen) -> Found | None:
    for module in found.modules:
        inner = module.method(found.owner, name, seen) if found.owner else module.exported(name, seen)
        if inner is not None:
            return inner
        if not found.owner and module.language == "python":
            inside = module.found(f".{name}")
            if inside:
                return Found(inside)
    return None


def _called_by_words(
    found: Found | None, words: frozenset[bytes], is_named: bool, seen: set[int] | None = None
) -> Iterator[tuple[Module, Unit]]:
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
    module: Module, owner: str, words: frozenset[bytes], is_named: bool
) -> Iterator[tuple[Module, Unit]]:
    """The methods of a class and of those that it builds on."""
    bases = module.links.bases.get(owner, ())
    for unit in module.units[1:]:
        if unit.site.owner == owner or unit.site.owner in bases:
            is_constructor = unit.site.name in _CONSTRUCTORS or unit.site.name == unit.site.owner
            if unit.site.name.encode() in words or (is_constructor and is_named):
                yield module, unit
    for base in bases:
        if base not in module.classes:
            yield from _called_by_words(module.named(tuple(base.split("."))), words, is_named)


def _exports_by_words(module: Module, words: frozenset[bytes], seen: set[int]) -> Iterator[tuple[Module, Unit]]:
    """The functions that a module has or passes on from others."""
    if id(module) in seen:
        return
    seen.add(id(module))
    for unit in module.units[1:]:
        is_constructor = unit.site.name in _CONSTRUCTORS
        if unit.site.name and (unit.site.owner if is_constructor else unit.site.name).encode() in words:
            yield module, unit
    for exported, own in module.links.exports.items():
        other = module.by_name.get(("", own))
        if other is not None and (exported == "default" or exported.encode() in words):
            yield module, other
    if module.language in ("go", "java"):
        return
    for link in (*module.links.imports, *module.links.passed_on):
        if link.local == EVERYTHING:
            for each in module.found(link.module):
                yield from _exports_by_words(each, words, seen)
        elif link.local.encode() in words:
            yield from _called_by_words(module.exported(link.local, set()), words, True, seen)
