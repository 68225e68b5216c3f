"""Markdown of a text that is not ours has no link, picture, HTML or table, whichever renderer reads it.

Who: a model's answer, a rule, a file name, code. What must not happen: something is fetched, run or opened by looking.
"""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reread.analyzers.shown.links import address, address_on
from reread.analyzers.shown.markdown import code, code_block, inline, link, markdown
from tests.security.hostile import MARKDOWN, OBEYED, PIECES
from tests.security.rendering import codes_of, forbidden, text_of

MIXED = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
LETTERS = st.text(st.sampled_from("`~[]()!<>\\&|:/.@#-=_*$ \t\n\rax1\u200b\u202e;ltg"), max_size=60)


@pytest.mark.parametrize("text", MARKDOWN)
def test_nothing_of_it_acts_or_fetches(text):
    assert forbidden(markdown(text)) == []
    assert forbidden(inline(text)) == []
    assert (
        forbidden(f"# {code(text)}\n\nx {code(text)} y\n\n{code_block('python', text)}\n\n{link(text)}", (text,)) == []
    )


def test_without_us_it_does():
    harmless = [text for text in MARKDOWN if not forbidden(text)]
    # These show what a renderer must not make of them after we have changed something.
    assert len(harmless) < len(MARKDOWN) / 3, harmless
    assert forbidden("![x](http://evil.example/track.png)").count("image") == 3
    assert "link to command:evil" in forbidden("[x](command:evil)")


@given(st.one_of(MIXED, LETTERS))
@example("| `a\n|-|\n")
def test_no_mixture_of_it_acts_or_fetches(text):
    assert forbidden(markdown(text)) == []
    assert forbidden(inline(text)) == []


@given(st.one_of(MIXED, LETTERS), st.one_of(MIXED, LETTERS))
def test_what_stands_beside_it_does_not_change_that(first, second):
    assert forbidden(f"**{inline(first)}** ({inline(second)})\n\n{markdown(first)}\n\n{markdown(second)}") == []
    assert forbidden(f"- Fix: {inline(first)}, edits {code(second)} too.\n- {code(first)}: {inline(second)}") == []


@given(st.one_of(MIXED, LETTERS, st.text(max_size=40)))
def test_what_is_safe_comes_out_as_it_went_in(text):
    once = markdown(text)
    assert markdown(once) == once
    assert inline(inline(text)) == inline(text)


@given(st.text(max_size=60))
def test_code_is_shown_as_it_is(text):
    shown = " ".join("".join(letter for letter in text if letter.isprintable() or letter.isspace()).split())
    if shown.isascii():
        assert text_of(code(shown)).strip() == shown
    assert codes_of(code_block("", text + "`")) != []


@given(MIXED)
def test_a_block_of_code_has_no_end_of_its_own(text):
    [block] = codes_of(code_block("python", text))
    assert block.rstrip("\n") == text.replace("\r", "\n").rstrip("\n").replace("\u200b", "").replace("\u202e", "")


@pytest.mark.parametrize(
    "text",
    [
        "plain **bold** *soft* `code` and `a | b`",
        "a_b and c - d; e: f (g)!",
        "- one\n- two\n\n1. three",
        "# Heading\n\n> quoted",
        "```python\nif a<b:\n    x = '<b>'\n```",
    ],
)
def test_ordinary_markdown_stays(text):
    assert markdown(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a < b and c[0] & ~d | $e", "a < b and c[0] & ~d | $e"),
        ("use List<String>, not <T>", "use List<String>, not <T>"),
        ("see https://example.org/a_b, then", "see https://example.org/a_b, then"),
        ("os.path.join and x[i](y)", "os.path.join and x[i](y)"),
        ("&lt;b&gt; and \\*", "<b> and *"),
    ],
)
def test_what_is_escaped_reads_as_it_was_written(text, read):
    assert text_of(markdown(text)) == read


def test_an_address_is_code_that_can_be_copied():
    assert codes_of(markdown("see https://example.org/a?b=c.")) == ["https://example.org/a?b=c"]


def test_what_hides_or_turns_text_is_taken_out():
    for function in (markdown, inline, code):
        left = function(f"a{OBEYED}b")
        assert not [letter for letter in left if unicodedata.category(letter)[0] == "C" and letter != "\n"]
        assert not re.search("[\U000e0000-\U000e0fff]", left)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "command:x",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://known.example@evil.example/",
        "https://user:p@evil.example/",
        "https://ex\u0430mple.org/",
        "https://example.org/a b",
        "https://example.org/>x",
        "https://example.org\n",
        "https://",
        "http:///x",
        "https://[",
        "//example.org",
        "",
        "https://example.org/" + "x" * 3_000,
    ],
)
def test_an_address_that_is_not_what_it_looks_like_is_no_link(url):
    assert address(url) == ""
    assert forbidden(link(url)) == []


@pytest.mark.parametrize("url", ["https://example.org", "http://example.org:80/a/b?c=d&e=(f)#g%20h"])
def test_an_address_is_a_link_to_itself(url):
    assert address(url) == url
    assert set(forbidden(link(url))) == {f"link to {url}"}


@pytest.mark.parametrize(
    ("url", "api", "is_shown"),
    [
        ("https://github.com/acme/shop/pull/1#discussion_r2", "https://api.github.com", True),
        ("https://code.acme.example/shop/1", "https://code.acme.example/api/v4", True),
        ("http://127.0.0.1:8080/shop/1", "http://127.0.0.1:8080/api/v1", True),
        ("http://github.com/acme/shop/pull/1", "https://api.github.com", False),
        ("https://github.com.attacker.example/", "https://api.github.com", False),
        ("https://gist.github.com/", "https://api.github.com", False),
        ("https://api.github.com@attacker.example/", "https://api.github.com", False),
        ("http://127.0.0.1:9090/", "http://127.0.0.1:8080", False),
        ("javascript:alert(1)", "https://api.github.com", False),
        ("", "https://api.github.com", False),
    ],
)
def test_the_link_of_a_comment_leads_to_the_host_that_was_asked(url, api, is_shown):
    assert address_on(url, api) == (url if is_shown else "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0.5 of 12.75%.", "0.5 of 12.75%."),
        ("1.2.3.4", r"1\.2\.3\.4"),
        ("1.5s", r"1\.5s"),
        ("1.com", r"1\.com"),
        ("0.5/x", r"0\.5/x"),
    ],
)
def test_the_dot_of_a_number_alone_is_not_escaped(text, shown):
    assert inline(text) == shown
