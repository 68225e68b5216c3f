"""Fixes over several files, apart and as a whole."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Edit, Finding, Fix, Severity
from reread.analyzers.fixes import Rejected
from reread.analyzers.multi_file_fixes import FileUnderFix, parts, verify_all
from reread.analyzers.text import Document, Span

B = "file:///b.py"
WORD = Span(0, 1)


def words(document: Document) -> list[Finding]:
    """A rule for the tests: no `x` at the beginning."""
    return [Finding("no-x", "x", WORD, Severity.WARNING)] if document.text.startswith("x") else []


def files(own: str = "x = 1\n", other: str = "y = 1\n") -> dict[str, FileUnderFix]:
    return {
        "": FileUnderFix(Document("file:///a.py", own, language="python"), "a.py", words),
        B: FileUnderFix(Document(B, other, language="python"), "b.py", words),
    }


def fix(own: str | None = "a", other: str | None = "b") -> Fix:
    edits = [Edit(WORD, text, uri) for text, uri in ((other, B), (own, "")) if text is not None]
    return Fix("t", tuple(edits))


def test_each_part_has_the_edits_of_its_file_and_the_finding_s_own_comes_first():
    assert [(uri, part.edits) for uri, part in parts(fix()).items()] == [
        ("", (Edit(WORD, "a"),)),
        (B, (Edit(WORD, "b"),)),
    ]


def test_all_files_with_the_fix_applied():
    fixed = verify_all(files(), fix(), words(files()[""].document)[0])
    assert {uri: document.text for uri, document in fixed.items()} == {"": "a = 1\n", B: "b = 1\n"}


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        (fix("(", "b"), "the code would not parse any more"),
        (fix("a", "("), "b.py: the code would not parse any more"),
        (fix("a", "x"), "b.py: it would bring a new finding: no-x"),
        (fix("a", "y"), "b.py: the fix changes nothing"),
        (fix(None, "b"), "the finding would still be there"),
    ],
)
def test_it_holds_in_every_file_or_not_at_all(edits, reason):
    assert verify_all(files(), edits, words(files()[""].document)[0]) == Rejected(reason)


def test_a_finding_that_no_rule_tells_may_be_solved_in_another_file():
    told = Finding("model/logic", "m", WORD, Severity.WARNING)
    assert set(verify_all(files(), fix(None, "b"), told)) == {B}
