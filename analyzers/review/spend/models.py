"""Default models and prices: declared by the providers, and by the user's own `models.toml`.

A model that is in neither has no known price: then only the limits in tokens apply, not those in money, and the review
says so. For this reason, all default models have a declared price.
"""

from __future__ import annotations

import os
import re
import tomllib
from functools import cache
from typing import Any

from reread.analyzers.data_directories import user_file
from reread.analyzers.review.description import Price
from reread.analyzers.review.providers import description, provider_names

_DATE = re.compile(r"-(?:\d{8}|\d{4}-\d\d-\d\d)$")


def default_model(provider: str) -> str:
    """The model to use where the settings name none."""
    model: str = _table(provider).get("default", "")
    return model


def default_small_model(provider: str, model: str, base_url: str = "") -> str:
    """The vendor's model for short questions, where it is cheaper than `model` by enough to be worth asking, or ""."""
    small: str = _table(provider).get("small", "")
    ours, theirs = _exact(provider, small, base_url), _exact(provider, model, base_url)
    cheaper = ours is not None and theirs is not None and ours.input <= theirs.input / 2
    return small if cheaper and small != model else ""


def price(provider: str, model: str, base_url: str = "") -> Price | None:
    """The price of the model, or None when it is unknown.

    A dated name ("x-20250929", "x-2026-04-23") costs what its model costs. Behind an endpoint other than the vendor's
    own, the user's file says what it is; without that, it is the vendor's list price where the model is a known one.
    """
    exact = _exact(provider, model, base_url)
    return exact if exact is not None or not base_url else _list_price(provider, model)


def is_list_price(provider: str, model: str, base_url: str) -> bool:
    """True if `price` is the vendor's, but another service answers, which may charge more or less."""
    return price(provider, model, base_url) is not None and _exact(provider, model, base_url) is None


def _exact(provider: str, model: str, base_url: str) -> Price | None:
    """The price at this endpoint, as the vendor or the user's file states it."""
    is_known = not base_url or (provider in provider_names() and description(provider).priced_everywhere)
    table = _table(provider) if is_known else _own(_stamp()).get(provider, {})
    return _entry(table.get("prices", {}), model, "*")


def _list_price(provider: str, model: str) -> Price | None:
    """The price of a model by its vendor's list: of this provider's, or of the one before a slash ("vendor/model")."""
    vendor, _, name = model.rpartition("/")
    return _entry(_declared(vendor or provider).get("prices", {}), name)


def _entry(prices: dict[str, Any], model: str, otherwise: str = "") -> Price | None:
    entry = prices.get(model) or prices.get(_DATE.sub("", model)) or prices.get(otherwise)
    try:
        return Price(**{name: float(entry[name]) for name in Price._fields if name in entry}) if entry else None
    except (KeyError, TypeError, ValueError):
        return None


def options(provider: str, model: str) -> dict[str, Any]:
    """Request parameters that this model needs besides the usual ones."""
    found: dict[str, Any] = _table(provider).get("options", {}).get(model, {})
    return found


def _table(provider: str) -> dict[str, Any]:
    table = _declared(provider)
    for key, value in _own(_stamp()).get(provider, {}).items():
        table[key] = {**table.get(key, {}), **value} if isinstance(value, dict) else value
    return table


def _declared(provider: str) -> dict[str, Any]:
    """What the provider's module says, in the form of `models.toml`."""
    if provider not in provider_names():
        return {}
    models = description(provider).models
    prices = {name: each._asdict() for name, each in models.prices.items()}
    return {"default": models.default, "small": models.small, "prices": prices, "options": dict(models.options)}


def _stamp() -> tuple[str, float]:
    path = user_file("models.toml")
    try:
        return path, os.stat(path).st_mtime
    except OSError:
        return path, 0.0


@cache
def _own(stamp: tuple[str, float]) -> dict[str, Any]:
    """The user's file as it was at that time; empty when there is none or it is broken (`problem` tells)."""
    try:
        with open(stamp[0], "rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError):
        return {}


def problem() -> str:
    """One line when the user's `models.toml` cannot be read, else ""."""
    path = user_file("models.toml")
    try:
        with open(path, "rb") as file:
            tomllib.load(file)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        return f"{path}: {error}; the prices that come with Reread apply"
    return ""
