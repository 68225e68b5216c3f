"""Where another machine installs this version from, as the installer has kept it."""

from __future__ import annotations

import json
from importlib import metadata

import pytest

from reread.server import __version__
from reread.server.setup.files import requirement

COMMIT = "0" * 40


@pytest.fixture
def installed(monkeypatch):
    def come_from(kept: str | None) -> str:
        distribution = type("Installed", (), {"read_text": lambda self, name: kept})()
        monkeypatch.setattr(metadata, "distribution", lambda name: distribution)
        return requirement()

    return come_from


def test_of_a_package_index_the_version(installed):
    assert installed(None) == f"reread=={__version__}"


def test_of_git_the_commit(installed):
    kept = {"url": "https://host/a/reread.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
    assert installed(json.dumps(kept)) == f"reread @ git+https://host/a/reread.git@{COMMIT}"


def test_of_a_file_on_the_web_its_address(installed):
    kept = {"url": "https://host/reread-1.whl", "archive_info": {}}
    assert installed(json.dumps(kept)) == "reread @ https://host/reread-1.whl"


@pytest.mark.parametrize(
    "kept",
    [
        {"url": "file:///home/me/reread", "dir_info": {"editable": True}},
        {"url": "file:///home/me/reread", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": "https://me:secret@host/reread.whl", "archive_info": {}},
        {"url": "https://host/$(x).whl", "archive_info": {}},
        {"url": "https://host/reread", "vcs_info": {"vcs": "git", "commit_id": "main; x"}},
        {},
        [],
    ],
)
def test_what_others_cannot_reach_or_a_shell_would_read_is_none(installed, kept):
    assert installed(json.dumps(kept)) == ""


def test_what_is_unreadable_is_none(installed):
    assert installed("{") == ""


def test_what_is_not_installed_is_none(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    assert requirement() == ""
