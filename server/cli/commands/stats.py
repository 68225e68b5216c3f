"""Show calls, cache hits, tokens, cost and latency of model reviews, from the ledger on this machine.

Grouped by provider, model, prompt version and stage. Costs are in US dollars, at the prices known at the time of the
call; calls without a known price count in tokens only. --here counts only runs about this workspace, by the audit log;
runs that the cache alone answered are not in it. This command sends nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from reread.analyzers.shown.terminal import printable
from reread.server.cli import options, since, writing
from reread.server.exits import CLEAN, UsageError
from reread.server.table import table

if TYPE_CHECKING:
    from reread.analyzers.review.spend.ledger import LedgerEntry, RemainingBudget
    from reread.analyzers.review.spend.stats import Group, Statistics
    from reread.server.settings import Settings

SUMMARY = "show tokens, cost and latency of model reviews"

_HEADER = ("provider", "model", "prompt", "stage", "calls", "failed", "cached", "hits", "tokens", "cost", "p50", "p90")
_LEFT = 4
"""Columns of words; the others are numbers."""


_FORMATS = ("text", "json", "prometheus")


class Options(NamedTuple):
    """`since` is in seconds since 1970, 0 for the beginning."""

    since: float
    here: bool
    format: str
    config: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    since.add(parser)
    parser.add_argument("--here", action="store_true", help="only runs about this workspace")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="output format (default: text)")
    options.add_configuration(parser)


def run(arguments: Options) -> int:
    from reread.analyzers.review.spend.ledger import Ledger, LedgerError
    from reread.analyzers.review.spend.stats import groups, statistics
    from reread.server.review.spending import ledger_path, limits_of

    settings = _settings(arguments.config)
    ledger = Ledger(ledger_path())
    try:
        entries = ledger.entries(arguments.since)
        limits = limits_of(settings.review)._replace(tokens_per_run=0, cost_per_run=0.0)
        room = ledger.room(limits, to_send=False) if os.path.exists(ledger.path) else None
    except LedgerError as error:
        raise UsageError(str(error)) from error
    if arguments.here:
        entries = _of_this_workspace(entries, arguments.config)
    parts, total = groups(entries), statistics(entries)
    if arguments.format == "prometheus":
        sys.stdout.write(_for_prometheus(parts, arguments.config))
    elif arguments.format == "json":
        data = {"version": 1, "total": _plain(total), "groups": [_plain_group(group) for group in parts]}
        data["left"] = room._asdict() if room is not None else {}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    else:
        sys.stdout.write("".join(printable(line) + "\n" for line in _lines(parts, total, room)))
    return CLEAN


def _for_prometheus(found: list[Group], configuration_file: str | None) -> str:
    """The spending, and the findings of this workspace that are open."""
    from reread.analyzers.parts import require
    from reread.server.cli.workspace import open_workspace
    from reread.server.known.state import StateError, opened

    require("telemetry")
    from reread.server.telemetry.prometheus import rendered

    root = open_workspace([], configuration_file).root
    try:
        with opened(root) as state:
            return rendered(os.path.basename(root), found, state.findings())
    except StateError as error:
        raise UsageError(str(error)) from error


def _of_this_workspace(entries: list[LedgerEntry], configuration_file: str | None) -> list[LedgerEntry]:
    from reread.analyzers import retention
    from reread.analyzers.review.privacy import audit
    from reread.server.cli.workspace import open_workspace

    root = open_workspace([], configuration_file).root
    runs = audit.runs_of(audit.about(audit.AuditLog(retention.AUDIT.place), root)) or frozenset()
    return [each for each in entries if each.run in runs]


def _settings(configuration_file: str | None) -> Settings:
    from reread.server.cli.workspace import open_workspace
    from reread.server.configuration import load

    return load(open_workspace([], configuration_file).root).settings


def _lines(parts: list[Group], total: Statistics, room: RemainingBudget | None) -> list[str]:
    if not parts:
        return ["no model was called"]
    rows = [[*map(str, group[:_LEFT]), *_cells(group.statistics)] for group in parts]
    if len(parts) > 1:
        rows.append(["total", "", "", "", *_cells(total)])
    lines = table([list(_HEADER), *rows], left=_LEFT)
    if total.unpriced:
        lines.append(f"{writing.plural(total.unpriced, 'call')} without a known price: counted in tokens only")
    if total.open:
        lines.append(f"{writing.plural(total.open, 'request')} not answered yet: not counted, but reserved")
    if room is not None and room.tokens is not None:
        lines.append(f"left: {room.tokens:,} tokens ({room.tokens_by})")
    if room is not None and room.cost is not None:
        lines.append(f"left: ${room.cost:.2f} ({room.cost_by})")
    return lines


def _cells(found: Statistics) -> list[str]:
    hits = "" if found.hit_rate is None else f"{found.hit_rate:.0%}"
    latency = [f"{seconds:.2f} s" for seconds in found.latency[:2]] or ["", ""]
    counts = [f"{count:,}" for count in (found.calls, found.failed, found.cached)]
    return [*counts, hits, f"{found.input_tokens + found.output_tokens:,}", found.price, *latency]


def _plain(found: Statistics) -> dict[str, Any]:
    from reread.analyzers.review.spend.stats import PERCENTILES

    latency = {f"p{percent}": seconds for percent, seconds in zip(PERCENTILES, found.latency, strict=False)}
    return {**found._asdict(), "cost": found.known_cost, "latency": latency, "hit_rate": found.hit_rate}


def _plain_group(group: Group) -> dict[str, Any]:
    names = {name: value for name, value in group._asdict().items() if name != "statistics"}
    return {**names, **_plain(group.statistics)}
