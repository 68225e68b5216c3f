"""The names of library functions by their roles: files of the engine's own models."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reread.analyzers.dataflow.domain.language import semantics_of
from reread.analyzers.dataflow.models import library_names
from reread.analyzers.dataflow.models.library_names import (
    ANY,
    bytes_pattern_with,
    files,
    names,
    pattern_with,
    prepare,
    read,
)
from reread.analyzers.dataflow.models.roles import ROLES

LANGUAGES = ("go", "java", "javascript", "python")
DATAFLOW = Path(library_names.FOLDER).parent


def test_names_of_several_languages_have_one_role():
    adders = {language: names("element-adder", language) for language in LANGUAGES}
    assert {language for language in LANGUAGES if "append" in adders[language]} == set(LANGUAGES)
    assert {language for language in LANGUAGES if "offer" in adders[language]} == {"java"}


def test_a_language_has_its_own_names_and_those_of_all():
    assert "push" in names("element-adder", "javascript") and "push" not in names("element-adder", "python")
    assert "assert" in names("checking-verb", "python") == names("checking-verb", "any")


def test_a_language_without_a_folder_has_the_names_of_all():
    assert names("element-adder", "") == frozenset().union(*(names("element-adder", each) for each in LANGUAGES))
    assert semantics_of("rust").library == ""


@pytest.mark.parametrize(
    ("language", "library"),
    [
        *(("javascript", "javascript"), ("typescript", "javascript"), ("tsx", "javascript"), ("vue", "javascript")),
        *(("kotlin", "java"), ("scala", "java"), ("java", "java"), ("go", "go"), ("python", "python")),
    ],
)
def test_a_language_is_asked_for_the_names_of_its_libraries(language, library):
    assert semantics_of(language).library == library


def test_every_role_has_names():
    assert [role for role in ROLES if not names(role, "")] == []


def test_every_role_is_asked_for():
    text = "".join(path.read_text("utf-8") for path in DATAFLOW.rglob("*.py") if path.name != "roles.py")
    in_patterns = {role for role in re.findall(r"\{([a-z-]+)\}", text) if "-" in role} & set(ROLES)
    assert set(re.findall(r"names\([\"']([\w-]+)[\"'][,)]", text)) | in_patterns == set(ROLES)


def test_a_role_in_a_pattern_stands_for_its_names():
    assert pattern_with(r"x{0,9}:{all-quantifier}\b", "javascript").fullmatch("xx:every")
    assert bytes_pattern_with(r"{all-quantifier}s?", "python").fullmatch(b"every") is None
    with pytest.raises(KeyError):
        pattern_with("{no-role}", "go")


def test_a_role_that_is_none_is_an_error():
    with pytest.raises(KeyError):
        names("no-role", "")
    with pytest.raises(ValueError, match="there is no role 'no-role'"):
        read("a.yaml", b"roles: {no-role: [a]}")
    with pytest.raises(ValueError, match="the names of 'fold' are no texts"):
        read("a.yaml", b"roles: {fold: [1]}")


@pytest.mark.parametrize("path", files(), ids=lambda path: "/".join(path.split("/")[-2:]))
def test_a_file_names_its_library_and_its_language(path):
    text = Path(path).read_text("utf-8")
    assert text.startswith("library: ")
    assert f"\nlanguages: [{Path(path).parent.name}]\n" in text


def test_what_is_prepared_is_what_the_files_say(tmp_path, monkeypatch):
    known, target = library_names._all_names(), tmp_path / "names.prepared"
    prepare(str(target))
    monkeypatch.setattr(library_names, "PREPARED", str(target))
    monkeypatch.setattr(library_names, "read", None)
    assert library_names._all_names.__wrapped__() == known != {}


def test_a_preparation_of_other_files_is_not_used(tmp_path, monkeypatch):
    known, target = library_names._all_names(), tmp_path / "names.prepared"
    target.write_bytes(b"0000 damaged")
    monkeypatch.setattr(library_names, "PREPARED", str(target))
    assert library_names._all_names.__wrapped__() == known != {}


@pytest.mark.parametrize(
    ("language", "role", "name"),
    [
        ("python", "element-adder", "addLast"),
        ("python", "number-getter", "ordinal"),
        ("python", "decoder", "unescapeHtml4"),
        ("javascript", "element-adder", "offer"),
        ("javascript", "alphanumeric-check", "isalnum"),
        ("typescript", "membership-check", "containsKey"),
        ("go", "element-adder", "push"),
        ("go", "same-subject-text", "strip"),
        ("java", "scalar-type", "complex"),
        ("java", "entry-setter", "setItem"),
        ("kotlin", "all-function", "all"),
    ],
)
def test_a_name_of_another_language_means_nothing(language, role, name):
    assert name in names(role, "")
    assert name not in names(role, semantics_of(language).library)


@pytest.mark.slow
def test_names_stay_apart_between_languages():
    """What two languages call the same is written in both files: nothing comes from the file of another one."""
    for role in ROLES:
        for language in LANGUAGES:
            of_files = set()
            for path in files():
                if Path(path).parent.name in (language, ANY):
                    of_files |= set(read(path, Path(path).read_bytes()).get(role, ()))
            assert names(role, language) == of_files
