"""The change of a signature that keeps a call from matching it any more, in words.

What is missing after a change is often not what was changed: a parameter that was added before the last one leaves the
call without the last one. So the old signature is compared with the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from reread.rag.findings.fitting import Misfit, counted, misfit
from reread.rag.findings.outline import Call, Function, Parameter, Signature


def named_change(before: Iterable[Function], after: Iterable[Function], call: Call) -> str:
    """What was done to the signature that the call was made for; "" where that cannot be told."""
    old, new = _signatures(before), _signatures(after)
    fitted = [each for each in old if each not in new and misfit(each, call) is None]
    made = [each for each in new if each not in old]
    if len(fitted) != 1 or len(made) != 1:
        return ""
    found = misfit(made[0], call)
    return _described(found, _Comparison.of(*fitted, *made), call) if found is not None else ""


def _signatures(functions: Iterable[Function]) -> list[Signature]:
    return [signature for function in functions for signature in function.signatures or ()]


class _Comparison(NamedTuple):
    """Two signatures. `removed`, `added` and `renamed` (old names and new ones) are by names; `reordered` says that
    those that are given by place in both stand in another order.
    """

    old: Signature
    new: Signature
    removed: frozenset[str]
    added: frozenset[str]
    renamed: dict[str, str]
    reordered: bool

    @classmethod
    def of(cls, old: Signature, new: Signature) -> _Comparison:
        before, after = [each.name for each in old.parameters], [each.name for each in new.parameters]
        removed, added = set(before) - set(after), set(after) - set(before)
        renamed: dict[str, str] = {}
        for _, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            gone, come = before[start:end], after[other_start:other_end]
            if len(gone) == len(come) and removed.issuperset(gone) and added.issuperset(come):
                renamed.update(zip(gone, come, strict=True))
        first, last = ([each.name for each in _by_place(side)] for side in (old, new))
        moved = [name for name in first if name in last] != [name for name in last if name in first]
        removed, added = removed - renamed.keys(), added - set(renamed.values())
        return cls(old, new, frozenset(removed), frozenset(added), renamed, moved)

    def was(self, name: str) -> Parameter | None:
        return next((each for each in self.old.parameters if each.name == name), None)

    def now(self, name: str) -> Parameter | None:
        return next((each for each in self.new.parameters if each.name == name), None)


def _described(found: Misfit, both: _Comparison, call: Call) -> str:
    given = _by_place(both.old)[: call.places]
    if found.why == "places":
        causes = [*_removed(both, given), *_by_name_only(both, given), *_no_more_places(both, call)]
        most = sum(each.by_place for each in both.new.parameters)
        return _because(causes, f"{counted(call.places)} given{_how(both.new)}, {_at_most(most)} taken")
    if found.why == "unknown":
        return _unknown(both, found.names[0])
    if found.why == "twice":
        causes = [*_removed(both, given), *_by_name_only(both, given), *_reordered(both)]
        return _because(causes, f"`{found.names[0]}` is given by its place and by its name")
    causes = [*_added(both, call), *_without_default(both, found.names), *_by_name_only(both, given)]
    count, needed = call.places + len(call.names), sum(each.required for each in both.new.parameters)
    if count < needed:
        return _because(causes, f"{counted(count)} given, {needed} needed")
    return _because(causes, f"{_listed(found.names)} {'is' if len(found.names) == 1 else 'are'} not given")


def _because(causes: Sequence[str], effect: str) -> str:
    return f"{' and '.join(causes)}: {effect}" if causes else ""


def _unknown(both: _Comparison, name: str) -> str:
    if name in both.renamed:
        return f"`{name}` was renamed to `{both.renamed[name]}`: the old name is given"
    if name in both.removed:
        return f"`{name}` was removed: it is given by its name"
    if both.now(name) is not None:
        return f"`{name}` is taken by place only now: it is given by its name"
    return f"arguments of any name are no longer taken: `{name}` is given"


def _removed(both: _Comparison, given: Iterable[Parameter]) -> list[str]:
    names = [each.name for each in given if each.name in both.removed]
    return [f"{_listed(names)} {'was' if len(names) == 1 else 'were'} removed"] if names else []


def _by_name_only(both: _Comparison, given: Iterable[Parameter]) -> list[str]:
    names = [each.name for each in given if (now := both.now(each.name)) is not None and not now.by_place]
    return [f"{_listed(names)} {'is' if len(names) == 1 else 'are'} taken by name only now"] if names else []


def _no_more_places(both: _Comparison, call: Call) -> list[str]:
    more = both.old.more_places and call.places > len(_by_place(both.old))
    return ["any number of arguments is no longer taken"] if more else []


def _reordered(both: _Comparison) -> list[str]:
    order = ", ".join(f"`{each.name}`" for each in _by_place(both.new))
    return [f"the parameters are in another order now ({order})"] if both.reordered else []


def _without_default(both: _Comparison, missing: Iterable[str]) -> list[str]:
    names = [each for each in missing if (was := both.was(each)) is not None and not was.required]
    return [f"{_listed(names)} lost {'its default' if len(names) == 1 else 'their defaults'}"] if names else []


def _added(both: _Comparison, call: Call) -> list[str]:
    """What was added and has to be given, and beside what: parameters side by side together."""
    wanted = [
        (each.name, _beside(each, both))
        for each in both.new.parameters
        if each.required and each.name in both.added and each.name not in call.names
    ]
    groups = [(place, [name for name, _ in group]) for place, group in groupby(wanted, key=lambda pair: pair[1])]
    return [f"{_listed(names)} {'was' if len(names) == 1 else 'were'} added{place}" for place, names in groups]


def _beside(parameter: Parameter, both: _Comparison) -> str:
    """Where a parameter was added, by the nearest one that is not new: the one behind it, else the one before it."""
    if not parameter.by_place:
        return ", to be given by name"
    by_place = _by_place(both.new)
    number = by_place.index(parameter)
    behind = [each.name for each in by_place[number + 1 :] if each.name not in both.added]
    before = [each.name for each in by_place[:number] if each.name not in both.added]
    return f" before `{behind[0]}`" if behind else f" after `{before[-1]}`" if before else ""


def _by_place(signature: Signature) -> list[Parameter]:
    return [each for each in signature.parameters if each.by_place]


def _how(signature: Signature) -> str:
    return "" if all(each.by_place for each in signature.parameters) else " by place"


def _at_most(count: int) -> str:
    return f"at most {count}" if count else "none"


def _listed(names: Iterable[str]) -> str:
    *first, last = (f"`{name}`" for name in names)
    return f"{', '.join(first)} and {last}" if first else last
