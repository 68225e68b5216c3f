from __future__ import annotations

import pickle
import sqlite3

import pytest

from reread.analyzers.review.ask.cache import CachedAnswer, ResponseCache, key_of
from reread.analyzers.review.ask.evidence import Looked
from reread.analyzers.review.prompts import Prompt

PROMPT = Prompt("review-1", "system", "user")


@pytest.fixture
def directory(tmp_path):
    return tmp_path / "responses"


def opened(directory):
    return ResponseCache(str(directory))


def test_an_answer_is_there_for_the_next_process(directory):
    first = opened(directory)
    first.set("key", CachedAnswer("the answer ✓"))
    first.close()
    second = opened(directory)
    assert second.get("key") == CachedAnswer("the answer ✓")
    assert second.get("other") is None
    second.close()


def test_the_lookups_of_an_answer_are_kept_with_it(directory):
    cache = opened(directory)
    kept = CachedAnswer("answer", (Looked("lines", '{"path": "a.py"}', "digest"),))
    cache.set("key", kept)
    assert cache.get("key") == kept
    cache.close()


@pytest.mark.parametrize(
    ("prompt", "provider", "model"),
    [
        (PROMPT._replace(user="other"), "openai", "m"),
        (PROMPT._replace(system="other"), "openai", "m"),
        (PROMPT._replace(version="review-2"), "openai", "m"),
        (PROMPT, "anthropic", "m"),
        (PROMPT, "openai", "n"),
        (PROMPT._replace(system="systemu", user="ser"), "openai", "m"),
    ],
)
def test_whatever_is_asked_differently_has_another_key(prompt, provider, model):
    assert key_of(prompt, provider, model) != key_of(PROMPT, "openai", "m")
    assert key_of(PROMPT, "openai", "m") == key_of(PROMPT, "openai", "m")


def test_a_damaged_cache_is_made_anew(directory):
    opened(directory).close()
    for file in directory.glob("cache.db*"):
        file.write_bytes(b"damaged" * 1_000)
    cache = opened(directory)
    cache.set("key", CachedAnswer("answer"))
    assert cache.get("key") == CachedAnswer("answer")
    cache.close()


def test_a_value_that_is_not_ours_is_no_answer(directory):
    cache = opened(directory)
    cache.set("key", CachedAnswer("answer"))
    database = sqlite3.connect(directory / "cache.db")
    with database:
        database.execute("UPDATE Cache SET value = ?", (b"\xff{",))
    database.close()
    assert cache.get("key") is None
    cache.close()


class Bomb:
    exploded = False

    def __reduce__(self):
        return (exec, ("from tests.analyzers.review.test_cache import Bomb; Bomb.exploded = True",))


def test_pickles_are_never_read(directory):
    cache = opened(directory)
    cache.set("key", CachedAnswer("answer"))
    database = sqlite3.connect(directory / "cache.db")
    with database:
        database.execute("UPDATE Cache SET mode = 4, value = ?", (pickle.dumps(Bomb()),))
    database.close()
    assert cache.get("key") is None
    assert not Bomb.exploded
    cache.close()


def test_where_no_cache_can_be_there_is_none(tmp_path):
    (tmp_path / "file").write_text("")
    cache = opened(tmp_path / "file" / "responses")
    cache.set("key", CachedAnswer("answer"))
    assert cache.get("key") is None
    cache.close()


def test_questions_of_one_identity_are_one_to_the_cache():
    first, second = Prompt("v", "boundary 1", "context 1"), Prompt("v", "boundary 2", "context 2")
    assert key_of(first, "p", "m", "unit") == key_of(second, "p", "m", "unit")
    assert key_of(first, "p", "m", "unit") != key_of(first, "p", "m", "other unit")
    assert key_of(first, "p", "m") != key_of(second, "p", "m")
