"""Which provider the model review uses, and how it stands, without importing any vendor's library."""

from __future__ import annotations

import os
from typing import NamedTuple

from reread.analyzers.review.settings import ReviewSettings

HOW_TO_SWITCH_ON = "set ANTHROPIC_API_KEY or OPENAI_API_KEY, or start Ollama and set OLLAMA_HOST"


class Choice(NamedTuple):
    """A provider by name with its endpoint ("" is the vendor's own) and key ("" where none is needed)."""

    provider: str
    base_url: str
    key: str


class Availability(NamedTuple):
    """One line for people and whether a review could be asked for. `provider` and `model` are "" when not available."""

    available: bool
    message: str
    provider: str = ""
    model: str = ""


def choose(settings: ReviewSettings) -> Choice | None:
    """The provider to use, or None when none is set up. "auto" takes the first of Anthropic, OpenAI, Ollama."""
    names = ("anthropic", "openai", "ollama") if settings.provider == "auto" else (settings.provider,)
    return next((choice for name in names if (choice := _set_up(name, settings)) is not None), None)


def availability(settings: ReviewSettings, *, enable: bool = True) -> Availability:
    """How the model review stands. Looks at settings and environment only: no network, no vendor's library."""
    if not (enable and settings.enable):
        return Availability(False, "model review: off by setting (review.enable)")
    choice = choose(settings)
    if choice is None:
        hint = HOW_TO_SWITCH_ON if settings.provider == "auto" else _MISSING[settings.provider]
        return Availability(False, f"model review: off; {hint}")
    from reread.analyzers.review.models import default_model

    model = settings.model or default_model(choice.provider)
    where = f" at {_without_credentials(choice.base_url)}" if choice.base_url else ""
    return Availability(True, f"model review: {choice.provider}, {model}{where}", choice.provider, model)


_MISSING = {
    "anthropic": "set ANTHROPIC_API_KEY",
    "openai": "set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint that needs no key",
    "ollama": "start Ollama and set OLLAMA_HOST",
}


_OFFICIAL = {"anthropic": "https://api.anthropic.com", "openai": "https://api.openai.com/v1"}


def _set_up(name: str, settings: ReviewSettings) -> Choice | None:
    chosen = settings.provider == name
    own_url = settings.base_url if chosen else ""
    if name == "ollama":
        host = own_url or os.environ.get("OLLAMA_HOST", "")
        return Choice(name, ollama_url(host), "") if host or chosen else None
    key = os.environ.get(f"{name.upper()}_API_KEY", "")
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


def _without_credentials(url: str) -> str:
    scheme, separator, rest = url.partition("://")
    address, slash, path = rest.partition("/")
    return f"{scheme}{separator}{address.rpartition('@')[2]}{slash}{path.partition('?')[0]}"
