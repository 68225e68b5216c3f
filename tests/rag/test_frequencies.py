from __future__ import annotations

import pytest

from reread.rag.index import frequencies
from reread.rag.index.catalogue import Catalogue
from tests.rag.test_catalogue import file


@pytest.fixture
def catalogue(tmp_path):
    opened = Catalogue(str(tmp_path / "c.sqlite"), writer=True)
    opened.replace([file("a.py", "def money(): ...\n"), file("b.py", "def money_of(tax): ...\n")])
    yield opened
    opened.close()


@pytest.fixture
def asked(catalogue, monkeypatch):
    """The statements about words that the catalogue was asked."""
    found = []
    query = catalogue.query

    def noted(statement, values):
        if "FROM vocabulary" in statement:
            found.append(list(values))
        return query(statement, values)

    monkeypatch.setattr(catalogue, "query", noted)
    return found


def test_words_are_counted_by_the_chunks_that_have_them(catalogue):
    assert frequencies.Frequencies().of(catalogue, ["money", "tax", "unheard"]) == (2, {"money": 2, "tax": 1})


def test_what_was_counted_is_not_counted_again(catalogue, asked):
    kept = frequencies.Frequencies()
    kept.of(catalogue, ["money", "unheard"])
    assert kept.of(catalogue, ["money", "tax", "unheard"]).having == {"money": 2, "tax": 1}
    assert asked == [["money", "unheard"], ["tax"]]


def test_a_change_of_the_catalogue_is_noticed(catalogue):
    kept = frequencies.Frequencies()
    kept.of(catalogue, ["money"])
    catalogue.replace([file("c.py", "def money_too(): ...\n")], ["b.py"])
    assert kept.of(catalogue, ["money", "tax"]) == (2, {"money": 2})
    catalogue.replace((), ["a.py", "c.py"])
    assert kept.of(catalogue, ["money"]) == (1, {})


def test_there_is_a_limit_to_what_is_kept(catalogue, asked, monkeypatch):
    monkeypatch.setattr(frequencies, "_MOST", 1)
    kept = frequencies.Frequencies()
    kept.of(catalogue, ["money", "tax"])
    kept.of(catalogue, ["unheard"])
    kept.of(catalogue, ["money"])
    assert asked[-1] == ["money"]
