"""`--fix` and `--diff`."""

from __future__ import annotations

import subprocess

import pytest

OLD = "old_name(1)\n"


def test_safe_fixes_are_applied_and_count_as_clean(folder, reread):
    folder.write("a.py", OLD + "doubtful(2)\n")
    result = reread("check", "--fix")
    assert folder.read("a.py") == b"new_name(1)\ndoubtful(2)\n"
    assert result.code == 0
    assert result.err == "1 finding fixed; 1 finding (1 info) in 1 file\n"


def test_unsafe_fixes_only_when_asked_for(folder, reread):
    folder.write("a.py", OLD + "doubtful(2)\n")
    assert reread("check", "--fix", "--unsafe-fixes").err == "2 findings fixed; no more findings in 1 file\n"
    assert folder.read("a.py") == b"new_name(1)\ncertain(2)\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbfold_name(1)\r\nx = '\xc5\xbe'\r\n", b"\xef\xbb\xbfnew_name(1)\r\nx = '\xc5\xbe'\r\n"),
        (b"# coding: latin-1\nx = '\xe9'; old_name(1)\n", b"# coding: latin-1\nx = '\xe9'; new_name(1)\n"),
        (b"x = '\xe9'; old_name(1)\n", b"x = '\xe9'; new_name(1)\n"),
        ("😀 = 1; old_name(1)".encode(), "😀 = 1; new_name(1)".encode()),
        (b"x = '\x0c'\rold_name(1)\r", b"x = '\x0c'\rnew_name(1)\r"),
    ],
)
def test_everything_but_the_fix_stays_as_it_is(folder, reread, before, after):
    path = folder.write("a.py", before)
    path.chmod(0o755)
    reread("check", "--fix")
    assert folder.read("a.py") == after
    assert path.stat().st_mode & 0o777 == 0o755


def test_fixes_bring_their_imports_once_and_take_along_what_they_leave_unused(folder, reread):
    folder.write(
        ".reread/rules/choice.yaml",
        "rules:\n- {id: choice, languages: [python], severity: ERROR, message: m, pattern: random.choice($X),\n"
        "   fix: secrets.choice($X), metadata: {applicability: safe, fix-imports: [import secrets]}}\n",
    )
    folder.write("a.py", "import os\nimport random\n\nx = random.choice(a)\ny = random.choice(b)\n")
    assert reread("check", "--fix").code == 0
    assert folder.read("a.py") == b"import os\nimport secrets\n\nx = secrets.choice(a)\ny = secrets.choice(b)\n"


def test_a_fix_that_would_break_the_code_is_not_applied(folder, reread):
    folder.write(
        ".reread/rules/bad.yaml",
        "rules:\n- {id: breaks, languages: [python], severity: ERROR, message: m, pattern: wrong(), fix: '(((',\n"
        "   metadata: {applicability: safe}}\n",
    )
    folder.write("a.py", "wrong()\n")
    assert reread("check", "--fix").code == 1
    assert folder.read("a.py") == b"wrong()\n"


def test_a_fix_that_brings_another_finding_is_not_applied(folder, reread):
    folder.write(
        ".reread/rules/bad.yaml",
        "rules:\n- {id: circle, languages: [python], severity: ERROR, message: m, pattern: wrong(),\n"
        "   fix: take_a_nap(), metadata: {applicability: safe}}\n",
    )
    folder.write("a.py", "wrong()\n" + OLD)
    result = reread("check", "-q", "--fix")
    assert folder.read("a.py") == b"wrong()\nnew_name(1)\n"
    assert [line.split()[2] for line in result.out.splitlines()] == ["circle"]


def test_a_file_that_cannot_be_written_is_said_and_stays(folder, reread, monkeypatch):
    from reread.server import textfile

    folder.write("a.py", OLD)

    def full(target, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(textfile, "_replace", full)
    result = reread("check", "--fix")
    assert "a.py: not fixed: no space left on /" in result.err
    assert (result.code, result.out.count("old-name")) == (1, 1)
    assert folder.read("a.py") == OLD.encode()


def test_a_bug_while_one_file_is_fixed_leaves_it_and_the_others_are_fixed(folder, reread, monkeypatch):
    from reread.server import checking

    monkeypatch.delenv("REREAD_DEBUG", raising=False)
    checker = checking.checker

    def failing(job, source, document):
        if source.path == "a.py":
            raise IndexError("odd")
        return checker(job, source, document)

    monkeypatch.setattr(checking, "checker", failing)
    folder.write("a.py", OLD)
    folder.write("b.py", OLD)
    result = reread("check", "-q", "--fix")
    assert (result.code, result.out.count("old-name")) == (1, 1)
    assert result.err.startswith("reread: a.py: not fixed: internal error: IndexError: odd (test_fix.py:")
    assert result.err.endswith("; REREAD_DEBUG=1 shows the traceback\n")
    assert (folder.read("a.py"), folder.read("b.py")) == (OLD.encode(), b"new_name(1)\n")
    monkeypatch.setenv("REREAD_DEBUG", "1")
    assert reread("check", "-q", "--fix").code == 2


def test_diff_prints_a_patch_that_git_applies_and_changes_nothing(repository, reread):
    text = "x = '\x0c\u2028'\n" * 5 + "old_name(1)"
    repository.write("my file.py", text)
    repository.commit()
    result = reread("check", "--diff")
    assert (result.code, result.err) == (1, "1 finding in 1 file can be fixed\n")
    assert repository.read("my file.py") == text.encode()
    subprocess.run(["git", "apply", "-"], input=result.out.encode(), cwd=repository.path, check=True)
    assert repository.read("my file.py") == text.replace("old", "new").encode()


def test_diff_without_anything_to_fix_ends_with_0(folder, reread):
    folder.write("a.py", "take_a_nap(1)\n")
    assert reread("check", "--diff") == (0, "", "0 findings in 0 files can be fixed\n")


def test_staged_files_are_fixed_on_disk_and_still_fail(repository, reread):
    repository.write("a.py", OLD)
    repository.git("add", "a.py")
    result = reread("check", "--staged", "--fix")
    assert result.code == 1
    assert "not staged yet" in result.err
    assert repository.read("a.py") == b"new_name(1)\n"
    repository.git("add", "a.py")
    assert reread("check", "--staged", "--fix").code == 0


def test_a_partially_staged_file_is_not_fixed(repository, reread):
    repository.write("a.py", OLD)
    repository.git("add", "a.py")
    repository.write("a.py", OLD + "more = 1\n")
    result = reread("check", "--staged", "--fix")
    assert result.code == 1
    assert "a.py: not fixed: has unstaged changes" in result.err
    assert repository.read("a.py") == OLD.encode() + b"more = 1\n"
