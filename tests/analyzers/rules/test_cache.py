"""The cache of rules: it saves work, is never believed blindly, and never in the way."""

from __future__ import annotations

import os

import pytest

from reread.analyzers import retention
from reread.analyzers.rules.cache import rule_cache
from reread.analyzers.rules.loading import parse_rules
from reread.analyzers.rules.ruleset import load


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.delenv("REREAD_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def rules_file(tmp_path):
    path = tmp_path / "rules.yaml"
    write(path, "one")
    return path


@pytest.fixture
def reads(monkeypatch):
    """The files that are parsed."""
    found = []
    original = parse_rules.read_rules
    monkeypatch.setattr(parse_rules, "read_rules", lambda path, data, *rest: found.append(path) or original(path, data))
    return found


def write(path, identifier):
    path.write_text(f"rules: [{{id: {identifier}, languages: [go], severity: INFO, message: m, pattern: f()}}, {{}}]")


def ids(path):
    return [rule.id for rule in load([str(path)], builtin=False).rules]


def cache_files():
    folder = os.path.join(os.environ["XDG_CACHE_HOME"], "reread", "rules")
    return [os.path.join(folder, name) for name in os.listdir(folder)]


def test_the_second_time_nothing_is_parsed_and_all_is_the_same(rules_file, reads):
    first = load([str(rules_file)], builtin=False)
    second = load([str(rules_file)], builtin=False)
    assert reads == [str(rules_file)]
    assert first == second
    assert len(first.problems) == 1


def test_a_changed_file_is_read_again(rules_file, reads):
    ids(rules_file)
    write(rules_file, "other")
    assert ids(rules_file) == ["other"]


def test_a_file_with_another_time_and_the_same_content_is_not_parsed_again(rules_file, reads):
    ids(rules_file)
    os.utime(rules_file, ns=(1, 1))
    assert ids(rules_file) == ["one"]
    assert ids(rules_file) == ["one"]
    assert len(reads) == 1


def test_a_removed_file_is_forgotten(tmp_path, rules_file):
    assert ids(tmp_path) == ["one"]
    rules_file.unlink()
    assert ids(tmp_path) == []


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff", b'{"engine": 1}', b"[" * 100_000])
def test_a_damaged_cache_is_ignored_and_written_anew(rules_file, reads, damage):
    ids(rules_file)
    [file] = cache_files()
    with open(file, "wb") as stream:
        stream.write(damage)
    assert ids(rules_file) == ["one"]
    assert ids(rules_file) == ["one"]
    assert len(reads) == 2


@pytest.mark.parametrize("place", [0, 4, 60, -1])
def test_a_cache_with_one_changed_byte_is_not_used(rules_file, reads, place):
    ids(rules_file)
    [file] = cache_files()
    with open(file, "r+b") as stream:
        data = bytearray(stream.read())
        data[place] ^= 1
        stream.seek(0)
        stream.write(data)
    [rule] = load([str(rules_file)], builtin=False).rules
    assert rule.formula.text == "f()"
    assert len(reads) == 2


def test_a_cache_of_another_engine_is_not_used(rules_file, reads, monkeypatch):
    ids(rules_file)
    monkeypatch.setattr(rule_cache, "engine_version", lambda: [0, 0, 0])
    assert ids(rules_file) == ["one"]
    assert len(reads) == 2


def test_a_cache_that_belongs_to_someone_else_is_not_read(rules_file, reads, monkeypatch):
    ids(rules_file)
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    assert ids(rules_file) == ["one"]
    assert len(reads) == 2


def test_a_folder_that_cannot_be_written_is_no_error(rules_file, tmp_path, monkeypatch, reads):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert ids(rules_file) == ["one"]
    assert ids(rules_file) == ["one"]
    assert len(reads) == 2


def test_a_relative_cache_folder_could_be_in_the_repository_and_is_not_used(rules_file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    ids(rules_file)
    assert not (tmp_path / "cache").exists()
    assert (tmp_path / "home" / ".cache" / "reread").is_dir()


def test_old_files_are_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(retention, "RULES", retention.RULES._replace(files=3))
    for number in range(6):
        path = tmp_path / f"{number}.yaml"
        write(path, f"r{number}")
        ids(path)
    assert len(cache_files()) == 3
