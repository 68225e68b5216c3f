"""Our engine and Semgrep give the same matches, but for the deviations that are written down with their reason."""

from __future__ import annotations

import os

import pytest
import yaml

from tests.differential import ours, semgrep
from tests.differential.cases import agree, agree_on_lines, written

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


def test_every_deviation_is_about_a_case():
    places = {str(key) for case in CASES for key in ours.matches(case)}

    assert deviations().keys() <= places


def test_there_are_enough_cases():
    assert sum(len(ours.matches(case)) for case in CASES) >= 400
