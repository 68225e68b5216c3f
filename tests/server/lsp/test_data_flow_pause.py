"""The data-flow analysis runs when the typing pauses, with the built-in rules and nothing replaced."""

from __future__ import annotations

from tests.server.lsp.editor import Editor

URI = "file:///work/a.py"
CODE = """import os
from flask import request


def run():
    name = "constant"
    os.system("ls " + name)
"""


async def test_what_an_edit_makes_of_a_value_is_told_after_the_pause(real_editor: Editor) -> None:
    await real_editor.start("file:///work")
    real_editor.open(URI, CODE)
    assert await real_editor.diagnostics(URI, 1) == []
    real_editor.change(URI, 2, (5, 11), (5, 21), 'request.args["name"]')
    told = await real_editor.until(
        lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["version"] == 2
            and message["params"]["diagnostics"]
        )
    )
    assert told["params"]["diagnostics"][0]["range"]["start"]["line"] == 6
