"""The probability that a use of a name means a given definition: from imports, locations and classes.

The figures are confidences from 0 to 1; if only the name matches, the confidence is shared among all definitions that
have it.
"""

from __future__ import annotations

from typing import NamedTuple

from reread.rag.imports import ImportRules, ModulePlace, Shared, rules_of
from reread.rag.imports.table import ELSEWHERE, EVERYTHING, Import
from reread.rag.retrieval.usage import Candidate, Names, Usage, WorkspaceFacts, module_key

_HERE = 0.97
_IMPORTED = 0.95
_STAR = 0.9
_SHARED = 0.9
_INHERITED = 0.85
_OVERRIDDEN = 0.5
_CLASS_BY_NAME = 0.75
_METHOD_BY_NAME = 0.5
_GLOBAL = 0.7
_BY_NAME = 0.1
_FOREIGN = 0.02
"""The name comes from outside of the workspace."""
_TOO_LITTLE = 0.03
"""A confidence that no nearness makes worth keeping."""
_PASSED_ON = 4
"""Files that a name may have come through."""


def likelihood(usage: Usage, names: Names, candidate: Candidate, rivals: int, world: WorkspaceFacts) -> float:
    """How likely, from 0 to 1, the use means the candidate, one of `rivals` definitions of its name."""
    rules = rules_of(names.language)
    judge = _Judge(usage, names, candidate, max(1, rivals), world, rules)
    if usage.type:
        return judge.of_class(usage.type)
    if not usage.qualifier:
        return judge.bare()
    first = usage.qualifier.partition(".")[0]
    if first in rules.bases:
        return judge.inherited(usage.around, own=False)
    if first in rules.selves:
        return judge.own_member()
    return judge.qualified(first)


