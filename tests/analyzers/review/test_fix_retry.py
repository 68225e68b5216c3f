"""What becomes of the fixes that come with a review: over several files, tried, repaired once, or only displayed."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Applicability
from reread.analyzers.fixes import apply_fix
from reread.analyzers.multi_file_fixes import parts
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.fix.fix_verifier import FixVerifier, Objection
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import SpendingLimits
from reread.analyzers.text import Document
from tests.analyzers.review.asking import subjects_of
from tests.standin import Reply

CODE = "def mean(values):\n    return sum(values) / len(values)\n"
QUOTE = "    return sum(values) / len(values)"
GOOD = {"search": QUOTE, "replace": "    return sum(values) / len(values) if values else 0"}
BROKEN = {"search": QUOTE, "replace": "    return sum(values) / ("}
FILES = {
    name: Document(f"file:///w/{name}", text, path=f"/w/{name}", language="python")
    for name, text in (("b.py", "def use():\n    return mean([])\n"), ("c.py", "def other():\n    return mean([])\n"))
}
CONTEXT = [ContextPiece(name, 1, document.text, "calls mean") for name, document in FILES.items()]
OTHERS = [{"file": name, "search": "    return mean([])", "replace": "    return mean([1])"} for name in FILES]


@pytest.fixture(params=["openai"])
def vendor(request):
    return request.param


class Tool:
    """A tool of the project that refuses texts with one of the words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.tried: list[dict[str, str]] = []

    def __bool__(self) -> bool:
        return True

    async def objection(self, fixed, on_wait) -> Objection | None:
        self.tried.append(dict(fixed))
        wrong = [word for word in self.words if any(word in text for text in fixed.values())]
        return Objection("`lint` fails with it", f"line 2: {wrong[0]}") if wrong else None


class Outcome:
    """What a review came to: its only finding, what of it was shown meanwhile, and the whole of it."""

    def __init__(self, review, shown) -> None:
        self.review = review
        self.shown = shown
        [(_, self.finding)] = review.findings

    @property
    def fix(self):
        [fix] = self.finding.fixes
        return fix


async def reviewed(bench, *edits, tools=None, limits=None, asker=None, **options) -> Outcome:
    found = {"title": "Division by zero", "message": "No values.", "confidence": 0.9, "quote": QUOTE, "edits": edits}
    bench.model.always(Reply(kind="review", findings=[found]))

    async def retrieve(subject):
        return CONTEXT

    shown = []
    asker = asker or bench.asker(limits=limits)
    settings = ReviewSettings(second_pass=False, **options)
    reviewer = Reviewer(asker, settings, retrieve=retrieve, bench=FixVerifier(FILES.get, None, tools))
    review = await reviewer.review(subjects_of(CODE), lambda _, finding: shown.append(finding))
    return Outcome(review, shown)


def kinds(bench) -> list[str]:
    return [request.kind for request in bench.model.requests]


@pytest.mark.parametrize("count", [1, 2])
async def test_a_fix_may_edit_the_files_of_the_context(bench, count):
    outcome = await reviewed(bench, GOOD, *OTHERS[:count])
    assert outcome.fix.applicability is Applicability.UNSAFE
    assert [file.relative for file in outcome.fix.files] == ["b.py", "c.py"][:count]
    own, *others = parts(outcome.fix).items()
    assert "if values else 0" in apply_fix(subjects_of(CODE)[0].document, own[1]).text
    for uri, part in others:
        document = next(file for file in FILES.values() if file.uri == uri)
        assert "mean([1])" in apply_fix(document, part).text
    assert kinds(bench) == ["review"]


@pytest.mark.parametrize("path", ["../../etc/passwd", "/w/b.py", "d.py", "b.py/../c.py"])
async def test_a_foreign_path_refuses_the_whole_fix_and_is_counted(bench, path):
    bench.model.always(Reply(kind="fix", edits=[GOOD, {**OTHERS[0], "file": path}]))
    outcome = await reviewed(bench, GOOD, {**OTHERS[0], "file": path})
    assert outcome.finding.fixes == ()
    assert outcome.review.refused == 2


async def test_a_fix_that_holds_is_shown_with_its_finding_at_once(bench):
    outcome = await reviewed(bench, GOOD)
    assert [len(finding.fixes) for finding in outcome.shown] == [1]


