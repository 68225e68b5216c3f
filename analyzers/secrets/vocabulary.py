"""Sets of words and name forms as people write them, and regular expressions composed of small pieces."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text that white space parts."""
    return frozenset(text.split())


def one_of(*expressions: str) -> str:
    """A regular expression for what any of these matches, the first that does."""
    return f"(?:{'|'.join(expressions)})"


def forms(text: str) -> str:
    """A regular expression for the forms of names that white space parts, in the order of the text.

    `*` stands for any letters, digits and underscores: `get* *error`. Everything else is as in expressions: `log_?in`.
    """
    return one_of(*text.replace("*", r"\w*").split())
