"""OTLP over HTTP: sends spans and metrics to a collector with Reread's HTTP client, which follows no redirects."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import httpx
from opentelemetry.exporter.otlp.proto.common.metrics_encoder import encode_metrics
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.metrics.export import MetricExporter, MetricExportResult, MetricsData
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.util.re import parse_env_headers

from reread.analyzers.network.clients import client
from reread.analyzers.network.limits import ResponseLimits

_LIMITS = ResponseLimits(body=64 * 1024, seconds=5.0)
_CONTENT_TYPE = {"content-type": "application/x-protobuf"}


class Collector:
    """A collector at an address such as `http://127.0.0.1:4318`. Raises what httpx says of an address that is none."""

    def __init__(self, endpoint: str, headers: Mapping[str, str]) -> None:
        self._client: httpx.Client = client(
            httpx, endpoint.rstrip("/"), limits=_LIMITS, headers={**headers, **_CONTENT_TYPE}, timeout=2.0
        )

    def post(self, path: str, body: bytes) -> bool:
        """True if the collector took it. What it does not take is lost: nothing waits for it."""
        try:
            return self._client.post(path, content=body).is_success
        except Exception:
            # Whatever a library says of a connection; the next export tries again.
            return False

    def close(self) -> None:
        self._client.close()


class Spans(SpanExporter):
    def __init__(self, collector: Collector) -> None:
        self._collector = collector

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        taken = self._collector.post("/v1/traces", encode_spans(spans).SerializeToString())
        return SpanExportResult.SUCCESS if taken else SpanExportResult.FAILURE


class Metrics(MetricExporter):
    def __init__(self, collector: Collector) -> None:
        super().__init__()
        self._collector = collector

    def export(
        self, metrics_data: MetricsData, timeout_millis: float = 10_000, **options: object
    ) -> MetricExportResult:
        taken = self._collector.post("/v1/metrics", encode_metrics(metrics_data).SerializeToString())
        return MetricExportResult.SUCCESS if taken else MetricExportResult.FAILURE

    def force_flush(self, timeout_millis: float = 10_000) -> bool:
        return True

    def shutdown(self, timeout_millis: float = 30_000, **options: object) -> None:
        """The collector is closed by whoever made it."""


def headers_of(variable: str) -> dict[str, str]:
    """The headers in an environment variable, `name=value,...` as in OTEL_EXPORTER_OTLP_HEADERS; none without one."""
    return dict(parse_env_headers(os.environ.get(variable, ""), liberal=True)) if variable else {}
