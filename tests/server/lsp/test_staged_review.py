"""What is staged is reviewed by the same command as a commit hook runs, and the verdict comes to the editor."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.server.lsp.editor import Editor

RULE = "rules:\n- {id: no-nap, languages: [python], severity: ERROR, message: No naps., pattern: nap(...)}\n"


@pytest.fixture
async def staged(editor: Editor, repository: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a rule of its own; `a.py` is to be staged by the test."""
    monkeypatch.setenv("REREAD_CACHE_DIR", str(own_cache))
    for name in ("ANTHROPIC_API_KEY", "OPENAI_API_KEY", "OPENAI_BASE_URL", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)
    (repository / ".reread" / "rules").mkdir(parents=True)
    (repository / ".reread" / "rules" / "own.yaml").write_text(RULE)
    await editor.start(repository.as_uri())
    return repository


def stage(folder: Path, text: str) -> None:
    before = (folder / "a.py").read_text()
    (folder / "a.py").write_text(before + text)
    subprocess.run(["git", "add", "a.py"], cwd=folder, check=True)
    (folder / "a.py").write_text(before)


async def verdict(editor: Editor, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = await editor.request("reread/reviewStaged", {"uri": folder.as_uri()})
    return found


async def test_a_finding_in_what_is_staged_is_the_verdict_whatever_is_on_disk(editor: Editor, staged: Path) -> None:
    stage(staged, "import nap\nnap(1)\n")
    found = await verdict(editor, staged)
    assert found["verdict"] == "findings"
    assert found["message"].startswith("Check before you commit: 1 finding in 1 staged file. By rules only: ")
    [finding] = found["findings"]
    assert (finding["rule"], finding["uri"], finding["severity"]) == ("no-nap", (staged / "a.py").as_uri(), 1)
    assert finding["range"]["start"] == {"line": 7, "character": 0}


async def test_clean_code_is_ready_and_without_any_there_is_nothing(editor: Editor, staged: Path) -> None:
    assert (await verdict(editor, staged))["verdict"] == "nothing"
    stage(staged, "three = 3\n")
    found = await verdict(editor, staged)
    assert (found["verdict"], found["findings"]) == ("passes", [])
    assert found["message"].startswith("Ready to commit: no findings in 1 staged file.")


async def test_where_there_is_no_repository_the_reason_is_told(editor: Editor, tmp_path: Path, own_cache: Path) -> None:
    await editor.start(tmp_path.as_uri())
    found = await verdict(editor, tmp_path)
    assert (found["verdict"], "repository" in found["message"]) == ("failed", True)


async def test_without_a_folder_one_is_asked_for(editor: Editor) -> None:
    await editor.start()
    await editor.request("workspace/executeCommand", {"command": "reread.reviewStaged", "arguments": []})
    await editor.until(lambda message: "open a folder to review its staged changes" in str(message))
