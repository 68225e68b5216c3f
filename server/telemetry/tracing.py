"""Exports the spans of `analyzers/spans.py` as OpenTelemetry traces over all processes, and derives metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from opentelemetry import context
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from reread.analyzers import correlation, spans
from reread.analyzers.spans import Data
from reread.server import __version__
from reread.server.telemetry.otlp import Collector, Metrics, Spans, headers_of

_NAMES = {
    "provider": "gen_ai.provider.name",
    "model": "gen_ai.request.model",
    "input_tokens": "gen_ai.usage.input_tokens",
    "output_tokens": "gen_ai.usage.output_tokens",
}
"""Attributes that OpenTelemetry has a name for; all others are `reread.<name>`."""

_SPAN_PAUSE, _METRIC_PAUSE = 1_000, 15_000
"""Milliseconds between two exports."""
_LAST_EXPORT = 500
"""Milliseconds that sending the last ones may take."""
_PARENT = TraceContextTextMapPropagator()


class Tracing:
    """The `spans.Exporter` for a collector."""

    def __init__(self, role: str, collector: Collector) -> None:
        # Neither the environment nor this machine adds to it: its name and its user are nobody's business.
        resource = Resource({"service.name": "reread", "service.version": __version__, "reread.process": role})
        self._collector = collector
        self._spans = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._spans.add_span_processor(BatchSpanProcessor(Spans(collector), schedule_delay_millis=_SPAN_PAUSE))
        reader = PeriodicExportingMetricReader(Metrics(collector), export_interval_millis=_METRIC_PAUSE)
        self._metrics = MeterProvider([reader], resource=resource, shutdown_on_exit=False)
        self._tracer = self._spans.get_tracer("reread", __version__)
        meter = self._metrics.get_meter("reread", __version__)
        self._duration = meter.create_histogram("reread.duration", "ms", "How long pieces of work took, by their names")
        self._tokens = meter.create_counter("reread.model.tokens", "{token}", "Tokens of model calls")
        self._cost = meter.create_counter("reread.model.cost", "USD", "What model calls cost, where prices are known")

    @contextmanager
    def span(self, name: str, data: Data) -> Iterator[None]:
        # The text of an exception may quote code, so the library is not given it.
        with self._tracer.start_as_current_span(name, record_exception=False, set_status_on_exception=False) as current:
            current.set_attribute("reread.job", correlation.current())
            try:
                yield
            finally:
                for key, value in data.items():
                    if value is not None:
                        current.set_attribute(_NAMES.get(key, f"reread.{key}"), value)
                current.set_status(StatusCode.OK if data.get("outcome") == "ok" else StatusCode.ERROR)
                self._measure(name, data)

    def identity(self) -> str:
        carrier: dict[str, str] = {}
        _PARENT.inject(carrier)
        return carrier.get("traceparent", "")

    @contextmanager
    def continued(self, identity: str) -> Iterator[None]:
        token = context.attach(_PARENT.extract({"traceparent": identity}))
        try:
            yield
        finally:
            context.detach(token)

    def close(self) -> None:
        self._spans.force_flush(_LAST_EXPORT)
        self._metrics.force_flush(_LAST_EXPORT)
        self._spans.shutdown()
        self._metrics.shutdown(_LAST_EXPORT)
        self._collector.close()

    def _measure(self, name: str, data: Data) -> None:
        about = {"name": name, "outcome": str(data.get("outcome"))}
        self._duration.record(_number(data.get("milliseconds")), about)
        if "input_tokens" in data:
            model = {_NAMES[key]: str(data.get(key)) for key in ("provider", "model")}
            self._tokens.add(_number(data["input_tokens"]), {**model, "gen_ai.token.type": "input"})
            self._tokens.add(_number(data.get("output_tokens")), {**model, "gen_ai.token.type": "output"})
            self._cost.add(_number(data.get("cost")), model)


def start(role: str, endpoint: str, headers_variable: str) -> Callable[[], None]:
    """Export spans and metrics to a collector; what is given ends it."""
    tracing = Tracing(role, Collector(endpoint, headers_of(headers_variable)))
    spans.export_to(tracing)

    def close() -> None:
        spans.export_to(None)
        tracing.close()

    return close


def _number(value: str | int | float | None) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
