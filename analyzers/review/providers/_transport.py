"""Code shared by the HTTP transports of all providers."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import Any

from reread.analyzers.network.errors import AnswerRefusedError, RedirectedError
from reread.analyzers.review.provider import (
    CutOffError,
    EndpointError,
    NonsenseError,
    ProviderError,
    TimeLimitError,
    UnreachableError,
)


def error_of_transport(provider: str, where: str, error: Exception, *, started: bool) -> ProviderError | None:
    """The error for a failure below the vendor's library, or None when it is none of these (a bug).

    `started` says that the answer had begun. The vendors' libraries have changed the HTTP library below them and let
    its errors through while streaming, so these are distinguished by name.
    """
    if refused := refusal(provider, error):
        return refused
    library = type(error).__module__.split(".")[0]
    kind = type(error).__name__
    if library in ("httpx", "httpx2", "httpcore", "httpcore2"):
        if "Timeout" in kind:
            return TimeLimitError(f"{provider}: no answer in time")
        if started:
            return CutOffError(f"{provider}: the connection broke before the answer was complete")
        return unreachable(provider, where, error)
    # The vendors' libraries make their objects of whatever comes, without looking at its types.
    if isinstance(error, (ValueError, RecursionError, TypeError, AttributeError, LookupError)):
        return NonsenseError(f"{provider}: the answer is not in the form that was agreed")
    return None


def words(value: Any) -> str:
    """A piece of an answer, which may be anything by the vendors' libraries. Raises TypeError for what is not text."""
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def refusal(provider: str, error: BaseException) -> ProviderError | None:
    """The error for an answer that was not read any further, or None if that is not what led to this one."""
    refused = next((cause for cause in _causes(error) if isinstance(cause, AnswerRefusedError)), None)
    if refused is None:
        return None
    kind = EndpointError if isinstance(refused, RedirectedError) else NonsenseError
    return kind(f"{provider}: {refused}")


def unreachable(provider: str, where: str, error: BaseException, hint: str = "") -> ProviderError:
    """The error for a connection that could not be made. A certificate that is not accepted now will not be soon."""
    if refused := refusal(provider, error):
        return refused
    service = where or "the service"
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            unknown = any(word in cause.verify_message for word in ("issuer", "self-signed", "self signed"))
            own = "; SSL_CERT_FILE names the authorities to trust besides" if unknown else ""
            said = cause.verify_message.rstrip(".")
            return EndpointError(f"{provider}: the certificate of {service} is not accepted: {said}{own}")
    said = next((str(cause) for cause in causes if str(cause)), type(causes[-1]).__name__)
    return UnreachableError(f"{provider}: cannot reach {service}{hint}: {said}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error below that of the vendor's library, and what led to it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def require_no_page(provider: str, where: str, content_type: str) -> None:
    """Raises EndpointError for a web page: that of a proxy, a login, or a service that is not a model's."""
    if "html" in content_type:
        raise EndpointError(f"{provider}: {where or 'the service'} answers with a web page; check the address")
