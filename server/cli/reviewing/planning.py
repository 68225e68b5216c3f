"""`reread review --plan`: lists what would be sent to a model, the recipient and the price."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

from reread.analyzers.shown.terminal import printable
from reread.server.cli import model, writing
from reread.server.cli.model import Assignment, RequestOptions
from reread.server.exits import CLEAN, UsageError
from reread.server.report.review import PlannedUnit, ReviewPlan, SkippedPart
from reread.server.review import price
from reread.server.review.reviewing import availability
from reread.server.settings import Settings
from reread.server.table import table

_FATES = {"ask": "", "cached": "from the cache", "later": "in a later run"}


def show(work: Assignment, settings: Settings, asking: RequestOptions, form: str) -> int:
    """Write the plan. Nothing is sent; raises UsageError for a form that a plan does not have."""
    if form not in ("text", "json"):
        raise UsageError(f"--plan supports the formats text and json, not {form}")
    made = model.plan(work, settings, asking) if work.documents else ReviewPlan()
    state = availability(settings)
    if form == "json":
        text = json.dumps(_plain(made, work.label, state.provider, state.model), indent=2) + "\n"
    else:
        text = "".join(printable(line) + "\n" for line in _lines(made, work, state.message, settings))
    sys.stdout.write(text)
    return CLEAN


def _plain(made: ReviewPlan, label: str, provider: str, name: str) -> dict[str, Any]:
    import msgspec

    data: dict[str, Any] = msgspec.to_builtins(made)
    return {"version": 1, "change": label, "provider": provider, "model": name, **data}


def _lines(made: ReviewPlan, work: Assignment, state: str, settings: Settings) -> list[str]:
    lines = []
    if made.units:
        header = ["part", "lines", "request", "tokens", "cost", ""]
        lines += table([header, *map(_row, made.requested)], left=1)
    lines += _intent(made)
    lines += ["guidelines:", *(f"  {text}" for text in made.guidelines)] if made.guidelines else []
    lines += ["guidance:", *(f"  {place}" for place in made.guidance)] if made.guidance else []
    if made.skipped:
        lines.append("not sent to a model:")
        lines += (f"  {_name(part)}: {part.reason}" for part in made.skipped)
    counts = Counter(unit.fate for unit in made.units)
    words = [f"{count} {name}" for fate, name in _SUMS.items() if (count := counts[fate])]
    total = f"{work.label}: {', '.join(words) or 'nothing to send'}"
    if counts["ask"] or counts["later"]:
        requests = len({unit.request for unit in made.requested if unit.request})
        total += f" in {writing.plural(requests, 'request')}" if requests else ""
        total += f"; {price.price_of(made)}"
        total += "; unknown cost" if made.cost is None else ""
    if counts["later"]:
        total += f", in {writing.plural(made.runs, 'run')} ({made.limit})"
    return [*lines, total, *made.notes, *([state] if made.units and not made.notes else []), *_consent(made, work)]


_SUMS = {"ask": "to ask", "later": "to ask in later runs", "cached": "from the cache"}


def _intent(made: ReviewPlan) -> list[str]:
    """What the model is told of why the change was made, a line of it each."""
    if not made.intent:
        return []
    return ["intent:", *(f"  {kind}: {line}" for kind, text in made.intent for line in text.splitlines() if line)]


def _consent(made: ReviewPlan, work: Assignment) -> list[str]:
    if not made.recipients:
        return []
    return [f"recipient: {' and '.join(made.recipients)}"]


def _row(unit: PlannedUnit) -> list[str]:
    cost = "unknown" if unit.cost is None else f"${unit.cost:.4f}"
    taken = ["", "0", "$0.0000"] if unit.fate == "cached" else [f"{unit.request or ''}", f"~{unit.tokens:,}", cost]
    lines = f"{unit.first_line}-{unit.last_line}" if unit.first_line else ""
    return [_name(unit), lines, *taken, _FATES[unit.fate]]


def _name(part: PlannedUnit | SkippedPart) -> str:
    return f"{part.path} {part.name}".strip()
