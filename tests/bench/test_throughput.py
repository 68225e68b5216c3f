"""The measurement of whole trees."""

from __future__ import annotations

import sys

import pytest

from tests.bench.throughput import lines_of, run


def test_a_run_has_its_time_and_memory():
    measured = run([sys.executable, "-c", "x = bytearray(30_000_000)"], {})
    assert measured.seconds > 0
    assert measured.memory > 25


def test_findings_are_no_failure_and_errors_are():
    assert run([sys.executable, "-c", "raise SystemExit(1)"], {}).seconds > 0
    with pytest.raises(RuntimeError, match="ended with 2"):
        run([sys.executable, "-c", "raise SystemExit(2)"], {})


def test_lines_are_those_of_one_language(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.py").write_text("1\n2\n")
    (tmp_path / "c.js").write_text("1\n")
    assert lines_of(tmp_path) == 2
