"""Notebooks on disk."""

from __future__ import annotations

import json

import pytest

from reread.server.notebooks import files


def notebook(*cells: object, **metadata: object) -> str:
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def code(*lines: str) -> dict[str, object]:
    return {"cell_type": "code", "metadata": {}, "outputs": [], "source": list(lines)}


def test_code_cells_are_numbered_among_all_cells():
    read = files.read(notebook({"cell_type": "markdown", "source": ["# Title"]}, code("a = 1\n", "b = 2"), code("c")))
    assert read.joined.text == "a = 1\nb = 2\nc\n"
    assert [read.place(line) for line in range(3)] == [(2, 0), (2, 1), (3, 0)]


def test_each_line_knows_where_it_is_in_the_file():
    text = notebook(code("first\n", "\n", "third"), code("fourth"), {"cell_type": "code", "source": "fifth\nsixth"})
    read = files.read(text)
    assert [text[offset : offset + 3] for offset in read.lines] == ["fir", '\\n"', "thi", "fou", "fif", "fif"]


def test_an_empty_cell_and_a_last_line_that_is_empty_have_lines_too():
    read = files.read(notebook(code(), code("a\n"), code("")))
    assert len(read.lines) == read.joined.end == 4


def test_cells_of_other_languages_are_counted():
    read = files.read(notebook(code("%%bash\n", "ls"), code("a = 1")))
    assert (read.passed_over, read.numbers) == (1, (2,))


def test_a_notebook_of_another_kernel_has_no_python():
    read = files.read(notebook(code("x <- 1"), language_info={"name": "R"}))
    assert (read.passed_over, read.numbers, read.joined.text) == (1, (), "")


def test_worksheets_of_the_old_format_are_read():
    old = {"worksheets": [{"cells": [{"cell_type": "code", "input": ["a = 1"]}]}], "nbformat": 3}
    assert files.read(json.dumps(old)).joined.text == "a = 1\n"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"cells": 1}', "[" * 100_000])
def test_what_is_no_notebook_is_refused(text):
    with pytest.raises(files.NotANotebookError):
        files.read(text)
