from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.rag import words


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("getUserName", ("get", "user", "name")),
        ("get_user_name", ("get", "user", "name")),
        ("HTTPServer2", ("http", "server", "2")),
        ("__init__", ("init",)),
        ("MAX_SIZE", ("max", "size")),
        ("größe", ("größe",)),
        ("x", ("x",)),
        ("a" * 65, ()),
    ],
)
def test_parts(identifier, expected):
    assert words.parts(identifier) == expected


def test_indexed_has_parts_and_wholes():
    assert words.indexed("getUserName(x)") == "get user nam getusername x"


def test_common_words_say_less_than_rare_ones():
    assert words.rarity("return") < words.rarity("factory") < words.rarity("quaternion") == 1


@given(st.text())
def test_any_text_has_words_that_fts_can_take(text):
    assert "\0" not in words.indexed(text)
    assert all(part == part.lower() for word in words.identifiers(text) for part in words.parts(word))
