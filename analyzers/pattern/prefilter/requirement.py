"""The required-word prefilter: a requirement is what a file must contain for a rule to match in it.

Requirements are plain tuples, which the cache stores as they are. There are thousands with one or two words, and a set
takes four times the memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from reread.analyzers.tokenize import is_in_a_word

Requirement: TypeAlias = "tuple[bool, tuple[bytes, ...], tuple[bytes, ...], tuple[Requirement, ...]]"
"""Whether all of the words, texts and parts must be there, or any; words and texts in UTF-8, each once."""

ALWAYS: Requirement = (True, (), (), ())


def all_of(words: Iterable[str] = (), texts: Iterable[str] = (), parts: Iterable[Requirement] = ()) -> Requirement:
    """All of these must be there. Words stand by themselves, texts may begin and end within words."""
    return _made(True, words, texts, parts)


def any_of(words: Iterable[str] = (), texts: Iterable[str] = (), parts: Iterable[Requirement] = ()) -> Requirement:
    """One of these must be there."""
    parts = tuple(parts)
    return ALWAYS if ALWAYS in parts else _made(False, words, texts, parts)


def _made(every: bool, words: Iterable[str], texts: Iterable[str], parts: Iterable[Requirement]) -> Requirement:
    """Each once; what is of the same kind as the whole, or one word or text alone, is no part but joins the others."""
    own = {word.encode() for word in words}
    pieces = dict.fromkeys(text.encode() for text in texts)
    inner: dict[Requirement, None] = {}
    for part in parts:
        kind, its_words, its_texts, its_parts = part
        if kind is every or (len(its_words) + len(its_texts) == 1 and not its_parts):
            own.update(its_words)
            pieces.update(dict.fromkeys(its_texts))
            inner.update(dict.fromkeys(its_parts))
        else:
            inner[part] = None
    if len(inner) == 1 and not own and not pieces:
        return next(iter(inner))
    return (every, tuple(sorted(own)), tuple(pieces), tuple(inner))


def is_met(requirement: Requirement, words: set[bytes], data: bytes) -> bool:
    """True when a file with these words and this text can match."""
    every, needed, texts, parts = requirement
    if every:
        return (
            words.issuperset(needed)
            and all(text in data for text in texts)
            and all(is_met(part, words, data) for part in parts)
        )
    return (
        not words.isdisjoint(needed)
        or any(text in data for text in texts)
        or any(is_met(part, words, data) for part in parts)
    )


def spelled(words: Iterable[bytes]) -> bytes:
    """The words with spaces between, where pieces of them are looked for."""
    return b" ".join(words)


def may_be_met(requirement: Requirement, words: set[bytes], joined: bytes) -> bool:
    """True when a text with these words can meet a requirement, whatever else is in it.

    `joined` are the words as `spelled` joins them.
    """
    every, needed, texts, parts = requirement
    if every:
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
    """The items of requirements: words, and pieces of words."""

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


def words_in(requirement: Requirement) -> Iterator[bytes]:
    """All words that are part of a requirement."""
    _, words, _, parts = requirement
    yield from words
    for part in parts:
        yield from words_in(part)


def texts_of(requirement: Requirement) -> Iterator[bytes]:
    """All texts that are part of a requirement."""
    _, _, texts, parts = requirement
    yield from texts
    for part in parts:
        yield from texts_of(part)


def some_of(requirement: Requirement) -> tuple[bytes, ...]:
    """Words of which a file must have at least one to meet a requirement, sorted; none if none can be named."""
    every, words, texts, parts = requirement
    if not every:
        inner = [some_of(part) for part in parts]
        return () if texts or not all(inner) else tuple(sorted({*words, *(word for each in inner for word in each)}))
    if words:
        return (max(words, key=lambda word: (len(word), word)),)
    return min((found for part in parts if (found := some_of(part))), key=len, default=())
