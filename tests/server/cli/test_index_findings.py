"""What the index says of a change: `reread check --staged` and `reread review` in a git repository that is indexed."""

from __future__ import annotations

import json
import os

import pytest

from reread.rag.index import location, preparing
from reread.rag.index.catalogue import Catalogue
from reread.rag.source import walk

OLD = "def total(items, rounded):\n    return sum(items)\n"
NEW = "def total(items):\n    return sum(items)\n"
CALLER = "from shop.cart import total\n\n\ndef show(items):\n    return str(total(items, True)){}\n"


@pytest.fixture
def shop(repository):
    """A repository with a definition and a caller of it, indexed as it is committed."""
    repository.write("shop/cart.py", OLD)
    repository.write("shop/page.py", CALLER.format(""))
    repository.commit()
    index(repository)
    return repository


def index(repository) -> None:
    """What `reread index` keeps, but for the vectors, which nothing here looks at."""
    folder = location.index_folder(str(repository.path))
    os.makedirs(folder, exist_ok=True)
    catalogue = Catalogue(os.path.join(folder, "catalogue.sqlite"), writer=True)
    for found in walk.walk(str(repository.path)).files:
        data = (repository.path / found.path).read_bytes()
        prepared = preparing.prepare(str(repository.path), found, data, "none")
        if isinstance(prepared, preparing.Prepared):
            catalogue.replace([prepared.file])
    catalogue.close()


def stage(repository, **files: str) -> None:
    for name, text in files.items():
        repository.write(f"shop/{name}.py", text)
    repository.git("add", "--all")


def found(result) -> list[tuple[str, str]]:
    """Place and rule of each finding from the index."""
    lines = [line.split(" ") for line in result.out.splitlines() if "index/" in line]
    return [(words[0], next(word for word in words if "index/" in word).strip("[]:")) for words in lines]


def test_a_call_in_a_file_that_the_change_left_alone_is_reported(shop, reread):
    stage(shop, cart=NEW)
    result = reread("check", "--staged")
    assert (result.code, found(result)) == (1, [("shop/page.py:5:16:", "index/call-mismatch")])


def test_json_has_the_place_of_the_definition_and_a_fingerprint_that_stays(shop, reread):
    stage(shop, cart=NEW)
    first, second = (json.loads(reread("check", "--staged", "--format", "json").out) for _ in range(2))
    [finding] = first["findings"]
    assert first["findings"] == second["findings"]
    assert finding["fingerprint"]
    assert finding["related"][0]["line"] == 1


def test_without_an_index_nothing_is_said(repository, reread):
    stage(repository, cart=OLD, page=CALLER.format(""))
    repository.commit()
    stage(repository, cart=NEW)
    assert reread("check", "--staged").code == 0


def test_a_caller_that_was_staged_with_it_fits(shop, reread):
    stage(shop, cart=NEW, page=CALLER.format("").replace(", True", ""))
    assert found(reread("check", "--staged")) == []


def test_what_counts_of_other_files_is_what_is_staged_too(shop, reread):
    stage(shop, cart=NEW)
    shop.write("shop/page.py", CALLER.format("").replace(", True", ""))
    assert found(reread("check", "--staged")) == [("shop/page.py:5:16:", "index/call-mismatch")]


def test_a_caller_that_is_newer_than_the_index_is_found(shop, reread):
    stage(shop, late=CALLER.format("").replace("show", "show_late"))
    shop.commit()
    stage(shop, cart=NEW)
    assert [place for place, _ in found(reread("check", "--staged"))] == ["shop/late.py:5:16:", "shop/page.py:5:16:"]


def test_an_ignore_comment_silences_it(shop, reread):
    stage(shop, page=CALLER.format("  # reread: ignore[index/call-mismatch] -- on purpose"))
    shop.commit()
    stage(shop, cart=NEW)
    assert reread("check", "--staged").code == 0


@pytest.mark.parametrize("option", [["--ignore", "index/call-mismatch"], ["--ignore", "index/*"], ["--select", "no-*"]])
def test_options_choose_among_these_rules_too(shop, reread, option):
    stage(shop, cart=NEW)
    assert found(reread("check", "--staged", *option)) == []


