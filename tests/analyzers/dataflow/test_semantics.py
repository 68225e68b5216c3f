"""The engine distinguishes ways that languages have, and no single language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

import pytest

from reread.analyzers.dataflow.domain.language import GENERIC, Queues, Semantics, semantics_of

LANGUAGES = ("python", "javascript", "go", "java")
TABLED = ("cpp", "csharp", "kotlin", "lua", "php", "ruby", "rust", "scala", "solidity", "swift")
LEFT = {"modules_nest", "keeps_package_functions", "goes_through_keys"}
"""Facts that are still those of one language."""


def setting(member: str, semantics: Callable[[str], Semantics] = semantics_of) -> list[str]:
    """The languages that do not have a member as languages have it of which nothing is known."""
    return [each for each in (*LANGUAGES, *TABLED) if getattr(semantics(each), member) != getattr(GENERIC, member)]


@pytest.mark.parametrize("member", Semantics._fields)
def test_at_least_two_languages_set(member):
    assert len(setting(member)) >= 2 or member in LEFT


def of_one(given: Iterable[Semantics]) -> set[str]:
    """The ways and the plain facts that fewer than two languages have; what is computed is no fact."""
    found: dict[str, int] = {}
    for semantics in given:
        for group in (semantics, semantics.functions, semantics.texts):
            for name, value in group._asdict().items():
                if isinstance(value, Enum):
                    for way in type(value):
                        found.setdefault(f"{name}.{way.name}", 0)
                    found[f"{name}.{value.name}"] += 1
                elif isinstance(value, bool):
                    for way in (True, False):
                        found[f"{name}: {way}"] = found.get(f"{name}: {way}", 0) + (value is way)
    return {name.removesuffix(": True") for name, languages in found.items() if languages < 2}


def test_each_way_and_each_fact_is_that_of_two_languages():
    assert of_one(map(semantics_of, (*LANGUAGES, *TABLED))) == LEFT


def test_a_way_and_a_fact_of_one_language_are_seen():
    one = GENERIC._replace(takes_in_turn=True, queues=Queues.LAST)
    assert {"takes_in_turn", "queues.LAST"} <= of_one([one, GENERIC, GENERIC])
    assert "takes_in_turn: False" in of_one([one, one, GENERIC])


def test_a_member_that_only_one_language_sets_is_seen():
    assert setting("takes_in_turn", lambda language: GENERIC._replace(takes_in_turn=language == "go")) == ["go"]
