"""Selects the rules in force for a language, and those that can apply to a file by its words, path and role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reread.analyzers.engine.place import DocumentPlace
from reread.analyzers.pattern.prefilter.prefilter_index import WordIndex
from reread.analyzers.pattern.prefilter.requirement import RequiredTokens, is_met, texts_of, tokens_required_by
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.globs import is_included
from reread.analyzers.rules.profiles import is_chosen, looks_at
from reread.analyzers.rules.rule import Rule
from reread.analyzers.taint.rules import TaintRules
from reread.analyzers.tokenize import is_in_a_word


class ActiveRules:
    """The rules that the options leave in force. The caches depend only on the rules, never on a document."""

    def __init__(self, rules: Sequence[Rule], options: CheckOptions, taint: TaintRules) -> None:
        self._rules = rules
        self._options = options
        self._taint = taint
        self._by_language: dict[str, tuple[tuple[int, Rule], ...]] = {}
        self._by_word: dict[str, WordIndex] = {}
        self._textual: dict[str, Mapping[bytes, frozenset[int]]] = {}
        self._vocabularies: dict[str, RequiredTokens] = {}

    def for_language(self, language: str) -> tuple[tuple[int, Rule], ...]:
        """The rules in force for a language, with their numbers."""
        found = self._by_language.get(language)
        if found is None:
            options = self._options
            found = tuple(
                (number, rule)
                for number, rule in enumerate(self._rules)
                if language in rule.languages
                and rule.id not in options.ignore
                and (rule.id in options.select if options.select else is_chosen(rule, options.profile))
            )
            self._by_language[language] = found
        return found

    def active(self, language: str, place: DocumentPlace, words: set[bytes], data: bytes) -> tuple[int, ...]:
        """The numbers of the rules that can match anything in a text with these words, then those of the sinks of
        taint rules that can.
        """
        numbers = tuple(
            number
            for number, rule in self._possible(language, words)
            # Whether a taint rule can match is known by its sources and sinks.
            if (rule.mode == "taint" or is_met(rule.words, words, data))
            and is_included(place.path, rule.include, rule.exclude)
            and (rule.id in self._options.select or looks_at(rule, self._options.profile, place.role))
        )
        return self._taint.with_sinks(numbers, words)

    def asks_for(self, language: str, active: tuple[int, ...], fresh: set[bytes], words: set[bytes]) -> bool:
        """True when fresh words beside others may make a difference to what is active; few that are typed do."""
        if not fresh:
            return False
        known = self._vocabularies.get(language)
        if known is None:
            known = self._vocabularies[language] = tokens_required_by(
                [rule.words for _, rule in self.for_language(language)]
            )
        return known.is_changed_by(fresh, words) or self._taint.ask_for(active, fresh, words)

    def about_text(self, place: DocumentPlace) -> tuple[Rule, ...]:
        """The rules about text that look at files like this one."""
        return tuple(
            rule
            for _, rule in self.for_language(ANY)
            if is_included(place.path, rule.include, rule.exclude)
            and (rule.id in self._options.select or looks_at(rule, self._options.profile, place.role))
        )

    def textual(self, language: str) -> Mapping[bytes, frozenset[int]]:
        """The texts beyond words, which an edit can bring without a new word, with the rules that ask for each."""
        found = self._textual.get(language)
        if found is None:
            asking: dict[bytes, set[int]] = {}
            for number, rule in self.for_language(language):
                for text in texts_of(rule.words):
                    if not is_in_a_word(text):
                        asking.setdefault(text, set()).add(number)
            found = self._textual[language] = {text: frozenset(numbers) for text, numbers in asking.items()}
        return found

    def _possible(self, language: str, words: set[bytes]) -> list[tuple[int, Rule]]:
        """The rules that a file with these words may be for, known by one look at each word that any rule asks for."""
        index = self._by_word.get(language)
        if index is None:
            some = ((number, rule.some) for number, rule in self.for_language(language))
            index = self._by_word[language] = WordIndex(some)
        found = index.possible(words)
        return [each for each in self.for_language(language) if each[0] in found]
