from __future__ import annotations

import sys
import types

import pytest

from reread.analyzers.review import keys
from reread.analyzers.review.availability import choose
from reread.analyzers.review.settings import ReviewSettings


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch):
    """None is installed, whatever this machine has."""
    keys._in_keyring.cache_clear()
    monkeypatch.setattr(keys.importlib.util, "find_spec", lambda name: None)
    yield
    keys._in_keyring.cache_clear()


@pytest.fixture
def file(places):
    path = places / "config" / "keys.toml"
    path.parent.mkdir()
    path.write_text('openai = "from-the-file"\n')
    path.chmod(0o600)
    return path


def test_without_any_there_is_none():
    assert (keys.key_of("openai"), keys.problem()) == ("", "")


def test_the_vendors_variable_comes_first(file, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "from-the-environment")
    assert keys.key_of("openai") == "from-the-environment"


def test_the_file_of_the_user_sets_a_provider_up(file):
    choice = choose(ReviewSettings())
    assert (choice.provider, choice.key) == ("openai", "from-the-file")


def test_a_file_that_others_can_read_is_not_used(file):
    file.chmod(0o640)
    assert keys.key_of("openai") == ""
    assert "others can read it" in keys.problem()


@pytest.mark.parametrize("text", ["openai = ", "openai = 1\n", "\xff"])
def test_a_file_that_says_nothing_gives_no_key(file, text):
    file.write_bytes(text.encode("latin-1"))
    assert keys.key_of("openai") == ""


def installed(monkeypatch, get_password) -> None:
    module = types.ModuleType("keyring")
    module.get_password = get_password
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setattr(keys.importlib.util, "find_spec", lambda name: object())


def test_the_keyring_is_asked_once_when_its_library_is_there(monkeypatch):
    asked = []
    installed(monkeypatch, lambda service, name: asked.append((service, name)) or "from-the-keyring")
    assert keys.key_of("anthropic") == keys.key_of("anthropic") == "from-the-keyring"
    assert asked == [("reread", "anthropic")]


def test_a_keyring_that_fails_is_an_empty_one(monkeypatch):
    def get_password(service, name):
        raise RuntimeError("locked")

    installed(monkeypatch, get_password)
    assert keys.key_of("anthropic") == ""
