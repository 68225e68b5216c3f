"""Globs of a repository, in rules and ignore files, that would try exponentially many places."""

from __future__ import annotations

import fnmatch
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.rules.prefilter.globs import is_included
from reread.analyzers.wildcards import without_retries
from reread.rag.source.ignore import IgnoreFiles

GLOB = "*a" * 60 + "*b"
NAME = "a" * 250


def test_a_rule_with_many_stars_decides():
    assert not is_included(NAME, (GLOB,), ())
    assert is_included(f"{NAME}b", (GLOB,), ())


@pytest.mark.parametrize(
    "glob", [GLOB, f"/{GLOB}", f"**/{GLOB}", "*?a" * 60 + "*b", "*[ax]" * 60 + "*b", "***a" * 60 + "*b"]
)
def test_an_ignore_file_with_many_stars_decides(tmp_path, glob):
    (tmp_path / ".gitignore").write_text(f"{glob}\n")
    ignored = IgnoreFiles(str(tmp_path), [".gitignore"], exclude=[glob.replace("b", "c")])
    ignored.enter("")
    assert not ignored.ignores(NAME)
    assert ignored.ignores(f"{NAME}b")


@given(st.text("ab*?", min_size=1, max_size=9), st.text("abc", max_size=9))
def test_it_means_the_same(glob, name):
    assert is_included(name, (f"/{glob}",), ()) == fnmatch.fnmatchcase(name, glob) or "**" in glob


def test_what_is_not_between_two_stars_stays_as_it_is():
    for expression in ("[^/]*a", "a[^/]*", "[^/]*(?:/.*)?$", "[^/]*a+[^/]*", "[^/]+a[^/]*"):
        assert without_retries(expression) == expression
    assert without_retries("[^/]*a[^/]*b") == "(?>[^/]*?a)[^/]*b"


def test_without_that_it_would_run_on():
    code = "import re, sys; print('in', flush=True); re.match('[^/]*a' * 60 + '[^/]*b$', 'a' * 250)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)
        process.kill()
