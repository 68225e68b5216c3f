"""The providers of a process: connected once for all reviews on one loop, with what limits the traffic to each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from reread.analyzers.review.availability import Choice, Route
from reread.analyzers.review.provider import Provider
from reread.analyzers.review.providers import LazyProvider
from reread.analyzers.review.traffic import Breaker, Gate, TrafficLimits


class Line(NamedTuple):
    """A provider that can be asked, by way of its gate. `small` is the model for short questions, or "" for none."""

    provider: Provider
    gate: Gate
    model: str
    small: str = ""


class Pool:
    """Hands out the same provider and gate for the same endpoint. `close` it on the loop that it was used on."""

    def __init__(self) -> None:
        self._providers: dict[object, LazyProvider] = {}
        self._breakers: dict[tuple[str, str], Breaker] = {}
        self._gates: dict[object, Gate] = {}

    def line(self, route: Route, limits: TrafficLimits, options: Mapping[str, Any]) -> Line:
        """The provider of a route. `options` go into each request to its models."""
        choice = route.choice
        return Line(self._provider(choice, options), self._gate(choice, limits), route.model, route.small_model)

    def _provider(self, choice: Choice, options: Mapping[str, Any]) -> Provider:
        key = (choice, repr(sorted(options.items())))
        if key not in self._providers:
            self._providers[key] = LazyProvider(choice.provider, choice.base_url, choice.key, options)
        return self._providers[key]

    def _gate(self, choice: Choice, limits: TrafficLimits) -> Gate:
        # The health of an endpoint is the same whatever the limits of a workspace are.
        endpoint = (choice.provider, choice.base_url)
        breaker = self._breakers.setdefault(endpoint, Breaker(choice.provider))
        return self._gates.setdefault((endpoint, limits), Gate(limits, breaker))

    async def close(self) -> None:
        """Close all connections."""
        for provider in self._providers.values():
            await provider.close()
        self._providers.clear()
