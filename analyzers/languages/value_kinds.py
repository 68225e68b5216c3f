"""What values are, where a pattern is nothing but a metavariable or a name, and what texts consist of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class ValueKinds(NamedTuple):
    """Which nodes are values. What is known of members, definitions and loops anyway is not repeated here."""

    kinds: frozenset[str] = frozenset()
    """The kinds of expressions, and of what declares one; empty where a metavariable stands for all nodes."""
    no_names: frozenset[str] = frozenset()
    """The kinds of names that are no values wherever they are, such as those of types."""
    elsewhere: Mapping[str, str] = {}
    """Kinds around a name, with the field in which it is no value ("": any child)."""
    inside: Mapping[str, str] = {}
    """Kinds that are values only right inside of one other kind, such as the texts of a template."""


class TextKinds(NamedTuple):
    """Literals: strings, and nodes that patterns treat as strings."""

    parts: frozenset[str] = frozenset()
    """The kinds that strings consist of."""
    substitutions: frozenset[str] = frozenset()
    """The kinds of `{x}` in strings."""
    between: frozenset[str] = frozenset()
    """The kinds of the texts between these, each of which is a string to a pattern that is a string alone."""
    bare: frozenset[str] = frozenset()
    """Those of them that are the expressions themselves, not around them."""
    own_strings: frozenset[str] = frozenset()
    """Further kinds of texts, such as those in backquotes, that no other string is like."""
    leaves: frozenset[str] = frozenset()
    """Kinds of leaves whose text a pattern may say in part."""
    words: frozenset[str] = frozenset()
    """The kinds of texts without quotes."""
    pieces: frozenset[str] = frozenset()
    """The kinds of such texts that consist of several, `a$b`."""
    expanding: frozenset[str] = frozenset()
    """The kinds of strings that no text without quotes is like where a pattern has `"$X"` or `"..."`."""
    named: frozenset[str] = frozenset()
    """The kinds of nodes in which a string is a name: `metavariable-regex` is about what is between its quotes."""
    constants: frozenset[str] = frozenset()
    """Names and operations whose value may be known: code may have one where a pattern has a literal."""
    named_literals: frozenset[str] = frozenset()
    """The kinds of literals that are no such values, and also found as a name that was given one."""
    symbols: frozenset[str] = frozenset()
    """The kinds of symbols, which are the same with the colon before and behind them."""
    text_of: Callable[[str], str] | None = None
    """Gives the text that a string as it is written stands for, where patterns are about that text."""
    spelled: frozenset[str] = frozenset()
    """The kinds of words that may be spelled in several ways."""
    spellings: tuple[frozenset[bytes], ...] = ()
    """The spellings of each such word."""
