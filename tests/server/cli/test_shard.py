"""`reread check --shard` and `reread merge`: the merged reports of all shards are the report of one run."""

from __future__ import annotations

import json
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reread.server.report import shards
from tests.server.cli.conftest import OWN_SETTINGS

NAP = "take_a_nap(1)\n"
LINES = (
    NAP,
    "old_name(2)\n",
    "doubtful(3)\n",
    "take_a_nap(4)  # reread: ignore[no-sleep] -- wanted\n",
    "x = 1  # reread: ignore[no-sleep] -- idle\n",
    "try:\n    pass\nexcept:\n    pass\n",
    "eval(input())\n",
)
NAMES = ("a.py", "b.py", "lib/a.py", "lib/z.py", "lib-x/m.py", "ü.py", "Z.py", "notes.txt", "test_a.py", "q.js")
CONTENT = st.one_of(st.lists(st.sampled_from(LINES), max_size=4).map("".join), st.just("\0\1"))
TREES = st.dictionaries(st.sampled_from(NAMES), CONTENT, max_size=8)
COMMON = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def merged(reread, folder, count: int, *options: str):
    """What `merge` makes of the reports of all shards, last one first, and the codes of their runs."""
    names = [f"../part{number}" for number in range(count, 0, -1)]
    for number, name in zip(range(count, 0, -1), names, strict=True):
        reread("check", "-q", "--shard", f"{number}/{count}", "-o", name, *options)
    return reread("merge", *names)


def same(reread, folder, count: int, *options: str) -> None:
    for form in ("json", "sarif"):
        whole = reread("check", "-q", "--format", form, *options)
        parts = merged(reread, folder, count, "--format", form, *options)
        assert (parts.out, parts.code) == (whole.out, whole.code)


@pytest.mark.slow
@COMMON
@given(TREES, st.integers(1, 5), st.sampled_from([(), ("--max-findings", "2"), ("--exit-zero",), ("--hints",)]))
def test_any_tree_in_any_number_of_shards_has_the_report_of_one_run(folder, reread, tree, count, options):
    shutil.rmtree(folder.path / "src", ignore_errors=True)
    for name, content in tree.items():
        folder.write(f"src/{name}", content)
    folder.write("src/large.py", "x = 1\n" * 200_000)
    same(reread, folder, count, *options)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 10**7), max_size=40), st.integers(1, 8))
def test_no_shard_is_larger_than_its_share_by_more_than_a_file(sizes, count):
    found = shards.split(sizes, count)
    assert found == shards.split(dict(reversed(sizes.items())), count)
    weights = {name: size + 500 for name, size in sizes.items()}
    loads = [sum(weights[name] for name in found if found[name] == number) for number in range(1, count + 1)]
    share = sum(weights.values()) / count
    assert set(found) == set(sizes)
    assert max(loads) <= share * 1.02 + max(weights.values(), default=0)


def test_most_files_stay_in_their_shard_when_others_change():
    sizes = {f"src/file{number}.py": 1000 + 37 * (number % 101) for number in range(2000)}
    before = shards.split(sizes, 8)
    after = shards.split({**sizes, "src/new.py": 5000, "src/file7.py": 90_000}, 8)
    assert sum(before[name] != after[name] for name in sizes) < 200


@pytest.mark.slow
def test_what_a_baseline_knows_is_known_in_every_shard(repository, reread):
    for name in ("a.py", "b.py", "c.py"):
        repository.write(name, NAP)
    reread("baseline", "create")
    (repository.path / "b.py").rename(repository.path / "d.py")
    repository.write("c.py", NAP + "old_name(1)\n")
    same(reread, repository, 3)


@pytest.mark.slow
def test_a_change_is_split_and_looked_at_as_a_whole(repository, reread):
    repository.write(
        ".reread/rules/reached.yaml",
        "rules:\n  - id: reached\n    languages: [python]\n    severity: ERROR\n    message: Here.\n    mode: taint\n"
        "    options: {interfile: true}\n    pattern-sources: [pattern: house_source()]\n"
        "    pattern-sinks: [pattern: house_sink($X)]\n",
    )
    repository.write("helpers.py", "def run(value):\n    pass\n")
    for number in range(5):
        repository.write(f"app{number}.py", "from helpers import run\nrun(house_source())\n")
    repository.commit()
    repository.write("helpers.py", "def run(value):\n    house_sink(value)\n")
    for number in range(5):
        repository.write(f"app{number}.py", f"from helpers import run\nx = {number}\nrun(house_source())\n")
    repository.git("add", "--all")
    # Only what is staged goes on into the sink.
    repository.write("helpers.py", "def run(value):\n    pass\n")
    same(reread, repository, 2, "--staged", "--across-files")
    assert json.loads(reread("check", "--staged", "--across-files", "--format", "json").out)["summary"]["findings"] == 5
    same(reread, repository, 2, "--base", "HEAD")


