"""Which provider the model review uses, and how it stands, without importing any vendor's library."""

from __future__ import annotations

import os
from typing import NamedTuple

from reread.analyzers.network.proxies import without_credentials
from reread.analyzers.review.privacy.keys import key_of
from reread.analyzers.review.settings import Fallback, ReviewSettings

HOW_TO_SWITCH_ON = "set ANTHROPIC_API_KEY or OPENAI_API_KEY, or start Ollama and set OLLAMA_HOST"


class Choice(NamedTuple):
    """A provider by name with its endpoint ("" is the vendor's own) and key ("" where none is needed)."""

    provider: str
    base_url: str
    key: str


class Route(NamedTuple):
    """A provider with the models to ask: `model` reviews, `small_model` answers short questions ("" is none)."""

    choice: Choice
    model: str
    small_model: str = ""

    def __str__(self) -> str:
        where = f" at {without_credentials(self.choice.base_url)}" if self.choice.base_url else ""
        small = f" with {self.small_model}" if self.small_model else ""
        return f"{self.choice.provider}, {self.model}{small}{where}"


class Availability(NamedTuple):
    """One line for people and whether a review could be asked for. `provider` and `model` are "" when not available."""

    available: bool
    message: str
    provider: str = ""
    model: str = ""


def choose(settings: ReviewSettings) -> Choice | None:
    """The provider to use, or None when none is set up. "auto" takes the first of Anthropic, OpenAI, Ollama."""
    names = ("anthropic", "openai", "ollama") if settings.provider == "auto" else (settings.provider,)
    for name in names:
        chosen = settings.provider == name
        choice = _set_up(name, settings.base_url if chosen else "", chosen=chosen)
        if choice is not None:
            return choice
    return None


def chain(settings: ReviewSettings) -> tuple[Route, ...]:
    """All that may be asked, in this order; empty when the first is not set up. A fallback that is not is left out."""
    choice = choose(settings)
    if choice is None:
        return ()
    fallbacks = ((_of_fallback(fallback), fallback.model, fallback.small_model) for fallback in settings.fallback)
    first = _route(choice, settings.model, settings.small_model)
    return (first, *(_route(choice, model, small) for choice, model, small in fallbacks if choice is not None))


def problems(settings: ReviewSettings) -> tuple[str, ...]:
    """One line for each fallback that cannot be used."""
    return tuple(
        f"the fallback {fallback.provider} is not set up: {_MISSING[fallback.provider]}"
        for fallback in settings.fallback
        if _of_fallback(fallback) is None
    )


def availability(settings: ReviewSettings, *, enable: bool = True) -> Availability:
    """How the model review stands. Looks at settings and environment only: no network, no vendor's library."""
    if not (enable and settings.enable):
        return Availability(False, "model review: off by setting (review.enable)")
    choice = choose(settings)
    if choice is None:
        hint = HOW_TO_SWITCH_ON if settings.provider == "auto" else _MISSING[settings.provider]
        return Availability(False, f"model review: off; {hint}")
    routes = chain(settings)
    return Availability(True, f"model review: {'; else '.join(map(str, routes))}", choice.provider, routes[0].model)


_MISSING = {
    "anthropic": "set ANTHROPIC_API_KEY",
    "openai": "set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint that needs no key",
    "ollama": "start Ollama and set OLLAMA_HOST",
}


_OFFICIAL = {"anthropic": "https://api.anthropic.com", "openai": "https://api.openai.com/v1"}


def official_url(provider: str) -> str:
    """The vendor's own endpoint; "" for a provider that has none."""
    return _OFFICIAL.get(provider, "")


def _route(choice: Choice, model: str, small: str) -> Route:
    from reread.analyzers.review.spend.models import default_model, default_small_model

    model = model or default_model(choice.provider)
    small = small or default_small_model(choice.provider, model, choice.base_url)
    return Route(choice, model, "" if small == model else small)


def _of_fallback(fallback: Fallback) -> Choice | None:
    choice = _set_up(fallback.provider, fallback.base_url, chosen=True)
    if not fallback.base_url or fallback.provider == "ollama":
        return choice
    # The vendor's own key is not for somebody else's endpoint.
    key = os.environ.get(fallback.key_variable, "") if fallback.key_variable else ""
    return Choice(fallback.provider, fallback.base_url, key)


def _set_up(name: str, own_url: str, *, chosen: bool) -> Choice | None:
    if name == "ollama":
        host = own_url or os.environ.get("OLLAMA_HOST", "")
        return Choice(name, ollama_url(host), "") if host or chosen else None
    key = key_of(name)
    url = own_url or os.environ.get(f"{name.upper()}_BASE_URL", "")
    if url.rstrip("/") == _OFFICIAL[name]:
        url = ""
    return Choice(name, url, key) if key or (url and name == "openai") else None


def ollama_url(host: str) -> str:
    """The address to ask, from all that OLLAMA_HOST may hold: a host, host:port, an address to listen on, a URL."""
    scheme, separator, rest = host.strip().rstrip("/").partition("://")
    if not separator:
        scheme, rest = "http", scheme
    rest = rest or "127.0.0.1"
    address, slash, path = rest.partition("/")
    if address.startswith("[") and not address.endswith("]"):
        name, _, port = address.rpartition(":")
    elif address.count(":") == 1:
        name, _, port = address.partition(":")
    else:
        name, port = address, ""
    # An address to listen on says nothing about where to ask.
    name = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]", "": "127.0.0.1"}.get(name, name)
    port = port or {"http": "11434", "https": "443"}.get(scheme, "")
    return f"{scheme}://{name}:{port}{slash}{path}"
