"""Errors of requests to the worker."""

from __future__ import annotations

from reread.server.rpc import protocol


class WorkerGoneError(Exception):
    """There is no worker to answer: it died, was stopped, or was never started. The message is one line."""


class RequestFailedError(Exception):
    """The worker could not carry out the request. `actionable` says that the message tells the person what to do."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code

    @property
    def actionable(self) -> bool:
        return self.code == protocol.REQUEST_FAILED


def error_of(error: protocol.ResponseError) -> WorkerGoneError | RequestFailedError:
    """The exception for an error response."""
    if error.code == protocol.REQUEST_CANCELLED:
        # Whoever cancelled it does not wait any more; so the worker did, because it ends.
        return WorkerGoneError("the worker was stopped")
    return RequestFailedError(error.message, error.code)
