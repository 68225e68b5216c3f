from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.change.linediff import differences
from reread.analyzers.review.change.moves import departed
from reread.analyzers.review.change.units import plan_units
from reread.analyzers.text import Document, Span

BASE = """import os

LIMIT = 3


class Store:
    size = 1

    def get(self, key):
        return self.data[key]

    @property
    def keys(self):
        # all of them
        return [1, 2]


def helper(a):
    return a
"""


def plan(new: str, base: str | None = BASE, language: str = "python", **options):
    return plan_units(Document("file:///a", new, language=language), base, **options)


def names(new: str, base: str | None = BASE, language: str = "python", **options) -> list[str]:
    return [unit.name for unit in plan(new, base, language, **options).units]


def test_an_unchanged_document_has_no_units():
    assert plan(BASE) == ((), ())


def test_a_changed_method_is_a_unit_with_its_qualified_name():
    new = BASE.replace("self.data[key]", "self.data.get(key)")
    [unit] = plan(new).units
    assert unit.name == "Store.get"
    assert new[slice(*unit.span)] == "    def get(self, key):\n        return self.data.get(key)"
    assert [new[slice(*span)] for span in unit.changed] == ["        return self.data.get(key)"]
    assert unit.old_text == "    def get(self, key):\n        return self.data[key]"


def test_a_decorator_belongs_to_its_definition():
    new = BASE.replace("@property", "@cached_property")
    [unit] = plan(new).units
    assert unit.name == "Store.keys"
    assert new[slice(*unit.span)].startswith("    @cached_property")


def test_a_new_definition_has_no_old_text():
    [unit] = plan(BASE + "\n\ndef added():\n    return 1\n").units
    assert (unit.name, unit.old_text) == ("added", None)


def test_lines_outside_of_definitions_are_a_hunk_with_what_stood_there():
    [unit] = plan(BASE.replace("LIMIT = 3", "LIMIT = 4")).units
    assert (unit.name, unit.old_text) == ("", "LIMIT = 3")


def test_a_hunk_in_a_class_has_the_name_of_the_class():
    assert names(BASE.replace("size = 1", "size = 2")) == ["Store"]


def test_a_line_that_was_taken_out_makes_its_definition_a_unit():
    base = "def f(a):\n    check(a)\n    return a\n"
    assert names("def f(a):\n    return a\n", base) == ["f"]


def test_a_definition_that_was_taken_out_is_no_unit():
    assert names(BASE.replace("\n\ndef helper(a):\n    return a\n", "")) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# all of them", "# every one"),
        ("        # all of them\n", ""),
        ("[1, 2]", "[\n            1,\n            2,\n        ]"),
        ("def helper(a):\n    return a", "def helper(\n    a,\n):\n    return a"),
        ("LIMIT = 3", "LIMIT  =  3  # at most"),
        ("import os", "import os  # used"),
    ],
)
def test_comments_and_formatting_are_no_change(before, after):
    made = plan(BASE.replace(before, after))
    assert made.units == ()
    imports = before.startswith("import")
    reason = "only imports changed" if imports else "only comments or formatting changed"
    assert {skipped.reason for skipped in made.skipped} == {reason}


def test_quotes_around_a_string_are_formatting():
    assert names("def f():\n    return 'a'\n", 'def f():\n    return "a"\n') == []


def test_indentation_is_no_formatting_in_python():
    base = "def f(a):\n    if a:\n        g()\n        h()\n"
    assert names("def f(a):\n    if a:\n        g()\n    h()\n", base) == ["f"]


def test_code_that_moved_is_no_change():
    one, two = "def a():\n    return 1\n", "def b():\n    return 2\n"
    made = plan(two + "\n" + one, one + "\n" + two)
    assert made.units == ()
    assert {skipped.reason for skipped in made.skipped} == {"only comments or formatting changed"}


MOVED = "def helper(a):\n    return a\n"


def left(base: str, now: str = "", language: str = "python"):
    """What left another file."""
    return departed([(Document("file:///b", now, language=language), base)])


def test_a_definition_that_moved_to_another_file_is_no_change():
    made = plan("import os\n\n\n" + MOVED, "import os\n", departed=left(BASE, BASE.replace(MOVED, "")))
    assert made.units == ()
    assert [skipped.reason for skipped in made.skipped] == ["only moved"]


def test_a_new_file_with_what_another_lost_is_no_change():
    assert names(BASE, None, departed=left(BASE)) == []


def test_a_copy_is_a_change_because_nothing_moved():
    assert names(MOVED, None, departed=left(BASE, BASE)) == ["helper"]


def test_what_changed_on_its_way_to_another_file_is_a_change():
    assert names(MOVED.replace("return a", "return -a"), None, departed=left(BASE)) == ["helper"]


