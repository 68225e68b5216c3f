"""The required words of formulas and patterns: those that a file must contain for any match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reread.analyzers.pattern import source
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Deep, Group, Leaf, Name, Pattern
from reread.analyzers.pattern.prefilter.requirement import ALWAYS, Requirement, all_of, any_of
from reread.analyzers.pattern.regex.regex_alternatives import literal_alternatives
from reread.analyzers.pattern.regex.required_literals import SHORTEST, required_texts
from reread.analyzers.pattern.source import Part
from reread.analyzers.tokenize import SEPARATORS


def required_words(formula: Part, languages: tuple[str, ...], options: Mapping[str, Any] = {}) -> Requirement:
    """The required words of a formula; the pattern is parsed in the first language that can.

    `options` are those of the rule, which say how patterns of the language `generic` are read.
    """
    from reread.analyzers.pattern.compilation.compile import compile_pattern
    from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

    if isinstance(formula, source.PatternText) and languages == ("generic",):
        return _of_generic(formula.text, options)
    if isinstance(formula, source.PatternText):
        for language in languages:
            try:
                return pattern_words(compile_pattern(formula.text, language).items)
            except PatternError:
                continue
        return ALWAYS
    if isinstance(formula, source.Regex):
        return _of_regex(formula.expression)
    if isinstance(formula, source.Any):
        return any_of(parts=[required_words(part, languages, options) for part in formula.parts])
    if isinstance(formula, source.Inside | source.Anywhere):
        return required_words(formula.formula, languages, options)
    if isinstance(formula, source.All):
        return all_of(parts=[required_words(part, languages, options) for part in formula.parts])
    if isinstance(formula, source.OfRegex) and not formula.constant:
        # What a metavariable stands for is a piece of the file, so what its expression asks for is there as well.
        return _of_regex(formula.expression)
    return ALWAYS


def pattern_words(items: tuple[Pattern, ...]) -> Requirement:
    """The words that all patterns together require."""
    return all_of(word for item in items for word in _of_pattern(item))


def own_words(items: tuple[Pattern, ...]) -> Requirement:
    """The words that the matched code itself must contain, excluding those that a name in it may stand for."""
    return all_of(word for item in items for word in _of_pattern(item, own=True))


def _of_pattern(pattern: Pattern, *, own: bool = False) -> Iterator[str]:
    from reread.analyzers.pattern.patterns.import_patterns import ImportOf, ImportPaths
    from reread.analyzers.pattern.patterns.special import MemberChain, NamedMember
    from reread.analyzers.pattern.patterns.string_parts import StringParts, Substitution
    from reread.analyzers.pattern.patterns.strings import StringText
    from reread.analyzers.pattern.patterns.symbols import Symbol

    if pattern.caseless or (own and pattern.folds):
        return
    if isinstance(pattern, Name):
        for part in pattern.parts:
            yield from _words(part.encode())
    elif isinstance(pattern, Leaf) and pattern.number is not None:
        return  # There are many ways to write a number.
    elif isinstance(pattern, (Leaf, StringText, Symbol)):
        yield from _words(pattern.text)
    elif isinstance(pattern, Branch):
        for group in pattern.groups:
            for item in _items(group):
                yield from _of_pattern(item, own=own)
    elif isinstance(pattern, (Deep, Substitution)):
        yield from _of_pattern(pattern.pattern, own=own)
    elif isinstance(pattern, MemberChain):
        yield from _of_pattern(pattern.start, own=own)
        yield from _of_pattern(pattern.member, own=own)
    elif isinstance(pattern, ImportOf):
        yield from _words(pattern.module.encode())
    elif isinstance(pattern, ImportPaths):
        for text in pattern.texts():
            yield from _words(text)
    elif isinstance(pattern, NamedMember):
        yield from _of_pattern(pattern.module, own=own)
    elif isinstance(pattern, StringParts):
        for item in pattern.items:
            yield from _of_pattern(item, own=own)
    elif isinstance(pattern, Alternatives):
        yield from _of_pattern(pattern.patterns[0], own=own)
    elif hasattr(pattern, "items"):
        for item in pattern.items:
            yield from _of_pattern(item, own=own)


def _items(group: Group) -> tuple[Pattern, ...]:
    from reread.analyzers.pattern.patterns.sequences import Arguments, OneItem, Ordered, Subset
    from reread.analyzers.pattern.patterns.statements import Statements

    match = group.match
    if isinstance(match, OneItem):
        return (match.pattern,)
    if isinstance(match, (Ordered, Subset, Statements)):
        return match.items
    return match.positional.items + match.keywords if isinstance(match, Arguments) else ()


def _words(text: bytes) -> Iterator[str]:
    for word in text.translate(SEPARATORS).split():
        try:
            yield word.decode()
        except UnicodeDecodeError:
            continue


def _of_generic(pattern: str, options: Mapping[str, Any]) -> Requirement:
    """The words of a pattern of the language `generic`; they may stand within words as `words_of` knows them."""
    from reread.analyzers.pattern.text import aliengrep, generic

    settings = aliengrep.settings_of(options)
    if settings is not None:
        if settings.caseless:
            return ALWAYS
        texts = [item.text for item in aliengrep.compile_aliengrep(pattern, settings) if item.kind == "text"]
    else:
        texts, stack = [], list(generic.compile_generic(pattern))
        while stack:
            item = stack.pop()
            stack.extend(item.items)
            texts += (item.text,) if item.kind == "word" else ()
    return all_of(texts=[text.decode() for text in texts if len(text) >= SHORTEST and text.isascii()])


def _of_regex(expression: str) -> Requirement:
    """The words that it matches when these are all it matches, else texts one of which every match contains."""
    if words := literal_alternatives(expression):
        return any_of(words)
    texts = required_texts(expression)
    return any_of(texts=sorted(texts)) if texts else ALWAYS
