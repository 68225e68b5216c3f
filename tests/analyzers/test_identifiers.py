"""Identifiers of rules: the scheme, the names that mean a rule, and settings by name."""

import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers import identifiers
from reread.analyzers.identifiers import (
    by_rule,
    fits,
    fitting,
    identifier,
    stem_of,
    thresholds_by_rule,
)
from reread.analyzers.rules.profiles import _HARMLESS_IN_TESTS, _IN_TESTS, _IN_WHOLE_PROGRAMS, BUILTIN
from reread.analyzers.rules.ruleset import load
from reread.server.other_rules import with_others

RULES = {rule.id: rule for rule in with_others(load().rules)}
PACKED = {name: rule for name, rule in RULES.items() if rule.path.endswith(".yaml")}
_SCHEME = re.compile(r"(?:py|js|ts|go|java|any|index)/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
OTHER_WEAKNESS = {
    "random-always-zero": "in Go the argument is wrong (628), in Java the order of cast and product (682)",
    "regex-injection": "Go's expressions take linear time: what is left is that they mean something else (730)",
}
"""Stems with another CWE in some language, and why."""
KNOWN = ("py/sql-injection", "js/sql-injection", "go/sql-injection", "py/path-traversal", "no-sleep", "index/co-change")


def test_every_identifier_is_of_the_scheme():
    assert [name for name in RULES if not _SCHEME.fullmatch(name)] == []


def test_a_rule_stands_in_a_file_of_its_name_in_the_folder_of_its_language():
    folders = {name: folder for folder, name in identifiers.NAMESPACES.items()}
    wanted = {f"{BUILTIN}{folders[name.split('/')[0]]}/{stem_of(name)}.yaml" for name in PACKED}
    assert {rule.path for rule in PACKED.values()} == wanted


def test_a_rule_in_python_stands_in_a_file_of_its_name():
    checks = {rule.path: name for name, rule in RULES.items() if rule.path.startswith(f"{BUILTIN}checks/")}
    files = {name: path.rpartition("/")[2] for path, name in checks.items()}
    assert files == {name: f"{stem_of(name).replace('-', '_')}.py" for name in checks.values()}


def test_rules_of_one_name_are_about_one_weakness_in_all_languages():
    weaknesses = defaultdict(set)
    for name, rule in RULES.items():
        weaknesses[stem_of(name)] |= {rule.metadata["cwe"]} if rule.metadata.get("cwe") else set()
    assert {stem for stem, found in weaknesses.items() if len(found) > 1} == set(OTHER_WEAKNESS)


def test_rules_that_profiles_name_exist():
    assert set(RULES) >= (_IN_TESTS | _HARMLESS_IN_TESTS | _IN_WHOLE_PROGRAMS)


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (("python",), "py/x"),
        (("javascript", "typescript", "tsx"), "js/x"),
        (("typescript",), "ts/x"),
        (("python", "go"), "any/x"),
        (("any",), "any/x"),
    ],
)
def test_the_first_part_says_the_language(languages, expected):
    assert identifier("x", languages) == expected


@pytest.mark.parametrize("name", ["py/sql-injection", "sql-injection"])
def test_a_name_means_a_rule_in_full_and_in_short(name):
    assert fits(name, "py/sql-injection")


@pytest.mark.parametrize("name", ["js/sql-injection", "sql", "py/", "", "go-sql-injection", "injection"])
def test_other_names_do_not(name):
    assert not fits(name, "py/sql-injection")


def test_what_is_no_language_is_never_left_out():
    assert not fits("co-change", "index/co-change")
    assert fitting(["co-change"], KNOWN) == frozenset()


def test_a_short_name_means_the_rules_of_all_languages():
    assert fitting(["sql-injection"], KNOWN) == {"py/sql-injection", "js/sql-injection", "go/sql-injection"}
    assert fitting(["py/sql-injection"], KNOWN) == {"py/sql-injection"}


def test_patterns_are_for_the_whole_name_and_the_short_one():
    assert fitting(["py/*"], KNOWN) == {"py/sql-injection", "py/path-traversal"}
    assert fitting(["path-*"], KNOWN) == {"py/path-traversal"}


def test_settings_by_name_become_settings_by_rule_and_the_full_name_wins():
    values = {"py/sql-injection": "off", "sql-injection": "hint", "*-injection": "error", "unknown": "info"}
    assert dict(by_rule(values, KNOWN)) == {
        "py/sql-injection": "off",
        "js/sql-injection": "hint",
        "go/sql-injection": "hint",
        "unknown": "info",
    }


def test_thresholds_of_one_rule_under_two_names_are_put_together():
    values = {"any/function-too-long": {"limit": 80}, "function-too-long": {"limit": 50, "other": 1}}
    found = thresholds_by_rule(values, ["any/function-too-long"])
    assert found == {"any/function-too-long": {"limit": 80, "other": 1}}


@given(st.sampled_from(sorted(RULES)))
def test_every_rule_fits_its_own_names_and_no_more_of_them(name):
    assert fits(name, name) and fits(stem_of(name), name)
    assert sum(fits(f"{language}/{stem_of(name)}", name) for language in ("py", "js", "ts", "go", "java", "any")) <= 1
