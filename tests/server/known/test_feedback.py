"""Verdicts: kept a line each, matched where they belong, similar ones within bounds."""

from __future__ import annotations

import random
import subprocess

import pytest

from reread.analyzers.findings import Finding, Severity, Source, with_fingerprints
from reread.analyzers.text import Document, Span
from reread.server.known import FEEDBACK, baseline, feedback, recording, state
from reread.server.known.feedback import FeedbackError
from reread.server.known.recording import UnknownFindingError
from reread.server.known.similarity import LARGEST_CHANGE, Verdicts, change, similarity
from reread.server.known.standing import Known, load
from reread.server.report.report import FileReport, Report, locate

TEXT = "def f(x):\n    return eval(x)\n"


def finding(text: str = TEXT, code: str = "eval(x)", source: Source = Source.RULE, confidence: float = 1.0) -> Finding:
    place = text.index(code)
    span = Span(place, place + len(code))
    return Finding("no-eval", "No eval.", span, Severity.ERROR, source, confidence=confidence)


def verdict(verdict="dismissed", text: str = TEXT, who: str = "ann", path: str = "a.py", **fields):
    return recording.verdict_on(finding(text, **fields), path, text, verdict, reason="fine", who=who)


def standing(known: Known, found: Finding, text: str = TEXT, path: str = "a.py"):
    (only,) = known.standings(path, [found], text)
    return only


def test_what_is_dismissed_stays_away_with_its_reason(tmp_path):
    feedback.append(str(tmp_path), [verdict()])
    known = load(str(tmp_path))
    assert standing(known, finding())[:2] == (False, "fine")
    moved = "import os\n\n" + TEXT
    assert standing(known, finding(moved), moved).dismissed == "fine"
    assert standing(known, finding(), path="renamed.py").dismissed == "fine"


def test_another_finding_is_not_dismissed(tmp_path):
    feedback.append(str(tmp_path), [verdict()])
    other = TEXT.replace("eval(x)", "eval(y)")
    assert standing(load(str(tmp_path)), finding(other, "eval(y)"), other).new


def test_a_verdict_can_be_taken_back(tmp_path):
    made = verdict()
    feedback.append(str(tmp_path), [made])
    feedback.append(str(tmp_path), [feedback.event("undone", of=made.id)])
    known = load(str(tmp_path))
    assert known.events == ()
    assert standing(known, finding()).new


def test_the_last_verdict_on_a_finding_counts():
    first, last = verdict()._replace(at="2026-01-01T00:00:00Z"), verdict("accepted", who="bob")
    assert standing(Known(events=[first, last]), finding()).new


def test_verdicts_of_one_moment_keep_their_order(tmp_path):
    for number in range(20):
        feedback.append(str(tmp_path), [verdict(("dismissed", "accepted")[number % 2])])
    assert [each.verdict for each in load(str(tmp_path)).events] == ["accepted"]


def test_lines_that_are_no_verdicts_are_left_out(tmp_path):
    feedback.append(str(tmp_path), [verdict()])
    with (tmp_path / FEEDBACK).open("ab") as file:
        file.write(b'<<<<<<< HEAD\n{"id": 3}\n[]\n{"id": "a", "at": "", "verdict": "odd"}\n\xff\n')
    assert len(feedback.read(str(tmp_path))) == 1


def test_a_file_name_that_is_not_utf_8_is_kept(tmp_path):
    feedback.append(str(tmp_path), [verdict(path="caf\udce9.py")])
    assert standing(load(str(tmp_path)), finding(), path="caf\udce9.py").dismissed == "fine"


def test_feedback_that_cannot_be_read_is_said(tmp_path):
    (tmp_path / FEEDBACK).mkdir(parents=True)
    with pytest.raises(FeedbackError, match=r"feedback\.jsonl"):
        feedback.read(str(tmp_path))


