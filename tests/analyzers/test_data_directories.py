"""Where files are kept: as platformdirs has it, or as the variables say."""

from __future__ import annotations

import os

import platformdirs
import pytest

from reread.analyzers import data_directories

VARIABLES = (
    "REREAD_CACHE_DIR",
    "REREAD_STATE_DIR",
    "REREAD_CONFIG",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
)


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("variable", [None, "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"])
def test_the_places_are_those_of_the_system(monkeypatch, tmp_path, variable):
    if variable:
        monkeypatch.setenv(variable, str(tmp_path))
    assert data_directories.cache_folder("rules") == os.path.join(platformdirs.user_cache_dir("reread", False), "rules")
    assert data_directories.state_folder() == platformdirs.user_state_dir("reread", False)
    assert data_directories.user_file() == os.path.join(platformdirs.user_config_dir("reread", False), "config.toml")


def test_variables_name_others(monkeypatch, tmp_path):
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "mine.toml"))
    assert data_directories.cache_folder("index") == str(tmp_path / "cache" / "index")
    assert data_directories.state_folder() == str(tmp_path / "state")
    assert data_directories.user_file() == str(tmp_path / "mine.toml")
    assert data_directories.user_file("models.toml") == str(tmp_path / "models.toml")


@pytest.mark.parametrize("variable", ["REREAD_CACHE_DIR", "XDG_CACHE_HOME"])
def test_a_relative_place_could_be_in_a_repository_and_is_not_used(monkeypatch, variable):
    monkeypatch.setenv(variable, "below/here")
    assert data_directories.cache_folder("index") == os.path.join(os.path.expanduser("~"), ".cache", "reread", "index")