@pytest.mark.parametrize("broken", [[BROKEN], [GOOD, {**OTHERS[0], "replace": "    return mean("}]])
async def test_a_fix_that_does_not_hold_is_asked_for_once_more(bench, broken):
    bench.model.always(Reply(kind="fix", edits=[GOOD]))
    outcome = await reviewed(bench, *broken)
    assert outcome.fix.applicability is Applicability.UNSAFE
    assert kinds(bench) == ["review", "fix"]
    assert "This did not hold: " in bench.model.requests[1].prompt
    assert "would not parse any more" in bench.model.requests[1].prompt
    assert [len(finding.fixes) for finding in outcome.shown] == [0, 1], "the finding does not wait for its fix"


async def test_what_does_not_hold_twice_is_only_displayed(bench):
    bench.model.always(Reply(kind="fix", edits=[BROKEN]))
    outcome = await reviewed(bench, BROKEN)
    assert (outcome.fix.applicability, outcome.fix.reason) == (
        Applicability.DISPLAY_ONLY,
        "the code would not parse any more",
    )
    assert kinds(bench) == ["review", "fix"]


@pytest.mark.parametrize("reply", [Reply(kind="fix", edits=[]), Reply(kind="fix", text="no")])
async def test_where_no_other_fix_comes_the_first_is_displayed(bench, reply):
    bench.model.always(reply)
    assert (await reviewed(bench, BROKEN)).fix.applicability is Applicability.DISPLAY_ONLY


async def test_an_answer_about_a_fix_that_cannot_be_had_is_a_note(bench):
    bench.model.always(Reply(kind="fix", status=401))
    outcome = await reviewed(bench, BROKEN)
    assert outcome.fix.applicability is Applicability.DISPLAY_ONLY
    assert outcome.review.problems == ()
    assert outcome.review.notes == (
        "a fix that did not hold was not repaired: openai: the key is not accepted; check OPENAI_API_KEY",
    )


async def test_mending_counts_towards_the_limits(bench):
    outcome = await reviewed(bench, BROKEN, limits=SpendingLimits(tokens_per_run=2_500))
    assert kinds(bench) == ["review"]
    assert "over budget" in outcome.review.notes[0]


async def test_the_second_review_takes_nothing_and_shows_the_same(bench):
    bench.model.always(Reply(kind="fix", edits=[GOOD]))
    first = await reviewed(bench, BROKEN)
    asker = bench.asker()
    assert (await reviewed(bench, BROKEN, asker=asker)).finding == first.finding
    assert asker.tokens == 0


async def test_tools_try_a_fix_before_it_is_offered(bench):
    tool = Tool()
    outcome = await reviewed(bench, GOOD, OTHERS[0], tools=tool)
    assert outcome.fix.applicability is Applicability.UNSAFE
    assert [sorted(fixed) for fixed in tool.tried] == [["a.py", "b.py"]]
    assert [len(finding.fixes) for finding in outcome.shown] == [0, 1], "the finding does not wait for the tools"


async def test_what_a_tool_objects_to_is_mended_with_its_words(bench):
    bench.model.always(Reply(kind="fix", edits=[{**GOOD, "replace": "    return sum(values) / max(1, len(values))"}]))
    outcome = await reviewed(bench, GOOD, tools=Tool("else 0"))
    assert "max(1" in outcome.fix.edits[0].text
    assert "line 2: else 0" in bench.model.requests[1].prompt


async def test_what_a_tool_objects_to_twice_is_only_displayed(bench):
    bench.model.always(Reply(kind="fix", edits=[GOOD]))
    outcome = await reviewed(bench, GOOD, tools=Tool("else 0"))
    assert (outcome.fix.applicability, outcome.fix.reason) == (Applicability.DISPLAY_ONLY, "`lint` fails with it")


async def test_a_finding_that_is_not_shown_costs_no_tool_and_no_question(bench):
    tool = Tool()
    found = [
        {"message": f"Problem {number}", "confidence": 0.7 + number / 100, "quote": QUOTE, "category": f"c{number}"}
        for number in range(3)
    ]
    bench.model.always(Reply(kind="review", findings=[{**each, "edits": [GOOD]} for each in found]))
    settings = ReviewSettings(second_pass=False, max_findings=1)
    reviewer = Reviewer(bench.asker(), settings, bench=FixVerifier(FILES.get, None, tool))
    review = await reviewer.review(subjects_of(CODE), lambda *_: None)
    assert [finding.rule for _, finding in review.findings] == ["model/c2"]
    assert len(tool.tried) == 1
