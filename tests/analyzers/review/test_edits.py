from __future__ import annotations

import pytest

from reread.analyzers.findings import Fix
from reread.analyzers.fixes import apply_fix
from reread.analyzers.review.answer.schema import ModelEdit
from reread.analyzers.review.fix.edits import EditError, ForeignFileError, ShownFile, located_edits
from reread.analyzers.text import Document, Span

CODE = "import os\n\ndef f(x):\n    y = x\n    return y\n\ndef g(x):\n    y = x\n"
F = Span(CODE.index("def f"), CODE.index("\n\ndef g"))
OTHER = Document("file:///w/lib/b.py", "def h():\n    return 1\n\ndef i():\n    return 1\n", language="python")


def edited(*edits: tuple[str, str] | ModelEdit, text: str = CODE, within: Span = F) -> str:
    document = Document("file:///w/a.py", text, language="python")
    asked = [edit if isinstance(edit, ModelEdit) else ModelEdit(search=edit[0], replace=edit[1]) for edit in edits]
    own, other = ShownFile(document, (within,)), ShownFile(OTHER, (Span(0, 21),), OTHER.uri)
    found = located_edits({"": own, "a.py": own, "lib/b.py": other}.get, asked)
    return "".join(
        apply_fix(file.document, Fix("", tuple(edit for edit in found if edit.uri == file.uri))).text
        for file in (own, other)
        if any(edit.uri == file.uri for edit in found)
    )


def test_whole_lines_are_replaced():
    assert edited(("    y = x", "    y = x + 1")) == CODE.replace("y = x", "y = x + 1", 1)


def test_one_line_becomes_several():
    assert "    if x:\n        return x\n" in edited(("    return y", "    if x:\n        return x"))


def test_a_line_ending_at_the_end_of_both_changes_nothing():
    assert edited(("    return y\n", "    return x\n")) == CODE.replace("return y", "return x")


def test_lines_are_taken_out_with_their_line_ending():
    assert edited(("    y = x\n", "")) == CODE.replace("    y = x\n", "", 1)


def test_the_indentation_that_the_model_got_wrong_is_put_right():
    assert "\n    if x:\n        return x\n" in edited(("return y", "if x:\n    return x"))


def test_the_line_endings_of_the_document_are_kept():
    text = CODE.replace("\n", "\r\n")
    whole = Span(0, len(text))
    assert (
        edited(("    return y", "    a()\n    return x"), text=text, within=whole).count("\n") == text.count("\n") + 1
    )
    assert "\n" not in edited(("    return y", "    a()\n    b()"), text=text, within=whole).replace("\r\n", "")


def test_what_is_not_in_the_unit_is_looked_for_in_the_file():
    assert edited(("import os", "import os\nimport re")).startswith("import os\nimport re\n")


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([], "no edits"),
        ([("    return z", "x")], "not there"),
        ([("y", "z")], "not there"),
        ([("    y = x\n    return y", "a"), ("    return y", "b")], "overlap"),
        ([("    return y", "a"), ("    return y", "b")], "overlap"),
        ([("    return y", "    return y")], "change nothing"),
        ([("    return y", "x")] * 30, "more than a fix should need"),
    ],
)
def test_other_edits_are_rejected(edits, why):
    with pytest.raises(EditError, match=why):
        edited(*edits)


def test_what_stands_twice_in_the_unit_is_rejected():
    with pytest.raises(EditError, match="more than once"):
        edited(("    y = x", "    y = 1"), within=Span(0, len(CODE)))


def test_an_edit_may_name_the_file_under_review():
    assert "return x" in edited(ModelEdit(search="    return y", replace="    return x", file="./a.py"))


@pytest.mark.parametrize("path", ["../../etc/passwd", "b.py", "lib/../lib/b.py", "/w/lib/b.py", "lib/B.py"])
def test_what_was_not_shown_is_not_edited(path):
    with pytest.raises(ForeignFileError, match="not shown"):
        edited(("    return y", "    return x"), ModelEdit(search="    return 1", replace="x", file=path))


def test_edits_of_several_files_belong_to_one_fix():
    other = ModelEdit(search="def h():", replace="def k():", file="lib\\b.py")
    assert edited(other, ("    return y", "    return k()")) == CODE.replace("return y", "return k()") + (
        OTHER.text.replace("def h", "def k")
    )


def test_of_another_file_the_pieces_that_were_shown_count_first():
    assert edited(ModelEdit(search="    return 1", replace="    return 2", file="lib/b.py")).startswith(
        "def h():\n    return 2\n"
    )


def test_the_same_place_in_two_files_is_no_overlap():
    found = edited(("import os", "import re"), ModelEdit(search="def h():", replace="def k():", file="lib/b.py"))
    assert found.startswith("import re\n") and "def k()" in found


def test_an_edit_that_changes_nothing_is_left_out():
    assert edited(
        ("    return y", "    return x"), ModelEdit(search="def h():", replace="def h():", file="lib/b.py")
    ) == (CODE.replace("return y", "return x"))


@pytest.mark.parametrize("letter", ["\0", "\x1b", "\x7f", "\u202e", "\u2066", "\ufffd"])
def test_what_does_not_belong_into_code_is_not_written(letter):
    with pytest.raises(EditError, match=f"U\\+{ord(letter):04X}"):
        edited(("    y = x", f"    y = '{letter}'"))


def test_what_stands_there_already_may_stay():
    text = CODE.replace("y = x", "y = '\u202e'", 1)
    assert edited(("    y = '\u202e'", "    y = '\u202e' + x"), text=text)


@pytest.mark.parametrize("letter", ["\t", "é", "🎉", "\u200d", "\xa0"])
def test_letters_of_all_languages_may_be_written(letter):
    assert letter in edited(("    y = x", f"    y = '{letter}'"))
