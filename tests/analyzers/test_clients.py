"""What an HTTP client costs before its first request, and whom it trusts."""

from __future__ import annotations

import ssl

import httpx
import pytest

from reread.analyzers.network import clients
from tests.standin import StandIn


@pytest.fixture
def reads(monkeypatch) -> list[object]:
    """How often certificates of authorities were read."""
    seen: list[object] = []
    original = ssl.create_default_context
    monkeypatch.setattr(ssl, "create_default_context", lambda **options: seen.append(options) or original(**options))
    return seen


def test_plain_http_reads_no_certificates_and_works(reads):
    with StandIn() as model, clients.client(httpx, model.url) as client:
        assert client.get("/api/tags").status_code == 200
    assert reads == []


def test_tls_reads_them_once(reads):
    with clients.client(httpx, "https://models.example"):
        assert len(reads) == 1


def test_a_client_for_plain_http_trusts_no_certificate(monkeypatch):
    made = clients._trusting_nobody()
    assert made.verify_mode == ssl.CERT_REQUIRED and made.check_hostname
    assert made.cert_store_stats()["x509"] == 0


def test_a_proxy_is_asked_with_all_authorities(reads, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "https://proxy.example:3128")
    with clients.client(httpx, "http://models.example"):
        assert reads
