"""SECURITY.md names tests that there are, and all tests of attacks are named there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE))


def test_each_test_that_is_named_is_there():
    assert {name for name in NAMED if not (ROOT / name).is_file()} == set()


def test_each_test_of_an_attack_is_named():
    here = {path.relative_to(ROOT).as_posix() for path in Path(__file__).parent.glob("test_*.py")}
    assert here - NAMED == {Path(__file__).relative_to(ROOT).as_posix()}


def test_each_threat_says_what_shows_it():
    defended = PAGE.partition("## Threat model")[2].partition("\n## ")[0]
    threats = re.split(r"(?m)^### ", defended)[1:]
    assert len(threats) >= 11
    assert [threat.partition("\n")[0] for threat in threats if "Shown by `tests/" not in " ".join(threat.split())] == []


def test_the_readme_leads_there():
    assert "`SECURITY.md`" in (ROOT / "README.md").read_text(encoding="utf-8").partition("## More")[2]
