"""What a hostile rule, model or file gets shown in an editor, by the real server over LSP.

Who: a repository that is opened, a model that is asked. What must not happen: an editor fetches, opens or runs
anything, or shows something else than what is there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import client, environment, project  # noqa: F401
from tests.security.hostile import HIDDEN, PAYLOAD, WEAKNESS, rule, said
from tests.security.rendering import codes_of, forbidden
from tests.standin import Reply

CODE = "def mean(values, bad):\n    bad(1)\n    return sum(values) / len(values)\n"
NAME = "a [x](command:evil) <img src=x> `y`.py"


@pytest.fixture
def opened(client, project, model):  # noqa: F811
    """A server with a hostile rule and a model, and a document with an odd name in it."""
    rules = project / ".reread" / "rules"
    rules.mkdir(parents=True)
    (rules / "hostile.yaml").write_text(rule(), encoding="utf-8")
    review = {"provider": "openai", "model": "gpt-4o-mini", "baseUrl": model.openai_url}
    server = client(settings={"review": review}, OPENAI_API_KEY="sk-nobodys-key")
    server.start(project)
    uri = (project / NAME).as_uri()
    (project / NAME).write_text(CODE)
    server.open(uri, CODE)
    server.until(uri, lambda found: found)
    return server, uri


def texts_in(value: object) -> list[str]:
    """All strings of a message."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts_in(part)]


def require_visible(value: object) -> None:
    found = [text for text in texts_in(value) if HIDDEN & set(text)]
    assert found == []


def hover(server, uri: str, line: int) -> str:
    place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 5}}
    return server.request("textDocument/hover", place)["contents"]["value"]


def pages(server) -> list[str]:
    shown = [message["params"]["uri"] for message in server.received if message.get("method") == "window/showDocument"]
    return [Path(uri.removeprefix("file://")).read_text(encoding="utf-8") for uri in shown]


def test_the_picture_would_arrive():
    assert {"image", "html", "link to command:evil.run"} <= set(forbidden(PAYLOAD))
    assert set(PAYLOAD) >= HIDDEN


def test_a_rule_of_the_workspace(opened):
    server, uri = opened
    [diagnostic] = [each for each in server.diagnostics(uri, 1) if each["code"] == "hostile-rule"]
    require_visible(diagnostic)
    assert "codeDescription" not in diagnostic
    text = hover(server, uri, 1)
    assert forbidden(text, (WEAKNESS,)) == []
    assert "a|b" in codes_of(text)
    require_visible(text.replace("\n", " "))
    actions = server.actions(uri, (1, 4), (1, 7))
    titles = [action["title"] for action in actions]
    require_visible(titles)
    assert any("img src" in title for title in titles)
    assert all(len(title) <= 200 and "\n" not in title for title in titles)
    page = server.command("reread.explain", "hostile-rule")
    assert forbidden(page, (WEAKNESS,)) == []
    require_visible(page)
    finding = server.command("reread.explain", {"uri": uri, **diagnostic["data"]})
    assert forbidden(finding, (WEAKNESS,)) == []


@pytest.mark.slow
def test_a_model(opened, model):
    server, uri = opened
    model.always(Reply(kind="review", findings=[said("    return sum(values) / len(values)")]))
    server.command("reread.reviewFile", uri)
    published = server.until(uri, lambda found: any(each["code"] == "model/x" for each in found))
    require_visible(published["diagnostics"])
    text = hover(server, uri, 2)
    assert "model/x" in text
    assert "a|b" in codes_of(text)
    assert forbidden(text) == []
    require_visible(text)


@pytest.mark.slow
def test_what_a_provider_says_of_an_error(opened, model):
    server, uri = opened
    model.always(Reply(kind="review", status=400, error=PAYLOAD))
    server.command("reread.reviewFile", uri)
    server.shown("evil")
    require_visible(server.messages)
    assert not [text for text in server.messages if "](" in text]


def test_the_page_with_what_a_review_would_see():
    from reread.rag.results import Piece
    from reread.server.lsp.features.context_preview import page

    piece = Piece(path=PAYLOAD, start_line=1, end_line=2, text=PAYLOAD, reason=PAYLOAD, name=PAYLOAD)
    shown = page(PAYLOAD, 1, [piece._replace(language=PAYLOAD)] if hasattr(piece, "_replace") else [piece])
    assert forbidden(shown) == []
    require_visible(shown)


def test_progress_and_toasts():
    from reread.analyzers.shown.lines import title, toast

    for shown in (title(PAYLOAD), toast(PAYLOAD)):
        require_visible(shown)
    assert "](" not in toast(PAYLOAD)
    assert "\n" not in title(PAYLOAD)


LINK = 'link.isTrusted={enabledCommands:["reread.explain"]};'
"""Of a text that has nothing in it but the id of a rule, as letters, and may run this one command."""


def test_no_editor_is_told_to_trust_what_the_server_shows():
    editors = Path(__file__).parents[2] / "editors"
    sources = [
        path
        for path in editors.rglob("*")
        if path.suffix in (".ts", ".lua", ".el") and "node_modules" not in path.parts
    ]
    assert sources
    for path in sources:
        text = path.read_text(encoding="utf-8").replace(" ", "")
        if path.name == "hover.ts":
            assert r"!/^[\w/.-]+$/.test(String(code.value))" in text
            assert text.count(LINK) == 1
            text = text.replace(LINK, "")
        assert "isTrusted=" not in text and "isTrusted:true" not in text, path
        assert "supportHtml=" not in text and "supportHtml:true" not in text, path
