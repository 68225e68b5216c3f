"""State that all reviews of a process share, on one event loop: connections, rate limits, cache, ledger."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from reread.analyzers.data_directories import cache_folder
from reread.analyzers.network.health import Health
from reread.analyzers.review.ask.cache import ResponseCache
from reread.analyzers.review.ask.lazy_provider import LazyProvider
from reread.analyzers.review.availability import Choice, Route
from reread.analyzers.review.provider import Provider
from reread.analyzers.review.spend.ledger import Ledger
from reread.analyzers.review.spend.rate_limits import Breaker, Gate, TrafficLimits
from reread.analyzers.review.spend.waiting import ReservationQueue


class Line(NamedTuple):
    """A provider with its gate. `small` is the model for short questions, or "" for none."""

    provider: Provider
    gate: Gate
    model: str
    small: str = ""


class Pool:
    """Hands out the same provider and gate for the same endpoint, and the same files by path, opened once.

    `close` it on the loop that it was used on.
    """

    def __init__(self) -> None:
        self._providers: dict[object, LazyProvider] = {}
        self._breakers: dict[tuple[str, str], Breaker] = {}
        self._gates: dict[object, Gate] = {}
        self._caches: dict[str, ResponseCache] = {}
        self._reservations: dict[str, ReservationQueue] = {}

    def line(self, route: Route, limits: TrafficLimits, options: Mapping[str, Any]) -> Line:
        """The provider of a route. `options` go into each request to its models."""
        choice = route.choice
        return Line(self._provider(choice, options), self._gate(choice, limits), route.model, route.small_model)

    def cache(self, directory: str) -> ResponseCache:
        """The answers in a folder; reopened when somebody has removed it."""
        known = self._caches.get(directory)
        if known is None or not os.path.isdir(directory):
            if known is not None:
                known.close()
            known = self._caches[directory] = ResponseCache(directory)
        return known

    def reservations(self, path: str) -> ReservationQueue:
        """The ledger in a file, with the queue of requests that wait for room in its limits."""
        if path not in self._reservations:
            self._reservations[path] = ReservationQueue(Ledger(path))
            self._reservations[path].ledger.keep_open()
        return self._reservations[path]

    def _provider(self, choice: Choice, options: Mapping[str, Any]) -> Provider:
        key = (choice, repr(sorted(options.items())))
        if key not in self._providers:
            self._providers[key] = LazyProvider(choice.provider, choice.base_url, choice.key, options)
        return self._providers[key]

    def _gate(self, choice: Choice, limits: TrafficLimits) -> Gate:
        # The health of an endpoint is the same whatever the limits of a workspace are.
        endpoint = (choice.provider, choice.base_url)
        if endpoint not in self._breakers:
            health = Health(cache_folder("health"), choice.provider, choice.base_url)
            self._breakers[endpoint] = Breaker(choice.provider, health)
        breaker = self._breakers[endpoint]
        return self._gates.setdefault((endpoint, limits), Gate(limits, breaker))

    async def close(self) -> None:
        """Close all connections and files."""
        for cache in self._caches.values():
            cache.close()
        for turns in self._reservations.values():
            turns.ledger.close()
        for provider in self._providers.values():
            await provider.close()
        self._caches.clear()
        self._reservations.clear()
        self._providers.clear()
