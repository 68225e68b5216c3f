"""Traces, metrics and errors reach a collector when one's own settings name it, and nobody otherwise."""

from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import sys
from itertools import pairwise

import pytest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from reread.analyzers import correlation, parts, spans
from reread.server import bugs, telemetry
from reread.server.configuration import load
from reread.server.settings import Settings, TelemetrySettings
from reread.server.worker.client import Worker
from tests.standin.collector import collector

CODE = "def launch(missile): ..."


@pytest.fixture
def taken():
    with collector() as made:
        yield made


def traced(taken):
    """The spans that came, with their attributes, and the process that each is of."""
    found = []
    for body in taken.bodies("/v1/traces"):
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            process = {each.key: each.value.string_value for each in resource.resource.attributes}
            for scope in resource.scope_spans:
                found += [(process["reread.process"], span) for span in scope.spans]
    return found


def attributes(span):
    return {each.key: getattr(each.value, each.value.WhichOneof("value")) for each in span.attributes}


def measured(taken):
    """The metrics that came, by name, with the sums of their points."""
    sums = {}
    for body in taken.bodies("/v1/metrics"):
        for resource in ExportMetricsServiceRequest.FromString(body).resource_metrics:
            for scope in resource.scope_metrics:
                for metric in scope.metrics:
                    points = getattr(metric, metric.WhichOneof("data")).data_points
                    values = [each.count if metric.HasField("histogram") else each.as_double for each in points]
                    sums[metric.name] = sum(values)
    return sums


def exported(endpoint, work, **more):
    """Does the work while telemetry goes to the endpoint."""
    end = telemetry.start("server", TelemetrySettings(endpoint=endpoint, **more))
    try:
        work()
    finally:
        end()


def call(outcome=None):
    with spans.span("model call", provider="ollama", model="m", purpose="review") as data:
        data |= {"input_tokens": 10, "output_tokens": 5, "cost": 0.25}
        if outcome is not None:
            raise outcome


def test_a_piece_of_work_is_a_span_with_what_it_took(taken):
    with correlation.within(correlation.fresh()) as job:
        exported(taken.url, call)
    [(process, span)] = traced(taken)
    assert (process, span.name) == ("server", "model call")
    found = attributes(span)
    assert (found["reread.job"], found["gen_ai.request.model"], found["gen_ai.usage.input_tokens"]) == (job, "m", 10)
    assert found["reread.outcome"] == "ok"
    assert span.end_time_unix_nano >= span.start_time_unix_nano


def test_work_inside_of_other_work_is_its_child(taken):
    def work():
        with spans.span("worker review"):
            call()

    exported(taken.url, work)
    by_name = {span.name: span for _, span in traced(taken)}
    assert by_name["model call"].parent_span_id == by_name["worker review"].span_id
    assert by_name["model call"].trace_id == by_name["worker review"].trace_id


def test_metrics_add_up(taken):
    exported(taken.url, lambda: [call() for _ in range(3)])
    found = measured(taken)
    assert (found["reread.duration"], found["reread.model.tokens"], found["reread.model.cost"]) == (3, 45, 0.75)


def test_an_error_is_named_and_nothing_of_its_text_is_sent(taken):
    with pytest.raises(ValueError):
        exported(taken.url, lambda: call(ValueError(CODE)))
    [(_, span)] = traced(taken)
    assert attributes(span)["reread.outcome"] == "ValueError"
    assert span.status.code == 2
    assert all(b"launch" not in each.body for each in taken.posted)


def test_headers_come_from_the_variable_that_is_named(taken, monkeypatch):
    monkeypatch.setenv("MY_COLLECTOR", "authorization=Bearer%20abc,x-team=green")
    exported(taken.url, call, headers_variable="MY_COLLECTOR")
    assert taken.posted[0].headers["authorization"] == "Bearer abc"
    assert taken.posted[0].headers["x-team"] == "green"


def test_the_variables_of_opentelemetry_decide_nothing(taken, monkeypatch):
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", taken.url)
    monkeypatch.setenv("OTEL_RESOURCE_ATTRIBUTES", "user=me")
    exported("", call)
    assert taken.posted == []
    exported(taken.url, call)
    assert all(b"user" not in each.body for each in taken.posted)


def test_a_collector_that_moved_is_not_followed(taken):
    with collector() as other:
        taken.status, taken.location = 307, f"{other.url}/v1/traces"
        exported(taken.url, call)
        assert other.posted == []
    assert taken.posted != []


@pytest.mark.parametrize("endpoint", ["http://127.0.0.1:1", "nonsense", "ftp://127.0.0.1/x"])
def test_a_collector_that_is_not_there_costs_nothing_but_its_data(endpoint):
    exported(endpoint, call)
    assert spans.identity() == ""


