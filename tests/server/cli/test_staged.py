"""`reread check --staged`: the gate before a commit."""

from __future__ import annotations

import json
import os

import pytest

from reread.server import checking

NAP = "take_a_nap(1)\n"


def found(result) -> list[str]:
    return [line.split(" ")[0] for line in result.out.splitlines()]


def test_what_is_staged_is_checked_and_not_what_is_on_disk(repository, reread):
    repository.write("bad.py", NAP)
    repository.write("good.py", "x = 1\n")
    repository.git("add", "--all")
    repository.write("bad.py", "x = 1\n")
    repository.write("good.py", NAP)
    repository.write("unknown.py", NAP)
    assert found(reread("check", "-q", "--staged")) == ["bad.py:1:1:"]


def test_nothing_staged_is_clean(repository, reread):
    repository.write("a.py", NAP)
    assert reread("check", "--staged").code == 0


def test_only_what_the_change_brought_counts(repository, reread):
    repository.write("a.py", NAP + "x = 1\n")
    repository.commit()
    repository.write("a.py", NAP + "x = 2\n")
    repository.git("add", "--all")
    assert reread("check", "--staged") == (
        0,
        "",
        "no new findings in 1 file; 1 not new (see --all-lines)\n",
    )
    result = reread("check", "-q", "--staged", "--all-lines")
    assert (result.code, found(result)) == (1, ["a.py:1:1:"])


def test_one_more_of_the_same_is_new(repository, reread):
    repository.write("a.py", NAP + "x = 1\n")
    repository.commit()
    repository.write("a.py", NAP + "x = 1\n" + NAP)
    repository.git("add", "--all")
    assert found(reread("check", "-q", "--staged")) == ["a.py:3:1:"]


def test_an_untouched_line_that_became_wrong_is_new(repository, reread):
    repository.write("a.py", "# reread: ignore[no-sleep] -- fine\n" + NAP)
    repository.commit()
    repository.write("a.py", NAP)
    repository.git("add", "--all")
    assert found(reread("check", "-q", "--staged")) == ["a.py:1:1:"]


def test_where_a_bug_hides_what_was_before_only_changed_lines_are_new(repository, reread, monkeypatch):
    from reread.server import checking

    monkeypatch.delenv("REREAD_DEBUG", raising=False)
    repository.write("a.py", NAP + "before = 1\n")
    repository.commit()
    repository.write("a.py", NAP + "after = 1\n" + NAP)
    repository.git("add", "--all")
    analysed = checking.analysed

    def failing(job, source, document):
        if "before" in document.text:
            raise IndexError("odd")
        return analysed(job, source, document)

    monkeypatch.setattr(checking, "analysed", failing)
    result = reread("check", "-q", "--staged")
    assert found(result) == ["a.py:3:1:"]
    assert result.err.startswith("reread: a.py: before the change: internal error: IndexError: odd (test_staged.py:")
    assert result.err.endswith("; only findings on changed lines count as new\n")


def test_a_renamed_file_keeps_its_old_findings(repository, reread):
    repository.write("old.py", NAP + "".join(f"x{number} = 1\n" for number in range(20)))
    repository.commit()
    repository.git("mv", "old.py", "new.py")
    result = reread("check", "--staged")
    assert (result.code, result.out) == (0, "")
    assert "1 not new" in result.err


@pytest.mark.slow
def test_json_and_sarif_tell_new_from_old(repository, reread):
    repository.write("a.py", NAP + "x = 1\n")
    repository.commit()
    repository.write("a.py", NAP + "x = 1\nold_name(1)\n")
    repository.git("add", "--all")
    data = json.loads(reread("check", "--staged", "--format", "json").out)
    assert [(finding["rule"], finding["new"]) for finding in data["findings"]] == [
        ("no-sleep", False),
        ("old-name", True),
    ]
    results = json.loads(reread("check", "--staged", "--format", "sarif").out)["runs"][0]["results"]
    assert [result["baselineState"] for result in results] == ["unchanged", "new"]


