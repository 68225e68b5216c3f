"""What each vendor is really sent, and how the three differ."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reread.analyzers.review import providers
from reread.analyzers.review.answer.schema import FIX_SCHEMA, REVIEW_SCHEMA
from reread.analyzers.review.ask.lazy_provider import LazyProvider
from reread.analyzers.review.provider import (
    Completion,
    EndpointError,
    MissingKeyError,
    ProviderError,
    Request,
    Stop,
    Usage,
    error_of_status,
    retry_after,
)
from reread.analyzers.review.providers import openai
from tests.standin import Reply

ONE = "def mean(values):\n    return sum(values) / len(values)\n"
REQUEST = Request("stand-in", "the rules", "the code", REVIEW_SCHEMA, "review", 1_000, 20.0)


async def streamed(provider, request: Request = REQUEST) -> list:
    return [piece async for piece in provider.stream(request)]


@pytest.fixture
async def connected(model):
    made = []

    def connect(vendor: str, url: str = "", **options):
        url = url or (model.openai_url if vendor == "openai" else model.url)
        made.append(providers.connect(vendor, url, "a-key", options))
        return made[-1]

    yield connect
    for provider in made:
        await provider.close()


async def test_pieces_come_first_and_the_completion_last(bench):
    bench.model.script(Reply(text="one two three", pieces=4, usage=(11, 7)))
    assert await streamed(bench.provider) == ["one ", "two ", "thre", "e", Completion(Stop.END, Usage(11, 7))]


async def test_the_rules_and_the_code_are_separate_messages(bench):
    await streamed(bench.provider)
    [request] = bench.model.requests
    assert (request.system, request.prompt) == ("the rules", "the code")


async def test_the_schema_goes_with_the_request(bench):
    await streamed(bench.provider)
    body = bench.model.requests[0].json
    sent = {
        "openai": lambda: body["response_format"]["json_schema"]["schema"],
        "anthropic": lambda: body["output_config"]["format"]["schema"],
        "ollama": lambda: body["format"],
    }[bench.vendor]()
    assert sent == REVIEW_SCHEMA


async def test_an_endpoint_that_knows_no_schema_is_asked_without(bench):
    if bench.vendor == "ollama":
        return
    bench.model.script(
        Reply(status=400, error="response_format: json_schema / output_config.format is not supported"),
        Reply(status=400, error="response_format json_object / output_config is not supported"),
    )
    if bench.vendor == "anthropic":
        bench.model.state.queue.pop()
    assert (await bench.review(ONE)).rules == ["model/division-by-zero"]
    assert "response_format" not in bench.model.requests[-1].json
    assert "output_config" not in bench.model.requests[-1].json
    before = len(bench.model.reviews)
    await bench.review(ONE.replace("mean", "middle"))
    assert len(bench.model.reviews) == before + 1


async def test_an_endpoint_that_counts_no_tokens_is_asked_without_and_guessed(model, connected):
    provider = connected("openai")
    model.script(Reply(status=400, error="unknown field stream_options"), Reply(text="hello"))
    assert (await streamed(provider))[0] == "hello"
    assert "stream_options" in model.requests[0].json
    assert "stream_options" not in model.requests[1].json


async def test_a_complaint_about_something_else_is_told(model, connected):
    model.always(Reply(status=400, error="unknown field temperature"))
    with pytest.raises(Exception, match="unknown field temperature"):
        await streamed(connected("openai"))
    assert len(model.requests) == 1


async def test_the_libraries_do_not_try_again_by_themselves(bench):
    bench.model.always(Reply(status=500))
    with pytest.raises(Exception, match="HTTP 500"):
        await streamed(bench.provider)
    assert len(bench.model.requests) == 1


async def test_the_key_goes_into_the_header_of_its_vendor(model, connected):
    await streamed(connected("openai"))
    await streamed(connected("anthropic"))
    await streamed(connected("ollama"))
    headers = [request.headers for request in model.requests]
    assert headers[0]["authorization"] == "Bearer a-key"
    # The vendor's library has used both in its time.
    assert "a-key" in (headers[1].get("x-api-key"), headers[1].get("authorization", "").removeprefix("Bearer "))
    assert "a-key" not in str(headers[2])


async def test_an_endpoint_of_one_s_own_is_asked_by_the_older_name_of_the_limit(model, connected, monkeypatch):
    await streamed(connected("openai"))
    assert model.requests[0].json["max_tokens"] == 1_000
    assert "max_completion_tokens" not in model.requests[0].json
    own = openai.OPENAI._replace(official_url=model.openai_url)
    monkeypatch.setattr(openai, "PROVIDER", openai.PROVIDER._replace(connect=own.connect))
    official = providers.connect("openai", "", "a-key", {"reasoning_effort": "low"})
    await streamed(official)
    await official.close()
    assert model.requests[1].json["max_completion_tokens"] == 1_000
    assert model.requests[1].json["reasoning_effort"] == "low"


async def test_ollama_is_told_the_size_of_the_context(model, connected):
    await streamed(connected("ollama", context_size=9_000))
    options = model.requests[0].json["options"]
    assert (options["num_ctx"], options["num_predict"], options["temperature"]) == (9_000, 1_000, 0)
    assert [request.path for request in model.state.others] == ["/api/show"]


async def test_ollama_is_not_asked_for_more_context_than_its_model_has(model, connected):
    await streamed(connected("ollama", context_size=1_000_000))
    assert model.requests[0].json["options"]["num_ctx"] == 32_768


async def test_what_does_not_fit_into_the_context_of_ollama_is_not_sent(model, connected):
    with pytest.raises(Exception, match="do not fit into the context of 2048 of stand-in"):
        await streamed(connected("ollama", context_size=2_048), REQUEST._replace(user="word " * 5_000))
    assert model.requests == []


async def test_a_prompt_that_ollama_cut_is_told(model, connected):
    model.script(Reply(text="{}", usage=(4_096, 1)))
    with pytest.raises(Exception, match="the prompt was cut to the context of 4096 tokens"):
        await streamed(connected("ollama", context_size=4_096))


async def test_a_model_that_ollama_does_not_have_is_told_with_the_remedy(model, connected):
    model.script(Reply(status=404, error="model 'stand-in' not found"))
    with pytest.raises(Exception, match="run `ollama pull stand-in`"):
        await streamed(connected("ollama"))


@pytest.mark.parametrize("address", ["http://[::bad", "http://host:port"])
def test_an_address_that_is_none_is_one_clear_line(vendor, address):
    with pytest.raises(EndpointError, match=f"{vendor}: .* is not an address"):
        providers.connect(vendor, address, "a-key", {})


async def test_a_provider_is_connected_when_it_is_first_asked(model):
    lazy = LazyProvider("openai", model.openai_url, "a-key", {})
    await lazy.close()
    model.always(Reply(text="hello"))
    assert (await streamed(lazy))[:1] == ["hello"]
    await lazy.close()


def test_a_provider_is_a_file_of_the_folder():
    assert providers.provider_names() == ("anthropic", "command", "editor", "ollama", "openai", "sampling")
    with pytest.raises(MissingKeyError, match="there is no provider 'nobody'"):
        providers.connect("nobody", "", "", {})


@pytest.mark.slow
def test_a_review_that_the_cache_answers_imports_no_library(model, tmp_path):
    script = f"""
