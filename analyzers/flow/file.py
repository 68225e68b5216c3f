"""All functions of one document, followed where it can matter, with what they know of each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.flow.folding import UNKNOWN
from reread.analyzers.flow.lower import Site, lower, outline
from reread.analyzers.flow.marks import Marks
from reread.analyzers.flow.patterns import Regex
from reread.analyzers.flow.program import Function
from reread.analyzers.flow.run import follow
from reread.analyzers.flow.state import Hit, Outcome, World
from reread.analyzers.flow.values import CONSTANT, Masks, Value, joined, without
from reread.analyzers.syntax import SyntaxTree

_MOST_STEPS_OF_MODULE = 30_000


class Unit:
    """A function of a document, with its place in the current version; kept over edits while its text is the same."""

    __slots__ = ("function", "number", "site", "text", "words")

    def __init__(self, site: Site, text: bytes, number: int) -> None:
        self.site = site
        self.text = text
        self.number = number
        self.function: Function | None = None
        self.words: frozenset[bytes] = frozenset()


class Settings(NamedTuple):
    """`calls` for following calls within the file, `extras` for what goes beyond the rule language."""

    masks: Masks
    calls: bool = True
    extras: bool = True


class File:
    """The functions of one document while they are being followed."""

    def __init__(self, tree: SyntaxTree, units: list[Unit], marks: dict[int, Marks], settings: Settings) -> None:
        self.tree = tree
        self.units = units
        self.marks = marks
        self.settings = settings
        self.outcomes: dict[int, Outcome] = {}
        self.busy: set[int] = set()
        self.by_name: dict[tuple[str, str], Unit] = {}
        for unit in units:
            self.by_name[unit.site.owner, unit.site.name] = unit
        self.classes = {unit.site.owner for unit in units if unit.site.owner}
        self.variables: dict[str, Value] = {}
        self.fields: dict[str, dict[str, Value]] = {}

    def hits(self, wanted: list[Unit], feeding: list[Unit], sinking: list[Unit]) -> Iterator[Hit]:
        """The sinks that taint reaches when the functions given are followed.

        `feeding` are those that sources reach, which may fill fields and variables of the module; in that case those
        with sinks, `sinking`, are followed too.
        """
        self.follow_module()
        if self.settings.calls and self.collect(feeding):
            wanted = list({id(unit): unit for unit in (*wanted, *sinking)}.values())
        for unit in wanted:
            yield from self.outcome(unit).hits

    def follow_module(self) -> None:
        module = self.units[0]
        outcome = self.outcome(module)
        for name, value in (outcome.environment or {}).items():
            certain = without(value, ~self.settings.masks.full & (value.mask | _all_fields(value)))
            # Switches of a module are there to be changed, so no branch is decided by them.
            self.variables[name] = _without_literal(certain)
        # What was followed from there did not know these variables yet.
        self.outcomes = {id(module): outcome}

    def collect(self, feeding: list[Unit]) -> bool:
        """Learns what functions put into fields of their objects and into variables of the module.

        True when it is a variable, which all functions see.
        """
        learnt = seen_by_all = False
        for unit in feeding:
            outcome = self.outcome(unit)
            for parameter, path, value in outcome.effects:
                certain = self.certain(value)
                if parameter == -1 and path and unit.site.owner and certain is not None:
                    fields = self.fields.setdefault(unit.site.owner, {})
                    fields[path[0]] = joined(fields[path[0]], certain) if path[0] in fields else certain
                    learnt = True
            for name, value in outcome.globals:
                certain = self.certain(value)
                if certain is not None:
                    known = self.variables.get(name)
                    self.variables[name] = certain if known is None else joined(known, certain)
                    learnt = seen_by_all = True
        if learnt:
            self.outcomes = {}
        return seen_by_all

    def certain(self, value: Value) -> Value | None:
        """A value with the taint that it has whoever calls; None when it has none."""
        kept = without(value, ~self.settings.masks.full & (value.mask | _all_fields(value)))
        return kept if kept.mask or _all_fields(kept) else None

    def outcome(self, unit: Unit) -> Outcome:
        """What following a function gives."""
        known = self.outcomes.get(id(unit))
        if known is None:
            self.busy.add(id(unit))
            if unit.function is None:
                unit.function = lower(self.tree, unit.site)
            known = follow(unit.function, unit, self.marks.get(id(unit)) or Marks(), self.world(unit))
            self.busy.discard(id(unit))
            self.outcomes[id(unit)] = known
        return known

    def world(self, unit: Unit) -> World:
        calls, extras = self.settings.calls, self.settings.extras
        return World(
            self.settings.masks,
            self.outcome_of if calls else lambda owner, name: None,
            self.classes.__contains__ if calls else lambda name: False,
            self.variables,
            self.fields.get(unit.site.owner, {}),
            self.tree.language.name,
            guards=extras,
            mutators=extras,
            most_steps=World._field_defaults["most_steps"] if unit.site.name else _MOST_STEPS_OF_MODULE,
        )

    def outcome_of(self, owner: str, name: str) -> Outcome | None:
        unit = self.by_name.get((owner, name))
        if unit is None or id(unit) in self.busy or len(self.busy) > 12:
            return None
        return self.outcome(unit)


def _without_literal(value: Value) -> Value:
    return value if value.literal is UNKNOWN or isinstance(value.literal, Regex) else CONSTANT


def _all_fields(value: Value) -> int:
    mask = 0
    for field in (value.fields or {}).values():
        mask |= field.mask | _all_fields(field)
    return mask


def units_of(tree: SyntaxTree, known: dict[tuple[str, bytes, int], Unit]) -> list[Unit]:
    """The functions of a document. Those in `known`, with the same text, are used again."""
    from reread.analyzers.rules.words import words_of

    data = tree.document.data
    found: list[Unit] = []
    seen: dict[tuple[str, bytes], int] = {}
    for site in outline(tree):
        text = data[site.start : site.end]
        key = (site.owner, text)
        number = seen[key] = seen.get(key, -1) + 1
        unit = known.get((site.owner, text, number))
        if unit is None:
            unit = Unit(site, text, number)
            unit.words = frozenset(words_of(text)) if site.name else frozenset()
        unit.site = site
        found.append(unit)
    return found
