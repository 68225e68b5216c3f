"""What is logged has no secrets, whoever logs it: code, prompts, answers, errors of providers, tracebacks.

Who: whoever is given a log. What must not happen: a key of the user's or of their code is in it.
"""

from __future__ import annotations

import ast
import io
import logging
from pathlib import Path

import pytest

from reread.analyzers.review.privacy import log_redaction
from reread.analyzers.review.privacy.log_redaction import LONGEST, RedactingFormatter, without_secrets
from reread.analyzers.review.privacy.redact import Redactor
from reread.server import __main__ as program
from reread.server import bugs
from tests.our_code import nodes

ROOT = Path(__file__).parent.parent.parent
SECRET = "Winter!4711x"
SAID = (
    f"password = '{SECRET}'",
    f"Authorization: Bearer {SECRET}-and-more-9f3",
    f"the provider says: invalid api_key={SECRET}",
    f"https://svc:{SECRET}@db.corp.example/x",
)


def logged(formatter: logging.Formatter, text: str) -> str:
    """What is written for a message, an argument and an error with the text."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger = logging.Logger("reread.test")
    logger.addHandler(handler)
    logger.warning(text.replace("%", "%%"))
    logger.warning("it said %s", text)
    try:
        raise ValueError(text)
    except ValueError:
        logger.exception("a request failed")
    return stream.getvalue()


@pytest.mark.parametrize("text", SAID)
def test_messages_arguments_and_tracebacks_have_no_secrets(text):
    written = logged(RedactingFormatter("%(levelname)s: %(message)s"), text)
    assert SECRET not in written
    assert written.count("REREAD_SECRET_1") >= 3
    assert "a request failed\nTraceback" in written


@pytest.mark.parametrize("text", SAID)
def test_an_ordinary_formatter_writes_them(text):
    assert logged(logging.Formatter("%(message)s"), text).count(SECRET) >= 3


def test_what_has_none_is_written_as_it_is():
    assert without_secrets("indexed /w: 12 files, 3 unchanged") == "indexed /w: 12 files, 3 unchanged"


def test_a_long_record_is_cut_but_no_secret_in_two():
    text = f"{'x ' * (LONGEST // 2 - 10)}password = '{SECRET}'{' y' * LONGEST}"
    written = without_secrets(text)
    assert len(written) < LONGEST + 100
    assert SECRET[:4] not in written
    assert "more characters)" in written


def test_a_failure_of_the_redaction_writes_nothing_of_the_text(monkeypatch):
    monkeypatch.setattr(Redactor, "redact", lambda self, text: 1 / 0)
    assert without_secrets(SAID[0]) == log_redaction._FAILED


def test_a_bug_is_told_without_secrets(monkeypatch, capsys):
    def fail(arguments):
        raise RuntimeError(SAID[0])

    monkeypatch.setattr(program.parser, "run", fail)
    for debugging in ("", "1"):
        monkeypatch.setenv("REREAD_DEBUG", debugging)
        assert program.run([]) == 2
        said = capsys.readouterr().err
        assert "RuntimeError" in said
        assert SECRET not in said
    assert bugs.is_looked_for()


def test_nobody_else_sets_up_logging():
    """A handler with another formatter would write what comes."""
    found = set()
    for part in ("analyzers", "rag", "server"):
        for path in (ROOT / part).rglob("*.py"):
            if "packs" in path.parts or "checks" in path.parts:
                continue
            for node in nodes(path.read_text(encoding="utf-8")):
                name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
                if name in (
                    "basicConfig",
                    "StreamHandler",
                    "FileHandler",
                    "addHandler",
                    "print_exc",
                    "print_exception",
                ):
                    found.add(path.relative_to(ROOT).as_posix())
    # The last of them sends types and places alone; see tests/server/telemetry/.
    assert found == {
        "analyzers/review/privacy/log_redaction.py",
        "server/logs/writing.py",
        "server/telemetry/sentry.py",
    }
