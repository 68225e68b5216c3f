"""No reader follows a link out of the workspace: not at the file, not in a folder above it, not one put there late."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reread.analyzers import inside
from reread.analyzers.findings import OtherFile
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.cache import rule_cache as rules_cache
from reread.rag.index import preparing
from reread.rag.source import guidance, walk
from reread.rag.source.ignore import IgnoreFiles
from reread.server import checking, configuration, textfile
from reread.server.cli.model import Assignment
from reread.server.cli.rules import problems as rules_problems
from reread.server.cli.sources import SourceFile
from reread.server.cli.workspace import _may_be_configured
from reread.server.imports.files import WorkspaceFiles
from reread.server.lsp.parts import other_files
from reread.server.review.verifier import Bench
from reread.server.settings import Settings
from reread.server.textfile import UnreadableFileError
from reread.server.verification.copies import Copy
from tests.our_code import nodes

SECRET = "leaked = 'from outside'\n"
LIMIT = 1_000_000

Reader = Callable[[Path, str], object]


def text_or_nothing(read: Callable[[], object]) -> object:
    try:
        return read()
    except (UnreadableFileError, OSError):
        return None


def copied(folder: Path, name: str) -> object:
    """What the copy for verification has of a file that became a link after it was listed."""
    copy = Copy(str(folder), ())
    try:
        copy._copy(walk.FoundFile(name, 1, 1))
        path = Path(copy.folder, name)
        return path.read_text() if path.exists() else None
    finally:
        copy.remove()


def other_file(folder: Path, name: str) -> object:
    file = OtherFile((folder / name).as_uri(), str(folder / name), name, "")
    return other_files._on_disk(file, LIMIT, str(folder))


READERS: dict[str, Reader] = {
    "textfile": lambda folder, name: textfile.read(str(folder / name), LIMIT, str(folder)).text,
    "checking": lambda folder, name: checking.read(SourceFile(name, name, str(folder / name)), LIMIT).text,
    "walk": lambda folder, name: (
        walk.walk(str(folder)).files and [each for each in walk.walk(str(folder)).files if each.path == name]
    ),
    "select": lambda folder, name: list(walk.select(str(folder), [str(folder / name)]).files),
    "read_text": lambda folder, name: walk.read_text(str(folder), name),
    "indexing": lambda folder, name: preparing.read(str(folder), walk.FoundFile(name, 1, 1)),
    "imports": lambda folder, name: WorkspaceFiles(str(folder), LIMIT).document(str(folder / name)),
    "import_settings": lambda folder, name: WorkspaceFiles(str(folder), LIMIT).text(str(folder / name)),
    "model_fixes": lambda folder, name: Bench(Settings(), str(folder), ()).readable.read(name),
    "other_files_of_a_fix": other_file,
    "verification": copied,
    "command_line_fixes": lambda folder, name: Assignment("", str(folder), (), (), False, LIMIT).text(
        OtherFile((folder / name).as_uri(), str(folder / name), name, "")
    ),
}
"""Whoever reads a file of a workspace by its path. What they return is something for a file that is there."""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "workspace"
    (folder / "inner").mkdir(parents=True)
    (folder / "plain.py").write_text(SECRET)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.py").write_text(SECRET)
    (folder / "link.py").symlink_to(tmp_path / "outside/secret.py")
    (folder / "relative.py").symlink_to("../outside/secret.py")
    (folder / "chain.py").symlink_to("link.py")
    (folder / "linked").symlink_to(tmp_path / "outside")
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    return folder


@pytest.mark.parametrize("name", ["link.py", "relative.py", "chain.py", "linked/secret.py"])
@pytest.mark.parametrize("reader", READERS)
def test_no_reader_is_led_out(workspace: Path, reader: str, name: str) -> None:
    assert not text_or_nothing(lambda: READERS[reader](workspace, name))
    # The controls: there is something to be read, and the reader does read.
    assert (workspace / name).read_text() == SECRET
    assert text_or_nothing(lambda: READERS[reader](workspace, "plain.py"))


@pytest.mark.parametrize("reader", ["textfile", "checking", "read_text", "indexing", "imports"])
def test_a_link_within_the_workspace_is_followed(workspace: Path, reader: str) -> None:
    (workspace / "inner/same.py").symlink_to("../plain.py")
    assert text_or_nothing(lambda: READERS[reader](workspace, "inner/same.py"))


def test_a_workspace_that_is_a_link_itself_is_read(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "spelled").symlink_to(workspace)
    assert inside.read(str(tmp_path / "spelled"), "plain.py").decode() == SECRET
    with pytest.raises(inside.OutsideError):
        inside.read(str(tmp_path / "spelled"), "link.py")


@pytest.mark.parametrize("part", ["plain.py", "inner"])
@pytest.mark.parametrize("knows", [True, False])
def test_a_link_that_is_put_there_while_the_file_is_opened(
    workspace: Path, tmp_path: Path, part: str, knows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "inner/secret.py").write_text("harmless\n")
    name = "inner/secret.py" if part == "inner" else part
    open_ = os.open

    def swapped(path: str, *arguments: int) -> int:
        (workspace / part).rename(workspace / "away")
        (workspace / part).symlink_to(tmp_path / "outside" / ("" if part == "inner" else "secret.py"))
        return open_(path, *arguments)

    if not knows:
        monkeypatch.setattr(inside, "_opened_path", lambda descriptor: "")
    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(inside.OutsideError):
        inside.read(str(workspace), name)


def test_without_the_systems_word_a_file_is_read_and_a_link_is_not(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inside, "_opened_path", lambda descriptor: "")
    assert inside.read(str(workspace), "plain.py").decode() == SECRET
    with pytest.raises(inside.OutsideError):
        inside.read(str(workspace), "link.py")


@pytest.mark.parametrize("name", ["/dev/null", "inner", "pipe"])
def test_what_is_no_file_is_not_read(workspace: Path, name: str) -> None:
    os.mkfifo(workspace / "pipe")
    with pytest.raises(inside.NotAFileError):
        inside.read("", str(workspace / name))


@pytest.mark.parametrize("name", ["AGENTS.md", ".cursor/rules/x.md", "inner/AGENTS.md"])
def test_guidance_is_not_read_from_outside(workspace: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "outside/AGENTS.md").write_text("private\n")
    (workspace / name).parent.mkdir(parents=True, exist_ok=True)
    (workspace / name).symlink_to(tmp_path / "outside/AGENTS.md")
    assert guidance.guidance(str(workspace), "inner/a.py") == []
    (workspace / name).unlink()
    (workspace / name).write_text("public\n")
    assert [piece.text for piece in guidance.guidance(str(workspace), "inner/a.py")] == ["public\n"]


@pytest.mark.parametrize("name", [".rereadignore", ".gitignore", "inner/.rereadignore"])
def test_ignore_files_are_not_read_from_outside(workspace: Path, tmp_path: Path, name: str) -> None:
    def ignored() -> bool:
        rules = IgnoreFiles(str(workspace), (".gitignore", ".rereadignore"))
        rules.read_above(["inner/a.py"])
        return rules.ignores("inner/a.py")

    (tmp_path / "outside/list").write_text("*.py\n")
    (workspace / name).symlink_to(tmp_path / "outside/list")
    assert not ignored()
    (workspace / name).unlink()
    (workspace / name).write_text("*.py\n")
    assert ignored()


@pytest.mark.parametrize("name", configuration.REPOSITORY_FILES)
def test_settings_are_not_read_from_outside(workspace: Path, tmp_path: Path, name: str) -> None:
    text = "max-file-size = 77\n"
    (tmp_path / "outside/x.toml").write_text(f"[tool.reread]\n{text}" if name == "pyproject.toml" else text)
    (workspace / name).symlink_to(tmp_path / "outside/x.toml")
    found = configuration.load(str(workspace))
    assert found.settings.max_file_size != 77
    assert name == "pyproject.toml" or "leads out of the workspace" in str(found.problems[0])
    (workspace / name).unlink()
    (workspace / name).write_bytes((tmp_path / "outside/x.toml").read_bytes())
    assert configuration.load(str(workspace)).settings.max_file_size == 77


def test_whether_there_are_settings_is_not_asked_outside(workspace: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "none.toml"))
    (tmp_path / "outside/x.toml").write_text("[tool.reread]\n")
    (workspace / "pyproject.toml").symlink_to(tmp_path / "outside/x.toml")
    assert not _may_be_configured(str(workspace))
    (workspace / "pyproject.toml").unlink()
    (workspace / "pyproject.toml").write_text("[tool.reread]\n")
    assert _may_be_configured(str(workspace))


RULE = "rules:\n- {id: x, languages: [python], severity: ERROR, message: m, pattern: f()}\n"


@pytest.mark.parametrize("linked", [".reread/rules/x.yaml", ".reread/rules/more", ".reread/rules", ".reread"])
def test_rules_are_not_read_from_outside(workspace: Path, tmp_path: Path, linked: str) -> None:
    above = tmp_path / "outside" / "rules"
    for path in (above / "x.yaml", above / "rules/x.yaml"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RULE)
    (workspace / linked).parent.mkdir(parents=True, exist_ok=True)
    (workspace / linked).symlink_to(above / "x.yaml" if linked.endswith(".yaml") else above)
    source = str(workspace / ".reread/rules")
    found, _ = ruleset._files(source)
    loaded = [rules_cache_read(file, source) for file in found]
    assert not any(loaded)
    assert all(rules_problems.described(problem(file)) == str(problem(file)) for file in found)
    os.unlink(workspace / linked)
    plain = workspace / ".reread/rules/y.yaml"
    plain.parent.mkdir(parents=True, exist_ok=True)
    plain.write_text(RULE)
    assert rules_cache_read(str(plain), source)


def problem(file: str):
    from reread.analyzers.rules.rule import Problem

    return Problem(file, "x", "pattern", "wrong")


def rules_cache_read(file: str, source: str) -> object:
    try:
        return rules_cache._read(file, source, lambda name: None)[0]
    except OSError:
        return None


@pytest.mark.parametrize("name", ["link.py", "linked/secret.py"])
def test_nothing_is_written_through_a_link(workspace: Path, tmp_path: Path, name: str) -> None:
    before = textfile.read(str(workspace / name), LIMIT)
    with pytest.raises(UnreadableFileError, match="leads out of the workspace"):
        textfile.write(str(workspace / name), before, "overwritten\n", str(workspace))
    assert (tmp_path / "outside/secret.py").read_text() == SECRET
    textfile.write(str(workspace / name), before, "overwritten\n")
    assert (tmp_path / "outside/secret.py").read_text() == "overwritten\n"


@pytest.mark.parametrize("linked", [".reread", ".reread/rules"])
def test_a_new_rule_is_not_written_through_a_link(workspace: Path, tmp_path: Path, reread, monkeypatch, linked) -> None:
    monkeypatch.chdir(workspace)
    (workspace / linked).parent.mkdir(exist_ok=True)
    (workspace / ".git").mkdir()
    (workspace / linked).symlink_to(tmp_path / "outside")
    result = reread("rules", "new", "some-rule", "--language", "python")
    assert (result.code, "is outside the workspace" in result.err) == (2, True)
    assert sorted(path.name for path in (tmp_path / "outside").rglob("*")) == ["secret.py"]


def test_an_unknown_link_is_no_part_of_a_change(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reread.server import git
    from tests.security import hostile_git

    hostile_git.git(workspace, "init", "-q")
    assert [file.path for file in git.uncommitted(str(workspace))] == ["plain.py"]


def test_checks_say_that_a_link_leads_out(workspace: Path, reread, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    (workspace / ".reread").mkdir()
    assert "leads out of the workspace" in reread("check", "link.py").err


@pytest.mark.parametrize(
    "arguments",
    [["baseline", "create"], ["feedback", "dismiss", "plain.py:1"], ["init", "--yes"]],
    ids=lambda each: each[0],
)
@pytest.mark.parametrize("linked", [".reread", ".reread/baseline.json", ".reread/feedback.jsonl", "reread.toml"])
def test_nothing_is_written_through_links(
    workspace: Path, tmp_path: Path, reread, monkeypatch, arguments, linked
) -> None:
    monkeypatch.chdir(workspace)
    (workspace / "plain.py").write_text("assert (1, 'x')\n")
    target = tmp_path / "outside" / "new"
    (workspace / linked).parent.mkdir(exist_ok=True)
    (workspace / linked).symlink_to(target if "." in linked[1:] else tmp_path / "outside")
    reread(*arguments)
    assert sorted(path.name for path in (tmp_path / "outside").rglob("*")) == ["secret.py"]


def test_whoever_opens_files_is_known() -> None:
    """A module that opens files by another way than `inside` is one that reads no file of a workspace."""
    root = Path(inside.__file__).parent.parent
    found = set()
    for part in ("analyzers", "rag", "server"):
        for path in (root / part).rglob("*.py"):
            code = path.read_text(encoding="utf-8")
            if "packs" not in path.parts and "demo" not in path.parts and any(_opens(node) for node in nodes(code)):
                found.add(path.relative_to(root).as_posix())
    assert found == KNOWN


def _opens(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func
    if isinstance(name, ast.Name):
        return name.id == "open"
    reads = {"read_text", "read_bytes", "write_text", "write_bytes"}
    return isinstance(name, ast.Attribute) and (
        (name.attr == "open" and isinstance(name.value, ast.Name) and name.value.id in ("os", "io", "codecs"))
        or (name.attr in reads and not (isinstance(name.value, ast.Name) and name.value.id == "walk"))
    )


KNOWN = {
    # Opens what a workspace holds, for all others, and what git has for a repository.
    "analyzers/inside.py",
    "rag/git/repository.py",
    # Files of ours, below the folders for cache and state.
    "analyzers/databases.py",
    "analyzers/owned_files.py",
    "analyzers/network/health.py",
    "analyzers/review/spend/owners.py",
    "analyzers/review/privacy/audit.py",
    "analyzers/rules/cache/cache_file.py",
    "rag/index/directory.py",
    "server/logs/removal.py",
    "server/retention/forgetting.py",
    "rag/history.py",
    "rag/index/pause.py",
    "rag/index/sharing.py",
    "server/case_reviews.py",
    "server/evaluation/fits.py",
    "server/evaluation/states.py",
    "server/evaluation/stored_answers.py",
    "server/logs/commands.py",
    "server/logs/reading.py",
    "server/logs/writing.py",
    "server/lsp/parts/pages.py",
    "server/pull_requests/stored_comments.py",
    "server/review/stored_reviews.py",
    "server/setup/files.py",
    "server/verification/copies.py",
    # Files of the user, beside their settings.
    "analyzers/review/privacy/consent.py",
    "analyzers/review/keys.py",
    "analyzers/review/spend/models.py",
    # What comes with the program.
    "analyzers/dataflow/models/library_names.py",
    "analyzers/parts/__init__.py",
    "analyzers/review/prompts/__init__.py",
    "analyzers/rules/admission/profile.py",
    "analyzers/rules/quiet_profile.py",
    "analyzers/roles.py",
    "analyzers/taint/resolution.py",
    "analyzers/rules/cache/prebuilt.py",
    "rag/embedders/onnx.py",
    "rag/embedders/static.py",
    "rag/words.py",
    "server/conclusion/concerns.py",
    "server/evaluation/classes.py",
    "server/evaluation/judging.py",
    "server/external/tools.py",
    # What the job of continuous integration names.
    "server/pull_requests/continuous_integration.py",
    # Files that the user names on the command line, and what belongs to the process.
    "server/__main__.py",
    "server/bundle/writing.py",
    "server/cli/rules/new.py",
    "server/cli/rules/pages.py",
    "server/cli/shard_reports.py",
    "server/cli/writing.py",
    "server/textfile.py",
    "server/cli/commands/agents/mcp.py",
    "server/cli/reviewing/watching.py",
    "server/cli/reviewing/measuring.py",
    "server/known/feedback.py",
    "server/lsp/main.py",
    "server/verification/running.py",
}


def test_what_a_path_leads_to_is_named_below_the_folder(tmp_path):
    folder = tmp_path / "w"
    (folder / "b" / "c").mkdir(parents=True)
    (folder / "b" / "c" / "d.py").write_text("")
    (folder / "file.py").symlink_to("b/c/d.py")
    (folder / "folder").symlink_to("b")
    (folder / "round").symlink_to("round")
    (folder / "out").symlink_to(tmp_path)
    (tmp_path / "name").symlink_to(folder)
    leads = {"file.py": "b/c/d.py", "folder/c/d.py": "b/c/d.py", "folder": "b"}
    same = ["b/c/d.py", "none.py", "none/x.py", "round", "out/x.py", "out", "../x.py", "."]
    expected = {**leads, **{name: name for name in same}}
    assert inside.targets(str(folder), expected) == expected
    assert inside.targets(str(tmp_path / "name"), expected) == expected
