"""Globs of a repository, in rules and ignore files, that would try exponentially many places."""

from __future__ import annotations

import fnmatch
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.rules.globs import is_included
from reread.analyzers.wildcards import compiled, expression_of, without_retries
from reread.rag.source import guidance
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


DEEP = "a/" * 400
ACROSS = "**/a/" * 40 + "b"


def test_a_rule_with_many_double_stars_decides():
    for glob in (ACROSS, "**a" * 40 + "**b", "a/***" * 40 + "b", "***/" * 20 + "b", "?*/**" * 5 + "*b"):
        assert not is_included(f"{DEEP}c", (glob,), ())
        assert is_included(f"{DEEP}b", (glob,), ())


@pytest.mark.parametrize("glob", [ACROSS, f"a/{ACROSS}", f"/{ACROSS}", f"{ACROSS}*", "**/a*a/" * 2 + ACROSS])
def test_an_ignore_file_with_many_double_stars_decides(tmp_path, glob):
    (tmp_path / ".gitignore").write_text(f"{glob}\n")
    ignored = IgnoreFiles(str(tmp_path), [".gitignore"], exclude=[glob.replace("b", "c")])
    ignored.enter("")
    deep = DEEP.replace("a/", "aa/", 4)
    assert not ignored.ignores(f"{deep}d")
    assert ignored.ignores(f"a/{deep}b")


def test_thousands_of_patterns_are_understood(tmp_path):
    (tmp_path / ".gitignore").write_text("".join(f"dir{n}/**/x{n}*.py\n" for n in range(3_000)))
    ignored = IgnoreFiles(str(tmp_path), [".gitignore"])
    ignored.enter("")
    assert ignored.ignores("dir77/a/x77y.py")
    assert not ignored.ignores("dir77/a/x78y.py")


@pytest.mark.slow
def test_a_pattern_that_is_too_large_for_the_engine_counts_as_none(tmp_path):
    (tmp_path / ".gitignore").write_text("**/" + "[a-zé]*?" * 100_000 + "/**/b\nc\n")
    ignored = IgnoreFiles(str(tmp_path), [".gitignore"])
    ignored.enter("")
    assert [ignored.ignores(name) for name in ("b", "c")] == [False, True]


def test_a_name_that_is_no_text_is_looked_at(tmp_path):
    assert not is_included("a/\udcff/c", (ACROSS,), ())
    assert is_included("a/\udcff/a/b", ("**/a/**/a/**/b",), ())
    (tmp_path / ".gitignore").write_text("**/a/**/a/**/b\n")
    ignored = IgnoreFiles(str(tmp_path), [".gitignore"])
    ignored.enter("")
    assert ignored.ignores("a/\udcff/a/b")


@given(
    st.text("a/", min_size=1, max_size=3),
    st.lists(st.sampled_from(["a", "**", "b"]), min_size=1, max_size=6),
    st.text("ab/", max_size=12),
)
def test_several_double_stars_mean_what_python_makes_of_them(prefix, parts, path):
    expression = expression_of(prefix.strip("/") + "/".join(parts))
    whole = f"(?:^|/){expression}(?:/|$)"
    assert bool(compiled(whole).search(path)) == bool(re.search(whole, path))


@given(st.text("ab*?", min_size=1, max_size=9), st.text("abc", max_size=9))
def test_it_means_the_same(glob, name):
    assert is_included(name, (f"/{glob}",), ()) == fnmatch.fnmatchcase(name, glob) or "**" in glob


def test_guidance_with_hostile_globs_decides():
    many = ", ".join(f"*{n}*" for n in range(40_000))
    for globs in (" " * 150_000 + "x y", "*a" * 60 + "*b", many):
        assert not guidance._is_for(f"---\nglobs: {globs}\n---\n", "none", anywhere=True)


def test_what_is_not_between_two_stars_stays_as_it_is():
    for expression in ("[^/]*a", "a[^/]*", "[^/]*(?:/.*)?$", "[^/]*a+[^/]*", "[^/]+a[^/]*"):
        assert without_retries(expression) == expression
    assert without_retries("[^/]*a[^/]*b") == "(?>[^/]*?a)[^/]*b"


@pytest.mark.parametrize(
    "search", ["re.match('[^/]*a' * 60 + '[^/]*b$', 'a' * 250)", "re.match('(?:.+/)?a/' * 40 + 'b$', 'a/' * 400)"]
)
def test_without_that_it_would_run_on(search):
    code = f"import re, sys; print('in', flush=True); {search}"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)
        process.kill()
