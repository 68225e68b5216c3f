"""Coverage from lcov and Cobertura, and what is no coverage."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reread.server.overview import coverage
from reread.server.overview.coverage import CoverageError, Covered

COBERTURA = """<?xml version="1.0" ?>
<coverage><packages><package><classes>
<class filename="a.py"><lines><line number="1" hits="2"/><line number="2" hits="0"/></lines></class>
<class filename="a.py"><methods/><lines><line number="2" hits="1"/></lines></class>
</classes></package></packages></coverage>"""
BOMB = '<!DOCTYPE c [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><coverage>&b;</coverage>'


def test_lcov_has_lines_by_file(tmp_path: Path) -> None:
    (tmp_path / "lcov.info").write_text(f"SF:{tmp_path}/a.py\nDA:1,2\nDA:2,0,x\nDA:no\nend_of_record\nDA:9,1\n")
    assert coverage.found(str(tmp_path)) == ("lcov.info", {"a.py": Covered(3, 2)})


def test_cobertura_joins_the_classes_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "coverage.xml").write_text(COBERTURA)
    assert coverage.found(str(tmp_path)) == ("coverage.xml", {"a.py": Covered(2, 2)})


def test_nothing_there_is_nothing(tmp_path: Path) -> None:
    assert coverage.found(str(tmp_path)) == ("", {})


@pytest.mark.parametrize(("text", "reason"), [(BOMB, "declares entities"), ("<coverage>", "is no XML")])
def test_what_is_no_coverage_is_one_line(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "coverage.xml").write_text(text)
    with pytest.raises(CoverageError, match=reason):
        coverage.found(str(tmp_path))


def test_a_link_out_of_the_workspace_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SF:a\nDA:1,1\n")
    (tmp_path / "work").mkdir()
    os.symlink("../secret", tmp_path / "work/lcov.info")
    with pytest.raises(CoverageError):
        coverage.found(str(tmp_path / "work"))
