"""What is installed is what is here: every module and data file of the three folders is in the wheel."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("analyzers", "rag", "server")


def shipped_files(root: Path) -> set[str]:
    paths = (path for folder in FOLDERS for path in (root / folder).rglob("*"))
    return {f"reread/{path.relative_to(root)}" for path in paths if path.is_file() and "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    source = tmp_path_factory.mktemp("source")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", source / "out", source]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    with zipfile.ZipFile(next((source / "out").glob("*.whl"))) as archive:
        return archive.namelist()


def test_every_file_is_in_the_wheel(wheel):
    assert shipped_files(ROOT) - set(wheel) == set()


def test_nothing_else_is_in_the_wheel(wheel):
    extra = {name for name in wheel if ".dist-info/" not in name} - shipped_files(ROOT)
    assert extra == set()
