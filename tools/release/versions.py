"""Whether all files that say which version this is say the same."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

_VERSION = r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?"


def version_of(root: Path) -> str:
    """The version that `pyproject.toml` takes from the code."""
    text = (root / "server" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(rf'^__version__ = "({_VERSION})"$', text, re.M)
    return found[1] if found else ""


def stated(root: Path) -> Mapping[str, str]:
    """The versions of the parts that are published with it, by their files."""
    code = root / "editors" / "vscode"
    zed = root / "editors" / "zed"
    found = {
        "editors/vscode/package.json": str(json.loads((code / "package.json").read_bytes())["version"]),
        "editors/vscode/package-lock.json": str(json.loads((code / "package-lock.json").read_bytes())["version"]),
        "editors/zed/extension.toml": str(tomllib.loads((zed / "extension.toml").read_text())["version"]),
        "editors/zed/Cargo.toml": str(tomllib.loads((zed / "Cargo.toml").read_text())["package"]["version"]),
    }
    for path in sorted((root / "editors" / "emacs").glob("*.el")):
        header = re.search(r"^;; Version: (\S+)$", path.read_text(encoding="utf-8"), re.M)
        if header:
            found[f"editors/emacs/{path.name}"] = header[1]
    return found


def problems(root: Path) -> Iterator[str]:
    """One line for each file that says something else, or lacks what is new in this version."""
    version = version_of(root)
    if not version:
        yield "server/__init__.py: has no version"
    for name, said in stated(root).items():
        if said != version:
            yield f"{name}: has version {said}, not {version}"
    for name in ("CHANGELOG.md", "editors/vscode/CHANGELOG.md"):
        if not _has_heading(root / name, version):
            yield f"{name}: does not say what is new in {version}"


def is_dated(root: Path) -> bool:
    """Whether the list of changes no longer calls this version one to come."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    return re.search(rf"^## {re.escape(version_of(root))} \(not released yet\)", text, re.M) is None


def _has_heading(path: Path, version: str) -> bool:
    return re.search(rf"^## {re.escape(version)}\b", path.read_text(encoding="utf-8"), re.M) is not None
