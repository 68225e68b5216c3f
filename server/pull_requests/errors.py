"""Errors of hosts. Each has a one-line text for the user."""

from __future__ import annotations


class HostError(Exception):
    """The host cannot be reached, or did not carry out a request."""


class RefusedError(HostError):
    """The host refused a request; nothing was changed. `status` is that of HTTP."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class UnsureError(HostError):
    """No answer to a request that changes something: it may have been done or not, and has to be looked up."""
