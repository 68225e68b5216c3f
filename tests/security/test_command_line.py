"""What a hostile rule, model or file gets written by the command line, in each format.

Who: a repository that is checked, a model that is asked. What must not happen: a terminal obeys, a reader is misled, or
a service that shows SARIF renders a picture or a link.
"""

from __future__ import annotations

import json

import pytest

from reread.analyzers.shown import sarif
from reread.analyzers.shown.terminal import printable, printable_lines
from tests.security.hostile import HIDDEN, OBEYED, PAYLOAD, WEAKNESS, rule, said
from tests.security.rendering import forbidden
from tests.server.cli.conftest import folder, nothing_from_outside, repository, reread  # noqa: F401
from tests.standin import Reply

NAME = "odd \x1b[2J\u202e.py"
CODE = f"bad(1)  # {OBEYED.translate({0: None, 13: None, 0x2028: None})}\n"
QUOTE = "    return sum(values) / len(values)"


@pytest.fixture
def hostile(folder):  # noqa: F811
    folder.write(".reread/rules/house.yaml", rule())
    folder.write(NAME, CODE)
    return folder


def require_harmless(result) -> None:
    for text in (result.out, result.err):
        assert not HIDDEN & set(text), text


def test_the_terminal_would_obey(hostile):
    assert HIDDEN & set((hostile.path / NAME).read_text())
    assert set(PAYLOAD) >= HIDDEN


@pytest.mark.parametrize(
    "options",
    [
        ("check", "."),
        ("check", "-v", "."),
        ("check", "--format", "json", "."),
        ("check", "--format", "sarif", "."),
        ("check", "no such \x1b[2J file"),
        ("rules", "list"),
        ("rules", "list", "--format", "json"),
        ("rules", "explain", "hostile-rule"),
        ("rules", "explain", "no-\x1b[2J-rule"),
        ("doctor",),
        ("consent",),
    ],
)
def test_nothing_that_a_terminal_obeys_is_written(hostile, reread, options):  # noqa: F811
    result = reread(*options)
    require_harmless(result)
    assert result.out or result.err


def test_the_page_of_a_rule_has_no_link_or_picture(hostile, reread):  # noqa: F811
    page = reread("rules", "explain", "hostile-rule").out
    assert "hostile-rule" in page
    assert forbidden(page, (WEAKNESS,)) == []


def test_sarif_has_no_link_and_its_markdown_no_picture(hostile, reread):  # noqa: F811
    [run] = json.loads(reread("check", "--format", "sarif", ".").out)["runs"]
    [described] = [each for each in run["tool"]["driver"]["rules"] if each["id"] == "hostile-rule"]
    assert forbidden(described["help"]["markdown"]) == []
    assert "helpUri" not in described
    [result] = [each for each in run["results"] if each["ruleId"] == "hostile-rule"]
    texts = [result["message"]["text"], described["shortDescription"]["text"], described["help"]["text"]]
    texts += [fix["description"]["text"] for fix in result.get("fixes", ())]
    for text in texts:
        assert "\\[run](" in text
        assert not HIDDEN & set(text)


@pytest.mark.parametrize("format_", ["text", "json", "sarif"])
@pytest.mark.slow
def test_a_model(repository, reread, model, monkeypatch, format_):  # noqa: F811
    monkeypatch.setenv("OLLAMA_HOST", model.url)
    monkeypatch.setenv("REREAD_CONSENT", "1")
    repository.write("a.py", f"def mean(values):\n{QUOTE}\n")
    model.always(Reply(kind="review", findings=[said(QUOTE)]))
    (repository.path.parent / "settings.toml").write_text("[index]\nenable = false\n")
    monkeypatch.setenv("REREAD_CONFIG", str(repository.path.parent / "settings.toml"))
    result = reread("review", "--format", format_)
    assert "model/x" in result.out
    require_harmless(result)
    if format_ == "sarif":
        [run] = json.loads(result.out)["runs"]
        assert all(forbidden(each["help"]["markdown"]) == [] for each in run["tool"]["driver"]["rules"])
        assert all("\\[run](" in each["message"]["text"] for each in run["results"])


def test_escapes_are_visible():
    assert printable("a\x1b[31m\u202eb\u200b\U000e0041\r\n") == "a\\x1b[31m\\u202eb\\u200b\\U000e0041\\r\\n"
    assert printable_lines("a\tb\n\x1b") == "a\tb\n\\x1b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("[a](b)", "\\[a](b)"), ("x[i] (y)", "x[i] (y)"), ("\\[a](b)", "\\[a](b)"), ("x[i][a](1)", "x[i]\\[a](1)")],
)
def test_a_text_of_sarif_has_no_link(text, shown):
    assert sarif.text(text) == sarif.text(shown) == shown
