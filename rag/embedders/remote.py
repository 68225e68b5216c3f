"""Code shared by remote embedders: batches, retries, and validation of responses.

Code leaves this process, and with most addresses this machine. So an address is only ever the user's own setting, and
what is sent went through `redact` first.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import httpx
import numpy as np
import tenacity

from reread.analyzers.network.clients import client
from reread.analyzers.network.errors import AnswerRefusedError
from reread.analyzers.network.limits import ResponseLimits
from reread.rag.embed import Address, EmbeddingError, Vectors

_BATCH = 64
"""Texts of one request."""
_LONGEST = 8_000
"""Characters of one text; models cut off what is longer, or refuse it."""
_ATTEMPTS = 4
_PAUSE = 60.0
"""Seconds for which nothing is asked any more after all attempts failed: nobody waits for each of many texts."""
_TIMEOUT = httpx.Timeout(60.0, connect=5.0)
_LIMITS = ResponseLimits(seconds=180.0)
_LATER = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
"""Statuses after which the same request may succeed."""


class Wire(Protocol):
    """The API of one kind of server."""

    kind: str
    path: str

    def body(self, address: Address, texts: Sequence[str]) -> Mapping[str, Any]:
        """The JSON of a request."""
        ...

    def vectors(self, answer: Any) -> Sequence[Sequence[float]]:
        """The vectors in the JSON of an answer, in the order of the texts. May raise LookupError and TypeError."""
        ...


class RemoteEmbedder:
    """An `Embedder` that queries a server.

    Its name distinguishes vectors of one model at one address from all others.
    """

    def __init__(self, protocol: Wire, address: Address, redact: Callable[[str], str]) -> None:
        self._protocol = protocol
        self._address = address
        self._redact = redact
        self._size = address.dimensions
        self._silent_until = 0.0
        identity = f"{address.base_url} {address.model} {address.dimensions}"
        digest = hashlib.blake2b(identity.encode(), digest_size=4).hexdigest()
        self.name = f"{protocol.kind}-{re.sub(r'[^a-z0-9.]+', '-', address.model.lower())[:40]}-{digest}"

    @property
    def dimensions(self) -> int:
        """Asks the model when it has not answered yet. Raises EmbeddingError."""
        if not self._size:
            self.embed(["dimensions"])
        return self._size

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text. Raises EmbeddingError, at once for a while after a server did not answer."""
        if time.monotonic() < self._silent_until:
            raise self._error(f"{self._address.base_url} did not answer a moment ago")
        if not texts:
            return np.zeros((0, self._size), dtype=np.float32)
        headers = {"authorization": f"Bearer {self._address.key}"} if self._address.key else {}
        with client(httpx, self._address.base_url, limits=_LIMITS, headers=headers, timeout=_TIMEOUT) as connection:
            batches = (texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH))
            return np.concatenate([self._batch(connection, batch) for batch in batches])

    def _batch(self, connection: httpx.Client, texts: Sequence[str]) -> Vectors:
        sent = [self._redact(text)[:_LONGEST] or " " for text in texts]
        try:
            answer = _retrying(lambda: self._ask(connection, self._protocol.body(self._address, sent)))
        except AnswerRefusedError as error:
            self._silent_until = time.monotonic() + _PAUSE
            raise self._error(f"{self._address.base_url}: {error}") from error
        except httpx.HTTPError as error:
            self._silent_until = time.monotonic() + _PAUSE
            raise self._error(f"{_reason(error, self._address)}") from error
        return self._checked(answer, len(sent))

    def _ask(self, connection: httpx.Client, body: Mapping[str, Any]) -> Any:
        response = connection.post(self._protocol.path, json=body)
        response.raise_for_status()
        try:
            return response.json()
        except (ValueError, RecursionError):
            return None

    def _checked(self, answer: Any, count: int) -> Vectors:
        """The vectors of an answer, of length 1; one answer of another size would spoil the whole store."""
        try:
            with np.errstate(over="ignore"):  # What is too large becomes infinite, and is refused as such.
                vectors = np.array(self._protocol.vectors(answer), dtype=np.float32)
        except (LookupError, TypeError, ValueError, OverflowError) as error:
            raise self._error(f"{self._address.base_url} did not answer with vectors") from error
        if vectors.ndim != 2 or len(vectors) != count or not vectors.shape[1] or not np.isfinite(vectors).all():
            raise self._error(f"{self._address.model} did not give one vector for each text")
        if self._size and vectors.shape[1] != self._size:
            sizes = f"{vectors.shape[1]} dimensions instead of {self._size}"
            raise self._error(f"{self._address.model} answered with {sizes}")
        self._size = vectors.shape[1]
        lengths = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths == 0, 1.0, lengths), dtype=np.float32)

    def _error(self, message: str) -> EmbeddingError:
        return EmbeddingError(f"{self._protocol.kind}: {message}")


def _retrying(ask: Callable[[], Any]) -> Any:
    attempts = tenacity.Retrying(
        stop=tenacity.stop_after_attempt(_ATTEMPTS),
        wait=_wait,
        retry=tenacity.retry_if_exception(_may_pass),
        reraise=True,
    )
    return attempts(ask)


def _may_pass(error: BaseException) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in _LATER
    return isinstance(error, httpx.TransportError) and not isinstance(error, httpx.UnsupportedProtocol)


def _wait(state: tenacity.RetryCallState) -> float:
    """Seconds until the next attempt: what the server asks for, up to half a minute, else twice as long each time."""
    error = state.outcome.exception() if state.outcome is not None else None
    if isinstance(error, httpx.HTTPStatusError):
        try:
            return min(30.0, max(0.0, float(error.response.headers.get("retry-after", ""))))
        except ValueError:
            pass
    return 0.25 * float(2**state.attempt_number)


def _reason(error: httpx.HTTPError, address: Address) -> str:
    if not isinstance(error, httpx.HTTPStatusError):
        return f"cannot reach {address.base_url}: {error}"
    status = error.response.status_code
    if status in (401, 403):
        return f"{address.base_url} does not accept the key (HTTP {status})"
    if status == 404:
        return f"{address.base_url} does not have the model {address.model} (HTTP 404)"
    return f"{address.base_url} answered with HTTP {status}"
