"""The configuration files for editors: well-formed, and naming the server rightly."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reread.server import __version__

EDITORS = Path(__file__).parents[2] / "editors"
COMMAND = ["reread", "server"]


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((EDITORS / name).read_text())


def test_helix_starts_the_server_for_every_language_it_names() -> None:
    configuration = toml("helix/languages.toml")
    server = configuration["language-server"]["reread"]
    assert [server["command"], *server["args"]] == COMMAND
    assert all("reread" in language["language-servers"] for language in configuration["language"])
    assert {language["name"] for language in configuration["language"]} >= {"python", "typescript", "tsx", "go", "java"}


def test_kate_starts_the_server_for_every_language_it_names() -> None:
    servers = json.loads((EDITORS / "kate" / "settings.json").read_text())["servers"]
    assert {tuple(server["command"]) for server in servers.values()} == {tuple(COMMAND)}
    assert set(servers) == {"python", "javascript", "typescript", "vue", "go", "java"}


def test_zed_starts_the_server_for_the_languages_of_its_extension() -> None:
    settings = json.loads((EDITORS / "zed" / "settings.json").read_text())
    binary = settings["lsp"]["reread"]["binary"]
    assert [binary["path"], *binary["arguments"]] == COMMAND
    extension = toml("zed/extension.toml")
    assert set(extension["language_servers"]["reread"]["languages"]) == set(settings["languages"])
    assert all(language["language_servers"][0] == "reread" for language in settings["languages"].values())


def test_zeds_extension_is_complete() -> None:
    source = (EDITORS / "zed" / "src" / "lib.rs").read_text()
    assert 'const NAME: &str = "reread"' in source
    assert 'vec!["server".to_string()]' in source


def test_every_editors_package_has_the_servers_version() -> None:
    versions = {"zed": toml("zed/extension.toml")["version"], "cargo": toml("zed/Cargo.toml")["package"]["version"]}
    versions["vscode"] = json.loads((EDITORS / "vscode" / "package.json").read_text())["version"]
    for library in (EDITORS / "emacs").glob("*.el"):
        [versions[library.name]] = re.findall(r"^;; Version: (.+)$", library.read_text(), re.MULTILINE)
    assert set(versions.values()) == {__version__}, versions


HEADERS = ("Author", "Version", "Package-Requires", "Keywords", "SPDX-License-Identifier")


@pytest.mark.parametrize("header", HEADERS)
def test_emacs_libraries_have_the_headers_of_packages(header: str) -> None:
    libraries = list((EDITORS / "emacs").glob("*.el"))
    assert libraries
    assert [
        each.name for each in libraries if not re.search(rf"^;; {header}: \S", each.read_text(), re.MULTILINE)
    ] == []


@pytest.mark.parametrize("name", ["emacs", "helix", "jetbrains", "kate", "neovim", "sublime", "vscode", "zed"])
def test_every_editor_says_how_to_set_it_up(name: str) -> None:
    assert f"{name}/" in (EDITORS / "README.md").read_text()
    assert "uv tool install ." in (EDITORS / name / "README.md").read_text()
