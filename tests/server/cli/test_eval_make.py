"""`reread eval make`."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reread.server.evaluation.dataset import load
from tests.server.evaluation.test_making import FILES, RIGHT, SUM, TEST

PYTHON = shlex.quote(sys.executable)
UNITTEST = f"{PYTHON} -m unittest -q"


@pytest.fixture
def shop(repository, tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    for name, text in FILES.items():
        repository.write(name, text)
    repository.commit()
    repository.write("shop/prices.py", RIGHT)
    repository.write("tests/test_prices.py", TEST + SUM)
    repository.git("add", "--all")
    repository.git("commit", "-qm", "Fix the sum")
    return Path(repository.path)


def test_it_makes_a_data_set_and_says_how_many_cases(shop, reread, tmp_path):
    result = reread("eval", "make", ".", "--test", UNITTEST, "-o", str(tmp_path / "out"))
    place = tmp_path / "out" / shop.name
    assert (result.code, result.out) == (0, f"{place}  fixes: 1, clean: 1, mutants: 1\n"), result.err
    assert [case.name.split("/")[1] for case in load(str(tmp_path / "out"))] == ["clean", "fixes", "mutants"]
    assert reread("eval", "make", ".", "--test", UNITTEST, "-o", str(tmp_path / "out")).out == result.out


def test_a_program_of_the_repository_that_no_commit_has_is_found(shop, reread, tmp_path):
    """As `.venv/bin/pytest`, which is ignored."""
    own = shop / "own"
    own.mkdir()
    (own / "python").symlink_to(sys.executable)
    result = reread("eval", "make", ".", "--test", "own/python -m unittest -q", "-o", str(tmp_path / "out"))
    assert result.code == 0 and "fixes: 1" in result.out, result.err


def test_tests_that_do_not_pass_are_refused(shop, reread, tmp_path):
    result = reread("eval", "make", ".", "--test", f"{PYTHON} -c 'exit(\"no module\")'", "-o", str(tmp_path / "out"))
    assert (result.code, result.out, os.path.exists(tmp_path / "out")) == (2, "", False)
    assert "the tests do not pass in a copy of the last commit: no module" in result.err


@pytest.mark.usefixtures("interruptible")
def test_what_is_interrupted_ends_the_tests_and_leaves_no_copy(shop, tmp_path, own_cache):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    hangs = (
        "import sys, time; from shop.prices import is_cheap; is_cheap(10) and (open(sys.argv[1], 'w'), time.sleep(600))"
    )
    test = shlex.join((sys.executable, "-c", hangs, str(pipe)))
    process = subprocess.Popen(
        [sys.executable, "-m", "reread.server", "eval", "make", ".", "--test", test, "-o", str(tmp_path / "out")],
        cwd=shop,
        env={**os.environ, "REREAD_CACHE_DIR": str(own_cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with open(pipe) as writer_is_there:
        process.send_signal(signal.SIGINT)
        # The end of all that may write there: of the tests too.
        assert writer_is_there.read() == ""
    out, err = process.communicate()
    assert (process.returncode, err) == (130, "reread: interrupted\n")
    assert out.endswith("fixes: 0, clean: 0, mutants: 0\n")
    assert list((own_cache / "verify").iterdir()) == []
