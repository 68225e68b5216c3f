"""Thousands of generated answers, through every provider's form: none is misplaced, no broken fix is offered, and what
is right is not lost.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest

from reread.analyzers.findings import Applicability, Finding
from reread.analyzers.multi_file_fixes import parts
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.fix_verifier import FixVerifier
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.text import Document
from tests.analyzers.review.asking import Bench, subjects_of
from tests.analyzers.review.conftest import VENDORS
from tests.analyzers.review.replay.answers import OTHER, OTHER_TEXT, Answer, answer
from tests.analyzers.review.replay.files import file
from tests.analyzers.review.replay.judge import applied, breakages, odd_endings, place_of, unit_of
from tests.standin import Reply
from tests.standin.protocols import WIRES
from tests.standin.replies import Recorded
from tests.standin.reviewer import units

ANSWERS = 2_400
EACH = 50
OTHER_DOCUMENT = Document(f"file:///w/{OTHER}", OTHER_TEXT, path=f"/w/{OTHER}", language="python")


async def replay(bench: Bench, seed: int, counts: Counter[str]) -> None:
    chance = Random(seed)
    made = file(chance, chance.choice((1, 1, 2, 3)))
    subjects = subjects_of(made.text, made.base, language=made.language, name=made.name)
    codes = [subject.document.text[slice(*subject.unit.span)] for subject in subjects]
    said = answer(chance, codes)
    garbled = not said.cut and chance.random() < 0.05
    bench.model.reset()
    bench.model.always(Reply(kind="fix", edits=[]))
    bench.model.script(_garbled(bench, said) if garbled else _reply(said, chance))

    async def retrieve(subject: Subject) -> list[ContextPiece]:
        return [ContextPiece(OTHER, 1, OTHER_TEXT[: OTHER_TEXT.index("\n\n\n") + 1], "called by the change")]

    reviewer = Reviewer(
        bench.asker(cached=False),
        ReviewSettings(profile="pedantic", second_pass=False, triage="off"),
        retrieve=retrieve,
        bench=FixVerifier(read=lambda path: OTHER_DOCUMENT if path == OTHER else None),
    )
    done = await reviewer.review(subjects, lambda *_: None)
    shown = {finding.rule: finding for _, finding in done.findings}
    if garbled:
        # Where no finding can be read, units are asked about one by one, and the stand-in answers by itself.
        assert len(done.problems) <= 1
    else:
        # What the model saw is what the judge goes by.
        [review] = [request for request in bench.model.requests if request.kind == "review"]
        assert [unit["CODE"] for _, unit in sorted(units(review.prompt).items())] == codes
        assert bool(done.problems) == said.cut
        assert len(shown) == len(done.findings)
        _judge(made.text, subjects, codes, said, shown, counts)
    counts["answers"] += 1
    counts["findings"] += len(shown)
    for finding in shown.values():
        _judge_fixes(made.text, made.language, finding, counts)


def _judge(
    text: str, subjects: list[Subject], codes: list[str], said: Answer, shown: dict[str, Finding], counts: Counter[str]
) -> None:
    """Each finding is where the judge says, or is not shown where the judge finds no place."""
    placed = set()
    for one in said.findings:
        unit = unit_of(one, codes)
        line = place_of(one["quote"], codes[unit]) if unit is not None else None
        finding = shown.get(f"model/{one['category']}")
        if line is None:
            assert finding is None, one
            counts["without a place"] += 1
            continue
        assert finding is not None, one
        assert unit is not None
        placed.add(f"model/{one['category']}")
        before = text[: finding.span.start].replace("\r\n", "\n").count("\n")
        unit_begins = text[: subjects[unit].unit.span.start].replace("\r\n", "\n").count("\n")
        visible = next(at for at, each in enumerate(one["quote"].replace("\r\n", "\n").split("\n")) if each.strip())
        assert before == unit_begins + line, (one, visible)
        marked = " ".join(text[slice(*finding.span)].split())
        assert marked == " ".join(one["quote"].split()), one
    assert set(shown) == placed


def _judge_fixes(text: str, language: str, finding: Finding, counts: Counter[str]) -> None:
    """A fix that can be applied parses in each of its files, as well as that did before, and is clean text."""
    for fix in finding.fixes:
        assert fix.applicability in (Applicability.UNSAFE, Applicability.DISPLAY_ONLY)
        for uri, part in parts(fix).items():
            assert uri in ("", OTHER_DOCUMENT.uri)
            if fix.applicability is Applicability.DISPLAY_ONLY:
                continue
            before = OTHER_TEXT if uri else text
            after = applied(before, part.edits)
            assert after != before
            after.encode()
            assert breakages("python" if uri else language, after) <= breakages("python" if uri else language, before)
            assert odd_endings(before) or not odd_endings(after) or after.count("\r") == before.count("\r") == 0
            assert after.startswith("\ufeff") == before.startswith("\ufeff")
            assert "REREAD_SECRET" not in after
            counts["fixes in another file" if uri else "fixes"] += 1


def _reply(said: Answer, chance: Random) -> Reply:
    stop = "length" if said.cut else "end"
    return Reply(kind="review", text=said.text, pieces=chance.choice((1, 3, 24, 100_000)), stop=stop)


NO_REQUEST = Recorded(protocol="", method="POST", path="/", headers={}, body="")


def _garbled(bench: Bench, said: Answer) -> Reply:
    """The same with bytes in the stream that are no UTF-8."""
    [wire] = {wire.name: wire for wire in WIRES.values() if wire.name == bench.vendor}.values()
    text = said.text.encode("utf-8", "replace").decode().replace("It fails", "It @@ fails")
    frames = [*wire.opening(NO_REQUEST, (1, 1)), wire.piece(text), *wire.ending(NO_REQUEST, Reply(), (1, 1))]
    raw = b"".join(frames).replace(b"@@", b"\xff\xfe\x80")
    return Reply(kind="review", raw=raw.decode("latin-1"))


async def replayed(bench: Bench, seeds: range) -> Counter[str]:
    counts: Counter[str] = Counter()
    for seed in seeds:
        try:
            await replay(bench, seed, counts)
        except AssertionError as error:
            raise AssertionError(f"answer {seed}: {error}") from error
    return counts


STARTS = range(0, ANSWERS, EACH * len(VENDORS))
AT_ONCE = 4
"""How many of the starts the slow tests have; a soak has the others."""


@pytest.mark.parametrize(
    "first",
    [pytest.param(each, marks=pytest.mark.slow if each in STARTS[:AT_ONCE] else pytest.mark.soak) for each in STARTS],
)
async def test_no_answer_is_misplaced_and_no_broken_fix_is_offered(bench, first):
    first += VENDORS.index(bench.vendor) * EACH
    counts = await replayed(bench, range(first, first + EACH))
    assert counts["answers"] == EACH
    assert counts["findings"] > EACH / 4
    assert counts["without a place"] > EACH / 4
    assert counts["fixes"] >= 3


async def test_some_answers_of_every_provider(bench):
    counts = await replayed(bench, range(10_000, 10_020))
    assert counts["findings"] > 0


def test_enough_answers_are_replayed():
    assert len(STARTS) * EACH * len(VENDORS) >= 2_000


def said(quote: str, unit: int = 1) -> dict[str, Any]:
    return {"unit": unit, "quote": quote}


def test_the_judge_knows_places():
    code = "def f():\n  a()\n\tb( 1 )\n  a()"
    assert place_of("\tb( 1 )", code) == 2
    assert place_of("b(  1 )\n a()", code) == 2
    assert place_of("  a()", code) is None
    assert place_of("c()", code) is None
    assert unit_of(said("\tb( 1 )", 0), ["x", code]) == 1
    assert unit_of(said("  a()", 3), [code, code]) is None


@pytest.mark.parametrize(
    ("language", "text"), [("python", "def f(:"), ("go", "func {"), ("java", "class {"), ("javascript", "(")]
)
def test_the_judge_knows_broken_code(language, text):
    assert breakages(language, text) > 0
    assert breakages(language, "") == 0
