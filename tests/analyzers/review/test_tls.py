"""Encrypted connections to every provider: what is trusted, and what is wrong with those that are not."""

from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from reread.analyzers.review.ask.cached_client import AnswerLimits, CachedClient
from reread.analyzers.review.ask.pool import Line
from reread.analyzers.review.providers import connect
from reread.analyzers.review.spend.ledger import SpendingLimits
from reread.analyzers.review.spend.rate_limits import Breaker, Gate, TrafficLimits
from tests.analyzers.review.asking import Bench
from tests.standin import StandIn

pytestmark = pytest.mark.slow

ONE = "def mean(values):\n    return sum(values) / len(values)\n"
HOST = "127.0.0.1"
AGES_AGO = datetime.now(UTC) - timedelta(days=900)
BAD = {
    "wrong host": ("127.0.0.2", {}, "IP address mismatch, certificate is not valid for '127.0.0.1'"),
    "expired": (HOST, {"not_before": AGES_AGO, "not_after": AGES_AGO + timedelta(days=1)}, "certificate has expired"),
    "not yet": (HOST, {"not_before": datetime.now(UTC) + timedelta(days=9)}, "certificate is not yet valid"),
}


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch) -> None:
    """The authority is one that this machine trusts."""
    path = tmp_path / "authorities.pem"
    authority.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


def server(authority: trustme.CA, host: str = HOST, **options) -> StandIn:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host, **options).configure_cert(context)
    return StandIn(tls=context)


@pytest.fixture
async def benches(tmp_path):
    made: list[Bench] = []

    def bench(model: StandIn, vendor: str) -> Bench:
        made.append(Bench(model, vendor, tmp_path))
        return made[-1]

    yield bench
    for each in made:
        await each.close()


async def test_a_trusted_certificate_is_all_that_is_needed(authority, trusted, benches, vendor):
    with server(authority) as model:
        result = await benches(model, vendor).review(ONE)
        assert (result.rules, result.problems) == (["model/division-by-zero"], ())


@pytest.mark.parametrize("case", BAD)
async def test_a_bad_certificate_is_told_in_one_line_and_not_tried_again(authority, trusted, benches, vendor, case):
    host, options, says = BAD[case]
    with server(authority, host, **options) as model:
        await assert_refused(model, benches(model, vendor), says)


async def test_an_unknown_authority_is_told_with_what_to_do(authority, benches, vendor):
    with server(authority) as model:
        await assert_refused(model, benches(model, vendor), "unable to get local issuer certificate; SSL_CERT_FILE")


async def test_a_certificate_that_vouches_for_itself_is_not_accepted(trusted, benches, vendor, tmp_path):
    with server(trustme.CA()) as model:
        await assert_refused(model, benches(model, vendor), "unable to get local issuer certificate")


async def assert_refused(model: StandIn, bench: Bench, says: str) -> None:
    result = await bench.review(ONE * 2)
    [line] = result.problems
    assert line.startswith(f"{bench.vendor}: the certificate of {bench.url} is not accepted: "), line
    assert says in line
    assert line.isprintable()
    assert (result.findings, bench.slept, model.requests, bench.ledger.spent().tokens) == ([], [], [], 0)
    assert {state.value for state in result.review.states} == {"incomplete"}


class Rude:
    """Takes connections and closes each as soon as the client greets; counts them."""

    def __init__(self, says: bytes) -> None:
        self.says = says
        self.met = 0

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.met += 1
        await reader.read(1)
        writer.write(self.says)
        writer.transport.abort() if not self.says else writer.close()


@pytest.mark.parametrize("says", [b"", b"\x15\x03\x01\x00\x02\x02\x28", b"HTTP/1.0 400 Bad Request\r\n\r\n"])
async def test_a_handshake_that_is_cut_off_is_tried_a_few_times_and_told_once(benches, vendor, says):
    rude = Rude(says)
    listening = await asyncio.start_server(rude, HOST)
    async with listening:
        url = f"https://{HOST}:{listening.sockets[0].getsockname()[1]}"
        with StandIn() as unused:
            bench = benches(unused, vendor)
            await bench.provider.close()
            bench.provider = connect(vendor, url, "a-key", {})
            bench.line = bench.line._replace(provider=bench.provider)
            result = await bench.review(ONE)
        [line] = result.problems
        assert f"cannot reach {url}" in line
        assert line.isprintable()
        assert (rude.met, len(bench.slept)) == (4, 3)


async def test_who_is_asked_without_encryption_and_wants_it_is_told_once(authority, trusted, benches, vendor):
    with server(authority) as model:
        bench = benches(model, vendor)
        url = bench.url.replace("https:", "http:")
        await bench.provider.close()
        bench.provider = connect(vendor, url, "a-key", {})
        bench.line = bench.line._replace(provider=bench.provider)
        [line] = (await bench.review(ONE)).problems
        assert f"{vendor}: " in line
        assert len(bench.slept) <= 3


async def test_a_fallback_is_asked_where_a_certificate_is_bad(authority, trusted, benches, vendor):
    host, options, _ = BAD["expired"]
    with server(authority, host, **options) as bad, StandIn() as good:
        bench, other = benches(bad, vendor), benches(good, "ollama")
        lines = [bench.line, Line(other.provider, Gate(TrafficLimits(), Breaker("ollama")), "other")]
        limits = AnswerLimits(1_000, 20.0, SpendingLimits())
        asker = CachedClient(lines, limits, run="run", turns=bench.turns, audit=bench.audit, cache=None)
        result = await bench.review(ONE, asker=asker)
        assert (result.rules, result.problems) == (["model/division-by-zero"], ())
        assert any("certificate has expired; ollama was asked" in failure for failure in asker.failures)
