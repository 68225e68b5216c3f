"""The audit names who really got the code, and a proxy gets none of what is for this machine.

Who: a network, or an environment that names a proxy. What must not happen: code goes where no line of the audit says.
"""

from __future__ import annotations

import httpx
import pytest

from reread.analyzers.network.proxies import is_loopback, proxy_for, without_credentials
from reread.analyzers.review import availability
from reread.analyzers.review.privacy.audit import AuditLog
from tests.analyzers.review.asking import Bench
from tests.security.vendors import PROMPT, VENDORS, answer_of, url_of
from tests.standin import Reply

ONE = "def mean(values):\n    return sum(values) / len(values)\n"


@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_redirected_request_is_audited_for_the_address_that_got_it(vendor, model, elsewhere, tmp_path):
    model.always(Reply(status=307, headers={"location": elsewhere.url}))
    bench = Bench(model, vendor, tmp_path)
    await bench.review(ONE)
    await bench.close()
    [entry] = AuditLog(str(next(tmp_path.rglob("audit.jsonl")))).entries()
    assert (entry.endpoint, entry.proxy) == (url_of(vendor, model), "")
    assert (len(model.requests), elsewhere.requests) == (1, [])


@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_model_on_this_machine_is_not_asked_through_a_proxy(vendor, model, elsewhere, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", elsewhere.url)
    monkeypatch.setenv("ALL_PROXY", elsewhere.url)
    await answer_of(vendor, url_of(vendor, model))
    assert PROMPT in model.requests[0].prompt
    assert (elsewhere.requests, elsewhere.state.others) == ([], [])


async def test_a_plain_client_asks_through_it(model, elsewhere, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", elsewhere.url)
    async with httpx.AsyncClient() as plain:
        await plain.post(model.url + "/api/chat", json={"messages": []})
    assert model.requests == []
    assert elsewhere.state.others


@pytest.mark.parametrize(
    ("url", "proxy"),
    [
        ("https://api.openai.com/v1", "http://s:p@proxy.invalid:1"),
        ("http://models.invalid", "http://plain.invalid:2"),
        ("http://other.invalid", ""),
        ("http://a.other.invalid", ""),
        ("http://127.0.0.1:1", ""),
        ("http://127.9.9.9", ""),
        ("https://[::1]:1", ""),
        ("http://localhost:1", ""),
        ("http://LOCALHOST.:1", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_a_proxy_is_that_of_the_environment(url, proxy, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://s:p@proxy.invalid:1")
    monkeypatch.setenv("http_proxy", "plain.invalid:2")
    monkeypatch.setenv("NO_PROXY", "other.invalid")
    assert proxy_for(url) == proxy


@pytest.mark.parametrize("host", ["localhost.evil.invalid", "127.0.0.1.evil.invalid", "1.2.3.4", "0.0.0.0", ""])
def test_what_only_looks_like_this_machine_is_not(host):
    assert not is_loopback(host)


def test_what_is_shown_of_an_address_has_no_password():
    assert without_credentials("http://user:pass@proxy.invalid:1/a?key=b#c") == "http://proxy.invalid:1/a"


def test_the_vendors_own_address_is_named(monkeypatch):
    assert availability.official_url("openai") == "https://api.openai.com/v1"
    assert availability.official_url("anthropic") == "https://api.anthropic.com"
