"""`CODEOWNERS`, as hosts read it."""

from __future__ import annotations

import pytest

from reread.server.conclusion.owners import load, parse

TEXT = """
# everybody
*       @acme/all
*.js    @js
/build/ @builder
docs/*  docs@example.org
apps/   @apps
/apps/github
**/logs @logs
/a\\ b.txt @space
"""


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("x.py", ["@acme/all"]),
        ("deep/down/x.js", ["@js"]),
        ("build/x/y.py", ["@builder"]),
        ("other/build/x.py", ["@acme/all"]),
        ("docs/a.md", ["docs@example.org"]),
        ("docs/deeper/a.md", ["@acme/all"]),
        ("src/apps/x.py", ["@apps"]),
        ("apps/github/x.py", []),
        ("deep/logs/x.py", ["@logs"]),
        ("a b.txt", ["@space"]),
    ],
)
def test_the_last_line_that_fits_names_the_owners(path, owners):
    assert list(parse(TEXT).of(path)) == owners


def test_each_section_has_a_last_line_of_its_own():
    owners = parse("[Code] @usual\n*.py\n^[Docs][2]\n* @writer\n")
    assert owners.of("a.py") == ("@usual", "@writer")
    assert owners.of("a.md") == ("@writer",)


@pytest.mark.parametrize("line", ["!*.py @a", "[a-z].py @a", "*.py not-an-owner"])
def test_what_hosts_do_not_know_names_nobody(line):
    assert parse(line).of("a.py") == ()


def test_the_first_place_counts():
    files = {".github/CODEOWNERS": b"* @first", "CODEOWNERS": b"* @second"}
    assert load(files.get).of("a") == ("@first",)
    assert load({}.get).of("a") == ()
