from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reread.analyzers.review.markdown import code_block, one_line, safe_markdown

RENDERER = MarkdownIt("commonmark")

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</p><iframe src=//evil></iframe>",
    "<!-- hidden -->",
    "<?php x ?>",
    "![x](http://evil.example/track.png)",
    "!![x](http://evil.example/a)",
    "![x][ref]\n\n[ref]: http://evil.example/a",
    "[click](javascript:alert(1))",
    "[click](command:workbench.action.terminal.new)",
    "[click](<javascript:alert(1)>)",
    "[click](\tjavascript:alert(1))",
    "[click](file:///etc/passwd)",
    "[click][ref]\n\n[ref]: command:evil",
    "[ref]: javascript:alert(1)\n\n[ref]",
    "<command:evil>",
    "`<b>` and `` <i> ``",
    "\\`<img src=x>`",
    "- a\n  ```\n<img src=x>\n",
    "    ```\n<img src=x>",
    "  ```\n```\n<img src=x>",
    "````\n```\n````\n<img src=x>",
    "```\n````\n<img src=x>",
    "```\n  ```  \n<img src=x>",
    "> ```\n<img src=x>",
    "~~~\n```\n~~~\n<img src=x>",
    "``` a`b\n<img src=x>\n```",
    "```\nnever closed <img>",
]


def rendered(text: str):
    tokens = RENDERER.parse(safe_markdown(text))
    for token in tokens:
        yield token
        yield from token.children or ()


def check_harmless(text: str) -> None:
    for token in rendered(text):
        assert token.type not in ("html_block", "html_inline", "image"), token
        if token.type == "link_open":
            assert str(token.attrs["href"]).startswith(("http://", "https://")), token


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_it_acts_or_fetches(text):
    check_harmless(text)


@given(
    st.lists(
        st.sampled_from([*HOSTILE, "```", "~~~", "`", "\n", "  ", "> ", "- ", "text", "\n\n", "<", "](", "!["]),
        max_size=8,
    )
)
def test_no_mixture_of_it_acts_or_fetches(parts):
    check_harmless("".join(parts))
    check_harmless("\n".join(parts))


@pytest.mark.parametrize(
    "text",
    [
        "plain **bold** `code`",
        "a < b and c <= d",
        "[docs](https://example.org)",
        "- one\n- two",
        "```python\nif a<b:\n    x = '<b>'\n```",
    ],
)
def test_ordinary_markdown_stays(text):
    assert safe_markdown(text) == text


def test_what_hides_or_turns_text_is_taken_out():
    assert safe_markdown("a\u202eb\u200bc\x1b[31m\x00d") == "abc[31md"
    assert one_line("a\u202e\nb\t c\r\n\x07d") == "a b c d"


def test_a_message_has_one_line_of_bounded_length():
    assert one_line("x\n" * 10_000) == "x " * 249 + "x…"
    assert len(one_line("y" * 10_000)) == 500
    assert one_line(" \n\u200b ") == ""


def test_code_cannot_end_its_block():
    block = code_block("python", "x\n```\n<img>\n`````\ny")
    [token] = RENDERER.parse(block)
    assert (token.type, token.content) == ("fence", "x\n```\n<img>\n`````\ny\n")
