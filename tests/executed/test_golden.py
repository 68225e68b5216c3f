"""The defects of the golden set are there when its programs run, and its clean changes keep what they should."""

from __future__ import annotations

import shutil

import msgspec
import pytest

from reread.server.evaluation.dataset import folder_of, load
from tests.executed.golden import COMMANDS, RUNNERS, wrong

pytestmark = pytest.mark.slow
CASES = [case for case in load(folder_of("golden")) if case.test]


def cases_of(language: str):
    if shutil.which(COMMANDS[language]) is None:
        pytest.skip(f"no `{COMMANDS[language]}` here to run the cases with")
    return [case for case in CASES if case.language == language]


@pytest.mark.parametrize("language", sorted(RUNNERS))
def test_what_a_case_says_is_what_happens(language, tmp_path):
    assert wrong(cases_of(language), tmp_path) == []


@pytest.mark.parametrize("language", sorted(RUNNERS))
def test_a_change_the_other_way_round_is_noticed(language, tmp_path):
    case = next(case for case in cases_of(language) if case.annotations)
    swapped = msgspec.structs.replace(case, before=case.after, after=case.before)
    assert [line.split(" (")[0] for line in wrong([swapped], tmp_path)] == [
        f"{case.name}: before the change its test failed",
        f"{case.name}: after the change its test passed",
    ]
