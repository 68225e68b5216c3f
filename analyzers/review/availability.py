"""Which provider the model review uses, and whether it is ready, without importing any vendor library."""

from __future__ import annotations

import os
from typing import NamedTuple

from reread.analyzers import parts
from reread.analyzers.network.proxies import without_credentials
from reread.analyzers.review.description import Key
from reread.analyzers.review.keys import key_of
from reread.analyzers.review.providers import description, descriptions, provider_names
from reread.analyzers.review.settings import Fallback, ReviewSettings


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
    """The availability of a review, with one line for people. `provider` and `model` are "" when not available."""

    available: bool
    message: str
    provider: str = ""
    model: str = ""


def choose(settings: ReviewSettings) -> Choice | None:
    """The provider to use, or None when none is set up. "auto" takes the first that is, by their ranks."""
    is_open = settings.provider == "auto"
    names = [each.name for each in descriptions()] if is_open else [settings.provider]
    for name in names:
        chosen = settings.provider == name
        choice = _set_up(name, settings.base_url if chosen else "", settings, chosen=chosen)
        if choice is not None:
            return choice
    return None


def chain(settings: ReviewSettings) -> tuple[Route, ...]:
    """All that may be asked, in this order; empty when the first is not set up. A fallback that is not is left out."""
    choice = choose(settings)
    if choice is None:
        return ()
    others = ((_of_fallback(each, settings), each.model, each.small_model) for each in settings.fallback)
    first = _route(choice, settings.model, settings.small_model)
    return (first, *(_route(choice, model, small) for choice, model, small in others if choice is not None))


def panel(settings: ReviewSettings) -> tuple[Route, ...]:
    """The other models that look at each change as well. One that is not set up is left out."""
    members = ((_of_fallback(member, settings), member.model, member.small_model) for member in settings.panel)
    return tuple(_route(choice, model, small) for choice, model, small in members if choice is not None)


def routes(settings: ReviewSettings) -> tuple[Route, ...]:
    """All that code may be sent to: the chain and the panel; empty when no review can be asked for."""
    first = chain(settings)
    return (*first, *panel(settings)) if first else ()


def problems(settings: ReviewSettings) -> tuple[str, ...]:
    """One line for each fallback and each model of the panel that cannot be used."""
    named = [("fallback", each) for each in settings.fallback] + [("panel", each) for each in settings.panel]
    return tuple(
        f"{what} provider {each.provider} is not set up: {_missing(each.provider)}"
        for what, each in named
        if _of_fallback(each, settings) is None
    )


def availability(settings: ReviewSettings, *, enable: bool = True) -> Availability:
    """How the model review stands. Looks at settings and environment only: no network, no vendor's library."""
    if not (enable and settings.enable):
        return Availability(False, "model review: disabled in the settings (review.enable)")
    choice = choose(settings)
    if choice is None:
        hint = _missing(settings.provider) if settings.provider != "auto" else _how_to_switch_on()
        return Availability(False, f"model review: no provider is set up; {hint}")
    if not parts.is_installed("model"):
        return Availability(False, f"model review: {parts.request('model')}")
    routes = chain(settings)
    return Availability(True, f"model review: {'; else '.join(map(str, routes))}", choice.provider, routes[0].model)


def official_url(provider: str) -> str:
    """The vendor's own endpoint; "" for a provider that has none."""
    return description(provider).official_url if provider in provider_names() else ""


def has_tools(provider: str) -> bool:
    """Whether models of a provider may be offered tools."""
    return provider in provider_names() and description(provider).has_tools


def _how_to_switch_on() -> str:
    keys = [each.key_variable for each in descriptions() if not each.setup]
    others = [each.setup for each in descriptions() if each.setup and not (each.needs or each.by_client)]
    return ", or ".join([*([f"set {' or '.join(keys)}"] if keys else []), *others])


def _missing(provider: str) -> str:
    """What to do to set up a provider."""
    about = description(provider)
    or_else = f", or {about.url_variable} for an endpoint that needs no key" if about.key is Key.OFFICIAL else ""
    return f"{about.setup or f'set {about.key_variable}'}{or_else}"


def _route(choice: Choice, model: str, small: str) -> Route:
    from reread.analyzers.review.spend.models import default_model, default_small_model

    model = model or default_model(choice.provider)
    small = small or default_small_model(choice.provider, model, choice.base_url)
    return Route(choice, model, "" if small == model else small)


def _of_fallback(fallback: Fallback, settings: ReviewSettings) -> Choice | None:
    choice = _set_up(fallback.provider, fallback.base_url, settings, chosen=True)
    if not fallback.base_url or description(fallback.provider).key is Key.NEVER:
        return choice
    # The vendor's own key is not for somebody else's endpoint.
    key = os.environ.get(fallback.key_variable, "") if fallback.key_variable else ""
    return Choice(fallback.provider, fallback.base_url, key)


def _set_up(name: str, own_url: str, settings: ReviewSettings, *, chosen: bool) -> Choice | None:
    about = description(name)
    if about.needs:
        words = getattr(settings, about.needs)
        return Choice(name, about.url_of("\0".join(words)), "") if words and chosen else None
    url = own_url or os.environ.get(about.url_variable, "")
    if about.key is Key.NEVER:
        return Choice(name, about.url_of(url), "") if url or chosen else None
    key = key_of(name)
    url = about.url_of(url) if url else ""
    if url.rstrip("/") == about.official_url:
        url = ""
    return Choice(name, url, key) if key or (url and about.key is Key.OFFICIAL) else None
