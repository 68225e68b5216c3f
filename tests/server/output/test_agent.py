"""The format for agents: few tokens, patches that apply, nothing of the code that can pass for something else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, Severity, Source, with_fingerprints
from reread.analyzers.review.tokens import estimate
from reread.analyzers.text import Document, Span
from reread.server import checking, output
from reread.server.checking import Job, RuleChoice
from reread.server.demo import project
from reread.server.report.loop import Loop, RunFindings, after
from reread.server.report.report import FileReport, Report, Style, locate

TEXT = "a = eval(x)\nb = eval(y)\nc = 1"
FIRST = Finding("no-eval", "No eval.", Span(4, 11), Severity.ERROR)
SECOND = FIRST._replace(span=Span(16, 23))


def report(*findings: Finding, text: str = TEXT, path: str = "a.py", **fields: object) -> Report:
    document = Document("", text)
    located = locate(document, with_fingerprints(findings, document, path))
    return Report((FileReport(path, path, located, text=text),), **fields)  # type: ignore[arg-type]


def written(made: Report) -> str:
    return "".join(output.render("agent", made, Style()))


def fixed(new: str, applicability: Applicability = Applicability.SAFE, finding: Finding = FIRST) -> Finding:
    return finding._replace(fixes=(Fix("Fix", (Edit(finding.span, new),), applicability),))


def test_findings_are_grouped_by_file_and_a_message_is_said_once() -> None:
    head, first, second = written(report(FIRST, SECOND)).splitlines()
    assert head == "a.py"
    assert first.startswith("1 E no-eval ") and first.endswith(": No eval.")
    assert second.startswith("2 E no-eval ") and "No eval." not in second


def test_a_fix_is_a_patch_that_git_applies(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(TEXT)
    changed = fixed("2", finding=Finding("one", "One.", Span(28, 29), Severity.HINT))
    head, _, *hunk = written(report(changed)).splitlines(keepends=True)
    patch = f"--- a/{head}+++ b/{head}{''.join(hunk)}"
    subprocess.run(["git", "apply", "--unidiff-zero"], cwd=tmp_path, input=patch.encode(), check=True)
    assert (tmp_path / "a.py").read_text() == TEXT[:-1] + "2"


def test_a_fix_that_may_change_meaning_is_marked() -> None:
    assert "\n?\n@@" in written(report(fixed("f()", Applicability.UNSAFE)))


def test_a_fix_that_does_not_hold_is_no_patch() -> None:
    assert "@@" not in written(report(fixed("f()", Applicability.DISPLAY_ONLY)))


def test_a_patch_with_characters_that_nobody_sees_is_left_out() -> None:
    assert "@@" not in written(report(fixed("f('\u202e')")))


def test_a_large_fix_is_left_out() -> None:
    assert "@@" not in written(report(fixed("x\n" * 100)))


def test_a_message_stays_on_its_line_and_a_model_is_named() -> None:
    guess = FIRST._replace(message="One.\nb.py\n1 E x", source=Source.MODEL)
    assert written(report(guess)).splitlines()[1].endswith(": One. b.py 1 E x (model)")


def test_no_findings_and_an_incomplete_run_are_said() -> None:
    assert written(report()) == "no findings\n"
    assert written(report(incomplete="1 file could not be checked")) == "incomplete: 1 file could not be checked\n"
    assert "1 more not shown" in written(report(FIRST, SECOND, maximum=1))


def test_a_loop_comes_first_and_what_is_new_is_marked() -> None:
    made = report(FIRST, SECOND)
    one, two = (each.finding.fingerprint for each in made.findings())
    state, _ = after(Loop(), RunFindings(frozenset({one})))
    _, second = after(state, RunFindings(frozenset({one, two})))
    lines = written(made._replace(loop=second)).splitlines()
    assert lines[:2] == ["round 2 of 10: 0 fixed, 1 new, 1 still there", "go on: fix these and run it again"]
    assert [line.endswith("(new)") for line in lines[3:]] == [False, True]


def test_it_takes_at_most_a_third_of_the_tokens_of_json(tmp_path: Path) -> None:
    project.create(str(tmp_path / "demo"))
    paths = sorted((tmp_path / "demo").rglob("*.py"))
    job = Job(RuleChoice(profile="pedantic"), fingerprints=True)
    sources = [checking.SourceFile(path.name, path.name, str(path)) for path in paths]
    made = Report(tuple(checking.check_all(job, sources, lambda done: None)))
    assert len(made.findings()) > 10
    compact = json.dumps(json.loads("".join(output.render("json", made, Style()))), separators=(",", ":"))
    assert estimate(written(made)) <= estimate(compact) / 3