def test_before_the_first_commit_everything_is_new(folder, reread):
    folder.git("init", "--quiet")
    folder.write("a.py", NAP)
    folder.git("add", "--all")
    assert found(reread("check", "-q", "--staged")) == ["a.py:1:1:"]


@pytest.mark.parametrize("name", ["with space.py", "new\nline.py", "žluť.py", os.fsdecode(b"caf\xe9.py")])
def test_odd_names_are_checked(repository, reread, name):
    repository.write(name, NAP)
    repository.git("add", "--all")
    result = reread("check", "-q", "--staged")
    assert (result.code, result.out.count("no-sleep")) == (1, 1)
    assert result.out.count("\n") == 1


def test_a_merge_conflict_is_noted(repository, reread):
    repository.write("a.py", "base = 1\n")
    repository.commit()
    repository.git("switch", "-q", "-c", "side")
    repository.write("a.py", "side = 1\n")
    repository.commit()
    repository.git("switch", "-q", "-")
    repository.write("a.py", "ours = 1\n")
    repository.commit()
    with pytest.raises(Exception, match="merge"):
        repository.git("merge", "side")
    assert "a.py: has a merge conflict, not checked" in reread("check", "--staged").err


def test_paths_narrow_it_down(repository, reread):
    for name in ("a/x.py", "b/x.py", "c.py"):
        repository.write(name, NAP)
    repository.git("add", "--all")
    assert found(reread("check", "-q", "--staged", "b", "c.py")) == ["b/x.py:1:1:", "c.py:1:1:"]


def test_excluded_and_ignored_files_do_not_stop_a_commit(repository, reread):
    repository.write("reread.toml", 'exclude = ["old/"]\n')
    repository.write(".rereadignore", "generated.py\n")
    for name in ("old/a.py", "generated.py"):
        repository.write(name, NAP)
    repository.git("add", "--all")
    assert reread("check", "--staged").code == 0


def test_from_a_folder_below_paths_are_as_seen_from_there(repository, reread, monkeypatch):
    repository.write("top.py", NAP)
    repository.write("sub/a.py", NAP)
    repository.git("add", "--all")
    monkeypatch.chdir(repository.path / "sub")
    assert found(reread("check", "-q", "--staged")) == ["../top.py:1:1:", "a.py:1:1:"]


def test_outside_a_repository_is_one_clear_line(folder, reread):
    result = reread("check", "--staged")
    assert (result.code, result.err) == (2, f"reread: {folder.path} is not in a git repository\n")


def test_without_git_is_one_clear_line(repository, reread, monkeypatch):
    monkeypatch.setenv("PATH", str(repository.path))
    assert reread("check", "--staged") == (2, "", "reread: git is not installed\n")


def test_files_of_no_known_language_are_not_even_read(repository, reread):
    repository.write("data.bin", b"\0" * 100)
    repository.git("add", "--all")
    assert reread("check", "--staged") == (0, "", "no new findings in 0 files\n")


def test_what_a_file_was_before_is_looked_at_once(repository, reread, monkeypatch):
    looked: list[bytes | None] = []
    checked = checking._checked
    monkeypatch.setattr(checking, "_checked", lambda job, source: looked.append(source.data) or checked(job, source))
    repository.write("a.py", "x = 1\ntake_a_nap(1)\n")
    repository.commit()
    repository.write("a.py", "x = 2\ntake_a_nap(1)\n")
    repository.git("add", "a.py")
    for count in (2, 0):
        looked.clear()
        assert "no-sleep" not in reread("check", "--staged").out
        assert len(looked) == count
    # Of another base the answer is another one.
    repository.write("a.py", "x = 1\n")
    repository.commit()
    repository.write("a.py", "x = 2\ntake_a_nap(1)\n")
    repository.git("add", "a.py")
    assert "a.py:2:1: warning no-sleep" in reread("check", "--staged").out
