"""Files made to hurt, in the real server: it goes on answering, and other documents get their findings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.language_client import LanguageClient

Make = Callable[..., LanguageClient]
LANGUAGES = (
    *("python", "javascript", "typescript", "go", "java", "ruby", "php", "c", "cpp", "csharp"),
    *("rust", "kotlin", "bash"),
)
MINIFIED = "!function(t,e){var n=t.a;for(var i=0;i<n.length;i++){n[i].foo(function(x){return x+1})}}(a,b);" * 9_000
HOSTILE = (
    *((language, "([{" * 1_700) for language in LANGUAGES),
    *((language, "(" * 5_000 + ")" * 5_000) for language in LANGUAGES),
    ("javascript", MINIFIED),
    ("kotlin", "/*" * 10_000),
    ("java", "a<" * 20_000),
    ("csharp", "a<" * 20_000),
    ("bash", "a?" * 10_000),
)


@pytest.mark.slow
def test_hostile_files_keep_no_other_document_waiting(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, "x = 1\n")
    assert server.diagnostics(uri, 1) == []
    for number, (language, text) in enumerate(HOSTILE):
        hostile = (project / f"hostile{number}.txt").as_uri()
        server.open(hostile, text, language)
        server.change(hostile, 2, (0, 0), (0, 0), "(")
        version = 2 * number + 2
        server.change(uri, version, (0, 0), (0, 0), "assert (x, 'always true')\n")
        assert [found["code"] for found in server.diagnostics(uri, version)] == ["py/assert-tuple"]
        server.change(uri, version + 1, (0, 0), (1, 0), "")
        assert server.diagnostics(uri, version + 1) == []
        server.notify("textDocument/didClose", {"textDocument": {"uri": hostile}})
    assert server.shut_down() == 0
