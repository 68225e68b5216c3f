"""Writes what the registries of editors ask for: `python -m editors.submissions ADDRESS FOLDER`.

ADDRESS is that of the public repository, which the files in this repository do not name. Each file has the place in
FOLDER that it has in the repository of its registry.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from reread.server import __version__

EDITORS = Path(__file__).parent
SUMMARY = "A second reading of your code before anyone else sees it: a local review language server"
MASON_LANGUAGES = ("Go", "Java", "JavaScript", "Python", "Svelte", "TypeScript", "Vue")


def submissions(address: str) -> dict[str, str]:
    """The files by their place. Raises ValueError for an address that is not one of https."""
    address = address.rstrip("/").removesuffix(".git")
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.netloc or not parts.path.strip("/"):
        raise ValueError(f"not the https address of a repository: {address}")
    return {
        "nvim-lspconfig/lsp/reread.lua": _lspconfig(address),
        "mason-registry/packages/reread/package.yaml": _mason(address),
        "lazy.nvim/reread.lua": _lazy(address),
        "melpa/recipes/reread": _melpa(address),
        "zed/extension.toml": _zed_extension(address),
        "zed/extensions.toml": _zed_entry(),
        "open-vsx/extensions.json": _open_vsx(address),
    }


def _lspconfig(address: str) -> str:
    configuration = (EDITORS / "neovim" / "lsp" / "reread.lua").read_text(encoding="utf-8")
    code = "".join(line for line in configuration.splitlines(keepends=True) if not line.startswith("--"))
    return f"---@brief\n---\n--- {address}\n---\n--- {SUMMARY}.\n\n---@type vim.lsp.Config\n{code}"


def _mason(address: str) -> str:
    package = {
        "name": "reread",
        "description": SUMMARY,
        "homepage": address,
        "licenses": ["Apache-2.0"],
        "languages": list(MASON_LANGUAGES),
        "categories": ["LSP", "Linter"],
        "source": {"id": f"pkg:pypi/reread@{__version__}"},
        "bin": {"reread": "pypi:reread"},
        "neovim": {"lspconfig": "reread"},
    }
    return "---\n" + yaml.safe_dump(package, sort_keys=False, width=120)


def _lazy(address: str) -> str:
    return f"""\
return {{
  url = "{address}",
  name = "reread",
  event = {{ "BufReadPre", "BufNewFile" }},
  opts = {{}},
  config = function(plugin, opts)
    vim.opt.runtimepath:append(plugin.dir .. "/editors/neovim")
    vim.cmd("runtime plugin/reread.lua")
    require("reread").setup(opts)
  end,
}}
"""


def _melpa(address: str) -> str:
    parts = urlsplit(address)
    hosts = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "codeberg"}
    host = hosts.get(parts.netloc)
    where = f':fetcher {host}\n :repo "{parts.path.strip("/")}"' if host else f':fetcher git\n :url "{address}"'
    return f'(reread\n {where}\n :files ("editors/emacs/*.el"))\n'


def _zed_extension(address: str) -> str:
    text = (EDITORS / "zed" / "extension.toml").read_text(encoding="utf-8")
    return re.sub(r"(?m)^(authors = .*)$", rf'\1\nrepository = "{address}"', text, count=1)


def _zed_entry() -> str:
    name = tomllib.loads((EDITORS / "zed" / "extension.toml").read_text(encoding="utf-8"))["id"]
    return f'[{name}]\nsubmodule = "extensions/{name}"\npath = "editors/zed"\nversion = "{__version__}"\n'


def _open_vsx(address: str) -> str:
    package = json.loads((EDITORS / "vscode" / "package.json").read_bytes())
    entry = {"repository": address, "location": "editors/vscode", "version": package["version"]}
    return json.dumps({f"{package['publisher']}.{package['name']}": entry}, indent=2) + "\n"


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write files below a folder."""
    for place, text in files.items():
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m editors.submissions ADDRESS FOLDER")
    try:
        write(submissions(sys.argv[1]), Path(sys.argv[2]))
    except ValueError as problem:
        sys.exit(str(problem))
