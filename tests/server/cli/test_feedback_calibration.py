"""`reread feedback calibrate`: how often a model was right, by what people said of its findings."""

from __future__ import annotations

from reread.analyzers.findings import Finding, OwnConfidence, Severity, Source
from reread.analyzers.text import Document, Span
from reread.server.evaluation import fits
from reread.server.evaluation.stored_answers import prompt_versions
from reread.server.known import feedback, recording
from reread.server.known.feedback import Event
from reread.server.known.state import record_review
from reread.server.report.report import FileReport, locate
from reread.server.report.review import ReviewOutcome

MODEL = "openai/gpt-5-mini"
MEASURED = [*[(0.7, True)] * 30, *[(0.9, True)] * 30]


def measure() -> None:
    made = fits.measured(MODEL, prompt_versions(), "golden", MEASURED)
    assert made is not None and fits.store(made)


def judged_by_people(*, right: int, wrong: int, prompts: tuple[str, ...] | None = None) -> list[Event]:
    finding = Finding("model/off-by-one", "m", Span(0, 1), Severity.WARNING, Source.MODEL)
    finding = finding._replace(own_confidence=OwnConfidence(0.8, MODEL, prompts or prompt_versions()))
    verdicts = ["accepted"] * right + ["dismissed"] * wrong
    return [recording.verdict_on(finding, f"{place}-{prompts}.py", "x\n", each) for place, each in enumerate(verdicts)]


def test_people_s_verdicts_make_a_calibration_with_the_evaluation_before(folder, reread, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "a-key")
    measure()
    feedback.append(str(folder.path), judged_by_people(right=3, wrong=1))
    feedback.append(str(folder.path), judged_by_people(right=9, wrong=9, prompts=("review-0",)))
    said = f"kept the calibration of {MODEL} from 60 findings and 4 verdicts: precision 70% from 0.70, 80% from 0.70"
    assert reread("feedback", "calibrate").out.startswith(said)
    kept = fits.load(MODEL, prompt_versions())
    assert kept is not None and (len(kept.measured), kept.verdicts) == (60, ((0.8, True),) * 3 + ((0.8, False),))
    measure()
    kept = fits.load(MODEL, prompt_versions())
    assert kept is not None and len(kept.verdicts) == 4, "another evaluation takes nothing from the verdicts"


def test_of_too_few_verdicts_and_of_no_model_there_is_no_calibration(folder, reread, monkeypatch):
    assert "no provider is set up" in reread("feedback", "calibrate").err
    monkeypatch.setenv("OPENAI_API_KEY", "a-key")
    feedback.append(str(folder.path), judged_by_people(right=25, wrong=24))
    assert f"too few verdicts on findings of {MODEL}" in reread("feedback", "calibrate").err
    feedback.append(
        str(folder.path), [each._replace(id="x", confidence="2") for each in judged_by_people(right=1, wrong=0)]
    )
    assert reread("feedback", "calibrate").code == 2


def test_a_verdict_on_a_recorded_finding_knows_the_confidence(tmp_path):
    document = Document("a.py", "x = 1\n")
    finding = Finding("model/off-by-one", "m", Span(0, 1), Severity.WARNING, Source.MODEL, fingerprint="f")
    finding = finding._replace(own_confidence=OwnConfidence(0.8, MODEL, ("review-1", "refute-1")))
    file = FileReport("a.py", "a.py", locate(document, [finding]), text=document.text)
    assert record_review(str(tmp_path), ReviewOutcome(units=1), [file]) == ""
    (event,) = recording.record_by_fingerprint(str(tmp_path), "f", "dismissed", reason="", who="")
    assert (event.confidence, event.model, event.prompts) == ("0.8", MODEL, "review-1 refute-1")
