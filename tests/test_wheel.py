"""What is installed is what is here: every module and data file of the three folders is in the wheel."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from reread.analyzers import parts
from tests.bench.installation import MOST_LIGHT, MOST_WHOLE, size_of
from tools.release.pinned import closure

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
FOLDERS = ("analyzers", "rag", "server")
GOLDEN = "reread/server/evaluation/golden"
CASES = sorted((ROOT / "server" / "evaluation" / "golden").glob("*/*.yaml"))


def shipped_files(root: Path) -> set[str]:
    paths = (path for folder in FOLDERS for path in (root / folder).rglob("*"))
    files = (path for path in paths if path.is_file() and "__pycache__" not in path.parts)
    names = {f"reread/{path.relative_to(root)}" for path in files if path.suffix != ".prepared"}
    packs = {name for name in names if name.startswith("reread/analyzers/packs/")}
    of_developers = {name for name in packs if not name.endswith((".yaml", "/__init__.py"))}
    return {name for name in names - of_developers if name.endswith("/sample/README.md") or "README" not in name}


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
    golden = {name for name in shipped_files(ROOT) if name.startswith(f"{GOLDEN}/")}
    assert shipped_files(ROOT) - golden - names == set()


def test_the_golden_set_is_packed(wheel):
    with zipfile.ZipFile(wheel) as archive, zipfile.ZipFile(io.BytesIO(archive.read(f"{GOLDEN}.zip"))) as packed:
        cases = {path.relative_to(ROOT / "server/evaluation/golden").as_posix() for path in CASES}
        assert set(packed.namelist()) == cases
        assert {packed.read(name) for name in cases} == {path.read_bytes() for path in CASES}


def test_nothing_else_is_in_the_wheel_but_the_prepared_rules(names):
    extra = {name for name in names if ".dist-info/" not in name} - shipped_files(ROOT)
    prepared = {"reread/analyzers/packs/rules.prepared", "reread/analyzers/dataflow/models/names.prepared"}
    assert extra == {*prepared, f"{GOLDEN}.zip"}


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


def listed(name):
    """The libraries of a part that its list has for this machine."""
    lines = re.findall(r"^[a-z].*(?= \\$)", parts.requirements(name), re.MULTILINE)
    wanted = [Requirement(line) for line in lines]
    return {each.name for each in wanted if each.marker is None or each.marker.evaluate()}


def size_of_libraries(names):
    found = [distribution(name) for name in names]
    return size_of(Path(str(each.locate_file(file))) for each in found for file in each.files or ())


@pytest.fixture(scope="module")
def light(wheel, tmp_path_factory):
    """MB of the wheel, unpacked, with the libraries that it requires."""
    folder = tmp_path_factory.mktemp("light")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return size_of(folder.rglob("*")) + size_of_libraries(closure(project["dependencies"]))


def test_the_light_installation_keeps_its_limit(light):
    assert 184 < light < MOST_LIGHT


def test_the_whole_installation_keeps_its_limit(light):
    assert light < light + size_of_libraries(listed("index")) + size_of_libraries(listed("model")) < MOST_WHOLE


def test_the_light_installation_brings_nothing_of_the_parts():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    light = closure(project["dependencies"])
    assert not light & {"chromadb", "numpy", "openai", "anthropic", "pydantic", "httpx"}
