"""Data-flow analysis goes on into the files that a document imports, some time after its own diagnostics."""

from __future__ import annotations

from pathlib import Path

from tests.server.lsp.editor import Editor

APP = "from flask import request\nfrom shell import run\n\n\ndef view():\n    run(request.args['name'])\n"
STANDARD = '[rules]\nprofile = "standard"\n'
SHELL = "import os\n\n\ndef run(command):\n    os.system('ls ' + command)\n"


def _found(message: object) -> bool:
    return (
        isinstance(message, dict)
        and message.get("method") == "textDocument/publishDiagnostics"
        and message["params"]["uri"].endswith("app.py")
        and bool(message["params"]["diagnostics"])
    )


async def test_a_value_that_another_file_uses_badly_is_told_with_the_way_there(
    real_editor: Editor, tmp_path: Path
) -> None:
    (tmp_path / "reread.toml").write_text(STANDARD)
    (tmp_path / "shell.py").write_text(SHELL)
    (tmp_path / "app.py").write_text(APP)
    await real_editor.start(tmp_path.as_uri())
    real_editor.open((tmp_path / "app.py").as_uri(), APP)
    told = (await real_editor.until(_found))["params"]["diagnostics"]
    assert [each["range"]["start"]["line"] for each in told] == [5]
    related = [each["location"]["uri"] for each in told[0]["relatedInformation"]]
    assert (tmp_path / "shell.py").as_uri() in related


async def test_what_is_typed_in_the_other_file_counts(real_editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "reread.toml").write_text(STANDARD)
    (tmp_path / "shell.py").write_text("")
    await real_editor.start(tmp_path.as_uri())
    real_editor.open((tmp_path / "shell.py").as_uri(), SHELL)
    real_editor.open((tmp_path / "app.py").as_uri(), APP)
    assert (await real_editor.until(_found))["params"]["diagnostics"][0]["range"]["start"]["line"] == 5
