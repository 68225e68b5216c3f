"""The site of the documentation: built strictly, with links that lead somewhere, from nowhere else."""

from __future__ import annotations

import re

import msgspec
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from docs.website.hooks import COPIED, _relinked, in_site
from docs.website.links import broken, loaded_from_elsewhere
from docs.website.settings_reference import reference
from reread.server.settings import Settings
from tests.website.shown import ROOT


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_the_site_builds_without_a_warning_and_no_link_of_it_is_broken(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "site")))
    site = tmp_path / "site"
    assert list(broken(site)) == []
    assert list(loaded_from_elsewhere(site)) == []
    assert (site / "rules" / "py" / "sql-injection.html").exists()
    assert "sql-injection" in (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert {"default", "slate"} <= set(re.findall(r'data-md-color-scheme="(\w+)"', (site / "index.html").read_text()))


def made(folder, **pages):
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text)
    return folder


def test_a_link_to_no_file_or_place_is_seen(tmp_path):
    site = made(tmp_path, a='<a href="b.html#here">', b='<a id="here" href="a.html#gone"><img src="no.png">')
    assert list(broken(site)) == ["b.html: a.html#gone: no such place", "b.html: no.png: no such file"]


def test_links_to_other_sites_are_passed_over_but_nothing_is_loaded_from_them(tmp_path):
    site = made(tmp_path, a='<a href="https://x.example/"></a><script src="https://cdn.example/x.js"></script>')
    assert list(broken(site)) == []
    assert list(loaded_from_elsewhere(site)) == ["a.html: https://cdn.example/x.js"]


@pytest.mark.parametrize(
    ("place", "source", "link", "expected"),
    [
        ("vscode.md", "docs/vscode.md", "[a](../editors/vscode/README.md)", "[a](editors/vscode.md)"),
        ("editors/emacs.md", "editors/emacs/README.md", "[a](../../docs/clients.md#x)", "[a](../clients.md#x)"),
        ("evaluation.md", "docs/evaluation.md", "[a](../server/evaluation/classes.yaml)", "a"),
        ("index.md", "docs/index.md", "[a](https://example.org/x)", "[a](https://example.org/x)"),
    ],
)
def test_links_lead_to_the_site_or_are_names(place, source, link, expected):
    match = re.match(r"(!?)\[([^\]]*)\]\(([^)#\s]+)(#[^)\s]*)?\)", link)
    assert _relinked(match, place, source) == expected


def test_what_is_copied_into_the_site_is_there():
    assert [source for source in COPIED if not (ROOT / source).is_file()] == []
    assert in_site("server/settings.py") is None


def test_every_setting_is_on_its_page_with_default_and_who_may_set_it():
    rows = dict(re.findall(r"^\| `([\w.-]+)` \| (.*) \|$", reference(), re.M))
    assert set(rows) == set(leaves(msgspec.to_builtins(Settings())))
    assert rows["run"].startswith('`"on-type"` | you | ')
    assert "One of `manual`, `on-save`, `on-type`." in rows["run"]
    assert rows["rules.profile"].split(" | ")[1] == "anyone"
    assert rows["telemetry.endpoint"].split(" | ")[1] == "your file"


def leaves(values, prefix=""):
    for key, value in values.items():
        if isinstance(value, dict) and value:
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"