def test_a_part_that_is_missing_is_said_and_no_more(monkeypatch, caplog):
    monkeypatch.setattr(parts, "is_installed", lambda name: False)
    exported("http://127.0.0.1:1", call)
    assert "`reread setup telemetry` installs it" in caplog.text


def test_only_ones_own_file_names_a_collector(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "none.toml"))
    (tmp_path / "reread.toml").write_text('[telemetry]\nendpoint = "http://127.0.0.1:1"\nsentry-dsn = "http://a@b/1"\n')
    configuration = load(str(tmp_path), editor={"telemetry": {"endpoint": "http://127.0.0.1:1"}})
    assert configuration.settings.telemetry == TelemetrySettings()
    assert len(configuration.problems) == 3


def test_without_an_address_nothing_is_imported():
    script = (
        "import sys; from reread.server import telemetry; from reread.server.settings import TelemetrySettings\n"
        "telemetry.start('server', TelemetrySettings())()\n"
        "print([name for name in ('opentelemetry', 'sentry_sdk', 'httpx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.slow
def test_one_trace_goes_through_both_processes(taken, tmp_path, monkeypatch):
    (tmp_path / "config.toml").write_text(f'[telemetry]\nendpoint = "{taken.url}"\n')
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a.py").write_text("def f():\n    return 1\n")

    async def work():
        worker = Worker(on_progress=lambda progress: None, on_state=lambda state, message: None)
        await worker.start()
        await worker.open_folder(str(tmp_path / "work"), Settings())
        with spans.span("editor request"):
            await worker.index(str(tmp_path / "work"))
        await worker.stop()

    exported(taken.url, lambda: asyncio.run(work()))
    found = traced(taken)
    by_name = {span.name: (process, span) for process, span in found}
    order = ["editor request", "asked worker index", "worker index", "index"]
    assert [by_name[name][0] for name in order] == ["server", "server", "worker", "worker"]
    assert len({by_name[name][1].trace_id for name in order}) == 1
    for parent, child in pairwise(order):
        assert by_name[child][1].parent_span_id == by_name[parent][1].span_id


def test_a_bug_goes_to_sentry_without_text_variables_and_source(taken):
    end = telemetry.start("worker", TelemetrySettings(sentry_dsn=taken.url.replace("//", "//key@") + "/7"))
    logger = logging.getLogger("reread.test")
    try:
        with correlation.within("0123456789abcdef"):
            missile = CODE
            raise ValueError(missile)
    except ValueError:
        logger.exception("a check of %s failed", CODE)
    logger.error("no exception, so nothing to report")
    end()
    logger.exception("after the end")
    [posted] = taken.posted
    assert posted.path == "/api/7/envelope/"
    event = json.loads(posted.body.splitlines()[-1])
    [thrown] = event["exception"]["values"]
    assert (thrown["type"], thrown.get("value")) == ("ValueError", None)
    assert thrown["stacktrace"]["frames"][-1]["filename"] == "test_telemetry.py"
    assert b"launch" not in posted.body
    assert b"missile" not in posted.body


@pytest.mark.parametrize("dsn", ["nonsense", "http://127.0.0.1/7"])
def test_a_dsn_that_is_none_is_logged(dsn, caplog):
    telemetry.start("worker", TelemetrySettings(sentry_dsn=dsn))()
    assert "sentry cannot be started" in caplog.text


def test_a_bug_of_a_command_is_reported_once_where_the_settings_of_the_user_say_so(taken, tmp_path, monkeypatch):
    monkeypatch.setattr(bugs, "_reported", set())
    settings = tmp_path / "config.toml"
    monkeypatch.setenv("REREAD_CONFIG", str(settings))
    bugs.keep(_bug(IndexError))
    assert taken.posted == []
    settings.write_text(f'[telemetry]\nsentry-dsn = "{taken.url.replace("//", "//key@")}/7"\n')
    for kind in (KeyError, KeyError, ValueError):
        bugs.keep(_bug(kind))
    events = [json.loads(each.body.splitlines()[-1]) for each in taken.posted]
    assert [event["exception"]["values"][0]["type"] for event in events] == ["KeyError", "ValueError"]
    assert all(b"launch" not in each.body for each in taken.posted)


def _bug(kind):
    try:
        raise kind(CODE)
    except kind as error:
        return error


def test_telemetry_that_is_started_twice_reports_each_error_once(taken):
    settings = TelemetrySettings(sentry_dsn=taken.url.replace("//", "//key@") + "/7")
    outer, inner = telemetry.start("command", settings), telemetry.start("command", settings)
    logger = logging.getLogger("reread.test")
    logger.error("one", exc_info=_bug(ValueError))
    inner()
    logger.error("two", exc_info=_bug(ValueError))
    outer()
    assert len(taken.posted) == 2