def test_settings_change_severity(shop, reread):
    shop.write("reread.toml", '[rules.severity]\n"index/call-mismatch" = "hint"\n')
    stage(shop, cart=NEW)
    assert reread("check", "--staged").code == 0
    assert found(reread("check", "--staged", "--hints")) == [("shop/page.py:5:16:", "index/call-mismatch")]


def test_a_deleted_file_is_missed_by_those_that_import_it(shop, reread):
    shop.git("rm", "-q", "shop/cart.py")
    assert found(reread("check", "--staged")) == [("shop/page.py:1:23:", "index/call-mismatch")]


def test_files_that_always_changed_together(shop, reread):
    for number in range(9):
        stage(shop, cart=OLD + f"# {number}\n", page=CALLER.format(f"  # {number}"))
        shop.commit()
    stage(shop, cart=OLD + "# alone\n")
    assert found(reread("check", "--staged", "--hints")) == [("shop/cart.py:1:1:", "index/co-change")]


def test_a_review_says_it_too_but_for_what_is_about_a_whole_commit(shop, reread):
    for number in range(9):
        stage(shop, cart=OLD + f"# {number}\n", page=CALLER.format(f"  # {number}"))
        shop.commit()
    shop.write("shop/cart.py", NEW)
    result = reread("review", "--no-model")
    assert [rule for _, rule in found(result)] == ["index/call-mismatch"]


def test_an_index_that_is_far_behind_says_so_and_nothing_else(shop, reread, monkeypatch):
    monkeypatch.setattr("reread.rag.findings.look._MOST_STALE", 0)
    stage(shop, cart=NEW)
    result = reread("check", "--staged")
    assert result.code == 0
    assert "the index is not up to date; `reread index` mends that" in result.err


def test_pictures_and_data_that_no_index_has_do_not_make_it_old(shop, reread, monkeypatch):
    for number in range(3):
        shop.write(f"shop/{number}.png", b"\0picture")
        os.utime(shop.path / f"shop/{number}.png", (1, 1))
    shop.commit()
    monkeypatch.setattr("reread.rag.findings.look._MOST_STALE", 2)
    stage(shop, cart=NEW)
    assert found(reread("check", "--staged")) == [("shop/page.py:5:16:", "index/call-mismatch")]


def test_a_change_of_very_many_files_is_not_looked_at(shop, reread, monkeypatch):
    monkeypatch.setattr("reread.rag.findings.look._MOST_CHANGED", 0)
    stage(shop, cart=NEW)
    assert found(reread("check", "--staged")) == []


def test_the_rules_are_listed_and_explained(folder, reread):
    assert "index/call-mismatch" in reread("rules", "list").out
    page = reread("rules", "explain", "index/copy-paste").out
    assert "Bad:" in page and "reread: ignore[index/copy-paste]" in page


UNLOOKED = "reread: code elsewhere that the change breaks was not looked for in the index: there is none yet; "


def test_a_review_without_an_index_says_what_it_did_not_look_at(repository, reread):
    repository.write("shop/cart.py", OLD)
    repository.write("shop/page.py", CALLER.format(""))
    repository.commit()
    repository.git("branch", "base")
    repository.write("shop/cart.py", NEW)
    repository.commit()
    result = reread("review", "--base", "base", "--no-model")
    assert result.err.count(f"{UNLOOKED}`reread index` builds it") == 1
    assert UNLOOKED not in reread("review", "--base", "base", "--no-model", "--quiet").err
    index(repository)
    assert UNLOOKED not in reread("review", "--base", "base", "--no-model").err


@pytest.mark.parametrize(
    ("name", "options"),
    [("notes.md", []), ("shop/cart.py", ["--ignore", "index/*"]), ("shop/cart.py", ["--whole"])],
)
def test_a_review_that_the_index_would_say_nothing_of_does_not_miss_it(repository, reread, name, options):
    repository.write(name, OLD)
    repository.commit()
    repository.write(name, NEW)
    assert UNLOOKED not in reread("review", "--no-model", *options).err


def test_a_review_does_not_miss_an_index_that_is_switched_off(repository, reread, monkeypatch, tmp_path):
    (tmp_path / "own.toml").write_text("[index]\nenable = false\n")
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "own.toml"))
    repository.write("shop/cart.py", OLD)
    repository.commit()
    repository.write("shop/cart.py", NEW)
    assert UNLOOKED not in reread("review", "--no-model").err
