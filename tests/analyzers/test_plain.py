"""Pages of Markdown as plain text: the words stay, the marks go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.shown.markdown import code, code_block, inline, link, place
from reread.analyzers.shown.plain import plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**py/x** (error)", "py/x (error)"),
        ("a *word*, a **strong one**", "a word, a strong one"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        (r"\<b\> 1\.2", "<b> 1.2"),
        ("use `x = [\\n]`", "use x = [\\n]"),
        ("`` `a` ``", "`a`"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("# Title", "Title"),
        ("- one\n- two", "- one\n- two"),
        ("```py\nx = *y*\n```\nz", "    x = *y*\nz"),
        ("````\n```\n````", "    ```"),
        ("", ""),
    ],
)
def test_the_marks_go(markdown, text):
    assert plain(markdown) == text


@pytest.mark.property
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)).filter(str.strip))
def test_code_comes_out_as_it_went_in(text):
    words = " ".join(text.split())
    assert plain(code(text)) == words
    assert plain(code_block("py", text)) == f"    {text}".rstrip()


def test_an_address_of_ours_is_shown_as_it_is():
    assert plain(f"More: {link('https://a.example/x')}") == "More: https://a.example/x"


@pytest.mark.parametrize("path", ["a.py", "lib/b`c.py", "`d`.py", "[e](f).py", "g h.py"])
def test_a_place_is_shown_as_it_is_written(path):
    assert plain(f"{place(path, 3, 'file:///work/x.py')}: from *here*") == f"{path}:3: from here"


def test_text_that_was_made_harmless_reads_as_before():
    assert plain(inline("call f(x) <now>, or [this](that) & more")) == "call f(x) <now>, or [this](that) & more"
