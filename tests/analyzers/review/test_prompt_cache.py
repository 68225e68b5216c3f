"""What requests have in common is paid for once: the vendors' prompt caches, by the stand-in's own count and prices."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.change.intent import ChangeContext
from reread.analyzers.review.description import Price
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend import models
from reread.analyzers.text import Span
from tests.analyzers.review.asking import Bench, subjects_of
from tests.standin import Reply, StandIn
from tests.standin.replies import Recorded

UNITS = "\n\n".join(
    f"def share_{number}(values, parts):\n"
    + "".join(f"    total_{line} = sum(values) * {line} + {number}\n" for line in range(12))
    + "    return total_3 / len(parts)\n"
    for number in range(20)
)
EVERYTHING = {"triage": "off", "max_findings_per_file": 0, "max_findings": 0}
KINDS = {"triage", "review", "refute", "fix", "change", "leads"}


@pytest.fixture(params=["anthropic", "openai"])
async def bench(request, tmp_path, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with StandIn() as model:
        made = Bench(model, request.param, tmp_path)
        yield made
        await made.close()


def billed(bench: Bench) -> float:
    """What the requests cost by the vendor's prices, in tokens of input that no cache has."""
    price = models.price(bench.vendor, models.default_model(bench.vendor))
    requests = bench.model.requests
    paid = sum(price.of(each.tokens, 0, cache_read=each.cached, cache_written=each.written) for each in requests)
    return paid / price.of(1, 0)


@pytest.mark.slow
@pytest.mark.parametrize("second_pass", [False, True])
async def test_three_looks_at_twenty_units_bill_at_most_1_6_times_the_full_tokens_of_one(bench, second_pass):
    options = {**EVERYTHING, "second_pass": second_pass}
    await bench.review(UNITS, asker=bench.asker(cached=False), **options)
    one, requests = sum(request.tokens for request in bench.model.requests), len(bench.model.reviews)
    bench.model.reset()
    await bench.review(UNITS, asker=bench.asker(cached=False), looks=3, **options)
    assert len(bench.model.reviews) == 3 * requests
    assert billed(bench) <= 1.6 * one
    assert sum(request.cached for request in bench.model.reviews) > sum(each.tokens for each in bench.model.reviews) / 2


def hints(code: str) -> tuple[Finding, ...]:
    return (Finding("py/some-rule", "It may be empty", Span(0, code.index("\n")), Severity.HINT),)


def answered_with_broken_fixes(bench: Bench) -> None:
    """Each answer to a review has a finding whose fix does not parse, so that all kinds of requests are made."""
    line = "    return total_3 / len(parts)"
    said = {"unit": 1, "title": "Division by zero", "message": "It raises.", "severity": "warning", "category": "x"}
    edits = [{"search": line, "replace": "    return ("}]
    finding = {**said, "confidence": 0.9, "quote": line, "failure": "f([], [])", "why": "len is 0", "edits": edits}
    bench.model.always(Reply(kind="review", text=json.dumps({"findings": [finding]})))
    bench.model.always(Reply(kind="triage", text=json.dumps({"units": []})))


async def requests_of_all_kinds(bench: Bench) -> list[Recorded]:
    answered_with_broken_fixes(bench)
    settings = ReviewSettings(**EVERYTHING | {"triage": "on", "parts_per_request": 3})
    subjects = subjects_of(UNITS)
    subjects = [each._replace(leads=hints(UNITS)) if number < 2 else each for number, each in enumerate(subjects)]
    for texts in (subjects, subjects_of(UNITS.replace("share", "part"), name="b.py")):
        reviewer = Reviewer(bench.asker(cached=False), settings, change=ChangeContext())
        await reviewer.review(texts, lambda *_: None)
    return bench.model.requests


async def test_requests_of_a_kind_begin_with_the_same_instructions_byte_by_byte(bench):
    requests = await requests_of_all_kinds(bench)
    assert {request.kind for request in requests} == KINDS
    assert {kind for kind, count in Counter(request.kind for request in requests).items() if count > 1} == KINDS
    assert len({(request.kind, request.system) for request in requests}) == len(KINDS)
    # What names the boundary, and so differs from request to request, is the first line of the other message.
    lines = [request.prompt.partition("\n")[0] for request in requests]
    assert all(line.startswith("BOUNDARY is ") for line in lines)
    assert len(set(lines)) > len(requests) / 2


async def test_the_body_begins_alike_as_well(bench):
    """Whatever stands before the instructions in the order in which a vendor reads them: tools, and the schema."""
    requests = await requests_of_all_kinds(bench)
    for kind in KINDS:
        of_kind = [request.json for request in requests if request.kind == kind]
        for name in ("model", "tools", "output_config", "response_format"):
            assert len({json.dumps(body.get(name)) for body in of_kind}) == 1, (kind, name)


async def test_a_later_review_reads_the_instructions_from_the_cache(bench):
    await bench.review(UNITS[: UNITS.index("def share_1")], asker=bench.asker(cached=False), **EVERYTHING)
    await bench.review(UNITS[UNITS.index("def share_19") :], asker=bench.asker(cached=False), **EVERYTHING)
    first, second = bench.model.reviews
    assert first.cached == 0
    assert second.cached >= 1_024


async def test_one_look_has_its_instructions_kept_alone(bench):
    await bench.review(UNITS, second_pass=False, triage="off")
    marked = [request.body.count("cache_control") for request in bench.model.reviews]
    assert set(marked) == ({1} if bench.vendor == "anthropic" else {0})
    assert all(isinstance(request.json["messages"][-1]["content"], str) for request in bench.model.reviews)


async def test_the_ledger_has_the_price_of_what_was_read_from_the_cache(bench, monkeypatch):
    price = Price(4.0, 20.0, cache_read=0.1, cache_write=1.25)
    monkeypatch.setattr(models, "price", lambda *_: price)
    asker = bench.asker(cached=False)
    await bench.review(UNITS, asker=asker, looks=3, **EVERYTHING)
    requests = bench.model.requests
    given = sum(price.of(each.tokens, 0, each.cached, each.written) for each in requests)
    taken = sum(entry.output_tokens for entry in bench.ledger.entries()) * price.output / 1_000_000
    assert asker.cost == pytest.approx(given + taken)


def test_what_is_read_from_the_cache_or_put_into_it_has_a_price_of_its_own():
    price = Price(4.0, 20.0, cache_read=0.1, cache_write=1.25)
    assert price.of(1_000_000, 0) == 4.0
    assert price.of(1_000_000, 0, cache_read=1_000_000) == pytest.approx(0.4)
    assert price.of(1_000_000, 100_000, cache_written=500_000) == pytest.approx(6.5)
