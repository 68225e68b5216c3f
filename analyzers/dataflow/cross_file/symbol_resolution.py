"""What names stand for in files that import each other: functions, classes and methods of other files, found through
imports, what files pass on, and the classes that a class builds on.
"""

from __future__ import annotations

from collections.abc import Sequence

from reread.analyzers.dataflow.cross_file.imports import ANY_CLASS, EVERYTHING, Import
from reread.analyzers.dataflow.cross_file.workspace import Resolution, SourceModule, Visited
from reread.analyzers.dataflow.declarations.structs import implementing, named_type
from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.type_ref import Kind, TypeRef, any_of

_MOST_IMPORTS = 200


class Names:
    """The names of one file."""

    def __init__(self, module: SourceModule) -> None:
        self._module = module
        self._locals: dict[str, Resolution | None] = {}
        self._found: dict[str, tuple[SourceModule, ...]] = {}
        self._functions: dict[tuple[TypeRef | None, str], Resolution | None] = {}
        self.imported: dict[str, list[Import]] = {}
        self.open: list[Import] = []
        for each in module.links.imports[:_MOST_IMPORTS]:
            if each.local == EVERYTHING:
                self.open.append(each)
            else:
                self.imported.setdefault(each.local, []).append(each)

    def found(self, module: str) -> tuple[SourceModule, ...]:
        """The files of a module as this file names it."""
        known = self._found.get(module)
        if known is None:
            documents = self._module.modules.files.find(self._module.document, module)
            modules = (self._module.modules.module(each) for each in documents)
            known = self._found[module] = tuple(each for each in modules if each is not None)
        return known

    def named(self, parts: tuple[str, ...], seen: Visited | None = None) -> Resolution | None:
        """What a dotted name stands for in this file, where that is something of another one."""
        for count in range(len(parts), 1, -1):
            dotted = ".".join(parts[:count])
            if dotted in self.imported:
                return _inside(self.local(dotted, seen), parts[count:], seen)
        return _inside(self.local(parts[0], seen), parts[1:], seen)

    def local(self, name: str, seen: Visited | None = None) -> Resolution | None:
        """What a plain name stands for in this file, where that is something of another one."""
        if name in self._locals:
            return self._locals[name]
        if seen is not None:
            return self._local(name, seen)
        found = self._locals[name] = self._local(name, set())
        return found

    def _local(self, name: str, seen: Visited) -> Resolution | None:
        if _is_visited((id(self._module), "", name), seen):
            return None
        for each in self.imported.get(name, ()):
            found = self._resolved(each, seen)
            if found is not None:
                return found
        for each in self.open:
            found = self._opened(each, name, seen)
            if found is not None:
                return found
        return None

    def _resolved(self, link: Import, seen: Visited) -> Resolution | None:
        """What an import brings in."""
        modules = self.found(link.module)
        if not link.name:
            # What is called `exports` in a module is all of it: `module.exports = new Users()`.
            held = (each.names.own("exports", seen) for each in modules if "exports" in each.links.instances)
            return next(held, None) or (Resolution(modules) if modules else None)
        first, _, rest = link.name.partition(".")
        for each in modules:
            found = each.names.exported(first, seen)
            if found is not None:
                return _inside(found, (rest,), seen) if rest else found
        if self._module.semantics.modules_nest:
            inner = self.found(link.module + first if link.module.endswith(".") else f"{link.module}.{first}")
            return Resolution(inner) if inner else None
        return None

    def _opened(self, link: Import, name: str, seen: Visited) -> Resolution | None:
        """A name out of all that an import brings in."""
        if ANY_CLASS in link.module:
            modules = self.found(link.module.replace(ANY_CLASS, name)) if name[:1].isupper() else ()
        else:
            modules = self.found(link.module)
        owner = link.name.partition(".")[0] if "." in link.name else ""
        for each in modules:
            found = each.names.method(owner, name, seen) if owner else each.names.exported(name, seen)
            if found is not None:
                return found
        return None

    def class_of(self, type_: str) -> TypeRef | None:
        """The class that a type of this file stands for, here or in another one; None where it is none."""
        name = named_type(type_)
        if name in self._module.classes:
            return Resolution((self._module,), name).type
        if name in self._module.links.declared.interfaces:
            return self.implementing(name)
        found = self.named(tuple(name.split("."))) if name else None
        if found is not None and found.owner and not found.name:
            return found.type
        package, _, plain = name.rpartition(".")
        around = self.local(package) if package else Resolution(self.found(""))
        for each in () if around is None or around.owner or around.name else around.modules:
            if plain in each.links.declared.interfaces:
                return each.names.implementing(plain)
        return None

    def class_of_field(self, owner: str, field: PathElement) -> TypeRef | None:
        """The class of a field of a class; of the file itself what it exports: a class, a function or a module."""
        if not owner:
            found = self.exported(field, set()) if isinstance(field, str) else None
            return None if found is None else found.type
        struct = self._module.links.declared.structs.get(owner)
        return self.class_of(struct.fields.get(field, "")) if struct is not None and isinstance(field, str) else None

    def implementing(self, interface: str) -> TypeRef | None:
        """The classes of the package that have the methods of an interface of this file."""
        methods = self._module.links.declared.interfaces[interface]
        modules = (self._module, *self.found(""))
        return any_of(
            [Resolution((each,), owner).type for each in modules for owner in implementing(methods, each.by_name)]
        )

    def own(self, name: str, seen: Visited | None = None) -> Resolution | None:
        """A function or class of this file, or the class of an object that one of its variables holds."""
        if ("", name) in self._module.by_name:
            return Resolution((self._module,), "", name)
        if name in self._module.classes:
            return Resolution((self._module,), name)
        held = self._module.links.instances.get(name, "")
        if not held or held in self._module.classes:
            return Resolution((self._module,), held) if held else None
        found = self.named(tuple(held.split(".")), set() if seen is None else seen)
        return found if found is not None and found.owner and not found.name else None

    def exported(self, name: str, seen: Visited) -> Resolution | None:
        """What a name of this file stands for in those that import it."""
        if _is_visited((id(self._module), "exported", name), seen):
            return None
        own_name = self._module.links.exports.get(name, name)
        found = self.own(own_name, seen)
        if found is not None:
            return found
        for each in self._module.links.passed_on:
            if each.local == name:
                found = self._resolved(each, seen)
            elif each.local == EVERYTHING:
                found = self._opened(each, name, seen)
            if found is not None:
                return found
        return None if self._module.semantics.imports_are_private else self.local(own_name, seen)

    def method(self, owner: str, name: str, seen: Visited) -> Resolution | None:
        """A method of a class of this file, or of one that it builds on; in Go of any file of the package."""
        found = self.method_here(owner, name, seen)
        if found is None:
            package = (each for link in self.open if not link.module for each in self.found(link.module))
            others = (each.names.method_here(owner, name, seen) for each in package)
            found = next((each for each in others if each is not None), None)
        return found

    def method_here(self, owner: str, name: str, seen: Visited) -> Resolution | None:
        """A method of a class of which this very file has a part."""
        if (owner, name) in self._module.by_name:
            return Resolution((self._module,), owner, name)
        if _is_visited((id(self._module), owner, name), seen):
            return None
        for base in self._module.links.bases.get(owner, ()):
            if base in self._module.classes:
                found = self.method(base, name, seen)
            else:
                found = _inside(self.named(tuple(base.split(".")), seen), (name,), seen)
            if found is not None:
                return found
        return None

    def function(self, type_: TypeRef | None, name: str) -> Resolution | None:
        """What a call stands for that this file does not answer itself: of a function, or of a method of a type."""
        if (type_, name) not in self._functions:
            self._functions[type_, name] = self._function(type_, name)
        return self._functions[type_, name]

    def _function(self, type_: TypeRef | None, name: str) -> Resolution | None:
        seen: Visited = set()
        if type_ is not None and (type_.kind != Kind.CLASS or len(type_.classes) > 1):
            return None
        owner, uri = ("", "") if type_ is None else type_.classes[0]
        if uri:
            module = self._module.modules.by_uri(uri)
            if module is None:
                return None
            found = module.names.method(owner, name, seen) if owner else _inside(Resolution((module,)), (name,), seen)
        elif owner:
            found = self.method(owner, name, seen)
            if found is None and owner not in self._module.classes:
                found = _inside(self.named(tuple(owner.split("."))), (name,), seen)
        else:
            found = self.local(name)
            if found is not None and not (found.owner or found.name):
                # A module that is called is what it exports by default.
                found = _inside(found, ("default",), seen)
        return found if found is not None and found.name else None


def _is_visited(key: tuple[int, str, str], seen: Visited) -> bool:
    """True when a name has been looked for in a file before: files may import each other in circles."""
    if key in seen:
        return True
    seen.add(key)
    return False


def _inside(found: Resolution | None, names: Sequence[str], seen: Visited | None = None) -> Resolution | None:
    """What names after a dot stand for: of a module its functions and classes, of a class its methods."""
    for name in names:
        if found is None or found.name:
            return None
        found = _member(found, name, set() if seen is None else seen)
    return found


def _member(found: Resolution, name: str, seen: Visited) -> Resolution | None:
    for module in found.modules:
        inner = module.names.method(found.owner, name, seen) if found.owner else module.names.exported(name, seen)
        if inner is not None:
            return inner
        if found.owner and name in module.classes:
            # A class inside of a class.
            return Resolution((module,), name)
        if not found.owner and module.semantics.modules_nest:
            inside = module.names.found(f".{name}")
            if inside:
                return Resolution(inside)
    return None
