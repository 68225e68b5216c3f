"""The words that a name is made of, and what they say where nothing else is known of a function."""

from __future__ import annotations

from functools import lru_cache

from reread.analyzers.dataflow.models.library_names import ANY, names

_VERBS = names("checking-verb", ANY)
_CHECKED = names("check-word", ANY)
_LEAVING = names("leaving-verb", ANY)


def is_check_name(name: str) -> bool:
    """Whether a method says by its name that it checks its object: `validate`, `isSafe`."""
    return refuses(name) or not _CHECKED.isdisjoint(name_words(name))


def refuses(name: str) -> bool:
    """Whether a function says by its name that it does not come back if it is given something bad: `validate_path`."""
    return not _VERBS.isdisjoint(name_words(name)[:1])


def leaves(name: str) -> bool:
    """Whether a function says by its name that it may not come back: `abort`, `failWith`."""
    return not _LEAVING.isdisjoint(name_words(name)[:1])


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, in lower case: `isSafe_path2` has `is`, `safe` and `path2`."""
    words: list[str] = []
    before = "_"
    for at, each in enumerate(name):
        if not each.isalnum():
            before = "_"
            continue
        after = name[at + 1 : at + 2]
        if before == "_" or (each.isupper() and (not before.isupper() or after.islower())):
            words.append("")
        words[-1] += each.lower()
        before = each
    return tuple(words)
