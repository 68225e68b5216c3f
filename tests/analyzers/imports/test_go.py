"""What fixes do to imports of Go."""

from __future__ import annotations

import pytest

BUFFER = ("old($X)", "bytes.NewReader($X)", 'import "bytes"')
USE = "\nfunc f() {\n\told(x)\n}\n"
USED = USE.replace("old", "bytes.NewReader")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('import (\n\t"fmt"\n)\n', 'import (\n\t"bytes"\n\t"fmt"\n)\n'),
        ('import (\n\t"a"\n\t"fmt"\n)\n', 'import (\n\t"a"\n\t"bytes"\n\t"fmt"\n)\n'),
        ('import (\n\t"a"\n)\n', 'import (\n\t"a"\n\t"bytes"\n)\n'),
        ('import (\n\t"a"\n\n\t"c.d/e"\n)\n', 'import (\n\t"a"\n\t"bytes"\n\n\t"c.d/e"\n)\n'),
        ('import (\n\t"c.d/e"\n)\n', 'import (\n\t"bytes"\n\n\t"c.d/e"\n)\n'),
        ('import "fmt"\n', 'import "fmt"\nimport "bytes"\n'),
        ("", '\nimport "bytes"\n'),
        ('// #include <x.h>\nimport "C"\n', '\nimport "bytes"\n// #include <x.h>\nimport "C"\n'),
        ('import (\n\t"bytes"\n)\n', 'import (\n\t"bytes"\n)\n'),
    ],
)
def test_an_import_has_its_place_in_the_block(fixed, before, after):
    assert fixed("go", f"package a\n{before}{USE}", *BUFFER) == f"package a\n{after}{USED}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('\t"a"\n', '\t"a"\n\n\t"x.org/new"\n'),
        ('\t"a"\n\n\t"c.d/e"\n', '\t"a"\n\n\t"c.d/e"\n\t"x.org/new"\n'),
        ('\t"c.d/e"\n\t"z.d/e"\n', '\t"c.d/e"\n\t"x.org/new"\n\t"z.d/e"\n'),
    ],
)
def test_a_package_of_others_stands_apart_from_the_standard_library(fixed, before, after):
    code = f"package a\nimport (\n{before}){USE}"
    expected = f"package a\nimport (\n{after}){USE.replace('old', 'new.F')}"
    assert fixed("go", code, "old($X)", "new.F($X)", 'import "x.org/new"') == expected


def test_the_name_that_the_file_uses_is_taken(fixed):
    code = 'package a\nimport b "bytes"\n'
    assert fixed("go", code + USE, *BUFFER) == code + USED.replace("bytes.", "b.")


@pytest.mark.parametrize("imports", ['import "mine/bytes"\n', "var bytes = 1\n"])
def test_without_a_free_name_there_is_no_fix(fixed, imports):
    code = f"package a\n{imports}{USE}"
    assert fixed("go", code, *BUFFER) == code


def test_a_package_that_nothing_uses_any_more_goes(fixed):
    code = 'package a\n\nimport (\n\t"fmt"\n\t"math/rand"\n)\n\nfunc f() { fmt.Print(rand.Intn(3)) }\n'
    after = 'package a\n\nimport (\n\t"crypto/rand"\n\t"fmt"\n)\n\nfunc f() { fmt.Print(rand.Int(3)) }\n'
    assert fixed("go", code, "rand.Intn($X)", "rand.Int($X)", 'import "crypto/rand"') == after


def test_a_package_of_the_same_name_stays_while_it_is_used(fixed):
    code = 'package a\n\nimport "math/rand"\n\nfunc f() { g(rand.Intn(3), rand.Seed) }\n'
    assert fixed("go", code, "rand.Intn($X)", "rand.Int($X)", 'import "crypto/rand"') == code


def test_the_only_import_goes_with_its_line(fixed):
    code = 'package a\n\nimport "strconv"\n\nfunc f() { strconv.Old() }\n'
    assert fixed("go", code, "strconv.Old()", "new()") == "package a\n\nfunc f() { new() }\n"
