"""What is kept of one content."""

from __future__ import annotations

import pytest

from reread.server import checking
from reread.server.evidence.snapshots import EMPTY, Place, snapshot

JOB = checking.Job(checking.RuleChoice(select=frozenset({"py/is-literal", "py/assert-tuple"})))
CODE = """\
import os

class A:
    size = 1

    def f(self, x):
        assert (x, "no")
        return x is 'a'

def g(x):
    if x is 'b':
        return 1
    return os.sep
"""


def test_lines_belong_to_functions_to_classes_and_to_the_file():
    found = snapshot(JOB, "src/a.py", CODE.encode())
    assert {name: unit.lines for name, unit in found.units.items()} == {
        "": ("import os",),
        "A": ("class A:", "size = 1"),
        "A.f#0": ("def f(self, x):", 'assert (x, "no")', "return x is 'a'"),
        "g#0": ("def g(x):", "if x is 'b':", "return 1", "return os.sep"),
    }


def test_findings_are_places_and_other_lines_of_code_are_others():
    found = snapshot(JOB, "src/a.py", CODE.encode())
    assert found.found == (
        Place("py/assert-tuple", "A.f#0", 'assert (x, "no")'),
        Place("py/is-literal", "A.f#0", "return x is 'a'"),
        Place("py/is-literal", "g#0", "if x is 'b':"),
    )
    assert {place.line for place in found.others} == {
        "import os", "class A:", "size = 1", "def f(self, x):", "def g(x):", "return 1", "return os.sep",
    }  # fmt: skip
    assert {place.rule for place in found.others} == {""}


def test_where_nothing_is_found_no_line_stands_beside_it():
    found = snapshot(JOB, "src/a.py", b"def g(x):\n    return x == 'b'\n")
    assert (found.found, found.others, set(found.units)) == ((), (), {"g#0"})


def test_white_space_around_lines_and_between_them_makes_no_other_unit():
    one, two = (snapshot(JOB, "src/a.py", code.encode()) for code in (CODE, CODE.replace("\n", "  \n\n")))
    assert one.units == two.units


@pytest.mark.parametrize("path", ["tests/test_a.py", "vendor/a.py"])
def test_what_is_no_code_of_production_is_empty(path):
    assert snapshot(JOB, path, CODE.encode()) == EMPTY


def test_what_cannot_be_read_is_empty():
    assert snapshot(JOB, "src/a.py", b"\0\1\2" * 100) == EMPTY
    assert snapshot(JOB._replace(maximum_file_size=10), "src/a.py", CODE.encode()) == EMPTY
