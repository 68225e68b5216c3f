"""A model's verdicts on hints: for the same definition alone, and only for hints."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.text import Span
from reread.server.known import feedback, lead_verdicts, standing
from reread.server.known.signatures import signatures
from reread.server.known.standing import Known, Standing
from reread.server.report.review import DecidedLead, ReviewDocument, ReviewRequest

DEFINITION = "def show(name):\n    return read(BASE / name)\n"
TEXT = f"import os\n\n\n{DEFINITION}"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    return str(tmp_path)


def hint(text: str = TEXT, severity: Severity = Severity.HINT) -> Finding:
    place = text.index("read(")
    return Finding("py/x", "It may leave its folder", Span(place, place + 4), severity)


def kept(folder: str, *, holds: bool = False, text: str = TEXT) -> Known:
    request = ReviewRequest(folder, (ReviewDocument("a", "/w/a.py", "a.py", "python", text),))
    start = text.index(DEFINITION)
    decided = DecidedLead("a", hint(text), (start, start + len(DEFINITION)), holds, Severity.ERROR, "because")
    lead_verdicts.record(request, [decided])
    return standing.load(folder)


def of(known: Known, text: str, severity: Severity = Severity.HINT) -> Standing:
    return known.standings("a.py", [hint(text, severity)], text)[0]


def test_a_refuted_hint_is_dismissed_with_the_reason(folder):
    known = kept(folder)
    assert of(known, TEXT).dismissed == "the model refuted it: because"
    assert known.dismissals("a.py", [hint()], TEXT) == [True]


def test_a_confirmed_one_is_as_severe_as_its_rule_and_new(folder):
    known = kept(folder, holds=True)
    found = of(known, TEXT).applied(hint())
    assert (found.severity, found.message) == (
        Severity.ERROR,
        "It may leave its folder (confirmed by the model: because)",
    )
    assert of(known, TEXT).new
    assert known.dismissals("a.py", [hint()], TEXT) == [False]


@pytest.mark.parametrize("moved", [f"# above\n{TEXT}", f"{TEXT}\n\ndef other(): ...\n", DEFINITION])
def test_edits_outside_of_the_definition_change_nothing(folder, moved):
    assert of(kept(folder), moved).dismissed is not None


@pytest.mark.parametrize(
    "edited",
    [TEXT.replace("show(name)", "show(name, other)"), TEXT.replace("    return", "    name += 1\n    return")],
)
def test_an_edit_in_the_definition_ends_the_verdict(folder, edited):
    assert of(kept(folder), edited) == Standing()


def test_what_is_more_than_a_hint_is_not_touched(folder):
    assert of(kept(folder), TEXT, Severity.ERROR) == Standing()


def test_a_later_verdict_replaces_an_earlier_one(folder):
    kept(folder)
    known = kept(folder, holds=True)
    assert [each.holds for each in known.leads.all] == [True]


def test_nothing_is_written_for_no_verdict(folder):
    lead_verdicts.record(ReviewRequest(folder, ()), [])
    assert standing.load(folder).is_empty


def test_a_person_who_dismissed_a_finding_has_the_last_word(folder):
    (signature,) = signatures([hint()], TEXT)
    said = dict(zip(("rule", "text", "line"), signature, strict=True))
    event = feedback.event("dismissed", path="a.py", reason="intended", who="somebody", **said)
    known = Known(events=[event], leads=kept(folder, holds=True).leads)
    assert of(known, TEXT).dismissed == "intended"
