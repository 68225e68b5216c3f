"""`reread stats`."""

from __future__ import annotations

import json

import msgspec
import pytest
from prometheus_client.parser import text_string_to_metric_families

from reread.analyzers import retention
from reread.analyzers.review.privacy import audit
from reread.analyzers.review.privacy.audit import AuditEntry
from reread.analyzers.review.provider import Usage
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.server.cli import since
from reread.server.review.spending import ledger_path

CALL = Call("run", "review", "openai", "gpt-5-mini", "review-1")


@pytest.fixture
def ledger(nothing_from_outside) -> Ledger:
    return Ledger(ledger_path())


def spend(ledger: Ledger, call: Call = CALL, cost: float | None = 0.25) -> None:
    number = ledger.reserve(call, Usage(1_000, 500), cost, SpendingLimits())
    ledger.settle(number, "done", Usage(1_000, 200), cost, 2.0)


def test_before_the_first_call_it_says_so(folder, reread):
    assert reread("stats") == (0, "no model was called\n", "")


def test_spend_hits_and_latency_by_model_and_prompt(folder, reread, ledger):
    spend(ledger)
    ledger.record_cached(CALL)
    header, line, *left = reread("stats").out.splitlines()
    assert header.split()[:4] == ["provider", "model", "prompt", "stage"]
    assert (
        line == "openai    gpt-5-mini  review-1  review      1       0       1   50%   1,200  $0.2500  2.00 s  2.00 s"
    )
    assert left == ["left: 998,800 tokens (review.tokens-per-day)", "left: $4.75 (review.cost-per-day)"]


def test_several_groups_have_a_total(folder, reread, ledger):
    spend(ledger)
    spend(ledger, CALL._replace(model="other"), None)
    out = reread("stats").out
    assert out.splitlines()[3].split()[:5] == ["total", "2", "0", "0", "0%"]
    assert "unknown" in out
    assert "1 call without a known price: counted in tokens only" in out


def test_an_unknown_price_is_not_zero(folder, reread, ledger):
    spend(ledger, CALL, None)
    data = json.loads(reread("stats", "--format", "json").out)
    assert (data["total"]["cost"], data["groups"][0]["cost"]) == (None, None)
    spend(ledger)
    assert "$0.2500 + unknown" in reread("stats").out
    assert json.loads(reread("stats", "--format", "json").out)["total"]["cost"] == 0.25


def test_only_the_runs_about_this_workspace(folder, reread, ledger):
    spend(ledger)
    assert reread("stats", "--here").out == "no model was called\n"
    entry = AuditEntry(audit.now(), "run", "review", str(folder.path), "openai", "u", "m", "v", (), (), 1, 0)
    audit.AuditLog(retention.AUDIT.place).append(entry)
    audit.AuditLog(retention.AUDIT.place).append(msgspec.structs.replace(entry, run="other", folder="/elsewhere"))
    spend(ledger, CALL._replace(run="other"), 3.0)
    assert json.loads(reread("stats", "--here", "--format", "json").out)["total"]["cost"] == 0.25
    assert json.loads(reread("stats", "--format", "json").out)["total"]["cost"] == 3.25


def test_the_same_as_json(folder, reread, ledger):
    spend(ledger)
    data = json.loads(reread("stats", "--format", "json").out)
    assert data["total"]["input_tokens"] == 1_000
    assert data["groups"][0]["latency"] == {"p50": 2.0, "p90": 2.0, "p99": 2.0}
    assert data["left"]["cost_by"] == "review.cost-per-day"


def test_what_is_older_is_left_out(folder, reread, ledger):
    spend(ledger)
    assert reread("stats", "--since", "today").out != "no model was called\n"
    assert reread("stats", "--since", "2999-01-01").out == "no model was called\n"


@pytest.mark.parametrize("text", ["yesterday", "7", "2026-13-01", ""])
def test_a_moment_that_is_none_is_one_line(folder, reread, text):
    result = reread("stats", "--since", text)
    assert (result.code, result.err.count("\n")) == (2, 1)


def test_moments_count_back_from_now():
    assert since.moment("1h") > since.moment("1d") > since.moment("1w") > since.moment("2000-01-01")
    assert since.moment("month") <= since.moment("today")


def test_prometheus_reads_what_was_spent_and_found(repository, reread, ledger):
    spend(ledger)
    ledger.record_cached(CALL)
    repository.write("a.py", "old_name(1)\n")
    reread("check")
    found = {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(reread("stats", "--format", "prometheus").out)
        for sample in family.samples
    }
    own = (("model", "gpt-5-mini"), ("prompt", "review-1"), ("provider", "openai"), ("purpose", "review"))
    assert found["reread_model_calls_total", *sorted([*own, ("outcome", "cached")])] == 1
    assert found["reread_model_tokens_total", *sorted([*own, ("type", "output")])] == 200
    assert found["reread_model_cost_dollars_total", *own] == 0.25
    assert found["reread_model_latency_seconds", *sorted([*own, ("quantile", "0.5")])] == 2.0
    assert found["reread_open_findings", ("severity", "error"), ("workspace", "work")] == 1
