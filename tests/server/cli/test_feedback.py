"""`reread feedback`: what was dismissed stays away in every command, until that is taken back."""

from __future__ import annotations

import json

import pytest

NAP = "take_a_nap(1)\n"


@pytest.fixture
def dismissed(repository, reread):
    repository.write("a.py", "x = 1\n" + NAP)
    result = reread("feedback", "dismiss", "a.py:2", "--reason", "it is night")
    assert (result.code, "dismissed no-sleep in a.py: it is night" in result.out) == (0, True)
    return repository


def test_a_dismissed_finding_stays_away(dismissed, reread):
    result = reread("check")
    assert (result.code, result.out) == (0, "")
    assert result.err.endswith("1 dismissed (see `reread feedback`)\n")
    dismissed.git("add", ".")
    assert reread("check", "--staged").code == 0
    assert "no-sleep" in reread("check", "--all-lines").out


def test_formats_tell_that_it_is_dismissed_and_why(dismissed, reread):
    (finding,) = json.loads(reread("check", "--format", "json").out)["findings"]
    assert (finding["new"], finding["dismissed"]) == (False, True)
    (run,) = json.loads(reread("check", "--format", "sarif").out)["runs"]
    (result,) = run["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "it is night"}]


def test_a_verdict_is_listed_and_taken_back(dismissed, reread):
    identifier = reread("feedback").out.split()[0]
    (entry,) = json.loads(reread("feedback", "list", "--format", "json").out)["verdicts"]
    assert (entry["id"], entry["reason"]) == (identifier, "it is night")
    assert reread("feedback", "undo", identifier[:6]).out.startswith("undone: ")
    assert reread("feedback").out == ""
    assert reread("check").code == 1
    assert reread("feedback", "undo", identifier).code == 2


def test_why_names_the_verdicts_that_count(dismissed, reread):
    result = reread("feedback", "why", "a.py:2")
    assert result.out.splitlines()[0].startswith("a.py: no-sleep: dismissed: it is night; confidence 1.00 -> ")
    assert "100% like " in result.out


def test_export_is_chat_lines(dismissed, reread):
    (line,) = reread("feedback", "export").out.splitlines()
    roles = [message["role"] for message in json.loads(line)["messages"]]
    assert roles == ["system", "user", "assistant"]
    assert json.loads(json.loads(line)["messages"][2]["content"])["verdict"] == "dismiss"


def test_accepting_is_a_verdict_too(repository, reread):
    repository.write("a.py", NAP)
    assert "accepted no-sleep" in reread("feedback", "accept", "a.py:1").out
    assert reread("check").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dismiss"], "needs FILE:LINE"),
        (["undo"], "needs the ID"),
        (["dismiss", "a.py"], "expected FILE:LINE"),
        (["why", "a.py"], "expected FILE:LINE"),
        (["dismiss", "a.py:1"], "no finding on this line"),
        (["dismiss", "nosuch.py:1"], "nosuch.py: "),
        (["dismiss", "a.py:2", "--rule", "other"], "no finding on this line of other"),
        (["dismiss", "a.py:3"], "several rules report this line"),
    ],
)
def test_what_names_no_finding_is_wrong_use(repository, reread, arguments, said):
    repository.write("a.py", "x = 1\n" + NAP + "old_name(take_a_nap(1))\n")
    result = reread("feedback", *arguments)
    assert (result.code, said in result.err) == (2, True), result.err


def test_who_dismissed_much_of_one_rule_is_named(repository, reread):
    repository.git("config", "user.name", "eve")
    repository.write("a.py", "".join(f"take_a_nap({number})\n" for number in range(5)))
    for number in range(1, 5):
        reread("feedback", "dismiss", f"a.py:{number}")
    assert reread("feedback").err == ""
    reread("feedback", "dismiss", "a.py:5")
    assert reread("feedback").err == "reread: eve dismissed 5 findings of no-sleep (`reread feedback undo ID`)\n"


def test_mended_in_another_way_is_a_verdict_too(repository, reread):
    repository.write("a.py", NAP)
    assert "edited no-sleep" in reread("feedback", "edited", "a.py:1").out


def test_what_verdicts_hold_back_is_counted(repository, reread, monkeypatch):
    from reread.server.cli import writing
    from reread.server.report.report import FileReport, LocatedFinding, Report, SourceRange
    from tests.server.known.test_feedback import finding

    located = LocatedFinding(finding(), SourceRange(0, 0, 0, 1), "", new=False, held_back=True)
    said = writing.summary(Report((FileReport("a.py", "a.py", (located,)),)), False)
    assert said.endswith("; 1 suppressed by verdicts on similar code (see --all-lines, `reread feedback`)")