def test_a_file_that_cannot_be_read_leaves_the_merged_run_incomplete(folder, reread):
    folder.write("a.py", "x = 1\n")
    (folder.path / "b.py").symlink_to("/nowhere/b.py")
    (folder.path / "c.py").symlink_to("/nowhere/c.py")
    result = merged(reread, folder, 2, "--format", "json", "b.py", "c.py", "a.py")
    assert result.code == 3
    assert json.loads(result.out)["incomplete"] == "2 files could not be checked"


@pytest.mark.slow
def test_a_rule_that_cannot_run_is_no_clean_run(folder, reread):
    folder.write(".reread/rules/broken.yaml", "rules:\n  - id: broken\n    languages: [python]\n")
    folder.write("a.py", NAP)
    same(reread, folder, 2)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--fix",), "--fix"),
        (("--diff",), "--diff"),
        (("--loop",), "--loop"),
        (("--hook",), "--hook"),
        (("--gate", "health:*>=B"), "--gate"),
        (("--import", "x.sarif"), "--import"),
        (("-", "--stdin-filename", "x.py"), "standard input (-)"),
    ],
)
def test_what_needs_all_files_is_refused(folder, reread, options, named):
    result = reread("check", "--shard", "1/2", *options)
    expected = f"reread: --shard cannot be combined with {named}, which needs the whole run\n"
    assert (result.code, result.err) == (2, expected)


def test_other_tools_run_in_a_job_of_their_own(folder, reread):
    folder.write(OWN_SETTINGS, '[[external]]\ncommand = ["other"]\nfolders = ["/"]\n')
    result = reread("check", "--shard", "1/2")
    assert result.code == 2
    assert "add --no-external and run them in one job" in result.err
    assert reread("check", "--shard", "1/2", "--no-external").code == 0


@pytest.mark.parametrize("text", ["0/2", "3/2", "1", "a/b", "1/", "-1/2"])
def test_a_shard_is_one_of_several(folder, reread, text):
    result = reread("check", f"--shard={text}")
    assert result.code == 2
    assert "expected i/n with i from 1 to n" in result.err


@pytest.mark.slow
def test_reports_that_are_not_all_shards_of_one_run_are_refused(folder, reread):
    folder.write("a.py", NAP)
    for number in (1, 2):
        reread("check", "--shard", f"{number}/2", "--format", "json", "-o", f"../{number}.json")
    reread("check", "--shard", "2/2", "--format", "sarif", "-o", "../2.sarif")
    reread("check", "--shard", "2/2", "--format", "json", "--exit-zero", "-o", "../other.json")
    reread("check", "--format", "json", "-o", "../whole.json")
    folder.write("../no.json", "{")
    for names, expected in {
        ("1.json",): "no report of shard 2 of 2",
        ("1.json", "1.json", "2.json"): "more than one report of a shard: there are 2 shards and 3 reports",
        ("1.json", "2.sarif"): "some reports are SARIF and some JSON: merge those of one format",
        (
            "1.json",
            "other.json",
        ): "the reports are of different runs: other files, options, rules or versions of Reread",
        ("1.json", "whole.json"): "../whole.json: not the report of a shard: "
        "`reread check --shard 1/4 --format json` writes one",
        ("nowhere.json",): "../nowhere.json: cannot be read: No such file or directory",
    }.items():
        result = reread("merge", *(f"../{name}" for name in names))
        assert (result.code, result.out, result.err) == (2, "", f"reread: {expected}\n")
    assert "no.json: no JSON" in reread("merge", "../no.json").err
    assert reread("merge", "../1.json", "../2.json", "-o", "../all.json").code == 1
    assert (folder.path / "../all.json").read_text() == (folder.path / "../whole.json").read_text()
