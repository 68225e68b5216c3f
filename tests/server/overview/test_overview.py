"""What a report counts, and that none of its formats can be made to say or do anything else."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reread.analyzers.measures import measure
from reread.analyzers.review.privacy.audit import AuditedPiece, AuditEntry
from reread.analyzers.review.spend.ledger import LedgerEntry
from reread.analyzers.text import Document
from reread.server.git.churn import Churn
from reread.server.known import feedback
from reread.server.known.state import ModelReviewRun, RecordedFinding
from reread.server.overview import findings, gates, health, periods, plots, precision, savings, spending
from reread.server.overview.values import Overview, Plot, Section, Table
from reread.server.overview.writing import FORMATS

TODAY = date(2026, 3, 4)
HOSTILE = '<script>alert(1)</script>"\u202e|=cmd'


def kept(path: str, first: str, gone: str = "", severity: str = "error", rule: str = "r") -> RecordedFinding:
    when = f"{first}T00:00:00Z"
    return RecordedFinding(
        path, rule, "t", "l", "rule", severity, "m", 0, when, when, f"{gone}T00:00:00Z" if gone else "", "f", ""
    )


def python(text: str) -> Document:
    return Document("a.py", text, language="python")


def test_open_findings_are_counted_at_the_end_of_each_week() -> None:
    section = findings.section(
        [kept("a.py", "2026-02-10"), kept("a.py", "2026-02-10", "2026-02-25"), kept("b.py", "2020-01-01")],
        [],
        [],
        TODAY,
    )
    ((name, values),) = section.plots[0].series
    assert (name, values[-5:]) == ("error", (1.0, 3.0, 3.0, 2.0, 2.0))


def test_new_fixed_and_dismissed_are_those_of_the_last_month() -> None:
    old, new, fixed = (
        kept("a/x.py", "2025-01-01"),
        kept("a/x.py", "2026-03-01"),
        kept("a/x.py", "2025-01-01", "2026-03-01"),
    )
    verdict = feedback.event("dismissed", rule="r", path="a/x.py")._replace(at="2026-03-02T00:00:00Z")
    by_rule, by_folder = findings.section([old, new, fixed], [verdict], [], TODAY).tables
    assert by_rule.rows == (("r", 2, 1, 1, 1),)
    assert by_folder.rows == (("a", 2, 1, 1, 1),)


def test_no_history_is_no_plot() -> None:
    assert findings.section([], [], [], TODAY).plots == ()


@given(some.integers(0, 500), some.integers(0, 500))
def test_the_interval_holds_the_share_and_narrows_with_more_verdicts(right: int, wrong: int) -> None:
    count = right + wrong
    low, high = precision.wilson(right, count)
    share = right / count if count else 0.5
    assert 0 <= low <= share + 1e-9 and share - 1e-9 <= high <= 1
    more_low, more_high = precision.wilson(right * 10, count * 10)
    assert more_high - more_low <= high - low + 1e-9


def test_the_interval_is_that_of_wilson() -> None:
    assert [round(each, 4) for each in precision.wilson(8, 10)] == [0.4902, 0.9433]


def test_precision_counts_accepted_and_edited_as_right() -> None:
    events = [feedback.event(verdict, rule="r") for verdict in ("accepted", "edited", "dismissed", "accepted")]
    (table,) = precision.section(events).tables
    assert table.rows[0][:4] == ("all rules", 3, 1, "75%")


def test_complexity_counts_branches_of_a_function_without_those_inside_it() -> None:
    text = "def f(x):\n    if x and x > 1:\n        return 1\n    def g(y):\n        while y:\n            y -= 1\n    return g\n"
    assert measure(python(text)).complexities == (3, 2)


def test_code_of_no_known_functions_has_lines_alone() -> None:
    assert measure(Document("a.txt", "one\n\ntwo\n")) == (2, (), ())


def test_duplicates_lower_a_score_and_findings_do_too() -> None:
    text = "".join(f"a{number} = {number}\n" for number in range(20))
    once, twice = {"a/x.py": measure(python(text))}, {f"a/{name}.py": measure(python(text)) for name in "xy"}
    assert [each.score for each in health.health(once, [])] == [100.0]
    assert [each.score for each in health.health(twice, [])] == [75.0]
    assert [each.score for each in health.health(once, [kept("a/x.py", "2026-01-01")])] == [60.0]
    assert [each.score for each in health.health(once, [kept("a/x.py", "2026-01-01", "2026-01-02")])] == [100.0]


def test_hot_spots_are_complex_files_that_change_often() -> None:
    measured = {name: measure(python("def f(x):\n    return x if x else 1\n")) for name in ("a.py", "b.py", "c.py")}
    churn = Churn(Counter({"a.py": 1, "b.py": 5}), {"b.py": Counter({"Ada": 4, "Bo": 1})}, ())
    _, owners, hot = health.section(health.health(measured, []), measured, churn, ("", {})).tables
    assert [row[0] for row in hot.rows] == ["b.py", "a.py"]
    assert owners.rows == ((".", 5, 2, "Ada", "80%"),)


@pytest.mark.parametrize(("score", "grade"), [(100, "A"), (85, "A"), (84.9, "B"), (55, "C"), (40, "D"), (0, "E")])
def test_grades(score: float, grade: str) -> None:
    assert health.grade(score) == grade


def test_a_gate_names_a_folder_and_a_grade_or_a_score() -> None:
    scores = {"core": 72.0, "ui": 50.0}
    for text, failed in (
        ("core>=B", 0),
        ("core >= 73", 1),
        ("core>=72.0", 0),
        ("core>=72.1", 1),
        ("*>=C", 1),
        ("gone>=E", 1),
        ("ui/>=D", 0),
    ):
        assert len(gates.failures((gates.parse(f"health:{text}"),), scores)) == failed, text


@pytest.mark.parametrize("text", ["", "health", "health:>=B", "health:a>=F", "health:a<B", "spend:a>=1"])
def test_what_is_no_gate_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="is no gate"):
        gates.parse(text)


def entry(state: str = "done", cost: float | None = 0.01, kind: str = "review") -> LedgerEntry:
    return LedgerEntry(1_772_600_000.0, "r", kind, "p", "m", "v1", state, 10, 5, cost, 1.0)


def test_spending_is_by_provider_and_purpose_without_the_version_of_a_prompt() -> None:
    (table,) = spending.section([entry(), entry()._replace(prompt="v2"), entry("cached", 0.0)], None, [], TODAY).tables
    assert table.rows[0] == ("p", "m", "review", 2, 0, 1, "33%", 30, 0.02, 1.0, 1.0, 1.0)


def test_no_calls_are_said() -> None:
    assert spending.section([], None, [], TODAY).notes == ("No model was asked.",)
    assert spending.section([entry()], frozenset(), [], TODAY).notes == ("No model was asked about this workspace.",)


def test_spending_is_of_this_workspace_where_the_audit_log_tells_its_runs() -> None:
    entries = [entry(), entry()._replace(run="other", cost=5.0)]
    own = spending.section(entries, frozenset({"r"}), [], TODAY)
    assert own.notes[0].startswith("This workspace: ") and own.tables[0].rows[-1][8] == 0.01
    every = spending.section(entries, None, [], TODAY)
    assert every.notes[0].startswith("All workspaces") and every.tables[0].rows[-1][8] == 5.01


def test_an_unknown_price_is_no_price_of_zero() -> None:
    costs = {
        kind: spending.section([entry(cost=cost) for cost in costs], None, [], TODAY).tables[0].rows[0][8]
        for kind, costs in {"unknown": (None, None), "partly": (0.5, None), "free": (0.0,)}.items()
    }
    assert costs == {"unknown": "unknown", "partly": "0.5000 + unknown", "free": 0.0}


def test_a_table_that_is_cut_says_so_in_every_format() -> None:
    section = findings.section([kept("a.py", "2026-03-01", rule=f"py/r-{n}") for n in range(28)], [], [], TODAY)
    assert [table.left_out for table in section.tables] == [3, 0]
    overview = Overview("t", "now", (section,))
    for name in ("html", "md"):
        assert "3 more rows left out" in "".join(FORMATS[name](overview))
    assert "Findings,By rule,,rows left out,3" in "".join(FORMATS["csv"](overview))
    assert json.loads("".join(FORMATS["json"](overview)))["sections"][0]["tables"][0]["left_out"] == 3


def test_markdown_is_escaped_only_where_it_is_needed() -> None:
    rows = (("src/money.py", 0.0, "0.0%", "py/loop-past-end"), ("src/__init__.py", 1234, "<b>", "a|b"))
    table = Table("Cells", ("file", "count", "US$", "rule"), rows)
    text = "".join(FORMATS["md"](Overview("t", "now", (Section("Part", (), (table,)),))))
    assert "| file | count | US$ | rule |" in text
    assert "| `src/money.py` | 0.0 | 0.0% | py/loop-past-end |" in text
    assert "| `src/__init__.py` | 1,234 | \\<b\\> | a\\|b |" in text


def test_a_gate_on_every_folder_fails_where_there_is_no_code() -> None:
    assert gates.failures((gates.parse("health:*>=B"),), {}) == ["health:*>=B: there is no code in this folder"]


def test_advice_needs_enough_calls() -> None:
    silent = ModelReviewRun("2026-03-01T00:00:00Z", "p", "m", 1, 0, 0, 0, 10, 0.5, "")
    few = spending.section([entry("failed")] * 3, None, [silent] * 3, TODAY).notes
    many = " ".join(
        spending.section([entry("failed")] * 30 + [entry(cost=None)] * 30, None, [silent] * 30, TODAY).notes
    )
    assert len(few) == 1
    for words in (
        "30 of 60 calls had no answer",
        "None of 30 answers",
        "found nothing and cost $15.00",
        "30 calls had no",
    ):
        assert words in many


def request(run: str, path: str, model: str = "m", line: int = 1, size: int = 100) -> AuditEntry:
    code = (AuditedPiece(path, line, line + 9),)
    return AuditEntry("2026-03-01T00:00:00Z", run, "review", "/w", "p", "url", model, "v1", code, (), size, 0)


def answered(audited: list[AuditEntry], cost: float | None = 0.1, **states: str) -> list[LedgerEntry]:
    return [entry(states.get(each.run, "done"), cost)._replace(run=each.run, model=each.model) for each in audited]


def of_model(path: str, model: str = "m") -> RecordedFinding:
    return kept(path, "2026-03-01")._replace(source="model", model=model)


def test_requests_that_the_cache_would_have_answered_name_the_setting() -> None:
    first = [request("1", f"src/{number}.py") for number in range(20)]
    again = [request("2", f"src/{number}.py") for number in range(20)]
    (said,) = savings.advice([*first, *again], answered([*first, *again]), [])
    assert said.startswith("20 requests ($2.00) were made before with the same code") and "`review.cache`" in said
    (said,) = savings.advice([*first, *again], answered([*first, *again], None), [])
    assert said.startswith("20 requests (300 tokens)")
    looks = [request("1", f"src/{number}.py") for number in range(20) for _ in range(3)]
    assert list(savings.advice(looks, answered(looks), [])) == []
    assert list(savings.advice([*first, *again], answered([*first, *again], **{"1": "failed"}), [])) == []
    assert list(savings.advice([*first, *again[:19]], answered([*first, *again[:19]]), [])) == []


def test_a_folder_in_which_no_model_ever_found_anything_is_named() -> None:
    silent = [request("1", f"gen/{number}.py") for number in range(20)]
    loud = [request("1", f"src/{number}.py") for number in range(20)]
    root = [request("1", f"{number}.py") for number in range(20)]
    every = [*silent, *loud, *root]
    (said,) = savings.advice(every, answered(every), [of_model("src/1.py")])
    assert said.startswith("gen: 20 requests ($2.00) and never a finding") and "`review.exclude = ['/gen/']`" in said
    assert list(savings.advice(every, answered(every), [])) == []
    assert list(savings.advice(every, answered(every), [of_model("src/1.py"), of_model("gen/1.py")])) == []


@pytest.mark.parametrize(
    ("cost", "found", "expected"),
    [
        (0.01, [], 1),
        (0.08, [], 0),
        (None, [], 0),
        (0.01, ["src/1.py", "src/2.py"], 0),
    ],
)
def test_a_cheaper_model_has_to_agree_and_to_find_something(cost, found, expected) -> None:
    dear = [request("1", f"src/{number}.py", "dear") for number in range(20)]
    cheap = [request("2", f"src/{number}.py", "cheap") for number in range(20)]
    calls = [*answered(dear), *answered(cheap, cost)]
    history = [of_model("src/other.py", "cheap"), *(of_model(path, "dear") for path in found)]
    said = list(savings.advice([*dear, *cheap], calls, history))
    assert len(said) == expected
    assert all(each.startswith("cheap and dear reviewed the same 20 pieces") for each in said)
    assert list(savings.advice([*dear, *cheap], calls, [of_model("src/other.py", "dear")])) == []


def hostile() -> Overview:
    table = Table(HOSTILE, ("file", "count"), ((HOSTILE, 1), ("=1+1", None)))
    plot = Plot(HOSTILE, periods.labels(periods.weeks(TODAY)), ((HOSTILE, (1.0,) * periods.WEEKS),), stacked=True)
    return Overview(HOSTILE, "now", (Section("Part", (HOSTILE,), (table,), (plot,)),), (("core", 1.0),))


def test_a_page_loads_and_runs_nothing() -> None:
    page = "".join(FORMATS["html"](hostile()))
    assert "<script" not in page and "\u202e" not in page and "&lt;script&gt;" in page
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert not any(part in page for part in ("src=", "url(", "@import", "<link", "<iframe", "onload"))
    assert "<svg" in page and "prefers-color-scheme: dark" in page and 'lang="en"' in page


def test_numbers_of_a_column_are_below_each_other() -> None:
    table = Table("T", ("model", "US$", "p50"), (("m", "0.5000 + unknown", 8.0), ("n", "unknown", 1_234.25)))
    page = "".join(FORMATS["html"](Overview("t", "now", (Section("Part", (), (table,)),))))
    assert '<td class="number">8.00</td>' in page and '<td class="number">1,234.25</td>' in page
    assert '<td class="number">0.5000 + unknown</td>' in page and '<th scope="row">m</th>' in page


def test_names_in_a_note_are_code_on_the_page() -> None:
    page = "".join(FORMATS["html"](Overview("t", "now", (Section("Part", ("Set `review.cache`, or `<b>`.",)),))))
    assert "<p>Set <code>review.cache</code>, or <code>&lt;b&gt;</code>.</p>" in page


def test_a_severity_has_its_own_colour_and_nothing_else_is_red() -> None:
    error, warning, _, hint = plots.colors_of(["error", "warning", "info", "hint"])
    assert plots.colors_of(["hint", "warning"]) == (hint, warning)
    others = plots.colors_of([f"kind {number}" for number in range(9)])
    assert error not in others and len(others) == 9 and len(set(others[:7])) == 7


def test_json_has_scores_tables_and_plots() -> None:
    data = json.loads("".join(FORMATS["json"](hostile())))
    assert data["scores"] == {"core": 1.0}
    assert len(next(iter(data["sections"][0]["plots"][0]["series"].values()))) == periods.WEEKS


def test_no_cell_of_csv_is_a_formula() -> None:
    rows = list(csv.reader("".join(FORMATS["csv"](hostile())).splitlines()))
    assert rows[2][2:] == ["'=1+1", "count", ""]


def test_a_cell_of_markdown_stays_a_cell() -> None:
    text = "".join(FORMATS["md"](hostile()))
    (row,) = [line for line in text.splitlines() if line.endswith("| 1 |")]
    assert row.replace("\\|", "").count("|") == 3 and "<script>" not in text
