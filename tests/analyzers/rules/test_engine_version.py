"""The version of the code by which caches are written: one stamp of an installation, else that of all files."""

from __future__ import annotations

import os

import pytest

from reread.analyzers.rules.cache import engine_version


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of packages with this one in it, without what an installation leaves."""
    (tmp_path / "reread" / "analyzers").mkdir(parents=True)
    monkeypatch.setattr(engine_version, "ANALYZERS", str(tmp_path / "reread" / "analyzers"))
    engine_version.installed_at.cache_clear()
    yield tmp_path
    engine_version.installed_at.cache_clear()


def record(site, name="reread-0.1.0.dist-info", text="a"):
    (site / name).mkdir()
    (site / name / "RECORD").write_text(text)
    os.utime(site / name / "RECORD", ns=(7, 7))


def test_an_installation_has_the_stamp_of_its_list_of_files(site):
    record(site, text="abc")
    record(site, "reread_more-1.dist-info")
    assert engine_version.installed_at() == (7, 3)
    assert engine_version.engine_version()[:2] == [7, 3]


def test_without_a_list_of_files_there_is_no_stamp(site):
    (site / "reread-0.1.0.dist-info").mkdir()
    assert engine_version.installed_at() is None


def test_what_two_installations_left_is_no_stamp(site):
    record(site)
    record(site, "reread-0.2.0.dist-info")
    assert engine_version.installed_at() is None


def test_a_folder_that_cannot_be_listed_has_no_stamp(site, monkeypatch):
    record(site)
    monkeypatch.setattr(engine_version, "ANALYZERS", str(site / "none" / "reread" / "analyzers"))
    assert engine_version.installed_at() is None


@pytest.mark.parametrize(
    ("names", "version"),
    [(["grammar-1.2.dist-info"], "1.2"), (["grammar_more-1.dist-info", "grammar"], None), ([], None),
     (["grammar-1.dist-info", "grammar-2.dist-info"], None)],
)  # fmt: skip
def test_the_version_of_what_is_installed_beside_it(site, names, version):
    for name in names:
        (site / name).mkdir()
    assert engine_version.installed_version("grammar", str(site)) == version


def test_a_checkout_has_no_stamp_but_time_and_size_of_its_code():
    engine_version.installed_at.cache_clear()
    assert engine_version.installed_at() is None
    assert engine_version.engine_version()[:2] == [engine_version.newest_code(), engine_version.code_size()]
