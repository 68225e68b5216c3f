"""Model costs and findings in Prometheus' text format, for the textfile collector of its node exporter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from reread.analyzers.review.spend.stats import PERCENTILES, Group, Statistics
from reread.server.known.state import RecordedFinding


def rendered(workspace: str, groups: Iterable[Group], open_findings: Iterable[RecordedFinding]) -> str:
    """The metrics, in Prometheus's text format; `workspace` names the one that the findings are of."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Metrics(workspace, list(groups), list(open_findings)))
    return generate_latest(registry).decode()


class _Metrics(Collector):
    def __init__(self, workspace: str, groups: list[Group], open_findings: list[RecordedFinding]) -> None:
        self._workspace = workspace
        self._groups = groups
        self._open = open_findings

    def collect(self) -> Iterator[Metric]:
        labels = ["provider", "model", "prompt", "purpose"]
        calls = CounterMetricFamily("reread_model_calls", "Model calls", labels=[*labels, "outcome"])
        tokens = CounterMetricFamily("reread_model_tokens", "Tokens of model calls", labels=[*labels, "type"])
        cost = CounterMetricFamily("reread_model_cost_dollars", "Cost, where prices are known", labels=labels)
        latency = GaugeMetricFamily("reread_model_latency_seconds", "Percentiles", labels=[*labels, "quantile"])
        for *names, found in self._groups:
            own = [str(name) for name in names]
            for outcome, count in _outcomes(found).items():
                calls.add_metric([*own, outcome], count)
            tokens.add_metric([*own, "input"], found.input_tokens)
            tokens.add_metric([*own, "output"], found.output_tokens)
            if found.known_cost is not None:
                cost.add_metric(own, found.known_cost)
            for percent, seconds in zip(PERCENTILES, found.latency, strict=False):
                latency.add_metric([*own, f"{percent / 100:g}"], seconds)
        findings = GaugeMetricFamily("reread_open_findings", "Open findings", labels=["workspace", "severity"])
        for severity, count in sorted(Counter(finding.severity for finding in self._open).items()):
            findings.add_metric([self._workspace, severity], count)
        yield from (calls, tokens, cost, latency, findings)


def _outcomes(found: Statistics) -> dict[str, int]:
    return {"done": found.calls - found.failed, "failed": found.failed, "cached": found.cached}