def test_versions_merge_without_a_conflict(tmp_path):
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    feedback.append(str(tmp_path), [verdict()])
    git("add", ".")
    git("commit", "-q", "-m", "start")
    git("checkout", "-q", "-b", "other")
    feedback.append(str(tmp_path), [verdict(who="bob")])
    git("commit", "-q", "-am", "other")
    git("checkout", "-q", "main")
    feedback.append(str(tmp_path), [verdict(who="eve")])
    git("commit", "-q", "-am", "mine")
    git("merge", "-q", "other")
    assert {each.who for each in feedback.read(str(tmp_path))} == {"ann", "bob", "eve"}


def test_secrets_are_not_kept(tmp_path):
    key = "AKIA" + "IOSFODNN7REALKEY"
    text = f'client(key="{key}", x=eval(x))\n'
    assert key not in str(verdict(text=text))


def test_similar_findings_lose_and_gain_within_bounds():
    found = ("return eval(x)", "No eval.")
    against = Verdicts([verdict(who=f"person {number}") for number in range(50)])
    assert 1.0 - LARGEST_CHANGE <= against.confidence(1.0, "no-eval", *found) < 0.75
    towards = Verdicts([verdict("accepted")])
    assert 0.5 < towards.confidence(0.5, "no-eval", *found) <= 0.5 + LARGEST_CHANGE
    assert against.confidence(0.8, "another-rule", *found) == 0.8
    assert against.confidence(0.8, "no-eval", "wholly = different(code)", "And words") == 0.8


def test_one_person_cannot_pull_more_than_once():
    many = Verdicts([verdict() for _ in range(1_000)]).influences("no-eval", "return eval(x)", "No eval.")
    assert change(many) == change(many[:1])
    assert change([]) == 0.0


def test_similarity_is_of_code_and_of_message():
    assert similarity(("a = b", "m"), ("a = b", "m")) == 1.0
    assert similarity(("a = b", "m"), ("a = c", "m")) > similarity(("a = b", "m"), ("d.e()", "m"))
    assert similarity(("", ""), ("", "")) == 1.0


def test_a_guess_of_a_model_is_held_back_and_a_rule_is_not():
    events = [verdict(who=who, text=TEXT.replace("x", "y"), code="eval(y)") for who in "abc"]
    known = Known(events=events)
    guess = standing(known, finding(source=Source.MODEL, confidence=0.6))
    assert (guess.new, guess.dismissed) == (False, None)
    assert guess.confidence < 0.5 and guess.held_back
    ruled = standing(known, finding(confidence=0.6))
    assert (ruled.new, ruled.held_back) == (True, False)


SHAPES = {
    # Code that a model likes to remark on: what it is like when the remark is wrong, and when it is right.
    "swallowed-error": ("try: cache.{0}() except CacheMiss: pass", "try: payment.{0}(order) except Exception: pass"),
    "missing-check": ("row = rows_by_id[{0}_id]  # filled above", "row = request.args['{0}']['id']"),
    "race": ("with self._lock: self.{0} += 1", "self.{0} = self.{0} + await fetch_{0}()"),
    "slow-loop": ("for {0} in FIXED_TABLE: total += len({0})", "for {0} in users: db.query(User).get({0}.id)"),
}
NAMES = ("load", "save", "fetch", "update", "count", "render", "parse", "merge", "close", "send")


def remark(choice: random.Random) -> tuple[Finding, str, bool]:
    """A remark of a model with its code, and whether it is right. It is about as sure of wrong ones as of right ones."""
    rule = choice.choice(sorted(SHAPES))
    is_right = choice.random() < 0.5
    # No two remarks are about the same code: only what is similar counts.
    code = SHAPES[rule][is_right].format(f"{choice.choice(NAMES)}_{choice.randrange(10**9)}")
    text = f"def {choice.choice(NAMES)}():\n    {code}\n"
    sure = min(1.0, max(0.5, choice.gauss(0.65 + 0.03 * is_right, 0.08)))
    span = Span(text.index(code), text.index(code) + len(code))
    return (
        Finding(f"model/{rule}", f"Possible {rule}.", span, Severity.WARNING, Source.MODEL, confidence=sure),
        text,
        is_right,
    )


def precision(known: Known, remarks) -> tuple[float, float]:
    """Of what is shown the share that is right, and of what is right the share that is shown."""
    shown = [(found, text, right) for found, text, right in remarks if standing(known, found, text, "new.py").new]
    right = sum(right for *_, right in shown)
    return right / len(shown), right / sum(right for *_, right in remarks)


