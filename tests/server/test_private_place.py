"""The place of the demo's own: other settings, caches and state, and nothing of the user's changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reread.analyzers import parts
from reread.analyzers.data_directories import cache_folder, state_folder
from reread.server.configuration import load
from reread.server.demo.private_place import private
from reread.server.review.reviewing import availability

URL = "http://127.0.0.1:9/v1"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, beside the state of a user who has keys and an installed part."""
    (tmp_path / "state" / "parts" / "index-1").mkdir(parents=True)
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("ANTHROPIC_API_KEY", "key")
    monkeypatch.setenv("REREAD_MODEL", "dear")
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


def test_caches_state_and_model_are_its_own(place):
    with private(str(place), "/project", URL):
        assert {Path(cache_folder("")).parent, Path(state_folder()).parent} == {place}
        state = availability(load(None).settings)
        assert (state.available, state.provider, state.model) == (True, "openai", "canned-demo")
        assert "ANTHROPIC_API_KEY" not in os.environ


def test_without_an_address_there_is_no_model(place):
    with private(str(place), "/project", ""):
        assert not availability(load(None).settings).available


def test_afterwards_all_is_as_it_was(place):
    before = dict(os.environ)
    with pytest.raises(KeyboardInterrupt), private(str(place), "/project", URL):
        raise KeyboardInterrupt
    assert dict(os.environ) == before


def test_installed_parts_are_used(place):
    with private(str(place), "/project", URL):
        assert os.listdir(parts.root()) == ["index-1"]


def test_where_links_are_forbidden_parts_are_missing(place, monkeypatch):
    def forbidden(*_: object, **__: object) -> None:
        raise OSError("forbidden")

    monkeypatch.setattr(os, "symlink", forbidden)
    with private(str(place), "/project", URL):
        assert not os.path.exists(parts.root())


def test_fixes_are_verified_with_the_projects_tests(place):
    with private(str(place), "/a b\\c", URL):
        (command,) = load(None).settings.review.verify
        assert command.command[1:] == ("-m", "unittest", "tests.test_prices")
        assert command.folders == ("/a b\\c",)
