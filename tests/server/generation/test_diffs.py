"""The diffs that a model is shown."""

from __future__ import annotations

from reread.analyzers.review.tokens import estimate
from reread.server.report.review import ReviewDocument
from reread.server.review.change_diffs import differences_of
from reread.server.settings import Settings


def document(name: str, text: str, base: str | None = "old = 1\n") -> ReviewDocument:
    return ReviewDocument(f"file:///w/{name}", f"/w/{name}", name, "python", text, base)


def test_new_changed_and_removed_files_are_told_apart(tmp_path):
    documents = [document("a.py", "x = 1\n", None), document("b.py", "new = 1\n"), document("c.py", "")]
    shown, notes = differences_of(str(tmp_path), documents, Settings())
    assert [each.diff.partition("\n")[0] for each in shown] == ["new file", "--- a/b.py", "file removed"]
    assert "+new = 1\n" in shown[1].diff
    assert notes == ()


def test_what_is_excluded_is_not_shown_and_that_is_said(tmp_path):
    (tmp_path / ".rereadignore").write_text("secret/\n")
    shown, notes = differences_of(str(tmp_path), [document("secret/a.py", "x"), document("b.py", "y")], Settings())
    assert [each.path for each in shown] == ["b.py"]
    assert notes == ("1 file is excluded from the model review",)


def test_large_changes_are_cut_and_small_ones_stay_whole(tmp_path):
    large = "".join(f"line_{number} = {number}\n" for number in range(2_000))
    documents = [document("large.py", large, None), document("small.py", "x = 1\n", None)]
    shown, notes = differences_of(str(tmp_path), documents, Settings(), tokens=500)
    assert "x = 1" in shown[1].diff
    assert shown[0].diff.endswith("more lines)")
    assert sum(estimate(each.diff) for each in shown) < 520
    assert notes == ("1 file was shown in part: the change is larger than 500 tokens",)


def test_a_renamed_file_says_so_and_what_was_excluded_stays_excluded(tmp_path):
    (tmp_path / ".rereadignore").write_text("secret/\n")
    documents = [document("b.py", "old = 1\n"), document("c.py", "x = 1\n")]
    shown, notes = differences_of(str(tmp_path), documents, Settings(), {"b.py": "a.py", "c.py": "secret/c.py"})
    assert [each.diff for each in shown] == ["renamed from a.py\n"]
    assert notes == ("1 file is excluded from the model review",)
