from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.rag import words
from reread.rag.retrieval import keywords, lookups
from reread.rag.retrieval.resolve import Resolver
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import write


@pytest.fixture
def catalogue(sample):
    write(sample, {f"many/m{number}.py": f"def handle_request_{number}(request):\n    pass\n" for number in range(30)})
    index = WorkspaceIndex(str(sample))
    index.run()
    with_reader = index._directory.reader()
    yield with_reader
    with_reader.close()
    index.close()


def test_rare_words_of_this_workspace_say_more_than_common_ones(catalogue):
    weights = keywords.question(catalogue, "request request currency unheard")
    assert weights["currency"] > weights["request"]
    assert "unheard" not in weights


def test_words_are_found_whatever_their_endings(catalogue):
    weights = keywords.question(catalogue, "adds amounts of different currencies")
    found = catalogue.chunks(keywords.chunks(catalogue, weights, 3))
    assert "shop/money.py" in {chunk.path for chunk in found.values()}


def test_all_words_or_the_name_alone_may_be_asked_for(catalogue):
    weights = keywords.question(catalogue, "parse money")
    named = catalogue.chunks(keywords.chunks(catalogue, weights, 5, every=True, name=True))
    assert {chunk.name for chunk in named.values()} == {"parse_money"}
    assert keywords.chunks(catalogue, {}, 5) == {}


def test_coverage_is_the_share_of_what_is_said(catalogue):
    weights = {"pars": 3.0, "money": 1.0}
    assert keywords.coverage(weights, ("parse_money",)) == 1
    assert keywords.coverage(weights, ("the parser",)) == 0.75
    assert keywords.coverage({}, ("parse",)) == 0


def test_names_are_told_from_ordinary_words(catalogue):
    resolver = Resolver(catalogue)
    (sure,) = lookups.named(resolver, "parse_money").values()
    assert sure == 1
    (doubtful,) = lookups.named(resolver, "please add something").values()
    assert doubtful < 0.1
    assert len(lookups.named(resolver, "Money.rounded")) == 1
    assert lookups.named(resolver, "no_such_name") == {}


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("parses", "pars"),
        ("parsed", "pars"),
        ("parsing", "pars"),
        ("parse", "pars"),
        ("running", "run"),
        ("queries", "query"),
        ("boxes", "box"),
        ("class", "class"),
        ("status", "status"),
        ("this", "this"),
        ("get", "get"),
        ("größen", "größen"),
    ],
)
def test_stems(word, stem):
    assert words.stem(word) == stem


@given(st.text())
def test_any_text_may_be_asked_for(text):
    assert all(words.stem(part) for word in words.identifiers(text) for part in words.parts(word))
