"""The engine distinguishes ways that languages have, and no single language."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest

from reread.analyzers.dataflow.domain.language import GENERIC, Semantics, semantics_of

LANGUAGES = ("python", "javascript", "go", "java", "php", "ruby", "rust")


def setting(member: str, semantics: Callable[[str], Semantics] = semantics_of) -> list[str]:
    """The languages that do not have a member as languages have it of which nothing is known."""
    return [each for each in LANGUAGES if getattr(semantics(each), member) != getattr(GENERIC, member)]


@pytest.mark.parametrize("member", Semantics._fields)
def test_at_least_two_languages_set(member):
    assert len(setting(member)) >= 2


def flags_of_one(given: dict[str, Any]) -> list[str]:
    """The booleans in groups of members that only one language sets; what is computed for it is no flag."""
    found: dict[str, list[str]] = {}
    for language, semantics in given.items():
        for group in (semantics.functions, semantics.texts):
            for name, value in group._asdict().items():
                if isinstance(value, bool) and value:
                    found.setdefault(name, []).append(language)
    return [name for name, languages in found.items() if len(languages) < 2]


def test_no_flag_in_a_group_is_set_by_one_language():
    assert flags_of_one({each: semantics_of(each) for each in LANGUAGES}) == []


def test_a_member_that_only_one_language_sets_is_seen():
    assert setting("takes_in_turn", lambda language: GENERIC._replace(takes_in_turn=language == "go")) == ["go"]


@pytest.mark.parametrize("member", [name for name, value in GENERIC._asdict().items() if isinstance(value, Enum)])
def test_each_way_is_that_of_a_language(member):
    ways = {getattr(semantics_of(each), member) for each in LANGUAGES} | {getattr(GENERIC, member)}
    assert ways == set(type(getattr(GENERIC, member)))
