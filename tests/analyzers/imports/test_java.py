"""What fixes do to imports of Java."""

from __future__ import annotations

import pytest

EQUALS = ("old($X)", "Objects.equals($X)", "import java.util.Objects;")
USE = "class A { boolean f() { return old(x); } }\n"
USED = USE.replace("old", "Objects.equals")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("package a;\n\n", "package a;\n\nimport java.util.Objects;\n\n"),
        ("", "import java.util.Objects;\n\n"),
        ("// License\n\n", "// License\n\nimport java.util.Objects;\n\n"),
        ("import java.util.List;\n", "import java.util.List;\nimport java.util.Objects;\n"),
        ("import java.util.Set;\nimport a.B;\n", "import java.util.Objects;\nimport java.util.Set;\nimport a.B;\n"),
        ("import org.a.B;\n", "import java.util.Objects;\nimport org.a.B;\n"),
        ("import java.util.*;\n", "import java.util.*;\n"),
        ("package java.util;\n", "package java.util;\n"),
        ("import static java.lang.Math.max;\n", "import java.util.Objects;\n\nimport static java.lang.Math.max;\n"),
    ],
)
def test_an_import_has_its_place(fixed, before, after):
    assert fixed("java", before + USE, *EQUALS) == after + USED


@pytest.mark.parametrize("before", ["import mine.Objects;\n", "class Objects {}\n", "import java.io.*; "])
def test_without_a_free_name_the_whole_path_stands_in_the_code(fixed, before):
    more = "Objects o;" if before.endswith(" ") else ""
    code = before + USE.replace("boolean", f"{more} boolean")
    assert fixed("java", code, *EQUALS) == code.replace("old", "java.util.Objects.equals")


def test_a_class_that_nothing_uses_any_more_goes(fixed):
    code = "package a;\n\nimport java.util.Random;\nimport java.util.Set;\n\nclass A { Object r = new Random(); }\n"
    after = "package a;\n\nimport java.security.SecureRandom;\nimport java.util.Set;\n\nclass A { Object r = new SecureRandom(); }\n"
    assert fixed("java", code, "new Random()", "new SecureRandom()", "import java.security.SecureRandom;") == after


@pytest.mark.parametrize("imports", ["import static a.B.old;\n", "import a.*;\n"])
def test_imports_that_may_name_more_stay(fixed, imports):
    assert imports in fixed("java", imports + USE, "old($X)", "$X")
