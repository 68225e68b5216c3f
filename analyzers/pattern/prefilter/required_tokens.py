"""The required-word prefilter: which words must occur in a file for a rule to match anything in it.

A requirement is plain data, so that it can be stored with the rule: `["word", w]`, `["text", t]`, `["and", [...]]`,
`["or", [...]]`; `["and", []]` is always met. The cache keeps it in a form that is quicker to decide, see `prepared`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Deep, Group, Leaf, Name, Pattern
from reread.analyzers.pattern.regex.regex_alternatives import literal_alternatives
from reread.analyzers.pattern.regex.required_literals import SHORTEST, required_texts
from reread.analyzers.pattern.tokenize import SEPARATORS, is_in_a_word

Requirement = Sequence[Any]

ALWAYS: Requirement = ["and", []]
POSITIVE = ("pattern", "any", "all", "regex", "inside", "anywhere")
"""The kinds of parts of a formula that say what is there: at a match, around it, or anywhere."""


def is_met(requirement: Requirement, words: set[bytes], data: bytes) -> bool:
    """True when a file with these words and this text can match."""
    kind, argument, *rest = requirement
    if kind == "all":
        texts, parts = rest
        return (
            words.issuperset(argument)
            and all(text in data for text in texts)
            and all(is_met(part, words, data) for part in parts)
        )
    if kind == "any":
        texts, parts = rest
        return (
            not words.isdisjoint(argument)
            or any(text in data for text in texts)
            or any(is_met(part, words, data) for part in parts)
        )
    if kind == "word":
        return argument.encode() in words
    if kind == "text":
        return argument.encode() in data
    if kind == "and":
        return all(is_met(part, words, data) for part in argument)
    return any(is_met(part, words, data) for part in argument)


def spelled(words: Iterable[bytes]) -> bytes:
    """The words with spaces between, where pieces of them are looked for."""
    return b" ".join(words)


def may_be_met(requirement: Requirement, words: set[bytes], joined: bytes) -> bool:
    """True when a text with these words can meet a requirement (in the form of `prepared`), whatever else is in it.

    `joined` are the words as `spelled` joins them.
    """
    kind, needed, texts, parts = requirement
    if kind == "all":
        return (
            words.issuperset(needed)
            and all(_may_hold(text, joined) for text in texts)
            and all(may_be_met(part, words, joined) for part in parts)
        )
    return (
        not words.isdisjoint(needed)
        or any(_may_hold(text, joined) for text in texts)
        or any(may_be_met(part, words, joined) for part in parts)
    )


def _may_hold(text: bytes, joined: bytes) -> bool:
    return text in joined or not is_in_a_word(text)


def brings(pieces: Iterable[bytes], fresh: set[bytes], words: set[bytes]) -> bool:
    """True when one of the fresh words holds a piece that none of the others does."""
    found = [piece for word in fresh for piece in pieces if piece in word]
    if not found:
        return False
    joined = spelled(words)
    return any(piece not in joined for piece in found)


class RequiredTokens(NamedTuple):
    """What requirements ask for: words, and pieces of words."""

    words: frozenset[bytes] = frozenset()
    pieces: frozenset[bytes] = frozenset()

    def is_changed_by(self, fresh: set[bytes], words: set[bytes]) -> bool:
        """True when fresh words beside others may make a difference to what is met."""
        return not self.words.isdisjoint(fresh) or brings(self.pieces, fresh, words)


def tokens_required_by(requirements: Sequence[Requirement]) -> RequiredTokens:
    """All that requirements ask for and that stands within a word."""
    words = {word for each in requirements for word in words_in(each)}
    texts = {text for each in requirements for text in texts_of(each) if is_in_a_word(text)}
    # Copies of sets: they take half of the memory of sets that have grown.
    return RequiredTokens(frozenset(words), frozenset(texts))


def prepared(requirement: Requirement) -> Requirement:
    """The same requirement as `("all", words, texts, parts)` or `("any", words, texts, parts)`: of the words, in UTF-8,
    of the texts and of the parts, themselves in this form, all must be there, or any. Each is there once; tuples, since
    there are thousands with one or two words, and a set takes four times the memory.
    """
    kind, argument, *rest = requirement
    if rest:
        return requirement
    joins = {"and": "all", "or": "any"}
    inner = argument if kind in joins else [requirement]
    words = tuple(sorted({each[1].encode() for each in inner if each[0] == "word"}))
    texts = tuple(dict.fromkeys(each[1].encode() for each in inner if each[0] == "text"))
    parts = []
    for each in inner:
        part = prepared(each) if each[0] in joins else None
        if part is not None and part not in parts:
            parts.append(part)
    if len(parts) == 1 and not words and not texts:
        return parts[0]
    return (joins.get(kind, "all"), words, texts, tuple(parts))


def words_in(requirement: Requirement) -> Iterator[bytes]:
    """All words that are part of a requirement."""
    kind, argument, *rest = requirement
    if rest:
        yield from argument
        for part in rest[1]:
            yield from words_in(part)
    elif kind == "word":
        yield argument.encode()
    elif kind != "text":
        for part in argument:
            yield from words_in(part)


def some_of(requirement: Requirement) -> tuple[bytes, ...]:
    """Words of which a file must have at least one to meet a requirement, sorted; none where none can be named."""
    kind, words, texts, parts = prepared(requirement)
    if kind == "any":
        inner = [some_of(part) for part in parts]
        return () if texts or not all(inner) else tuple(sorted({*words, *(word for each in inner for word in each)}))
    if words:
        return (max(words, key=lambda word: (len(word), word)),)
    return min((found for part in parts if (found := some_of(part))), key=len, default=())


def texts_of(requirement: Requirement) -> Iterator[bytes]:
    """All texts that are part of a requirement. They may begin and end within words."""
    kind, argument, *rest = requirement
    if rest:
        yield from rest[0]
        for part in rest[1]:
            yield from texts_of(part)
    elif kind == "text":
        yield argument.encode()
    elif kind != "word":
        for part in argument:
            yield from texts_of(part)


def required_words(formula: list[Any], languages: tuple[str, ...], options: Mapping[str, Any] = {}) -> Requirement:
    """What a formula (in source form) requires; the pattern is read in the first of the languages that can.

    `options` are those of the rule, which say how patterns of the language `generic` are read.
    """
    from reread.analyzers.pattern.compilation.compile import compile_pattern
    from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

    kind = formula[0]
    if kind == "pattern" and languages == ("generic",):
        return _of_generic(formula[1], options)
    if kind == "pattern":
        for language in languages:
            try:
                return pattern_words(compile_pattern(formula[1], language).items)
            except PatternError:
                continue
        return ALWAYS
    if kind == "regex":
        return _of_regex(formula[1])
    if kind == "any":
        return ["or", [required_words(part, languages, options) for part in formula[1]]]
    if kind in ("inside", "anywhere"):
        return required_words(formula[1], languages, options)
    if kind == "all":
        positive = [part for part in formula[1] if part[0] in POSITIVE]
        required = [required_words(part, languages, options) for part in positive]
        # What a metavariable stands for is a piece of the file, so what its expression asks for is there as well.
        required += [_of_regex(part[2]) for part in formula[1] if part[0] == "metavariable-regex" and not any(part[3:])]
        return ["and", [part for part in required if part != ALWAYS]]
    return ALWAYS


def pattern_words(items: tuple[Pattern, ...]) -> Requirement:
    """What patterns require that all match."""
    found = dict.fromkeys(word for item in items for word in _of_pattern(item))
    return ["and", [["word", word] for word in found]]


def own_words(items: tuple[Pattern, ...]) -> Requirement:
    """What the very code that patterns match must hold: not what a name in it may stand for."""
    found = dict.fromkeys(word for item in items for word in _of_pattern(item, own=True))
    return ["and", [["word", word] for word in found]]


def _of_pattern(pattern: Pattern, *, own: bool = False) -> Iterator[str]:
    from reread.analyzers.pattern.patterns.import_patterns import ImportOf
    from reread.analyzers.pattern.patterns.special import MemberChain, NamedMember
    from reread.analyzers.pattern.patterns.string_parts import StringParts, Substitution
    from reread.analyzers.pattern.patterns.strings import StringText

    if own and pattern.folds:
        return
    if isinstance(pattern, Name):
        for part in pattern.parts:
            yield from _words(part.encode())
    elif isinstance(pattern, Leaf) and pattern.number is not None:
        return  # There are many ways to write a number.
    elif isinstance(pattern, (Leaf, StringText)):
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
    return ["and", [["text", text.decode()] for text in texts if len(text) >= SHORTEST and text.isascii()]]


def _of_regex(expression: str) -> Requirement:
    """The words that it matches when these are all it matches, else texts one of which every match contains."""
    if words := literal_alternatives(expression):
        return ["or", [["word", word] for word in sorted(words)]]
    texts = required_texts(expression)
    return ["or", [["text", text] for text in sorted(texts)]] if texts else ALWAYS
