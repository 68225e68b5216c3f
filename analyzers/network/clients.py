"""Creates all HTTP clients of the program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from reread.analyzers.network.limits import ResponseLimits
from reread.analyzers.network.proxies import proxy_for
from reread.analyzers.network.transports import GuardedAsyncTransport, GuardedTransport


def async_client(library: Any, base_url: str, *, limits: ResponseLimits = ResponseLimits(), **options: Any) -> Any:  # noqa: B008
    """An `AsyncClient` of the library for one address. Raises its InvalidURL, ImportError for a proxy it cannot use."""
    inner = library.AsyncHTTPTransport(**_transport_options(base_url))
    transport = GuardedAsyncTransport(library, inner, limits)
    return library.AsyncClient(base_url=base_url, transport=transport, **_ALWAYS, **options)


def client(
    library: Any,
    base_url: str,
    *,
    limits: ResponseLimits = ResponseLimits(),  # noqa: B008
    headers: Mapping[str, str] | None = None,
    **options: Any,
) -> Any:
    """A `Client` of the library for one address; each of its requests may take `limits.seconds` in all."""
    return library.Client(
        base_url=base_url, headers=headers, transport=guarded(library, base_url, limits), **_ALWAYS, **options
    )


def guarded(library: Any, base_url: str, limits: ResponseLimits = ResponseLimits()) -> GuardedTransport:  # noqa: B008
    """The transport of such a client, for a library that insists on a client of its own."""
    return GuardedTransport(library, library.HTTPTransport(**_transport_options(base_url)), limits)


_ALWAYS: dict[str, Any] = {"follow_redirects": False, "trust_env": False}
"""Without the environment: its proxies are chosen by us, and a password from `~/.netrc` must not replace the key."""


def _transport_options(base_url: str) -> dict[str, Any]:
    # The environment of the transport is SSL_CERT_FILE and SSL_CERT_DIR alone.
    proxy = proxy_for(base_url)
    if proxy:
        return {"trust_env": True, "proxy": proxy}
    return {"trust_env": True, **({"verify": _trusting_nobody()} if urlsplit(base_url).scheme == "http" else {})}


def _trusting_nobody() -> Any:
    """For plain HTTP, as models on this machine speak it: reading the certificates of all authorities takes 40 ms."""
    import ssl

    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
