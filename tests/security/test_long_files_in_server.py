"""Files that take long, in the real server: another document has its findings before they have theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import client, environment, project  # noqa: F401 - fixtures

BRANCHES = "".join(f"    elif x == {n}:\n        y = y + g({n})\n        os.system(y)\n" for n in range(12_000))
FOLLOWED = f"import os\nfrom flask import request\n\n\ndef f(x):\n    y = request.args['n']\n    if x < 0:\n        return\n{BRANCHES}"
FILES = {
    "branches": ("python", FOLLOWED),
    "more branches": ("python", FOLLOWED.replace("x ==", "x !=")),
    "still more": ("python", FOLLOWED.replace("g(", "h(")),
}


def published(server, uri: str) -> list[int]:
    """Where in the order of messages the findings of a document were published."""
    return [
        place
        for place, each in enumerate(server.received)
        if each.get("method") == "textDocument/publishDiagnostics" and each["params"]["uri"] == uri
    ]


@pytest.mark.slow
def test_no_other_document_waits_for_files_that_take_long(client, project: Path) -> None:  # noqa: F811
    server = client()
    server.start(project)
    first, second = (project / "first.py").as_uri(), (project / "second.py").as_uri()
    server.open(first, "x = 1\n")
    assert server.diagnostics(first, 1) == []
    long = [(project / f"{name}.py").as_uri() for name in FILES]
    for uri, (language, text) in zip(long, FILES.values(), strict=True):
        server.open(uri, text, language)
    server.open(second, "assert (1, 'always true')\n")
    assert [each["code"] for each in server.diagnostics(second, 1)] == ["py/assert-tuple"]
    server.change(first, 2, (0, 0), (0, 0), "assert (1, 'always true')\n")
    assert [each["code"] for each in server.diagnostics(first, 2)] == ["py/assert-tuple"]
    answered = published(server, first)[-1]
    for uri in long:
        server.diagnostics(uri, 1)
    assert answered < max(published(server, uri)[0] for uri in long)
    assert server.shut_down() == 0
