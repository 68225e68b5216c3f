"""A release is checked before it is made: versions, licences, equal bytes, bill of materials, provenance."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import reread.server
from tools.release import __main__ as release
from tools.release import bill, building, licences, pinned, provenance, versions

ROOT = Path(__file__).parents[3]
ALLOWED = licences.read()
DIGESTS = {"reread-0.1.0.tar.gz": "a" * 64, "reread-0.1.0-py3-none-any.whl": "b" * 64}


@pytest.fixture
def tree(tmp_path):
    """The files of the tree that name a version."""
    for name in (*versions.stated(ROOT), "server/__init__.py", "CHANGELOG.md", "editors/vscode/CHANGELOG.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def change(path, before, after):
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def test_this_tree_has_one_version():
    assert versions.version_of(ROOT) == reread.server.__version__
    assert list(versions.problems(ROOT)) == []
    assert len(versions.stated(ROOT)) > 5


@pytest.mark.parametrize("name", versions.stated(ROOT))
def test_a_part_with_another_version_is_named(tree, name):
    change(tree / name, reread.server.__version__, "9.9.9")
    assert [line for line in versions.problems(tree) if line.startswith(name)] == [
        f"{name}: has version 9.9.9, not {reread.server.__version__}"
    ]


def test_changes_without_this_version_are_named(tree):
    change(tree / "CHANGELOG.md", f"## {reread.server.__version__}", "## 9.9.9")
    assert list(versions.problems(tree)) == [f"CHANGELOG.md: does not say what is new in {reread.server.__version__}"]


def test_a_version_that_is_to_come_is_not_dated(tree):
    assert not versions.is_dated(tree)
    change(tree / "CHANGELOG.md", " (not released yet)", "")
    assert versions.is_dated(tree)


def test_every_pinned_library_has_a_licence_of_the_list():
    assert list(licences.problems(pinned.listed(ROOT / bill.PARTS / "constraints.txt"), ALLOWED)) == []


def test_libraries_and_licences_that_are_not_allowed_are_named():
    none = ALLOWED._replace(licences=frozenset(), excepted={})
    assert list(licences.problems(["pyyaml", "never-installed"], none)) == [
        "never-installed: its licence is not known",
        "pyyaml: MIT",
    ]


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT AND (GPL-3.0-only OR Apache-2.0)", True),
        ("GPL-3.0-only", False),
        ("", False),
    ],
)
def test_an_alternative_is_enough_and_all_parts_are_needed(expression, allowed):
    assert licences.is_allowed(expression, frozenset({"MIT", "Apache-2.0"})) is allowed


def test_only_names_of_spdx_are_licences():
    assert licences.is_valid("Apache-2.0 OR MIT")
    assert not licences.is_valid("Apache 2.0")
    assert not licences.is_valid("MIT\n\nCopyright")


def test_what_is_excepted_is_pinned():
    assert {*ALLOWED.libraries, *ALLOWED.excepted} <= pinned.listed(ROOT / bill.PARTS / "constraints.txt").keys()


def test_a_list_has_versions_checksums_and_libraries_with_two_versions(tmp_path):
    (tmp_path / "list.txt").write_text(
        "a==1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "num-py==1.5 ; python_full_version < '3.12'\nnum-py==2.0 ; python_full_version >= '3.12'\n".replace(
            "aa", "a" * 64
        ).replace("bb", "b" * 64)
    )
    assert pinned.listed(tmp_path / "list.txt") == {
        "a": (pinned.Pinned("a", "1", ("a" * 64, "b" * 64)),),
        "num-py": (pinned.Pinned("num-py", "1.5", ()), pinned.Pinned("num-py", "2.0", ())),
    }


@pytest.mark.slow
def test_the_bill_has_what_an_installation_brings_and_conforms_to_its_schema():
    text = bill.bill(ROOT, "0.1.0", 1_700_000_000, DIGESTS, ALLOWED)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert text == bill.bill(ROOT, "0.1.0", 1_700_000_000, DIGESTS, ALLOWED)
    components = {each["name"]: each for each in json.loads(text)["components"]}
    assert components["pygls"]["scope"] == "required" and components["chromadb"]["scope"] == "optional"
    assert components["pygls"]["hashes"] and components["pygls"]["licenses"]
    assert not components.keys() & {"pytest", "mkdocs", "mypy"}
    needed = {each["ref"]: each.get("dependsOn", []) for each in json.loads(text)["dependencies"]}
    assert any(each.startswith("cattrs@") for each in needed[f"pygls@{components['pygls']['version']}"])


def test_the_statement_names_files_commit_and_libraries():
    made = json.loads(provenance.statement(DIGESTS, "c" * 40, 1_700_000_000, "d" * 64))
    assert made["_type"] == "https://in-toto.io/Statement/v1"
    assert {each["name"]: each["digest"]["sha256"] for each in made["subject"]} == DIGESTS
    definition = made["predicate"]["buildDefinition"]
    assert definition["externalParameters"] == {"commit": "c" * 40}
    assert [each["digest"] for each in definition["resolvedDependencies"]] == [
        {"gitCommit": "c" * 40},
        {"sha256": "d" * 64},
    ]


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A small project in a repository, built by the same `setup.py`'s archive as ours."""
    for variable in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(variable, "a@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    root = tmp_path / "project"
    root.mkdir()
    (root / "setup.py").write_text((ROOT / "setup.py").read_text().replace('"build_py": PrepareRules, ', ""))
    (root / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
        '[project]\nname = "small"\nversion = "1.0"\n[tool.setuptools]\npackages = ["small"]\n'
        '[tool.setuptools.package-data]\n"*" = ["*.prepared"]\n'
    )
    (root / "small").mkdir()
    (root / "small" / "__init__.py").write_text("A = 1\n")
    for command in ("init --quiet", "add .", "commit --quiet -m first"):
        subprocess.run(["git", *command.split()], cwd=root, check=True)
    return root


@pytest.mark.slow
def test_equal_files_give_equal_bytes_of_what_is_committed(package, tmp_path):
    (package / "small" / "new.py").write_text("")
    digests = building.build_twice(package, tmp_path / "dist")
    assert sorted(digests) == ["small-1.0-py3-none-any.whl", "small-1.0.tar.gz"]
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == sorted(digests)
    shutil.unpack_archive(tmp_path / "dist" / "small-1.0.tar.gz", tmp_path / "unpacked", filter="data")
    assert not (tmp_path / "unpacked" / "small-1.0" / "small" / "new.py").exists()
    assert not building.is_clean(package)


@pytest.mark.slow
def test_builds_that_differ_are_no_release(package, tmp_path):
    (package / "setup.py").write_text(
        "import uuid\nfrom pathlib import Path\nfrom setuptools import setup\n"
        'Path("small/__init__.py").write_text(str(uuid.uuid4()))\nsetup()\n'
    )
    subprocess.run(["git", "commit", "--quiet", "-am", "second"], cwd=package, check=True)
    with pytest.raises(building.NotEqualError, match=r"two builds differ in small-1\.0-py3-none-any\.whl, small"):
        building.build_twice(package, tmp_path / "dist")
    assert list((tmp_path / "dist").iterdir()) == []


@pytest.mark.slow
def test_what_a_build_makes_is_not_in_the_source_archive(package, tmp_path):
    (package / "small" / "rules.prepared").write_text("")
    subprocess.run(["git", "add", "."], cwd=package, check=True)
    subprocess.run(["git", "commit", "--quiet", "-m", "second"], cwd=package, check=True)
    building.build_twice(package, tmp_path / "dist")
    shutil.unpack_archive(tmp_path / "dist" / "small-1.0.tar.gz", tmp_path / "unpacked", filter="data")
    assert not list((tmp_path / "unpacked").rglob("*.prepared"))


@pytest.fixture
def made(monkeypatch):
    """A release whose files are not built."""
    monkeypatch.setattr(building, "is_clean", lambda root: True)
    monkeypatch.setattr(building, "build_twice", lambda root, target: (target.mkdir(), DIGESTS)[1])


@pytest.mark.slow
def test_a_release_has_its_files_and_says_what_is_left(made, tmp_path, capsys):
    assert release.main([str(tmp_path / "dist")]) == 0
    names = {path.name for path in (tmp_path / "dist").iterdir()}
    version = reread.server.__version__
    assert names == {f"reread-{version}.cdx.json", f"reread-{version}.intoto.json", "SHA256SUMS"}
    assert "left: tag " in capsys.readouterr().out


def test_what_is_not_committed_is_no_release(made, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(building, "is_clean", lambda root: False)
    assert release.main([str(tmp_path / "dist")]) == 1
    assert capsys.readouterr().err == (
        "release: there are changes that are not committed: they would not be in the release\n"
    )


def test_builds_that_differ_are_one_line(made, monkeypatch, tmp_path, capsys):
    def differ(root, target):
        raise building.NotEqualError("two builds differ in a.whl")

    monkeypatch.setattr(building, "build_twice", differ)
    assert release.main([str(tmp_path / "dist")]) == 1
    assert capsys.readouterr().err == "release: two builds differ in a.whl\n"
