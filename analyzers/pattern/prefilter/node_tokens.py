"""The words that the text of every match contains, which rule out most candidates at no cost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.patterns.commutativity import Operands
from reread.analyzers.pattern.patterns.equivalences import ShortPair, SingleBody
from reread.analyzers.pattern.patterns.implicit_return import Returned
from reread.analyzers.pattern.patterns.import_patterns import ImportOf, ImportPaths
from reread.analyzers.pattern.patterns.imported import ImportedMethod
from reread.analyzers.pattern.patterns.member_patterns import Accesses
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Deep, Group, Leaf, Name, Pattern
from reread.analyzers.pattern.patterns.sequences import Arguments, OneItem, Ordered, Subset
from reread.analyzers.pattern.patterns.special import MemberChain
from reread.analyzers.pattern.patterns.statement_position import Placed
from reread.analyzers.pattern.patterns.strings import StringText
from reread.analyzers.pattern.patterns.symbols import Symbol

_WORD = re.compile(r"\w+")


def sure_words(pattern: Pattern, language: Matching) -> tuple[bytes, ...]:
    """The words, in UTF-8, longest first; where the file imports such a word under another name it need not be there
    (`Imports.renamed`). A literal that stands for any expression of its value has none.
    """
    if pattern.kinds is None:
        return ()
    if pattern.kinds.isdisjoint(language.statements.definitions):
        words = {word.encode() for word in _words(pattern, language)}
    else:
        # What belongs to a definition, such as its decorators, may stand before it; its name does not.
        named = (group for group in getattr(pattern, "groups", ()) if group.field == "name")
        words = {word.encode() for group in named for word in _of_group(group, language)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _words(pattern: Pattern, language: Matching) -> Iterator[str]:
    if pattern.folds or pattern.caseless:
        return
    if isinstance(pattern, (Leaf, StringText, Symbol)):
        text = pattern.text.decode(errors="replace")
        if getattr(pattern, "number", None) is None and text.isidentifier():
            yield text
    elif isinstance(pattern, Name):
        yield pattern.parts[-1]
    elif isinstance(pattern, ImportOf):
        yield from (part for part in _WORD.findall(pattern.module) if part.isidentifier())
    elif isinstance(pattern, ImportPaths):
        parts = (part for text in pattern.texts() for part in _WORD.findall(text.decode()))
        yield from (part for part in parts if part.isidentifier())
    elif isinstance(pattern, Alternatives) and pattern.imported:
        alone = pattern.patterns[1]
        yield from _words(alone.call if isinstance(alone, ImportedMethod) else pattern.patterns[0], language)
    elif isinstance(pattern, Alternatives):
        each = [set(_words(inner, language)) for inner in pattern.patterns]
        yield from set.intersection(*each)
    elif isinstance(pattern, Branch):
        for group in pattern.groups:
            yield from _of_group(group, language)
    elif isinstance(pattern, (Accesses, Placed, Operands, Returned, SingleBody)):
        for item in pattern.items:
            yield from _words(item, language)
    elif isinstance(pattern, ShortPair):
        yield from _words(pattern.key, language)
    elif isinstance(pattern, Deep):
        yield from _words(pattern.pattern, language)
    elif isinstance(pattern, MemberChain):
        yield from _words(pattern.start, language)
        yield from _words(pattern.member, language)


def _of_group(group: Group, language: Matching) -> Iterator[str]:
    match = group.match
    if isinstance(match, OneItem):
        yield from _words(match.pattern, language)
    elif isinstance(match, (Ordered, Subset)):
        for item in match.items:
            yield from _words(item, language)
    elif isinstance(match, Arguments):
        for item in (*match.positional.items, *match.keywords):
            yield from _words(item, language)
