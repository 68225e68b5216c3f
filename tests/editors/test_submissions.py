"""What the registries of editors get: names, versions and places, as their own descriptions ask for them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from editors.submissions import submissions, write
from reread.server import __version__
from tests.editors.neovim import Neovim

ROOT = Path(__file__).parents[2]
ADDRESS = "https://github.com/example/reread"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return submissions(ADDRESS)


def test_mason_installs_this_version_and_its_program(files: dict[str, str]) -> None:
    package = yaml.safe_load(files["mason-registry/packages/reread/package.yaml"])
    assert {"name", "description", "homepage", "licenses", "languages", "source"} <= package.keys()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert package["name"] == project["name"]
    assert package["licenses"] == [project["license"]]
    assert package["source"] == {"id": f"pkg:pypi/reread@{__version__}"}
    assert {name: f"pypi:{name}" for name in package["bin"]} == package["bin"]
    assert package["bin"].keys() <= project["scripts"].keys()
    assert package["homepage"] == ADDRESS


def test_zed_finds_the_extension_in_its_folder(files: dict[str, str]) -> None:
    extension = tomllib.loads(files["zed/extension.toml"])
    assert {"id", "name", "version", "schema_version", "authors", "description", "repository"} <= extension.keys()
    assert extension["repository"] == ADDRESS
    assert extension["authors"]
    [(name, entry)] = tomllib.loads(files["zed/extensions.toml"]).items()
    assert name == extension["id"]
    assert entry["version"] == extension["version"] == __version__
    assert entry["submodule"] == f"extensions/{name}"
    assert (ROOT / entry["path"] / "extension.toml").is_file()


def test_zeds_extension_has_the_licence_in_its_folder() -> None:
    assert (ROOT / "editors" / "zed" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_melpa_takes_all_libraries(files: dict[str, str]) -> None:
    recipe = files["melpa/recipes/reread"]
    assert recipe.startswith("(reread\n :fetcher github\n")
    assert ':repo "example/reread"' in recipe
    [pattern] = re.findall(r':files \("([^"]+)"\)', recipe)
    assert {path.name for path in ROOT.glob(pattern)} == {path.name for path in (ROOT / "editors/emacs").glob("*.el")}


def test_melpa_fetches_from_any_host() -> None:
    recipe = submissions("https://git.example.org/team/reread.git")["melpa/recipes/reread"]
    assert ':fetcher git\n :url "https://git.example.org/team/reread"' in recipe


def test_open_vsx_publishes_the_extension_of_this_version(files: dict[str, str]) -> None:
    [(name, entry)] = json.loads(files["open-vsx/extensions.json"]).items()
    package = json.loads((ROOT / entry["location"] / "package.json").read_text())
    assert name == f"{package['publisher']}.{package['name']}"
    assert entry["repository"] == ADDRESS
    assert entry["version"] == package["version"] == __version__
    assert {"license", "icon", "description", "categories"} <= package.keys()


@pytest.mark.parametrize(
    "address", ["http://example.org/reread", "git@github.com:example/reread", "https://example.org"]
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not the https address"):
        submissions(address)


def test_each_file_is_written_to_its_place(files: dict[str, str], tmp_path: Path) -> None:
    write(files, tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == files.keys()


@pytest.mark.editor
def test_nvim_lspconfig_has_the_configuration_of_the_plug_in(
    neovim: Neovim, files: dict[str, str], tmp_path: Path
) -> None:
    write(files, tmp_path)
    theirs = neovim.evaluate(f"dofile('{tmp_path / 'nvim-lspconfig/lsp/reread.lua'}')")
    assert theirs == neovim.evaluate(f"dofile('{ROOT / 'editors/neovim/lsp/reread.lua'}')")


@pytest.mark.editor
def test_lazy_sets_the_plug_in_up_from_a_clone(neovim: Neovim, files: dict[str, str], tmp_path: Path) -> None:
    write(files, tmp_path)
    neovim.run(f"_G.spec = dofile('{tmp_path / 'lazy.nvim/reread.lua'}')")
    assert neovim.evaluate("{ spec.url, spec.name }") == [ADDRESS, "reread"]
    neovim.run("vim.opt.runtimepath = vim.env.VIMRUNTIME; vim.g.loaded_reread = nil")
    neovim.run(f"spec.config({{ dir = '{ROOT}' }}, {{ autostart = false }})")
    assert neovim.evaluate("require('reread.config').options.autostart") is False
    assert neovim.evaluate("vim.fn.exists(':RereadExplain')") == 2


@pytest.mark.editor
def test_emacs_reads_the_recipe(environment: dict[str, str], files: dict[str, str], tmp_path: Path) -> None:
    write(files, tmp_path)
    read = f'(with-temp-buffer (insert-file-contents "{tmp_path / "melpa/recipes/reread"}") (prin1 (read (current-buffer))))'
    done = subprocess.run(
        ["emacs", "--batch", "--eval", read], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == '(reread :fetcher github :repo "example/reread" :files ("editors/emacs/*.el"))'


def test_without_an_address_it_says_how_it_is_used() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "editors.submissions"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr == "usage: python -m editors.submissions ADDRESS FOLDER\n"
