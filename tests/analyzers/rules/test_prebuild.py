"""Preparing the built-in rules: what did not change since is not prepared again."""

from __future__ import annotations

import os

import pytest

from reread.analyzers.pattern.source import PatternText
from reread.analyzers.rules import prebuild
from reread.analyzers.rules.cache import cache_file, prebuilt, rule_cache
from reread.analyzers.rules.cache.engine_version import newest_code
from reread.analyzers.rules.cache.serialization import entry_of, group_in
from reread.analyzers.rules.loading import parse_taint

TAINT = """
rules:
  - {id: ID, languages: [python], severity: ERROR, message: m, mode: taint,
     pattern-sources: [{use: input}], pattern-sinks: [{pattern: run(...)}]}
"""


@pytest.fixture
def packs(tmp_path, monkeypatch):
    """Two taint rules that use one shared file, in place of the built-in rules."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "input.yaml").write_text("entries: [{pattern: read()}]")
    files = [tmp_path / name for name in ("one.yaml", "two.yaml")]
    for file in files:
        file.write_text(TAINT.replace("ID", file.stem))
    monkeypatch.setattr(prebuild, "builtin_files", lambda: (str(tmp_path), [str(file) for file in files]))
    return tmp_path


@pytest.fixture
def parsed(monkeypatch):
    """The names of the rule files that are parsed."""
    found = []
    read = rule_cache._read
    monkeypatch.setattr(
        rule_cache, "_read", lambda file, *rest: found.append(os.path.basename(file)) or read(file, *rest)
    )
    return found


def test_unchanged_rules_are_taken_from_the_file_that_is_there(packs, parsed):
    prebuild.write(str(packs / "prepared"))
    first = (packs / "prepared").read_bytes()
    parsed.clear()
    prebuild.write(str(packs / "prepared"))
    assert parsed == []
    assert (packs / "prepared").read_bytes() == first


def test_a_changed_rule_is_prepared_anew(packs, parsed):
    prebuild.write(str(packs / "prepared"))
    parsed.clear()
    (packs / "one.yaml").write_text(TAINT.replace("ID", "other"))
    prebuild.write(str(packs / "prepared"))
    assert parsed == ["one.yaml"]


def test_a_changed_shared_file_prepares_all_that_use_it(packs, parsed):
    prebuild.write(str(packs / "prepared"))
    parsed.clear()
    (packs / "shared" / "input.yaml").write_text("entries: [{pattern: receive()}]")
    prebuild.write(str(packs / "prepared"))
    assert parsed == ["one.yaml", "two.yaml"]


def test_code_that_is_newer_than_the_file_prepares_all_anew(packs, parsed):
    prebuild.write(str(packs / "prepared"))
    parsed.clear()
    os.utime(packs / "prepared", ns=(newest_code() - 1, newest_code() - 1))
    prebuild.write(str(packs / "prepared"))
    assert parsed == ["one.yaml", "two.yaml"]


def test_an_entry_of_a_shared_file_is_compiled_once_for_all_rules(packs, monkeypatch):
    monkeypatch.setattr(parse_taint, "_CACHE", {})
    compiled = []
    validated = parse_taint.validated
    monkeypatch.setattr(parse_taint, "validated", lambda *each: compiled.append(each[0]) or validated(*each))
    prebuild.write(str(packs / "prepared"))
    assert sum(formula == PatternText("read()") for formula in compiled) == 1


@pytest.fixture
def copied(monkeypatch):
    """How often the details of a rule are read and packed again."""
    found = []
    copy = cache_file.copy
    monkeypatch.setattr(cache_file, "copy", lambda part, pieces: found.append(part) or copy(part, pieces))
    return found


def test_the_first_start_keeps_prepared_rules_without_packing_them_again(packs, parsed, copied, tmp_path, monkeypatch):
    prepared, files = str(packs / "prepared"), [str(packs / "one.yaml"), str(packs / "two.yaml")]
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    prebuild.write(prepared)
    parsed.clear()
    copied.clear()
    first = rule_cache.read_cached(str(packs), lambda: files, prepared)[0]
    assert parsed == copied == []
    os.remove(prepared)
    second = rule_cache.read_cached(str(packs), lambda: files, prepared)[0]
    assert parsed == []
    assert [rule.id for rule in second] == ["one", "two"]
    assert [formula_of(rule) for rule in second] == [formula_of(rule) for rule in first]


def none() -> list[str]:
    raise AssertionError("the files of an installation do not change")


def test_an_installation_reads_what_was_prepared_and_neither_looks_at_its_rules_nor_writes_a_cache(
    packs, parsed, tmp_path, monkeypatch
):
    prepared, files = str(packs / "prepared"), [str(packs / "one.yaml"), str(packs / "two.yaml")]
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    prebuild.write(prepared)
    parsed.clear()
    installed = rule_cache.read_cached(str(packs), none, prepared, installed=True)
    assert parsed == []
    assert not (tmp_path / "cache").exists()
    rules, *others = rule_cache.read_cached(str(packs), lambda: files, prepared)
    assert [formula_of(rule) for rule in installed[0]] == [formula_of(rule) for rule in rules]
    assert [rule.path for rule in installed[0]] == files
    assert list(installed[1:]) == others


@pytest.mark.parametrize("grammars", [None, "0.0.1"])
def test_with_other_grammars_than_it_came_with_its_rules_are_read_anew(packs, parsed, tmp_path, monkeypatch, grammars):
    prepared, files = str(packs / "prepared"), [str(packs / "one.yaml"), str(packs / "two.yaml")]
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    prebuild.write(prepared)
    parsed.clear()
    monkeypatch.setattr(prebuilt, "installed_version", lambda name, site: grammars)
    monkeypatch.setattr("importlib.metadata.version", lambda name: grammars or "0.0.2")
    rules, *_ = rule_cache.read_cached(str(packs), lambda: files, prepared, installed=True)
    assert parsed == ["one.yaml", "two.yaml"]
    assert [rule.id for rule in rules] == ["one", "two"]


def test_where_one_prepared_rule_was_changed_the_others_are_kept(packs, parsed, copied, tmp_path, monkeypatch):
    prepared, files = str(packs / "prepared"), [str(packs / "one.yaml"), str(packs / "two.yaml")]
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    prebuild.write(prepared)
    (packs / "one.yaml").write_text(TAINT.replace("ID", "other"))
    parsed.clear()
    copied.clear()
    rule_cache.read_cached(str(packs), lambda: files, prepared)
    assert parsed == ["one.yaml"]
    assert len(copied) == 2
    assert [rule.id for rule in rule_cache.read_cached(str(packs), lambda: files, prepared)[0]] == ["other", "two"]
    assert parsed == ["one.yaml"]


def formula_of(rule):
    """The details as they are, with the entries of each group read."""
    formula = rule.details().formula
    groups = {
        name: [tuple(entry_of(group.at(position))) for position, _, _ in group_in(group).rows]
        for name, group in formula.specs.items()
    }
    return formula._replace(specs=groups)