class _Judge(NamedTuple):
    usage: Usage
    names: Names
    candidate: Candidate
    rivals: int
    world: WorkspaceFacts
    rules: ImportRules

    def bare(self) -> float:
        candidate, names = self.candidate, self.names
        owner = candidate.owner
        if not owner and candidate.place.path == names.place.path:
            return _HERE
        if owner and self.rules.own_members and (inherited := self.inherited(self.usage.around)) > _OVERRIDDEN:
            return inherited
        if owner and self.rules.own_members and self._encloses():
            return _HERE if candidate.place.path == names.place.path else _SHARED
        if imports := names.imported(self.usage.name):
            found = max(self._reaches(each, names.place, _PASSED_ON) for each in imports)
            return _IMPORTED * found if found else _FOREIGN
        if owner and not self._is_constructor():
            return self._opened_members() or _BY_NAME / self.rivals
        return self._visible()

    def _visible(self) -> float:
        """How likely a top-level name is seen without being named in an import."""
        if found := self._opened():
            return found
        if self._shares():
            return _SHARED
        if self.rules.shared is Shared.ALL:
            return _GLOBAL / self.rivals
        return _BY_NAME / self.rivals

    def _opened(self) -> float:
        """How likely an import of everything brings in a top-level name."""
        stars = [each for each in self.names.imports if each.local == EVERYTHING]
        return _STAR * max((self._reaches(each, self.names.place, _PASSED_ON) for each in stars), default=0.0)

    def _opened_class(self) -> float:
        """The same for the class of the candidate."""
        owner = self.candidate.owner
        return self._replace(candidate=self.candidate._replace(name=owner, qualified=owner))._opened()

    def _opened_members(self) -> float:
        """How likely an import of all static members of its class brings in the candidate."""
        place, owner = self.candidate.place, self.candidate.owner
        whole = self.rules.separator.join(part for part in (place.namespace, owner) if part)
        opened = any(each.local == EVERYTHING and each.module == whole for each in self.names.imports)
        return _STAR if opened and self.rules.shared is Shared.NAMESPACE else 0.0

    def _shares(self) -> bool:
        here, there = self.names.place, self.candidate.place
        if self.rules.shared is Shared.FOLDER:
            return here.folder == there.folder
        if self.rules.shared is Shared.NAMESPACE:
            inside = here.namespace == there.namespace or here.namespace.startswith(there.namespace + ".")
            return inside and (bool(there.namespace) or here.folder == there.folder)
        return False

    def _encloses(self) -> bool:
        """Whether the candidate is in a class or namespace that the use is further inside."""
        inside = self.candidate.qualified.rpartition(".")[0]
        return self.usage.scope.startswith(f"{inside}.")

    def _is_constructor(self) -> bool:
        return self.candidate.owner == self.candidate.name

    def own_member(self) -> float:
        """`self.name`, and for `self.member.name` only what the name says."""
        if "." in self.usage.qualifier:
            return self.by_name()
        return self.inherited(self.usage.around) or _BY_NAME / self.rivals

    def inherited(self, name: str, *, own: bool = True) -> float:
        """A member of the class `name` around the use, of one above it, or of one below."""
        candidate = self.candidate
        if not name or not candidate.owner:
            return 0.0
        if candidate.owner == name:
            if not own:
                return 0.0
            return _HERE if candidate.place.path == self.names.place.path else _SHARED if self._shares() else 0.3
        if candidate.owner in self.world.ancestors(name):
            return _INHERITED
        return _OVERRIDDEN if own and name in self.world.ancestors(candidate.owner) else 0.0

    def of_class(self, name: str) -> float:
        """A member of the class that the receiver was declared with."""
        candidate = self.candidate
        owner = candidate.owner
        real = next((each.member for each in self.names.imported(name) if each.member), name)
        if owner in (name, real) or (self.names.language == "go" and _unexported(owner) == _unexported(name)):
            if candidate.place.path == self.names.place.path or self._shares():
                return _IMPORTED
            imports = self.names.imported(name)
            as_class = candidate._replace(name=owner, qualified=owner)
            judge = self._replace(candidate=as_class)
            found = max((judge._reaches(each, self.names.place, _PASSED_ON) for each in imports), default=0.0)
            return max(_IMPORTED * found, judge._opened(), _CLASS_BY_NAME)
        if owner in self.world.ancestors(real):
            return _INHERITED
        if real in self.world.ancestors(owner):
            return _OVERRIDDEN
        if self.rules.demands and self.world.implements(owner, real, candidate.name):
            return _OVERRIDDEN
        return _FOREIGN if owner else _BY_NAME / self.rivals

    def qualified(self, first: str) -> float:
        """`first.rest.name`, where `first` is a module, a class or an object."""
        candidate, here = self.candidate, self.names.place
        last = self.usage.qualifier.rpartition(".")[2]
        imports = self.names.imported(first)
        if imports:
            found = max(self._through(each, candidate) for each in imports)
            if found or not candidate.owner:
                return _IMPORTED * found if found else _FOREIGN
            return _FOREIGN if all(each.member == "" for each in imports) else self.by_name() / 2
        if candidate.owner and candidate.owner == last:
            if candidate.place.path == here.path:
                return _HERE
            return _SHARED if self._shares() else max(self._opened_class(), _CLASS_BY_NAME)
        if last.replace("::", ".") == candidate.place.namespace.rpartition(".")[2] and self._visible() > _GLOBAL:
            return _STAR
        return self.by_name()

    def _through(self, taken: Import, candidate: Candidate) -> float:
        """How surely a name used on an imported one is the candidate: a member of a module, or of a class in it."""
        rest = self.usage.qualifier.split(".")[1:]
        inner = [taken.module, *([taken.member] if taken.member not in ("", "default") else []), *rest]
        whole = self.rules.separator.join(part for part in inner if part)
        if inner[0].endswith("."):
            whole = inner[0] + self.rules.separator.join(inner[1:])
        here = self.names.place
        if not candidate.owner:
            if taken.member in ("", "default") and not rest:
                return self._reaches(Import(candidate.name, taken.module, candidate.name), here, _PASSED_ON)
            if self.rules.nested:
                return self._reaches(Import(candidate.name, whole, candidate.name), here, _PASSED_ON)
            return 0.0
        owner = (rest or [taken.member])[-1]
        if owner not in (candidate.owner, "default"):
            return 0.0
        as_class = candidate._replace(name=candidate.owner, qualified=candidate.owner)
        module = taken.module
        if rest:
            module = self.rules.separator.join(part for part in inner[:-1] if part)
        return self._replace(candidate=as_class)._reaches(Import(owner, module, owner), here, _PASSED_ON)

    def _reaches(self, taken: Import, importer: ModulePlace, depth: int) -> float:
        """How surely an import of a file stands for the candidate, also through files that pass it on."""
        candidate = self.candidate
        if taken.module.startswith(ELSEWHERE):
            return 0.0
        if taken.member in (candidate.name, EVERYTHING, "", "default"):
            found = self.rules.reach(taken.module, importer, candidate.place)
            if found:
                return found
            if self.rules.shared is Shared.NAMESPACE and taken.member == candidate.name:
                # `import a.Outer.Inner`: a class inside of a class, or a static member.
                module, _, outer = taken.module.rpartition(".")
                if outer and outer == candidate.owner:
                    return self.rules.reach(module, importer, candidate.place)
        if depth <= 0 or self.rules.shared is not Shared.NOTHING:
            return 0.0
        return self._passed_on(taken, importer, depth)

    def _passed_on(self, taken: Import, importer: ModulePlace, depth: int) -> float:
        name = self.candidate.name if taken.member in (EVERYTHING, "", "default") else taken.member
        best = 0.0
        key = module_key(taken.module, importer)
        for place, other in (*self.world.exports(name, key), *self.world.stars(key)):
            if place.path == importer.path or other.member not in (self.candidate.name, EVERYTHING, "default", name):
                continue
            if other.member == name != self.candidate.name:
                continue
            reach = self.rules.reach(taken.module, importer, place)
            if reach > best:
                best = max(best, min(reach, self._reaches(other, place, depth - 1)))
        return best

    def by_name(self) -> float:
        """All that is known is the name: rather a method, rather one near by."""
        candidate, here = self.candidate, self.names.place
        value = (_METHOD_BY_NAME if candidate.owner else _BY_NAME) / self.rivals
        if value < _TOO_LITTLE:
            return value
        if candidate.place.path == here.path or any(
            self.rules.reach(each.module, here, candidate.place) for each in self.names.imports[:60]
        ):
            value *= 1.5
        elif candidate.place.folder == here.folder:
            value *= 1.2
        return min(value, _CLASS_BY_NAME)


def _unexported(name: str) -> str:
    """A name of Go in lower case at its beginning: `newServer()` may make a `Server` as well as a `server`."""
    return name[:1].lower() + name[1:]
