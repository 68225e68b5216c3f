"""Each sink of one source stands for itself: what is old, ignored, baselined or dismissed hides none of the others."""

from __future__ import annotations

import itertools
import json

import pytest

STANDINGS = ("new", "old", "ignored", "baselined", "dismissed")
SOURCE = 'import os\nfrom flask import request\n\nname = request.args["name"]\n'
COMBINATIONS = [*itertools.product(STANDINGS, repeat=2)]


def sink(number, standing):
    ignored = "  # reread: ignore[py/command-injection] -- seen" if standing == "ignored" else ""
    return f'os.system("command {number} " + name){ignored}\n'


def text(combination, wanted):
    """A file with those of its sinks that stand as wanted."""
    return SOURCE + "".join(sink(*each) for each in enumerate(combination) if each[1] in wanted)


@pytest.fixture(scope="module")
def names():
    return {f"{'_'.join(each)}.py": each for each in COMBINATIONS}


@pytest.fixture
def staged(repository, reread, names):
    """All files with all their sinks in git's index, each of which stands as the name of its file says."""

    def write(*wanted):
        for name, combination in names.items():
            repository.write(name, text(combination, wanted))

    repository.write("reread.toml", '[rules]\nprofile = "standard"\n')
    write("baselined")
    assert reread("baseline", "create").code == 0
    write("dismissed")
    found = json.loads(reread("check", "--format", "json").out)["findings"]
    for each in found:
        place = f"{each['path']}:{each['start']['line']}"
        assert reread("feedback", "dismiss", place, "--reason", "seen").code == 0
    write("old")
    repository.commit()
    write(*STANDINGS)
    repository.git("add", ".")


def test_exactly_the_new_sinks_are_reported_and_decide_the_exit_code(staged, reread, names):
    result = reread("check", "--staged", "--format", "json")
    found = {name: set() for name in names}
    for each in json.loads(result.out)["findings"]:
        if each["new"]:
            found[each["path"]].add(each["start"]["line"])
    first = SOURCE.count("\n") + 1
    wanted = {
        name: {first + number for number, standing in enumerate(combination) if standing == "new"}
        for name, combination in names.items()
    }
    assert (found, result.code) == (wanted, 1)
    quiet = [name for name, combination in names.items() if "new" not in combination]
    assert quiet
    assert reread("check", "--staged", *quiet).code == 0