import asyncio, os, sys
os.environ.update(REREAD_CONSENT="1", REREAD_CACHE_DIR={str(tmp_path / "c")!r}, REREAD_STATE_DIR={str(tmp_path / "s")!r}, OPENAI_BASE_URL={model.openai_url!r})
from reread.server.review.reviewing import review
from reread.server.report.review import ReviewDocument, ReviewRequest
from reread.server.settings import Settings
request = ReviewRequest("/w", (ReviewDocument("file:///w/a.py", "/w/a.py", "a.py", "python", {ONE!r}),))
outcome = asyncio.run(review(request, Settings(), None, lambda *_: None))
print(outcome.cached, len(outcome.findings), "openai" in sys.modules)
"""
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs == ["0 1 True\n", "1 1 False\n"]


@pytest.mark.parametrize("schema", [REVIEW_SCHEMA, FIX_SCHEMA])
def test_schemas_are_as_strict_as_the_vendors_want_them(schema):
    if schema.get("type") == "object":
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])
        for inner in schema["properties"].values():
            test_schemas_are_as_strict_as_the_vendors_want_them(inner)
    if schema.get("type") == "array":
        test_schemas_are_as_strict_as_the_vendors_want_them(schema["items"])


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after-ms": "x"}, None),
        ({"retry-after": "-3"}, None),
        # By the provider's own clock, whatever ours says.
        ({"date": "Wed, 21 Oct 2015 07:28:00 GMT", "retry-after": "Wed, 21 Oct 2015 07:28:09 GMT"}, 9.0),
        ({"date": "yesterday", "retry-after": "Wed, 21 Oct 2015 07:28:09 GMT"}, None),
    ],
)
def test_all_forms_of_retry_after(headers, seconds):
    assert retry_after(headers) == seconds


def test_a_vendor_s_long_message_becomes_a_short_line():
    error = error_of_status("openai", "K", 400, "bad\n\x1b[31m" + "x" * 5_000, {})
    assert len(str(error)) < 300
    assert str(error).isprintable()


def test_usage_is_of_both_directions():
    assert Usage(3, 4).tokens == 7


async def test_an_endpoint_that_does_not_stream_is_understood(model, connected):
    model.script(Reply(text="hello", whole=True, usage=(11, 7)))
    assert await streamed(connected("openai")) == ["hello", Completion(Stop.END, Usage(11, 7))]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(raw="{}", content_type="application/json"), "not in the form"),
        (Reply(raw='{"choices": []}', content_type="application/json"), "not in the form"),
        (Reply(refusal=True, whole=True), "refused"),
    ],
)
async def test_an_answer_at_once_that_is_none_is_told(model, connected, reply, said):
    model.script(reply)
    with pytest.raises(ProviderError, match=said):
        await streamed(connected("openai"))


async def test_a_web_page_is_no_answer(bench):
    bench.model.script(Reply(raw="<html>Sign in</html>", content_type="text/html; charset=utf-8"))
    with pytest.raises(EndpointError, match="answers with a web page; check the address"):
        await streamed(bench.provider)


async def test_options_of_a_model_go_with_its_requests_only(model, connected):
    provider = connected("openai")
    await streamed(provider, REQUEST._replace(options={"reasoning_effort": "low"}))
    await streamed(provider)
    assert ["reasoning_effort" in request.json for request in model.requests] == [True, False]


async def test_ollama_is_told_to_cut_nothing(model, connected):
    await streamed(connected("ollama"))
    assert model.requests[0].json["truncate"] is False
