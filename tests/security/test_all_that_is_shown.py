"""Every string that a server sends an editor, with hostile text from everywhere at once.

Who: rules and settings of a repository, its branch and file names, a model, comments that `reread pr fetch` kept, the
SARIF of another tool. What must not happen: something hides, turns text around, steers a terminal, or is a link where
editors make links of plain text.
"""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from lsprotocol import types

from reread.analyzers.review.generation.forms import Message, SuggestedTest, Summary
from reread.analyzers.review.generation.testing import objection
from reread.analyzers.review.privacy.log_redaction import RedactingFormatter
from reread.analyzers.shown.characters import hidden
from reread.analyzers.shown.lines import notice, title, toast
from reread.server.lsp.features.fixing import to_confirm
from reread.server.pull_requests.stored_comments import StoredComment, write
from tests.e2e.conftest import client, environment, project, repository  # noqa: F401
from tests.security.hostile import HIDDEN, OBEYED, PAYLOAD, WEAKNESS, rule, said
from tests.security.rendering import forbidden
from tests.security.test_editor import CODE, NAME, texts_in
from tests.standin import Reply

LINK_OF_VS_CODE = re.compile(r"\[[^\]]+\]\((?:https?://|command:|file:)[^)\s]+")
"""What VS Code makes a link of in a notification, also in one that shows progress."""
PLACE = {"artifactLocation": {"uri": "b.py"}, "region": {"startLine": 1}}
RESULT = {
    "ruleId": PAYLOAD,
    "message": {"text": PAYLOAD},
    "locations": [{"physicalLocation": PLACE}],
    "relatedLocations": [{"message": {"text": PAYLOAD}, "physicalLocation": PLACE}],
}
DRIVER = {"name": PAYLOAD, "rules": [{"id": PAYLOAD, "helpUri": "command:evil", "help": {"markdown": PAYLOAD}}]}
SARIF = {"version": "2.1.0", "runs": [{"tool": {"driver": DRIVER}, "results": [RESULT]}]}
MESSAGE = {"type": PAYLOAD, "scope": PAYLOAD, "subject": PAYLOAD, "body": PAYLOAD}
REPLIES = (
    Reply(kind="review", findings=[said("    return sum(values) / len(values)")]),
    Reply(kind="ask", text=json.dumps({"places": [{"path": "b.py", "quote": "    bad(1)"}], "answer": PAYLOAD})),
    Reply(kind="message", text=json.dumps(MESSAGE)),
    Reply(kind="test", text=json.dumps({"explanation": PAYLOAD, "file": "tests/test_b.py", "code": "assert f()\n"})),
)


@pytest.fixture
def hostile(repository: Path, tmp_path: Path, environment, model, monkeypatch) -> Path:  # noqa: F811
    """A repository, and everything around it, full of hostile text."""
    log = tmp_path / "tool.sarif"
    log.write_text(json.dumps(SARIF))
    settings = Path(environment["REREAD_CONFIG"])
    settings.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-c", f"print(open({str(log)!r}).read())", "{files}"]
    settings.write_text(f"[[external]]\ncommand = {json.dumps(command)}\nfolders = [{json.dumps(str(tmp_path))}]\n")
    (repository / ".reread/rules").mkdir(parents=True)
    (repository / ".reread/rules/hostile.yaml").write_text(rule(), encoding="utf-8")
    (repository / "reread.toml").write_text('["no\\u001b[2J![x](http://evil.example)"]\na = 1\n')
    for name in ("b.py", NAME):
        (repository / name).write_text(CODE)
    branch = "x<b>evil</b>\u202e`y`\u200b"
    for words in (["checkout", "-q", "-b", branch], ["add", "-A"]):
        subprocess.run(["git", *words], cwd=repository, check=True)
    environment["REREAD_STATE_DIR"] = str(tmp_path / "state")
    monkeypatch.setenv("REREAD_STATE_DIR", environment["REREAD_STATE_DIR"])
    (tmp_path / "state").mkdir(exist_ok=True)
    write(str(repository), [StoredComment("b.py", 1, PAYLOAD, PAYLOAD, "GitHub", "command:evil.run")])
    for reply in REPLIES:
        model.always(reply)
    return repository


