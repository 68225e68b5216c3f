"""The specs of taint rules by the words that a file needs for each: which it may match, and whose they are."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.pattern.prefilter.prefilter_index import WordIndex
from reread.analyzers.pattern.prefilter.requirement import may_be_met, spelled, words_in
from reread.analyzers.rules.taint_spec import TaintSpec
from reread.analyzers.taint.context import TaintContext
from reread.analyzers.taint.labelling import ActiveRule


class Possible(NamedTuple):
    """The specs that a file may match by its words, by kind, and the bits of their rules.

    `by_word` has the bits of sources and of sinks by the words one of which is in each match; b"" for those of which
    no word is known.
    """

    by_kind: dict[str, tuple[frozenset[int], int]]
    by_word: dict[bytes, tuple[int, int]]

    def bits(self, kind: str) -> int:
        return self.by_kind[kind][1]

    def numbers(self, kind: str) -> frozenset[int]:
        return self.by_kind[kind][0]


class TaintPrefilter:
    """The specs of some rules by their numbers, and by a word that a file needs for each."""

    def __init__(self, context: TaintContext, active: list[ActiveRule]) -> None:
        self._active_rules = active
        self._formulas = context.taint.formulas
        self._languages = [context.rules.rules[each.rule.number].languages for each in active]
        self._spelled: dict[int, tuple[bytes, ...]] = {}
        self._bits: dict[tuple[str, int], dict[str, int]] = {}
        found: dict[int, list[tuple[int, TaintSpec]]] = {}
        for index, each in enumerate(active):
            for number, spec in each.rule.specs:
                found.setdefault(number, []).append((index, spec))
        # Rules share lists of specs, so most are spoken of by the same rules as many others.
        known: dict[tuple[tuple[int, int], ...], tuple[tuple[int, TaintSpec], ...]] = {}
        self.by_number = {
            number: known.setdefault(tuple((index, id(spec)) for index, spec in spoken), tuple(spoken))
            for number, spoken in found.items()
        }
        self._index = WordIndex((number, self._formulas.some(number)) for number in self.by_number)

    def possible(self, language: str, words: set[bytes]) -> Possible:
        """What a file of a language with these words may match."""
        numbers: dict[str, set[int]] = {kind: set() for kind in ("origin", "source", "sink", "other")}
        bits = dict.fromkeys(numbers, 0)
        by_word = {b"": (0, 0)}
        joined = spelled(words)
        for number in self._index.possible(words):
            spoken = self._spoken(language, number)
            if not spoken or not may_be_met(self._formulas.words(number), words, joined):
                continue
            for kind, more in spoken.items():
                numbers[kind].add(number)
                bits[kind] |= more
            sources, sinks = spoken.get("origin", 0), spoken.get("sink", 0)
            for word in self._words_of(number) if sources or sinks else ():
                known = by_word.get(word, (0, 0))
                by_word[word] = (known[0] | sources, known[1] | sinks)
        return Possible({kind: (frozenset(found), bits[kind]) for kind, found in numbers.items()}, by_word)

    def _spoken(self, language: str, number: int) -> dict[str, int]:
        """The bits of the rules of a language that a spec is of, by what it is for them."""
        found = self._bits.get((language, number))
        if found is None:
            found = self._bits[language, number] = {}
            for index, spec in self.by_number[number]:
                if language in self._languages[index]:
                    kinds = (spec.role,) if spec.role in ("source", "sink") else ("other",)
                    for kind in (*kinds, "origin") if spec.is_origin else kinds:
                        found[kind] = found.get(kind, 0) | self._active_rules[index].bits
        return found

    def _words_of(self, number: int) -> tuple[bytes, ...]:
        """Words one of which is in each match of a spec; b"" where none is known."""
        found = self._spelled.get(number)
        if found is None:
            found = self._spelled[number] = tuple(words_in(self._formulas.words(number))) or (b"",)
        return found


def all_bits(bits: dict[int, int]) -> int:
    """All bits of several numbers."""
    found = 0
    for each in bits.values():
        found |= each
    return found
