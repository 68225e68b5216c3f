"""`reread context` and `reread search`: in the worker process, with the real store."""

from __future__ import annotations

import json

import pytest

FIELDS = ["path", "start_line", "end_line", "name", "kind", "reason", "score", "index_behind"]


@pytest.fixture
def shop(repository):
    repository.write("shop/cart.py", 'def cart_total(items):\n    """What is to be paid."""\n    return sum(items)\n')
    repository.write(
        "shop/page.py", "from shop.cart import cart_total\n\n\ndef show(items):\n    return str(cart_total(items))\n"
    )
    repository.write("AGENTS.md", "Amounts are never floats.\n")
    return repository


def test_the_context_of_a_line(shop, reread):
    result = reread("context", "shop/cart.py:3")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "AGENTS.md:1-1: team guidance",
        "shop/page.py:4-5 show: calls the change",
    ]
    assert "    return str(cart_total(items))\n" in reread("context", "shop/cart.py:3", "-v").out


def test_the_context_of_what_is_staged(shop, reread):
    assert reread("context", "--staged").err == "reread: nothing is staged\n"
    shop.write("shop/cart.py", "def cart_total(items):\n    return sum(items) + 1\n")
    shop.git("add", "shop/cart.py")
    shop.write("shop/cart.py", "gone = 1\n")
    found = json.loads(reread("context", "--staged", "--source", "symbols", "--format", "json").out)
    assert [list(piece) for piece in found] == [FIELDS]
    assert (found[0]["path"], found[0]["start_line"], found[0]["name"]) == ("shop/page.py", 4, "show")


def test_what_is_staged_itself_is_not_shown(shop, reread):
    shop.git("add", "shop")
    shop.git("commit", "--quiet", "--message", "shop")
    shop.write("shop/cart.py", "def cart_total(items):\n    return sum(items) + 1\n")
    shop.write(
        "shop/basket.py", "from shop.cart import cart_total\n\n\ndef fill(items):\n    return cart_total(items)\n"
    )
    page = "from shop.cart import cart_total\n\n\ndef show(items):\n    return str(cart_total(items or []))\n"
    shop.write("shop/page.py", page)
    shop.git("add", "shop/cart.py", "shop/page.py")
    found = json.loads(reread("context", "--staged", "--format", "json").out)
    assert [(piece["path"], piece["reason"]) for piece in found] == [
        ("AGENTS.md", "team guidance"),
        ("shop/basket.py", "calls the change"),
    ]


def test_search_by_name_by_words_and_by_meaning(shop, reread):
    found = json.loads(reread("search", "cart_total", "--format", "json").out)
    assert list(found[0]) == FIELDS
    assert (found[0]["name"], found[0]["reason"], found[0]["kind"]) == ("cart_total", "defines it", "definition")
    scores = [piece["score"] for piece in found]
    assert scores == sorted(scores, reverse=True)
    words = reread("search", "to", "be", "paid", "--source", "keywords")
    assert words.out.startswith("shop/cart.py:1-3 cart_total: has")
    assert (
        reread("search", "paying for what is in the cart", "--source", "vectors", "--limit", "1").out.count("\n") == 1
    )
    assert reread("search", "zygote", "--source", "symbols") == (0, "", "reread: nothing found\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["context"], "expected either FILE:LINE or --staged"),
        (["context", "shop/cart.py:1", "--staged"], "expected either FILE:LINE or --staged"),
        (["context", "shop/cart.py"], "shop/cart.py: expected FILE:LINE, for example app.py:12"),
        (["context", "shop/cart.py:0"], "shop/cart.py:0: expected FILE:LINE, for example app.py:12"),
        (["context", "shop/none.py:1"], "no such file: shop/none.py"),
        (["context", "shop/cart.py:99"], "shop/cart.py:99: the file has 4 lines"),
        (["search", " "], "expected words to search for"),
    ],
)
def test_what_cannot_be_looked_up_is_one_line(shop, reread, arguments, message):
    assert reread(*arguments) == (2, "", f"reread: {message}\n")


def test_limits_are_numbers_from_one(shop, reread):
    assert "expected a number of at least 1, got '0'" in reread("search", "x", "--limit", "0").err


@pytest.mark.parametrize("command", [("search", "cart_total"), ("context", "shop/cart.py:3")])
@pytest.mark.slow
def test_an_index_that_may_not_be_brought_up_to_date_says_how_far_behind_it_is(command, shop, reread):
    assert reread(*command, "-q").err == ""
    reread("index", "--pause")
    assert reread(*command, "-q").err == ""
    shop.write("shop/page.py", "from shop.cart import cart_total\n")
    shop.write("shop/more.py", "more = 1\n")
    result = reread(*command, "-q", "--format", "json")
    assert "reread: the index is 2 changes behind: indexing is paused" in result.err
    assert {piece["index_behind"] for piece in json.loads(result.out)} == {2}
    reread("index", "--resume")
    assert "behind" not in reread(*command, "-q").err
