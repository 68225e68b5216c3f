"""What the providers' HTTP libraries have in common."""

from __future__ import annotations

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
    its errors through while streaming, so these are told apart by name.
    """
    library = type(error).__module__.split(".")[0]
    kind = type(error).__name__
    if library in ("httpx", "httpx2", "httpcore", "httpcore2"):
        if "Timeout" in kind:
            return TimeLimitError(f"{provider}: no answer in time")
        if started:
            return CutOffError(f"{provider}: the connection broke before the answer was complete")
        return UnreachableError(f"{provider}: cannot reach {where or 'the service'}: {error or kind}")
    if isinstance(error, ValueError):
        return NonsenseError(f"{provider}: the answer is not in the form that was agreed")
    return None


def require_no_page(provider: str, where: str, content_type: str) -> None:
    """Raises EndpointError for a web page: that of a proxy, a login, or a service that is no model's."""
    if "html" in content_type:
        raise EndpointError(f"{provider}: {where or 'the service'} answers with a web page; check the address")
