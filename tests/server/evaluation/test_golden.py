"""The golden set: each case is sound, and together they cover languages, classes, clean changes and several files."""

from __future__ import annotations

from collections import Counter

import pytest

from reread.analyzers.syntax import language_of, parse
from reread.analyzers.text import Document
from reread.server.evaluation.classes import class_of, classes
from reread.server.evaluation.dataset import folder_of, load

CASES = load(folder_of("golden"))
LANGUAGES = {"csharp", "go", "java", "javascript", "kotlin", "php", "python", "ruby", "rust", "typescript"}
RUN = Counter(go=15, java=20, javascript=20, python=20)
"""How many cases of a language have a test at least, which `tests/executed/test_golden.py` runs."""


def test_each_language_has_its_share():
    counts = Counter(case.language for case in CASES)
    assert set(counts) == LANGUAGES
    assert min(counts.values()) * len(LANGUAGES) >= 0.7 * len(CASES), counts


def test_each_class_has_cases():
    counts = Counter(annotation.kind for case in CASES for annotation in case.annotations)
    assert {name for name in classes().names if counts[name] < 2} == set()


def test_there_are_enough_of_them():
    assert len(CASES) >= 240


def test_a_third_is_clean_and_half_have_several_files():
    assert sum(not case.annotations for case in CASES) >= 0.3 * len(CASES)
    assert sum(len(case.changed) > 1 for case in CASES) >= 0.5 * len(CASES)


def test_programs_that_can_run_show_their_defect():
    assert Counter(case.language for case in CASES if case.test) >= RUN


@pytest.mark.parametrize("language", sorted(RUN))
def test_every_defect_says_what_a_finding_must_say(language):
    cases = [case for case in CASES if case.language == language]
    assert [case.name for case in cases if not all(annotation.says for annotation in case.annotations)] == []


@pytest.mark.parametrize("language", sorted(RUN))
def test_changes_of_a_language_have_all_sizes(language):
    sizes = Counter(case.size for case in CASES if case.language == language)
    assert sizes["medium"] >= 4 and sizes["large"] >= 2, sizes


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_text_parses(language):
    wrong = []
    for case in CASES:
        for version in (case.before, case.after) if case.language == language else ():
            for path, text in version.items():
                tree = parse(Document(path, text, path=path, language=language_of(path))) if language_of(path) else None
                if tree is not None and tree.has_errors:
                    wrong.append(f"{case.name}: {path}")
    assert wrong == []


def test_each_annotation_is_in_a_file_that_is_reviewed():
    for case in CASES:
        changed = {path for path in case.changed if language_of(path)}
        for annotation in case.annotations:
            assert annotation.places[0].path in case.after
            assert changed & {place.path for place in annotation.places}, case.name
            assert class_of(annotation.kind) == annotation.kind


def test_no_case_is_another_with_other_names():
    def shape(case):
        return tuple(sorted(" ".join(case.after[path].split()) for path in case.changed if path in case.after))

    assert len({shape(case) for case in CASES}) == len(CASES)
