"""Reading and writing files without changing anything but their text."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.server import textfile
from reread.server.textfile import UnreadableFileError

LIMIT = 1_000


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"plain\n", "utf-8"),
        ("žluť\r\n".encode(), "utf-8"),
        (codecs.BOM_UTF8 + b"x = 1\n", "utf-8"),
        (codecs.BOM_UTF16_LE + "x = 'ž'\n".encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + "x\n".encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + "x\n".encode("utf-32-le"), "utf-32-le"),
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", "latin-1"),
        (b"x = 'caf\xe9'\r\n\x0c\x1a", "latin-1"),
        (b"#!/usr/bin/python\n# vim: set fileencoding=cp1250 :\nx = '\x9e'\n", "cp1250"),
    ],
)
def test_what_is_read_is_written_back_in_its_own_encoding(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(data)
    content = textfile.read(str(path), LIMIT)
    assert content.encoding == encoding
    assert not content.text.startswith("\ufeff")
    textfile.write(str(path), content, content.text + "more\r\n")
    assert path.read_bytes() == data + "more\r\n".encode(encoding)


@given(st.text().filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_any_text_survives(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        read = textfile.decode(data, "a.go", 10**6)
    except UnreadableFileError:
        assert any("\ud800" <= character <= "\udfff" for character in text)
    else:
        assert read.text.encode(read.encoding) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x7fELF\0\0", "binary"),
        (b"caf\xe9\x1f\x8b\n", "not utf-8"),
        (b"# coding: utf-8\nx = '\xe9'\n", "not utf-8"),
        (b"x" * (LIMIT + 1), "larger than 1,000 bytes"),
        (b"# coding: no-such-encoding\n", "not no-such-encoding"),
        (b"# coding: rot13\n", "not rot13"),
    ],
)
def test_what_is_no_text_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        textfile.decode(data, "a.py", LIMIT)


def test_only_python_files_declare_their_encoding() -> None:
    assert textfile.decode(b"// coding: cp1250 \x9e", "a.go", LIMIT).encoding == "latin-1"
    assert textfile.decode(b"# coding: cp1250 \x9e", "a.py", LIMIT).encoding == "cp1250"


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no such file"):
        textfile.read(str(tmp_path / "none.py"), LIMIT)
    with pytest.raises(UnreadableFileError, match="not a regular file"):
        textfile.read(str(tmp_path), LIMIT)


def test_mode_and_link_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "run.py", tmp_path / "link.py"
    target.write_text("x\n")
    target.chmod(0o751)
    link.symlink_to(target)
    content = textfile.read(str(link), LIMIT)
    textfile.write(str(link), content, "y\n")
    assert link.is_symlink()
    assert target.read_text() == "y\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o751
    assert sorted(os.listdir(tmp_path)) == ["link.py", "run.py"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("x\n")
    content = textfile.read(str(path), LIMIT)
    path.write_text("edited\n")
    with pytest.raises(UnreadableFileError, match="changed while"):
        textfile.write(str(path), content, "y\n")
    assert path.read_text() == "edited\n"


def test_a_text_that_does_not_fit_the_encoding_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"# coding: latin-1\n")
    content = textfile.read(str(path), LIMIT)
    with pytest.raises(UnreadableFileError, match="cannot be written in latin-1"):
        textfile.write(str(path), content, "# coding: latin-1\nž\n")
    assert path.read_bytes() == b"# coding: latin-1\n"


def test_a_folder_that_is_not_writable_leaves_the_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.py"
    path.parent.mkdir()
    path.write_text("x\n")
    content = textfile.read(str(path), LIMIT)
    path.unlink()
    with pytest.raises(UnreadableFileError, match="cannot be written"):
        textfile.write(str(path), content, "y\n")
    assert os.listdir(path.parent) == []


def test_a_new_file_is_whole_or_not_there(tmp_path):
    path = tmp_path / "new"
    with pytest.raises(UnicodeEncodeError):
        textfile.create(str(path), "\ud800")
    assert not path.exists()
    textfile.create(str(path), "text\n")
    with pytest.raises(FileExistsError):
        textfile.create(str(path), "other")
    assert path.read_bytes() == b"text\n"
