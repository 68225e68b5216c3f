"""A repository is walked from its first revision to its last."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator

import pytest

from reread.server import checking
from reread.server.evidence import walking
from reread.server.evidence.following import Ended
from reread.server.git import GitError
from tests.server import dated_commits

BAD = "def f(x):\n    y = x\n    if y is 'a':\n        return 1\n    return 2\n"
MENDED = BAD.replace("is 'a'", "== 'a'")
EDITED = BAD.replace("return 1", "return 11")
OTHER = BAD.replace("def f", "def g")
WALK = walking.Walk(checking.Job(checking.RuleChoice(select=frozenset({"py/is-literal"}))), years=5, months=3)


def ended(root: str, walk: walking.Walk) -> Iterator[Ended]:
    return walking.ended(root, walk.job, walking.revisions(root, walk), lambda *_: None)


@pytest.fixture
def commit(tmp_path):
    dated_commits.create(tmp_path / "shop")
    return lambda day, **files: dated_commits.commit(
        tmp_path / "shop", day, {f"{name}.py": text for name, text in files.items()}
    )


def fates(root, walk=WALK):
    found = Counter((each.fate.value, each.is_control) for each in ended(str(root), walk))
    return {fate: found[fate, False] for fate in ("fixed", "left", "gone", "open") if found[fate, False]}


@pytest.mark.slow
def test_what_became_of_findings(commit, tmp_path):
    commit("2020-01-01", mended=BAD, edited=BAD, untouched=BAD, removed=BAD)
    commit("2020-07-01", mended=MENDED, edited=EDITED, removed=None)
    commit("2024-01-01", new=BAD)
    assert fates(tmp_path / "shop") == {"fixed": 1, "left": 1, "gone": 1, "open": 2}


@pytest.mark.slow
def test_lines_beside_them_are_followed_too(commit, tmp_path):
    commit("2020-01-01", a=BAD)
    commit("2024-01-01", a=MENDED)
    found = list(ended(str(tmp_path / "shop"), WALK))
    assert [each.rule for each in found] == ["py/is-literal"] * 3
    assert [(each.is_control, each.fate.value) for each in found] == [
        (False, "fixed"),
        (True, "left"),
        (True, "left"),
    ]


def test_a_file_is_followed_to_its_new_name(commit, tmp_path):
    commit("2020-01-01", old=BAD)
    commit("2021-01-01", old=None, new=EDITED)
    commit("2024-01-01", new=EDITED.replace("is 'a'", "== 'a'"))
    assert fates(tmp_path / "shop") == {"fixed": 1}


def test_a_file_that_becomes_none_of_code_is_gone(commit, tmp_path):
    commit("2020-01-01", a=BAD)
    root = tmp_path / "shop"
    dated_commits.commit(root, "2021-01-01", {"a.py": None, "a.txt": BAD})
    assert fates(root) == {"gone": 1}


def test_only_code_of_production_is_followed(commit, tmp_path):
    commit("2020-01-01", test_a=BAD, **{"tests/b": BAD})
    commit("2024-01-01", test_a=MENDED)
    assert fates(tmp_path / "shop") == {}


def test_between_two_revisions_nothing_is_looked_at(commit, tmp_path):
    commit("2020-01-01", a=MENDED)
    commit("2020-01-10", a=BAD)
    commit("2020-01-20", a=MENDED)
    commit("2024-01-01", b=OTHER)
    assert fates(tmp_path / "shop") == {"open": 1}


def test_revisions_lie_the_months_apart_back_from_the_last_commit(commit, tmp_path):
    for day in ("2020-01-31", "2020-05-01", "2020-05-02", "2021-01-31"):
        commit(day, **{f"a{day.replace('-', '')}": "a = 1\n"})
    moments = [each.moment for each in walking.revisions(str(tmp_path / "shop"), WALK)]
    assert len(moments) == 3
    assert [moment - moments[0] for moment in moments[1:]] == sorted(moment - moments[0] for moment in moments[1:])
    assert len(walking.revisions(str(tmp_path / "shop"), WALK._replace(years=0))) == 1


def test_one_process_finds_the_same(commit, tmp_path, monkeypatch):
    commit("2020-01-01", **{f"a{number}": BAD for number in range(12)})
    commit("2024-01-01", **{f"a{number}": MENDED for number in range(6)})
    root = str(tmp_path / "shop")
    several = list(ended(root, WALK))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert list(ended(root, WALK)) == several


def test_what_a_partial_clone_lacks_counts_as_empty(commit, tmp_path):
    commit("2020-01-01", a=BAD, b=OTHER)
    commit("2024-01-01", a=MENDED)
    root = tmp_path / "shop"
    name = subprocess.run(
        ["git", "rev-parse", "HEAD:b.py"], cwd=root, check=True, capture_output=True, text=True
    ).stdout
    (root / ".git" / "objects" / name[:2] / name[2:].strip()).unlink()
    assert fates(root) == {"fixed": 1}


def test_what_is_too_long_to_be_checked_counts_as_empty(commit, tmp_path):
    commit("2020-01-01", a=BAD, b=BAD + "# " + "x" * 1_000)
    assert fates(tmp_path / "shop", WALK._replace(job=WALK.job._replace(maximum_file_size=500))) == {"open": 1}


def test_a_folder_that_is_no_repository(tmp_path):
    with pytest.raises(GitError):
        walking.revisions(str(tmp_path), WALK)


def test_a_repository_without_a_commit(tmp_path):
    dated_commits.create(tmp_path / "empty")
    with pytest.raises(GitError):
        walking.revisions(str(tmp_path / "empty"), WALK)
