"""The bytes of every request of every command that asks a model, and of the files that it leaves, have no secret.

Who: whoever wrote secrets into code, settings, names, messages, questions and reasons. What must not happen: `ask`,
`message`, `summary`, `review`, `suggest-test` or an export gives one away, plain, in base64 or percent-encoded.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reread.analyzers.review.privacy.redact import Redactor
from tests.security.forms import encodings
from tests.server.cli.conftest import folder, nothing_from_outside, repository, reread  # noqa: F401
from tests.standin import StandIn

SECRETS = {
    "code": "Tr0ub4dor&Qx71",
    "code before": "Old!Pw-443x9Z",
    "message of a commit": "hunter2-Zx81qq",
    "branch": "ghp_Ab3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fGh",
    "name of a file": "sk-ant-api03-Zx8fQ2mK7vTn4LpW9sRb3YhC6dJ1gXe5UaNo0Bt",
    "question": "Wint3r!4711x-Q",
    "intent": "S0mm3r!Q99-zz",
    "reason": "R3ason!Pw-77x",
    "yaml": "Xq7!vv-Rt2zL",
}
MEAN = "    return sum(values) / len(values)\n"


@pytest.fixture
def secretive(repository) -> Path:  # noqa: F811
    """A repository with a secret wherever one can be, in what is committed and in what is staged."""
    code = 'def connect_database(values):\n    db_password = "{}"\n' + MEAN
    repository.write("app.py", code.format(SECRETS["code before"]))
    repository.write("conf.yaml", f"db:\n  tail: {SECRETS['yaml']}  # the database password\n")
    repository.write(f"keys/{SECRETS['name of a file']}.py", f"def connect_other(values):\n{MEAN}")
    repository.git("checkout", "-q", "-b", f"fix/{SECRETS['branch']}")
    repository.git("add", "--all")
    repository.git("commit", "-q", "-m", f"Rotate\n\npassword: {SECRETS['message of a commit']}")
    repository.write("app.py", code.format(SECRETS["code"]) + "\n\ndef rest():\n    take_a_nap()\n")
    repository.write("intent.md", f"the password: {SECRETS['intent']}\n")
    repository.git("add", "app.py")
    return repository.path


COMMANDS = (
    ["ask", f"why does connect_database fail with password {SECRETS['question']}?"],
    ["ask", "which database tail is in conf.yaml?"],
    ["message"],
    ["summary", "HEAD~1..HEAD"],
    ["review", "--staged", "--intent", "intent.md"],
    ["suggest-test", "app.py:7"],
    ["feedback", "dismiss", "app.py:7", "--reason", f"password={SECRETS['reason']}"],
    ["feedback", "export"],
)


def leaks(data: str) -> list[str]:
    return [where for where, secret in SECRETS.items() if any(form in data for form in encodings(secret))]


@pytest.mark.slow
def test_no_command_sends_or_leaves_a_secret(secretive, reread, monkeypatch, tmp_path):  # noqa: F811
    monkeypatch.setenv("REREAD_CONSENT", "1")
    kinds = set()
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        for arguments in COMMANDS:
            result = reread(*arguments)
            assert result.code in (0, 1), (arguments, result)
            assert leaks("\n".join(request.body for request in model.requests)) == [], arguments
            kinds |= {request.kind for request in model.requests}
        assert kinds >= {"ask", "message", "summary", "review", "test"}
        assert leaks(result.out) == []
    written = [each for each in (tmp_path / "state").rglob("*") if each.is_file()]
    assert written
    assert {each.name: leaks(each.read_bytes().decode("latin-1")) for each in written} == {
        each.name: [] for each in written
    }


def test_they_are_known_where_they_are_planted(secretive):
    text = (secretive / "app.py").read_text()
    assert leaks(text) == ["code"]
    assert leaks(Redactor().redact(text, is_code=True, language="python")) == []
