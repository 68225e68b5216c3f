"""One file, many spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.server.lsp.transport import uris


@pytest.mark.parametrize(
    "spelling",
    ["file:///c%3A/work/a%20b.py", "file:///C:/work/a b.py", "file:///c:/work/a%20b.py", "FILE:///C%3a/work/a%20b.py"],
)
def test_all_spellings_of_a_file_have_one_key(spelling: str) -> None:
    assert uris.key(spelling) == "file:///c:/work/a b.py"


@pytest.mark.parametrize(
    "spelling", ["file://server/share/a.py", "file://SERVER/share/a.py", r"file:\\server\share\a.py"]
)
def test_shares_keep_the_name_of_their_machine(spelling: str) -> None:
    assert uris.key(spelling) == "file:////server/share/a.py"


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///work/a.py", "/work/a.py"),
        ("file:///work/a%20b%23c.py", "/work/a b#c.py"),
        ("file://localhost/work/a.py", "/work/a.py"),
        ("file:/work/a.py", "/work/a.py"),
        ("file:///work/../etc/passwd", "/etc/passwd"),
        ("file:///work/a.py?query#fragment", "/work/a.py"),
        ("file:///work/%E6%BC%A2.py", "/work/漢.py"),
        ("untitled:Untitled-1", ""),
        ("vscode-notebook-cell:/work/a.ipynb#X1", ""),
        ("git:/work/a.py?{}", ""),
        ("file:///a%00b.py", ""),
        ("file://", "/"),
        ("", ""),
        ("not a uri", ""),
    ],
)
def test_paths(uri: str, path: str) -> None:
    assert uris.path_of(uri) == path


def test_other_schemes_are_their_own_key() -> None:
    assert uris.key("untitled:Untitled-1") == "untitled:Untitled-1"
    assert uris.key("nonsense") == "nonsense"


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1))
def test_a_path_survives_its_uri(name: str) -> None:
    path = "/work/" + name.replace("/", "_").replace("\\", "_")
    if path.rpartition("/")[2] not in (".", ".."):
        assert uris.path_of(uris.uri_of(path)) == path


def test_a_path_that_is_not_utf_8_survives_its_uri() -> None:
    path = b"/work/\xff.py".decode(errors="surrogateescape")
    assert uris.uri_of(path) == "file:///work/%FF.py"
    assert uris.path_of("file:///work/%FF.py") == path


@given(st.text())
def test_no_text_is_too_odd_to_be_a_uri(uri: str) -> None:
    uris.key(uri)
    uris.path_of(uri)
    uris.key("file://" + uri)
    uris.path_of("file://" + uri)