def test_under_another_name_it_is_another_definition():
    text = "class Other:\n    def get(self, key):\n        return self.data[key]\n\n    size = 7\n"
    assert "Other.get" in names(text, None, departed=left(BASE))


def test_lines_outside_of_definitions_move_too():
    made = plan("LIMIT = 3\n", None, departed=left(BASE))
    assert (made.units, [skipped.reason for skipped in made.skipped]) == ((), ["only moved"])
    assert names("LIMIT = 4\n", None, departed=left(BASE)) == [""]


def test_all_of_a_file_is_reviewed_when_asked_for_whether_it_moved_or_not():
    assert names(MOVED, None, whole=True, departed=left(BASE)) == ["helper"]


def test_imports_alone_are_no_unit():
    assert names(BASE.replace("import os", "import os\nimport sys")) == []


def test_without_a_base_everything_is_new():
    assert names(BASE, None) == ["", "Store", "Store.get", "Store.keys", "helper"]


def test_the_whole_file_is_reviewed_whatever_changed():
    assert names(BASE, BASE, whole=True) == ["", "Store", "Store.get", "Store.keys", "helper"]


def test_a_selection_means_the_definitions_that_it_touches():
    place = BASE.index("self.data")
    assert names(BASE, BASE, selection=Span(place, place + 4)) == ["Store.get"]
    assert names(BASE, BASE, selection=Span(place, place)) == ["Store.get"]


def test_a_definition_that_is_very_long_is_reviewed_by_its_hunks():
    body = "".join(f"    step_{number}()\n" for number in range(600))
    base = f"def f():\n{body}"
    [unit] = plan(base.replace("step_300()", "step_three_hundred()"), base).units
    assert unit.name == "f"
    assert unit.span.end - unit.span.start < 400


def test_two_definitions_of_one_name_are_told_apart():
    base = "def f():\n    return 1\n\n\ndef f():\n    return 2\n"
    [unit] = plan(base.replace("return 2", "return 3"), base).units
    assert unit.old_text == "def f():\n    return 2"


def test_a_language_without_a_parser_has_hunks_only():
    base = "one\ntwo\nthree\n"
    [unit] = plan("one\n2\nthree\n", base, language="").units
    assert (unit.name, unit.old_text) == ("", "two")
    assert names("one\ntwo \nthree\n", base, language="") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("javascript", "export const f = async (a) => {\n  return a;\n};\n", ["f"]),
        ("javascript", "class A {\n  m() {\n    return 1;\n  }\n}\n", ["A", "A.m"]),
        (
            "javascript",
            "describe('x', () => {\n  it('y', () => {\n    const a = {\n      b: 1,\n    };\n  });\n});\n",
            [""],
        ),
        ("typescript", "interface I {\n  a: string;\n}\n", ["I"]),
        ("go", "package a\n\nfunc F() int {\n\treturn 1\n}\n", ["", "F"]),
        ("java", "class A {\n  int x;\n  int m() {\n    return 1;\n  }\n}\n", ["A", "A.m"]),
    ],
)
def test_definitions_of_other_languages(language, text, expected):
    assert names(text, None, language) == expected


def test_code_that_does_not_parse_still_has_units():
    assert names("def f(:\n    return\n\nclass\n", None) != []


@pytest.mark.parametrize(("between", "units"), [(8, 1), (9, 2)])
def test_hunks_whose_surroundings_would_overlap_are_one_unit(between, units):
    same = "a\n" * between
    assert len(plan(f"b\n{same}b\n", f"c\n{same}c\n").units) == units


LINES = st.lists(st.sampled_from(["a", "b", "  c", "", "def f():", "    return 1", "# x"]), max_size=12)


@given(LINES, LINES)
def test_units_cover_whole_lines_in_order_and_hold_their_changes(old, new):
    text = "\n".join(new)
    document = Document("file:///a", text, language="python")
    end = 0
    for unit in plan_units(document, "\n".join(old)).units:
        assert unit.span.start >= end
        end = unit.span.end
        assert unit.span.start in document.lines.starts
        assert unit.span.end == document.lines.line_span(document.lines.line_of(unit.span.end)).end
        assert all(unit.span.contains(changed) for changed in unit.changed)


@given(LINES, LINES)
def test_differences_rebuild_the_new_text(old, new):
    before, after = Document("a", "\n".join(old)), Document("a", "\n".join(new))
    old_lines, new_lines = before.text.split("\n"), after.text.split("\n")
    rebuilt, position = [], 0
    for change in differences(before, after):
        rebuilt += old_lines[position : change.old_first]
        rebuilt += new_lines[change.new_first : change.new_end]
        position = change.old_end
    assert rebuilt + old_lines[position:] == new_lines
