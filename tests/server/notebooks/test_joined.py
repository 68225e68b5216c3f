"""The cells of a notebook as one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.text import LineIndex
from reread.server.notebooks.joined import join
from reread.server.notebooks.magics import as_python, is_foreign
from tests.server.notebooks import errors_in

LINES = st.text(st.sampled_from("ab%!?= ()'\"#\r\n\U0001f600"), max_size=30)


@given(st.lists(LINES, max_size=5))
def test_every_line_of_a_cell_has_a_line_of_the_text_with_the_same_columns(cells):
    joined = join(cells)
    lines = LineIndex(joined.text)
    for number, cell in enumerate(cells):
        own = LineIndex(cell)
        assert joined.end_of(number) - joined.starts[number] == own.count
        for line in range(own.count):
            whole = lines.line_span(joined.starts[number] + line)
            assert whole.end - whole.start == own.line_span(line).end - own.line_span(line).start
            assert joined.cell_of(joined.starts[number] + line) == number


@pytest.mark.parametrize(
    "cell",
    [
        "%matplotlib inline\nimport a",
        "!ls -l\nimport a",
        "%%time\nimport a",
        "files = !ls",
        "x = %time f()",
        "f?",
        "?f.g",
        "if a:\n    %time f()\n",
        "if a:\n    !l\n",
        "%%bash\nrm -rf $x || exit 1\n",
        "%%writefile a.txt\nnot python at all\n\n(",
    ],
)
def test_magics_leave_python_that_parses(cell):
    assert errors_in(cell)
    assert not errors_in(as_python(cell))
    assert len(as_python(cell)) == len(cell)


@pytest.mark.parametrize("cell", ["a = (b\n  %c)\n", "a = 1 if b != c else 2\n", "a = b % c\n", 's = """\n%s"""\n'])
def test_python_stays_python(cell):
    assert not errors_in(as_python(cell))


def test_an_operator_within_brackets_is_not_a_magic():
    assert as_python("a = (b\n  %c)\n") == "a = (b\n  %c)\n"


def test_a_cell_in_another_language_is_told_from_one_that_is_timed():
    assert is_foreign("%%bash\nls")
    assert not is_foreign("%%time\nls()")
    assert not is_foreign("ls()")
