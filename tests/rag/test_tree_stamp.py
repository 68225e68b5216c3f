"""What a folder looks like from outside tells when anything in it changed."""

from __future__ import annotations

import os

from reread.rag.index import directory as module
from reread.rag.index.directory import stamp


def test_a_changed_added_or_removed_file_changes_it(tmp_path):
    assert stamp(str(tmp_path / "none")) == ""
    (tmp_path / "a").write_text("1")
    first = stamp(str(tmp_path))
    (tmp_path / "b").write_text("1")
    second = stamp(str(tmp_path))
    (tmp_path / "a").write_text("12")
    assert len({"", first, second, stamp(str(tmp_path))}) == 4
    os.unlink(tmp_path / "a")
    os.unlink(tmp_path / "b")
    assert stamp(str(tmp_path)) == ""


def test_what_is_gone_since_it_was_listed_is_no_part_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr(module.os, "walk", lambda folder: [(folder, [], ["journal"])])
    assert stamp(str(tmp_path)) == ""
