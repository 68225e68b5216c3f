"""The copy that tools get where the files on disk are not what is judged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reread.server.external.copying import Judged, copied
from reread.server.external.tools import Ready, ask_all
from reread.server.verification.copies import CopyError, remove_leftovers
from tests.server.external.test_tools import RESULT, SARIF


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def staged(repository, **texts: str) -> Judged:
    for name, text in texts.items():
        repository.write(f"{name}.py", text)
    repository.git("add", "-A")
    return Judged(str(repository.path))


def files(folder: str) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if not path.is_dir()}


def test_it_has_what_is_staged_and_nothing_that_is_only_on_disk(repository):
    judged = staged(repository, a="staged\n")
    repository.write("a.py", "on disk\n")
    repository.write("untracked.py", "")
    with copied(judged, str(repository.path), ()) as place:
        assert Path(place.folder, "a.py").read_text() == "staged\n"
        assert "untracked.py" not in files(place.folder)
        assert not Path(place.folder).is_relative_to(repository.path)


def test_a_commit_is_judged_as_it_is_there(repository):
    repository.write("a.py", "committed\n")
    repository.commit()
    judged = staged(repository, a="staged\n")._replace(commit="HEAD")
    with copied(judged, str(repository.path), ()) as place:
        assert Path(place.folder, "a.py").read_text() == "committed\n"


def test_texts_stand_for_those_on_disk(folder):
    folder.write("a.py", "on disk\n")
    folder.write("ruff.toml", "")
    with copied(Judged(texts={"a.py": b"given\n"}), str(folder.path), ()) as place:
        assert Path(place.folder, "a.py").read_text() == "given\n"
        assert "ruff.toml" in files(place.folder)


def test_of_a_workspace_within_a_repository_what_is_above_is_there_too(repository):
    repository.write("ruff.toml", "")
    repository.write("part/a.py", "")
    with copied(staged(repository), str(repository.path / "part"), ()) as place:
        assert files(place.folder) == {"a.py"}
        assert "ruff.toml" in files(str(Path(place.folder).parent))


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_are_kept_within_the_copy_and_none_leads_out(repository, tmp_path):
    (tmp_path / "secret").write_text("secret")
    links = {"good.toml": "a.py", "out": str(tmp_path), "up": "../secret", "back": str(repository.path), "hop": "out/x"}
    for name, target in links.items():
        (repository.path / name).symlink_to(target)
    with copied(staged(repository, a="x\n"), str(repository.path), ()) as place:
        assert Path(place.folder, "good.toml").read_text() == "x\n"
        assert not set(links) - {"good.toml"} & set(os.listdir(place.folder))


def test_no_filter_of_the_repository_runs(repository, tmp_path):
    judged = staged(repository, a="plain\n")
    repository.git("config", "filter.evil.smudge", f"touch {tmp_path}/ran")
    repository.write(".gitattributes", "*.py filter=evil\n")
    repository.git("add", ".gitattributes")
    with copied(judged, str(repository.path), ()) as place:
        assert Path(place.folder, "a.py").read_text() == "plain\n"
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_nobody_else_reads_it_and_it_is_gone_afterwards(repository):
    with copied(staged(repository, a=""), str(repository.path), ()) as place:
        assert os.stat(place.mark).st_mode & 0o077 == 0
    assert not os.path.exists(place.mark)


def test_installed_packages_are_lent_to_tools_of_javascript(repository):
    repository.write(".gitignore", "node_modules\n")
    repository.write("node_modules/plugin/index.js", "here")
    with copied(staged(repository), str(repository.path), ()) as place:
        assert Path(place.folder, "node_modules/plugin/index.js").read_text() == "here"
    assert repository.read("node_modules/plugin/index.js") == b"here"


def test_what_a_killed_process_leaves_is_removed_by_the_next(repository, cache):
    judged = staged(repository, a="x\n")
    code = (
        "import os, signal, sys; from reread.server.external.copying import *\n"
        "with copied(Judged(sys.argv[1]), sys.argv[1], ()) as place: os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, judged.root], check=False)
    assert list(cache.rglob("a.py")), "the process was killed with its copy"
    remove_leftovers()
    assert not list(cache.rglob("a.py"))


@pytest.mark.parametrize("limit", ["MOST_FILES", "LARGEST"])
def test_what_is_too_large_is_not_copied(repository, monkeypatch, cache, limit):
    judged = staged(repository, a="x\n", b="y\n")
    monkeypatch.setattr(f"reread.server.verification.copies.{limit}", 1)
    with pytest.raises(CopyError), copied(judged, str(repository.path), ()):
        pass
    assert not list(cache.rglob("a.py"))


def test_without_one_object_there_is_no_copy(repository):
    judged = staged(repository, a="x\n")
    for path in (repository.path / ".git/objects").glob("??/*"):
        path.unlink()
    with pytest.raises(CopyError, match="is not here"), copied(judged, str(repository.path), ()):
        pass


def asked(repository, script: str, judged: Judged):
    tool = Ready("t", (sys.executable, "-c", script, "{files}"), ("*.py",), 60)
    return ask_all([tool], str(repository.path), ["a.py", "/outside.py"], judged, ())


def test_places_in_the_copy_are_places_of_the_workspace(repository):
    step = '{"message":{"text":"see"},"physicalLocation":{"artifactLocation":{"uri":"%s/b.py"},"region":{}}}'
    result = RESULT.replace('"m"', '"in %s"').replace("{", '{"relatedLocations":[' + step + "],", 1)
    script = f"import os, sys; print('{SARIF}' % '{result}' % (os.getcwd(), os.getcwd(), *sys.argv[1:]))"
    (outcome,) = asked(repository, script, staged(repository, a="x\n", b="y\n"))
    (made,) = outcome.results["a.py"]
    assert made.message == f"in {repository.path}"
    assert [each.path for each in made.steps] == [str(repository.path / "b.py")]


def test_a_tool_without_a_copy_is_a_line(repository, monkeypatch):
    judged = staged(repository, a="x\n", b="y\n")
    monkeypatch.setattr("reread.server.verification.copies.MOST_FILES", 1)
    (outcome,) = asked(repository, "raise SystemExit(1)", judged)
    assert outcome.problem.startswith("t was not asked: the workspace has more than 1 files")


def test_without_a_file_for_a_tool_nothing_is_copied(repository):
    tool = Ready("t", ("no-such-tool",), ("*.go",), 60)
    assert ask_all([tool], str(repository.path), ["a.py"], Judged("/no/such/folder"), ()) == []
