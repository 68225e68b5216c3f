"""Our engine and Semgrep give the same matches, but for the deviations that are written down with their reason."""

from __future__ import annotations

import os

import pytest
import yaml

from tests.differential import generate, ours, semgrep
from tests.differential.cases import agree, agree_on_lines, keys, written

pytestmark = pytest.mark.differential
_DEVIATIONS = os.path.join(os.path.dirname(__file__), "deviations.yaml")
CASES = written()


def deviations():
    """The kind of each known deviation, by `case:rule:file`."""
    with open(_DEVIATIONS, encoding="utf-8") as stream:
        return {place: entry["kind"] for entry in yaml.safe_load(stream) or [] for place in entry["where"]}


@pytest.fixture(scope="module")
def theirs(tmp_path_factory):
    return semgrep.run(CASES, str(tmp_path_factory.mktemp("semgrep")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_matches(case, theirs):
    found, refused = theirs
    known = deviations()
    files = dict(case.files)

    for key, mine in ours.matches(case).items():
        kind = known.get(str(key))
        same = key not in refused and agree(mine, found[key], files[key.file])
        if kind is None:
            assert key not in refused, f"{key}: {refused[key]}"
            assert same, (key, sorted(mine), sorted(found[key]))
        else:
            assert not same, f"{key} does not deviate any more"
            assert (key in refused) == (kind == "refused"), key
            assert kind != "ranges" or agree_on_lines(mine, found[key]), key


def test_generated_patterns_have_the_same_matches(tmp_path):
    """Real code, cut and abstracted at random, has a few of the written deviations in it."""
    cases = generate.cases()
    found, refused = semgrep.run(cases, str(tmp_path))
    asked, differing = 0, []

    for case in cases:
        files = dict(case.files)
        for key, mine in ours.matches(case).items():
            asked += key not in refused
            if key not in refused and not agree(mine, found[key], files[key.file]):
                differing.append((str(key), sorted(mine), sorted(found[key])))

    assert asked >= 100
    assert len(differing) <= asked * 0.05, differing


def test_every_deviation_is_about_a_case():
    assert deviations().keys() <= {str(key) for case in CASES for key in keys(case)}


def test_there_are_enough_cases():
    assert sum(1 for case in CASES for _ in keys(case)) >= 400
