"""Parts of Reread: found in the environment or in a folder of their own, asked for in one line where they are missing."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from reread.analyzers import parts

_PINNED = r"^[a-z][^ ]*==[^ ]*"


@pytest.fixture
def without(monkeypatch, tmp_path):
    """Takes all parts out of the environment; the folder of parts is empty."""
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path))
    monkeypatch.setattr(parts, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "path", [*sys.path])
    parts._in_environment.cache_clear()
    yield
    parts._in_environment.cache_clear()


@pytest.mark.parametrize("name", parts.PARTS)
def test_the_environment_of_tests_has_every_part(name):
    parts.require(name)


def test_a_missing_part_is_asked_for_in_one_line(without):
    with pytest.raises(parts.PartMissingError, match=r"^the index is not installed; `reread setup index` installs it"):
        parts.require("index")


def test_an_installed_part_comes_before_the_environment_and_after_python_itself(without, monkeypatch):
    Path(parts.folder("index")).mkdir(parents=True)
    monkeypatch.setattr(sys, "path", ["/python/lib", "/environment/site-packages"])
    parts.require("index")
    assert sys.path == ["/python/lib", parts.folder("index"), "/environment/site-packages"]


def test_a_part_is_activated_once(without):
    Path(parts.folder("index")).mkdir(parents=True)
    parts.activate()
    parts.activate()
    assert sys.path.count(parts.folder("index")) == 1


def test_what_another_version_installed_does_not_count(without, monkeypatch):
    Path(parts.folder("index")).mkdir(parents=True)
    monkeypatch.setattr(parts, "_text", lambda name: "chromadb==9\n")
    assert not parts.is_installed("index")


@pytest.mark.parametrize("name", parts.PARTS)
def test_the_list_of_a_part_has_checksums_and_the_versions_that_are_tested(name):
    listed = parts.requirements(name)
    pinned = re.findall(_PINNED, listed, re.MULTILINE)
    assert pinned
    assert len(re.findall(r"^[a-z].*\\\n    --hash=sha256:", listed, re.MULTILINE)) == len(pinned)


def test_the_index_is_listed_without_what_it_never_imports():
    listed = parts.requirements("index")
    assert not re.search(r"^(kubernetes|onnxruntime|tokenizers|uvicorn)==", listed, re.MULTILINE)
