"""What is installed is what is here: every module and data file of the three folders is in the wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
FOLDERS = ("analyzers", "rag", "server")


def shipped_files(root: Path) -> set[str]:
    paths = (path for folder in FOLDERS for path in (root / folder).rglob("*"))
    files = (path for path in paths if path.is_file() and "__pycache__" not in path.parts)
    return {f"reread/{path.relative_to(root)}" for path in files if path.suffix != ".prepared"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    source = tmp_path_factory.mktemp("source")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.prepared"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", source / "out", source]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next((source / "out").glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_file_is_in_the_wheel(names):
    assert shipped_files(ROOT) - names == set()


def test_nothing_else_is_in_the_wheel_but_the_prepared_rules(names):
    extra = {name for name in names if ".dist-info/" not in name} - shipped_files(ROOT)
    assert extra == {"reread/analyzers/packs/rules.prepared"}


def test_an_installed_package_need_not_read_its_rules(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    program = """
import sys
sys.modules["yaml"] = None
from reread.analyzers.rules import ruleset
rules = ruleset.load()
print(ruleset.__file__, len(rules.rules) > 100, rules.problems)
"""
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "REREAD_CACHE_DIR": str(tmp_path / "cache")}
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert ran.stdout.split() == [str(tmp_path / "site/reread/analyzers/rules/ruleset.py"), "True", "()"]
