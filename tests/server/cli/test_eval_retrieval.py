"""`reread eval retrieval`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reread.server.evaluation.retrieval.tasks import TASKS
from tests.rag.conftest import SAMPLE, git, write

TAXES = {"shop/tax.py": ("net", "net * 2"), "shop/money.py": ("split()", "split(' ')")}


@pytest.fixture
def shop(folder) -> Path:
    """A repository with a commit that changes two functions."""
    root = Path(folder.path) / "shop"
    write(root, SAMPLE)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "All of it")
    write(root, {path: (root / path).read_text().replace(*change) for path, change in TAXES.items()})
    git(root, "commit", "-qam", "Put the tax on amounts of money")
    return root


def test_each_task_has_its_figures_beside_those_of_each_source_alone(shop, reread):
    lines = reread("eval", "retrieval", "shop", "-q").out.splitlines()
    assert lines[0] == str(shop.resolve())
    assert lines[1].split() == ["task", "source", "R@5", "R@10", "MRR", "queries"]
    tasks = [line.split("  ")[0] for line in lines[2:] if line and not line.startswith(" ")]
    assert tasks == list(TASKS.values())


def test_as_json_and_of_several_repositories_together(shop, reread):
    (shop.parent / "empty").mkdir()
    data = json.loads(reread("eval", "retrieval", "shop", "empty", "--format", "json", "-q").out)
    first, empty, both = data["repositories"]
    assert (empty["figures"], both["folder"]) == ([], "all together")
    assert first["figures"] == both["figures"]
    (uses,) = [each for each in first["figures"] if (each["task"], each["source"]) == ("uses", "symbols")]
    assert uses["score"]["recall_10"] > 0.9


def test_it_leaves_nothing_behind_and_the_repository_as_it_is(shop, reread, monkeypatch, tmp_path):
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "own-cache"))
    before = sorted(str(path) for path in shop.rglob("*"))
    assert "nothing to ask here" not in reread("eval", "retrieval", "shop", "-q").out
    assert sorted(str(path) for path in shop.rglob("*")) == before
    assert not (tmp_path / "own-cache").exists()
    assert os.environ["REREAD_CACHE_DIR"] == str(tmp_path / "own-cache")