def everything(server, uri: str) -> list[object]:
    """All that the server answers to all that an editor may ask about the document."""
    document = {"textDocument": {"uri": uri}}
    codes = ("hostile-rule", "github/comment", "model/x")
    server.until(uri, lambda found: {"hostile-rule", "github/comment"} <= {each["code"] for each in found})
    server.command("reread.reviewFile", uri)
    published = server.until(uri, lambda found: set(codes) <= {each["code"] for each in found})["diagnostics"]
    answers: list[object] = [published]
    for line in range(3):
        answers.append(server.request("textDocument/hover", {**document, "position": {"line": line, "character": 5}}))
        actions = server.actions(uri, (line, 0), (line, 7))
        answers += [actions, *(server.request("codeAction/resolve", each) for each in actions)]
    answers += [server.request(f"textDocument/{each}", document) for each in ("codeLens", "documentLink")]
    asked = {"uri": uri, "question": f"what does mean do {PAYLOAD}"}
    answers += [server.request(f"reread/{each}", asked) for each in ("status", "ask", "commitMessage", "reviewStaged")]
    [found] = [each for each in published if each["code"] == "model/x"]
    reference = {"uri": uri, **found["data"]}
    answers.append(server.command("reread.explain", reference))
    seen = len(server.received)
    server.command("reread.suggestTest", reference)
    server.wait(lambda message: message.get("method") == "window/showMessage", seen)
    return answers


def paths_in(value: object) -> list[str]:
    return [text for text in texts_in(value) if text.startswith("file:")]


@pytest.mark.slow
def test_nothing_of_it_hides_or_acts(hostile, client, model):  # noqa: F811
    review = {"provider": "openai", "model": "gpt-4o-mini", "baseUrl": model.openai_url}
    settings = {"review": review, "codeLens": True, "index": {"enable": True}}
    server = client(settings=settings, OPENAI_API_KEY="sk-nobodys-key")
    server.start(hostile)
    uri = (hostile / "b.py").as_uri()
    server.open(uri, CODE)
    answers = everything(server, uri)
    methods = {message.get("method") for message in server.received}
    assert {"window/showMessage", "$/progress", "window/showDocument", "textDocument/publishDiagnostics"} <= methods
    texts = [text for text in texts_in([answers, server.received]) if text not in paths_in(answers)]
    assert sum("evil" in text for text in texts) > 30
    assert [text for text in texts if HIDDEN & set(text)] == []
    shown = [each["params"] for each in server.received if each.get("method") in ("window/showMessage", "$/progress")]
    assert [text for text in texts_in(shown) if LINK_OF_VS_CODE.search(text)] == []
    opened = [each["params"]["uri"] for each in server.received if each.get("method") == "window/showDocument"]
    pages = [Path(unquote(each.removeprefix("file://"))) for each in opened]
    for page in (each for each in pages if each.suffix == ".md"):
        assert forbidden(page.read_text(encoding="utf-8"), (WEAKNESS,)) == []
    assert not HIDDEN & set(server.log)


def test_a_notification_would_have_links():
    assert LINK_OF_VS_CODE.search(PAYLOAD)
    assert LINK_OF_VS_CODE.search(NAME)


@pytest.mark.parametrize("shown", [title, notice, toast])
def test_a_notification_has_none(shown):
    for text in (PAYLOAD, NAME):
        assert not LINK_OF_VS_CODE.search(shown(text))
        assert "](" not in shown(text)


def test_the_label_of_an_edit_is_one_line_without_them():
    edit = to_confirm(types.WorkspaceEdit(document_changes=[]), PAYLOAD)
    assert edit.change_annotations is not None
    label = edit.change_annotations["reread"].label
    assert not HIDDEN & set(label) and "\n" not in label and "](" not in label


@pytest.mark.parametrize("form", [Message.model_validate(MESSAGE), Summary(title=PAYLOAD, risks=({"text": PAYLOAD},))])
def test_what_a_model_writes_for_people_hides_nothing(form):
    assert [text for text in texts_in(form.model_dump(mode="json")) if HIDDEN & set(text)] == []


@pytest.mark.parametrize("letter", ["\u202e", "\u200b", "\x1b", "\U000e0041"])
def test_a_test_with_what_nobody_sees_does_not_hold(letter):
    said_ = SuggestedTest(file="tests/test_a.py", code=f"def test_a():\n    assert '{letter}' == ''\n")
    assert "a character that nobody sees" in objection(said_, lambda path: True)
    assert objection(SuggestedTest(file="tests/test_a.py", code="assert 'é\t'\r\n"), lambda path: True) == ""


def test_what_is_logged_steers_no_terminal():
    record = logging.LogRecord("reread.x", logging.WARNING, "", 0, "%s\nsecond", (OBEYED,), None)
    assert HIDDEN & set(logging.Formatter().format(record))
    written = RedactingFormatter("%(message)s").format(record)
    assert not HIDDEN & set(written)
    assert written.endswith("\nsecond")


def test_what_hides_is_known():
    assert hidden(f"a{OBEYED}\tb\n") >= HIDDEN - {"\r", "\u2028"}
    assert hidden("plain é\t\n") == frozenset()
