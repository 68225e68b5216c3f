"""`reread baseline`: what is there today is no news, in every command."""

from __future__ import annotations

import json

import pytest

NAP = "take_a_nap(1)\n"
MORE = "take_a_nap(2)\n"


@pytest.fixture
def known(repository, reread):
    """A repository with a finding that is in the baseline."""
    repository.write("a.py", NAP)
    assert reread("baseline", "create").err == ".reread/baseline.json: 1 known finding (1 added, 0 removed)\n"
    repository.commit()
    return repository


def found(result) -> list[str]:
    return [line.split(" ")[0] for line in result.out.splitlines()]


def test_what_is_known_fails_no_run_and_is_shown_when_asked_for(known, reread):
    result = reread("check")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("no new findings in ")
    assert result.err.endswith("; 1 not new (see --all-lines)\n")
    result = reread("check", "-q", "--all-lines")
    assert (result.code, found(result)) == (1, ["a.py:1:1:"])


def test_what_is_new_fails_the_run(known, reread):
    known.write("a.py", "x = 1\n" + MORE + NAP)
    result = reread("check", "-q")
    assert (result.code, found(result)) == (1, ["a.py:2:1:"])


def test_a_renamed_file_stays_known(known, reread):
    known.git("mv", "a.py", "b.py")
    assert reread("check").code == 0
    assert reread("check", "--staged").code == 0


def test_formats_tell_what_is_known(known, reread):
    (finding,) = json.loads(reread("check", "--format", "json").out)["findings"]
    assert finding["new"] is False
    (run,) = json.loads(reread("check", "--format", "sarif").out)["runs"]
    assert run["results"][0]["baselineState"] == "unchanged"


def test_update_takes_in_what_is_found_now(known, reread):
    known.write("a.py", MORE)
    assert reread("baseline", "update").err.endswith("1 known finding (1 added, 1 removed)\n")
    assert reread("check").code == 0


def test_update_of_some_paths_leaves_the_others(known, reread):
    known.write("a.py", MORE)
    known.write("b.py", NAP)
    reread("baseline", "update", "b.py")
    assert found(reread("check", "-q")) == ["a.py:1:1:"]


def test_prune_takes_out_what_is_gone_and_adds_nothing(known, reread):
    known.write("a.py", MORE)
    assert reread("baseline", "prune").err.endswith("0 known findings (0 added, 1 removed)\n")
    assert found(reread("check", "-q")) == ["a.py:1:1:"]


def test_show_lists_files_and_rules(known, reread):
    assert reread("baseline").out == "a.py: no-sleep\n"
    known_now = json.loads(reread("baseline", "show", "--format", "json").out)["known"]
    assert known_now == [{"path": "a.py", "rule": "no-sleep", "findings": 1}]


def test_create_does_not_replace_a_list_unasked(known, reread):
    result = reread("baseline", "create")
    assert (result.code, "update" in result.err) == (2, True)
    assert reread("baseline", "create", "--force").code == 0


@pytest.mark.parametrize("action", ["update", "prune", "show"])
def test_without_a_baseline_there_is_nothing_to_bring_up_to_date(repository, reread, action):
    result = reread("baseline", action)
    assert result.code == 2
    assert "reread baseline create" in result.err


def test_a_broken_baseline_ends_the_run(known, reread):
    known.write(".reread/baseline.json", "{")
    result = reread("check")
    assert (result.code, result.out) == (2, "")
    assert "baseline.json: no baseline" in result.err


def test_another_baseline_can_be_named(known, reread):
    known.write("other.json", '{"version": 1, "findings": {}}')
    assert reread("check", "-q", "--baseline", "other.json").code == 1


def test_base_is_the_same_without_a_file(repository, reread):
    repository.write("a.py", NAP)
    repository.commit()
    repository.git("branch", "start")
    repository.write("a.py", "x = 1\n" + NAP)
    assert reread("check", "--base", "start").code == 0
    repository.write("a.py", "x = 1\n" + NAP + MORE)
    result = reread("check", "-q", "--base", "start")
    assert (result.code, found(result)) == (1, ["a.py:3:1:"])


def test_base_needs_a_name_where_no_remote_has_one(repository, reread):
    result = reread("check", "--base")
    assert (result.code, "--base needs a branch name" in result.err) == (2, True)


def test_base_fixes_what_the_change_brought(repository, reread):
    repository.git("branch", "start")
    repository.write("a.py", "old_name(1)\n")
    assert reread("check", "--base", "start", "--fix").code == 0
    assert repository.read("a.py") == b"new_name(1)\n"


def test_a_dry_run_says_what_would_change_and_writes_nothing(known, reread):
    known.write("a.py", NAP + MORE)
    before = known.read(".reread/baseline.json")
    result = reread("baseline", "update", "--dry-run", "--format", "json")
    assert json.loads(result.out) == {"version": 1, "findings": 2, "added": 1, "removed": 0}
    assert known.read(".reread/baseline.json") == before