@pytest.mark.parametrize("seed", range(5))
def test_a_hundred_verdicts_make_later_findings_more_precise(seed):
    choice = random.Random(seed)
    people = ("ann", "bob", "cid")
    events = []
    for number in range(100):
        found, text, right = remark(choice)
        # One verdict in ten is a mistake.
        told = "accepted" if right != (choice.random() < 0.1) else "dismissed"
        events.append(recording.verdict_on(found, f"old{number}.py", text, told, who=choice.choice(people)))
    later = [remark(choice) for _ in range(500)]
    before, _ = precision(Known(), later)
    after, recall = precision(Known(events=events), later)
    assert after >= 1.1 * before
    assert recall > 0.9


def test_a_hostile_contributor_cannot_silence_a_class_unseen():
    """However often one person dismisses: what a rule finds elsewhere stays new, and of sure guesses most do."""
    choice = random.Random(1)
    hostile = []
    for number in range(500):
        found, text, right = remark(choice)
        if right:
            hostile.append(recording.verdict_on(found, f"old{number}.py", text, "dismissed", who="eve"))
    known = Known(events=hostile)
    later = [remark(choice) for _ in range(300)]
    standings = [(found, standing(known, found, text, "new.py"), right) for found, text, right in later]
    assert all(each.dismissed is None for _, each, _ in standings), (
        "what is held back is still counted and shown on request"
    )
    sure = [each.new for found, each, right in standings if right and found.confidence >= 0.75]
    assert sure and all(sure)
    rules = [standing(known, found._replace(source=Source.RULE), text, "new.py").new for found, text, _ in later]
    assert all(rules)


def test_the_baseline_and_verdicts_work_together():
    old = baseline.Baseline({"b.py": [verdict().signature]})
    known = Known(old, [verdict()])
    assert standing(known, finding(), path="b.py")[:3] == (False, "fine", pytest.approx(1 - LARGEST_CHANGE, abs=0.3))


def reported(found: Finding, text: str = TEXT) -> FileReport:
    document = Document("", text)
    (named,) = with_fingerprints([found], document, "a.py")
    return FileReport("a.py", "a.py", locate(document, [named]), text=text)


def test_a_fingerprint_names_the_finding_of_a_run(tmp_path):
    report = reported(finding())
    fingerprint = report.findings[0].finding.fingerprint
    says = {"reason": "fine", "who": "ann", "reports": [report]}
    (event,) = recording.record_by_fingerprint(str(tmp_path), fingerprint, "dismissed", **says)
    assert (event.rule, event.path, event.reason, event.who) == ("no-eval", "a.py", "fine", "ann")
    assert standing(load(str(tmp_path)), finding()).dismissed == "fine"


def test_a_reply_that_is_read_again_is_recorded_once(tmp_path):
    report = reported(finding())
    fingerprint = report.findings[0].finding.fingerprint
    says = {"reason": "fine", "who": "ann", "reports": [report]}
    for _ in range(2):
        again = recording.record_by_fingerprint(str(tmp_path), fingerprint, "dismissed", **says)
    assert (again, len(feedback.read(str(tmp_path)))) == ([], 1)


def test_a_fingerprint_names_the_finding_of_the_history(tmp_path):
    made = Report((reported(finding(source=Source.MODEL)),))
    assert state.record(str(tmp_path), "review", made, all_rules=False) == ""
    fingerprint = made.files[0].findings[0].finding.fingerprint
    says = {"reason": "no", "who": "bob"}
    (event,) = recording.record_by_fingerprint(str(tmp_path), fingerprint, "dismissed", **says)
    assert (event.path, event.code) == ("a.py", "return eval(x)")


def test_a_fingerprint_of_nothing_is_said(tmp_path):
    with pytest.raises(UnknownFindingError, match="0123"):
        recording.record_by_fingerprint(str(tmp_path), "0123", "dismissed", reason="", who="ann")
    assert feedback.read(str(tmp_path)) == []
